"""What a figure counts and what happened to it, from the words around it: "83 soldiers were killed"."""

from typing import NamedTuple

from workbench.figures.lexicon import listed, predicates, stop_words, things
from workbench.figures.model import FigureKind
from workbench.figures.numerals import Figure
from workbench.figures.words import Words, is_plural, is_verb

_LONGEST_PHRASE = 6
_REACH_RIGHT, _REACH_LEFT = 9, 12
_CLAUSE_ENDS = frozenset((";", ":", ".", "(", ")", "...", "--"))
_JOINTS = frozenset((",", "and", "but", "or", "while", "which", "as", "after", "when", "since", "because", "that", "-"))
_AUXILIARIES = frozenset(
    ("was", "were", "been", "be", "being", "had", "have", "has", "is", "are", "will", "would", "got")
)
_OF = frozenset(("of",))
_DETERMINERS = frozenset(("the", "a", "an", "its", "his", "her", "their"))


class Thing(NamedTuple):
    """What is counted: words `first` to `last` (the head is `last`), by its dictionary form, and what narrows it."""

    form: str
    first: int
    last: int
    narrowed: frozenset[str] = frozenset()
    peoples: frozenset[str] = frozenset()


class Predicate(NamedTuple):
    """What happened: the word `at` an index, its dictionary form, and the class of events, if it is a known one."""

    form: str
    at: int
    event: str


def thing_of(words: Words, figure: Figure) -> Thing | None:
    """What a figure counts or is a measure of, if the words after it say so."""
    start = figure.last + 1
    if figure.unit == "times":
        return None
    if figure.kind is FigureKind.COUNT:
        start += words.key(start) == "of" and words.key(figure.last) in (
            "dozens",
            "scores",
            "hundreds",
            "thousands",
            "millions",
        )
        return _plural_head(words, _run(words, start))
    if figure.compound:
        return _last_head(words, _run(words, start))
    if words.key(start) not in _OF:
        return None
    start += 1
    return _last_head(words, _run(words, start + (words.key(start) in _DETERMINERS)))


def is_part(words: Words, figure: Figure, thing: Thing | None) -> bool:
    """Whether a figure is of a part, or comes on top of another ("another five", "12 of the soldiers")."""
    before = {
        words.key(figure.first - 1),
        words.key(figure.first - 2) if words.key(figure.first - 1) in ("the", "of") else "",
    }
    after = {words.key(figure.last + 1)} | ({words.key(thing.last + 1)} if thing else set())
    of_them = words.key(figure.last + 1) == "of" and figure.kind is FigureKind.COUNT and not figure.amount.vague
    return (
        of_them
        or not before.isdisjoint(listed("bounds", "partial", "before"))
        or not after.isdisjoint(listed("bounds", "partial", "after"))
    )


def predicate_of(words: Words, figure: Figure, thing: Thing | None) -> Predicate | None:
    """What happened to what is counted: a verb behind it ("were killed"), else one before ("killed 62 soldiers")."""
    if thing and thing.form in predicates() and words.key(thing.last) in listed("events", "things", "outcomes"):
        return Predicate(thing.form, thing.last, predicates()[thing.form])
    if thing and figure.kind is not FigureKind.COUNT and thing.form in predicates():
        return Predicate(thing.form, thing.last, predicates()[thing.form])
    after = max(figure.last, thing.last if thing else 0) + 1
    if figure.kind is FigureKind.DATE:
        return _done_on(words, figure)
    often = figure.unit == "times"
    return (
        _behind(words, after, often)
        or _before(words, figure.first - 1, often)
        or (None if often else _noun_near(words, figure.first))
    )


