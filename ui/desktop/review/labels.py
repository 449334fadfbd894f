"""A person's word on the program's labels: accept them, reject them, put others in their place."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.desktop.case.casework import Casework
from ui.desktop.case.whereabouts import Whereabouts
from ui.desktop.feature import Feature, Handlers
from ui.desktop.theme import Themes
from workbench.model import LabelKind
from workbench.rulings import Word, kinds_of, verdict_on

Kinds = tuple[LabelKind, ...]


class ReviewLabels(Feature):
    """Rules on the labels of the current edit. What was said twice is taken back, as with a digit."""

    told = Signal(str)
    """What there is to say of it."""

    def __init__(self, case: Casework, where: Whereabouts, themes: Themes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._case, self._where, self._themes = case, where, themes

    def handlers(self) -> Handlers:
        """What to call for each of its actions."""
        return {
            "accept_labels": lambda: self._toggle(Word.ACCEPTED),
            "reject_labels": lambda: self._toggle(Word.REJECTED),
            "change_labels": self.change,
        }

    def change(self) -> None:
        """Let a person choose other labels, beginning with those that stand."""
        from ui.desktop.review.label_picker import LabelPicker

        edit, target, parent = self._where.edit, self._where.edit_target, self.parent()
        if edit is None or target is None or not isinstance(parent, QWidget):
            return
        ruling = self._case.snapshot.ruling_on(target)
        said = kinds_of(edit)

        def keep(chosen: Kinds) -> None:
            labels = said if frozenset(chosen) == frozenset(said) else chosen
            self._case.decide(lambda session: session.rule(target, said, labels))

        LabelPicker(said, ruling.labels if ruling else said, keep, self._themes, parent).show()

    def _toggle(self, word: Word) -> None:
        edit, target = self._where.edit, self._where.edit_target
        if edit is None or target is None:
            return
        said = kinds_of(edit)
        if not said:
            self.told.emit("The program gave this edit no label.")
            return
        verdict = verdict_on(edit, self._case.snapshot.ruling_on(target))
        again = verdict is not None and verdict.word is word and not verdict.otherwise
        labels = None if again else said if word is Word.ACCEPTED else ()
        self._case.decide(lambda session: session.rule(target, said, labels))
