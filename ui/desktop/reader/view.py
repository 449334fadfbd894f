"""One article alone, to be read: whole, with its passages at the margin and what people put on it beside it."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.desktop import fonts, sided
from ui.desktop.case.casework import Casework
from ui.desktop.lists.filtered_list import RowView
from ui.desktop.lists.models import ROW_ROLE, RowModel
from ui.desktop.marking.overlay import Bracket, SpanOverlay
from ui.desktop.parts import headed, hint
from ui.desktop.reader.cards import ReaderCard
from ui.desktop.reader.gutter import Gutter
from ui.desktop.reader.rows import ReaderRow, reader_rows
from ui.desktop.sides.article_layout import MARGIN
from ui.desktop.sides.page import Page
from ui.desktop.sides.pane import Pane
from ui.desktop.sides.side_header import SideHeader
from ui.desktop.spoken import tab_through
from ui.desktop.theme import Themes
from ui.desktop.wording import article_words, count
from workbench.model import Place
from workbench.spans import Span

_BESIDE = 14
"""What the scroll bar takes of the width of a text, and the ring of the focus."""
_READ_AT = 0.22
"""How far down the view a place stands that is brought into it."""
NOTHING_SHARED = "This article shares no passage with another. {mark} marks a stretch of it, digits then tag it."
NOT_LOOKED = "The passages this article shares have not been looked for yet: {align} does so."


class Reader(QWidget):
    """Shows an article until another one is asked for; Escape leaves it."""

    left = Signal()
    """A person wants to go back."""
    picked = Signal(object)
    """A person wants to see a `ReaderRow` in its family."""

    def __init__(self, case: Casework, themes: Themes) -> None:
        super().__init__()
        self._case, self._themes = case, themes
        self._scale = 1.0
        self.article_id: int | None = None
        """What is read; `None` before anything was."""
        self.head, self.pane = SideHeader("ARTICLE"), Pane(themes)
        self.pane.setAccessibleName("Article")
        self.gutter = Gutter(self.pane, themes)
        self.back = QPushButton("Back   Esc")
        self.back.setObjectName("cancel")
        self.back.setAccessibleName("Back, key Esc")
        self.back.clicked.connect(self.left)
        self.rows = RowModel[ReaderRow](
            lambda row: (row.span, row.sign, row.heading), lambda row: row.spoken, parent=self
        )
        self.heading, self.nothing = QLabel(), hint()
        self.list = RowView(ReaderCard, themes, "Passages, tags and notes of the article", self)
        self.list.setModel(self.rows)
        self.overlay: SpanOverlay | None = None
        self.filled: Callable[[str], str] = str
        """Puts the keys in force into a sentence."""
        self._assemble()
        self.list.activated.connect(self._pick)
        self.list.selectionModel().currentChanged.connect(self._look)
        themes.changed.connect(self._lay_out)
        case.changed.connect(self.refresh)
        case.opened.connect(self._forget)

    def _assemble(self) -> None:
        self.setObjectName("reader")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        top = QWidget()
        top.setObjectName("side_header")
        top.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(top)
        row.setContentsMargins(0, 0, 14, 0)
        row.addWidget(self.head, 1)
        row.addWidget(self.back)
        ground = QWidget()
        ground.setObjectName("reader_ground")
        ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QHBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.addStretch(1)
        column.addWidget(self.gutter)
        column.addWidget(self.pane, 1000)
        column.addStretch(1)
        margin = self._margin()
        split = sided.Sided(sided.MARGIN, margin, headed(top, ground), margin)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)
        tab_through(self.back, self.pane, self.list)

    def _margin(self) -> QWidget:
        margin = QWidget()
        margin.setObjectName("inspector")
        margin.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        margin.setMinimumWidth(220)
        self.heading.setObjectName("heading")
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setContentsMargins(14, 10, 12, 8)
        self.nothing.setContentsMargins(14, 0, 12, 8)
        layout = QVBoxLayout(margin)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.heading)
        layout.addWidget(self.nothing)
        layout.addWidget(self.list, 1)
        return margin

    def set_scale(self, scale: float) -> None:
        """Use another size of text."""
        self._scale = scale
        self.list.set_scale(scale)
        self._lay_out()

    # What is shown

    def show_article(self, article_id: int, position: int = 0) -> None:
        """Show an article, the caret at a position of its text."""
        if article_id != self.article_id:
            self.article_id = article_id
            self._lay_out()
        self.refresh()
        self.pane.set_caret(position)
        self.pane.look_at(position, _READ_AT)

    def _lay_out(self) -> None:
        article = self._case.snapshot.article.get(self.article_id) if self.article_id is not None else None
        text = self._case.texts.get(article.id) if article else None
        if article is None or text is None:
            return
        caret, shown = self.pane.caret_position(), self.pane.page.text == text
        self.head.show_place(self._case.snapshot, Place(article.id, Span(0, 0)), "ARTICLE")
        self.pane.setAccessibleName(f"Article: {article_words(article)}")
        measure = fonts.measure(fonts.reading_font(self._scale))
        self.pane.setMaximumWidth(int(measure + 2 * MARGIN + _BESIDE))
        self.pane.show_page(Page(text, article.zones, Span(0, 0)), Span(0, 0), (), self._scale)
        if shown:
            self.pane.set_caret(caret)

    def refresh(self) -> None:
        """Take the rows from the case anew."""
        snapshot = self._case.snapshot
        if self.article_id is None or self.article_id not in snapshot.article:
            return
        rows = reader_rows(snapshot, self.article_id, self._case.texts[self.article_id])
        at = self.list.currentIndex().row()
        self.rows.set_rows(rows)
        if 0 <= at < len(rows) and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.rows.index(at))
        passages = sum(bool(row.sign) for row in rows)
        marks = len(rows) - passages
        self.heading.setText(f"{count(passages, 'passage')}, {count(marks, 'mark')}")
        self.heading.setToolTip("Passages that other articles have too; tags and notes")
        self.nothing.setText("" if passages else self.filled(NOTHING_SHARED if snapshot.aligned else NOT_LOOKED))
        self.nothing.setVisible(not passages)
        self._show_brackets()

    def _forget(self) -> None:
        self.article_id = None
        self.rows.set_rows([])

    def _show_brackets(self) -> None:
        current = self.list.currentIndex().row()
        found = tuple(Bracket(row.span, row.sign, n == current) for n, row in enumerate(self.rows.rows) if row.sign)
        self.gutter.show_brackets(found)
        if self.overlay is not None:
            self.overlay.show_brackets(found)

    # Going somewhere

    def _look(self, index: QModelIndex) -> None:
        """Bring what a row is about into view."""
        row = index.data(ROW_ROLE)
        if isinstance(row, ReaderRow):
            self._show_brackets()
            if self.list.hasFocus():
                self.pane.look_at(row.span.start, _READ_AT)

    def _pick(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, ReaderRow):
            self.picked.emit(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
