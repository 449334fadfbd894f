"""The witnesses above, the texts below: how the height of the middle is shared out between them."""

from PySide6.QtCore import QSettings, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from ui.desktop.lists.witness_bar import WitnessBar

_MOST_FOR_WITNESSES = 0.56
"""On a screen of 1280 by 800 four witnesses of a long quote can be read then, and all of it in both texts."""

_BAR = 80
"""No bar that comes up is so high, in pixels."""


class Halves(QSplitter):
    """Gives each family's witnesses the height they need, up to a little over half, until a person moves the border."""

    def __init__(self, witnesses: WitnessBar, texts: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.addWidget(witnesses)
        self.addWidget(texts)
        self.setStretchFactor(1, 1)
        self._witnesses = witnesses
        self._sized_for: object = None
        self._sized_at = QSize()
        self._moved = False
        self.splitterMoved.connect(self._keep_border)

    def fit(self, family: object) -> None:
        """Share out the height for a family, which stays so while that family is shown in a window of that size.

        Once more is known of it than before, `family` is another value: signs of what was found make rows higher.
        """
        if self._moved or family == self._sized_for or not self.isVisible() or self._witnesses.isHidden():
            return
        self._sized_for, self._sized_at = family, self.size()
        height = self.height()
        wanted = min(self._witnesses.wanted_height(), int(height * _MOST_FOR_WITNESSES))
        self.setSizes([wanted, height - wanted])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the height anew in a window of another size; a bar that comes up moves nothing."""
        super().resizeEvent(event)
        change = self.size() - self._sized_at
        if self._sized_for is not None and max(abs(change.width()), abs(change.height())) > _BAR:
            family, self._sized_for = self._sized_for, None
            self.fit(family)

    def save(self, settings: QSettings) -> None:
        """Remember the border where a person moved it."""
        if self._moved:
            settings.setValue("witnesses", self.saveState())

    def restore(self, settings: QSettings) -> None:
        """Put the border where a person had moved it."""
        state = settings.value("witnesses")
        self._moved = state is not None and self.restoreState(state)

    def _keep_border(self) -> None:
        self._moved = True
