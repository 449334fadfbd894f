"""The head of one side: who, when, what, from where."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui.desktop.plain import tip
from ui.desktop.wording import date_words, outlet_words, source_words
from workbench.model import Place
from workbench.snapshot import Snapshot

_SPACING = 8


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

    @property
    def whole_width(self) -> int:
        """How wide the whole text is, in pixels."""
        return self.fontMetrics().horizontalAdvance(self._whole) + 2

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
        self._role = role
        self.role = QLabel(role)
        self.role.setObjectName("base_chip" if role == "BASE" else "witness_chip")
        self.outlet, self.date = OneLine("outlet"), QLabel()
        self.date.setTextFormat(Qt.TextFormat.PlainText)
        self.date.setObjectName("date")
        self.title, self.source = OneLine("article_title"), OneLine("source_line")
        top = QHBoxLayout()
        top.setSpacing(_SPACING)
        top.addWidget(self.role)
        top.addWidget(self.outlet, 1)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(10)
        self._foot.addWidget(self.date)
        self._foot.addWidget(self.source, 1)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(18, 7, 16, 7)
        self._rows.setSpacing(3)
        self._rows.addLayout(top)
        self._rows.addWidget(self.title)
        self._rows.addLayout(self._foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten what the side is rather than who wrote it."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Say what the side is in as many words as the name of the outlet leaves room for: 1 OF 3, WITNESS 1 OF 3."""
        margins = self._rows.contentsMargins()
        room = self.width() - margins.left() - margins.right() - _SPACING - self.outlet.whole_width
        words = self._role.split()
        self.role.setText(self._role)
        if len(words) > 1 and self.role.sizeHint().width() > room:
            self.role.setText(" ".join(words[1:]))
        self.role.setToolTip(self._role.capitalize() if self.role.text() != self._role else "")

    def set_compact(self, compact: bool) -> None:
        """Take two lines and not three, where every line counts: the title beside the date, the source as tool tip."""
        if compact == self.source.isVisibleTo(self):
            self.source.setVisible(not compact)
            if compact:
                self._foot.insertWidget(1, self.title, 1)
            else:
                self._rows.insertWidget(1, self.title)

    def show_place(self, snapshot: Snapshot, place: Place, role: str) -> None:
        """Show the article a witness stands in."""
        article = snapshot.article[place.article_id]
        self._role = role
        self.outlet.set_whole(outlet_words(article))
        self._fit()
        self.date.setText(date_words(article.published))
        self.date.setToolTip(tip(f"The page says: {article.published.evidence}") if article.published.evidence else "")
        self.title.set_whole(article.title or "Untitled")
        source = snapshot.source.get(article.source_id)
        self.source.set_whole(source_words(source) if source else "")
        self.setToolTip(tip(f"{article.title or 'Untitled'}\n{source_words(source) if source else ''}".strip()))
