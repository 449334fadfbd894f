"""The score of a collation on the screen: painting, keys, mouse. What is current is told it; it says where one goes."""

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip

from ui.desktop.collation.keys import MOVES
from ui.desktop.collation.paint import Heads, Looks, ScorePainter
from ui.desktop.collation.score import GAP, STRIP, Band, Score, Words
from ui.desktop.collation.table import CollationTable
from ui.desktop.spoken import Role, speak_as
from ui.desktop.theme import Themes

_TOP = 4.0
_MARGIN = 12.0


class CollationView(QAbstractScrollArea):
    """Shows a table in bands. Rows and columns are those of the table."""

    went = Signal(int, int)
    """A person wants to go to that row and column."""
    opened = Signal()
    """A person wants to see the current cell side by side with the base."""
    left = Signal()
    """A person wants to leave the collation."""

    def __init__(self, themes: Themes) -> None:
        super().__init__()
        self._themes = themes
        self._table: CollationTable | None = None
        self._words = Words(1.0, leftward=False)
        self._score: Score | None = None
        self._heads = Heads.of_rows((), 600, 1.0)
        self._looks = Looks()
        self._scale, self._notice = 1.0, ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        speak_as(self, Role.Table, "Collation of all witnesses")
        self.viewport().setMouseTracking(False)
        themes.changed.connect(lambda: self.set_scale(self._scale))

    @property
    def table(self) -> CollationTable | None:
        """What is shown."""
        return self._table

    @property
    def score(self) -> Score | None:
        """How it is laid out; `None` while there is nothing to show."""
        return self._score

    @property
    def current(self) -> tuple[int, int]:
        """The current row and column."""
        return self._looks.row, self._looks.column

    def show_table(self, table: CollationTable | None, notice: str = "") -> None:
        """Show a table, or say why there is none."""
        self._table, self._notice = table, notice
        self._looks = Looks(style=self._looks.style, focused=self.hasFocus())
        self._words = Words(self._scale, leftward=table is not None and table.leftward)
        self._lay_out()

    def set_scale(self, scale: float) -> None:
        """Use another size of text."""
        self._scale = scale
        self._words = Words(scale, leftward=self._table is not None and self._table.leftward)
        self._lay_out()
        self.reveal()

    def set_style(self, shown: bool) -> None:
        """Mark differences of style, or leave them unmarked."""
        self._look(style=shown)

    def set_current(self, row: int, column: int, spoken: str) -> None:
        """Make a cell current and bring it into view; `spoken` is what a screen reader says of it."""
        self._look(row=row, column=column)
        self.setAccessibleName(spoken or "Collation of all witnesses")
        self.reveal()

    def _look(self, *, row: int | None = None, column: int | None = None, style: bool | None = None) -> None:
        old = self._looks
        self._looks = Looks(
            old.row if row is None else row,
            old.column if column is None else column,
            old.style if style is None else style,
            self.hasFocus(),
        )
        self.viewport().update()

    # Layout and scrolling

    def _lay_out(self) -> None:
        width = self.viewport().width()
        self._heads = Heads.of_rows(self._table.rows if self._table else (), width, self._scale)
        room = width - self._heads.indent - _MARGIN
        self._score = Score(self._table, self._words, room, self._heads.least_row) if self._table else None
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(int(self._words.line_height))
        bar.setRange(0, max(0, int(self._height()) - self.viewport().height()))
        self.viewport().update()

    def _height(self) -> float:
        return self._score.height + _TOP if self._score else 0.0

    def reveal(self) -> None:
        """Bring the current cell into view, with its whole band where that fits."""
        if self._score is None or not self._score.bands or self._looks.column < 0:
            return
        band = self._score.bands[self._score.band_of(self._looks.column)]
        bar, height = self.verticalScrollBar(), self.viewport().height()
        base = band.tops[1] - band.tops[0]
        top = band.tops[self._looks.row] - base - STRIP
        bottom = band.tops[self._looks.row + 1] + _TOP
        if band.bottom - band.top <= height:
            top, bottom = band.top, band.bottom + _TOP
        if top < bar.value():
            bar.setValue(int(top))
        elif bottom > bar.value() + height:
            bar.setValue(int(bottom - height + GAP / 2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the bands out anew; what is current stays in view."""
        super().resizeEvent(event)
        self._lay_out()
        self.reveal()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Paint anew: the base of a band stays where it is while its witnesses scroll."""
        self.viewport().update()

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bands in view."""
        painter = QPainter(self.viewport())
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.fillRect(self.viewport().rect(), self._themes.colour("page"))
        if self._score is None:
            painter.setPen(self._themes.colour("muted"))
            painter.drawText(
                self.viewport().rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._notice
            )
        else:
            self._paint_score(painter, self._score)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._themes.colour("focus"), 2))
            painter.drawRect(QRectF(self.viewport().rect()).adjusted(1, 1, -1, -1))
        painter.end()

    def _paint_score(self, painter: QPainter, score: Score) -> None:
        top = self.verticalScrollBar().value() - _TOP
        painter.translate(0, -top)
        painted = ScorePainter(painter, self._themes, score, self._heads, self._looks)
        painted.paint(QRectF(0, top, self.viewport().width(), self.viewport().height()))
        band = self._held(score, top)
        if band is not None:
            painted.paint_base(band, min(top, band.bottom - (band.tops[1] - band.tops[0])))
        painter.resetTransform()

    @staticmethod
    def _held(score: Score, top: float) -> Band | None:
        """The band whose base has been scrolled out of sight."""
        return next((band for band in score.bands_between(top, top) if band.tops[0] < top < band.bottom), None)

    # What a person does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go where the key goes; all other keys are the window's."""
        pressed = event.keyCombination()
        modifiers = pressed.keyboardModifiers() & ~Qt.KeyboardModifier.KeypadModifier
        code = Qt.Key.Key_Return if pressed.key() == Qt.Key.Key_Enter else pressed.key()
        key = QKeySequence(code | modifiers).toString(QKeySequence.SequenceFormat.PortableText)
        move, way = MOVES.get(key, ("", 0))
        if move == "leave":
            self.left.emit()
        elif move and self._table is not None and self._score is not None:
            self._move(move, way, self._table, self._score)
        else:
            event.ignore()

    def _move(self, move: str, way: int, table: CollationTable, score: Score) -> None:
        row, column = self._looks.row, self._looks.column
        if move == "open":
            self.opened.emit()
            return
        if move in ("variant", "column") and table.leftward:
            way = -way
        variants = table.variants(style=self._looks.style)
        if move == "witness":
            row = min(max(1, row + way), len(table.rows) - 1)
        elif move == "variant":
            ahead = [k for k in variants if (k - column) * way > 0]
            column = column if not ahead else min(ahead) if way > 0 else max(ahead)
        elif move == "column":
            column = min(max(0, column + way), len(table.columns) - 1)
        elif move == "band":
            column = score.column_beyond(column, way)
        else:
            ends = variants if move == "end_variant" and variants else range(len(table.columns))
            column = ends[0] if way < 0 else ends[-1]
        self.went.emit(row, column)

    def cell_at(self, place: QPointF) -> tuple[int, int] | None:
        """The row and column at a place of the viewport; the base's row where it is held in sight."""
        if self._score is None or self._table is None:
            return None
        x, y = place.x() - self._heads.indent, place.y() + self.verticalScrollBar().value() - _TOP
        band = self._held(self._score, y - place.y())
        if band is not None and place.y() < band.tops[1] - band.tops[0]:
            y = band.tops[0] + 1
        return self._score.slot_at(self._score.room - x if self._table.leftward else x, y)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the cell; the base can be read, but there is nothing to compare it with."""
        found = self.cell_at(event.position())
        if found is not None:
            self.went.emit(found[0] or max(1, self._looks.row), found[1])

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """See the cell side by side with the base."""
        if self.cell_at(event.position()) is not None:
            self.opened.emit()

    def viewportEvent(self, event: QEvent) -> bool:
        """Tool tips: a cell in words, everyone of a row."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._tip(QPointF(event.pos())), self.viewport())
            return True
        return super().viewportEvent(event)

    def _tip(self, place: QPointF) -> str:
        if self._table is None or self._score is None:
            return ""
        found = self.cell_at(place)
        if found is not None:
            return self._table.spoken(*found)
        y = place.y() + self.verticalScrollBar().value() - _TOP
        rows = [band.row_at(y) for band in self._score.bands_between(y, y) if band.tops[0] <= y < band.bottom]
        return self._table.rows[rows[0]].everyone if rows and place.x() < self._heads.width else ""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The current cell has a strong frame while keys go here."""
        super().focusInEvent(event)
        self._look()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """And a thin one otherwise."""
        super().focusOutEvent(event)
        self._look()
