"""Choosing families and passages: to be joined, split off, brought back, with a sentence that says what will come."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListView, QWidget

from ui.desktop.picker import Choice
from ui.desktop.reshaping.question import Chosen, Question
from ui.desktop.ticking import TickPicker

_SIZE = QSize(640, 520)


class FamilyPicker(TickPicker):
    """Asks a question about families or passages. Where too few are chosen Return does nothing yet."""

    def __init__(self, question: Question, parent: QWidget) -> None:
        self._question = question
        choices = [Choice(f"{row.words}\n{row.facts}" if row.facts else row.words) for row in question.rows]
        chosen = {number for number, row in enumerate(question.rows) if row.chosen} if question.several else None
        ways = "Space chooses, Shift+Space types a space, " if question.several else ""
        keys = f"Type to filter. Up and Down go through the list, {ways}Return {question.verb}, Esc leaves."
        super().__init__(question.title, "Type to filter", choices, chosen, parent, size=_SIZE, keys=keys)
        self.nothing.setText("Nothing of that name. Clear the field to see all.")
        self.list.setWordWrap(True)
        self.list.setLayoutMode(QListView.LayoutMode.Batched)  # a case may have thousands of families
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @property
    def chosen(self) -> Chosen:
        """The rows that are chosen; the current one where none is and one is enough."""
        here = self.current_item()
        return self.ticked or ([here.row()] if here is not None and self._question.least == 1 else [])

    def sentence(self) -> str:
        """What will come of what is chosen."""
        return self._question.told(self.chosen) if self.chosen else "Nothing is chosen yet."

    def take(self) -> None:
        """Do what was asked about with what is chosen, where that is enough."""
        chosen = self.chosen
        if len(chosen) >= self._question.least:
            self.accept()
            self._question.take(chosen)
