"""Base and current witness side by side, both as whole articles, kept level and scrolling together."""

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QSplitter, QVBoxLayout, QWidget

from ui.desktop.casework import Casework
from ui.desktop.level import level
from ui.desktop.page import Anchor, Page, anchors, set_off
from ui.desktop.pane import Mark, Pane
from ui.desktop.parts import headed
from ui.desktop.plain import tip
from ui.desktop.signs import bare_span, side_sign
from ui.desktop.theme import Themes
from ui.desktop.whereabouts import Whereabouts
from ui.desktop.wording import article_words, date_words, outlet_words, source_words
from workbench.comparison import Comparison
from workbench.model import Place
from workbench.snapshot import Snapshot
from workbench.spans import Span


class OneLine(QLabel):
    """A label of one line that ends in an ellipsis where it does not fit, and has the whole text as tool tip."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._whole = ""
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_whole(self, text: str) -> None:
        """Show `text`, as much of it as fits."""
        self._whole = text
        self.setAccessibleName(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the text to the new width."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Fit the text to another font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        shown = QFontMetrics(self.font()).elidedText(self._whole, Qt.TextElideMode.ElideRight, max(20, self.width()))
        if shown != self.text():
            self.setText(shown)
        self.setToolTip(tip(self._whole) if shown != self._whole else "")


class SideHeader(QWidget):
    """Who, when, what, from where: the head of one side."""

    def __init__(self, role: str) -> None:
        super().__init__()
        self.setObjectName("side_header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.role = QLabel(role)
        self.role.setObjectName("base_chip" if role == "BASE" else "witness_chip")
        self.outlet, self.date = OneLine("outlet"), QLabel()
        self.date.setTextFormat(Qt.TextFormat.PlainText)
        self.date.setObjectName("date")
        self.title, self.source = OneLine("article_title"), OneLine("source_line")
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.role)
        top.addWidget(self.outlet, 1)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(self.date)
        foot.addWidget(self.source, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 8, 16, 8)
        layout.setSpacing(3)
        layout.addLayout(top)
        layout.addWidget(self.title)
        layout.addLayout(foot)

    def show_place(self, snapshot: Snapshot, place: Place, role: str) -> None:
        """Show the article a witness stands in."""
        article = snapshot.article[place.article_id]
        self.role.setText(role)
        self.outlet.set_whole(outlet_words(article))
        self.date.setText(date_words(article.published))
        self.date.setToolTip(tip(f"The page says: {article.published.evidence}") if article.published.evidence else "")
        self.title.set_whole(article.title or "Untitled")
        source = snapshot.source.get(article.source_id)
        self.source.set_whole(source_words(source) if source else "")


class ComparisonView(QWidget):
    """The two panes with their heads."""

    def __init__(self, case: Casework, where: Whereabouts, themes: Themes) -> None:
        super().__init__()
        self._case, self._where, self._themes = case, where, themes
        self._anchors: tuple[Anchor, ...] = ()
        self._scale = 1.0
        self._asleep = self._missed = False
        self.base_head, self.witness_head = SideHeader("BASE"), SideHeader("WITNESS")
        self.base, self.witness = Pane(themes), Pane(themes)
        self.base.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setObjectName("sides")
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        for head, pane in ((self.base_head, self.base), (self.witness_head, self.witness)):
            self._splitter.addWidget(headed(head, pane))
            pane.viewport().installEventFilter(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._splitter)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(0)
        self._settle.timeout.connect(self._level_again)
        self._connect()

    def _connect(self) -> None:
        self.base.verticalScrollBar().valueChanged.connect(lambda value: self._scroll(self.witness, value))
        self.witness.verticalScrollBar().valueChanged.connect(lambda value: self._scroll(self.base, value))
        self._where.witness_changed.connect(self.show_comparison)
        self._where.edit_changed.connect(self._show_edit)
        self._themes.changed.connect(self.show_comparison)

    def set_scale(self, scale: float) -> None:
        """Use another size of text."""
        self._scale = scale
        self.show_comparison()

    def show_comparison(self) -> None:
        """Show the current comparison, its passage in view."""
        comparison = self._where.comparison
        self._missed = self._asleep
        if comparison is None or self._asleep:
            return
        self._anchors = anchors(comparison)
        self._show_side(comparison, base=True)
        self._show_side(comparison, base=False)
        self._level()
        self._to_passage()
        self._show_edit()

    def sleep(self, asleep: bool) -> None:
        """While another view stands in place of this one, nothing is laid out; waking makes up for what was missed."""
        self._asleep = asleep
        if not asleep and self._missed:
            self.show_comparison()

    def reveal(self, span: Span) -> None:
        """Bring a span of the witness's text into view and select it."""
        cursor = self.witness.textCursor()
        cursor.setPosition(self.witness.page.to_document(span.start))
        cursor.setPosition(self.witness.page.to_document(span.end), QTextCursor.MoveMode.KeepAnchor)
        top = self.witness.cursorRect(cursor).top() + self.witness.verticalScrollBar().value()
        self.witness.setTextCursor(cursor)
        self._scroll_to(int(top - self.witness.viewport().height() * 0.3))

    def _show_side(self, comparison: Comparison, *, base: bool) -> None:
        snapshot = self._case.snapshot
        pane, head = (self.base, self.base_head) if base else (self.witness, self.witness_head)
        place = (comparison.base if base else comparison.witness).place
        text = comparison.base_text if base else comparison.witness_text
        cuts = [anchor.base if base else anchor.witness for anchor in self._anchors]
        sides = ((edit.base if base else edit.witness, side_sign(edit, base=base)) for edit in comparison.edits)
        marks = [Mark(bare_span(text, span), sign) for span, sign in sides]
        article = snapshot.article[place.article_id]
        total = len(self._where.comparisons)
        role = "BASE" if base else "WITNESS" if total == 1 else f"WITNESS {self._where.number + 1} OF {total}"
        head.show_place(snapshot, place, role)
        pane.setAccessibleName(f"{role.capitalize()}: {article_words(article)}")
        passage = set_off(text, place.span)
        pane.show_page(Page(text, article.zones, passage, cuts), passage, marks, self._scale)

    # Level and scrolling

    def _level(self) -> None:
        if self._anchors and self._where.comparison:
            level(self.base, self.witness, self._anchors)

    def _level_again(self) -> None:
        """After a resize: what was looked at stays in view."""
        self._level()
        self._show_edit()

    def _scroll(self, other: Pane, value: int) -> None:
        with QSignalBlocker(other.verticalScrollBar()):
            other.verticalScrollBar().setValue(value)
        other.viewport().update()

    def _to_passage(self) -> None:
        top = self.witness.text_top(self._anchors[0].witness)
        self._scroll_to(int(top - self.witness.viewport().height() * 0.22))

    def _scroll_to(self, value: int) -> None:
        self.witness.verticalScrollBar().setValue(value)
        self._scroll(self.base, self.witness.verticalScrollBar().value())

    def _show_edit(self) -> None:
        number = self._where.edit_number
        if self._asleep:
            self._missed = True
            return
        self.base.set_current(number)
        self.witness.set_current(number)
        if number < 0:
            return
        rect = self.witness.mark_rect(number).united(self.base.mark_rect(number))
        bar, height = self.witness.verticalScrollBar(), self.witness.viewport().height()
        if rect.top() < bar.value() + 30 or rect.bottom() > bar.value() + height - 40:
            self._scroll_to(int(rect.top() - height * 0.3))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Level the sides after a resize."""
        if event.type() == QEvent.Type.Resize:
            self._settle.start()
        return super().eventFilter(watched, event)
