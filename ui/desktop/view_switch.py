"""Which view of the family stands in the middle, and the small switch above it that says so."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget


class View(StrEnum):
    """What stands in the middle, in the order of the switch; an article alone stands apart from the rest."""

    SIDES = "Side by side"
    INLINE = "In place"
    COLLATION = "Collation"
    TIMELINE = "Timeline"
    READER = "Article"


SWITCHED = (View.SIDES, View.INLINE, View.COLLATION, View.TIMELINE)
"""The views that the switch has."""
_ACTIONS = {
    View.SIDES: "view_sides",
    View.INLINE: "view_inline",
    View.COLLATION: "collation",
    View.TIMELINE: "view_timeline",
}
VIEW_ACTIONS = tuple(_ACTIONS.values())
"""The actions that show the views of the switch."""
_TIPS = {
    View.SIDES: "Base and witness beside each other",
    View.INLINE: "One text, with what was removed and added in its place",
    View.COLLATION: "All witnesses in columns",
    View.TIMELINE: "All witnesses in time, and where they probably come from",
}


def action_of(view: View) -> str:
    """The action that shows a view; `KeyError` for an article alone."""
    return _ACTIONS[view]


@dataclass(frozen=True, slots=True)
class Page:
    """A view: the widget that stands in the middle, where the focus goes, and how it is put to sleep.

    `head` stands beside the switch while the view is shown.
    """

    widget: QWidget
    focus: QWidget
    sleep: Callable[[bool], None] = lambda _: None
    head: QWidget | None = None


class Middle(QWidget):
    """One view at a time; those that are not shown sleep."""

    changed = Signal()
    """Another view is shown."""

    def __init__(self, pages: Mapping[View, Page], feet: tuple[QWidget, ...]) -> None:
        super().__init__()
        self._pages = pages
        self.view = View.SIDES
        self.switch = QTabBar()
        self.switch.setObjectName("views")
        self.switch.setAccessibleName("View of the family")
        self.switch.setDrawBase(False)
        self.switch.setExpanding(False)
        self.switch.setUsesScrollButtons(False)  # a view that is scrolled away is one that nobody finds
        self.switch.setElideMode(Qt.TextElideMode.ElideNone)
        self.switch.setUsesScrollButtons(False)  # a view that is scrolled away is one that nobody finds
        for view in SWITCHED:
            self.switch.addTab(view.value)
        self.switch.currentChanged.connect(lambda number: self.show_view(SWITCHED[number], take_focus=False))
        self.row = QWidget()
        self.row.setObjectName("views_row")
        self.row.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self.row)
        row.setContentsMargins(12, 6, 14, 6)
        row.setSpacing(16)
        row.addWidget(self.switch)
        self._heads = tuple(dict.fromkeys(page.head for page in pages.values() if page.head is not None))
        for head in self._heads:
            row.addWidget(head, 1)
        row.addStretch(0 if self._heads else 1)
        self._stack = QStackedWidget()
        for widget in dict.fromkeys(page.widget for page in pages.values()):
            self._stack.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.row)
        layout.addWidget(self._stack, 1)
        for foot in feet:
            layout.addWidget(foot)

    @property
    def action(self) -> str:
        """The action that shows the view that is shown; empty for an article alone."""
        return _ACTIONS.get(self.view, "")

    def name_keys(self, key_of: Callable[[str], str]) -> None:
        """Let the switch say by which keys the views are shown; `key_of` gives the key of an action."""
        for number, view in enumerate(SWITCHED):
            key = key_of(action_of(view))
            self.switch.setTabToolTip(number, f"{_TIPS[view]} ({key})" if key else _TIPS[view])

    def show_view(self, view: View, *, take_focus: bool = True) -> None:
        """Show a view; the focus goes there, and into no list on its way, unless it is not to move at all."""
        page = self._pages[view]
        if take_focus:
            self._stack.setFocus(Qt.FocusReason.OtherFocusReason)
        self.view = view
        for other, behind in self._pages.items():
            if other is not view:
                behind.sleep(True)
        self._stack.setCurrentWidget(page.widget)
        for head in self._heads:
            head.setVisible(head is page.head)
        page.sleep(False)
        self.row.setVisible(view in SWITCHED)
        if view in SWITCHED:
            with QSignalBlocker(self.switch):
                self.switch.setCurrentIndex(SWITCHED.index(view))
            self.switch.updateGeometry()  # the bold name needs more room than the one before
        self.changed.emit()
        if take_focus:
            page.focus.setFocus(Qt.FocusReason.OtherFocusReason)
