"""The middle of the window: lists, witnesses, side by side, edits, codebook and note, with their splitters."""

from PySide6.QtCore import QEvent, QObject, QSettings, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from ui.desktop.case.casework import Casework
from ui.desktop.case.findings_desk import FindingsDesk
from ui.desktop.case.studies import Studies
from ui.desktop.case.whereabouts import Whereabouts
from ui.desktop.codebook.feature import CodebookFeature
from ui.desktop.collation.panel import CollationPanel
from ui.desktop.empty import EmptyPage, lack_of
from ui.desktop.feature import Feature
from ui.desktop.inspector.inspector import Inspector
from ui.desktop.keys import Keys
from ui.desktop.lists.figures_view import FiguresView
from ui.desktop.lists.list_panel import FAMILIES, ListPanel
from ui.desktop.lists.searching import Searching
from ui.desktop.lists.witness_bar import WitnessBar
from ui.desktop.sided import LISTS, MARGIN, Sided
from ui.desktop.sides.comparison_view import ComparisonView
from ui.desktop.sides.halves import Halves
from ui.desktop.theme import Themes
from ui.desktop.veil import Veil
from ui.desktop.view_feature import Viewing
from ui.desktop.view_switch import Middle, Page, View
from ui.desktop.views import Views
from workbench.spans import Span

_ZOOM_STEP, _SMALLEST, _LARGEST = 1.1, 0.6, 3.0


