"""An index of words by SQLite's FTS5, in memory: nothing of it is ever written to a file.

Words are cut here and not by FTS5 alone: signs stand alone, and so does every letter of a script that puts no spaces
between words, so that any part of a Chinese, Japanese or Thai text is found as a phrase of its letters. The texts
themselves are not kept (https://www.sqlite.org/fts5.html#contentless_tables).
"""

import re
import sqlite3
import unicodedata
import weakref
from collections.abc import Collection, Iterable

from workbench.ports import IndexEntry, SearchTerm
from workbench.text.folding import plain

_BREAK = "\u241f"
"""Stands between two texts of an entry as a word that nobody can type: no phrase goes across."""
_TABLE = f"""CREATE VIRTUAL TABLE entries USING fts5(
    text, content = '', columnsize = 0,
    tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* Co Sc So' tokenchars '{_BREAK}'"
)"""
_ALONE = re.compile(
    "([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f"
    "\U00020000-\U0003ffff"  # letters of Thai, Lao, Burmese, Khmer, Japanese, Chinese
    "\u00a2-\u00a9\u00ae\u00b0\u20a0-\u20cf\u2100-\u214f\u2190-\u240f\u2420-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff$])"
)
"""What is a word of its own: letters of scripts without spaces, signs of money and pictures."""
_IN_WORDS = frozenset({"Co", "Sc", "So"})


class WordIndex:
    """Finds entries by words; the `PassageIndex` of `workbench.ports`, which says what each method does."""

    def __init__(self) -> None:
        self._db = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
        self._live: set[int] = set()
        weakref.finalize(self, self._db.close)
        self._db.execute(_TABLE)

    def __len__(self) -> int:
        return len(self._live)

    def put(self, entries: Iterable[IndexEntry]) -> None:
        """Add entries, each under a number that was never used before."""
        rows = [(entry.number, f" {_BREAK} ".join(map(_cut, entry.texts))) for entry in entries]
        self._db.execute("BEGIN")
        self._db.executemany("INSERT INTO entries (rowid, text) VALUES (?, ?)", rows)
        self._db.execute("COMMIT")
        self._live.update(number for number, _ in rows)

    def drop(self, numbers: Collection[int]) -> None:
        """Find these entries no more. What they held goes with the index: a table without texts cannot take it out."""
        self._live.difference_update(numbers)

    def find(self, term: SearchTerm) -> frozenset[int] | None:
        """The entries that hold what is sought; `None` when there is no word in it."""
        text = _cut(term.text).replace('"', " ").replace(_BREAK, " ")
        if not any(map(_is_in_words, text)):
            return None
        sought = f'"{text}"' if term.whole else f'"{text}" *'
        rows = self._db.execute("SELECT rowid FROM entries WHERE entries MATCH ?", [sought])
        return frozenset(self._live.intersection(number for (number,) in rows))

    def close(self) -> None:
        """Give back the memory."""
        self._db.close()


def _is_in_words(character: str) -> bool:
    """Whether the table takes a character for a part of a word."""
    category = unicodedata.category(character)
    return category[0] in "LNM" or category in _IN_WORDS


def _cut(text: str) -> str:
    """A text as it is indexed and sought: plain letters, spaces round what is a word of its own."""
    found = plain(text).encode("utf-8", "replace").decode("utf-8").replace("\0", " ")
    return found if found.isascii() and "$" not in found else _ALONE.sub(r" \1 ", found)
