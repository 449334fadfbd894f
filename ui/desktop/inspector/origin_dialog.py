"""Where the passage of the current witness comes from, as a person decides it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QListView, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ui.desktop.case.casework import Casework
from ui.desktop.case.findings_desk import FindingsDesk
from ui.desktop.case.whereabouts import Whereabouts
from ui.desktop.keys import named_above
from ui.desktop.sheet import Sheet
from ui.desktop.wording import article_words, shortened
from workbench.comparison import Comparison
from workbench.findings_told import verdict
from workbench.model import Place, Witness
from workbench.provenance.model import Descent
from workbench.session import Session
from workbench.snapshot import Snapshot, same_passage

_WIDTH, _HEIGHT, _TITLE = 600, 520, 60
NONE, OPEN = "From none of them", "Leave it to the program"
_HINT = "Up and Down choose, Return decides, Esc leaves it as it is. {} takes it back."
Decision = Callable[[Session], Snapshot]


@dataclass(frozen=True, slots=True)
class Way:
    """One thing to decide: its words, what it does, whether it holds now by a person's decision.

    `probable` is what the program takes for likely; `hindered` says why it makes no sense now, empty where it does.
    """

    words: str
    decide: Decision
    holds: bool = False
    probable: bool = False
    hindered: str = ""


def ways(snapshot: Snapshot, shown: Comparison, descent: Descent | None) -> list[Way]:
    """As the program says, from none of the others, or from one of them: the base, then the rest in order of date."""
    witness = shown.witness
    said = _said_of(snapshot, witness.place)
    others = [shown.base, *(one for one in snapshot.others(shown.family) if one.id != witness.id)]
    found = [
        Way(
            _words(snapshot, other),
            partial(Session.say_source, witness=witness, parent=other),
            said is not None and said[0] is not None and same_passage(said[0], other.place),
            descent is not None and descent.parent == other.place and said is None,
            _hindered(snapshot, other.place, witness.place),
        )
        for other in others
    ]
    none = Way(NONE, partial(Session.say_source, witness=witness, parent=None), said is not None and said[0] is None)
    leave = Way(OPEN, partial(Session.leave_source_open, witness=witness), said is None)
    return [leave, none, *found]


def _said_of(snapshot: Snapshot, place: Place) -> tuple[Place | None] | None:
    """What a person said of where a place is from, in a tuple; `None` where nothing was said."""
    exact = snapshot.overrides.get(place, place)
    if exact != place:
        return (exact,)
    return next(((parent,) for at, parent in snapshot.overrides.items() if same_passage(at, place)), None)


def _hindered(snapshot: Snapshot, parent: Place, place: Place) -> str:
    """Why a witness cannot be the source: a person said that it is from this one itself, maybe through others."""
    at, seen = parent, set[Place]()
    while at not in seen:
        seen.add(at)
        said = _said_of(snapshot, at)
        if said is None or said[0] is None:
            return ""
        at = said[0]
        if same_passage(at, place):
            return "comes from this one, by hand"
    return ""


def _words(snapshot: Snapshot, witness: Witness) -> str:
    article = snapshot.article[witness.place.article_id]
    title = f" — “{shortened(article.title, _TITLE)}”" if article.title else ""
    return f"{article_words(article)}{title}"


class OriginDialog(Sheet):
    """A list of what can be decided; what holds now is chosen when it opens."""

    def __init__(self, case: Casework, shown: Comparison, descent: Descent | None, parent: QWidget) -> None:
        super().__init__("Where it comes from", parent)
        self._case = case
        self._ways = ways(case.snapshot, shown, descent)
        self.list = QListWidget()
        self.list.setObjectName("ways")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setAccessibleName("Where it comes from")
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for way in self._ways:
            self.list.addItem(_item(way))
        article = case.snapshot.article[shown.witness.place.article_id]
        told = f"So far: {verdict(descent)}" if descent else "The program is still looking for where it may be from."
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(8)
        layout.addWidget(_label(article_words(article), "heading"))
        layout.addWidget(_label(told, "hint"))
        layout.addWidget(self.list, 1)
        layout.addWidget(_label(_HINT.format(named_above(parent, "undo")), "hint"))
        self.list.setCurrentRow(next((number for number, way in enumerate(self._ways) if way.holds), 0))
        self.list.itemActivated.connect(lambda _: self._take())
        self.list.setFocus()
        case.leaving.connect(self.reject)
        self.fit(_WIDTH, _HEIGHT)

    @staticmethod
    def ask(case: Casework, where: Whereabouts, desk: FindingsDesk, parent: QWidget) -> None:
        """Ask where the current witness comes from; says so where none is there yet."""
        if where.comparison is None:
            where.told.emit("This family is still loading; decide when it is there.")
            return
        found = None if desk.looking or desk.findings is None else desk.findings.provenance
        descent = found.descent_of(where.comparison.witness.place) if found else None
        OriginDialog(case, where.comparison, descent, parent).open()

    def _take(self) -> None:
        """Carry out what is chosen, at once; it can be undone like any decision."""
        way = self._ways[self.list.currentRow()] if self.list.currentRow() >= 0 else None
        if way is None or way.hindered:
            return
        self.accept()
        if not way.holds:
            self._case.decide(way.decide)


def _item(way: Way) -> QListWidgetItem:
    marks: Sequence[str] = list(_marks(way))
    item = QListWidgetItem(f"{way.words} ({'; '.join(marks)})" if marks else way.words)
    if way.hindered:
        item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEnabled)
    return item


def _marks(way: Way) -> Iterator[str]:
    if way.holds:
        yield "as it is now" if way.words == OPEN else "as it is now, by hand"
    if way.probable:
        yield "probable, says the program"
    if way.hindered:
        yield way.hindered


def _label(text: str, name: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
