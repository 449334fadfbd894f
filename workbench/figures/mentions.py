"""Figures in their context: what each counts, what happened, where and when, and what the text around it is about."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from workbench.comparing.lexicon import word_list
from workbench.comparing.numbers import has_number
from workbench.figures.amounts import Amount, exactly
from workbench.figures.lexicon import is_weak, listed
from workbench.figures.model import FigureKind
from workbench.figures.moments import Moment, moments_of
from workbench.figures.numerals import Figure, figures_of
from workbench.figures.phrases import Predicate, Thing, is_part, predicate_of, thing_of
from workbench.figures.words import Words, is_verb, words_of
from workbench.model import Article, Place, ZoneKind
from workbench.spans import Span
from workbench.text.folding import fold
from workbench.text.sentences import sentence_borders

_NAME, _WORD, _TIME, _WEAK = 1.0, 0.55, 0.3, 0.12
_DECAY = {0: 1.0, -1: 0.65, -2: 0.4, 1: 0.4}
_HEADLINE = 0.5
_LONGEST_SENTENCE = 1200
_REACH_PLACE = 6
_LOCATIVES = frozenset(
    ("in", "near", "at", "outside", "around", "above", "off", "inside", "across", "toward", "towards")
)
_NOT_WHEN = frozenset(
    (
        "since",
        "until",
        "till",
        "before",
        "after",
        "by",
        "from",
        "to",
        "through",
        "of",
        "and",
        "or",
        "than",
        "between",
        "'s",
        "for",
    )
)
_MAYBE = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thir|four|fif|six|seven|eight|nine|twen|for|hundred|thousand|"
    r"million|billion|dozen|score|twice|several|handful|yesterday|today|tomorrow|tonight|monday|tuesday|wednesday|thursday|friday|"
    r"saturday|sunday)",
    re.I,
)


class Shared(NamedTuple):
    """A word of the context: how much it says, where it stands, whether in the same sentence, whether it is a name."""

    weight: float
    span: Span
    near: bool
    name: bool


class Mention(NamedTuple):
    """One figure of one article. Spans are in the article's text.

    `context` are the words of the sentence, of those around it and of the headline, by dictionary form; `places` names
    after "in" and "near", `days` what the sentence says of the time (see `Moment`), `beside` its figures,
    `remarks` whether it speaks of a total or of an event before.
    """

    place: Place
    sentence: Span
    figure: str
    kind: FigureKind
    unit: str
    amount: Amount
    thing: Thing | None
    thing_span: Span | None
    thing_text: str
    predicate: Predicate | None
    predicate_span: Span | None
    predicate_text: str
    part: bool
    word: bool
    context: dict[str, Shared]
    places: frozenset[str]
    days: tuple[Moment, ...]
    moment: Moment | None
    copy: tuple[str, int]
    beside: tuple[Figure, ...]
    remarks: frozenset[str]


def mentions_of(article: Article, text: str) -> list[Mention]:
    """The figures of an article's own story, in order; headline, captions, furniture and comments are left out."""
    if article.language not in ("", "en"):
        return []
    borders = list(_sentences(article, text))
    read: dict[int, Words] = {}

    def words_at(number: int) -> Words:
        if number not in read:
            read[number] = words_of(text, borders[number])
        return read[number]

    headline = _headline(article, text)
    found: list[Mention] = []
    for number, span in enumerate(borders):
        if not _MAYBE.search(text, span.start, span.end):
            continue
        words = words_at(number)
        around = {step: words_at(number + step) for step in _DECAY if 0 <= number + step < len(borders)}
        found.extend(_in_sentence(article, span, words, around, headline))
    return found


def _sentences(article: Article, text: str) -> Iterator[Span]:
    """The sentences of the story, without those too long to be any."""
    for span in article.body:
        for start, end in sentence_borders(span.of(text), "en"):
            if end - start <= _LONGEST_SENTENCE:
                yield Span(span.start + start, span.start + end)


def _headline(article: Article, text: str) -> Words | None:
    span = next((zone.span for zone in article.zones if zone.kind is ZoneKind.HEADLINE), None)
    return words_of(text, span) if span and len(span) <= _LONGEST_SENTENCE else None


def _in_sentence(
    article: Article, span: Span, words: Words, around: dict[int, Words], headline: Words | None
) -> Iterator[Mention]:
    """The figures of one sentence, then its days."""
    moments = tuple(moments_of(words, article.published))
    taken = frozenset(index for moment in moments for index in range(moment.first, moment.last + 1))
    kept = [(figure, thing_of(words, figure)) for figure in figures_of(words, taken)]
    kept = [(figure, thing) for figure, thing in kept if _is_told(words, figure, thing)]
    days = [moment for moment in moments if moment.day and moment.days and _is_when(words, moment)]
    if not kept and not days:
        return
    context = _context(around, headline)
    places = _places(words)
    around_it = (
        context,
        places,
        moments,
        fold(words.tokens.text),
        tuple(figure for figure, _ in kept),
        _remarks(words, kept),
    )
    for figure, thing in kept:
        yield _mention(article, span, words, (figure, thing, None), around_it)
    for moment in days:
        figure = Figure(moment.first, moment.last, _days_amount(moment), FigureKind.DATE, "day")
        yield _mention(article, span, words, (figure, None, moment), around_it)


