"""The same edit at other places as rows to tick: who has it, between which words, and what was decided of it there."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import QStyleOptionViewItem

from ui.desktop import fonts
from ui.desktop.icons import paint_icon
from ui.desktop.lists.models import ROW_ROLE, Index, RowModel
from ui.desktop.painting import CardDelegate, layout_height, pieces_layout, size
from ui.desktop.review.words import spoken_verdict
from ui.desktop.signs import Piece, Sign, side_sign
from ui.desktop.wording import article_words, edit_words, shortened, visible
from workbench.identical import Twin
from workbench.model import Article
from workbench.rulings import verdict_on
from workbench.snapshot import Snapshot

HERE, ELSEWHERE = "In this family", "In other families"
_PAD, _BOX, _LINES, _SIDE = 8.0, 22.0, 3, 60


@dataclass(frozen=True, slots=True)
class TwinRow:
    """A place that has the edit. `group` is the heading that stands over the first of its kind, else empty."""

    twin: Twin
    article: Article
    pieces: tuple[Piece, ...]
    has: str
    ticked: bool
    group: str
    words: str

    @property
    def spoken(self) -> str:
        """The row in words."""
        around = f"“…{self.twin.before} … {self.twin.after}…”"
        parts = ("ticked" if self.ticked else "not ticked", article_words(self.article), self.words, around, self.has)
        return ", ".join(part for part in (*parts, self.group.casefold()) if part)


def twin_row(snapshot: Snapshot, twin: Twin, texts: tuple[str, str], *, ticked: bool, group: str) -> TwinRow:
    """One place as it stands; `texts` are those of its base and of its witness."""
    edit = twin.edit
    sides = visible(edit.base.of(texts[0])), visible(edit.witness.of(texts[1]))
    old, new = (shortened(side, _SIDE) for side in sides)
    middle = [
        Piece(old, side_sign(edit, base=True)),
        Piece("\u2009", Sign.GAP),
        Piece(new, side_sign(edit, base=False)),
    ]
    around = Piece(f"… {twin.before} ", Sign.SAME), Piece(f" {twin.after} …", Sign.SAME)
    pieces = tuple(piece for piece in (around[0], *middle, around[1]) if piece.text)
    article = snapshot.article[twin.witness.place.article_id]
    return TwinRow(twin, article, pieces, _has(snapshot, twin), ticked, group, edit_words(edit, *texts))


def _has(snapshot: Snapshot, twin: Twin) -> str:
    """What was decided of the edit there already."""
    note, verdict = snapshot.note_on(twin.target), verdict_on(twin.edit, snapshot.ruling_on(twin.target))
    parts = ["reviewed"] if twin.target in snapshot.reviewed else []
    parts += [f"tagged {code.name}" for code in snapshot.codes_on(twin.target)]
    parts += [spoken_verdict(verdict)] if verdict else []
    return ", ".join(parts + ([f"note: {note.text}"] if note else []))


class TwinModel(RowModel[TwinRow]):
    """Rows that say by themselves whether they are ticked."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row object, its words, its tick."""
        row = super().data(index, ROW_ROLE)
        if role == Qt.ItemDataRole.CheckStateRole and isinstance(row, TwinRow):
            return Qt.CheckState.Checked if row.ticked else Qt.CheckState.Unchecked
        return super().data(index, role)


class TwinCard(CardDelegate):
    """A place: its tick box, who and when, the edit between the words around it, what it has."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the words and the lines around them."""
        row: TwinRow = index.data(ROW_ROLE)
        line = QFontMetricsF(fonts.interface_font(0.92)).lineSpacing()
        lines = 1 + bool(row.has) + 1.4 * bool(row.group)
        return size(
            self.row_width(option), layout_height(self._text(row, self.row_width(option))) + lines * line + 2 * _PAD + 4
        )

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a place."""
        row: TwinRow = index.data(ROW_ROLE)
        painter.save()
        self.paint_ground(painter, option)
        area = QRectF(option.rect).adjusted(_PAD + 4, _PAD - 1, -_PAD, -_PAD)
        font = fonts.interface_font(0.92)
        line = QFontMetricsF(font).lineSpacing()
        y = area.top()
        if row.group:
            self.line(
                painter,
                QRectF(area.left(), y, area.width(), line),
                row.group,
                "muted",
                fonts.interface_font(0.92, bold=True),
            )
            y += 1.4 * line
        self._paint_box(painter, QRectF(area.left(), y + line / 2 - 7, 14, 14), ticked=row.ticked)
        room = QRectF(area.left() + _BOX, y, area.width() - _BOX, line)
        self.line(painter, room, article_words(row.article), "text", fonts.interface_font(0.92, bold=True))
        text = self._text(row, float(option.rect.width()))
        painter.setPen(self.colour("muted"))
        text.draw(painter, QPointF(room.left(), y + line + 2))
        below = QRectF(room.left(), y + line + 4 + layout_height(text), room.width(), line)
        if row.has:
            self.line(painter, below, f"Has: {row.has}", "muted", font)
        painter.restore()

    def _paint_box(self, painter: QPainter, area: QRectF, *, ticked: bool) -> None:
        painter.setPen(QPen(self.colour("accent" if ticked else "strong_rule"), 1))
        painter.setBrush(self.colour("accent" if ticked else "page"))
        painter.drawRoundedRect(area, 3, 3)
        if ticked:
            paint_icon(painter, "accepted", area.adjusted(1, 1, -1, -1), self.colour("on_accent"))

    def _text(self, row: TwinRow, width: float) -> QTextLayout:
        room = width - 2 * _PAD - 4 - _BOX
        return pieces_layout(row.pieces, fonts.list_font(0.88), room, _LINES, self.themes)
