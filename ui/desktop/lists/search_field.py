"""The field that a list is searched by: it completes operators while one types, and leads into the list."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView

from ui.desktop.lists.listing import Catalogue
from ui.desktop.lists.query import completions, token_at

_MOST = 12


class SearchField(QLineEdit):
    """Words and operators. Down and Return go into the list, Escape clears first and leaves then."""

    left = Signal()
    """The person goes on to the list."""

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__()
        self._catalogue = catalogue
        self._words = QStringListModel(self)
        self._completer = QCompleter(self._words, self)
        self._completer.setWidget(self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(_MOST)
        self.completer_popup = QListView()
        self.completer_popup.setAccessibleName("Operators and their values")
        self._completer.setPopup(self.completer_popup)
        self._completer.activated.connect(self._complete)
        name = f"Search the {catalogue.name}"
        self.setPlaceholderText(name)
        self.setAccessibleName(name)
        what = ", ".join(f"{operator}:" for operator in catalogue.operators)
        self.setToolTip(f'Words, "words side by side", -without; {what}')
        self.setAccessibleDescription(f"Words, words in quotation marks, minus before what to leave out, and {what}")
        self.setClearButtonEnabled(True)
        self.setAcceptDrops(False)
        self.textEdited.connect(lambda _: self.offer())
        self.installEventFilter(self)

    @property
    def offered(self) -> Sequence[str]:
        """What is offered for completion at this moment."""
        return self._words.stringList() if self.completer_popup.isVisible() else []

    def offer(self) -> None:
        """Offer what the word at the cursor may become."""
        _, token = token_at(self.text(), self.cursorPosition())
        operator = token.lstrip("-").partition(":")[0].lower()
        found = completions(token, self._catalogue.operators, self._catalogue.values(operator)) if token else []
        self._words.setStringList(found[:100])
        if found:
            self._completer.complete()
        else:
            self.completer_popup.hide()

    def _complete(self, chosen: str) -> None:
        """Put what was chosen in the place of the word at the cursor; after a value one goes on typing."""
        start, _ = token_at(self.text(), self.cursorPosition())
        rest = self.text()[self.cursorPosition() :].lstrip()
        begun = self.text()[:start] + chosen + ("" if chosen.endswith(":") else " ")
        self.setText(begun + rest)
        self.setCursorPosition(len(begun))
        if chosen.endswith(":"):
            self.offer()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down and Return leave the field for the list, Escape clears it first."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and not event.modifiers():
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.left.emit()
                return True
            if event.key() == Qt.Key.Key_Escape:
                if self.text():
                    self.clear()
                else:
                    self.left.emit()
                return True
        return super().eventFilter(watched, event)
