"""The words that name a source before its verb: how far they reach to the left, without a parser."""

from typing import NamedTuple

from workbench.framing.lines import Line
from workbench.framing.lists import is_adverb, listed
from workbench.framing.wordclasses import (
    can_speak,
    is_conjunction,
    is_determiner,
    is_inner_preposition,
    is_name,
    is_preposition,
    is_pronoun,
    is_reduced,
    is_time,
    is_verb,
)

REACH = 30


_LONGEST_CONJUNCT = 5


class Noun(NamedTuple):
    """The tokens `first` to `stop` (half open) that name somebody, and those that describe them, if any.

    `edge` is where the whole begins (for a noun before a verb) or ends (for one after).
    """

    first: int
    stop: int
    edge: int
    description: tuple[int, int] | None = None


def left_noun(line: Line, end: int) -> Noun | None:
    """What names somebody right before token `end`, with an apposition or a clause between commas after it."""
    if line.key(end - 1) in (",", "-", "--", ")") and end >= 2:
        return _described(line, end)
    return _left_core(line, end)


def _described(line: Line, end: int) -> Noun | None:
    """A noun, a comma, what describes it, and a comma: "The source, who asked not to be named, said"."""
    mark = line.key(end - 1)
    opening = {")": "("}.get(mark, mark)
    place = end - 2
    for _ in range(3):
        place = _mark_before(line, place, opening, end)
        if place <= 0:
            return None
        core = _left_core(line, place)
        middle = (place + 1, end - 1)
        if core and middle[1] > middle[0] and not _is_figure(line, core) and _describes(line, middle, core):
            if (
                mark != ")"
                and is_name(line, *middle)
                and not is_name(line, core.first, core.stop)
                and middle[1] - middle[0] <= 5
            ):
                return Noun(core.first, middle[1], core.first)
            return Noun(core.first, core.stop, core.first, middle)
        place -= 1
    return None


def _mark_before(line: Line, place: int, mark: str, end: int) -> int:
    while place > 0 and end - place <= 2 * REACH:
        if line.quoted[place] < 0 and line.key(place) == mark:
            return place
        place -= 1
    return -1


def _is_figure(line: Line, noun: Noun) -> bool:
    return noun.stop - noun.first == 1 and line.key(noun.first)[0].isdecimal()


def _describes(line: Line, middle: tuple[int, int], core: Noun) -> bool:
    """Whether what stands between two commas tells about the noun before the first."""
    first = line.key(middle[0])
    if first in (
        "who",
        "which",
        "whose",
        "whom",
        "citing",
        "quoting",
        "speaking",
        "himself",
        "herself",
        "itself",
        "now",
        "then",
        "formerly",
        "also",
        "together",
        "along",
    ):
        return True
    if first[0].isdecimal() or is_preposition(first) or is_reduced(line, middle[0]) or first.endswith("ing"):
        return True
    if is_determiner(first) and is_name(line, core.first, core.stop):
        return True
    if any(is_verb(line, at) for at in range(*middle)) and not any(
        line.key(at) in ("who", "which", "that") for at in range(*middle)
    ):
        return False
    return line.is_word(middle[0]) and not is_conjunction(first) and not is_pronoun(first)


def _left_core(line: Line, end: int) -> Noun | None:
    """A noun with what belongs to it, read to the left from token `end`."""
    place = end - 1
    if is_pronoun(line.key(place)) and line.quoted[place] == line.quoted[min(end, len(line) - 1)]:
        return None if line.key(place) in ("him", "them", "us", "me") else Noun(place, end, place)
    first, conjunct = end, 0
    while place >= 0 and end - place <= REACH:
        place = _before_quoted_name(line, place, end)
        if not _belongs(line, place, end):
            break
        key = line.key(place)
        if key in ("and", "&") and (conjunct > _LONGEST_CONJUNCT or not _joins(line, place)):
            break
        conjunct = 0 if key in ("and", "&") else conjunct + 1
        first = place
        if is_determiner(key) and not _goes_on(line, place):
            break
        place -= 1
    return _trimmed(line, first, end)


def _before_quoted_name(line: Line, place: int, end: int) -> int:
    """Before a name in marks in a noun: "organisers of “Port Calling” said"; the place itself otherwise."""
    if not line.is_mark(place) or (line.quoted[place] == line.quoted[end - 1] and place != end - 1):
        return place
    opening = place - 1
    while opening > 0 and line.quoted[opening - 1] == line.quoted[place] and place - opening <= 6:
        opening -= 1
    inside = is_preposition(line.key(opening - 1)) or is_determiner(line.key(opening - 1))
    return opening - 1 if line.is_mark(opening) and opening > 0 and inside and place - opening <= 6 else place


def _joins(line: Line, place: int) -> bool:
    """Whether "and" here joins two nouns rather than two sentences."""
    return line.is_word(place - 1) and not is_verb(line, place - 1) and not is_conjunction(line.key(place - 1))


def _goes_on(line: Line, place: int) -> bool:
    """Whether a noun goes on to the left of a determiner: "a source in the ministry"; "one of the"; "all the"."""
    before = line.key(place - 1)
    if line.quoted[place - 1] != line.quoted[place] and place:
        return False
    return place > 0 and (is_inner_preposition(before) or is_determiner(before) or before == "and")


def _belongs(line: Line, place: int, end: int) -> bool:
    """Whether a token can be part of the noun that ends before `end`."""
    key = line.key(place)
    if line.is_mark(place) or (line.quoted[place] != line.quoted[end - 1] and not line.is_mark(end - 1)):
        return False
    if not line.is_word(place):
        return key == "&" or (key == "." and len(line.key(place - 1)) <= 3 and line.shown(place - 1)[:1].isupper())
    if is_conjunction(key) or (is_pronoun(key) and key != "us"):
        return False
    if is_preposition(key):
        return is_inner_preposition(key)
    if key in ("familiar", "close", "briefed"):
        return True
    if is_reduced(line, place):
        return True
    return not is_verb(line, place) and not (
        is_adverb(key) and key not in ("first", "all", "both", "only", "too", "long", "further", "just", "even")
    )


def _trimmed(line: Line, first: int, end: int) -> Noun | None:
    """Without what only precedes the noun: a leading time or a place, an adverb, a stray mark."""
    while first < end:
        key = line.key(first)
        if is_preposition(key) or key in ("and", "&", ".", "ago"):
            first = _after_adjunct(line, first, end) if is_preposition(key) else first + 1
        elif (
            key in ("earlier", "later", "yesterday", "today", "meanwhile", "again", "then", "first")
            or (key in ("last", "next", "late", "early", "this") and is_time(line.key(first + 1)))
            or (
                is_time(key)
                and first + 1 < end
                and key not in ("may", "march", "august", "april", "june", "last", "this", "next", "day")
                and not is_preposition(line.key(first + 1))
            )
        ):
            first += 1
        else:
            break
    if first >= end or not can_speak(line, first, end):
        return None
    return Noun(first, end, first)


def _after_adjunct(line: Line, first: int, end: int) -> int:
    """Where a noun begins after a preposition that only brings in a time or a place: "On Monday police"."""
    place = first + 1
    while place < end and is_time(line.key(place)):
        place += 1
    if place > first + 1:
        return place
    for at in range(place + 1, end):
        if is_determiner(line.key(at)) and not is_preposition(line.key(at - 1)):
            return at
    if is_determiner(line.key(place)):
        occasion = next((at for at in range(place, end) if line.key(at) in listed("words", "occasions")), place)
        return occasion + 1
    return place + 1
