"""What can be done with the history: it is read from the case as it is wanted, gone along, gone back in, exported."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from ui.desktop.case.casework import Casework
from ui.desktop.case.whereabouts import Whereabouts
from ui.desktop.choosing import Chooser
from ui.desktop.feature import Feature, Handlers
from ui.desktop.history.rows import HistoryModel, HistoryRow
from ui.desktop.history.taking_back import TakingBack
from ui.desktop.history.way import Way
from ui.desktop.history.window import HistoryWindow
from ui.desktop.keys import ActionKeys, named_above
from ui.desktop.lists.list_panel import FAMILIES
from ui.desktop.theme import Themes
from ui.desktop.wording import count
from ui.desktop.workspace import Workspace
from workbench.errors import UserError
from workbench.history_told import Texts, table, told
from workbench.ports import HistoryEntry
from workbench.progress import ProgressReport
from workbench.reporting.atomic import write_whole
from workbench.session import Session
from workbench.snapshot import Snapshot

_PAGE = 500
_BEYOND = 100
"""So many steps are read beyond the one that is chosen, when the history is read again."""


class _Page(NamedTuple):
    """Some steps, how many there are in all, and the id of the newest that is not undone."""

    rows: Sequence[HistoryRow]
    size: int
    newest: int


class HistoryDesk(Feature):
    """Keeps the window of the history, and fills it from the case file while it is open."""

    def __init__(
        self, case: Casework, where: Whereabouts, panels: Workspace, themes: Themes, choose: Chooser, owner: QWidget
    ) -> None:
        super().__init__(owner)
        self._case, self._panels, self._themes, self._owner = case, panels, themes, owner
        self._choose = choose
        self._way = Way(case, where, self)
        self.taking_back = TakingBack(case, where, panels, self)
        self.taking_back.told.connect(self._tell)
        self._newest = 0
        self._loading = False
        self.rows = HistoryModel(self)
        self.window: HistoryWindow | None = None
        self.rows.wanted.connect(self._load_more)
        case.changed.connect(self._follow)
        case.opening_changed.connect(self._enable)
        case.leaving.connect(self._leave)

    def handlers(self) -> Handlers:
        """What to call for its action."""
        return {"history": self.show}

    def show(self) -> None:
        """Open the window, or bring it to the front."""
        if self.window is None:
            self.window = HistoryWindow(self.rows, self._themes, self._owner)
            self._connect(self.window)
        self.window.tell("")
        self.window.field.clear()
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()
        self.window.view.setFocus()
        self._load()

    def _connect(self, window: HistoryWindow) -> None:
        window.go.clicked.connect(self.go)
        window.back.clicked.connect(self.wind)
        window.write.clicked.connect(lambda: self._choose.history_to_write(self._name(), self.write))
        window.field.textChanged.connect(lambda _: self._read_on())
        ActionKeys("undo", lambda: self._step(back=True), window)
        ActionKeys("redo", lambda: self._step(back=False), window)

    # Reading

    def _follow(self) -> None:
        """The case changed: read the history again, as far as it is looked at."""
        if self.window is not None and self.window.isVisible():
            self._load()

    def _load(self) -> None:
        row = self.window.row if self.window else None
        before = next((at for at, one in enumerate(self.rows.rows) if row and one.id == row.id), 0)
        most = max(_PAGE, before + _BEYOND)
        self._loading = True
        self._case.ask(self._reading(None, most), self._show_page, topic="history")

    def _load_more(self) -> None:
        if not self._loading and self.rows.rows:
            self._loading = True
            self._case.ask(self._reading(self.rows.rows[-1].id, 4 * _PAGE), self._add_page, topic="history")

    def _reading(self, before: int | None, most: int) -> "_Reading":
        return _Reading(self._case.snapshot, self._case.texts, before, most)

    def _show_page(self, page: _Page) -> None:
        self._loading = False
        chosen = self.window.row.id if self.window and self.window.row else None
        followed = chosen is None or chosen == self._newest
        self._newest = page.newest
        self.rows.set_rows(page.rows, page.size)
        if self.window is not None:
            self.window.choose(page.newest if followed else chosen)
        self._enable()
        self._read_on()

    def _add_page(self, page: _Page) -> None:
        self._loading = False
        self._newest = page.newest
        self.rows.add(page.rows)
        self._enable()
        self._read_on()

    def _read_on(self) -> None:
        """A filter looks through every step, so all of them are read."""
        if self.rows.filtered and not self.rows.complete:
            self._load_more()

    def _enable(self) -> None:
        if self.window is not None:
            self.window.enable(writable=self._case.writable)
            self.window.refresh()

    def _leave(self) -> None:
        """Another case is open: its history is another one."""
        self._loading = False
        self.rows.set_rows((), 0)
        if self.window is not None:
            self.window.close()

    # Doing

    def go(self) -> None:
        """Show the place of the chosen step in the window of the case."""
        window = self.window
        if window is None or window.row is None:
            return
        sentence = self._way.go(window.row.told.target)
        window.tell(sentence)
        if not sentence:
            self._panels.lists.show_list(FAMILIES)
            self._owner.activateWindow()
            self._panels.edits.view.setFocus()

    def wind(self) -> None:
        """Take back all steps after the chosen one, or do the undone ones again up to it, in one go."""
        window, newest = self.window, self._newest
        if window is None or window.row is None:
            return
        number, again = window.row.id, window.row.undone
        said = self._wound(window.row)

        def work(session: Session, report: ProgressReport) -> str:
            try:
                session.wind_to(number, newest, report)
            except UserError as error:
                return str(error)
            return ""

        def done(refusal: str) -> None:
            window.tell(refusal or said)
            if window.focusWidget() is window.back:
                window.view.setFocus()  # the button that was pressed has nothing more to do
            self._case.decide(lambda session: session.snapshot())

        self._case.ask(work, done, title="Doing steps again" if again else "Taking steps back")

    def _wound(self, row: HistoryRow) -> str:
        """What is said when all is done up to a step, or undone back to it."""
        if row.undone:
            return "Done again up to here."
        steps = count(sum(not one.undone for one in self.rows.rows if one.id > row.id), "step")
        return f"{steps} taken back; {named_above(self._owner, 'redo')} does them again, one by one."

    def _step(self, *, back: bool) -> None:
        if self._case.writable:
            if self.window is not None:
                self.window.tell("")
            self.taking_back.undo() if back else self.taking_back.redo()

    def _tell(self, sentence: str) -> None:
        if self.window is not None:
            self.window.tell(sentence)

    def _name(self) -> str:
        return self._case.state.path.stem if self._case.state else _NAME

    def write(self, path: Path) -> None:
        """Write the whole history as a table."""
        snapshot, texts = self._case.snapshot, self._case.texts

        def work(session: Session, report: ProgressReport) -> Path:
            write_whole(path, table(_every(session, report), snapshot, texts))
            return path

        def done(written: Path) -> None:
            if self.window is not None:
                self.window.tell(f"The history is in {written}")

        self._case.ask(work, done, title="Writing the history")


_NAME = "case"


class _Reading:
    """Reads a page of the history on the store's lane and puts it into words."""

    def __init__(self, snapshot: Snapshot, texts: Texts, before: int | None, most: int) -> None:
        self._snapshot, self._texts, self._before, self._most = snapshot, texts, before, most

    def __call__(self, session: Session, report: ProgressReport) -> _Page:
        rows = []
        for number, entry in enumerate(session.store.history_page(self._before, self._most)):
            if not number % _BEYOND:
                report("Reading the history", number, self._most)
            words = told(entry.step, self._snapshot, self._texts)
            rows.append(HistoryRow(entry.id, entry.at.astimezone(), entry.undone, words))
        return _Page(rows, session.store.history_size(), session.store.history_ends().newest)


def _every(session: Session, report: ProgressReport) -> Sequence[HistoryEntry]:
    """Every step, newest first."""
    size = session.store.history_size()
    found: list[HistoryEntry] = []
    while page := session.store.history_page(found[-1].id if found else None):
        found += page
        report("Reading the history", len(found), size)
    return found
