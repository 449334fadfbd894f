"""Why an action cannot be taken where one is, in a sentence that names the key that helps."""

from collections.abc import Mapping

from ui.actions import Action, Enabled
from ui.desktop.case.casework import Casework
from ui.desktop.case.whereabouts import Whereabouts
from ui.desktop.empty import lack_of
from ui.desktop.workspace import Workspace

_ALWAYS_WHY: Mapping[Enabled, str] = {
    Enabled.UNDO: "There is no decision to take back.",
    Enabled.REDO: "There is nothing to do again.",
    Enabled.RUNNING: "Nothing is running that could be stopped.",
    Enabled.EXPORTED: "No report was written since this case was opened; {export} writes one.",
    Enabled.UNPLACED: "All tags and notes are on passages and edits; there are no others to list.",
    Enabled.DISMISSED: "No family was dismissed.",
    Enabled.FINDING: "Nothing is looked for in a text; {filter} finds words in the text that has the focus.",
    Enabled.COLLATED: "This is for the collation; {collation} shows it.",
    Enabled.ARTICLES: "There is nothing to compare with fewer than two articles; {import_files} imports more.",
    Enabled.READABLE: "There is no article to read; {import_files} imports some.",
}
"""What there is to say of these wherever one is."""
_CHANGES = frozenset(
    {
        *(Enabled.WRITABLE, Enabled.ARTICLES, Enabled.MARKABLE, Enabled.EDIT, Enabled.TAGGABLE, Enabled.FIGURES),
        *(Enabled.SPANS, Enabled.DISMISSED, Enabled.UNDO, Enabled.REDO),
    }
)
"""What needs a case that can be changed."""
_NO_CASE = "No case is open; {open_case} opens one, {new_case} makes one."
_OPENING = "A case is just being opened; try again when it is there."
_READ_ONLY = "This case can be looked at but not changed."
_FIGURES = "A pair of figures is shown, and that is for families: {families} goes to them."
_NO_FIGURES = "No pair of figures is shown; {figures} lists them."
_READING = "An article is read alone; {read} goes back to the family, where that can be done."
_TAG_TEXT = "An article is read alone: {mark} marks a stretch of it, which can be tagged and annotated then."
_LOADING = "This family is still loading; decide when it is there."
_NO_FAMILY = "No family is shown; {families} lists them."
_NO_EDITS = "This witness has no edits: {review} marks it as reviewed, {next_witness} goes to the next."
_HIDDEN = "The edits of this witness are of style only and hidden; {hide_style} shows them."
_NO_EDIT = "No edit is current: this outlet has the words here as the base has them. {next_edit} goes to an edit."
_NO_TEXT = "No text of an article is shown here; {view_sides} shows both articles."
_NO_CODE = "No code of the codebook has that digit; {codebook} opens the codebook."


class Reasons:
    """Knows where a person is, and so what is missing for an action."""

    def __init__(self, case: Casework, where: Whereabouts, panels: Workspace) -> None:
        self._case, self._where, self._panels = case, where, panels

    def why_not(self, entry: Action) -> str:
        """The sentence, with ids of actions in braces where their keys are to stand."""
        if self._case.opening:
            return _OPENING
        if self._case.state is None:
            return _NO_CASE
        if entry.enabled in _CHANGES and not self._case.writable:
            return _READ_ONLY
        return _ALWAYS_WHY.get(entry.enabled) or self._why_not_here(entry)

    def _why_not_here(self, entry: Action) -> str:
        """What is missing in the view that is shown."""
        when, where = entry.enabled, self._where
        if when is Enabled.FIGURES:
            return _NO_FIGURES
        if self._panels.shows_figures:
            return _FIGURES
        if self._panels.viewing.reading:
            return _TAG_TEXT if when in (Enabled.TAGGABLE, Enabled.EDIT) else _READING
        if where.loading:
            return _LOADING
        if where.comparison is None:
            lack = lack_of(self._case.state)
            return f"{lack.title}: {{{lack.action}}} helps." if lack else _NO_FAMILY
        if when in (Enabled.TEXT, Enabled.SPANS):
            return _NO_TEXT
        return _NO_CODE if self._lacks_code(entry) else self._why_no_edit()

    def _lacks_code(self, entry: Action) -> bool:
        return bool(entry.series) and all(str(code.digit) != entry.id[-1] for code in self._case.snapshot.codes)

    def _why_no_edit(self) -> str:
        where = self._where
        if where.comparison is not None and where.comparison.edits:
            return _NO_EDIT
        return _HIDDEN if where.style_hidden(where.number) else _NO_EDITS
