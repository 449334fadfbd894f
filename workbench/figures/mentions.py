"""The figures of an article's own story, each with what it counts, what happened and what the text around is about."""

import re
from collections.abc import Callable, Hashable, Iterator
from typing import NamedTuple

from workbench.figures.amounts import Amount
from workbench.figures.context import (
    Setting,
    Shared,
    Telling,
    context,
    near,
    places,
    places_of_context,
    remarks,
    tellings,
)
from workbench.figures.model import FigureKind
from workbench.figures.moments import Moment, moments_of
from workbench.figures.numerals import Figure, figures_of
from workbench.figures.phrases import Predicate, Thing, is_part, predicate_of, thing_of
from workbench.figures.words import Words, words_of
from workbench.model import Article, Place, ZoneKind
from workbench.spans import Span
from workbench.text.folding import fold
from workbench.text.sentences import sentence_borders

_LONGEST_SENTENCE = 1200
_BETWEEN = 100
"""So many sentences of an article are read between two moments at which one may stop."""
READ_LANGUAGES = ("", "en")
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
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thir|fif|twen|for|hundred|thousand|million|billion|dozen"
    r"|score|twice|several|handful|yesterday|today|tomorrow|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday)",
    re.I,
)
"""What a sentence with a figure or a day has, and many without."""


class Told(NamedTuple):
    """Words as they stand in the article, and where."""

    span: Span
    text: str


class Mention(NamedTuple):
    """One figure of one article; `moment` is the day that it names, of a figure that is one.

    `slot` are the words that say something before and after it, by dictionary form, empty where none is near.
    """

    place: Place
    text: str
    figure: Figure
    thing: Thing | None
    thing_told: Told | None
    predicate: Predicate | None
    predicate_told: Told | None
    part: bool
    moment: Moment | None
    slot: tuple[str, str]
    setting: Setting

    @property
    def kind(self) -> FigureKind:
        """What the figure is of."""
        return self.figure.kind

    @property
    def unit(self) -> str:
        """What must be the same in two figures that are compared."""
        return self.figure.unit

    @property
    def amount(self) -> Amount:
        """What the figure allows."""
        return self.figure.amount

    @property
    def context(self) -> dict[str, Shared]:
        """The words around, by dictionary form."""
        return self.setting.context

    @property
    def copy(self) -> Hashable:
        """The same for the same figure of the same sentence wherever it stands and speaks of the same days."""
        days = tuple(moment.days for moment in self.setting.days)
        return self.setting.folded, self.place.span.start - self.setting.sentence.start, days


class _Sentences:
    """The sentences of one article, each cut into words when it is asked for."""

    def __init__(self, article: Article, text: str) -> None:
        self._text = text
        self.spans = list(_story(article, text))
        self._words: dict[int, Words] = {}
        self._tellings: dict[int, list[Telling]] = {}

    def words(self, number: int) -> Words:
        """The words of a sentence."""
        if number not in self._words:
            self._words[number] = words_of(self._text, self.spans[number])
        return self._words[number]

    def tellings(self, number: int) -> list[Telling]:
        """What a sentence is about; nothing beyond the ends of the story."""
        if not 0 <= number < len(self.spans):
            return []
        if number not in self._tellings:
            self._tellings[number] = tellings(self.words(number))
        return self._tellings[number]


def mentions_of(article: Article, text: str, heard: Callable[[], None] = lambda: None) -> list[Mention]:
    """The figures of an article's own story, in order; headline, captions, furniture and comments are left out.

    None of an article in another language than English. `heard` is called now and then, and may raise `Cancelled`.
    """
    heard()
    if article.language not in READ_LANGUAGES:
        return []
    sentences = _Sentences(article, text)
    headline = _headline(article, text)
    found: list[Mention] = []
    for number, span in enumerate(sentences.spans):
        if number % _BETWEEN == 0:
            heard()
        if _MAYBE.search(text, span.start, span.end):
            found += _in_sentence(article, sentences, number, headline)
    return found


def context_places(mention: Mention, article: Article, text: str) -> dict[str, Span]:
    """Where the words of a figure's context stand in its article, by dictionary form."""
    sentences = _Sentences(article, text)
    number = sentences.spans.index(mention.setting.sentence)
    return places_of_context(number, sentences.tellings, _headline(article, text))


def _story(article: Article, text: str) -> Iterator[Span]:
    """The sentences of the story, without those too long to be any."""
    for span in article.body:
        for start, end in sentence_borders(span.of(text), "en"):
            if end - start <= _LONGEST_SENTENCE:
                yield Span(span.start + start, span.start + end)


