"""The left side: families and articles, each with its filter."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QModelIndex, QSettings, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QTabWidget

from ui.desktop.case.casework import Casework
from ui.desktop.case.studies import Studies
from ui.desktop.case.whereabouts import Whereabouts
from ui.desktop.feature import Handlers
from ui.desktop.fonts import interface_scale
from ui.desktop.lists.article_list import ArticleList
from ui.desktop.lists.counted_tabs import CountedTabs
from ui.desktop.lists.family_list import FamilyList
from ui.desktop.lists.figure_list import FigureList
from ui.desktop.lists.filtered_list import FilteredList
from ui.desktop.lists.list_cards import UnplacedCard
from ui.desktop.lists.models import ROW_ROLE, unplaced_model
from ui.desktop.lists.rows import FamilyRow
from ui.desktop.lists.searched_list import SearchedList
from ui.desktop.lists.searching import Searching
from ui.desktop.lists.unplaced import Fitting, unplaced_rows
from ui.desktop.parts import hint
from ui.desktop.reader.view import NOT_LOOKED
from ui.desktop.theme import Themes
from workbench.model import Place
from workbench.spans import Span

FAMILIES, ARTICLES, FIGURES, UNPLACED = range(4)
"""The lists by their numbers."""
LIST_TIPS = {
    "families": "Passages that stand in two articles or more",
    "articles": "All articles, each with how much of its story others have too",
    "figures": "Figures that conflict: different numbers for what looks like the same event",
    "unplaced": "Tags and notes on texts that are no whole passage and no edit",
}
"""What the lists hold, by the actions that show them, in the order of the tabs."""
_LEAST, _WIDEST = 220, 460
"""How narrow the lists may be made, and how much room their tabs may ask for, in pixels."""
_PAUSE = 250
"""How long news of edits that were counted wait for more of it, in milliseconds."""


class ListPanel(QTabWidget):
    """Families, articles and figures that conflict as tabs. What is listed first is where one is taken first.

    A fourth tab lists the tags and notes that fit no family as they stand now; it is there while there are any.
    """

    unplaced_changed = Signal()
    """Whether there are tags and notes that fit no family is different from before."""
    asked_for = Signal()
    """A person wants to see a list, or to search it."""

    def __init__(
        self, case: Casework, where: Whereabouts, themes: Themes, studies: Studies, searching: Searching
    ) -> None:
        super().__init__()
        self._case, self._where = case, where
        self.families, self.articles = FamilyList(case, searching, themes), ArticleList(case, studies, themes)
        self.figures = FigureList(case, studies, themes)
        self.unplaced_rows = unplaced_model(self)
        self.unplaced = FilteredList(self.unplaced_rows, UnplacedCard, themes, "other tags and notes")
        self._fitting = Fitting(case.book)
        why = "They stand on texts that are no whole passage and no edit. Reports list them too."
        self.unplaced.add_foot(hint(why))
        self._refresh_soon = QTimer(self)
        self._refresh_soon.setSingleShot(True)
        self._refresh_soon.setInterval(_PAUSE)
        self._refresh_soon.timeout.connect(self._count_on)
        self._tabs = CountedTabs()
        self.setTabBar(self._tabs)
        self.setDocumentMode(True)
        self.tabBar().setExpanding(True)
        self.setUsesScrollButtons(False)  # a tab that is scrolled away is one that nobody finds
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setAccessibleName("Families, articles and figures")
        self.addTab(self.families, "Families")
        self.addTab(self.articles, "Articles")
        self.addTab(self.figures, "Figures")
        self.addTab(self.unplaced, "Other")
        self.setTabVisible(UNPLACED, False)
        themes.changed.connect(self.fit)
        self.filled: Callable[[str], str] = str
        """Puts the keys in force into a sentence."""
        self._connect()

    def fit(self) -> None:
        """Where letters are larger than normal the tabs need more room than a person gave the lists."""
        large = interface_scale() > 1
        self.setMinimumWidth(min(_WIDEST, self._tabs.whole_width()) if large else _LEAST)

    def _connect(self) -> None:
        self._case.changed.connect(self.refresh)
        self._case.opened.connect(lambda: self.setCurrentIndex(FAMILIES))
        self._case.digested.connect(self._news_soon)
        self.figures.told.connect(lambda sentence: self._where.told.emit(self.filled(sentence)))
        self.figures.listed.connect(lambda: self.setTabText(FIGURES, self.figures.title))
        self.currentChanged.connect(lambda _: self.figures.come_up() if self.front is self.figures else None)
        self._where.family_changed.connect(self._follow)
        self.families.view.selectionModel().currentChanged.connect(self._family_picked)
        self.articles.view.activated.connect(self._article_picked)
        self.unplaced.view.activated.connect(self._unplaced_picked)
        self.families.listed.connect(self._list_changed)

    def _news_soon(self) -> None:
        if not self._refresh_soon.isActive():
            self._refresh_soon.start()

    def refresh(self) -> None:
        """Follow the case: only what is not as it was is looked at again."""
        news, snapshot = self._case.book.drain(), self._case.snapshot
        self._fitting.follow(news)
        self.families.follow(news)
        self.articles.follow()
        hidden = sum(family.boilerplate for family in snapshot.families)
        self.setTabText(FAMILIES, f"Families  {len(snapshot.families) - hidden}")
        self.setTabText(ARTICLES, f"Articles  {len(snapshot.articles)}")
        self._list_unplaced()
        self._follow()

    def _count_on(self) -> None:
        news = self._case.book.drain()
        self._fitting.follow(news)
        self.families.count_on(news)
        self._list_unplaced()

    def _list_unplaced(self) -> None:
        rows = unplaced_rows(self._case.book, self._fitting)
        self.unplaced_rows.set_rows(rows)
        self.setTabText(UNPLACED, f"Other  {len(rows)}")
        if bool(rows) != self.isTabVisible(UNPLACED):
            held = self.unplaced.isAncestorOf(QApplication.focusWidget() or self)
            self.setTabVisible(UNPLACED, bool(rows))
            if held:
                self.show_list(FAMILIES)
            self.unplaced_changed.emit()

    @property
    def front(self) -> FilteredList | SearchedList:
        """The list in front."""
        return (self.families, self.articles, self.figures, self.unplaced)[self.currentIndex()]

    def current_filter(self) -> QLineEdit:
        """The filter field of the list in front."""
        return self.front.field

    def show_list(self, number: int) -> None:
        """Bring a list to the front and put the focus into it."""
        if self.isTabVisible(number):
            self.asked_for.emit()
            self.setCurrentIndex(number)
            self.front.focus_list()
            if number == FIGURES:
                self.figures.come_up()  # also where it is in front already: what was stopped begins anew

    def _list_changed(self) -> None:
        self._where.set_order(self.families.filtered.keys)
        self._follow()

    def _follow(self) -> None:
        """Keep the list on the current family."""
        if self._where.family is None:
            return
        index = self.families.filtered.find(self._where.family.id)
        if index.isValid() and index != self.families.view.currentIndex():
            self.families.view.setCurrentIndex(index)

    def _family_picked(self, index: QModelIndex) -> None:
        """Only a person's choice counts: while the filter narrows the list the view moves its row by itself."""
        row = index.data(ROW_ROLE)
        if isinstance(row, FamilyRow) and self.families.view.hasFocus():
            self._where.go_to_family(row.family.id)

    def _article_picked(self, index: QModelIndex) -> None:
        """Go to the first family of an article that is listed."""
        article, snapshot = index.data(ROW_ROLE).article.id, self._case.snapshot
        if self._case.book.families_of(article):
            self._go_to_family_at(Place(article, Span(0, 0)))
        elif snapshot.aligned:
            self._where.told.emit("This article shares no passage with another.")
        else:
            self._where.told.emit(self.filled(NOT_LOOKED))

    def _unplaced_picked(self, index: QModelIndex) -> None:
        """Go to the family that comes nearest to where a tag or note was put."""
        self._go_to_family_at(index.data(ROW_ROLE).target.place)

    def _go_to_family_at(self, place: Place) -> None:
        """Of the families that are listed, go to the one that has most of a place, the first one of its article."""
        shared: dict[int, int] = {}
        book, listed = self._case.book, self.families.filtered
        near = sorted(book.families_of(place.article_id), key=lambda number: listed.find(number).row())
        for number in (number for number in near if listed.find(number).isValid()):
            spans = [w.place.span for w in book.family(number).witnesses if w.place.article_id == place.article_id]
            shared[number] = max(span.overlap(place.span) for span in spans)
        if shared:
            self._where.go_to_family(max(shared, key=lambda number: shared[number]))
        else:
            self._where.told.emit("No family that is listed has a passage of this article.")

    def handlers(self) -> Handlers:
        """What the actions do that concern the lists."""
        return {
            "filter": self._search,
            "filters": lambda: self.searched().toggle_panel(),
            "clear_filters": lambda: self.searched().clear_all(),
            "sort": lambda: self.searched().choose_order(),
            "turn": lambda: self.searched().turn(),
            "families": partial(self.show_list, FAMILIES),
            "articles": partial(self.show_list, ARTICLES),
            "figures": partial(self.show_list, FIGURES),
            "unplaced": partial(self.show_list, UNPLACED),
            "set_aside": self.figures.toggle,
            "boilerplate": self.families.check.toggle,
        }

    def _search(self) -> None:
        self.asked_for.emit()
        field = self.current_filter()
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field.selectAll()

    # Searching

    def searched(self) -> SearchedList:
        """The list in front that has filters; the families where that one has none."""
        self.asked_for.emit()
        if isinstance(self.front, SearchedList):
            return self.front
        self.show_list(FAMILIES)
        return self.families

    def save(self, settings: QSettings) -> None:
        """Remember how the lists are sorted."""
        for one in (self.families, self.articles):
            one.save(settings)

    def restore(self, settings: QSettings) -> None:
        """Sort the lists as they were."""
        for one in (self.families, self.articles):
            one.restore(settings)
