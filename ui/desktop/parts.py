"""Small parts of the window that stand in several places."""

from typing import TypeGuard

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QVBoxLayout, QWidget
from shiboken6 import isValid


def hint(text: str = "") -> QLabel:
    """A quiet sentence that wraps."""
    label = QLabel(text)
    label.setObjectName("hint")
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


class Elided(QLabel):
    """A label of one line that is painted with an ellipsis at its end where it has less room than it needs."""

    @property
    def shown(self) -> str:
        """As much of the text as is seen."""
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what there is room for."""
        shown = self.shown
        if shown == self.text():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), self.alignment(), shown)
        painter.end()


def fit_row(row: QBoxLayout, width: int) -> None:
    """Let what stands in a row stand one above the other where it does not fit side by side."""
    margins = row.contentsMargins()
    items = [item for number in range(row.count()) if (item := row.itemAt(number)) is not None]
    needed = sum(item.minimumSize().width() for item in items) + row.spacing() * (len(items) - 1)
    fits = needed + margins.left() + margins.right() <= width
    row.setDirection(QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom)


def announce(widget: QWidget, sentence: str) -> None:
    """Have a screen reader say something as soon as it has finished what it is saying."""
    said = QAccessibleAnnouncementEvent(widget, sentence)
    said.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
    QAccessible.updateAccessibility(said)


def can_take_back(widget: QWidget | None) -> TypeGuard[QWidget]:
    """Whether the focus can go back to a widget: it may have been taken away, or been made anew, meanwhile."""
    return widget is not None and isValid(widget) and widget.isVisible()


def headed(head: QWidget, pane: QWidget) -> QWidget:
    """A pane with its head above it."""
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(head)
    layout.addWidget(pane, 1)
    return column
