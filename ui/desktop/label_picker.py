"""Choosing the labels of an edit by typing: Space puts one on or takes it away, Return keeps, Escape leaves."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, QSize, QSortFilterProxyModel, Qt
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QFrame, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from ui.desktop.icons import icon, label_icon
from ui.desktop.parts import hint
from ui.desktop.review_words import kind_words
from ui.desktop.theme import Themes
from ui.desktop.wording import LABEL_WORDS
from workbench.model import LabelKind
from workbench.rulings import in_order

_KIND_ROLE = Qt.ItemDataRole.UserRole
_SIZE = QSize(340, 600)
_ROW = QSize(0, 26)
_ICON = QSize(16, 16)
_KEYS = "Type to find a label. Space puts it on or takes it away, Return keeps, Esc leaves all as it was."


class LabelPicker(QDialog):
    """All labels there are, each with its icon; those that stand on the edit are ticked."""

    def __init__(
        self,
        said: Iterable[LabelKind],
        ticked: Iterable[LabelKind],
        keep: Callable[[tuple[LabelKind, ...]], None],
        themes: Themes,
        parent: QWidget,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("palette")
        self.setAccessibleName("Labels of the edit")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._keep = keep
        self.heading = QLabel(f"The program says: {kind_words(said)}")
        self.heading.setObjectName("heading")
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setWordWrap(True)
        self.field = QLineEdit()
        self.field.setPlaceholderText("Find a label")
        self.field.setAccessibleName("Find a label")
        self.field.installEventFilter(self)
        self._items = QStandardItemModel(self)
        self._fill(frozenset(ticked), themes)
        self._filtered = QSortFilterProxyModel(self)
        self._filtered.setSourceModel(self._items)
        self._filtered.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.list = QListView()
        self.list.setModel(self._filtered)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setAccessibleName("Labels")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setIconSize(_ICON)
        self._items.itemChanged.connect(lambda _: self._tell())
        self.chosen = hint()
        self._assemble(parent)
        self.field.textChanged.connect(self._filter)
        self._filter("")
        self.field.setFocus()

    def _fill(self, ticked: frozenset[LabelKind], themes: Themes) -> None:
        ink = themes.colour("text")
        for kind in LabelKind:
            item = QStandardItem(icon(label_icon(kind), ink, ink), LABEL_WORDS[kind])
            item.setData(kind, _KIND_ROLE)
            item.setEditable(False)
            item.setSizeHint(_ROW)
            item.setCheckable(True)
            item.setCheckState(Qt.CheckState.Checked if kind in ticked else Qt.CheckState.Unchecked)
            self._items.appendRow(item)

    def _assemble(self, parent: QWidget) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 10)
        layout.setSpacing(8)
        for widget in (self.heading, self.field):
            layout.addWidget(widget)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.chosen)
        layout.addWidget(hint(_KEYS))
        self.resize(_SIZE.boundedTo(parent.size()))
        self.move(parent.mapToGlobal(parent.rect().center()) - self.rect().center())

    @property
    def ticked(self) -> tuple[LabelKind, ...]:
        """The labels that are ticked."""
        items = (self._items.item(number) for number in range(self._items.rowCount()))
        return in_order(item.data(_KIND_ROLE) for item in items if item.checkState() is Qt.CheckState.Checked)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down walk the list while one types; Space ticks, Return keeps."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            by = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if by:
                self._step(by)
            elif event.key() == Qt.Key.Key_Space:
                self._toggle()
            elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take()
            else:
                return super().eventFilter(watched, event)
            return True
        return super().eventFilter(watched, event)

    def _filter(self, text: str) -> None:
        self._filtered.setFilterFixedString(text.strip())
        row = 0 if text.strip() else self._first_ticked()
        self.list.setCurrentIndex(self._filtered.index(row, 0))
        self._tell()

    def _first_ticked(self) -> int:
        return next((n for n, kind in enumerate(LabelKind) if kind in self.ticked), 0)

    def _step(self, by: int) -> None:
        row = min(max(self.list.currentIndex().row() + by, 0), self._filtered.rowCount() - 1)
        self.list.setCurrentIndex(self._filtered.index(row, 0))
        self._tell()

    def _current(self) -> QStandardItem | None:
        return self._items.itemFromIndex(self._filtered.mapToSource(self.list.currentIndex()))

    def _toggle(self) -> None:
        item = self._current()
        if item is not None:
            on = item.checkState() is Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)

    def _tell(self) -> None:
        """Say what is ticked, and where one is: the focus stays in the field, where a screen reader listens."""
        self.chosen.setText(f"By hand: {kind_words(self.ticked)}")
        item = self._current()
        on = "ticked" if item is not None and item.checkState() is Qt.CheckState.Checked else "not ticked"
        at = f"{item.text()}, {on}. " if item is not None else "No such label. "
        self.field.setAccessibleDescription(at + self.chosen.text())

    def _take(self) -> None:
        ticked = self.ticked
        self.accept()
        self._keep(ticked)
