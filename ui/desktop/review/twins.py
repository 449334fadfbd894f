"""Applies what was decided of one edit to the same edit elsewhere, after a look at where that is."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from ui.desktop.case.casework import Casework
from ui.desktop.case.lanes import Job, Lane, Lanes
from ui.desktop.case.whereabouts import Whereabouts
from ui.desktop.feature import Feature, Handlers
from ui.desktop.inspector.inspector import Inspector
from ui.desktop.keys import Keys
from ui.desktop.review.twin_panel import TwinPanel
from ui.desktop.theme import Themes
from ui.desktop.wording import count, edit_words
from workbench.identical import Twin, Words, twins_elsewhere, twins_in, words_of
from workbench.model import Place
from workbench.progress import ProgressReport
from workbench.spans import Span

_TITLE = "Looking for the same edit"
_STOPPED = "You stopped the search: not all families were looked through."


class ReviewTwins(Feature):
    """The panel is a tab beside the edits, so that one sees what it is about."""

    told = Signal(str)
    """What came of it."""

    def __init__(
        self, lanes: Lanes, case: Casework, where: Whereabouts, inspector: Inspector, themes: Themes, keys: Keys
    ) -> None:
        super().__init__(inspector)
        self._lanes, self._case, self._where, self._inspector, self._keys = lanes, case, where, inspector, keys
        self.panel = TwinPanel(themes)
        self._job: Job | None = None
        self._came_from: QWidget | None = None
        inspector.add_panel(self.panel, "Same edit", self.panel.view)
        self.panel.applied.connect(self._apply)
        self.panel.left.connect(self.close)
        case.changed.connect(lambda: self.panel.refresh(case.snapshot))
        case.leaving.connect(self.close)
        lanes.ended.connect(self._ended)

    def handlers(self) -> Handlers:
        """What to call for its action."""
        return {"apply_elsewhere": self.open}

    def open(self) -> None:
        """Look for the current edit at other places, and show them."""
        comparison, edit, target = self._where.comparison, self._where.edit, self._where.edit_target
        if comparison is None or edit is None or target is None:
            return
        texts = comparison.base_text, comparison.witness_text
        words = words_of(edit.base.of(texts[0]), edit.witness.of(texts[1]))
        here = (twin for one in self._where.comparisons for twin in twins_in(one, words, target))
        self.panel.show_edit(self._case.snapshot, self._case.texts, target, edit_words(edit, *texts), here)
        if not self.panel.isAncestorOf(QApplication.focusWidget() or self.panel):
            self._came_from = QApplication.focusWidget()
        self._inspector.open_panel(self.panel)
        self.panel.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._look_elsewhere(words)

    def _look_elsewhere(self, words: Words) -> None:
        snapshot, texts, digests = self._case.snapshot, self._case.texts, dict(self._case.digests)
        here = self._where.family
        families = [family for family in snapshot.families if family != here and not family.boilerplate]

        def known(base: Place, witness: Place) -> Iterable[tuple[Span, Span]] | None:
            digest = digests.get((base, witness))
            return digest.every() if digest else None

        def look(report: ProgressReport) -> tuple[Twin, ...]:
            return twins_elsewhere(snapshot, families, texts, words, known, report)

        self._job = self._lanes.submit(Lane.ASIDE, look, self._found, topic="twins", title=_TITLE)

    def _found(self, twins: tuple[Twin, ...]) -> None:
        self._job = None
        self.panel.add_elsewhere(twins)

    def _ended(self, job: Job) -> None:
        if job is self._job and job.stopped.is_set():
            self._job = None
            self.panel.say(_STOPPED)

    def _apply(self) -> None:
        edits = [(twin.edit, twin.target) for twin in self.panel.ticked]
        given, number = self.panel.given, self.panel.touched
        key = self._keys.shown("take_back") or self._keys.shown("undo") or "Undo"
        sentence = f"Applied to {count(number, 'edit')}. {key} takes all of it back at once."
        self._case.decide(lambda session: session.apply(edits, given), lambda: self.told.emit(sentence))
        self.close()

    def close(self) -> None:
        """Leave, and give the focus back to where it was."""
        self._job = None
        self._lanes.outdate("twins")
        held = self.panel.isAncestorOf(QApplication.focusWidget() or self._inspector)
        self._inspector.put_away(self.panel)
        if held:
            back = self._came_from if self._came_from is not None and self._came_from.isVisible() else None
            (back or self._inspector.edits.view).setFocus(Qt.FocusReason.OtherFocusReason)
