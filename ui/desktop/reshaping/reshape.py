"""Correcting the engine by keyboard: each act is one decision, said in the status line and undone by one key."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from ui.actions import Enabled
from ui.desktop.case.casework import Casework
from ui.desktop.case.whereabouts import Whereabouts
from ui.desktop.feature import Feature, Handlers
from ui.desktop.keys import Keys
from ui.desktop.reshaping.borders import BorderMode
from ui.desktop.reshaping.question import Chosen, Question
from ui.desktop.reshaping.words import (
    dismissed_row,
    family_facts,
    family_row,
    joined_words,
    near_row,
    outlets,
    place_row,
    witness_row,
)
from ui.desktop.theme import Themes
from ui.desktop.wording import article_words, count
from ui.desktop.workspace import Workspace
from workbench.by_hand import touch
from workbench.comparison import Comparison
from workbench.model import Family, Place, Witness
from workbench.nearby import Nearby, families_nearby
from workbench.session import Session
from workbench.snapshot import Snapshot
from workbench.spans import Span

_LOADING = "This family is still loading; decide when it is there."
_MARK = "Mark the passage first: Shift and the arrow keys select text in any article that is shown."
Decision = Callable[[Session], Snapshot]


class Reshape(Feature):
    """Families joined, split, dismissed and made; witnesses extended, trimmed, added and taken out."""

    def __init__(
        self,
        case: Casework,
        where: Whereabouts,
        panels: Workspace,
        themes: Themes,
        keys: Keys,
        say: Callable[[str], None],
        owner: QWidget,
    ) -> None:
        super().__init__(owner)
        sides = panels.comparison
        self._case, self._where, self._sides, self._say, self._owner = case, where, sides, say, owner
        self._panels = panels
        self._cursor = panels.marking.cursor
        self._keys = keys
        bar = panels.views.span_bar
        self.borders, self.base_borders = (BorderMode(pane, bar, themes, say, self) for pane in sides.panes[::-1])
        self._gathered: list[Place] = []
        self._wanted: Place | None = None
        case.changed.connect(self.can_changed)
        case.leaving.connect(self._forget)
        where.compared.connect(self._go)
        for mode in (self.borders, self.base_borders):
            for signal in (where.witness_changed, where.family_changed, case.leaving):
                signal.connect(mode.leave)
            sides.looked_again.connect(mode.look)

    def handlers(self) -> Handlers:
        """What to call for each of its actions."""
        return {
            "reshape": self._with_witness(self._reshape),
            "take_out": self._with_witness(self._take_out),
            "join": self._with_witness(self._ask_join),
            "split": self._with_witness(self._ask_split),
            "dismiss_family": self._with_witness(self._dismiss),
            "mark_boilerplate": self._with_witness(self._mark_boilerplate),
            "make_family": self._ask_make,
            "add_to_family": self._ask_add,
            "bring_back": self._ask_back,
        }

    def can(self) -> Mapping[Enabled, bool]:
        """Whether there is a family to bring back."""
        return {Enabled.DISMISSED: self._case.writable and bool(self._case.snapshot.dismissed)}

    def _with_witness(self, act: Callable[[Comparison], None]) -> Callable[[], None]:
        def run() -> None:
            if self._where.comparison is not None:
                act(self._where.comparison)
            elif self._where.loading:
                self._say(_LOADING)

        return run

    # The current witness and family

    def _chosen(self, shown: Comparison) -> Witness:
        """The base while one is in its text, else the current witness."""
        return shown.base if self._sides.base.hasFocus() else shown.witness

    def _reshape(self, shown: Comparison) -> None:
        one = self._chosen(shown)
        article, before = self._case.snapshot.article[one.place.article_id], one.place.span

        def keep(span: Span) -> None:
            what = "extended" if span.contains(before) else "trimmed" if before.contains(span) else "moved"
            act = partial(Session.reshape, family=shown.family, witness=one, span=span)
            self._decide(act, f"The passage of {article_words(article)} was {what}.", Place(article.id, span))

        if self._sides.isVisible():
            mode = self.base_borders if one is shown.base else self.borders
            self._cursor.leave()
            mode.begin(before, article.language, keep)
        else:
            self._say("Passages are extended and trimmed side by side: leave the collation first.")

    def _take_out(self, shown: Comparison) -> None:
        one = self._chosen(shown)
        name = article_words(self._case.snapshot.article[one.place.article_id])
        act = partial(Session.take_out, family=shown.family, witness=one)
        self._decide(act, f"{name} was taken out of the family.")

    def _dismiss(self, shown: Comparison) -> None:
        """Go on to the next family, or back where there is none, and let this one go."""
        for by in (1, -1):
            if self._where.family is not None and self._where.family.id == shown.family.id:
                self._where.step_family(by)
        sentence = f"The family of {count(len(shown.family.witnesses), 'witness', 'witnesses')} was dismissed."
        self._decide(partial(Session.dismiss, family=shown.family), sentence)

    def _mark_boilerplate(self, shown: Comparison) -> None:
        furniture = not shown.family.boilerplate
        act = partial(Session.mark_boilerplate, family=shown.family, boilerplate=furniture)
        self._decide(act, f"The family was marked as {'boilerplate' if furniture else 'no boilerplate'}.")

    def _ask_split(self, shown: Comparison) -> None:
        snapshot, texts, family = self._case.snapshot, self._case.texts, shown.family
        listed = [shown.base, *snapshot.others(family)]

        def told(chosen: Chosen) -> str:
            off = [listed[number] for number in chosen]
            if len(off) == 1:
                return f"{outlets(snapshot, [off[0].place])} is taken out of the family."
            rest = count(len(listed) - len(off), "witness", "witnesses")
            names = outlets(snapshot, (one.place for one in off))
            return f"A family of {len(off)} witnesses is split off: {names}; {rest} left."

        def take(chosen: Chosen) -> None:
            off = [listed[number] for number in chosen]
            said = "1 witness was taken out." if len(off) == 1 else f"{len(off)} witnesses were split off."
            self._decide(partial(Session.split, family=family, witnesses=off), said)

        rows = [witness_row(snapshot, witness, texts) for witness in listed]
        self._ask(Question("Split off witnesses", rows, told, take, "splits off what is chosen"))

    def _ask_join(self, shown: Comparison) -> None:
        family = shown.family

        def ask(found: tuple[Nearby, ...]) -> None:
            snapshot, texts = self._case.snapshot, self._case.texts
            if snapshot.family.get(family.id) != family:
                return

            def all_of(chosen: Chosen) -> list[Family]:
                return [family, *(found[number].family for number in chosen)]

            def take(chosen: Chosen) -> None:
                joined = all_of(chosen)
                self._decide(partial(Session.join, families=joined), f"{len(joined)} families were joined.")

            def told(chosen: Chosen) -> str:
                return joined_words(snapshot, all_of(chosen), texts)

            rows = [near_row(snapshot, near, texts) for near in found]
            self._ask(Question("Join with another family", rows, told, take, "joins what is chosen"))

        if len(self._case.snapshot.families) < 2:
            self._say("There is no other family to join this one with.")
            return
        self._case.look(lambda snapshot, texts, report: families_nearby(snapshot, family, texts, report), ask, "near")

    # Marked text

    def _marked(self) -> Sequence[Place]:
        """What the keyboard cursor marks, else what is selected in the texts that can be seen."""
        place, texts = self._cursor.place(), self._panels.views.texts.all()
        selected = [Place(text.article_id, span) for text in texts if len(span := text.selected)]
        return [place] if place is not None else selected

    def _ask_make(self) -> None:
        """Keep what is marked for a new family, and make it once there are two passages or more."""
        self._gathered = list(dict.fromkeys((*self._gathered, *self._marked())))
        gathered = tuple(self._gathered)
        if len(gathered) < 2:
            one = "One passage is kept for a new family: mark another one, and press the key again."
            self._say(one if gathered else _MARK)
            return

        def take(chosen: Chosen) -> None:
            places = [gathered[number] for number in chosen]
            act = partial(Session.add_family, places=places)
            show = partial(self._show_made, set(places))
            self._decide(act, f"A family of {len(places)} passages was made.", then=show)

        def told(chosen: Chosen) -> str:
            places = [gathered[number] for number in chosen]
            what = f"{count(len(places), 'passage')} of {outlets(snapshot, places)} become a family."
            return f"{what} To mark one more, leave this and press {again} there: all are kept."

        snapshot, texts, again = self._case.snapshot, self._case.texts, self._keys.named("make_family")
        rows = [place_row(snapshot, place, texts, chosen=True) for place in gathered]
        self._ask(Question("Make a family of marked text", rows, told, take, "makes the family", least=2))

    def _show_made(self, places: set[Place]) -> None:
        """Go to the family that was made; what was refused is kept, to be chosen from again."""
        self._gathered = []
        for family in self._case.snapshot.families:
            if {one.place for one in family.witnesses} == places:
                self._where.go_to_family(family.id)

    def _ask_add(self) -> None:
        marked, shown = self._marked(), self._where.comparison
        if not marked or shown is None:
            self._say(_MARK)
            return
        snapshot, texts, place = self._case.snapshot, self._case.texts, marked[-1]
        here = snapshot.families_of_article.get(place.article_id, ())
        known = {family.id: family for family in (shown.family, *here, *snapshot.families)}
        families = tuple(known.values())
        name = article_words(snapshot.article[place.article_id])

        def take(chosen: Chosen) -> None:
            act = partial(Session.add_witness, family=families[chosen[0]], place=place)
            self._decide(act, f"The passage of {name} was put into the family.", place)

        def told(chosen: Chosen) -> str:
            return f"{name} becomes a witness of {family_facts(snapshot, families[chosen[0]])}."

        rows = [family_row(snapshot, family, texts) for family in families]
        self._ask(Question("Add marked text to a family", rows, told, take, "adds it", several=False))

    def _ask_back(self) -> None:
        snapshot, texts = self._case.snapshot, self._case.texts
        gone = snapshot.dismissed

        def take(chosen: Chosen) -> None:
            back = [gone[number] for number in chosen]
            said = "The family is back." if len(back) == 1 else f"{len(back)} families are back."
            self._decide(partial(Session.bring_back, dismissed=back), said)

        def told(chosen: Chosen) -> str:
            return f"{count(len(chosen), 'family', 'families')} will be listed again."

        rows = [dismissed_row(snapshot, one, texts) for one in gone]
        self._ask(Question("Dismissed families", rows, told, take, "brings back what is chosen"))

    # How it is done

    def _ask(self, question: Question) -> None:
        from ui.desktop.reshaping.chooser import FamilyPicker

        picker = FamilyPicker(question, self._owner)
        self._case.leaving.connect(picker.reject)
        picker.show()

    def _decide(
        self,
        decision: Decision,
        sentence: str,
        place: Place | None = None,
        then: Callable[[], None] = lambda: None,
    ) -> None:
        """Decide, then say what was done and go to the witness there; a decision that is refused says so itself."""

        def done() -> None:
            self._say(f"{sentence} {self._keys.shown('undo') or 'Undo'} takes it back.")
            self._wanted = place
            self._go()
            then()

        self._case.decide(decision, done)

    def _go(self) -> None:
        """Go to the witness that was decided about, once it is compared."""
        wanted, comparisons = self._wanted, self._where.comparisons
        if wanted is None or not comparisons:
            return
        self._wanted = None
        number = next((n for n, one in enumerate(comparisons) if touch(one.witness.place, wanted)), self._where.number)
        if number != self._where.number:
            self._where.go_to_witness(number)

    def _forget(self) -> None:
        self._gathered, self._wanted = [], None
