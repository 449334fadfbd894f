"""What one does with the codebook from the window: open its editor, and tag with any code by typing its name."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.desktop.case.casework import Casework
from ui.desktop.case.whereabouts import Whereabouts
from ui.desktop.codebook.panel import CodebookPanel
from ui.desktop.feature import Feature, Handlers
from ui.desktop.keys import Keys
from ui.desktop.theme import Themes
from workbench.model import Code, Target


class CodebookFeature(Feature):
    """The actions `codebook`, `tag_with` and `tag_witness_with`."""

    def __init__(
        self, case: Casework, where: Whereabouts, themes: Themes, keys: Keys, panel: CodebookPanel, owner: QWidget
    ) -> None:
        super().__init__(owner)
        self._case, self._where, self._themes, self._owner = case, where, themes, owner
        self._keys, self._panel = keys, panel
        self.marked: Callable[[], Target | None] = lambda: None
        """Says what a person has marked in a text, if anything."""
        panel.edit_asked.connect(self.edit)
        keys.changed.connect(self._name_keys)
        self._name_keys()

    def _name_keys(self) -> None:
        self._panel.name_keys(edit=self._keys.shown("codebook"), tag_with=self._keys.shown("tag_with"))

    def handlers(self) -> Handlers:
        """What to call for each of its actions."""
        return {
            "codebook": self.edit,
            "tag_with": self._choose_for_current,
            "tag_witness_with": lambda: self._choose("Tag the whole witness with…", self._where.witness_target),
        }

    def _choose_for_current(self) -> None:
        """What is marked in a text comes before the current edit, as it does for digits."""
        marked = self.marked()
        current = "Tag the edit with…" if self._where.edit else "Tag the whole witness with…"
        self._choose("Tag what is marked with…" if marked else current, marked or self._where.taggable)

    def edit(self) -> None:
        """Open the editor of the codebook, or bring it to the front."""
        from ui.desktop.codebook.window import CodebookWindow

        for shown in self._owner.findChildren(CodebookWindow):
            if shown.isVisible():
                shown.raise_()
                shown.activateWindow()
                return
        CodebookWindow(self._case, self._themes, self._owner).show()

    def choose_for(self, target: Target) -> None:
        """Ask for a code for a marked stretch of a text."""
        self._choose("Tag what is marked with…", target)

    def _choose(self, title: str, target: Target | None) -> None:
        """Ask for a code, those used last first, and put it on the target, or take it away."""
        from ui.desktop.codebook.chooser import CodeChooser, by_last_use, code_choices

        snapshot = self._case.snapshot
        if target is None:
            return
        if not snapshot.codes:
            key = self._keys.shown("codebook")
            self._where.told.emit(f"The codebook has no codes yet{f'; {key} opens it' if key else ''}.")
            return
        there = {tag.code_id for tag in snapshot.tags_on(target)}

        def take(code: Code) -> None:
            self._case.decide(lambda session: session.toggle_tag(target, code))

        codes = by_last_use(snapshot)
        choices = code_choices(snapshot, codes, take, lambda code: "✓ on it" if code.id in there else "")
        CodeChooser(title, choices, self._themes, self._owner).show()
