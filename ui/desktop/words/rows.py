"""The entries of word lists as rows: how one is found, spoken and painted."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from ui.desktop.lists.models import ROW_ROLE, RowModel
from ui.desktop.painting import paint_selected
from ui.desktop.theme import Themes
from workbench.amendments import Amended, Entry, State
from workbench.text.folding import fold
from workbench.word_lists import WordList, all_lists, list_named

_PADDING, _MARGIN, _SIGN_WIDTH = 5, 12, 18
_SIGNS = {State.SHIPPED: ("", "text"), State.ADDED: ("+", "added"), State.REMOVED: ("−", "removed")}
_SAID = {State.SHIPPED: "the program’s", State.ADDED: "added in this case", State.REMOVED: "taken out in this case"}
Index = QModelIndex | QPersistentModelIndex


def place_of(where: WordList) -> str:
    """A list as a person is shown it: `Loaded words · Nouns`."""
    return f"{where.group} · {where.title}"


def spoken_entry(entry: Entry) -> str:
    """An entry as a screen reader says it."""
    return f"{entry.text}, {_SAID[entry.state]}, {place_of(list_named(entry.list_id))}"


def entry_model(parent: QObject) -> RowModel[Entry]:
    """The model that entries are listed by."""
    return RowModel(lambda entry: (entry.list_id, entry.key), spoken_entry, parent=parent)


def entries_shown(words: Amended, where: WordList | None, wanted: str) -> list[Entry]:
    """The entries of a list, of all with `None`, that have a text in them; else those of its dictionary form."""
    entries = words.entries(where) if where else words.all_entries()
    text = " ".join(fold(wanted).split())
    if not text:
        return entries
    found = [entry for entry in entries if text in fold(entry.text)]
    if found:
        return sorted(found, key=lambda entry: entry.key != text)
    return [entry for entry in words.entries_like(text) if where is None or entry.list_id == where.id]


def with_titles(sentence: str) -> str:
    """A sentence that names lists by their ids, as a person who sees them by their titles is told it."""
    for where in all_lists():
        sentence = sentence.replace(f"“{where.id}”", f"“{place_of(where)}”")
    return sentence


def lists_by_group() -> list[tuple[str, Sequence[WordList]]]:
    """The lists, group by group."""
    groups: dict[str, list[WordList]] = {}
    for where in all_lists():
        groups.setdefault(where.group, []).append(where)
    return list(groups.items())


class EntryDelegate(QStyledItemDelegate):
    """An entry with its sign at the left and what it is at the right; what is taken out is struck through."""

    def __init__(self, themes: Themes, parent: QObject) -> None:
        super().__init__(parent)
        self._themes = themes
        self.with_list = True
        """Whether to say in which list each stands."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line."""
        return QSize(super().sizeHint(option, index).width(), option.fontMetrics.height() + 2 * _PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint sign, entry, and what it is as far as there is room."""
        entry = index.data(ROW_ROLE)
        if not isinstance(entry, Entry):
            return
        painter.save()
        paint_selected(painter, option, self._themes)
        area = option.rect.adjusted(_MARGIN, 0, -_MARGIN, 0)
        self._paint_words(painter, option, area, entry)
        painter.restore()

    def _paint_words(self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, entry: Entry) -> None:
        sign, colour = _SIGNS[entry.state]
        left, right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        metrics = option.fontMetrics
        note = self._note(entry)
        note_width = min(metrics.horizontalAdvance(note) + 2, area.width() // 2)  # or rounding cuts it
        text_area = area.adjusted(_SIGN_WIDTH, 0, -note_width - (_MARGIN if note else 0), 0)
        painter.setPen(self._themes.colour(colour))
        painter.drawText(area, left, sign)
        font = QFont(option.font)
        font.setStrikeOut(entry.state is State.REMOVED)
        font.setUnderline(entry.state is State.ADDED)
        painter.setFont(font)
        painter.drawText(
            text_area, left, metrics.elidedText(entry.text, Qt.TextElideMode.ElideRight, text_area.width())
        )
        painter.setFont(option.font)
        painter.setPen(self._themes.colour("muted"))
        painter.drawText(
            area,
            Qt.AlignmentFlag.AlignVCenter | right,
            metrics.elidedText(note, Qt.TextElideMode.ElideRight, note_width),
        )

    def _note(self, entry: Entry) -> str:
        state = "" if entry.state is State.SHIPPED else entry.state.value
        place = place_of(list_named(entry.list_id)) if self.with_list else ""
        return ", ".join(part for part in (state, place) if part)
