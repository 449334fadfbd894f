"""What agrees and what conflicts, in words that a person can check."""

from workbench.figures.judging import Verdict
from workbench.figures.mentions import Mention
from workbench.figures.model import Agreement, FigureKind
from workbench.spans import Span

_MOST_WORDS = 8
_MOST_TOLD = 3


def agreements(a: Mention, b: Mention, verdict: Verdict) -> tuple[Agreement, ...]:
    """What both sides have in common: what is counted, what happened, names, words; the weightiest first."""
    found: list[Agreement] = []
    if a.thing_span and b.thing_span:
        found.append(Agreement("counted", a.thing_span, b.thing_span, a.thing_text, b.thing_text))
    if a.predicate_span and b.predicate_span and a.predicate and b.predicate and _one_event(a, b):
        found.append(Agreement("event", a.predicate_span, b.predicate_span, a.predicate_text, b.predicate_text))
    words = []
    for form in verdict.shared[:_MOST_WORDS]:
        x, y = a.context[form], b.context[form]
        told = "name" if x.name and y.name else "word"
        words.append((told, x.span, y.span, form))
    return (*found, *(Agreement(told, left, right, form, form) for told, left, right, form in words))


def with_texts(told: Agreement, left: str, right: str) -> Agreement:
    """An agreement with the words as they stand in the texts of the two articles."""
    return Agreement(told.what, told.left, told.right, told.left.of(left), told.right.of(right))


def joined(told: tuple[Agreement, ...], left: str, right: str) -> tuple[Agreement, ...]:
    """Agreements in words that stand side by side in both articles, as one ("Deir ez-Zor")."""
    facts = [with_texts(one, left, right) for one in told if one.what in ("counted", "event")]
    words = [one for one in told if one.what in ("name", "word")]
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


def _touch(first: Span, second: Span) -> bool:
    return 0 <= second.start - first.end <= 1


def _one_event(a: Mention, b: Mention) -> bool:
    assert a.predicate
    assert b.predicate
    return a.predicate.form == b.predicate.form or bool(a.predicate.event and a.predicate.event == b.predicate.event)


def summary(a: Mention, b: Mention) -> str:
    """What conflicts, in a few words: "41 against 57 soldiers"."""
    counted = a.thing_text if a.kind is FigureKind.COUNT else ""
    return f"{a.figure} against {b.figure} {counted}".strip()


def told_in_full(start: str, told: tuple[Agreement, ...]) -> str:
    """The sentence with the event and the weightiest words that both articles have."""
    events = [one for one in told if one.what == "event"]
    event = f" (“{events[0].left_text}”)" if events else ""
    words = list(dict.fromkeys(one.left_text for one in told if one.what in ("name", "word")))[:_MOST_TOLD]
    where = f": both speak of {_listed(words)}" if words else ""
    return f"{start}{event}{where}."


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
