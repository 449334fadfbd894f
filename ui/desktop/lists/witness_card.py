"""How a witness is painted: who and when, its rendering with the edits in place, and what kinds of edit they are."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout
from PySide6.QtWidgets import QStyleOptionViewItem

from ui.desktop import fonts
from ui.desktop.icons import label_icon
from ui.desktop.lists.models import ROW_ROLE
from ui.desktop.lists.witness_rows import WitnessRow
from ui.desktop.painting import (
    CardDelegate,
    Index,
    chip,
    chip_height,
    chip_width,
    code_chips,
    is_cut,
    layout_height,
    pieces_layout,
    size,
)
from ui.desktop.review.sign import paint_reviewed
from ui.desktop.wording import LABEL_WORDS, OUTLET_UNKNOWN, date_words, shortened

_PAD = 7.0
_SIDES = 2 * _PAD + 8
"""What a row keeps free at its two sides."""
_FACTS, _MORE_FACTS, _GAP = 186.0, 110.0, 12.0
"""How wide the facts are, how much wider at most where there is room, and what parts them from the rendering."""
_LEAST_TEXT = 250.0
"""Where a rendering would be narrower beside the facts, it stands below them."""
_LEAST_LABELS, _LABELS_GAP = 120.0, 26.0
_LINES, _BELOW_CHIP, _REVIEWED = 7, 3.0, 60.0


@dataclass(frozen=True, slots=True)
class RowPlan:
    """Where the parts of a row lie: how wide facts, rendering and kinds of edit are, and where the rendering begins.

    The rendering begins at 0 where it stands below the facts; the kinds are 0 wide where there is no room for them.
    """

    facts: float
    text: float
    room: float
    labels: float = 0.0

    @property
    def stacked(self) -> bool:
        """Whether the rendering stands below the facts."""
        return self.text == 0


def plan(width: float, font: QFont) -> RowPlan:
    """Share out the width of a row, so that no line of the rendering is too short or too long to be read well."""
    inner, measure = width - _SIDES, fonts.measure(font)
    room = inner - _FACTS
    if room < _LEAST_TEXT:
        return RowPlan(inner, 0.0, inner)
    if room <= measure:
        return RowPlan(_FACTS - _GAP, _FACTS, room)
    text = _FACTS + min(_MORE_FACTS, 0.4 * (room - measure))
    labels = inner - text - measure - _LABELS_GAP
    return RowPlan(text - _GAP, text, measure, labels if labels >= _LEAST_LABELS else 0.0)


class WitnessCard(CardDelegate):
    """A witness: the facts at the left or, in a narrow row, above; at the right of a wide one the kinds of edit."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as what it shows."""
        row: WitnessRow = index.data(ROW_ROLE)
        width = self.row_width(option)
        parts = plan(width, self._font)
        text = layout_height(self._text(row, width)) + (self._fact + 6 if row.codes or row.note else 0)
        if parts.stacked:
            return size(width, self._head_height(row, parts) + text + 2 * _PAD)
        return size(width, max(self._facts_height(row, parts) + 2, text) + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a witness."""
        row: WitnessRow = index.data(ROW_ROLE)
        painter.save()
        self.paint_ground(painter, option)
        area = QRectF(option.rect).adjusted(_PAD + 5, _PAD - 1, -_PAD - 3, -_PAD)
        if row.is_base:
            painter.fillRect(QRectF(option.rect).adjusted(0, 0, 0, -1), self.colour("passage_ground"))
        parts, text = plan(float(option.rect.width()), self._font), self._text(row, float(option.rect.width()))
        corner = QPointF(area.left() + parts.text, area.top() - 1)
        if parts.stacked:
            self._paint_head(painter, area, row)
            corner += QPointF(0, self._head_height(row, parts))
        else:
            self._paint_facts(painter, QRectF(area.left(), area.top(), parts.facts, area.height()), row)
        painter.setPen(self.colour("text"))
        text.draw(painter, corner)
        if is_cut(text):
            self._paint_cut(painter, corner, text)
        self._paint_marks(painter, QPointF(corner.x(), corner.y() + layout_height(text) + 3), parts.room, row)
        if parts.labels:
            left = corner.x() + parts.room + _LABELS_GAP
            self._paint_labels(painter, QRectF(left, area.top(), parts.labels, area.height()), row)
        painter.restore()

    @property
    def _font(self) -> QFont:
        return fonts.reading_font(0.9 * self.scale)

    @property
    def _fact(self) -> float:
        return QFontMetricsF(fonts.interface_font()).lineSpacing()

    @property
    def _chip_row(self) -> float:
        """How high a chip is with the room below it."""
        return chip_height() + _BELOW_CHIP

    def _facts_height(self, row: WitnessRow, parts: RowPlan) -> float:
        signs = bool(row.altered) + bool(row.by_hand)
        chips = signs + (not _fits_beside(row, parts.facts))
        return 2 * self._fact + _BELOW_CHIP + chips * self._chip_row + (self._fact if row.title else 0)

    def _paint_facts(self, painter: QPainter, area: QRectF, row: WitnessRow) -> None:
        """Who and when one under the other, then what the outlet did."""
        font, height = fonts.interface_font(), self._fact
        line = QRectF(area.left(), area.top(), area.width(), height)
        name = line.adjusted(0, 0, -paint_reviewed(self, painter, line, row.reviewed), 0)
        self.line(painter, name, row.article.outlet or OUTLET_UNKNOWN, "text", fonts.interface_font(bold=True))
        date = date_words(row.article.published)
        self.line(painter, line.translated(0, height), date, "muted", font)
        corner = QPointF(area.left(), area.top() + 2 * height + _BELOW_CHIP + 1)
        beside = _fits_beside(row, area.width())
        if beside:
            corner = QPointF(area.left() + QFontMetricsF(font).horizontalAdvance(date) + 8, area.top() + height)
        self._paint_did(painter, corner, row)
        below = 2 * height + _BELOW_CHIP + (0 if beside else self._chip_row)
        for word, look in _signs_of(row):
            chip(painter, QPointF(area.left(), area.top() + below + 1), word, self.themes, **look)
            below += self._chip_row
        if row.title:
            self.line(painter, line.translated(0, below), row.title, "muted", fonts.interface_font(0.9))

    def _head_height(self, row: WitnessRow, parts: RowPlan) -> float:
        return self._fact + 3 + (0 if _fits_in_one(row, parts.facts) else self._chip_row)

    def _paint_head(self, painter: QPainter, area: QRectF, row: WitnessRow) -> None:
        """The same in two lines, or in one where that is enough; the rendering stands below."""
        line = QRectF(area.left(), area.top(), area.width(), self._fact)
        name = line.adjusted(0, 0, -paint_reviewed(self, painter, line, row.reviewed), 0)
        strong, date = fonts.interface_font(bold=True), date_words(row.article.published)
        dated = QFontMetricsF(fonts.interface_font()).horizontalAdvance(date) + 10
        used = self.line(painter, name.adjusted(0, 0, -dated, 0), row.article.outlet or OUTLET_UNKNOWN, "text", strong)
        self.line(painter, name.adjusted(used + 10, 0, 0, 0), date, "muted", fonts.interface_font())
        at = QPointF(area.left(), line.bottom() + 2)
        if _fits_in_one(row, area.width()):
            at = QPointF(area.left() + used + dated + 10, line.center().y() - chip_height() / 2)
        at += QPointF(self._paint_did(painter, at, row) + 6, 0)
        for word, look in _signs_of(row):
            at += QPointF(chip(painter, at, word, self.themes, **look) + 6, 0)
        rest = QRectF(at.x(), at.y(), area.right() - at.x(), chip_height())
        self.line(painter, rest, row.title, "muted", fonts.interface_font(0.9))

    def _paint_did(self, painter: QPainter, corner: QPointF, row: WitnessRow) -> float:
        ground, ink = ("accent", "on_accent") if row.is_base else ("style_ground", "text" if row.edits else "muted")
        return chip(painter, corner, _chip_word(row), self.themes, ground=ground, ink=ink)

    def _paint_cut(self, painter: QPainter, corner: QPointF, text: QTextLayout) -> None:
        """An ellipsis where the last line ends that there is room for."""
        last = text.lineAt(text.lineCount() - 1)
        shown = last.naturalTextRect().translated(corner)
        backwards = last.naturalTextRect().left() > 1
        left = shown.left() - 12 if backwards else shown.right() + 1
        self.line(painter, QRectF(left, shown.top(), 14, shown.height()), "…", "muted", text.font())

    def _paint_marks(self, painter: QPainter, corner: QPointF, room: float, row: WitnessRow) -> None:
        used = code_chips(painter, corner, room * 0.7, row.codes, self.themes)
        if row.note:
            area = QRectF(corner.x() + used + 4, corner.y(), room - used - 4, 18)
            self.line(painter, area, f"Note: {shortened(row.note, 200)}", "muted", fonts.interface_font(0.9))

    def _paint_labels(self, painter: QPainter, area: QRectF, row: WitnessRow) -> None:
        """The kinds of edit, the most frequent first, as many as there is room for."""
        x, y = area.left(), area.top()
        for kind, number in row.labels:
            word = LABEL_WORDS[kind] if number == 1 else f"{number} {LABEL_WORDS[kind]}"
            needed = chip_width(word, icon=True)
            if x > area.left() and x + needed > area.right():
                x, y = area.left(), y + self._chip_row + 1
            if y + chip_height() > area.bottom() + _PAD:
                return
            look = {"ground": "style_ground", "ink": "muted", "icon": label_icon(kind)}
            x += chip(painter, QPointF(x, y), word, self.themes, **look) + 4

    def _text(self, row: WitnessRow, width: float) -> QTextLayout:
        font, now = self._font, row.current_edit
        room = plan(width, font).room
        return self.laid(
            (row.pieces, now), width, lambda: pieces_layout(row.pieces, font, room, _LINES, self.themes, now)
        )


def _chip_word(row: WitnessRow) -> str:
    return "BASE" if row.is_base else row.did


def _fits_beside(row: WitnessRow, width: float) -> bool:
    date = QFontMetricsF(fonts.interface_font()).horizontalAdvance(date_words(row.article.published))
    return date + 8 + chip_width(_chip_word(row)) <= width + 4


def _fits_in_one(row: WitnessRow, width: float) -> bool:
    """Whether outlet, date and all chips fit beside each other."""
    plain, strong = (QFontMetricsF(fonts.interface_font(bold=bold)) for bold in (False, True))
    words = strong.horizontalAdvance(row.article.outlet or OUTLET_UNKNOWN)
    words += plain.horizontalAdvance(date_words(row.article.published)) + 20
    signs = sum(chip_width(word, icon=True) + 6 for word, _ in _signs_of(row))
    sign = _REVIEWED if row.reviewed.done else 0
    return not row.title and words + chip_width(_chip_word(row)) + 6 + signs + sign <= width


def _signs_of(row: WitnessRow) -> list[tuple[str, dict[str, str]]]:
    """What is grave of what the outlet did, and what a person did: in words, and how the chip looks."""
    signs = [(row.marked, {"ground": "problem_ground", "ink": "problem", "icon": "altered"})] if row.altered else []
    return signs + [(row.by_hand, {"ground": "notice_ground", "ink": "notice", "icon": "hand"})] * bool(row.by_hand)
