"""The words that name a source: how far they reach to the left and to the right of a verb, without a parser."""

from collections.abc import Callable
from typing import NamedTuple

from workbench.comparing.kinds import is_finite
from workbench.framing.lines import Line
from workbench.framing.lists import is_adverb, is_noun_form, listed, saying_lemma

_REACH = 30
_LONGEST_CONJUNCT = 5


class Noun(NamedTuple):
    """The tokens `first` to `stop` (half open) that name somebody, and those that describe them, if any.

    `edge` is where the whole begins (for a noun before a verb) or ends (for one after).
    """

    first: int
    stop: int
    edge: int
    description: tuple[int, int] | None = None


def _in(table: str, name: str) -> Callable[[str], bool]:
    return lambda key: key in listed(table, name)


is_determiner = _in("words", "determiners")
is_inner_preposition = _in("words", "inner_prepositions")
is_preposition = _in("words", "prepositions")
is_conjunction = _in("words", "conjunctions")
is_pronoun = _in("words", "pronouns")
is_auxiliary = _in("words", "auxiliaries")
is_time = _in("words", "times")


def is_possessive(key: str) -> bool:
    """Whether a folded word is a possessive: "ministry's"."""
    return key.endswith("'s") and key not in ("it's", "he's", "she's", "that's", "there's", "who's")


def is_participle(key: str) -> bool:
    """Whether a folded word can be a participle after its noun: "published", "seen", "working"."""
    return key.endswith(("ed", "en")) or key in _PARTICIPLES


_PARTICIPLES = frozenset(
    ("held", "sent", "made", "led", "run", "shown", "known", "kept", "drawn", "obtained", "speaking", "working", "living", "acting")
)


def _is_reduced(line: Line, index: int) -> bool:
    """Whether a participle here describes the noun before it: "a study published in", "a source quoted by"."""
    key = line.key(index)
    return is_participle(key) and line.key(index + 1) in ("by", "in", "at", "to", "with", "on", "for", "from", "as")


def is_verb(line: Line, index: int) -> bool:
    """Whether a token reads as a finite verb."""
    key = line.key(index)
    if is_auxiliary(key) and key != "may" and key != "will":
        return True
    if line.key(index + 1) in ("tank", "tanks"):
        return False
    if not key.isalpha() or is_noun_form(key):
        return key in ("may", "will") and not line.shown(index)[0].isupper()
    if line.shown(index)[0].isupper() and index:
        return False
    if key.endswith("ed") and (not index or is_determiner(line.key(index - 1)) or is_possessive(line.key(index - 1))):
        return False  # "unnamed traders", "a retired officer"
    return is_finite(key) or (bool(saying_lemma(key)) and key.endswith(("ed", "s", "d")) and not key.endswith("ers"))


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
            if mark != ")" and _is_name(line, *middle) and not _is_name(line, core.first, core.stop) and middle[1] - middle[0] <= 5:
                return Noun(core.first, middle[1], core.first)
            return Noun(core.first, core.stop, core.first, middle)
        place -= 1
    return None


def _mark_before(line: Line, place: int, mark: str, end: int) -> int:
    while place > 0 and end - place <= 2 * _REACH:
        if line.quoted[place] < 0 and line.key(place) == mark:
            return place
        place -= 1
    return -1


def _is_figure(line: Line, noun: Noun) -> bool:
    return noun.stop - noun.first == 1 and line.key(noun.first)[0].isdecimal()


def _describes(line: Line, middle: tuple[int, int], core: Noun) -> bool:
    """Whether what stands between two commas tells about the noun before the first."""
    first = line.key(middle[0])
    if first in ("who", "which", "whose", "whom", "citing", "quoting", "speaking", "himself", "herself", "itself", "now", "then", "formerly", "also", "together", "along"):
        return True
    if first[0].isdecimal() or is_preposition(first) or _is_reduced(line, middle[0]) or first.endswith("ing"):
        return True
    if is_determiner(first) and _is_name(line, core.first, core.stop):
        return True
    if any(is_verb(line, at) for at in range(*middle)) and not any(line.key(at) in ("who", "which", "that") for at in range(*middle)):
        return False
    return line.is_word(middle[0]) and not is_conjunction(first) and not is_pronoun(first)


