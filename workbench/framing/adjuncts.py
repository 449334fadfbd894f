"""When, where and on what occasion something was said: no part of who says it, nor of what is said."""

from workbench.framing.lines import Line
from workbench.framing.lists import is_adverb, listed
from workbench.framing.wordclasses import is_conjunction, is_determiner, is_preposition, is_pronoun, is_time, is_verb


def is_occasion(line: Line, place: int) -> bool:
    """Whether a preposition brings in when or where something was said: "on Monday", "in a statement"."""
    for at in range(place + 1, min(len(line), place + 6)):
        key = line.key(at)
        if (is_time(key) and key not in ("this", "last", "late", "early")) or (
            key in listed("words", "occasions") and line.key(place) not in ("of", "from", "for", "by", "with")
        ):
            return True
        if not line.is_word(at) or is_preposition(key) or (not is_determiner(key) and line.shown(at)[0].isupper()):
            return False
    return False


def after_adjuncts(line: Line, place: int) -> int:
    """The first token from `place` on that belongs to no time, place or occasion of saying."""
    while place < len(line):
        key = line.key(place)
        if (
            is_adverb(key)
            or (is_time(key) and key not in ("may", "march", "this", "last"))
            or (key in ("last", "this", "late", "early") and is_time(line.key(place + 1)))
        ):
            place += 1
        elif key in ("on", "in", "at", "during", "by", "via", "through") and is_occasion(line, place):
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
            if not (
                following in listed("words", "occasions")
                or following in ("of", "with", "to")
                or is_time(following)
                or following[:1].isdecimal()
            ):
                return stop + 1
        stop += 1
    return stop
