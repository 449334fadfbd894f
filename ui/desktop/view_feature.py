"""Going from one view to another, and reading an article alone."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from ui.actions import Enabled
from ui.desktop.case.casework import Casework
from ui.desktop.case.whereabouts import Whereabouts
from ui.desktop.feature import Feature, Handlers
from ui.desktop.lists.list_panel import ListPanel
from ui.desktop.lists.models import ROW_ROLE
from ui.desktop.lists.rows import ArticleRow
from ui.desktop.marking.panes import Text
from ui.desktop.reader.rows import ReaderRow
from ui.desktop.view_switch import Middle, View
from ui.desktop.views import Views


class Viewing(Feature):
    """Opens views and the reader; goes back to where a person came from."""

    def __init__(
        self, case: Casework, where: Whereabouts, lists: ListPanel, middle: Middle, views: Views, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._case, self._where, self._lists, self._middle = case, where, lists, middle
        self._reader, self._texts, self._marking = views.reader, views.texts, views.marking
        reader, marking = views.reader, views.marking
        self._before = View.SIDES
        self._came_from: QWidget | None = None
        self._family = -1
        reader.left.connect(self.leave)
        reader.picked.connect(self._picked)
        lists.articles.view.activated.connect(self._open_row)
        lists.figures.picked.connect(lambda: self._show_figures() if lists.figures.view.hasFocus() else None)
        for signal in (lists.asked_for, lists.currentChanged):
            signal.connect(self._show_figures)
        where.family_changed.connect(self._give_way)
        case.opened.connect(self._give_way)
        middle.changed.connect(self.can_changed)
        middle.changed.connect(marking.view_changed)

    def handlers(self) -> Handlers:
        """The views, and the article."""
        return {
            "view_sides": lambda: self._middle.show_view(View.SIDES),
            "view_inline": lambda: self._middle.show_view(View.INLINE),
            "view_timeline": lambda: self._middle.show_view(View.TIMELINE),
            "read": self.read,
        }

    def can(self) -> Mapping[Enabled, bool]:
        """An article can be read wherever there is one; views need a family."""
        return {Enabled.READABLE: bool(self._case.snapshot.articles)}

    @property
    def reading(self) -> bool:
        """Whether an article stands alone in the middle."""
        return self._middle.view is View.READER

    # The reader

    def read(self) -> None:
        """Read the article one is in, at that place; from there, go back."""
        if self.reading and not self._in_articles():
            self.leave()
            return
        found = self._wanted()
        if found is not None:
            self.open_article(*found)

    def _in_articles(self) -> bool:
        return self._lists.articles.view.hasFocus()

    def _wanted(self) -> tuple[int, int] | None:
        """The article of the row, of the text, or of the current witness, and where in it."""
        row, text, comparison = self._row(), self._texts.focused, self._where.comparison
        if row is not None and self._in_articles():
            return row.article.id, 0
        if text is not None:
            return text.article_id, text.caret
        if comparison is not None:
            return comparison.witness.place.article_id, comparison.witness.place.span.start
        return (row.article.id, 0) if row else None

    def _row(self) -> ArticleRow | None:
        row = self._lists.articles.view.currentIndex().data(ROW_ROLE)
        return row if isinstance(row, ArticleRow) else None

    def _open_row(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, ArticleRow):
            self.open_article(row.article.id, 0)

    def open_article(self, article_id: int, position: int) -> None:
        """Read an article from a position of its text on."""
        if not self.reading:
            self._before, self._came_from = self._middle.view, QApplication.focusWidget()
        self._family = self._where.family.id if self._where.family else -1
        self._middle.show_view(View.READER)
        self._reader.show_article(article_id, position)

    def leave(self) -> None:
        """Go back to the view before, and to what had the focus."""
        if self.reading:
            self._middle.show_view(self._before)
            if self._came_from is not None and self._came_from.isVisible():
                self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_away(self) -> None:
        """Show the view before in place of an article; the focus stays where it is."""
        if self.reading:
            self._middle.show_view(self._before, take_focus=False)

    def _show_figures(self) -> None:
        """Who goes to the list of figures while reading wants to see a pair."""
        if self._lists.front is self._lists.figures:
            self._put_away()

    def _give_way(self) -> None:
        """Who goes to another family, or opens another case, wants to see that."""
        family = self._where.family
        if family is None or family.id != self._family:
            self._put_away()

    def _picked(self, row: ReaderRow) -> None:
        """A passage or an edit is seen in its family; a stretch that is tagged is marked in the text."""
        if row.family is None or row.witness is None:
            text = self._texts.of(self._reader.pane)
            if text is not None:
                self._marking.mark(Text(*text), row.span)
            return
        self._middle.show_view(View.SIDES)
        self._where.go_to_place(row.family.id, row.witness, row.edit)
