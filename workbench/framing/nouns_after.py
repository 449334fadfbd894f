"""The words that name a source after a verb or a phrase: how far they reach to the right."""

from workbench.framing.adjuncts import is_occasion
from workbench.framing.lines import Line
from workbench.framing.lists import is_adverb, saying_lemma
from workbench.framing.nouns import REACH, Noun
from workbench.framing.wordclasses import (
    can_speak,
    is_conjunction,
    is_determiner,
    is_inner_preposition,
    is_known,
    is_name,
    is_preposition,
    is_pronoun,
    is_reduced,
    is_time,
    is_verb,
)


def right_noun(line: Line, first: int) -> Noun | None:
    """What names somebody from token `first` on, with a name after a comma: "the builder, Otto Kranz"."""
    stop = first + 2 if line.key(first) in ("one", "two", "three") and line.key(first + 1) == "of" else first
    if is_pronoun(line.key(first)):
        return Noun(first, first + 1, first + 1)
    if stop > first and line.key(stop) in ("them", "those", "us"):
        return Noun(first, stop + 1, stop + 1)
    while stop < len(line) and stop - first <= REACH and _goes_right(line, first, stop):
        stop += 1
    while stop > first and (
        is_preposition(line.key(stop - 1))
        or is_determiner(line.key(stop - 1))
        or line.key(stop - 1) in ("and", "&", ".")
        or is_adverb(line.key(stop - 1))
    ):
        stop -= 1
    if stop <= first or not can_speak(line, first, stop):
        return None
    return _with_name_after(line, first, stop)


def _with_name_after(line: Line, first: int, stop: int) -> Noun:
    if line.key(stop) != ",":
        return Noun(first, stop, stop)
    end = next(
        (
            at
            for at in range(stop + 1, min(len(line), stop + 40))
            if line.key(at) in (",", ".", ";", '"', ":") and line.quoted[at] == line.quoted[stop]
        ),
        min(len(line), stop + 40),
    )
    if end > stop + 1 and end - stop <= 6 and is_name(line, stop + 1, end) and not is_name(line, first, stop):
        return Noun(first, end, end)
    relatives = ("who", "which", "whose", "whom")
    until = next((at for at in range(stop + 1, end) if line.key(at) in (*relatives, "that")), end)
    is_title = is_determiner(line.key(stop + 1)) and not any(is_verb(line, at) for at in range(stop + 1, until))
    if line.key(stop + 1) in relatives or (is_title and is_name(line, first, stop)):
        return Noun(first, stop, end, (stop + 1, end))
    return Noun(first, stop, stop)


def _goes_right(line: Line, first: int, place: int) -> bool:
    """Whether a noun that begins at `first` goes on at `place`."""
    key = line.key(place)
    if line.quoted[place] != line.quoted[first] or line.is_mark(place):
        return False
    if not line.is_word(place):
        return key == "&" or (
            key == "."
            and 0 < len(line.key(place - 1)) <= 3
            and line.shown(place - 1)[0].isupper()
            and line.is_word(place + 1)
        )
    if key == "and":
        return (
            line.is_word(place + 1)
            and not is_pronoun(line.key(place + 1))
            and not is_verb(line, place + 1)
            and not saying_lemma(line.key(place + 1))
            and _short_conjunct(line, place + 1)
        )
    if is_conjunction(key) or (is_pronoun(key) and key != "us"):
        return False
    if is_preposition(key):
        own = key == "from" and line.key(place + 1) in ("his", "her", "their", "its")
        return is_inner_preposition(key) and not own and not is_occasion(line, place)
    if (
        place > first
        and is_determiner(key)
        and not (
            is_preposition(line.key(place - 1)) or is_determiner(line.key(place - 1)) or line.key(place - 1) == "and"
        )
    ):
        return False
    if is_reduced(line, place):
        return line.key(place + 1) != "by" or key not in ("quoted", "cited")
    if (
        is_time(key)
        and place > first
        and not is_determiner(line.key(place - 1))
        and key not in ("may", "march", "early", "late")
    ):
        return False
    if not line.shown(place)[0].isupper() and place - first >= 2 and is_name(line, first, place) and not is_known(key):
        return False  # "Jan Berg stands on a balcony"
    return not is_verb(line, place) and not is_adverb(key)


def _short_conjunct(line: Line, first: int) -> bool:
    """Whether what follows "and" is a noun alone, not a sentence of its own."""
    for at in range(first, min(len(line), first + 6)):
        if not line.is_word(at) or is_preposition(line.key(at)):
            return True
        if is_verb(line, at):
            return line.quoted[at] != line.quoted[first]
    return True
