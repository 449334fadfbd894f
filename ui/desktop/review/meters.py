"""How much was reviewed, in numbers and slim bars: of the witness, of the family, of the case."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QWidget

from ui.desktop.case.reviewed import PLACES, Reviewed
from ui.desktop.review.tally import ReviewTally

_BAR = QSize(44, 6)


class ReviewMeter(QWidget):
    """One count with its bar; a screen reader speaks it as one."""

    def __init__(self, what: str) -> None:
        super().__init__()
        self._what = what
        self.label, self.bar = QLabel(), QProgressBar()
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.bar.setTextVisible(False)
        self.bar.setFixedSize(_BAR)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.label)
        layout.addWidget(self.bar)

    def show_count(self, count: Reviewed, *, whole: bool = True) -> None:
        """Show a count; one that is not `whole` is still growing."""
        self.label.setText(f"{self._what} {count.words}{'' if whole else '+'}")
        spoken = f"{count.words}{'' if whole else ' or more'} places reviewed in this {self._what.casefold()}"
        for widget in (self, self.label, self.bar):
            widget.setAccessibleName(spoken)
            widget.setToolTip(f"{spoken[:1].upper()}{spoken[1:]}. {PLACES}")
        self.bar.setRange(0, max(count.total, 1))
        self.bar.setValue(count.done)


class ReviewMeters(QWidget):
    """Three meters, at the foot of the window; the first two make room for work that is shown there."""

    def __init__(self, tally: ReviewTally) -> None:
        super().__init__()
        self._tally = tally
        self._short = False
        self.title = QLabel("Places reviewed")
        self.title.setToolTip(PLACES)
        self.witness, self.family, self.case = ReviewMeter("Witness"), ReviewMeter("Family"), ReviewMeter("Case")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        for widget in (self.title, self.witness, self.family, self.case):
            layout.addWidget(widget)
        self.setAccessibleName("Places reviewed")
        self.setAccessibleDescription(PLACES)
        tally.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the counts as they are."""
        tally = self._tally
        self.witness.show_count(tally.witness)
        self.family.show_count(tally.family)
        self.case.show_count(tally.case, whole=tally.is_whole)
        self._choose()

    def set_short(self, short: bool) -> None:
        """Show the case alone, or all three again."""
        self._short = short
        self._choose()

    def _choose(self) -> None:
        here = self._tally.family.total > 0 and not self._short
        self.witness.setVisible(here)
        self.family.setVisible(here)
        for widget in (self.title, self.case):
            widget.setVisible(self._tally.case.total > 0)
