"""Counting the edits of all families, away from the GUI thread and some at a time."""

from PySide6.QtCore import QObject, QTimer, Signal

from ui.desktop.case.digest import PairDigest, PairKey, digest_pairs
from ui.desktop.case.family_book import FamilyBook
from ui.desktop.case.lanes import Lane, Lanes

_PAIRS_AT_ONCE = 100
COUNTING = "digest"
"""The topic of its jobs."""


class Counting(QObject):
    """Compares what the lists have yet to say, one batch after the other."""

    counted = Signal()
    """The book knows more, or all there is to know."""

    def __init__(self, lanes: Lanes, book: FamilyBook, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes, self._book = lanes, book

    def go_on(self) -> None:
        """Compare the next pairs; what was asked for before is asked for anew where it is still wanted."""
        texts, lexicon = self._book.texts, self._book.snapshot.words.lexicon
        missing = self._book.missing(_PAIRS_AT_ONCE)
        if missing:
            self._lanes.submit(
                Lane.COMPUTE, lambda say: digest_pairs(missing, texts, lexicon, say), self._learn, topic=COUNTING
            )
            return
        self._lanes.outdate(COUNTING)
        if self._book.counting:  # what is known already is put together some families at a time
            QTimer.singleShot(0, self.go_on)
        else:
            self.counted.emit()

    def _learn(self, found: dict[PairKey, PairDigest]) -> None:
        self._book.learn(found)
        self.counted.emit()
        self.go_on()