def _is_name(line: Line, first: int, stop: int) -> bool:
    """Whether tokens are all of a proper name."""
    shown = [line.shown(at) for at in range(first, stop) if line.is_word(at)]
    return bool(shown) and all(word[0].isupper() or word in ("de", "van", "von", "al", "bin", "der", "la", "el", "del", "di") for word in shown)


def _left_core(line: Line, end: int) -> Noun | None:
    """A noun with what belongs to it, read to the left from token `end`."""
    place = end - 1
    if is_pronoun(line.key(place)) and line.quoted[place] == line.quoted[min(end, len(line) - 1)]:
        return None if line.key(place) in ("him", "them", "us", "me") else Noun(place, end, place)
    first, conjunct = end, 0
    while place >= 0 and end - place <= _REACH:
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
    """Before a name in marks that is part of a noun: "organisers of “Helsinki Calling” said"; the place itself elsewhere."""
    if not line.is_mark(place) or line.quoted[place] == line.quoted[end - 1] and place != end - 1:
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
    if _is_reduced(line, place):
        return True
    return not is_verb(line, place) and not (is_adverb(key) and key not in ("first", "all", "both", "only", "too", "long", "further", "just", "even"))


def _trimmed(line: Line, first: int, end: int) -> Noun | None:
    """Without what only precedes the noun: a leading time or a place, an adverb, a stray mark."""
    while first < end:
        key = line.key(first)
        if is_preposition(key) or key in ("and", "&", ".", "ago"):
            first = _after_adjunct(line, first, end) if is_preposition(key) else first + 1
        elif key in ("earlier", "later", "yesterday", "today", "meanwhile", "again", "then", "first") or (
            key in ("last", "next", "late", "early", "this") and is_time(line.key(first + 1))
        ):
            first += 1
        elif is_time(key) and first + 1 < end and key not in ("may", "march", "august", "april", "june", "last", "this", "next", "day") and not is_preposition(line.key(first + 1)):
            first += 1
        else:
            break
    if first >= end or not _can_speak(line, first, end):
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


def _can_speak(line: Line, first: int, end: int) -> bool:
    """Whether a noun has a word in it that can be a source at all."""
    keys = [line.key(at) for at in range(first, end)]
    if not any(key[0].isalnum() for key in keys):
        return False
    if all(is_determiner(key) or is_time(key) or is_preposition(key) or key in ("as", "and", "there") for key in keys):
        return keys in (["many"], ["some"], ["several"], ["both"], ["one"], ["others"], ["most"])
    return next(key for key in reversed(keys) if key not in ('"', "'"))[0].isalnum()


def right_noun(line: Line, first: int) -> Noun | None:
    """What names somebody from token `first` on, with a name after a comma: "the builder, Otto Kranz"."""
    if line.key(first) in ("one", "two", "three") and line.key(first + 1) == "of":
        stop = first + 2
    else:
        stop = first
    if is_pronoun(line.key(first)):
        return Noun(first, first + 1, first + 1)
    while stop < len(line) and stop - first <= _REACH and _goes_right(line, first, stop):
        stop += 1
    while stop > first and (is_preposition(line.key(stop - 1)) or is_determiner(line.key(stop - 1)) or line.key(stop - 1) in ("and", "&", ".") or is_adverb(line.key(stop - 1))):
        stop -= 1
    if stop <= first or not _can_speak(line, first, stop):
        return None
    return _with_name_after(line, first, stop)


def _with_name_after(line: Line, first: int, stop: int) -> Noun:
    if line.key(stop) != ",":
        return Noun(first, stop, stop)
    end = next((at for at in range(stop + 1, min(len(line), stop + 40)) if line.key(at) in (",", ".", ";", '"', ":") and line.quoted[at] == line.quoted[stop]), min(len(line), stop + 40))
    if end > stop + 1 and end - stop <= 6 and _is_name(line, stop + 1, end) and not _is_name(line, first, stop):
        return Noun(first, end, end)
    if line.key(stop + 1) in ("who", "which", "whose", "whom") or (is_determiner(line.key(stop + 1)) and _is_name(line, first, stop)):
        return Noun(first, stop, end, (stop + 1, end))
    return Noun(first, stop, stop)