def _headline(article: Article, text: str) -> list[Telling]:
    span = next((zone.span for zone in article.zones if zone.kind is ZoneKind.HEADLINE), None)
    return tellings(words_of(text, span)) if span and len(span) <= _LONGEST_SENTENCE else []


def _in_sentence(article: Article, sentences: _Sentences, number: int, headline: list[Telling]) -> Iterator[Mention]:
    """The figures of one sentence, then its days."""
    words = sentences.words(number)
    moments = tuple(moments_of(words, article.published))
    taken = frozenset(index for moment in moments for index in range(moment.first, moment.last + 1))
    kept = [(figure, _thing(words, figure)) for figure in figures_of(words, taken)]
    kept = [(figure, thing) for figure, thing in kept if _is_told(words, figure, thing)]
    days = [moment for moment in moments if moment.day and moment.days and _is_when(words, moment)]
    if not kept and not days:
        return
    about = context(number, sentences.tellings, headline)
    setting = Setting(
        sentences.spans[number],
        fold(words.tokens.text),
        about,
        places(words),
        moments,
        tuple(figure for figure, _ in kept),
        remarks(words, kept),
        near(about),
    )
    for figure, thing in kept:
        yield _mention(article.id, words, figure, thing, None, setting)
    for moment in days:
        figure = Figure(moment.first, moment.last, _days_amount(moment), FigureKind.DATE, "day")
        yield _mention(article.id, words, figure, None, moment, setting)


def _mention(
    article_id: int, words: Words, figure: Figure, thing: Thing | None, moment: Moment | None, setting: Setting
) -> Mention:
    predicate = predicate_of(words, figure, thing)
    return Mention(
        Place(article_id, words.span(figure.first, figure.last)),
        words.shown(figure.first, figure.last),
        figure,
        thing,
        _told(words, thing.first, thing.last) if thing else None,
        predicate,
        _told(words, predicate.at, predicate.at) if predicate else None,
        moment is None and is_part(words, figure, thing),
        moment,
        (_nearest(words, figure.first, -1), _nearest(words, figure.last, 1)),
        setting,
    )


def _nearest(words: Words, index: int, step: int) -> str:
    """The nearest word on one side that says something."""
    for at in range(index + step, index + 5 * step, step):
        if words.is_word(at) and words.says_something(at):
            return words.forms[at]
    return ""


def _told(words: Words, first: int, last: int) -> Told:
    return Told(words.span(first, last), words.shown(first, last))


def _is_when(words: Words, moment: Moment) -> bool:
    """Whether a day is the one on which something happens: not its end or begin ("since"), no dateline."""
    before, after = words.key(moment.first - 1), words.key(moment.last + 1)
    if before in ("last", "next", "this"):
        before = words.key(moment.first - 2)
    dateline = after in ("(", ")", "-", "|", "/") or before in ("(", "-", "|", "/") or not moment.first
    return not dateline and (before == "on" or words.is_word(moment.first - 1)) and before not in _NOT_WHEN


def _is_told(words: Words, figure: Figure, thing: Thing | None) -> bool:
    """Whether it can be told what a figure is of: a bare number is one only where people are killed or hurt."""
    if figure.kind is FigureKind.AGE or thing:
        return thing is not None
    if figure.kind is not FigureKind.COUNT or figure.unit:
        return True
    found = predicate_of(words, figure, None)
    return found is not None and found.event in ("death", "injury") and abs(found.at - figure.first) <= 4


def _thing(words: Words, figure: Figure) -> Thing | None:
    return _aged(words, figure) if figure.kind is FigureKind.AGE else thing_of(words, figure)


def _aged(words: Words, figure: Figure) -> Thing | None:
    """Whose age a figure is: the name before it, or after it ("the 78-year-old Hilde Marsen")."""
    at = figure.last + 1
    if words.is_word(at) and words.names[at]:
        last = at
        while words.is_word(last + 1) and words.names[last + 1]:
            last += 1
        return Thing(words.forms[last], at, last, frozenset(), frozenset(words.forms[at:last]))
    at = figure.first - 1
    while words.key(at) in (",", "a", "is", "was", "the"):
        at -= 1
    if not words.is_word(at) or not words.names[at]:
        return None
    first = at
    while words.is_word(first - 1) and words.names[first - 1]:
        first -= 1
    return Thing(words.forms[at], first, at, frozenset(), frozenset(words.forms[first:at]))


def _days_amount(moment: Moment) -> Amount:
    """A day as an amount, by which figures are put in order."""
    return Amount(moment.days[0][0], moment.days[0][0], moment.days[-1][1])
