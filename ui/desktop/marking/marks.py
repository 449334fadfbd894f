"""What people put on the text of an article, anywhere in it: tags and notes on stretches, passages and edits."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

from PySide6.QtGui import QColor

from ui.desktop.sides.pane_spans import PaneSpan
from ui.desktop.theme import Themes
from workbench.model import Code, Target
from workbench.snapshot import Snapshot
from workbench.spans import Span

_LEAST_CONTRAST, _STEP, _MOST_STEPS = 3.0, 0.05, 20
"""A line is seen from a contrast of 3 to 1 on (WCAG 2.1, 1.4.11)."""


class On(Enum):
    """What a tag or note stands on."""

    SPAN = "a stretch of the text"
    PASSAGE = "a whole passage"
    EDIT = "an edit"


@dataclass(frozen=True, slots=True)
class SpanMark:
    """The tags and the note of one target, and where it stands in the article that is looked at."""

    target: Target
    span: Span
    on: On
    codes: tuple[Code, ...]
    note: str


def marks_of(snapshot: Snapshot, article_id: int) -> list[SpanMark]:
    """All that stands on an article, in the order of the text. An edit stands on both of its articles."""
    targets = dict.fromkeys((*(tag.target for tag in snapshot.tags), *(note.target for note in snapshot.notes)))
    families = snapshot.families_of_article.get(article_id, ())
    passages = {witness.place for family in families for witness in family.witnesses}
    found = []
    for target in targets:
        for span in _spans(target, article_id):
            on = On.EDIT if target.base else On.PASSAGE if target.place in passages else On.SPAN
            note = snapshot.note_on(target)
            found.append(SpanMark(target, span, on, snapshot.codes_on(target), note.text if note else ""))
    return sorted(found, key=lambda mark: (mark.span, mark.on is not On.PASSAGE))


def _spans(target: Target, article_id: int) -> Iterator[Span]:
    if target.place.article_id == article_id:
        yield target.place.span
    elif target.base and target.base.article_id == article_id:
        yield target.base.span


def painted(
    marks: list[SpanMark], themes: Themes, shown: Callable[[Span], tuple[Span, ...]], *, edits: bool
) -> list[PaneSpan]:
    """What is seen of marks in a text, in the colour of the newest code; a note alone has that of notices.

    `shown` gives the pieces in which a stretch of the article stands there, `edits` says whether edits are seen too.
    """
    return [
        PaneSpan(
            shown(mark.span),
            _colour(mark, themes),
            strong=mark.on is On.SPAN,
            passage=mark.on is On.PASSAGE,
            codes=mark.codes,
            noted=bool(mark.note),
        )
        for mark in marks
        if is_seen(mark, edits=edits)
    ]


def is_seen(mark: SpanMark, *, edits: bool) -> bool:
    """Whether a mark is seen in a text; edits are only where they have no list beside it."""
    return bool(len(mark.span)) and (mark.on is not On.EDIT or edits)


def _colour(mark: SpanMark, themes: Themes) -> QColor:
    return seen_on(themes.colour("page"), QColor(mark.codes[-1].colour)) if mark.codes else themes.colour("notice")


def seen_on(ground: QColor, colour: QColor) -> QColor:
    """A colour that a person chose, made lighter or darker until a line of it can be seen on a ground."""
    dark = _luminance(ground) < 0.5
    for _ in range(_MOST_STEPS):
        if _contrast(ground, colour) >= _LEAST_CONTRAST:
            break
        lightness = colour.lightnessF() + (_STEP if dark else -_STEP)
        hue, saturation = max(0.0, colour.hslHueF()), colour.hslSaturationF()
        colour = QColor.fromHslF(hue, saturation, min(1.0, max(0.0, lightness)))
    return colour


def _contrast(one: QColor, other: QColor) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: QColor) -> float:
    """The relative luminance of WCAG 2."""
    red, green, blue = (_linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