def _goes_right(line: Line, first: int, place: int) -> bool:
    """Whether a noun that begins at `first` goes on at `place`."""
    key = line.key(place)
    if line.quoted[place] != line.quoted[first] or line.is_mark(place):
        return False
    if not line.is_word(place):
        return key == "&" or (key == "." and 0 < len(line.key(place - 1)) <= 3 and line.shown(place - 1)[0].isupper() and line.is_word(place + 1))
    if key == "and":
        return line.is_word(place + 1) and not is_pronoun(line.key(place + 1)) and not is_verb(line, place + 1) and not saying_lemma(line.key(place + 1)) and _short_conjunct(line, place + 1)
    if is_conjunction(key) or (is_pronoun(key) and key != "us"):
        return False
    if is_preposition(key):
        return is_inner_preposition(key) and not _is_occasion(line, place)
    if place > first and is_determiner(key) and not (is_preposition(line.key(place - 1)) or is_determiner(line.key(place - 1)) or line.key(place - 1) == "and"):
        return False
    if _is_reduced(line, place):
        return line.key(place + 1) != "by" or key not in ("quoted", "cited")
    if is_time(key) and place > first and not is_determiner(line.key(place - 1)) and key not in ("may", "march", "early", "late"):
        return False
    if not line.shown(place)[0].isupper() and place - first >= 2 and _is_name(line, first, place) and not is_known(key):
        return False  # "Jan Berg stands on a balcony"
    return not is_verb(line, place) and not is_adverb(key)


def is_known(key: str) -> bool:
    """Whether a folded word is a common name for a source."""
    return any(key in listed("sources", name) for name in ("persons", "organisations", "documents", "outlet_heads"))


def _short_conjunct(line: Line, first: int) -> bool:
    """Whether what follows "and" is a noun alone, not a sentence of its own."""
    for at in range(first, min(len(line), first + 6)):
        if not line.is_word(at) or is_preposition(line.key(at)):
            return True
        if is_verb(line, at):
            return line.quoted[at] != line.quoted[first]
    return True


def _is_occasion(line: Line, place: int) -> bool:
    """Whether a preposition brings in when or where something was said: "on Monday", "in a statement"."""
    for at in range(place + 1, min(len(line), place + 6)):
        key = line.key(at)
        if is_time(key) and key not in ("this", "last", "late", "early") or (key in listed("words", "occasions") and line.key(place) not in ("of", "from", "for", "by", "with")):
            return True
        if not line.is_word(at) or is_preposition(key) or (not is_determiner(key) and line.shown(at)[0].isupper()):
            return False
    return False


def after_adjuncts(line: Line, place: int) -> int:
    """The first token from `place` on that belongs to no time, place or occasion of saying."""
    while place < len(line):
        key = line.key(place)
        if is_adverb(key) or is_time(key) and key not in ("may", "march", "this", "last"):
            place += 1
        elif key in ("last", "this", "late", "early") and is_time(line.key(place + 1)):
            place += 1
        elif key in ("on", "in", "at", "during", "by", "via", "through") and _is_occasion(line, place):
            place = _occasion_end(line, place + 1)
        else:
            break
    return place


def _occasion_end(line: Line, place: int) -> int:
    """The end of "a written statement of four lines" or "Monday"."""
    stop = place
    while stop < len(line) and line.is_word(stop) and line.quoted[stop] == line.quoted[place]:
        key = line.key(stop)
        if is_conjunction(key) or is_pronoun(key) or is_verb(line, stop):
            break
        if key in listed("words", "occasions") or is_time(key):
            following = line.key(stop + 1)
            if not (following in listed("words", "occasions") or following in ("of", "with", "to") or is_time(following) or following[:1].isdecimal()):
                return stop + 1
        stop += 1
    return stop
