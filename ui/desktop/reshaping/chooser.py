"""Choosing some of many by keyboard, with a sentence that says what will come of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.desktop.parts import hint
from ui.desktop.sheet import Sheet
from ui.desktop.spoken import tab_through

_WIDTH, _HEIGHT = 640, 520
Chosen = Sequence[int]
"""The numbers of the rows that are chosen, in their order."""


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to choose: what it is, what is said of it in the line below, whether it is chosen at first."""

    words: str
    facts: str = ""
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """What is to be chosen: `told` says what will come of a choice, `take` does it.

    With `several` rows are chosen by Space; where none is, the current row is. `least` is how many are needed.
    """

    title: str
    rows: Sequence[Row]
    told: Callable[[Chosen], str]
    take: Callable[[Chosen], None]
    verb: str
    several: bool = True
    least: int = 1


class ChooseDialog(Sheet):
    """A field to type into over a list. Down goes into the list, Space chooses, Return takes, Escape leaves."""

    def __init__(self, question: Question, parent: QWidget) -> None:
        super().__init__(question.title, parent)
        self._question = question
        self.field = QLineEdit()
        self.field.setPlaceholderText("Type to filter")
        self.field.setAccessibleName(f"Filter: {question.title}")
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._filter)
        self.list = self._filled()
        self.told, self.nothing = hint(), hint("Nothing of that name. Clear the field to see all.")
        self.nothing.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(8)
        heading = QLabel(question.title)
        heading.setObjectName("heading")
        heading.setTextFormat(Qt.TextFormat.PlainText)
        for widget in (heading, self.field, self.nothing):
            layout.addWidget(widget)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.told)
        layout.addWidget(hint(self._keys()))
        tab_through(self.field, self.list)
        for watched in (self.field, self.list):
            watched.installEventFilter(self)
        self.list.currentRowChanged.connect(lambda _: self._tell())
        self.list.itemChanged.connect(lambda _: self._tell())
        self.list.itemActivated.connect(lambda _: self._take())
        self.list.setCurrentRow(0)
        self.fit(_WIDTH, _HEIGHT)
        self.list.setFocus()
        self._tell()

    def _filled(self) -> QListWidget:
        made = QListWidget()
        made.setObjectName("ways")
        made.setFrameShape(QFrame.Shape.NoFrame)
        made.setAccessibleName(self._question.title)
        made.setWordWrap(True)
        made.setResizeMode(QListView.ResizeMode.Adjust)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for row in self._question.rows:
            item = QListWidgetItem(f"{row.words}\n{row.facts}" if row.facts else row.words)
            if self._question.several:
                item.setCheckState(Qt.CheckState.Checked if row.chosen else Qt.CheckState.Unchecked)
            made.addItem(item)
        return made

    def _keys(self) -> str:
        choose = "Space chooses, " if self._question.several else ""
        return f"Up and Down go through the list, {choose}Return {self._question.verb}, Esc leaves."

    @property
    def chosen(self) -> Chosen:
        """The rows that are chosen; the current one where none is and one is enough."""
        rows = range(self.list.count())
        found = [number for number in rows if self.list.item(number).checkState() is Qt.CheckState.Checked]
        here = self.list.currentRow()
        return found or ([here] if here >= 0 and self._question.least == 1 else [])

    def _filter(self, text: str) -> None:
        words = text.casefold().split()
        shown = []
        for number, row in enumerate(self._question.rows):
            held = f"{row.words} {row.facts}".casefold()
            fits = all(word in held for word in words)
            self.list.setRowHidden(number, not fits)
            shown += [number] if fits else []
        self.nothing.setVisible(not shown)
        if self.list.currentRow() not in shown:
            self.list.setCurrentRow(shown[0] if shown else -1)

    def _tell(self) -> None:
        chosen = self.chosen
        sentence = self._question.told(chosen) if chosen else "Nothing is chosen yet."
        self.told.setText(sentence)
        self.list.setAccessibleDescription(sentence)

    def _take(self) -> None:
        chosen = self.chosen
        if len(chosen) >= self._question.least:
            self.accept()
            self._question.take(chosen)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Letters typed in the list go into the field, arrows in the field into the list; Return takes in both."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
            return True
        if watched is self.field and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if watched is self.list and plain and event.text().strip() and event.text().isprintable():
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self.field.insert(event.text())
            return True
        return super().eventFilter(watched, event)
