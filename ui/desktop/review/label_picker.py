"""Choosing the labels of an edit by typing: Space puts one on or takes it away, Return keeps, Escape leaves."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QStyledItemDelegate, QWidget

from ui.desktop.icons import icon, label_icon
from ui.desktop.parts import hint
from ui.desktop.picker import Choice, Picker
from ui.desktop.review.words import kind_words
from ui.desktop.theme import Themes
from ui.desktop.wording import LABEL_WORDS
from workbench.model import LabelKind
from workbench.rulings import in_order

_SIZE = QSize(340, 600)
_ROW = QSize(0, 26)
_ICON = QSize(16, 16)
_KEYS = "Type to find a label. Space puts it on or takes it away, Return keeps, Esc leaves all as it was."


class LabelPicker(Picker):
    """All labels there are, each with its icon; those that stand on the edit are ticked."""

    def __init__(
        self,
        said: Iterable[LabelKind],
        ticked: Iterable[LabelKind],
        keep: Callable[[tuple[LabelKind, ...]], None],
        themes: Themes,
        parent: QWidget,
    ) -> None:
        self._keep = keep
        self._at_first = frozenset(ticked)
        self.heading, self.chosen = QLabel(f"The program says: {kind_words(said)}"), hint()
        choices = (Choice(LABEL_WORDS[kind], self._keep_ticked) for kind in LabelKind)
        super().__init__("Labels of the edit", "Find a label", choices, parent, size=_SIZE)
        self.nothing.setText("No such label")
        self._tick(themes)
        self._assemble()
        self.items.itemChanged.connect(lambda _: self._tell())
        self.list.selectionModel().currentChanged.connect(lambda *_: self._tell())
        self.mark_first("")

    def _tick(self, themes: Themes) -> None:
        ink = themes.colour("text")
        self.list.setItemDelegate(QStyledItemDelegate(self.list))
        self.list.setIconSize(_ICON)
        for number, kind in enumerate(LabelKind):
            item = self.items.item(number)
            item.setIcon(icon(label_icon(kind), ink, ink))
            item.setEditable(False)
            item.setSizeHint(_ROW)
            item.setCheckable(True)
            item.setCheckState(Qt.CheckState.Checked if kind in self._at_first else Qt.CheckState.Unchecked)

    def _assemble(self) -> None:
        self.heading.setObjectName("heading")
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setWordWrap(True)
        self.column.insertWidget(0, self.heading)
        self.column.addWidget(self.chosen)
        self.column.addWidget(hint(_KEYS))

    @property
    def ticked(self) -> tuple[LabelKind, ...]:
        """The labels that are ticked."""
        states = ((kind, self.items.item(number).checkState()) for number, kind in enumerate(LabelKind))
        return in_order(kind for kind, state in states if state is Qt.CheckState.Checked)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Space ticks; all other keys are those of any picker."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Space:
            self._toggle()
            return True
        return super().eventFilter(watched, event)

    def mark_first(self, text: str) -> None:
        """Mark the first label that is found; where all are listed, the first one that is ticked."""
        if text.strip():
            super().mark_first(text)
        else:
            number = next((n for n, kind in enumerate(LabelKind) if kind in self.ticked), 0)
            self.list.setCurrentIndex(self.list.model().index(number, 0))
        self._tell()

    def _toggle(self) -> None:
        item = self.current_item()
        if item is not None:
            on = item.checkState() is Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)

    def _tell(self) -> None:
        """Say what is ticked, and where one is: the focus stays in the field, where a screen reader listens."""
        self.chosen.setText(f"By hand: {kind_words(self.ticked)}")
        item = self.current_item()
        on = "ticked" if item is not None and item.checkState() is Qt.CheckState.Checked else "not ticked"
        at = f"{item.text()}, {on}. " if item is not None else f"{self.nothing.text()}. "
        self.field.setAccessibleDescription(at + self.chosen.text())

    def click(self) -> None:
        """The box of a label was ticked or not; that ends nothing."""

    def take(self) -> None:
        """Keep what is ticked, whichever label is current."""
        self.accept()
        self._keep_ticked()

    def _keep_ticked(self) -> None:
        self._keep(self.ticked)
