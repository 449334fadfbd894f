"""The history of the case as a log: read, filtered, gone along, gone back in, written as a table."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.desktop.history.rows import HistoryCard, HistoryModel, HistoryRow
from ui.desktop.lists.filtered_list import RowView
from ui.desktop.lists.models import ROW_ROLE
from ui.desktop.parts import hint
from ui.desktop.sheet import Sheet, push_button, sheet_foot
from ui.desktop.spoken import tab_through
from ui.desktop.theme import Themes

_WIDTH, _HEIGHT, _MARGIN = 720, 640, 16
_TITLE = "History"
_RETURNS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WALKING = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class HistoryWindow(Sheet):
    """Return goes to the place of a step, Escape closes; the window of the case stays usable beside it."""

    def __init__(self, rows: HistoryModel, themes: Themes, parent: QWidget) -> None:
        super().__init__(_TITLE, parent, kept=True)
        self.rows = rows
        self.field = QLineEdit()
        self.field.setPlaceholderText("Filter the history: words, names, times")
        self.field.setAccessibleName("Filter the history")
        self.field.setClearButtonEnabled(True)
        self.counted, self.message = hint(), hint()
        self.view = RowView(HistoryCard, themes, "Steps, newest first", self)
        self.view.setUniformItemSizes(True)
        self.view.setModel(rows)
        self.go, self.back = push_button("&Go there   Return"), push_button("&Undo back to here")
        self.write, self.closing = push_button("&Export…"), push_button("Close   Esc")
        self.write.setAccessibleName("Export the history as a table")
        self._assemble()
        tab_through(self.field, self.view, self.go, self.back, self.write, self.closing)
        self.field.textChanged.connect(rows.set_filter)
        self.field.textChanged.connect(lambda _: self.refresh())
        for widget in (self.field, self.view):
            widget.installEventFilter(self)
        QShortcut(QKeySequence.StandardKey.Find, self, self.field.setFocus)
        self.view.selectionModel().currentChanged.connect(lambda *_: self._name_steps())
        self.closing.clicked.connect(self.reject)
        self.fit(_WIDTH, _HEIGHT)
        self.refresh()

    @property
    def row(self) -> HistoryRow | None:
        """The step that is chosen."""
        row = self.view.currentIndex().data(ROW_ROLE)
        return row if isinstance(row, HistoryRow) else None

    def choose(self, number: int | None) -> None:
        """Choose the step with that id, else the newest that is shown."""
        index = self.rows.index_of(number) if number is not None else QModelIndex()
        if not index.isValid():
            index = self.rows.index(1) if self.rows.rowCount() > 1 else QModelIndex()
        self.view.setCurrentIndex(index)
        self._name_steps()

    def tell(self, sentence: str) -> None:
        """Say what was done, or what cannot be."""
        self.message.setText(sentence)
        self.message.setVisible(bool(sentence))
        self.view.setAccessibleDescription(sentence)

    def refresh(self) -> None:
        """Say how many steps there are, and which of them are shown."""
        shown, total = self.rows.count, self.rows.size
        steps = "1 step" if total == 1 else f"{total:,} steps"
        if self.rows.filtered:
            reading = "" if self.rows.complete else f"; {len(self.rows.rows):,} have been looked through so far"
            self.counted.setText(f"{shown:,} of {steps} have these words{reading}.")
        else:
            self.counted.setText(
                f"{steps}, all kept in the case." if total else "Nothing was decided in this case yet."
            )
        self.field.setAccessibleDescription(self.counted.text())
        if self.row is None:
            self.choose(None)

    def enable(self, *, writable: bool) -> None:
        """Offer what can be done in the case as it is."""
        self._writable = writable
        self._name_steps()

    _writable = False

    def _name_steps(self) -> None:
        row = self.row
        self.go.setEnabled(row is not None and row.told.target is not None)
        self.back.setText("Do a&gain up to here" if row is not None and row.undone else "&Undo back to here")
        newest = next((one for one in self.rows.rows if not one.undone), None)
        self.back.setEnabled(self._writable and row is not None and row is not newest)
        self.write.setEnabled(bool(self.rows.size))

    def _assemble(self) -> None:
        foot = sheet_foot()
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.go, self.back, self.write):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.closing)
        below = QVBoxLayout(foot)
        below.setContentsMargins(_MARGIN, 10, _MARGIN, 12)
        below.setSpacing(8)
        below.addWidget(self.message)
        below.addLayout(buttons)
        head = QVBoxLayout()
        head.setContentsMargins(_MARGIN, 14, _MARGIN, 8)
        head.setSpacing(6)
        head.addWidget(self.field)
        head.addWidget(self.counted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.view, 1)
        layout.addWidget(foot)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows go from the field into the list; Return in either goes to the place of the step."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and not event.modifiers():
            if watched is self.field and event.key() in _WALKING:
                self.view.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
            if event.key() in _RETURNS:
                self.go.click()
                return True
        return super().eventFilter(watched, event)
