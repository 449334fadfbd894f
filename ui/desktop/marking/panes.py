"""The texts on the screen: which pane shows which article, and which of them a person is in."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from ui.desktop.sides.pane import Pane
from workbench.spans import Span

ArticleOf = Callable[[], int | None]


class Text(NamedTuple):
    """A pane and the article that stands in it, whole; in place, words only of the base are put into it.

    All positions are of the article's own text, in code points.
    """

    pane: Pane
    article_id: int

    @property
    def own(self) -> str:
        """The text of the article."""
        return self.pane.page.inlay.own_text(self.pane.page.text)

    @property
    def mixed(self) -> bool:
        """Whether something stands in the text that is not the article's."""
        return bool(self.pane.page.inlay)

    @property
    def caret(self) -> int:
        """Where the caret stands."""
        return self.pane.page.inlay.own(self.pane.caret_position())

    @property
    def selected(self) -> Span:
        """What is selected; an empty stretch where the caret stands."""
        return self.pane.page.inlay.own_span(self.pane.selection())

    def shown(self, span: Span) -> tuple[Span, ...]:
        """Where a stretch of the article stands in the text of the pane."""
        return self.pane.page.inlay.shown(span)


class Texts(QObject):
    """Every pane whose text is that of one article, in the order in which they are preferred."""

    laid_out = Signal(object)
    """Another article, or the same one anew, stands in that `Pane`."""
    entered = Signal(object)
    """The focus came into that `Pane`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._articles: dict[Pane, ArticleOf] = {}
        self._last: Pane | None = None
        self._fresh: set[Pane] = set()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._tell)

    def add(self, pane: Pane, article: ArticleOf) -> None:
        """Know a pane; `article` says what stands in it."""
        self._articles[pane] = article
        pane.installEventFilter(self)
        pane.document().contentsChanged.connect(lambda: self._note(pane))

    def all(self) -> list[Text]:
        """The texts that can be seen, the one that a person was in last first."""
        shown = [pane for pane in self._articles if pane.isVisible()]
        shown.sort(key=lambda pane: pane is not self._last)
        return [text for pane in shown if (text := self.of(pane)) is not None]

    def of(self, pane: Pane) -> Text | None:
        """The text in a pane; `None` while it shows none."""
        article = self._articles[pane]() if pane in self._articles else None
        return Text(pane, article) if article is not None and pane.page.blocks else None

    @property
    def focused(self) -> Text | None:
        """The text that has the focus."""
        widget = QApplication.focusWidget()
        return self.of(widget) if isinstance(widget, Pane) else None

    @property
    def current(self) -> Text | None:
        """The text that has the focus, else the one that had it last, else the first that can be seen."""
        return self.focused or next(iter(self.all()), None)

    def _note(self, pane: Pane) -> None:
        """Filling a document changes it many times over; it is told of once."""
        self._fresh.add(pane)
        self._soon.start()

    def _tell(self) -> None:
        fresh, self._fresh = self._fresh, set()
        for pane in fresh:
            self.laid_out.emit(pane)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See where the focus goes."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, Pane):
            self._last = watched
            self.entered.emit(watched)
        return super().eventFilter(watched, event)
