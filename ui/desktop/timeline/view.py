"""The witnesses of the current family along time, with lines from where each probably comes."""

from PySide6.QtCore import QEvent, QModelIndex, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui.desktop import fonts
from ui.desktop.case.casework import Casework
from ui.desktop.case.findings_desk import FindingsDesk
from ui.desktop.case.whereabouts import Whereabouts
from ui.desktop.lists.filtered_list import RowView
from ui.desktop.lists.models import ROW_ROLE, RowModel
from ui.desktop.plain import tip
from ui.desktop.spoken import Role, speak_as
from ui.desktop.theme import Themes
from ui.desktop.timeline.card import Columns, TimelineCard
from ui.desktop.timeline.rows import BASE, TimelineRow
from ui.desktop.timeline.scale import Scale
from ui.desktop.wording import count

_TICK = 84.0
"""How far apart the names of two moments are at least, in pixels."""
_ASIDE = 30.0
"""How far a line keeps away from the dots between its two, in pixels."""
_REASON_LINES, _BESIDE = 4, 14
HINT = "Dashed: probably from there. Solid: decided by hand ({origin}). Nothing here is certain unless a page says so."
"""What the lines mean; the key of an action stands in braces."""


class TimelineList(RowView):
    """The rows, with lines between the dots of two witnesses of which one is probably from the other."""

    opened = Signal()
    """A person wants to see the current witness beside the base."""
    left = Signal()
    """A person wants to go back to side by side."""

    def __init__(self, themes: Themes, parent: QWidget) -> None:
        super().__init__(TimelineCard, themes, "Timeline of the witnesses", parent)
        self._themes = themes
        self.card = self.delegate if isinstance(self.delegate, TimelineCard) else TimelineCard(themes, self)

    def event(self, event: QEvent) -> bool:
        """The base is from none of the others by choice: P is not about another witness while it is current."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_idle(event):
            event.accept()
            return True
        return super().event(event)

    def _is_idle(self, event: QKeyEvent) -> bool:
        return event.key() == Qt.Key.Key_P and not event.modifiers() and self._on_base()

    def _on_base(self) -> bool:
        row = self.currentIndex().data(ROW_ROLE)
        return isinstance(row, TimelineRow) and row.number == BASE

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return opens, Escape goes back."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif not self._is_idle(event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines above the rows."""
        super().paintEvent(event)
        model = self.model()
        painter = QPainter(self.viewport())
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = self.currentIndex().row()
        for number in range(model.rowCount()):
            row = model.index(number, 0).data(ROW_ROLE)
            if row.parent >= 0:
                self._paint_line(painter, row, number, strong=current in (number, row.parent))
        painter.end()

    def _paint_line(self, painter: QPainter, row: TimelineRow, number: int, *, strong: bool) -> None:
        parent = self.model().index(row.parent, 0)
        areas = [QRectF(self.visualRect(index)) for index in (parent, self.model().index(number, 0))]
        if not areas[0].united(areas[1]).intersects(QRectF(self.viewport().rect())):
            return
        start, end = self.card.dot(areas[0], parent.data(ROW_ROLE)), self.card.dot(areas[1], row)
        ink = self._themes.colour("text" if strong else "strong_rule")
        pen = QPen(ink, 2.4 if row.by_hand else 1.6 if strong else 1.2)
        pen.setStyle(Qt.PenStyle.SolidLine if row.by_hand else Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        down = 1 if end.y() > start.y() else -1
        tip = end - QPointF(0, 8 * down)
        bend = max(14.0, abs(end.y() - start.y()) * 0.4)
        aside = QPointF(_ASIDE if abs(number - row.parent) > 1 and abs(end.x() - start.x()) < _ASIDE else 0.0, 0)
        path = QPainterPath(start + QPointF(0, 7 * down))
        path.cubicTo(start + QPointF(0, bend * down) + aside, tip - QPointF(0, bend * down) + aside, tip)
        painter.drawPath(path)
        painter.setPen(QPen(ink, 1))
        painter.setBrush(ink)
        painter.drawPolygon(QPolygonF([tip, tip + QPointF(-4, -7 * down), tip + QPointF(4, -7 * down)]))


class Axis(QWidget):
    """The names of the moments above the rows. Screen readers have the dates from the rows."""

    def __init__(self, themes: Themes, rows: TimelineList) -> None:
        super().__init__()
        self._themes, self._rows = themes, rows
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        speak_as(self, Role.Graphic, "Scale of time", "Each row below says its date in words.")
        self.setFixedHeight(26)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint as many names as there is room for."""
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.fillRect(self.rect(), self._themes.colour("panel"))
        card, font = self._rows.card, fonts.interface_font(0.82)
        columns = card.columns(float(self._rows.viewport().width()))
        painter.setFont(font)
        most = max(2, int((columns.right - columns.left) / _TICK))
        for tick in card.time.ticks(most):
            self._paint_name(painter, columns.x(tick.at), tick.words, QFontMetricsF(font), columns)
        if card.lane:
            painter.setPen(self._themes.colour("strong_rule"))
            painter.drawLine(QPointF(columns.right + 12, 4), QPointF(columns.right + 12, 26))
            self._paint_name(painter, columns.undated, "date unknown", QFontMetricsF(font), None)
        painter.end()

    def _paint_name(
        self, painter: QPainter, x: float, words: str, metrics: QFontMetricsF, columns: Columns | None
    ) -> None:
        width = metrics.horizontalAdvance(words)
        left = x - width / 2
        if columns is not None:
            left = min(max(left, columns.left - 12), columns.right - width)
            painter.setPen(self._themes.colour("strong_rule"))
            painter.drawLine(QPointF(x, 21), QPointF(x, 26))
        painter.setPen(self._themes.colour("muted"))
        painter.drawText(QPointF(left, 16), words)


class TimelineView(QWidget):
    """Follows the current family and witness while it is awake."""

    opened = Signal()
    """A person wants to see the current witness beside the base."""
    left = Signal()
    """A person wants to go back to side by side."""

    def __init__(self, case: Casework, where: Whereabouts, desk: FindingsDesk, themes: Themes) -> None:
        super().__init__()
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # in which it is painted
        self._case, self._where, self._desk = case, where, desk
        self._asleep = True
        self.heading, self.reasons, self.legend = QLabel(), QLabel(), QLabel()
        self.rows = RowModel[TimelineRow](lambda row: row.witness.place, lambda row: row.spoken, parent=self)
        self.view = TimelineList(themes, self)
        self.axis = Axis(themes, self.view)
        self.view.setModel(self.rows)
        self._assemble()
        self.view.opened.connect(self.opened)
        self.view.left.connect(self.left)
        self.view.selectionModel().currentChanged.connect(self._went)
        for signal in (where.compared, where.family_changed, desk.changed, case.changed):
            signal.connect(self._refresh)
        where.witness_changed.connect(self._follow)
        themes.changed.connect(self.axis.update)
        themes.changed.connect(self._fit)

    def _fit(self) -> None:
        """Make room for so many lines, in the size that they are written in, none of them too long to be read."""
        self.reasons.setFixedHeight(_REASON_LINES * self.reasons.fontMetrics().lineSpacing() + 16)
        right = max(_BESIDE, self.width() - _BESIDE - int(fonts.measure(self.reasons.font())))
        self.reasons.setContentsMargins(_BESIDE, 7, right, 7)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the reasons to another width; rows break their lines anew too."""
        super().resizeEvent(event)
        self._fit()
        self.view.scheduleDelayedItemsLayout()

    def _assemble(self) -> None:
        self.setObjectName("inspector")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        for label in (self.heading, self.reasons, self.legend):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setObjectName("heading")
        self.heading.setContentsMargins(14, 8, 14, 2)
        self.legend.setObjectName("hint")
        self.legend.setWordWrap(True)
        self.legend.setContentsMargins(14, 0, 14, 6)
        self.reasons.setWordWrap(True)
        self.reasons.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.reasons.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._fit()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (self.heading, self.legend, self.axis):
            layout.addWidget(widget)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.reasons)

    def sleep(self, asleep: bool) -> None:
        """While another view stands in place of this one, nothing is laid out; waking makes up for what was missed."""
        self._asleep = asleep
        self._refresh()

    def set_scale(self, scale: float) -> None:
        """Use another size of text."""
        self.view.set_scale(scale)
        self.axis.update()

    def _refresh(self) -> None:
        if self._asleep:
            return
        from ui.desktop.timeline.in_time import timeline_rows  # with all that can be found, which a start does without

        found, looking = self._desk.findings, self._desk.looking
        rows = timeline_rows(self._case.snapshot, self._where.comparisons, found, looking=looking)
        stretches = [row.stretch for row in rows if row.stretch]
        self.view.card.time, self.view.card.lane = Scale(stretches), len(stretches) < len(rows)
        self.rows.set_rows(rows)
        undated = len(rows) - len(stretches)
        without = f", {count(undated, 'of them', 'of them')} without a date" if undated else ""
        self.heading.setText(f"{count(len(rows), 'witness', 'witnesses')} in time{without}")
        self.axis.update()
        self.view.viewport().update()
        self._follow()

    def _follow(self) -> None:
        """Keep to the current witness; on the base one stays until another witness is chosen elsewhere."""
        if self._asleep:
            return
        row = self.view.currentIndex().data(ROW_ROLE)
        if not (isinstance(row, TimelineRow) and row.number == BASE and self.view.hasFocus()):
            numbers = [row.number for row in self.rows.rows]
            if self._where.number in numbers:
                self.view.setCurrentIndex(self.rows.index(numbers.index(self._where.number)))
        self._tell()

    def _went(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, TimelineRow) and row.number not in (BASE, self._where.number) and self.view.hasFocus():
            self._where.go_to_witness(row.number)
        self._tell()
        self.view.viewport().update()

    def _tell(self) -> None:
        """Say of the current witness where it is probably from, and why."""
        row = self.view.currentIndex().data(ROW_ROLE)
        if not isinstance(row, TimelineRow):
            self.reasons.clear()
            return
        words = " ".join((f"{row.outlet}, {row.date}.", row.verdict, *row.reasons))
        self.reasons.setText(words)
        self.reasons.setToolTip(tip(words))
        self.view.setAccessibleDescription(words)
