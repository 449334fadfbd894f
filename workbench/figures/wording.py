"""What agrees and what conflicts, in words that a person can check."""

from datetime import date

from workbench.comparing.lexicon import word_list
from workbench.figures.judging import Verdict
from workbench.figures.mentions import Mention, Told
from workbench.figures.model import Agreement, FigureKind
from workbench.spans import Span

_FACTS = ("counted", "event")
_MOST_WORDS = 8
_MOST_TOLD = 3


def agreements(a: Mention, b: Mention, verdict: Verdict) -> tuple[Agreement, ...]:
    """What both sides have in common: what is counted, what happened, names, words; the weightiest first."""
    found: list[Agreement] = []
    if a.thing_told and b.thing_told:
        found.append(_agreement("counted", a.thing_told, b.thing_told))
    if a.predicate_told and b.predicate_told and _one_event(a, b):
        found.append(_agreement("event", a.predicate_told, b.predicate_told))
    times = word_list("time", "weekdays", "months")
    words = []
    for form in verdict.shared[:_MOST_WORDS]:
        x, y = a.context[form], b.context[form]
        told = "name" if x.name and y.name else "time" if form in times else "word"
        words.append((told, x.span, y.span, form))
    return (*found, *(Agreement(told, left, right, form, form) for told, left, right, form in words))


def with_texts(told: Agreement, left: str, right: str) -> Agreement:
    """An agreement with the words as they stand in the texts of the two articles."""
    return Agreement(told.what, told.left, told.right, told.left.of(left), told.right.of(right))


def joined(told: tuple[Agreement, ...], left: str, right: str) -> tuple[Agreement, ...]:
    """Agreements in words that stand side by side in both articles, as one ("Deir ez-Zor")."""
    facts = [with_texts(one, left, right) for one in told if one.what in _FACTS]
    words = [one for one in told if one.what not in _FACTS]
    found: list[Agreement] = []
    for one in sorted(words, key=lambda one: one.left):
        before = found[-1] if found else None
        if (
            before
            and before.what == one.what == "name"
            and _touch(before.left, one.left)
            and _touch(before.right, one.right)
        ):
            found[-1] = Agreement(
                "name", Span(before.left.start, one.left.end), Span(before.right.start, one.right.end), "", ""
            )
        else:
            found.append(one)
    rank = {one.left.start: index for index, one in reversed(list(enumerate(words)))}
    found.sort(key=lambda one: min(rank.get(at, len(words)) for at in range(one.left.start, one.left.end)))
    return (*facts, *(with_texts(one, left, right) for one in found))


def _agreement(what: str, left: Told, right: Told) -> Agreement:
    return Agreement(what, left.span, right.span, left.text, right.text)


def _touch(first: Span, second: Span) -> bool:
    return 0 <= second.start - first.end <= 1


def _one_event(a: Mention, b: Mention) -> bool:
    x, y = a.predicate, b.predicate
    return bool(x and y and (x.form == y.form or (x.event and x.event == y.event)))


def summary(a: Mention, b: Mention) -> str:
    """What conflicts, in a few words: "41 against 57 soldiers", "14 people against 19 soldiers"."""
    if a.moment and b.moment:
        return f"{_dated(a)} against {_dated(b)}"
    left, right = a.text, b.text[:1].lower() + b.text[1:]
    if a.kind is not FigureKind.COUNT or not a.thing or not b.thing or not a.thing_told or not b.thing_told:
        counted = a.thing_told or b.thing_told if a.kind is FigureKind.COUNT else None
        return f"{left} against {right}{f' {counted.text}' if counted else ''}"
    if a.thing.form == b.thing.form:
        return f"{left} against {right} {min(a.thing_told.text, b.thing_told.text, key=len)}"
    return f"{left} {a.thing_told.text} against {right} {b.thing_told.text}"


def _dated(mention: Mention) -> str:
    """A day as it stands, with the date it means where it does not say itself and only one can be meant."""
    days = mention.moment.days if mention.moment else ()
    named = any(map(str.isdigit, mention.text))
    if named or len(days) != 1 or days[0][0] != days[0][1]:
        return mention.text
    return f"{mention.text} ({date.fromordinal(days[0][0]).isoformat()})"


def told_in_full(start: str, told: tuple[Agreement, ...]) -> str:
    """The sentence with the event and the weightiest words that both articles have."""
    events = [one for one in told if one.what == "event"]
    event = f" (“{events[0].left_text}”)" if events else ""
    words = list(dict.fromkeys(one.left_text for one in told if one.what not in _FACTS))[:_MOST_TOLD]
    where = f": both speak of {_listed(words)}" if words else ""
    return f"{start}{event}{where}."


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
