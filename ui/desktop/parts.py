"""Small parts of the window that stand in several places."""

from typing import TypeGuard

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QVBoxLayout, QWidget
from shiboken6 import isValid


def hint(text: str = "") -> QLabel:
    """A quiet sentence that wraps."""
    label = QLabel(text)
    label.setObjectName("hint")
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


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
