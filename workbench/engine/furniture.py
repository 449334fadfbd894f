"""Tells page furniture that many pages share from the passages worth comparing."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Protocol

from workbench.model import Zone, ZoneKind
from workbench.resources import read_toml
from workbench.spans import Span, covered

_ENOUGH = 2
_WORDS_A_SIGN = 40
"""A longer passage needs more signs: one strong one in a long wire story proves nothing."""


class _Article(Protocol):
    @property
    def id(self) -> int: ...
    @property
    def text(self) -> str: ...
    @property
    def zones(self) -> tuple[Zone, ...]: ...


Witness = tuple[_Article, Span]
"""An article and the part of its text that belongs to a family."""


@cache
def _signs() -> list[tuple[int, list[tuple[str, str]]]]:
    """Weights, and the patterns of that weight with what stands in whatever they find, for text in lower case.

    To search without regard to case takes eight times as long.
    """
    signs = read_toml("engine/boilerplate.toml")["sign"]
    return [(sign["weight"], [(literal(pattern), pattern) for pattern in sign["patterns"]]) for sign in signs]


@lru_cache(maxsize=1024)
def _any_of(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(patterns))


_PART = re.compile(r"(\\.|\[[^\]]*\]|[^\\])([?*+]|\{[^}]*\})?")
"""A character, an escaped one or a class of a pattern, and how often it stands."""


def literal(pattern: str) -> str:
    """The longest text that stands in whatever a regular expression finds; "" where it can tell of none.

    It tells nothing of what stands in brackets, may be left out, or is any of several characters.
    """
    found, depth = [""], 0
    for atom, times in _PART.findall(pattern):
        depth += (atom == "(") - (atom == ")")
        if atom == "|" and not depth:
            return ""
        plain = atom[-1] if atom[0] == "\\" and not atom[1].isalnum() else atom
        if depth or len(plain) > 1 or atom in ")^$." or times[:1] in ("?", "*", "{"):
            found.append("")
            continue
        found[-1] += plain
        if times:
            found.append("")
    return max(found, key=len)


def without_furniture(witnesses: Sequence[Witness]) -> tuple[list[bool], bool]:
    """Which witnesses of a family belong together, and whether they are boilerplate.

    A family is boilerplate when most of its witnesses are page furniture. In any other family the few that are (a
    title that the licence line repeats) are left out, as long as two articles are left. Where an article's zones say
    what a witness is, that decides; where there are no zones, its words do.
    """
    furniture = [_stands_in_furniture(article, span) for article, span in witnesses]
    everything, boilerplate = [True] * len(furniture), sum(furniture) * 2 > len(furniture)
    if boilerplate or not any(furniture):
        return everything, boilerplate
    rest = [not is_furniture for is_furniture in furniture]
    left = {article.id for (article, _), stays in zip(witnesses, rest, strict=True) if stays}
    return (rest if len(left) > 1 else everything), False


def _stands_in_furniture(article: _Article, span: Span) -> bool:
    if not article.zones:
        return _reads_like_furniture(span.of(article.text))
    furniture = (zone.span for zone in article.zones if zone.kind is ZoneKind.FURNITURE)
    inside = (Span(max(span.start, f.start), min(span.end, f.end)) for f in furniture if f.overlap(span))
    return covered(inside) * 2 > len(span)


@lru_cache(maxsize=4096)
def _reads_like_furniture(text: str) -> bool:
    lowered, points = text.lower(), 0
    for weight, signs in _signs():
        # Four texts of five hold none of the literals, and the patterns take many times as long to look for.
        likely = tuple([pattern for told, pattern in signs if told in lowered])
        if likely:
            points += weight * len({found.group() for found in _any_of(likely).finditer(lowered)})
    return points >= max(_ENOUGH, text.count(" ") / _WORDS_A_SIGN)
