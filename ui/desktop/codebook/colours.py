"""Choosing the colour of a code: those that everybody tells apart by arrow keys, any other as #rrggbb."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui.desktop.parts import hint
from ui.desktop.theme import Themes
from workbench.codebook import named_colours

_CELL, _COLUMNS = 30, 8
_COLOUR_ROLE = Qt.ItemDataRole.UserRole
_TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
Index = QModelIndex | QPersistentModelIndex


class ColourField(QWidget):
    """A grid of colours with names, and a field for any other."""

    picked = Signal(str)
    """A colour that a person wants, as it was written."""

    def __init__(self, themes: Themes) -> None:
        super().__init__()
        self.grid = ColourGrid(themes)
        self.name = hint()
        self.code = QLineEdit()
        self.code.setAccessibleName("Colour as #rrggbb")
        self.code.setPlaceholderText("#rrggbb")
        self.code.setMaxLength(16)
        self._shown = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.grid)
        layout.addWidget(self.name)
        layout.addWidget(self.code)
        self.grid.picked.connect(self.picked)
        self.grid.selectionModel().currentChanged.connect(lambda *_: self._say())
        self.code.editingFinished.connect(self._typed)

    def show_colour(self, colour: str) -> None:
        """Show a colour as the one in use."""
        self._shown = colour
        self.grid.show_colour(colour)
        if not self.code.hasFocus() or not self.code.isModified():
            self.code.setText(colour)
        self._say()

    def enable(self, able: bool) -> None:
        """Let colours be chosen, or only looked at."""
        self.grid.setEnabled(able)
        self.code.setReadOnly(not able)

    def _typed(self) -> None:
        if self.code.isModified() and self.code.text().strip():
            self.code.setModified(False)
            self.picked.emit(self.code.text())

    def _say(self) -> None:
        """Name the colour under the cursor, and say how it is taken."""
        index = self.grid.currentIndex()
        if not index.isValid():
            self.name.setText("A colour of your own")
        elif index.data(_COLOUR_ROLE) == self._shown:
            self.name.setText(f"{index.data()}, in use")
        else:
            self.name.setText(f"{index.data()}; Return takes it")
        self.grid.setAccessibleDescription(self.name.text())


class ColourGrid(QListView):
    """Colours that everybody tells apart, each with its name; arrow keys go about, Return takes one."""

    picked = Signal(str)

    def __init__(self, themes: Themes) -> None:
        super().__init__()
        items = QStandardItemModel(self)
        for one in named_colours():
            item = QStandardItem(f"{one.name[:1].upper()}{one.name[1:]} ({one.palette})")
            item.setData(one.colour, _COLOUR_ROLE)
            item.setToolTip(item.text())
            item.setEditable(False)
            items.appendRow(item)
        self.setModel(items)
        self.setItemDelegate(_Swatch(themes, self))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setWrapping(True)
        self.setUniformItemSizes(True)
        self.setGridSize(QSize(_CELL, _CELL))
        self.setFrameShape(QFrame.Shape.NoFrame)
        for hide in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            hide(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows = -(-items.rowCount() // _COLUMNS)
        self.setFixedSize(_COLUMNS * _CELL + 8, rows * _CELL + 6)
        self.setTabKeyNavigation(False)
        self.setAccessibleName("Colours that everybody tells apart")
        self.setObjectName("colours")
        self.clicked.connect(self._take)

    def show_colour(self, colour: str) -> None:
        """Put the cursor on a colour, on none where it is not among these."""
        found = self.model().match(self.model().index(0, 0), _COLOUR_ROLE, colour, 1, Qt.MatchFlag.MatchExactly)
        self.setCurrentIndex(found[0] if found else QModelIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return and the space bar take the colour."""
        if event.key() in _TAKES:
            self._take(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _take(self, index: QModelIndex) -> None:
        if index.isValid():
            self.picked.emit(index.data(_COLOUR_ROLE))


class _Swatch(QStyledItemDelegate):
    """A colour in a rounded field; the current one has a double frame."""

    def __init__(self, themes: Themes, parent: QObject) -> None:
        super().__init__(parent)
        self._themes = themes

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """A square."""
        return QSize(_CELL, _CELL)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the colour."""
        area = QRectF(option.rect).adjusted(4, 4, -4, -4)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(self._themes.colour("text"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(-2.5, -2.5, 2.5, 2.5), 5, 5)
        painter.setPen(QPen(self._themes.colour("strong_rule"), 1))
        painter.setBrush(QColor(index.data(_COLOUR_ROLE)))
        painter.drawRoundedRect(area, 3, 3)
        painter.restore()
