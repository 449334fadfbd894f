"""The tree of codes: how a line of it is painted, and what its keys ask for."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from ui.actions import KeyRow, Menu
from ui.desktop.codebook.caps import CAP, paint_cap
from ui.desktop.codebook.model import TAGS_ROLE, CodeTreeModel, tag_count
from ui.desktop.lists.models import ROW_ROLE
from ui.desktop.painting import paint_selected
from ui.desktop.theme import Themes
from workbench.codebook import LONGEST_NAME
from workbench.model import Code

_PADDING, _GAP = 5, 8
Index = QModelIndex | QPersistentModelIndex
_NONE = Qt.KeyboardModifier.NoModifier
_SHIFT, _CTRL, _ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

HINTS = (
    (("Return", "F2"), "rename"),
    (("Ins",), "new code"),
    (("Shift+Ins", "Ctrl+Return"), "new code under it"),
    (("Del",), "delete"),
    (("1", "…", "0"), "its key, or none"),
    (("M",), "merge into…"),
    (("Alt+Shift+Right",), "under the one before"),
    (("Alt+Shift+Left",), "one level up"),
)
"""The keys of the tree, with what they do."""


def codebook_key_rows() -> list[KeyRow]:
    """The keys of the tree for the shortcut sheet."""
    return [KeyRow(Menu.CASE, _SPELT.get(words, words), _joined(keys)) for keys, words in HINTS]


_SPELT = {
    "rename": "Rename the code",
    "new code": "New code beside it",
    "new code under it": "New code under it",
    "delete": "Delete the code",
    "its key, or none": "Give the code its key, or take it away",
    "merge into…": "Merge the code into another",
    "under the one before": "Move the code under the one before",
    "one level up": "Move the code one level up",
}


def _joined(keys: tuple[str, ...]) -> tuple[str, ...]:
    return (" … ".join(key for key in keys if key != "…"),) if "…" in keys else keys


class CodeDelegate(QStyledItemDelegate):
    """A code with its cap at the left and the number of its tags at the right."""

    def __init__(self, themes: Themes, parent: QObject) -> None:
        super().__init__(parent)
        self._themes = themes

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line, as high as a cap at least."""
        height = max(option.fontMetrics.height() + 2 * _PADDING, CAP + 8)
        return QSize(super().sizeHint(option, index).width() + CAP + 2 * _GAP, height)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A field for the name."""
        made = super().createEditor(parent, option, index)
        made.setAccessibleName("Name of the code")
        if isinstance(made, QLineEdit):
            made.setMaxLength(LONGEST_NAME)
            made.setStyleSheet("padding: 0 2px;")
        return made

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        """The field stands in place of the name."""
        editor.setGeometry(option.rect.adjusted(CAP + _GAP, 0, -2, 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the line."""
        code = index.data(ROW_ROLE)
        if not isinstance(code, Code):
            return
        painter.save()
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        paint_selected(painter, option, self._themes, edge_at=0)
        area = option.rect.adjusted(_GAP, 0, -_GAP, 0)
        paint_cap(painter, area.left(), area.center().y() - CAP / 2 + 1, code, self._themes)
        tags = index.data(TAGS_ROLE)
        number = tag_count(tags) if tags else ""
        width = option.fontMetrics.horizontalAdvance(number) + 2
        painter.setPen(self._themes.colour("muted"))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, number)
        words = area.adjusted(CAP + _GAP, 0, -width - _GAP, 0)
        painter.setPen(self._themes.colour("text"))
        shown = option.fontMetrics.elidedText(code.name, Qt.TextElideMode.ElideRight, words.width())
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
        painter.drawText(words, int(left), shown)
        painter.restore()


class CodeTreeView(QTreeView):
    """Says by signals what a key asks for; who changes the case is not its business."""

    asked = Signal(str)
    """`beside`, `under`, `delete`, `merge`, `indent` or `outdent`."""
    digit_asked = Signal(int)

    def __init__(self, model: CodeTreeModel, themes: Themes) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(CodeDelegate(themes, self))
        self.setHeaderHidden(True)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # in which codes are painted
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.setIndentation(20)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Codes")
        self.setObjectName("codes")
        self.setTabKeyNavigation(False)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """The Tab key ends the renaming and stays here; Qt would go on to rename the next code, and the next."""
        super().closeEditor(editor, _NO_HINT if hint in _ONWARD else hint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys of the tree; the rest walk it and find by letters."""
        if self.state() == QAbstractItemView.State.EditingState:  # what the field of the name leaves over
            super().keyPressEvent(event)
            return
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        wanted = _ASKED.get((Qt.Key(event.key()), modifiers))
        digit = event.key() - Qt.Key.Key_0
        if wanted == "rename" and self.currentIndex().flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(self.currentIndex())
        elif wanted:
            self.asked.emit(wanted)
        elif 0 <= digit <= 9 and modifiers == _NONE:
            self.digit_asked.emit(digit)
        else:
            super().keyPressEvent(event)


_ONWARD = (QAbstractItemDelegate.EndEditHint.EditNextItem, QAbstractItemDelegate.EndEditHint.EditPreviousItem)
_NO_HINT = QAbstractItemDelegate.EndEditHint.NoHint
_ASKED = {
    **{(key, _NONE): "rename" for key in (*_RETURN, Qt.Key.Key_F2)},
    **{(key, _CTRL): "under" for key in _RETURN},
    (Qt.Key.Key_Insert, _NONE): "beside",
    (Qt.Key.Key_Insert, _SHIFT): "under",
    (Qt.Key.Key_Delete, _NONE): "delete",
    (Qt.Key.Key_Backspace, _NONE): "delete",
    (Qt.Key.Key_M, _NONE): "merge",
    (Qt.Key.Key_Right, _ALT | _SHIFT): "indent",
    (Qt.Key.Key_Left, _ALT | _SHIFT): "outdent",
}
