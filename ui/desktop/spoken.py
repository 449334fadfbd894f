"""What a painted widget is to a screen reader, and the order in which the Tab key goes from one widget to the next."""

from functools import cache
from itertools import pairwise

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_ROLE = "spoken_role"
Role = QAccessible.Role


def speak_as(widget: QWidget, role: Role, name: str = "", description: str = "") -> None:
    """Let screen readers take a widget for what it is; Qt knows of a painted one only that it is there."""
    _install()
    widget.setProperty(_ROLE, role.value)
    if name:
        widget.setAccessibleName(name)
    if description:
        widget.setAccessibleDescription(description)


def tab_through(*widgets: QWidget) -> None:
    """Let the Tab key go through some widgets one after another, in whatever order they were made."""
    for first, second in pairwise(widgets):
        QWidget.setTabOrder(first, second)


@cache
def _install() -> None:
    QAccessible.installFactory(_interface)


def _interface(_kind: str, what: QObject) -> QAccessibleInterface | None:
    role = what.property(_ROLE) if isinstance(what, QWidget) else None
    return QAccessibleWidget(what, Role(role)) if role is not None and isinstance(what, QWidget) else None
