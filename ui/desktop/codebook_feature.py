"""What one does with the codebook from the window: open its editor, and tag with any code by typing its name."""

from PySide6.QtWidgets import QWidget

from ui.desktop.casework import Casework
from ui.desktop.codebook_chooser import CodeChooser, by_last_use, with_paths
from ui.desktop.codebook_window import CodebookWindow
from ui.desktop.feature import Feature, Handlers
from ui.desktop.lanes import Lanes
from ui.desktop.theme import Themes
from ui.desktop.whereabouts import Whereabouts
from workbench.model import Code, Target


class CodebookFeature(Feature):
    """The actions `codebook`, `tag_with` and `tag_witness_with`."""

    def __init__(self, case: Casework, where: Whereabouts, lanes: Lanes, themes: Themes, owner: QWidget) -> None:
        super().__init__(owner)
        self._case, self._where, self._lanes, self._themes, self._owner = case, where, lanes, themes, owner

    def handlers(self) -> Handlers:
        """What to call for each of its actions."""
        return {
            "codebook": self.edit,
            "tag_with": lambda: self._choose("Tag the edit with…", self._where.edit_target),
            "tag_witness_with": lambda: self._choose("Tag the whole witness with…", self._where.witness_target),
        }

    def edit(self) -> None:
        """Open the editor of the codebook, or bring it to the front."""
        for shown in self._owner.findChildren(CodebookWindow):
            if shown.isVisible():
                shown.raise_()
                shown.activateWindow()
                return
        CodebookWindow(self._case, self._lanes, self._themes, self._owner).show()

    def _choose(self, title: str, target: Target | None) -> None:
        """Ask for a code, those used last first, and put it on the target, or take it away."""
        snapshot = self._case.snapshot
        if target is None:
            return
        if not snapshot.codes:
            self._where.at_end.emit("The codebook has no codes yet; Ctrl+B opens it.")
            return
        there = {tag.code_id for tag in snapshot.tags_on(target)}

        def take(code: Code) -> None:
            self._case.decide(lambda session: session.toggle_tag(target, code))

        codes = with_paths(snapshot, by_last_use(snapshot), lambda code: "✓ on it" if code.id in there else "")
        CodeChooser(title, codes, take, self._themes, self._owner).show()
