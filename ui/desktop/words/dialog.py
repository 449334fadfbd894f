"""The word lists that labels come from: looked at, filtered, changed for the case; each change can be undone."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.desktop.case.casework import Casework
from ui.desktop.choosing import Chooser
from ui.desktop.keys import ActionKeys
from ui.desktop.lists.models import ROW_ROLE
from ui.desktop.sheet import Sheet
from ui.desktop.theme import Themes
from ui.desktop.words.controls import CHANGED, WordControls
from ui.desktop.words.rows import entries_shown, lists_by_group, place_of, with_titles
from workbench.amendments import Amended, Changing, Entry, State
from workbench.amendments_told import counted_changes, shown_version, version_notice
from workbench.errors import UserError
from workbench.reporting.atomic import write_whole
from workbench.word_files import read_changes, suffix_of, written
from workbench.word_lists import WordList, is_list, list_named, lists_version

_WIDTH, _HEIGHT = 760, 640
_TITLE = "Word lists"
_WALKING = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class WordsDialog(Sheet):
    """Return in the field puts an entry in, Delete in the list takes one out or puts it back, Escape closes."""

    def __init__(self, case: Casework, themes: Themes, parent: QWidget) -> None:
        super().__init__(_TITLE, parent)
        self._case, self._steps = case, [0, 0]  # changes made here that can be taken back, and done again
        self._new: tuple[str, str] | None = None  # list and key of what was put in and is to be shown when it is there
        self._choose = Chooser(self)
        self.controls = WordControls(themes)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.controls)
        self._connect()
        self.fit(_WIDTH, _HEIGHT)
        self.refresh()
        self.controls.field.setFocus()

    # What is shown

    @property
    def words(self) -> Amended:
        """The word lists of the case as they stand."""
        return self._case.snapshot.words

    @property
    def where(self) -> WordList | None:
        """The list that is shown; `None` when it is all of them, or what was changed in any."""
        chosen = self.controls.chooser.currentData()
        return list_named(chosen) if is_list(chosen) else None

    @property
    def entry(self) -> Entry | None:
        """The current entry."""
        row = self.controls.view.currentIndex().data(ROW_ROLE)
        return row if isinstance(row, Entry) else None

    def refresh(self) -> None:
        """Show the lists as they are by now; the current entry stays, or the one in its place."""
        before, number = self.entry, max(0, self.controls.view.currentIndex().row())
        entries = entries_shown(self.words, self.where, self.controls.field.text())
        if self.controls.chooser.currentData() == CHANGED:
            entries = [entry for entry in entries if entry.state is not State.SHIPPED]
        self.controls.delegate.with_list = self.where is None
        self.controls.rows.set_rows(entries)
        keys = [(one.list_id, one.key) for one in entries]
        here = (before.list_id, before.key) if before else None
        if self._new in keys:
            here, self._new = self._new, None
        number = keys.index(here) if here in keys else min(number, len(keys) - 1)
        self.controls.view.setCurrentIndex(self.controls.rows.index(number) if entries else QModelIndex())
        self._explain(len(entries))
        self._enable()

    def _explain(self, count: int) -> None:
        where, changes = self.where, counted_changes(self.words)
        what = where.meaning if where else "Every word and phrase that labels such as loaded or certainty come from."
        shown = "Nothing there has these letters" if not count else "1 entry" if count == 1 else f"{count:,} entries"
        self.controls.meaning.setText(f"{what} {shown}.")
        self.controls.chooser.setAccessibleDescription(self.controls.meaning.text())
        self.controls.version.setText(
            version_notice(self.words)
            or f"Word lists of Variorum {shown_version(lists_version())}, {changes or 'unchanged'} in this case."
        )

    def _enable(self) -> None:
        entry, can = self.entry, self._case.writable
        out = entry is not None and entry.state is State.REMOVED
        self.controls.take.setText("Put &back" if out else "&Remove")
        self.controls.take.setEnabled(can and entry is not None)
        self.controls.move_button.setEnabled(can and entry is not None and not out)
        self.controls.new.setEnabled(can and self.where is not None)
        self.controls.new.setPlaceholderText(
            f"New entry in “{self.where.title}”" if self.where else "Choose a list to put an entry in"
        )
        self.controls.add.setEnabled(self.controls.new.isEnabled() and bool(self.controls.new.text().strip()))
        amended = {one.list_id for one in self.words.amendments}
        self.controls.reset.setEnabled(can and bool(amended if self.where is None else self.where.id in amended))
        self.controls.reset.setText("Rese&t all" if self.where is None else "Rese&t list")
        self.controls.undo.setEnabled(can and self._steps[0] > 0)
        self.controls.bring.setEnabled(can)

    def tell(self, sentence: str, *, wrong: bool = False) -> None:
        """Say what was done, or what is wrong."""
        message = self.controls.message
        message.setText(with_titles(sentence))
        message.setObjectName("wrong" if wrong else "hint")
        message.style().polish(message)  # by the rules for its name
        for widget in (self.controls.new, self.controls.view):
            widget.setAccessibleDescription(message.text())

    # What can be done

    def change(self, change: Changing, done: str) -> bool:
        """Change the lists; whether that makes sense. The sentence that says why not stands in the dialog."""
        try:
            after = change(self.words)
        except UserError as error:
            self.tell(str(error), wrong=True)
            return False
        if after != self.words:
            come = [one for one in after.amendments if one not in self.words.amendments and not one.removed]
            self._new = (come[0].list_id, come[0].key) if come else None
            self._steps = [self._steps[0] + 1, 0]
            self._case.decide(lambda session: session.change_words(change))
        self.tell(done)
        return True

    def _add(self) -> None:
        where, text = self.where, self.controls.new.text()
        if where is None or not self.controls.add.isEnabled():
            return
        name = where.id
        if self.change(lambda words: words.add(name, text), f"“{text.strip()}” is in “{where.title}” now."):
            self.controls.new.clear()
            self.controls.field.clear()

    def _take(self) -> None:
        entry = self.entry
        if entry is None or not self.controls.take.isEnabled():
            return
        title, where = place_of(list_named(entry.list_id)), list_named(entry.list_id)
        if entry.state is State.REMOVED:
            self.change(lambda words: words.add(where.id, entry.text), f"“{entry.text}” is back in “{title}”.")
        else:
            self.change(lambda words: words.remove(where.id, entry.text), f"“{entry.text}” is out of “{title}” now.")

    def _move(self, target: WordList) -> None:
        entry = self.entry
        if entry is not None:
            done = f"“{entry.text}” is in “{place_of(target)}” now."
            self.change(lambda words: words.move(entry.list_id, target.id, entry.text), done)

    def _reset(self) -> None:
        name = self.where.id if self.where else None
        self.change(lambda words: words.reset(name), "Back to the program’s own entries.")

    def _undo(self, step: int = 0) -> None:
        """Take back the last change made in this dialog (0), or do the one again that was taken back (1)."""
        if self._steps[step] == 0 or not self._case.writable:
            return
        self._steps[step] -= 1
        self._steps[1 - step] += 1
        self._case.decide(lambda session: session.redo() if step else session.undo())
        self.tell("Done again." if step else "Taken back.")

    def bring_in(self, path: Path) -> None:
        """Put the changes of a file on top."""
        try:
            wanted = read_changes(path)
        except UserError as error:
            self.tell(str(error), wrong=True)
            return
        read = "1 entry" if len(wanted) == 1 else f"{len(wanted):,} entries"
        self.change(lambda words: words.merged(wanted), f"Read {read} of “{path.name}”.")

    def write(self, path: Path) -> None:
        """Write the changes of the case into a file."""
        try:
            write_whole(path, written(self.words, suffix_of(path)))
        except UserError as error:
            self.tell(str(error), wrong=True)
        else:
            self.tell(f"Wrote “{path.name}”.")

    # How it is put together

    def _connect(self) -> None:
        self.controls.chooser.currentIndexChanged.connect(lambda _: self._show_other())
        self.controls.field.textChanged.connect(lambda _: self.refresh())
        self.controls.field.installEventFilter(self)
        self.controls.view.installEventFilter(self)
        self.controls.new.textChanged.connect(lambda _: self._enable())
        self.controls.new.returnPressed.connect(self._add)
        self.controls.view.selectionModel().currentChanged.connect(lambda *_: self._enable())
        actions: Sequence[tuple[QPushButton, Callable[[], None]]] = (
            (self.controls.add, self._add),
            (self.controls.take, self._take),
            (self.controls.move_button, self._offer_lists),
            (self.controls.undo, self._undo),
            (self.controls.reset, self._reset),
            (self.controls.bring, lambda: self._choose.words_to_read(self.bring_in)),
            (self.controls.write_button, lambda: self._choose.words_to_write(self.write)),
            (self.controls.done, self.accept),
        )
        for button, act in actions:
            button.clicked.connect(lambda _=False, run=act: run())
        ActionKeys("undo", self._undo, self)
        ActionKeys("redo", lambda: self._undo(1), self)
        self._case.changed.connect(self.refresh)
        self._case.leaving.connect(self.reject)

    def _show_other(self) -> None:
        self.controls.view.setCurrentIndex(QModelIndex())
        self.tell("")
        self.refresh()

    def _offer_lists(self) -> None:
        """The lists that the current entry may be moved to."""
        entry = self.entry
        if entry is None:
            return
        menu = QMenu(self)
        menu.setAccessibleName("Move to")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        own = list_named(entry.list_id)
        for group, lists in sorted(lists_by_group(), key=lambda pair: pair[0] != own.group):
            target = menu if group == own.group else menu.addMenu(group)
            for where in lists:
                if where != own:
                    target.addAction(where.title).triggered.connect(lambda _=False, to=where: self._move(to))
        menu.popup(self.controls.move_button.mapToGlobal(self.controls.move_button.rect().bottomLeft()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows go from the field into the list; Delete and Backspace there take the current entry out."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and not event.modifiers():
            if watched is self.controls.field and event.key() in _WALKING:
                self.controls.view.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
            if watched is self.controls.view and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
                self._take()
                return True
        return super().eventFilter(watched, event)
