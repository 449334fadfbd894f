"""Going through the widgets of a window as the Tab key and a screen reader do."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QMenu, QWidget

_ROUND = 120
_SHIFT = Qt.KeyboardModifier.ShiftModifier


def is_foreign(widget: QWidget) -> bool:
    """Whether a widget is a part of a dialog of Qt's own, of which only the name is ours."""
    parent = widget.parentWidget()
    return isinstance(widget, QFileDialog) or (parent is not None and is_foreign(parent))


def shown(root: QWidget) -> Iterator[QWidget]:
    """Every widget below a root that can be seen, but no part of another window."""
    for widget in root.findChildren(QWidget):
        if widget.isVisible() and widget.window() is root.window() and not isinstance(widget, QMenu):
            yield widget


def stops(root: QWidget) -> list[QWidget]:
    """Every widget at which the Tab key has to stop."""
    tab = Qt.FocusPolicy.TabFocus
    found = (w for w in shown(root) if w.isEnabled() and w.focusPolicy() & tab and w.focusProxy() is None)
    return [widget for widget in found if not widget.objectName().startswith("qt_scrollarea")]


def spoken_name(widget: QWidget) -> str:
    """What a screen reader calls a widget. On Linux a combo box is called by its value: its own name is asked for."""
    if isinstance(widget, QComboBox):
        return widget.accessibleName()
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def role_of(widget: QWidget) -> QAccessible.Role:
    """What a screen reader takes a widget for."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.role() if interface is not None else QAccessible.Role.NoRole


def told(widget: QWidget) -> str:
    """A widget as a failing test names it."""
    return f"{type(widget).__name__} {widget.objectName()} “{spoken_name(widget)}”"


class Round(NamedTuple):
    """Where the Tab key stopped, in this order, and whether it came back to where it set out."""

    stops: list[QWidget]
    closed: bool


def walk(root: QWidget, *, forward: bool = True) -> Round:
    """Go round as the Tab key does, from the widget that has the focus."""
    start = QApplication.focusWidget() or root
    seen: list[QWidget] = []
    at: QWidget = start
    for _ in range(_ROUND):
        if at in seen:
            return Round(seen, at is start or not start.isVisible())
        seen.append(at)
        QTest.keyClick(at, Qt.Key.Key_Tab) if forward else QTest.keyClick(at, Qt.Key.Key_Backtab, _SHIFT)
        at = QApplication.focusWidget() or root
    return Round(seen, closed=False)


def place(widget: QWidget, root: QWidget) -> QRect:
    """Where a widget stands in a root."""
    return QRect(widget.mapTo(root, QPoint(0, 0)), widget.size())


def comes_before(first: QRect, second: QRect) -> bool:
    """Whether one reads the first before the second: it stands above, or beside it in the same line to the left."""
    overlap = min(first.bottom(), second.bottom()) - max(first.top(), second.top())
    if overlap > min(first.height(), second.height()) / 2:
        return first.left() <= second.left()
    return first.top() <= second.top()
