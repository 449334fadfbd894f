"""The word lists that a person can change: which there are, what an entry of each is, what the program has in them."""

import hashlib
import json
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from workbench.comparing.tokens import tokens
from workbench.errors import UserError
from workbench.resources import RESOURCES, program_version, read_toml

SAME = " = "
"""Stands between the names of an entry that says that they are names for one thing."""
LONGEST = 120
"""How many characters an entry may have."""


class EntryKind(StrEnum):
    """What the entries of a list are."""

    WORDS = "words"
    VERBS = "verbs"
    PHRASES = "phrases"
    NAMES = "names"


@dataclass(frozen=True, slots=True)
class WordList:
    """One list: its name on the command line, how a reader is told of it, where its own entries stand, what fits in.

    An entry has from `least` to `most` words; one of names is two names or more of so many words each.
    """

    id: str
    group: str
    title: str
    meaning: str
    file: str
    array: str
    kind: EntryKind
    least: int = 1
    most: int = 1

    @property
    def name(self) -> str:
        """The list in plain words: `loaded words: nouns`."""
        return f"{self.group}: {self.title.lower()}".lower()

    @property
    def shipped(self) -> Mapping[str, str]:
        """The program's own entries as they are shown, by their keys."""
        return _shipped(self.file, self.array)


@cache
def all_lists() -> tuple[WordList, ...]:
    """Every list, in the order in which they are shown; those of one group follow one another."""
    return tuple(
        WordList(**{**entry, "kind": EntryKind(entry["kind"])}) for entry in read_toml("word_lists.toml")["lists"]
    )


@cache
def _by_id() -> Mapping[str, WordList]:
    return {one.id: one for one in all_lists()}


def list_named(name: str) -> WordList:
    """The list of that id; raises `UserError` when there is none."""
    try:
        return _by_id()[name.strip().lower()]
    except KeyError:
        known = ", ".join(_by_id())
        raise UserError(f"There is no word list “{short(name)}”; the lists are {known}.") from None


def is_list(list_id: str) -> bool:
    """Whether this program has a list of that id."""
    return list_id in _by_id()


def lists_for(name: str) -> tuple[WordList, ...]:
    """The lists that a name stands for: one by its id, or all of a family by their common beginning, as `loaded`."""
    family = tuple(one for one in all_lists() if one.id.partition("-")[0] == name.strip().lower() and "-" in one.id)
    return family if len(family) > 1 else (list_named(name),)


@lru_cache(maxsize=20_000)
def key_of(text: str) -> str:
    """What is the same for one entry however it is written, in the words that texts are compared by.

    The names of an entry of names stand in one order.
    """
    return SAME.join(sorted({" ".join(tokens(name).keys) for name in text.split(SAME.strip())}))


def names_of(key: str) -> tuple[str, ...]:
    """The names of the key of an entry of names."""
    return tuple(key.split(SAME))


@cache
def _shipped(file: str, array: str) -> Mapping[str, str]:
    entries = read_toml(f"words/{file}.toml")[array]
    shown = (SAME.join(entry) if isinstance(entry, list) else entry for entry in entries)
    return {key_of(one): one for one in shown}


def checked(where: WordList, text: str) -> str:
    """An entry as a list takes it, without stray spaces; raises `UserError`, one sentence, for what cannot be one."""
    if any(unicodedata.category(character) in ("Cc", "Zl", "Zp", "Cs") for character in text.strip()):
        raise UserError(f"“{short(text)}” has a line break or another control character: give one entry at a time.")
    entry = " ".join(text.split())
    if key_of(entry) in where.shipped:
        return where.shipped[key_of(entry)]
    if len(entry) > LONGEST:
        raise UserError(f"“{short(entry)}” is too long for an entry, which has {LONGEST} characters at most.")
    names = [name.strip() for name in entry.split(SAME.strip())] if where.kind is EntryKind.NAMES else [entry]
    if where.kind is EntryKind.NAMES and len({key_of(name) for name in names if name}) < 2:
        raise UserError(f"An entry of “{where.id}” is two names or more for one thing, such as “Burma = Myanmar”.")
    for name in names:
        _check_words(where, name)
    return SAME.join(names)


def _check_words(where: WordList, name: str) -> None:
    found = tokens(name)
    signs = [found.shown(index) for index, is_word in enumerate(found.words) if not is_word]
    if len(signs) == len(found):
        raise UserError(f"“{short(name)}” has no word in it: an entry needs letters or digits.")
    if signs:
        raise UserError(f"“{short(name)}” would never be found, as no word has the sign “{signs[0]}”: leave it out.")
    if not where.least <= len(found) <= where.most:
        wanted = "one word" if where.most == 1 else f"{where.least} to {where.most} words"
        raise UserError(f"“{short(name)}” would never be found in “{where.id}”, whose entries have {wanted}.")


def short(text: str) -> str:
    """A text as a sentence can quote it."""
    line = " ".join(text.encode("utf-8", "replace").decode("utf-8").split())
    return line if len(line) <= 60 else f"{line[:57]}…"


@cache
def lists_version() -> str:
    """Which lists these are: the version of the program and eight digits of the SHA-256 of what its lists say.

    The digits tell two lists apart that carry the same number, and do not depend on line ends or comments.
    """
    said = {path.stem: read_toml(f"words/{path.name}") for path in sorted((RESOURCES / "words").glob("*.toml"))}
    digest = hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()
    return f"{program_version()}+{digest[:8]}"
