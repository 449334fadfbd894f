"""The panels at the side as two tabs: what was edited, with codebook and note; and the frame of the witness."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyleOptionTab, QTabBar, QTabWidget, QVBoxLayout, QWidget

from ui.desktop.case.casework import Casework
from ui.desktop.case.findings_desk import FindingsDesk
from ui.desktop.case.whereabouts import Whereabouts
from ui.desktop.codebook.panel import CodebookPanel
from ui.desktop.fonts import interface_scale
from ui.desktop.icons import icon
from ui.desktop.inspector.edit_list import EditList
from ui.desktop.inspector.frame_panel import FramePanel
from ui.desktop.inspector.note_panel import NotePanel
from ui.desktop.theme import Themes

_EDITS, _FRAME = 0, 1
_LEAST, _LARGE = 250, 290
"""How narrow it may be made, in pixels: as it came, and by the size of letters that are larger."""
_NOTE_HEIGHT = 112
_ICON = QSize(14, 14)
_ROOM_FOR_SIGN = "\u2003\u2005"
"""Spaces as wide as the sign."""


class SignedTabs(QTabBar):
    """Tabs with their sign beside their words, also where they are wider than both."""

    def initStyleOption(self, option: QStyleOptionTab, number: int) -> None:
        """Leave the sign out, and room for it before the words."""
        super().initStyleOption(option, number)
        if not option.icon.isNull():
            option.icon = QIcon()
            option.text = _ROOM_FOR_SIGN + option.text

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the signs."""
        super().paintEvent(event)
        painter = QPainter(self)
        for number in range(self.count()):
            if self.isTabVisible(number) and not self.tabIcon(number).isNull():
                words = self.fontMetrics().horizontalAdvance(_ROOM_FOR_SIGN + self.tabText(number))
                middle = self.tabRect(number).center()
                corner = QPoint(middle.x() - words // 2 - 1, middle.y() - _ICON.height() // 2)
                self.tabIcon(number).paint(painter, QRect(corner, _ICON))
        painter.end()


class Inspector(QTabWidget):
    """What one works on stands in the first tab; the second says with a sign when a quotation was altered."""

    def __init__(self, case: Casework, where: Whereabouts, desk: FindingsDesk, themes: Themes) -> None:
        super().__init__()
        self._where, self._desk, self._themes = where, desk, themes
        self.edits = EditList(case, where, desk, themes)
        self.codebook = CodebookPanel(case, where, themes)
        self.notes = NotePanel(case, where)
        self.frame = FramePanel(case, where, desk, themes)
        self.notes.setMaximumHeight(_NOTE_HEIGHT)
        self.added_stops: list[QWidget] = []
        """Where F6 comes to in the tabs that were added."""
        self.setAccessibleName("Edits and frame")
        self.setTabBar(SignedTabs())
        self.setDocumentMode(True)
        self.setIconSize(_ICON)
        self.tabBar().setExpanding(True)
        self.setUsesScrollButtons(False)
        self.addTab(self._work(), "Edits")
        self.addTab(self.frame, "Frame")
        self.notes.wanted.connect(lambda: self.setCurrentIndex(_EDITS))
        for signal in (where.family_changed, where.compared, where.witness_changed, desk.changed, themes.changed):
            signal.connect(self._name_tabs)
        self._name_tabs()
        themes.changed.connect(self.fit)

    def _work(self) -> QWidget:
        work = QWidget()
        work.setObjectName("inspector")
        work.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QVBoxLayout(work)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.edits, 1)
        layout.addWidget(self.codebook)
        layout.addWidget(self.notes)
        return work

    def fit(self) -> None:
        """Larger letters need more room."""
        scale = interface_scale()
        self.setMinimumWidth(int(_LARGE * scale) if scale > 1 else _LEAST)

    def show_frame(self) -> None:
        """Show the frame and read it; from there, go back to the edits."""
        if self.frame.view.hasFocus():
            self.show_edits()
            self.edits.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        self.reveal(self.frame.view)
        self.frame.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_edits(self) -> None:
        """Show the edits with codebook and note."""
        self.setCurrentIndex(_EDITS)

    def holds(self, widget: QWidget) -> bool:
        """Whether a widget stands in one of the tabs, shown or not; a tab that is put away holds nothing."""
        number = self._tab_of(widget)
        return number >= 0 and self.isTabVisible(number)

    def add_panel(self, panel: QWidget, title: str, stop: QWidget) -> None:
        """Add a tab that is there only while it is used; F6 comes to `stop` then."""
        self.setTabVisible(self.addTab(panel, title), False)
        self.added_stops.append(stop)

    def open_panel(self, panel: QWidget) -> None:
        """Show a tab that was added."""
        self.setTabVisible(self.indexOf(panel), True)
        self._name_tabs()
        self.setCurrentWidget(panel)

    def put_away(self, panel: QWidget) -> None:
        """Take a tab that was added out of sight, and show the edits."""
        self.show_edits()
        self.setTabVisible(self.indexOf(panel), False)
        self._name_tabs()

    def reveal(self, widget: QWidget) -> None:
        """Show the tab that a widget stands in."""
        number = self._tab_of(widget)
        if number >= 0:
            self.setCurrentIndex(number)

    def _tab_of(self, widget: QWidget) -> int:
        """The number of the tab that a widget stands in, -1 when it stands in none."""
        pages = (self.widget(number) for number in range(self.count()))
        return next((n for n, page in enumerate(pages) if page is not None and page.isAncestorOf(widget)), -1)

    def _name_tabs(self) -> None:
        shown, found = self._where.comparison, self._desk.findings
        self.setTabText(_EDITS, f"Edits  {len(shown.edits)}" if shown else "Edits")
        edited = found.altered.get(shown.witness.id, ()) if shown and found else ()
        number = sum(one.is_altered for one in edited)
        crowded = any(self.isTabVisible(extra) for extra in range(_FRAME + 1, self.count()))
        self.setTabText(_FRAME, "Frame: altered quote" if number and not crowded else "Frame")
        self.setTabToolTip(_FRAME, "Altered quote" if number else "")
        colour = self._themes.colour("problem")
        self.setTabIcon(_FRAME, icon("altered", colour, colour) if number else QIcon())
