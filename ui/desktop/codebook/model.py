"""The codebook as a tree that views and screen readers take it from."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from ui.desktop.codebook.caps import spoken_code
from ui.desktop.lists.models import ROW_ROLE
from workbench.codebook_tree import CodeTree
from workbench.model import Code
from workbench.snapshot import Snapshot

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
TAGS_ROLE = Qt.ItemDataRole.UserRole + 1
"""On how many targets the code is."""


class CodeTreeModel(QAbstractItemModel):
    """Codes under codes. What is written into a name is asked for by a signal: the case itself has to change first."""

    renamed = Signal(object, str)
    """A `Code` and the name that a person wants for it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tree = CodeTree(())
        self._ids: Sequence[str] = ()
        self._numbers: dict[str, int] = {}
        self._rows: dict[str, int] = {}
        self._tags: Counter[str] = Counter()
        self._editable = False

    def show_codes(self, snapshot: Snapshot, *, editable: bool) -> None:
        """Show the codebook of a case; where only what codes say is new, they stay in their places."""
        before, after = self.tree, snapshot.code_tree
        tags = Counter(tag.code_id for tag in snapshot.tags)
        if _outline(before) != _outline(after):
            self.beginResetModel()
            self.tree, self._tags, self._editable = after, tags, editable
            self._ids = [code.id for code, _ in after.walk()]
            self._numbers = {code_id: number for number, code_id in enumerate(self._ids)}
            self._rows = {code.id: row for parent in ("", *self._ids) for row, code in enumerate(after.under(parent))}
            self.endResetModel()
            return
        changed = [one for one in self._ids if before.code[one] != after.code[one] or self._tags[one] != tags[one]]
        self.tree, self._tags, self._editable = after, tags, editable
        for one in changed:
            self.dataChanged.emit(self.find(one), self.find(one))

    def code(self, index: Index) -> Code | None:
        """The code at an index."""
        return self.tree.code[self._ids[index.internalId()]] if index.isValid() else None

    def tags_of(self, code: Code) -> int:
        """On how many targets a code is."""
        return self._tags[code.id]

    def find(self, code_id: str) -> QModelIndex:
        """The index of a code; an invalid one where there is none of that id."""
        number = self._numbers.get(code_id)
        return QModelIndex() if number is None else self.createIndex(self._rows[code_id], 0, number)

    def index(self, row: int, column: int, parent: Index = _ROOT) -> QModelIndex:
        """The index of a code among those under `parent`."""
        under = self._under(parent)
        if column != 0 or not 0 <= row < len(under):
            return QModelIndex()
        return self.createIndex(row, 0, self._numbers[under[row].id])

    def parent(self, index: Any = None) -> Any:
        """The index of what a code stands under; without one, the object that owns the model."""
        if index is None:
            return super().parent()
        code = self.code(index)
        return self.find(self.tree.parent_id(code)) if code else QModelIndex()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many codes stand right under one."""
        return len(self._under(parent))

    def columnCount(self, _parent: Index = _ROOT) -> int:
        """One: all of a code stands in its line."""
        return 1

    def _under(self, parent: Index) -> Sequence[Code]:
        if parent.isValid() and parent.column() != 0:
            return ()
        code = self.code(parent)
        return self.tree.under(code.id if code else "")

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The name, the code itself, its tags, its description, or all of it as it is spoken."""
        code = self.code(index)
        if code is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return code.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{spoken_code(code.name, code)}, {tag_count(self._tags[code.id])}"
        values = {ROW_ROLE: code, TAGS_ROLE: self._tags[code.id], Qt.ItemDataRole.ToolTipRole: code.description}
        return values.get(role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Names can be written where the case can be changed."""
        able = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return able | Qt.ItemFlag.ItemIsEditable if self._editable else able

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for another name; nothing is different here before the case is."""
        code = self.code(index)
        if code is None or role != Qt.ItemDataRole.EditRole or str(value).strip() == code.name:
            return False
        self.renamed.emit(code, str(value))
        return False


def _outline(tree: CodeTree) -> list[tuple[str, int]]:
    return [(code.id, depth) for code, depth in tree.walk()]


def tag_count(number: int) -> str:
    """A number of tags in words."""
    return "1 tag" if number == 1 else f"{number:,} tags"
