"""The list of families: searched in full text, filtered, sorted; its rows follow the case one by one."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from ui.desktop.case.casework import Casework
from ui.desktop.case.family_book import News
from ui.desktop.lists.families_listed import EDITED, LABELS, REVIEW, FamiliesListed
from ui.desktop.lists.list_cards import FamilyCard
from ui.desktop.lists.models import KeyedRows
from ui.desktop.lists.rows import FamilyRow, family_row
from ui.desktop.lists.searched_list import SearchedList
from ui.desktop.lists.searching import Searching
from ui.desktop.theme import Themes

_PATIENCE = 400
"""Milliseconds after which a person is told that words are being looked for."""


class FamilyList(SearchedList):
    """The families of the case."""

    boilerplate_toggled = Signal(bool)

    def __init__(self, case: Casework, searching: Searching, themes: Themes) -> None:
        book = case.book
        self._families = FamiliesListed(book)
        rows: KeyedRows[FamilyRow] = KeyedRows(lambda key: family_row(book, key), lambda row: row.spoken)
        super().__init__(self._families, rows, FamilyCard, themes)
        rows.setParent(self)
        self._case, self._searching = case, searching
        self.check = QCheckBox("Show boilerplate")
        self.check.setAccessibleName("Show families of boilerplate")
        self.check.toggled.connect(self._show_boilerplate)
        self._foot: QWidget = self.add_foot(self.check)
        self.panel.boilerplate_wanted.connect(self.check.setChecked)
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(_PATIENCE)
        self._waiting.timeout.connect(lambda: self.told.setText("Searching…"))
        searching.grown.connect(self._search_grown)
        case.leaving.connect(self.field.clear)

    def follow(self, news: News) -> None:
        """The case changed: look again at the rows that are not what they were."""
        hidden = sum(family.boilerplate for family in self._case.snapshot.families)
        self.check.setText(f"Show boilerplate ({hidden})")
        self._foot.setVisible(bool(hidden))
        if news.everything:
            self.relist()  # families that are gone go at once, whatever is being searched
            self.filtered.renew()
            self.search()
        else:
            self.count_on(news)

    def count_on(self, news: News) -> None:
        """More edits have been counted."""
        self.filtered.renew(news.families)
        if news.families and self._hangs_on_work:
            self.relist(keep=True)

    @property
    def _hangs_on_work(self) -> bool:
        """Whether edits, tags, notes or what was reviewed decide what is listed, and where."""
        return bool(self.query.operators) or self.order in (EDITED, LABELS, REVIEW)

    def search(self) -> None:
        """Look for the words of the query away from the GUI thread; until they are found the list stays as it is."""
        if not self.query.terms:
            self._waiting.stop()
            self._searching.find((), lambda _: None)  # what is being looked for is wanted no more
            self.take_hits(None)
            return
        self._waiting.start()
        self._searching.find(self.query.terms, self._found)

    def _found(self, hits: frozenset[int] | None) -> None:
        self._waiting.stop()
        self.take_hits(hits)

    def _search_grown(self) -> None:
        if self.query.terms:
            self.search_soon()

    @property
    def total(self) -> int:
        """How many families there are in sight when nothing is asked for."""
        families = self._case.snapshot.families
        return len(families) if self.boilerplate else sum(not family.boilerplate for family in families)

    @property
    def pending(self) -> str:
        """What is still on its way, in words."""
        if self.query.terms and self._searching.left:
            return f"{self._searching.left:,} still to be searched"
        counted = any(one.name in ("label", "is") for one in self.query.operators) or self.order in (EDITED, LABELS)
        return "edits are still being counted" if counted and self._case.book.counting else ""

    @property
    def boilerplate(self) -> bool:
        """Whether boilerplate is in sight."""
        return self._families.boilerplate

    def _show_boilerplate(self, shown: bool) -> None:
        self._families.boilerplate = shown
        self.panel.follow(self.field.text(), boilerplate=shown)
        self.relist()
        self.boilerplate_toggled.emit(shown)
