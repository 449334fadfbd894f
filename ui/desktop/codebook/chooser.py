"""Choosing a code by typing: to tag with one that has no key, to merge one into another."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from ui.desktop.codebook.caps import CAP, paint_cap, spoken_code
from ui.desktop.picker import Choice, ChoiceDelegate, Picker
from ui.desktop.theme import Themes
from workbench.model import Code
from workbench.snapshot import Snapshot

_CHOICE_ROLE = Qt.ItemDataRole.UserRole
_GAP = 8
_NO_CODE = Code("", "", "")


@dataclass(frozen=True, slots=True)
class CodeChoice(Choice):
    """A code to choose, by its path."""

    code: Code = _NO_CODE


class CodeChooser(Picker):
    """Codes with all they stand under, found by typing; Return takes the one that is current."""

    def __init__(self, title: str, choices: Iterable[CodeChoice], themes: Themes, parent: QWidget) -> None:
        super().__init__(title, title, choices, parent)
        self.list.setItemDelegate(_Delegate(themes, self.list))
        self.nothing.setText("No code of that name")


def code_choices(
    snapshot: Snapshot, codes: Iterable[Code], take: Callable[[Code], None], noted: Callable[[Code], str]
) -> list[CodeChoice]:
    """Codes as choices, with what there is to say of each at the right."""
    paths = ((code, snapshot.code_tree.path(code), noted(code)) for code in codes)
    return [
        CodeChoice(path, partial(take, code), note, ", ".join(filter(None, (spoken_code(path, code), note))), code=code)
        for code, path, note in paths
    ]


def by_last_use(snapshot: Snapshot) -> list[Code]:
    """The codes, those used last first, the rest in the order of the codebook."""
    used = sorted(snapshot.tags, key=lambda tag: tag.created, reverse=True)
    ids = dict.fromkeys((*(tag.code_id for tag in used), *(code.id for code, _ in snapshot.code_tree.walk())))
    return [snapshot.code[code_id] for code_id in ids if code_id in snapshot.code]


class _Delegate(ChoiceDelegate):
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
        """Paint cap, path and word; a path that is too long keeps its end."""
        choice: CodeChoice = index.data(_CHOICE_ROLE)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, self._themes.colour("selected"))
        area = option.rect.adjusted(_GAP, 0, -_GAP, 0)
        paint_cap(painter, area.left(), area.center().y() - CAP / 2 + 1, choice.code, self._themes)
        room = option.fontMetrics.horizontalAdvance(choice.beside) + (_GAP if choice.beside else 0)
        words = area.adjusted(CAP + _GAP, 0, -room, 0)
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        shown = option.fontMetrics.elidedText(choice.words, Qt.TextElideMode.ElideLeft, words.width())
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
        painter.drawText(words, int(left), shown)
        painter.setPen(self._themes.colour("muted"))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, choice.beside)
