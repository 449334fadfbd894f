"""The tokens that edits are made of: words, figures, marks. Finer than what the engine aligns with.

A hyphenated compound, a possessive, a figure with its currency or percent sign, a score and an abbreviation
with full stops are one token each. Scripts written without spaces give one token a character, with its
combining marks; an emoji sequence is one token. White space is not a token but the gap between two.
"""

import re
import sys
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import islice

from workbench.text.folding import fold

_JOINERS = "\u00ad\u200b\u200c\u200d\u2060"
_SPACELESS = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_HYPHENS = "‑‐-"
_APOSTROPHES = "'’ʼ"
_CURRENCY = "$€£¥₹₽₩₺₴₪¢"


def _combining() -> str:
    """The combining marks as the inside of a character class, which `re` has no name for."""
    ranges: list[list[int]] = []
    for code in (*range(0x300, 0x20000), *range(0xE0100, 0xE01F0)):
        if code <= sys.maxunicode and unicodedata.category(chr(code))[0] == "M":
            if ranges and ranges[-1][1] == code - 1:
                ranges[-1][1] = code
            else:
                ranges.append([code, code])
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges)


@cache
def _token() -> re.Pattern[str]:
    marks = f"[{_combining()}{_JOINERS}]"
    run = rf"(?:[^\W{_SPACELESS}]{marks}*)+"
    joint = rf"(?:[{_APOSTROPHES}&{_HYPHENS}]|(?<=\d)[.,:/–](?=\d))"
    emoji = r"[\u2190-\u2bff\u3030\u303d\U0001f000-\U0001faff](?:[\ufe0f\u20e3\U0001f3fb-\U0001f3ff]|\u200d\W)*"
    return re.compile(
        rf"(?P<word>(?:[^\W\d_]\.){{2,}}"
        rf"|(?:(?:US|A|C|HK|NZ)?[{_CURRENCY}](?=\d))?{run}(?:{joint}{run})*(?:(?<=\d)[%‰°{_CURRENCY}])?"
        rf"|[{_SPACELESS}]{marks}*)"
        rf"|(?P<mark>[\U0001f1e6-\U0001f1ff]{{2}}|{emoji}|\.{{2,}}|-{{2,}}|(?!\s).{marks}*)",
        re.DOTALL,
    )


@dataclass(frozen=True)
class Tokens:
    """The tokens of one text, as parallel lists. Offsets are code points into `text`, half open.

    `keys` are the folded tokens: equal keys mean the same but for case, quotes, dashes.
    """

    text: str
    starts: list[int]
    ends: list[int]
    keys: list[str]
    words: list[bool]

    def __len__(self) -> int:
        return len(self.starts)

    def shown(self, index: int) -> str:
        """The token as it stands in the text."""
        return self.text[self.starts[index] : self.ends[index]]

    @cached_property
    def gaps(self) -> list[str]:
        """The white space before each token, and at last that after them all."""
        befores = [0, *self.ends]
        afters = [*self.starts, len(self.text)]
        return [self.text[before:after] for before, after in zip(befores, afters, strict=True)]

    @cached_property
    def marks_before(self) -> list[int]:
        """For each token, and for the end, how many quotation marks stand before it in its paragraph."""
        counts, count = [], 0
        for key, gap in zip([*self.keys, ""], self.gaps, strict=True):
            count = 0 if "\n" in gap else count
            counts.append(count)
            count += key == '"'
        return counts


def tokens(text: str, look: Callable[[], None] = lambda: None) -> Tokens:
    """The tokens of `text`, in order; every character that is not white space is in exactly one.

    `look` is called between the steps; what it raises goes through.
    """
    folded = fold(text)
    look()
    found: list[re.Match[str]] = []
    matches = _token().finditer(text)
    while some := list(islice(matches, 20_000)):
        found += some
        look()
    starts = [token.start() for token in found]
    ends = [token.end() for token in found]
    keys = [folded[start:end] for start, end in zip(starts, ends, strict=True)]
    look()
    return Tokens(text, starts, ends, keys, [token.lastgroup == "word" for token in found])
