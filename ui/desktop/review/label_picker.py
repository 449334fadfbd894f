"""Choosing the labels of an edit by typing: Space puts one on or takes it away, Return keeps, Escape leaves."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from ui.desktop.icons import icon, label_icon
from ui.desktop.picker import Choice
from ui.desktop.review.words import kind_words
from ui.desktop.theme import Themes
from ui.desktop.ticking import TickPicker
from ui.desktop.wording import LABEL_WORDS
from workbench.model import LabelKind
from workbench.rulings import in_order

_SIZE = QSize(340, 600)
_ROW = QSize(0, 26)
_ICON = QSize(16, 16)
_KEYS = "Type to find a label. Space puts it on or takes it away, Return keeps, Esc leaves all as it was."
_KINDS = tuple(LabelKind)


class LabelPicker(TickPicker):
    """All labels there are, each with its icon; those that stand on the edit are ticked."""

    def __init__(
        self,
        said: Iterable[LabelKind],
        ticked: Iterable[LabelKind],
        keep: Callable[[tuple[LabelKind, ...]], None],
        themes: Themes,
        parent: QWidget,
    ) -> None:
        self._keep = keep
        choices = (Choice(LABEL_WORDS[kind]) for kind in _KINDS)
        first = {_KINDS.index(kind) for kind in ticked}
        super().__init__("Labels of the edit", "Find a label", choices, first, parent, size=_SIZE, keys=_KEYS)
        self.heading.setText(f"The program says: {kind_words(said)}")
        self.nothing.setText("No such label")
        self.list.setIconSize(_ICON)
        ink = themes.colour("text")
        for number, kind in enumerate(_KINDS):
            self.items.item(number).setIcon(icon(label_icon(kind), ink, ink))
            self.items.item(number).setSizeHint(_ROW)

    @property
    def kinds(self) -> tuple[LabelKind, ...]:
        """The labels that are ticked."""
        return in_order(_KINDS[number] for number in self.ticked)

    def sentence(self) -> str:
        """Which labels a person puts on the edit."""
        return f"By hand: {kind_words(self.kinds)}"

    def take(self) -> None:
        """Keep what is ticked, whichever label is current."""
        self.accept()
        self._keep(self.kinds)
