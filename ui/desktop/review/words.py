"""How the window says what a person made of an edit: reviewed, and the labels accepted, rejected or changed."""

from collections.abc import Iterable

from ui.desktop.wording import LABEL_WORDS
from workbench.model import LabelKind
from workbench.rulings import Verdict, Word

OTHERWISE = "the program says otherwise now"
_ICONS = {Word.ACCEPTED: "accepted", Word.REJECTED: "rejected", Word.CHANGED: "relabelled"}


def kind_words(kinds: Iterable[LabelKind]) -> str:
    """Labels in a row: `number, loaded word`."""
    return ", ".join(LABEL_WORDS[kind] for kind in kinds) or "none"


def verdict_icon(verdict: Verdict) -> str:
    """The name of the sign of a verdict."""
    return _ICONS[verdict.word]


def verdict_words(verdict: Verdict) -> str:
    """A verdict beside the program's labels: `Labels accepted`, `Labels by hand: name`."""
    told = f"Labels {verdict.word.value}"
    if verdict.word is Word.CHANGED or (verdict.otherwise and verdict.labels):
        told = f"Labels by hand: {kind_words(verdict.labels)}"
    return f"{told}; {OTHERWISE}" if verdict.otherwise else told


def spoken_verdict(verdict: Verdict) -> str:
    """A verdict to be spoken: `labels accepted`, `labels changed to name`."""
    told = f"labels {verdict.word.value}"
    if verdict.word is Word.CHANGED:
        told += f" to {kind_words(verdict.labels)}"
    return f"{told}, but {OTHERWISE}" if verdict.otherwise else told