def _mention(
    article: Article,
    span: Span,
    words: Words,
    told: tuple[Figure, Thing | None, Moment | None],
    around: tuple[dict[str, Shared], frozenset[str], tuple[Moment, ...], str, tuple[Figure, ...], frozenset[str]],
) -> Mention:
    figure, thing, moment = told
    context, places, moments, folded, beside, remarks = around
    if figure.kind is FigureKind.AGE:
        thing = _aged(words, figure)
    predicate = predicate_of(words, figure, thing)
    place = Place(article.id, words.span(figure.first, figure.last))
    return Mention(
        place,
        span,
        words.shown(figure.first, figure.last),
        figure.kind,
        figure.unit,
        figure.amount,
        thing,
        words.span(thing.first, thing.last) if thing else None,
        words.shown(thing.first, thing.last) if thing else "",
        predicate,
        words.span(predicate.at, predicate.at) if predicate else None,
        words.shown(predicate.at, predicate.at) if predicate else "",
        is_part(words, figure, thing) if moment is None else False,
        figure.word,
        context,
        places,
        moments,
        moment,
        (folded, place.span.start - span.start),
        beside,
        remarks,
    )


def _is_when(words: Words, moment: Moment) -> bool:
    """Whether a day is the one on which something happens: not its end or begin ("since"), no dateline."""
    before, after = words.key(moment.first - 1), words.key(moment.last + 1)
    if before in ("last", "next", "this"):
        before = words.key(moment.first - 2)
    dateline = after in ("(", ")", "-", "|", "/") or before in ("(", "-", "|", "/") or not moment.first
    return not dateline and (before == "on" or words.is_word(moment.first - 1)) and before not in _NOT_WHEN


def _is_told(words: Words, figure: Figure, thing: Thing | None) -> bool:
    """Whether it can be told what a figure is of: a bare number is one only where people are killed or hurt."""
    if figure.kind is FigureKind.AGE:
        return _aged(words, figure) is not None
    if figure.kind is not FigureKind.COUNT or figure.unit or thing:
        return True
    found = predicate_of(words, figure, None)
    return found is not None and found.event in ("death", "injury") and abs(found.at - figure.first) <= 4


def _aged(words: Words, figure: Figure) -> Thing | None:
    """Whose age a figure is: the name before it, or after it ("the 78-year-old Hilde Marsen")."""
    at = figure.last + 1
    if words.is_word(at) and words.names[at]:
        last = at
        while words.is_word(last + 1) and words.names[last + 1]:
            last += 1
        return Thing(words.forms[last], at, last, frozenset(), frozenset(words.forms[at:last]))
    at = figure.first - 1
    while at >= 0 and words.key(at) in (",", "a", "is", "was", "the"):
        at -= 1
    if at < 0 or not words.is_word(at) or not words.names[at]:
        return None
    first = at
    while words.is_word(first - 1) and words.names[first - 1]:
        first -= 1
    return Thing(words.forms[at], first, at, frozenset(), frozenset(words.forms[first:at]))


def _context(around: dict[int, Words], headline: Words | None) -> dict[str, Shared]:
    """The words that say what the text is about, each with the place where it says most."""
    found: dict[str, Shared] = {}
    sources = [(words, _DECAY[step], step == 0) for step, words in around.items()]
    for words, decay, near in [*sources, *([(headline, _HEADLINE, False)] if headline else [])]:
        for index, form in enumerate(words.forms):
            if (
                not words.is_word(index)
                or not (words.says_something(index) or words.names[index])
                or has_number(words.key(index))
            ):
                continue
            time = words.key(index).removesuffix("'s") in word_list("time", "weekdays", "months")
            name = words.names[index] and not time
            weight = decay * (_WEAK if is_weak(form) else _NAME if name else _TIME if time else _WORD)
            known = found.get(form)
            if known is None or known.weight < weight:
                found[form] = Shared(weight, words.span(index, index), near, name)
    return found


def _places(words: Words) -> frozenset[str]:
    """The names of a sentence that follow "in", "near" and the like: where it happened."""
    return frozenset(words.forms[index] for index, name in enumerate(words.names) if name and _is_located(words, index))


def _is_located(words: Words, index: int) -> bool:
    """Whether "in" or the like stands before a name, with at most a few words of description between."""
    for at in range(index - 1, max(-1, index - _REACH_PLACE), -1):
        key = words.key(at)
        if key in _LOCATIVES:
            return True
        if key not in ("the", "of") and not (words.says_something(at) and not is_verb(words, at)):
            return False
    return False


def _remarks(words: Words, told: Sequence[tuple[Figure, Thing | None]]) -> frozenset[str]:
    """What a sentence says of its figures: a total of several events, another event than the last, a plan."""
    keys = words.tokens.keys
    phrases = {*keys, *(f"{first} {second}" for first, second in pairwise(keys))}
    if any(thing and thing.form in listed("bounds", "remarks", "events") for _, thing in told):
        phrases.add("in total")
    return frozenset(name for name in ("total", "other", "planned") if phrases & listed("bounds", "remarks", name))


def _days_amount(moment: Moment) -> Amount:
    if not moment.days:
        return exactly(0)
    return Amount(moment.days[0][0], moment.days[0][0], moment.days[-1][1])
