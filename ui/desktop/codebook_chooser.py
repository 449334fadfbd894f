"""Choosing a code by typing: to tag with one that has no key, to merge one into another."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QAction, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from ui.desktop.codebook_caps import CAP, paint_cap
from ui.desktop.overlays import CommandPalette, KeyDelegate
from ui.desktop.theme import Themes
from workbench.model import Code
from workbench.snapshot import Snapshot

_ACTION_ROLE = Qt.ItemDataRole.UserRole
_PADDING, _GAP = 6, 8


class CodeChooser(CommandPalette):
    """Codes with all they stand under, found by typing; Return takes the one that is current."""

    def __init__(
        self,
        title: str,
        codes: Sequence[tuple[Code, str, str]],
        take: Callable[[Code], None],
        themes: Themes,
        parent: QWidget,
    ) -> None:
        """`codes` are codes with their paths and what there is to say of them at the right."""
        entries = [_entry(code, path, note, take, parent) for code, path, note in codes]
        super().__init__(entries, parent)
        for entry in entries:
            entry.setParent(self)
        self.setAccessibleName(title)
        self.field.setPlaceholderText(title)
        self.field.setAccessibleName(title)
        self.list.setAccessibleName("Codes")
        self.list.setItemDelegate(_Delegate(themes, self.list))
        self.nothing.setText("No code of that name")


def _entry(code: Code, path: str, note: str, take: Callable[[Code], None], owner: QWidget) -> QAction:
    made = QAction(path, owner)
    made.setData((code, note))
    made.triggered.connect(lambda _=False: take(code))
    return made


class _Delegate(KeyDelegate):
    """A code with its cap, and a word at the right where there is one to say."""

    def __init__(self, themes: Themes, parent: QWidget) -> None:
        super().__init__(parent)
        self._themes = themes

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """One line, as high as a cap at least."""
        hint = super().sizeHint(option, index)
        return QSize(hint.width(), max(hint.height(), CAP + 8))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint cap, path and word."""
        code, note = index.data(_ACTION_ROLE).data()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, self._themes.colour("selected"))
        area = option.rect.adjusted(_GAP, 0, -_GAP, 0)
        paint_cap(painter, area.left(), area.center().y() - CAP / 2 + 1, code, self._themes)
        room = option.fontMetrics.horizontalAdvance(note) + (_GAP if note else 0)
        words = area.adjusted(CAP + _GAP, 0, -room, 0)
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        shown = option.fontMetrics.elidedText(index.data(), Qt.TextElideMode.ElideLeft, words.width())
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
        painter.drawText(words, int(left), shown)
        painter.setPen(self._themes.colour("muted"))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, note)


def by_last_use(snapshot: Snapshot) -> list[Code]:
    """The codes, those used last first, the rest in the order of the codebook."""
    used = sorted(snapshot.tags, key=lambda tag: tag.created, reverse=True)
    ids = dict.fromkeys((*(tag.code_id for tag in used), *(code.id for code, _ in snapshot.code_tree.walk())))
    return [snapshot.code[code_id] for code_id in ids if code_id in snapshot.code]


def with_paths(snapshot: Snapshot, codes: Iterable[Code], noted: Callable[[Code], str]) -> list[tuple[Code, str, str]]:
    """Codes with their paths and what there is to say of each."""
    return [(code, snapshot.code_tree.path(code), noted(code)) for code in codes]
