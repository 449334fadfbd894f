"""A list of a case with its search field, its filters and its order."""

from typing import Any

from PySide6.QtCore import QSettings, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from ui.desktop.icons import icon
from ui.desktop.lists.filter_panel import FilterPanel
from ui.desktop.lists.filtered_list import ListBox, RowView, padded
from ui.desktop.lists.listing import Catalogue, Ids, Order
from ui.desktop.lists.models import KeyedRows
from ui.desktop.lists.query import Query, parse
from ui.desktop.lists.search_field import SearchField
from ui.desktop.painting import CardDelegate
from ui.desktop.parts import can_take_back, hint
from ui.desktop.theme import Themes

_PAUSE = 250
"""How long news of what is counted wait for more of them, in milliseconds."""
_PATIENCE = 600
"""How long one may go on typing before one is told that it makes no sense, in milliseconds."""


class SearchedList(ListBox):
    """Rows of a case that a person searches, filters and sorts; one line says what is in force."""

    listed = Signal()
    """Other rows are listed, or in another order."""

    def __init__(self, catalogue: Catalogue, rows: KeyedRows[Any], card: type[CardDelegate], themes: Themes) -> None:
        super().__init__()
        self.catalogue, self.filtered, self._themes = catalogue, rows, themes
        self.query = Query()
        self.hits: Ids | None = None
        self.order, self.turned = catalogue.orders[0], False
        self._came_from: QWidget | None = None
        self.field, self.panel = SearchField(catalogue), FilterPanel(catalogue)
        self.view = RowView(card, themes, catalogue.name.capitalize())
        self.view.setUniformItemSizes(True)
        self.view.setModel(rows)
        self.more, self.clear = QToolButton(), QPushButton("Clear")
        self.told, self.problem = hint(), hint()
        self.nothing = hint(f"No {catalogue.name} are like this. Press Esc in the search field to see all.")
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE)
        self._wrong_soon = QTimer(self)
        self._wrong_soon.setSingleShot(True)
        self._wrong_soon.setInterval(_PATIENCE)
        self._assemble()
        self._connect()

    def _assemble(self) -> None:
        self.more.setCheckable(True)
        self.more.setAccessibleName(f"Filters and order of the {self.catalogue.name}")
        self.more.setToolTip("Filters and order")
        self._draw_icon()
        self.clear.setObjectName("link")
        self.clear.setAccessibleName(f"Clear search and filters of the {self.catalogue.name}")
        self.clear.setToolTip("Clear search and filters")
        self.problem.setObjectName("wrong")
        head, line, state = QWidget(), QHBoxLayout(), QHBoxLayout()
        line.addWidget(self.field, 1)
        line.addWidget(self.more)
        state.addWidget(self.told, 1)
        state.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(line)
        column.addLayout(state)
        column.addWidget(self.problem)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(padded(head))
        layout.addWidget(self.panel)
        layout.addWidget(self.nothing)
        layout.addWidget(self.view, 1)
        self.nothing.setContentsMargins(12, 0, 12, 10)
        for part in (self.clear, self.told, self.problem, self.nothing):
            part.hide()

    def _connect(self) -> None:
        self.field.textChanged.connect(self._read)
        self.field.left.connect(self.focus_list)
        self.panel.written.connect(self.field.setText)
        self.panel.ordered.connect(self.sort)
        self.panel.left.connect(self.leave_panel)
        self.more.clicked.connect(self.toggle_panel)
        self.clear.clicked.connect(self.clear_all)
        self._soon.timeout.connect(self.search)
        self._wrong_soon.timeout.connect(self.problem.show)
        self._themes.changed.connect(self._draw_icon)

    def _draw_icon(self) -> None:
        self.more.setIcon(icon("filter", self._themes.colour("text"), self._themes.colour("strong_rule")))

    # What is asked for

    def _read(self, text: str) -> None:
        self.query = parse(text)
        self.panel.follow(text, boilerplate=self.boilerplate)
        self.search()

    def search(self) -> None:
        """Look for the words of the query; the list follows when they are found."""
        self.take_hits(None)

    def search_soon(self) -> None:
        """Search again in a moment, for what has come to be known meanwhile."""
        if not self._soon.isActive():
            self._soon.start()

    def take_hits(self, hits: Ids | None) -> None:
        """List what has the words of the query, as the filters and the order have it."""
        self.hits = hits
        self.relist()

    def relist(self, *, keep: bool = False) -> None:
        """List what is asked for anew; the current row stays where it is listed still.

        With `keep` it stays in any case: what a person has just decided about is not taken from under their hands.
        """
        at = self.view.currentIndex().row()
        key = self.key_at(at)
        found = self.catalogue.listing(self.query, self.hits, self.order, turned=self.turned)
        kept = [key] if keep and key >= 0 and key not in found.keys else []
        self.filtered.show_keys([*found.keys[:at], *kept, *found.keys[at:]] if kept else found.keys)
        self._tell(found.told, found.problems)
        index = self.filtered.find(key)
        if index.isValid() and index != self.view.currentIndex():
            self.view.setCurrentIndex(index)
        self.listed.emit()

    def _tell(self, told: tuple[str, ...], problems: tuple[str, ...]) -> None:
        narrowed = bool(self.query.terms or told)
        number, name = len(self.filtered.keys), self.catalogue.name
        words = [f"{number:,} of {self.total:,} {name}", *told] if narrowed else []
        words += [f"by {self.order.told.lower()}, {self.order.ways[self.turned]}"] if self.is_sorted else []
        words += [self.pending] if narrowed and self.pending else []
        self.told.setText(" · ".join(words))
        self.told.setVisible(bool(words))
        self.clear.setVisible(bool(self.field.text()))
        self._warn(problems[0] if problems else "")
        self.nothing.setVisible(narrowed and not number)
        self.field.setAccessibleDescription(" ".join((*problems, *words)))

    def _warn(self, problem: str) -> None:
        """Say what makes no sense, but not while it is still being typed."""
        self.problem.setText(problem)
        if not problem:
            self._wrong_soon.stop()
            self.problem.hide()
        elif self.problem.isHidden():
            self._wrong_soon.start()

    @property
    def total(self) -> int:
        """How many there are in all."""
        return len(self.catalogue.everything())

    @property
    def pending(self) -> str:
        """What is still on its way, in words."""
        return ""

    @property
    def boilerplate(self) -> bool:
        """Whether boilerplate is in sight."""
        return False

    @property
    def is_sorted(self) -> bool:
        """Whether the list stands in another order than it does of itself."""
        return self.turned or self.order is not self.catalogue.orders[0]

    # What a person does

    def key_at(self, number: int) -> int:
        """The key of a row; -1 where there is none."""
        return self.filtered.keys[number] if 0 <= number < len(self.filtered.keys) else -1

    def sort(self, order: Order, turned: bool = False) -> None:
        """List in another order, or the other way round."""
        self.order, self.turned = order, turned
        self.panel.show_order(order, turned=turned)
        self.relist()

    def turn(self) -> None:
        """List the other way round."""
        self.sort(self.order, not self.turned)

    def clear_all(self) -> None:
        """Forget words and filters; the order stays."""
        self.field.clear()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def toggle_panel(self) -> None:
        """Drop the panel of filters, or take it away."""
        if self.panel.isVisible():
            self.leave_panel()
        else:
            self._drop_panel()

    def choose_order(self) -> None:
        """Drop the panel with the focus on the order."""
        self._drop_panel(at_order=True)

    def _drop_panel(self, *, at_order: bool = False) -> None:
        self._came_from = QApplication.focusWidget()
        self.more.setChecked(True)
        self.panel.come_up(self.clear, at_order=at_order)

    def leave_panel(self) -> None:
        """Take the panel away; the focus goes back to where it was, or into the search field from within the list."""
        self.panel.hide()
        self.more.setChecked(False)
        before = self._came_from
        back = before if can_take_back(before) and not self.isAncestorOf(before) else self.field
        back.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # From one start to the next

    def save(self, settings: QSettings) -> None:
        """Remember the order."""
        settings.setValue(f"{self.catalogue.name}/order", self.order.name)
        settings.setValue(f"{self.catalogue.name}/turned", self.turned)

    def restore(self, settings: QSettings) -> None:
        """List in the order of before; one that this program does not know is let be."""
        name = settings.value(f"{self.catalogue.name}/order")
        known = {order.name: order for order in self.catalogue.orders}
        if isinstance(name, str) and name in known:
            self.sort(known[name], settings.value(f"{self.catalogue.name}/turned") in (True, "true"))