class Workspace(QStackedWidget):
    """All panels, in the order in which the keyboard goes through them."""

    page_changed = Signal()
    """Something else may stand beside the lists than before."""
    collation_changed = Signal(bool)
    """Whether the collation stands in place of the witnesses and the two sides."""
    room_made = Signal(bool)
    """Whether lists and witnesses make room for the texts."""

    def __init__(
        self, case: Casework, where: Whereabouts, themes: Themes, studies: Studies, keys: Keys, searching: Searching
    ) -> None:
        super().__init__()
        self._case, self._where = case, where
        self.lists = ListPanel(case, where, themes, studies, searching)
        self.figures = FiguresView(case, themes, keys)
        self.desk = FindingsDesk(case, where, self)
        self.witnesses = WitnessBar(case, where, self.desk, themes)
        self.comparison = ComparisonView(case, where, themes)
        self.collation = CollationPanel(case, where, themes)
        self.views = Views(case, where, themes, self.desk, self.comparison)
        self.views.know_figures(self.figures)
        self.inline, self.timeline, self.reader = self.views.inline, self.views.timeline, self.views.reader
        self.marking, self.finding = self.views.marking, self.views.finding
        self.inspector = Inspector(case, where, self.desk, themes)
        self.edits, self.codebook, self.notes = self.inspector.edits, self.inspector.codebook, self.inspector.notes
        self.frame = self.inspector.frame
        self.empty = EmptyPage(keys)
        self._collated = False
        self.scale = 1.0
        self._assemble()
        self.marking.kept = (self.codebook,)
        self.coding = CodebookFeature(case, where, themes, keys, self.codebook, self)
        self.coding.marked = self.marking.target
        self.marking.choose_code = self.coding.choose_for
        self.codebook.picked.connect(self.marking.pick)
        self.viewing = Viewing(case, where, self.lists, self.middle, self.views, self)
        self.finding.elsewhere = self.lists.handlers()["filter"]
        self.middle.changed.connect(self._view_changed)
        self.middle.name_keys(keys.shown)
        keys.changed.connect(lambda: self.middle.name_keys(keys.shown))
        self.veil = Veil(self._work, where)
        case.changed.connect(self.refresh)
        where.compared.connect(self._fit_witnesses)
        self.desk.changed.connect(self._fit_witnesses)
        self.lists.figures.picked.connect(self.refresh)
        self.lists.asked_for.connect(lambda: self.make_room(False) if self.lists.isHidden() else None)
        self.lists.currentChanged.connect(lambda _: self.refresh())
        self.figures.button.clicked.connect(self.lists.figures.toggle)
        self.collation.opened.connect(self._open_place)
        for signal in (self.collation.left, self.timeline.opened, self.timeline.left):
            signal.connect(lambda: self.show_collation(False))
        self._scaled = (
            *(self.comparison, self.collation.view, self.witnesses.view, self.figures),
            *(self.inline, self.timeline, self.reader),
        )
        sides = self.comparison.base, self.comparison.witness, self.inline.pane, self.reader.pane, self.timeline.view
        for view in (*sides, self.witnesses.view, self.collation.view, *self.figures.panes):
            view.viewport().installEventFilter(self)

    def _assemble(self) -> None:
        self._sides = QStackedWidget()
        self._sides.addWidget(self.comparison)
        self._sides.addWidget(self.inline)
        self._middle = Halves(self.witnesses, self._sides)
        head = self.witnesses.head
        pages = {
            View.SIDES: Page(self._middle, self.comparison.witness, self.comparison.sleep, head),
            View.INLINE: Page(self._middle, self.inline.pane, self.inline.sleep, head),
            View.COLLATION: Page(self.collation, self.collation.view, self.collation.sleep),
            View.TIMELINE: Page(self.timeline, self.timeline.view, self.timeline.sleep),
            View.READER: Page(self.reader, self.reader.pane),
        }
        self.middle = Middle(pages, (self.views.find_bar, self.views.span_bar))
        self._work = QStackedWidget()
        right = Sided(MARGIN, self.inspector, self.middle, self.inspector)
        self.inspector.fit()
        self._work.addWidget(right)
        self._work.addWidget(self.empty)
        self._work.addWidget(self.figures)
        self.lists.fit()
        self._columns = Sided(LISTS, self.lists, self.lists, self._work)
        self._right = right
        self.addWidget(self._columns)

    @property
    def features(self) -> tuple[Feature, ...]:
        """What its views bring with them: marking, finding, going from one to another, coding."""
        return self.marking, self.finding, self.viewing, self.coding

    @property
    def shows_figures(self) -> bool:
        """Whether a pair of figures is shown, and no family."""
        return self._work.currentWidget() is self.figures

    def refresh(self) -> None:
        """Show the pair of figures that is chosen, the family, or what is missing before there is any."""
        in_front = self.lists.front is self.lists.figures and not self.viewing.reading
        chosen = self.lists.figures.chosen if in_front else None
        lack = lack_of(self._case.state)
        if chosen is not None:
            self.figures.show_row(chosen)
            self._work.setCurrentWidget(self.figures)
        elif lack is not None and self._where.family is None and not self.viewing.reading:
            self.empty.show_lack(lack)
            self._work.setCurrentWidget(self.empty)
        elif self._work.currentIndex():
            waiting = QApplication.focusWidget() in (None, self.empty.button)
            self._work.setCurrentIndex(0)
            if waiting:
                self.start_focus()
        self.page_changed.emit()

    def step_family(self, by: int) -> None:
        """Go on or back among the families, and show them where figures are shown."""
        if self.shows_figures:
            self.lists.show_list(FAMILIES)
        else:
            self._where.step_family(by)

    @property
    def collation_shown(self) -> bool:
        """Whether the collation stands in place of the witnesses and the two sides."""
        return self.middle.view is View.COLLATION

    def show_collation(self, shown: bool) -> None:
        """Show the collation, or the two sides."""
        self.middle.show_view(View.COLLATION if shown else View.SIDES)

    def _view_changed(self) -> None:
        """Another view stands in the middle: what belongs to it is shown with it."""
        view = self.middle.view
        self._sides.setCurrentWidget(self.inline if view is View.INLINE else self.comparison)
        self.inspector.setVisible(view is not View.READER)
        self._fit_witnesses()
        self.finding.view_changed()
        if self.collation_shown is not self._collated:
            self._collated = self.collation_shown
            self.collation_changed.emit(self._collated)

    def _open_place(self, span: Span) -> None:
        self.show_collation(False)
        if self._where.edit is None:
            self.comparison.reveal(span)

    def zoom(self, steps: int) -> None:
        """Make text larger or smaller; 0 makes it normal."""
        wanted = self.scale * _ZOOM_STEP**steps if steps else 1.0
        self.scale = min(_LARGEST, max(_SMALLEST, wanted))
        for view in self._scaled:
            view.set_scale(self.scale)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl and the wheel make text larger or smaller."""
        if isinstance(event, QWheelEvent) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
            return True
        return super().eventFilter(watched, event)

    def start_focus(self) -> None:
        """Put the focus where work begins: into the list of families."""
        if self._work.currentWidget() is self.empty:
            self.empty.button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.lists.show_list(FAMILIES)

    def step_panel(self, by: int) -> None:
        """Move the focus to the next panel, or to the one before."""
        stops = [stop for stop in self._stops() if self._is_reached(stop) and stop.isEnabled()]
        focused = QApplication.focusWidget()
        at = next((n for n, stop in enumerate(stops) if stop is focused or _holds(stop, focused)), -1 if by > 0 else 0)
        if stops:
            to = stops[(at + by) % len(stops)]
            self.inspector.reveal(to)
            to.setFocus(Qt.FocusReason.TabFocusReason)

    def _is_reached(self, stop: QWidget) -> bool:
        """Whether a panel can be seen, or is in a tab that can be shown."""
        return stop.isVisible() or (self.inspector.isVisible() and self.inspector.holds(stop))

    def _stops(self) -> list[QWidget]:
        first = next(iter(self.codebook.findChildren(QWidget, "code")), self.codebook)
        sides = [self.comparison.base, self.comparison.witness]
        return [
            self.lists.front.view,
            self.witnesses.view,
            *sides,
            self.inline.pane,
            self.collation.view,
            self.timeline.view,
            self.reader.pane,
            self.reader.list,
            self.edits.view,
            first,
            self.notes.field,
            self.figures.left,
            self.figures.right,
            self.figures.reasons,
            self.frame.view,
            *self.inspector.added_stops,
            self.empty.button,
        ]

    def _fit_witnesses(self) -> None:
        """Give a new family's witnesses the height they need."""
        family = self._where.family
        self.refresh()
        if family is not None and self._where.comparisons:
            self._middle.fit((family.id, self.desk.findings is not None))

    def make_room(self, wanted: bool) -> None:
        """Hide lists and witnesses for the sake of the texts, or show them again."""
        held = self.lists.isAncestorOf(QApplication.focusWidget() or self) or self.witnesses.view.hasFocus()
        self.lists.setHidden(wanted)
        self.witnesses.setHidden(wanted)
        if wanted and held:
            self.step_panel(1)
        self._fit_witnesses()
        self.room_made.emit(wanted)

    def save_typed(self) -> None:
        """Write down what has been typed."""
        self.notes.save()
        self.marking.save()

    def save(self, settings: QSettings) -> None:
        """Remember how the panels are divided."""
        self._columns.keep(settings, "columns")
        self._right.keep(settings, "inspector")
        settings.setValue("scale", self.scale)
        self.lists.save(settings)
        self._middle.save(settings)

    def restore(self, settings: QSettings) -> None:
        """Divide the panels as they were."""
        self.lists.restore(settings)
        self._middle.restore(settings)
        self._columns.take_back(settings, "columns")
        self._right.take_back(settings, "inspector")
        try:
            self.scale = min(_LARGEST, max(_SMALLEST, float(str(settings.value("scale", 1.0)))))
        except ValueError:
            self.scale = 1.0
        for view in self._scaled:
            view.set_scale(self.scale)


def _holds(stop: QWidget, focused: QWidget | None) -> bool:
    parent = stop.parentWidget()
    return stop.objectName() == "code" and focused is not None and focused.parentWidget() is parent
