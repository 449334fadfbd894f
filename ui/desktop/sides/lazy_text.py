"""A read-only text of any length, of which only what is seen is laid out at once, the rest in idle moments."""

from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from ui.desktop.sides.article_layout import ArticleLayout

_EYE = 1 / 3
"""How far down one looks: what stands there stays there when heights change."""
_AROUND = 80
_ROUNDS = 4
_SLICE = 0.006
"""How many seconds at a time go into laying out what is not seen."""


class LazyText(QTextEdit):
    """Lays out what shows whenever that may have changed.

    `settler` does so, and is told whether somebody scrolled; who keeps two texts level puts in one of their own.
    """

    moved = Signal()
    """Another part of the text shows, or it stands elsewhere than before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept, self._holding = (0, 0.0), False
        self.aimed = False
        """Whether it is just being scrolled to a place, not by a person's own scrolling."""
        self._set_up()
        self._layout = ArticleLayout(self.document())
        self.document().setDocumentLayout(self._layout)
        self.settler: Callable[[bool], None] = self.settle
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._lay_out_more)
        self._layout.grew.connect(self._idle.start)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def _set_up(self) -> None:
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setAcceptDrops(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.document().setDocumentMargin(0)

    @property
    def blocks(self) -> ArticleLayout:
        """Where the blocks of the text stand."""
        return self._layout

    @property
    def offset(self) -> int:
        """The height of the document at which the view begins."""
        return self.verticalScrollBar().value()

    @property
    def room(self) -> int:
        """How much of the document shows, in pixels."""
        return self.viewport().height()

    def scroll_to(self, y: float) -> None:
        """Scroll to a height, and lay out what shows there."""
        self.settler(False)
        before, self.aimed = self.offset, True
        self.verticalScrollBar().setValue(round(y))
        if before == self.offset:
            self._scrolled()
        self.aimed = False

    def settle(self, _scrolled: bool) -> None:
        """Lay out what shows; what one looks at stays where it is."""
        for _ in range(_ROUNDS):
            if not self.lay_out_shown():
                break
            self.resume()
        self.after_settling()

    def lay_out_shown(self) -> bool:
        """Lay out what shows now; returns whether that moved anything."""
        shown = self._layout.numbers_between(self.offset - _AROUND, self.offset + self.room + _AROUND)
        if not self._layout.is_rough(shown):
            return False
        ahead = self._layout.numbers_between(self.offset - self.room / 2, self.offset + 1.5 * self.room)
        return self._layout.lay_out(ahead)

    def lay_out_all(self) -> None:
        """Lay out the whole article."""
        if self._layout.lay_out(range(len(self._layout.tops))):
            self.resume()
            self.settler(False)

    def _lay_out_more(self) -> None:
        until = perf_counter() + _SLICE
        if self._layout.lay_out_ahead(lambda: perf_counter() > until):
            self.lay_out_all()  # at once, so that what shows is painted anew but once
        else:
            self._idle.start()

    def resume(self) -> None:
        """Take on new heights, and scroll to where the block that one looks at stands by now."""
        number, share = self._kept
        if number < len(self._layout.tops):
            self.follow(self._layout.tops[number] + share * self._layout.height(number) - self._eye)

    def follow(self, y: float) -> None:
        """Take on new heights, and scroll to a height without a word to the settler."""
        self._holding = True
        self._layout.documentSizeChanged.emit(self._layout.documentSize())
        self.verticalScrollBar().setValue(round(y))
        self._holding = False

    def eye_block(self) -> int:
        """The block that one looks at."""
        return self._layout.number_at(self.offset + self._eye)

    def after_settling(self) -> None:
        """Go on with what is not laid out, and tell that something moved."""
        if self._layout.first_rough() >= 0 and not self._idle.isActive():
            self._idle.start()
        self.viewport().update()
        self.moved.emit()

    def keep(self) -> None:
        """Remember what one looks at."""
        if self._layout.tops:
            eye = self.offset + self._eye
            number = self._layout.number_at(eye)
            self._kept = number, (eye - self._layout.tops[number]) / max(1.0, self._layout.height(number))

    @property
    def _eye(self) -> float:
        return self.room * _EYE

    def _scrolled(self) -> None:
        if not self._holding:
            self.keep()
            self.settler(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew; what one looks at stays where it is."""
        self._holding = True
        super().resizeEvent(event)
        self.resume()
        self.settler(False)
