"""What covers the work while another family is on its way, so that nobody takes the one before for it."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QLabel, QStackedWidget

from ui.desktop.case.whereabouts import Whereabouts

_PAUSE = 100
"""How long the family before may stay in sight, in milliseconds: most come sooner, and nothing flickers then."""


class Veil(QLabel):
    """Lies over the work while the current family is loading. It takes clicks, but never the focus."""

    def __init__(self, work: QStackedWidget, where: Whereabouts) -> None:
        super().__init__("Loading…", work)
        self._work, self._where = work, where
        self.setObjectName("veil")
        self.setAccessibleName("Loading the family")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE)
        self._soon.timeout.connect(self._cover)
        self.hide()
        where.family_changed.connect(self._follow)
        where.compared.connect(self._follow)
        work.currentChanged.connect(lambda _: self.raise_())
        work.installEventFilter(self)

    def _follow(self) -> None:
        if not self._where.loading:
            self._soon.stop()
            self.hide()
        elif self.isHidden():
            self._soon.start()

    def _cover(self) -> None:
        self.setGeometry(self._work.rect())
        self.raise_()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Be as large as the work."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._work.rect())
        return super().eventFilter(watched, event)
