"""Ticking several of many by keyboard, with a sentence that says what is ticked or what will come of it."""

from abc import abstractmethod
from collections.abc import Collection, Iterable

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QStandardItem
from PySide6.QtWidgets import QLabel, QStyledItemDelegate, QWidget

from ui.desktop.parts import hint
from ui.desktop.picker import Choice, Picker

_ON, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class TickPicker(Picker):
    """A picker in which Space ticks what is current or takes the tick away; Return takes all that is ticked.

    `ticked` are the numbers of the choices that are ticked at first; with `None` nothing can be, and Space is typed.
    """

    def __init__(
        self,
        title: str,
        wanted: str,
        choices: Iterable[Choice],
        ticked: Collection[int] | None,
        parent: QWidget,
        *,
        size: QSize,
        keys: str,
    ) -> None:
        self.heading, self.told = QLabel(title), hint()
        super().__init__(title, wanted, choices, parent, size=size)
        self.heading.setObjectName("heading")
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setWordWrap(True)
        self.list.setItemDelegate(QStyledItemDelegate(self.list))
        self.list.setUniformItemSizes(False)
        self.column.insertWidget(0, self.heading)
        self.column.addWidget(self.told)
        self.column.addWidget(hint(keys))
        for item in self._items():
            item.setEditable(False)
            item.setCheckable(ticked is not None)
            if ticked is not None:
                item.setCheckState(_ON if item.row() in ticked else _OFF)
        self.items.itemChanged.connect(lambda _: self._tell())
        self.list.selectionModel().currentChanged.connect(lambda *_: self._tell())
        self.mark_first("")

    def _items(self) -> list[QStandardItem]:
        return [self.items.item(number) for number in range(self.items.rowCount())]

    @property
    def ticked(self) -> list[int]:
        """The numbers of the choices that are ticked."""
        return [item.row() for item in self._items() if item.checkState() is _ON]

    @abstractmethod
    def sentence(self) -> str:
        """What is said of what is ticked."""

    @abstractmethod
    def take(self) -> None:
        """Take what is ticked, whichever choice is current."""

    def mark_first(self, text: str) -> None:
        """Mark the first choice that is found; where all are listed, the first one that is ticked."""
        ticked = self.ticked
        if text.strip() or not ticked:
            super().mark_first(text)
        else:
            self.list.setCurrentIndex(self.list.model().index(ticked[0], 0))
        self._tell()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Space ticks, with Shift it is typed; all other keys are those of any picker."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and _ticks(event) and self._toggle():
            return True
        return super().eventFilter(watched, event)

    def _toggle(self) -> bool:
        """Tick what is current, or take the tick away; whether there is anything to tick at all."""
        item = self.current_item()
        if item is not None and item.isCheckable():
            item.setCheckState(_OFF if item.checkState() is _ON else _ON)
        return any(one.isCheckable() for one in self._items())

    def _tell(self) -> None:
        """Say what is ticked, and where one is: the focus stays in the field, where a screen reader listens."""
        sentence = self.sentence()
        self.told.setText(sentence)
        self.field.setAccessibleDescription(f"{self._here()}. {sentence}")

    def _here(self) -> str:
        """The current choice in words."""
        item = self.current_item()
        if item is None:
            return self.nothing.text().rstrip(".")
        state = ["ticked" if item.checkState() is _ON else "not ticked"] if item.isCheckable() else []
        return ", ".join((" ".join(item.text().split()), *state))

    def click(self) -> None:
        """A choice was clicked or its box ticked; that ends nothing."""


def _ticks(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.NoModifier
