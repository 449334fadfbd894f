"""What people make of families: joined, split, their passages extended, trimmed, added and taken out, dismissed.

Each method is one step. It changes the families that it names and no others; what makes no sense is refused.
"""

from abc import abstractmethod
from collections.abc import Collection, Iterable, Mapping, Sequence

from workbench.correcting import Corrected
from workbench.decider import Decider, now
from workbench.errors import UserError
from workbench.model import Correction, Family, Place, Witness
from workbench.moving import moved_along
from workbench.places_chosen import checked, joined, without_overlaps
from workbench.snapshot import Snapshot, same_passage
from workbench.spans import Span
from workbench.steps import RecordChange
from workbench.text.lines import beginning

STALE = "This family has changed since it was shown: look at it and decide again."
_TAKEN = "Another family has that passage already: join the two families, or take the passage out there first."
_QUOTE = 60
_ALONE = "A family has two witnesses or more: leave two in it, or dismiss the family."


class Reshaping(Decider):
    """Families made and changed by hand."""

    @abstractmethod
    def _with(self, corrections: Sequence[Correction]) -> Corrected:
        """The families as these corrections would leave them."""

    @abstractmethod
    def _texts(self, article_ids: Collection[int]) -> Mapping[int, str]:
        """The texts of articles by id."""

    def join(self, families: Sequence[Family]) -> Snapshot:
        """Make one family of several; passages of theirs that meet in an article become one passage."""
        chosen = list({family.id: self._current(family) for family in families}.values())
        if len(chosen) < 2:
            raise UserError("Choose two families or more to join them.")
        before = [witness.place for family in chosen for witness in family.witnesses]
        moves = joined(before, self._texts({place.article_id for place in before}))
        places = tuple(sorted(set(moves.values())))
        if len(places) < 2:
            raise UserError("These families have one and the same passage: there is nothing to join.")
        settled = tuple(dict.fromkeys(place for family in chosen for place in self._settled(family)))
        boilerplate = all(family.boilerplate for family in chosen)
        one = Correction(self._number(), places, _all(settled, places), boilerplate)
        gone = [(old, None) for family in chosen if (old := self._correction(family))]
        moved = {old: new for old, new in moves.items() if old != new}
        return self._correct(f"Join {len(chosen)} families", chosen, *gone, (None, one), moved=moved)

    def split(self, family: Family, witnesses: Iterable[Witness]) -> Snapshot:
        """Make some witnesses of a family a family of their own; one alone is taken out."""
        family = self._current(family)
        off = _among(family, witnesses)
        if not off:
            raise UserError("Choose the witnesses that are to be a family of their own.")
        if len(off) == 1:
            return self.take_out(family, off[0])
        rest = [witness for witness in family.witnesses if witness not in off]
        if len(rest) < 2:
            alone = "all of its witnesses" if not rest else "all but one of its witnesses"
            raise UserError(f"A family cannot be split off with {alone}: leave two in it.")
        before, settled = self._correction(family), self._settled(family)
        number = self._number()
        stays = Correction(before.number if before else number, _places(rest), settled, family.boilerplate)
        own = Correction(number + 1, _places(off), settled, family.boilerplate)
        return self._correct(f"Split off {len(off)} witnesses", [family], (before, stays), (None, own))

    def take_out(self, family: Family, witness: Witness) -> Snapshot:
        """Take a witness out of its family, for good."""
        family = self._current(family)
        (gone,) = _among(family, [witness])
        rest = [one for one in family.witnesses if one != gone]
        if len(rest) < 2:
            raise UserError(_ALONE)
        return self._correct("Take a witness out", [family], self._changed_to(family, _places(rest)))

    def reshape(self, family: Family, witness: Witness, span: Span) -> Snapshot:
        """Extend or trim the passage of a witness; what was said of it as a whole goes along."""
        family = self._current(family)
        (one,) = _among(family, [witness])
        wanted = self._checked(Place(one.place.article_id, span))
        if wanted == one.place:
            return self.snapshot()
        others = [other.place for other in family.witnesses if other != one]
        without_overlaps((wanted, *others))
        change = self._changed_to(family, tuple(sorted((wanted, *others))))
        return self._correct(_reshaped(one.place.span, wanted.span), [family], change, moved={one.place: wanted})

    def add_witness(self, family: Family, place: Place) -> Snapshot:
        """Put a passage into a family that the engine did not find there."""
        family = self._current(family)
        wanted = self._checked(place)
        if any(same_passage(wanted, witness.place) for witness in family.witnesses):
            raise UserError("This passage is in the family already.")
        self._check_free([wanted])
        places = (*_places(family.witnesses), wanted)
        without_overlaps(places)
        return self._correct("Add a witness", [family], self._changed_to(family, tuple(sorted(places))))

    def add_family(self, places: Iterable[Place]) -> Snapshot:
        """Make a family of passages that are in none."""
        wanted = tuple(sorted({self._checked(place) for place in places}))
        if len(wanted) < 2:
            raise UserError("A family needs two passages or more: choose another one that renders the same text.")
        without_overlaps(wanted)
        self._check_free(wanted)
        return self._correct("Make a family", [], (None, Correction(self._number(), wanted, wanted)))

    def dismiss(self, family: Family) -> Snapshot:
        """Say that a family is none; it comes back as it is now by `bring_back`."""
        family = self._current(family)
        places = _places(family.witnesses)
        return self._correct("Dismiss a family", [family], (None, Correction(self._number(), (), places)))

    def bring_back(self, dismissed: Iterable[Correction]) -> Snapshot:
        """Let families be families again that were dismissed, all of them in one step."""
        gone = list(dict.fromkeys(dismissed))
        if not set(self.snapshot().dismissed).issuperset(gone):
            which = "This family was" if len(gone) == 1 else "One of these families was"
            raise UserError(f"{which} brought back meanwhile.")
        if not gone:
            return self.snapshot()
        if self._more_without(gone) < len(gone):
            barred = next((one for one in gone if not self._more_without([one])), gone[0])
            raise UserError(f"Another family has {self._quoted(barred.settled[0])} by now: dismiss that one first.")
        what = "a family" if len(gone) == 1 else f"{len(gone)} families"
        return self._correct(f"Bring {what} back", [], *((one, None) for one in gone))

    def _more_without(self, dismissals: Collection[Correction]) -> int:
        """How many families more there would be without some dismissals."""
        rest = [one for one in self.snapshot().corrections if one not in dismissals]
        return len(self._with(rest).families) - len(self.snapshot().families)

    def _quoted(self, place: Place) -> str:
        """How a passage begins."""
        text = place.span.of(self._texts({place.article_id})[place.article_id])
        return f"“{beginning(text, _QUOTE)}”"

    def mark_boilerplate(self, family: Family, boilerplate: bool) -> Snapshot:
        """Say that a family is page furniture, or that it is not."""
        family = self._current(family)
        if family.boilerplate is boilerplate:
            return self.snapshot()
        before, after = self._changed_to(family, _places(family.witnesses), boilerplate)
        what = "boilerplate" if boilerplate else "no boilerplate"
        return self._correct(f"Mark a family as {what}", [family], (before, after))

    # What they rest on

    def _current(self, family: Family) -> Family:
        """The family as it stands; raises `UserError` when it is not as the person saw it."""
        if self.snapshot().family.get(family.id) != family:
            raise UserError(STALE)
        return family

    def _correction(self, family: Family) -> Correction | None:
        made = self.snapshot().by_hand.get(family.id)
        return made.correction if made else None

    def _settled(self, family: Family) -> tuple[Place, ...]:
        """All that was decided about a family, its witnesses among it."""
        before = self._correction(family)
        return _all(before.settled if before else (), _places(family.witnesses))

    def _changed_to(
        self, family: Family, places: tuple[Place, ...], boilerplate: bool | None = None
    ) -> tuple[Correction | None, Correction]:
        """The correction of a family before, and with other places."""
        before = self._correction(family)
        number = before.number if before else self._number()
        furniture = family.boilerplate if boilerplate is None else boilerplate
        return before, Correction(number, places, _all(self._settled(family), places), furniture)

    def _number(self) -> int:
        """A number no correction ever had: they grow with time."""
        greatest = max((correction.number for correction in self.snapshot().corrections), default=0)
        return max(int(now().timestamp() * 1000), greatest + 1)

    def _checked(self, place: Place) -> Place:
        if place.article_id not in self.snapshot().article:
            raise UserError("The article of this passage is not in the case.")
        return checked(place, self._texts({place.article_id})[place.article_id])

    def _check_free(self, places: Iterable[Place]) -> None:
        families = self.snapshot().families_of_article
        for place in places:
            for family in families.get(place.article_id, ()):
                if any(same_passage(place, witness.place) for witness in family.witnesses):
                    raise UserError(_TAKEN)

    def _correct(
        self,
        summary: str,
        named: Iterable[Family],
        *changes: tuple[Correction | None, Correction | None],
        moved: Mapping[Place, Place] | None = None,
    ) -> Snapshot:
        """Carry out changes of corrections, if they leave all families as they are but those that are named."""
        snapshot = self.snapshot()
        gone = {before.number for before, _ in changes if before}
        after = [one for one in snapshot.corrections if one.number not in gone]
        after += [new for _, new in changes if new]
        then = {family.id: family for family in self._with(sorted(after, key=lambda one: one.number)).families}
        spared = {family.id for family in named}
        if any(then.get(family.id) != family for family in snapshot.families if family.id not in spared):
            raise UserError(_TAKEN)
        along: list[RecordChange] = moved_along(snapshot, moved) if moved else []
        return self._do(summary, *changes, *along)


def _among(family: Family, witnesses: Iterable[Witness]) -> list[Witness]:
    """These witnesses of a family, in its order."""
    wanted = set(witnesses)
    if wanted - set(family.witnesses):
        raise UserError(STALE)
    return [witness for witness in family.witnesses if witness in wanted]


def _places(witnesses: Iterable[Witness]) -> tuple[Place, ...]:
    return tuple(witness.place for witness in witnesses)


def _all(*places: Iterable[Place]) -> tuple[Place, ...]:
    return tuple(dict.fromkeys(place for some in places for place in some))


def _reshaped(before: Span, after: Span) -> str:
    if after.contains(before):
        return "Extend a passage"
    return "Trim a passage" if before.contains(after) else "Move the borders of a passage"
