"""The edits of the current witness as a list that can be read, spoken and walked through."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QTextLayout
from PySide6.QtWidgets import QLabel, QStyle, QStyleOptionViewItem, QVBoxLayout, QWidget

from ui.desktop import fonts
from ui.desktop.casework import Casework
from ui.desktop.filtered_list import RowView
from ui.desktop.findings_desk import FindingsDesk
from ui.desktop.icons import label_icon, paint_icon
from ui.desktop.models import ROW_ROLE, Index, RowModel
from ui.desktop.painting import CardDelegate, chip, chip_width, code_chips, layout_height, pieces_layout, size
from ui.desktop.signs import Piece, Sign, edit_sign, is_quiet, side_sign
from ui.desktop.theme import Themes
from ui.desktop.whereabouts import Whereabouts
from ui.desktop.wording import ALTERED_QUOTE, LABEL_WORDS, count, label_words, shortened, spoken_edit, visible
from workbench.comparison import Comparison
from workbench.findings import Findings
from workbench.findings_told import is_altered
from workbench.model import Code, Edit, Label, LabelKind

_PAD = 8.0
_LINES = 3
_SIDE = 110
_SIGN = "altered"
_LEAST = 44
"""So high is the list at least, in pixels, in a window of the smallest size."""


@dataclass(frozen=True, slots=True)
class EditRow:
    """An edit as the list shows it; `number` counts from 0."""

    number: int
    edit: Edit
    pieces: tuple[Piece, ...]
    codes: tuple[Code, ...]
    note: str
    spoken: str
    altered: bool = False
    """Whether it alters words inside quotation marks without a sign of it."""


def edit_rows(case: Casework, where: Whereabouts, found: Findings | None = None) -> list[EditRow]:
    """The edits of the current witness; those that alter a quotation are marked as far as it was `found`."""
    comparison, snapshot = where.comparison, case.snapshot
    if comparison is None:
        return []
    rows, total = [], len(comparison.edits)
    grave = (
        frozenset(one.edit for one in found.altered.get(comparison.witness.id, ()) if is_altered(one)) if found else ()
    )
    for number, edit in enumerate(comparison.edits):
        target = where.target(number)
        tags = snapshot.tags_on(target) if target else ()
        codes = tuple(snapshot.code[tag.code_id] for tag in tags if tag.code_id in snapshot.code)
        note = snapshot.note_on(target) if target else None
        spoken = spoken_edit(number + 1, total, edit, comparison.base_text, comparison.witness_text)
        spoken += ", altered quote" if edit in grave else ""
        spoken += "".join(f", tagged {code.name}" for code in codes) + (f", note: {note.text}" if note else "")
        pieces = _pieces(edit, comparison)
        rows.append(EditRow(number, edit, pieces, codes, note.text if note else "", spoken, edit in grave))
    return rows


def _pieces(edit: Edit, comparison: Comparison) -> tuple[Piece, ...]:
    before = shortened(visible(edit.base.of(comparison.base_text)), _SIDE)
    after = shortened(visible(edit.witness.of(comparison.witness_text)), _SIDE)
    old, new = Piece(before, side_sign(edit, base=True)), Piece(after, side_sign(edit, base=False))
    if edit_sign(edit) in (Sign.MOVED, Sign.AWAY):
        arrow = Piece(" ⤳ ", Sign.SAME)
        return tuple(piece for piece in (old, arrow, new) if piece.text)
    return (old, Piece("  →  ", Sign.SAME), new) if before and after else (old,) if before else (new,)


class EditCard(CardDelegate):
    """An edit: its number, its labels with their icon, what became of what, tags, note."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the words and the marks."""
        row: EditRow = index.data(ROW_ROLE)
        line = QFontMetricsF(fonts.interface_font(0.92)).lineSpacing()
        marks = (line + 6) * bool(row.codes) + line * bool(row.note)
        text = layout_height(self._text(row, self.row_width(option)))
        return size(self.row_width(option), text + line + 5 + marks + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint an edit."""
        row: EditRow = index.data(ROW_ROLE)
        painter.save()
        self.paint_ground(painter, option)
        area = QRectF(option.rect).adjusted(_PAD + 6, _PAD - 1, -_PAD - 4, -_PAD)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        y = self._paint_head(painter, area, row, selected)
        text = self._text(row, float(option.rect.width()))
        painter.setPen(self.colour("muted"))
        text.draw(painter, QPointF(area.left(), y))
        y += layout_height(text) + 3
        line = QFontMetricsF(fonts.interface_font(0.92)).lineSpacing()
        if row.codes:
            code_chips(painter, QPointF(area.left(), y), area.width(), row.codes, self.themes)
            y += line + 6
        if row.note:
            note = QRectF(area.left(), y, area.width(), line)
            self.line(painter, note, f"Note: {shortened(row.note, 200)}", "muted", fonts.interface_font(0.92))
        painter.restore()

    def _paint_head(self, painter: QPainter, area: QRectF, row: EditRow, selected: bool) -> float:
        font = fonts.interface_font(0.92, bold=not is_quiet(row.edit))
        height = QFontMetricsF(font).lineSpacing()
        number = QRectF(area.left(), area.top(), 22, height)
        self.line(painter, number, str(row.number + 1), "text" if selected else "muted", fonts.interface_font(0.92))
        ink = "muted" if is_quiet(row.edit) else "text"
        x = area.left() + 22
        for label in row.edit.labels or (Label(LabelKind.WORDING),):
            paint_icon(
                painter, label_icon(label.kind), QRectF(x, area.top() + height / 2 - 7, 14, 14), self.colour(ink)
            )
            room = QRectF(x + 18, area.top(), area.right() - x - 18, height)
            x += 18 + self.line(painter, room, LABEL_WORDS[label.kind], ink, font) + 10
        if row.altered:
            word = ALTERED_QUOTE if x + chip_width(ALTERED_QUOTE, icon=True) <= area.right() else "!"
            chip(painter, QPointF(x, area.top()), word, self.themes, ground="problem_ground", ink="problem", icon=_SIGN)
        return area.top() + height + 3

    def _text(self, row: EditRow, width: float) -> QTextLayout:
        return pieces_layout(row.pieces, fonts.reading_font(0.92), width - 2 * _PAD - 10, _LINES, self.themes)


class EditList(QWidget):
    """The list of edits with a head that says which one is current, and why it has its labels."""

    def __init__(self, case: Casework, where: Whereabouts, desk: FindingsDesk, themes: Themes) -> None:
        super().__init__()
        self._case, self._where, self._desk = case, where, desk
        self.heading, self.reason, self.hidden = QLabel("Edits"), QLabel(), QLabel()
        self.heading.setObjectName("heading")
        for label in (self.reason, self.hidden):
            label.setObjectName("hint")
        for label in (self.heading, self.reason, self.hidden):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.rows: RowModel[EditRow] = RowModel(lambda row: (row.edit, row.number), lambda row: row.spoken, parent=self)
        self.view = RowView(EditCard, themes, "Edits of the current witness", self)
        self.view.setModel(self.rows)
        self.view.setMinimumHeight(_LEAST)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(_inset(self.heading))
        layout.addWidget(_inset(self.reason))
        layout.addSpacing(4)
        layout.addWidget(self.view, 1)
        layout.addWidget(_inset(self.hidden))
        for signal in (where.compared, where.witness_changed, case.changed, desk.changed):
            signal.connect(self.refresh)
        where.edit_changed.connect(self._follow)
        self.view.selectionModel().currentChanged.connect(self._picked)

    def refresh(self) -> None:
        """Take the edits anew and follow the current one."""
        rows = edit_rows(self._case, self._where, self._desk.findings)
        heights = [(bool(row.codes), bool(row.note)) for row in self.rows.rows]
        self.rows.set_rows(rows)
        if heights != [(bool(row.codes), bool(row.note)) for row in rows]:
            self.view.scheduleDelayedItemsLayout()
        self._follow()

    def _follow(self) -> None:
        number = self._where.edit_number
        self._write_head(self.rows.rows, number)
        style = self._where.style_hidden(self._where.number)
        self.hidden.setText(f"{count(style, 'difference')} of style hidden." if style else "")
        self.hidden.setVisible(bool(style))
        index = self.rows.index(number) if number >= 0 else QModelIndex()
        if index != self.view.currentIndex() and (index.isValid() or self.rows.rows):
            self.view.setCurrentIndex(index)

    def _write_head(self, rows: Sequence[EditRow], number: int) -> None:
        if not 0 <= number < len(rows):
            nothing = "No edit is current" if rows else "No edits"
            self.heading.setText(nothing if self._where.comparison else "Edits")
            self.reason.setText(self._no_edit(bool(rows)) if self._where.comparison else "")
            self.reason.setVisible(bool(self.reason.text()))
            return
        row = rows[number]
        self.heading.setText(
            f"Edit {number + 1} of {count(len(rows), 'edit').split()[0]} · {label_words(row.edit.labels)}"
        )
        reasons = dict.fromkeys(label.reason for label in row.edit.labels if label.reason)
        self.reason.setText("; ".join(reasons))
        self.reason.setVisible(bool(reasons))
        self.view.setAccessibleDescription(row.spoken)

    def _no_edit(self, elsewhere: bool) -> str:
        if elsewhere:
            return "This outlet has the words here as the base has them."
        if self._where.style_hidden(self._where.number):
            return "This outlet has the same words; it differs in style only."
        left_out = count(self._where.left_out, "edit")
        more = f" {left_out} of white space can be listed by the View menu." if self._where.left_out else ""
        return f"This outlet has the passage word for word.{more}"

    def _picked(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, EditRow):
            self._where.go_to_edit(row.number)


def _inset(label: QLabel) -> QLabel:
    label.setContentsMargins(14, 0, 12, 0)
    return label
