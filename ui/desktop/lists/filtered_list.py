"""A list of painted rows with a filter field above it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from ui.desktop.lists.models import FilterModel, ListedRows
from ui.desktop.painting import CardDelegate
from ui.desktop.parts import hint
from ui.desktop.theme import Themes


class RowView(QListView):
    """A list of painted rows that are as wide as the view."""

    def __init__(
        self, delegate_of: type[CardDelegate], themes: Themes, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # in which cards are painted, whatever the window's is
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(24)
        self.setAccessibleName(name)
        self.setAcceptDrops(False)
        self.delegate = delegate_of(themes, self)
        self.setItemDelegate(self.delegate)
        themes.changed.connect(self.viewport().update)
        themes.changed.connect(self.scheduleDelayedItemsLayout)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have a row chosen, so that one sees where one is; Qt makes the first one current, but shows nothing of it."""
        super().focusInEvent(event)
        index = self.currentIndex()
        if index.isValid() and not self.selectionModel().isSelected(index):
            self.setCurrentIndex(index)

    def set_scale(self, scale: float) -> None:
        """Use another size of text."""
        self.delegate.scale = scale
        self.scheduleDelayedItemsLayout()


class ListBox(QWidget):
    """A list in a box, with what stands above and below it; who makes one sets `view`."""

    view: RowView

    def focus_list(self) -> None:
        """Put the focus into the list, on a row."""
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.view.currentIndex().isValid() and self.view.model().rowCount():
            self.view.setCurrentIndex(self.view.model().index(0, 0))

    def add_foot(self, content: QWidget) -> QWidget:
        """Put something below the list; returns the box it stands in."""
        foot = padded(content)
        foot.setObjectName("foot")
        layout = self.layout()
        if layout is not None:
            layout.addWidget(foot)
        return foot


class FilteredList(ListBox):
    """A list with a filter field above it. Down goes from the field into the list, Escape clears it."""

    def __init__(self, rows: ListedRows, card: type[CardDelegate], themes: Themes, name: str) -> None:
        super().__init__()
        self.filtered = FilterModel(rows, self)
        self.field = QLineEdit()
        self.field.setPlaceholderText(f"Filter the {name}")
        self.field.setAccessibleName(f"Filter the {name}")
        self.field.setClearButtonEnabled(True)
        self.field.setAcceptDrops(False)
        self.field.installEventFilter(self)
        self.view = RowView(card, themes, name.capitalize())
        self.view.setModel(self.filtered)
        self.nothing = hint(f"No {name} match the filter. Press Esc in the filter field to see all.")
        self.nothing.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(padded(self.field))
        layout.addWidget(self.nothing)
        layout.addWidget(self.view, 1)
        self.field.textChanged.connect(self._filter)

    def _filter(self, text: str) -> None:
        self.filtered.set_filter(text)
        self.nothing.setVisible(bool(text) and not self.filtered.rowCount())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down and Return leave the field for the list, Escape clears it first."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and not event.modifiers():
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.focus_list()
                return True
            if event.key() == Qt.Key.Key_Escape:
                if self.field.text():
                    self.field.clear()
                else:
                    self.focus_list()
                return True
        return super().eventFilter(watched, event)


def padded(field: QWidget) -> QWidget:
    """A box with room round what stands in it."""
    box = QWidget()
    layout = QVBoxLayout(box)
    layout.setContentsMargins(10, 10, 10, 8)
    layout.setSpacing(6)
    layout.addWidget(field)
    return box
