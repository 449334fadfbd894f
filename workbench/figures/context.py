"""What the text around a figure is about: its names and words, where and when it happens, what the sentence remarks."""

from collections.abc import Callable, ItemsView, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from workbench.comparing.lexicon import word_list
from workbench.comparing.numbers import has_number
from workbench.figures.lexicon import is_weak, listed
from workbench.figures.moments import Moment
from workbench.figures.numerals import Figure
from workbench.figures.phrases import Thing
from workbench.figures.words import Words, is_verb
from workbench.spans import Span

NEIGHBOURS = {0: 1.0, -1: 0.65, -2: 0.4, 1: 0.4}
"""The sentences that are read with one, by their distance, and how much their words count."""
_NAME, _WORD, _TIME, _WEAK = 1.0, 0.55, 0.3, 0.12
_HEADLINE = 0.5
_CONTRACTED = ("'ll", "'re", "'ve", "'d", "'m", "n't")
_REACH_PLACE = 6
_LOCATIVES = frozenset(
    ("in", "near", "at", "outside", "around", "above", "off", "inside", "across", "toward", "towards")
)


class Telling(NamedTuple):
    """A word that says what a text is about: its dictionary form, how much it says, its span, whether it is a name."""

    form: str
    weight: float
    span: Span
    name: bool


class Shared(NamedTuple):
    """A word of the context: how much it says, whether it stands in the same sentence, whether it is a name."""

    weight: float
    near: bool
    name: bool


class Near(NamedTuple):
    """The words of the sentence itself with how much each says, and how much they say in all."""

    weights: dict[str, float]
    all: float


class Setting(NamedTuple):
    """What all figures of one sentence have in common. Spans are in the article's text.

    `context` are the words of the sentence, of those around it and of the headline, by dictionary form; `places` names
    after "in" and "near", `days` what the sentence says of the time, `beside` its figures, `remarks` what it says of
    them; `folded` is the sentence itself, folded; `near` what of the context stands in it, as every pair asks for it.
    """

    sentence: Span
    folded: str
    context: dict[str, Shared]
    places: frozenset[str]
    days: tuple[Moment, ...]
    beside: tuple[Figure, ...]
    remarks: frozenset[str]
    near: Near


def tellings(words: Words) -> list[Telling]:
    """The words of a sentence that say something, in order."""
    return list(_tellings(words))


def _tellings(words: Words) -> Iterator[Telling]:
    times = word_list("time", "weekdays", "months")
    for index, form in enumerate(words.forms):
        key = words.key(index)
        if not (words.names[index] or words.says_something(index)) or has_number(key):
            continue
        time = key.removesuffix("'s") in times
        name = words.names[index] and not time
        if key.endswith(_CONTRACTED):
            continue
        weight = _WEAK if is_weak(form) else _NAME if name else _TIME if time else _WORD
        yield Telling(form, weight, words.span(index, index), name)


def context(number: int, told: Callable[[int], Sequence[Telling]], headline: Sequence[Telling]) -> dict[str, Shared]:
    """The context of sentence `number`: each word where it says most; `told` has those of a sentence.

    Without places, for all of a large case are held at once; `places_of_context` finds them again.
    """
    return {
        form: _shared(weight, near, telling.name) for form, (weight, near, telling) in _best(number, told, headline)
    }


def places_of_context(
    number: int, told: Callable[[int], Sequence[Telling]], headline: Sequence[Telling]
) -> dict[str, Span]:
    """Where the words of a context stand."""
    return {form: telling.span for form, (_, _, telling) in _best(number, told, headline)}


def _best(
    number: int, told: Callable[[int], Sequence[Telling]], headline: Sequence[Telling]
) -> ItemsView[str, tuple[float, bool, Telling]]:
    found: dict[str, tuple[float, bool, Telling]] = {}
    sources = [(told(number + step), decay, step == 0) for step, decay in NEIGHBOURS.items()]
    for source, decay, near in (*sources, (headline, _HEADLINE, False)):
        for telling in source:
            weight = decay * telling.weight
            known = found.get(telling.form)
            if known is None or known[0] < weight:
                found[telling.form] = weight, near, telling
    return found.items()


def near(context: Mapping[str, Shared]) -> Near:
    """What of a context stands in the sentence itself."""
    weights = {form: shared.weight for form, shared in context.items() if shared.near}
    return Near(weights, sum(weights.values()))


@lru_cache(maxsize=1000)
def _shared(weight: float, near: bool, name: bool) -> Shared:
    """One record for all words that are alike in this: there are few sorts and very many words."""
    return Shared(weight, near, name)


def places(words: Words) -> frozenset[str]:
    """The names of a sentence that follow "in", "near" and the like: where it happened."""
    times = word_list("time", "weekdays", "months")
    return frozenset(
        words.forms[index]
        for index, name in enumerate(words.names)
        if name and words.key(index) not in times and _is_located(words, index)
    )


def _is_located(words: Words, index: int) -> bool:
    """Whether "in" or the like stands before a name, with at most a few words of description between."""
    for at in range(index - 1, max(-1, index - _REACH_PLACE), -1):
        key = words.key(at)
        if key in _LOCATIVES:
            return True
        if key not in ("the", "of") and not (words.says_something(at) and not is_verb(words, at)):
            return False
    return False


def remarks(words: Words, told: Sequence[tuple[Figure, Thing | None]]) -> frozenset[str]:
    """What a sentence says of its figures: a total of several events, another event than the last, a plan."""
    keys = words.tokens.keys
    phrases = {*keys, *(f"{first} {second}" for first, second in pairwise(keys))}
    if any(thing and thing.form in listed("bounds", "remarks", "events") for _, thing in told):
        phrases.add("in total")
    return frozenset(name for name in ("total", "other", "planned") if phrases & listed("bounds", "remarks", name))