def _done_on(words: Words, figure: Figure) -> Predicate | None:
    """The verb that a day belongs to: the nearest in its clause, right behind it or before."""
    opening = range(figure.last + 2, figure.last + _REACH_RIGHT) if figure.first <= 1 else ()
    if opening and words.key(figure.last + 1) != ",":
        opening = range(figure.last + 1, figure.last + _REACH_RIGHT)
    for at in opening:
        if words.key(at) in _CLAUSE_ENDS or words.key(at) in ("that", "which", "who"):
            return None
        if is_verb(words, at) and words.key(at) not in stop_words():
            return _said_by(words, at, light=False)
    for at in (figure.last + 1, *range(figure.first - 1, max(-1, figure.first - _REACH_LEFT), -1)):
        key = words.key(at)
        if key in _CLAUSE_ENDS or (key == "," and at < figure.first):
            return None
        if is_verb(words, at) and key not in stop_words():
            return _said_by(words, at, light=False)
        if words.key(at - 1) in ("will", "would", "to", "shall") and words.says_something(at) and not words.names[at]:
            return _said_by(words, at, light=False)
    return None


def _behind(words: Words, after: int, light: bool) -> Predicate | None:
    """The verb that follows, in the same clause: a participle right behind, or a verb with its auxiliary."""
    auxiliary = False
    for index in range(after, min(after + _REACH_RIGHT, len(words.tokens))):
        key = words.key(index)
        if key in _CLAUSE_ENDS or key in _JOINTS or key[:1].isdigit():
            return None
        if key in _AUXILIARIES:
            auxiliary = True
        elif is_verb(words, index) or (auxiliary and words.forms[index] in predicates()):
            if auxiliary or index <= after + 1:
                return _said_by(words, index, light)
        elif auxiliary and key not in stop_words() and not key.endswith("ly"):
            return None
    return None


def _before(words: Words, index: int, light: bool) -> Predicate | None:
    """The nearest verb before, in the same clause."""
    commas = 0
    for at in range(index, max(-1, index - _REACH_LEFT), -1):
        key = words.key(at)
        commas += key == ","
        if key in _CLAUSE_ENDS or commas > 1:
            return None
        if (is_verb(words, at) or words.forms[at] in predicates()) and not words.names[at]:
            found = _said_by(words, at, light)
            if found:
                return found
    return None


def _noun_near(words: Words, first: int) -> Predicate | None:
    """The only word of the sentence that tells of an event, where no verb does."""
    found = [index for index, form in enumerate(words.forms) if form in predicates() and index != first]
    return Predicate(words.forms[found[0]], found[0], predicates()[words.forms[found[0]]]) if len(found) == 1 else None


def _said_by(words: Words, index: int, light: bool) -> Predicate | None:
    """A word as a predicate, unless it only says something (and not how often it was said) or carries grammar."""
    form = words.forms[index]
    if (form in listed("events", "events", "light") and not light) or words.key(index) in stop_words():
        return None
    return Predicate(form, index, predicates().get(form, ""))


def _run(words: Words, start: int) -> list[int]:
    """The words from `start` on that may be one noun phrase: up to a stop word, a mark, a number."""
    found: list[int] = []
    for index in range(start, min(start + _LONGEST_PHRASE, len(words.tokens))):
        key = words.key(index)
        if not words.is_word(index) or (key in stop_words() and not words.names[index]) or key[0].isdigit():
            break
        found.append(index)
    return found


def _plural_head(words: Words, run: list[int]) -> Thing | None:
    """What is counted: the first plural of a run, or the outcome of those who are not named ("62 dead")."""
    for at, index in enumerate(run):
        if is_verb(words, index) and not is_plural(words, index) and words.key(index) in ("said", "says"):
            break
        if not is_plural(words, index):
            continue
        last = at
        while last + 1 < len(run) and is_plural(words, run[last + 1]) and run[last + 1] == run[last] + 1:
            following = words.key(run[last + 1])
            if following in listed("events", "things", "outcomes"):
                break
            last += 1
        return _thing(words, run[: last + 1])
    return None


def _last_head(words: Words, run: list[int]) -> Thing | None:
    """What is measured: the last word of a run, without the verbs at its end."""
    while run and is_verb(words, run[-1]):
        run = run[:-1]
    return _thing(words, run) if run else None


def _thing(words: Words, run: list[int]) -> Thing:
    narrowing = [index for index in run[:-1] if words.forms[index] not in things() or words.names[index]]
    return Thing(
        words.forms[run[-1]],
        run[0],
        run[-1],
        frozenset(words.forms[index] for index in narrowing if not words.names[index]),
        frozenset(words.forms[index] for index in narrowing if words.names[index]),
    )
