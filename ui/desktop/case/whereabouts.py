"""Where a person is in the case: which family, which witness, which edit; and how one goes on from there."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from ui.desktop.case.casework import Casework
from ui.desktop.case.reviewed import Listed
from ui.desktop.case.staying import kept, same_family
from workbench.comparing.lexicon import Lexicon
from workbench.comparison import Comparison
from workbench.model import Edit, Family, Target, Witness
from workbench.snapshot import target_of
from workbench.visible import without_white_space_edits

Landing = Callable[[tuple[Comparison, ...]], tuple[int, int] | None]
"""Where to begin in a family once it is compared: the numbers of a witness and of an edit, or `None` as usual."""


class Whereabouts(QObject):
    """The current family, witness and edit. Views show it and move it; it asks for the comparisons it needs.

    Edits of white space alone are left out of its comparisons unless they are asked for or hold a tag or a note; so are
    all that are of style only, if that is asked for.
    """

    family_changed = Signal()
    """Another family is current; its comparisons are on their way."""
    compared = Signal()
    """The comparisons of the current family are here."""
    witness_changed = Signal()
    """Another witness of the family is current."""
    edit_changed = Signal()
    """Another edit is current."""
    listing_changed = Signal()
    """Edits are listed by another rule: those of style or white space are hidden, or not any more."""
    told = Signal(str)
    """Why what was asked for cannot be had where one is: nothing further that way, and the like; in a sentence."""

    def __init__(self, case: Casework, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._case = case
        self.compare = case.compare
        """How families are compared: who knows some of them already puts in their own way."""
        self._order: tuple[int, ...] = ()
        self._whole: tuple[Comparison, ...] = ()
        self.family: Family | None = None
        self.loading = False
        """Whether the comparisons of the current family are still on their way: until then nothing can be decided."""
        self.comparisons: tuple[Comparison, ...] = ()
        self.number = 0
        self.edit_number = -1
        self._coming: tuple[Witness | None, Edit | None, Landing] = None, None, lambda _: None
        self._lexicon: Lexicon | None = None  # the word lists that the comparisons were made by
        case.opened.connect(self._leave)
        case.changed.connect(self._refresh)

    # What is current

    @property
    def comparison(self) -> Comparison | None:
        """The comparison of the current witness with the base."""
        return self.comparisons[self.number] if self.number < len(self.comparisons) else None

    @property
    def edit(self) -> Edit | None:
        """The current edit."""
        comparison = self.comparison
        return comparison.edits[self.edit_number] if comparison and self.edit_number >= 0 else None

    @property
    def order(self) -> tuple[int, ...]:
        """The ids of the families as they are listed."""
        return self._order

    @property
    def listed(self) -> Listed:
        """Which edits are listed beside those that change words."""
        return self._case.book.listed

    @property
    def left_out(self) -> int:
        """How many edits of the current witness are left out as they differ in white space only."""
        return len(self._left_out(self.number)) - self.style_hidden(self.number)

    def style_hidden(self, number: int) -> int:
        """How many edits of a witness are hidden as they are of style only, those of white space not counted."""
        if self.listed.style or number >= len(self._whole):
            return 0
        whole = self._whole[number]
        left_out = self._left_out(number)
        return len(without_white_space_edits(left_out, whole.base_text, whole.witness_text))

    def _left_out(self, number: int) -> tuple[Edit, ...]:
        if number >= len(self.comparisons):
            return ()
        shown = frozenset(self.comparisons[number].edits)
        return tuple(edit for edit in self._whole[number].edits if edit not in shown)

    def target(self, number: int) -> Target | None:
        """What a tag on the edit of that number is put on."""
        if (comparison := self.comparison) is None or not 0 <= number < len(comparison.edits):
            return None
        return target_of(comparison.edits[number], comparison.base.place, comparison.witness.place)

    @property
    def edit_target(self) -> Target | None:
        """What a tag on the current edit is put on."""
        return self.target(self.edit_number)

    @property
    def witness_target(self) -> Target | None:
        """What a tag on the current witness is put on."""
        return Target(self.comparison.witness.place) if self.comparison else None

    @property
    def taggable(self) -> Target | None:
        """What a tag or a note is put on: the current edit, or the whole of a witness that has no edits."""
        return self.edit_target if self.comparison and self.comparison.edits else self.witness_target

    # Going somewhere

    def set_order(self, order: Sequence[int]) -> None:
        """The families as they are listed; the first becomes current when none is, or when the current one is gone."""
        self._order = tuple(order)
        if self.family is None and self._order:
            self.go_to_family(self._order[0])

    def go_to_family(self, family_id: int, landing: Landing = lambda _: None) -> None:
        """Make a family current, with its first witness and that one's first edit unless `landing` says otherwise."""
        family = self._case.snapshot.family.get(family_id)
        if family is not None and (self.family is None or family.id != self.family.id):
            self._enter(family, None, landing=landing)

    def go_to_place(self, family_id: int, witness: Witness, edit: Edit | None = None) -> None:
        """Make a family current with a witness of it, and the edit at the place of `edit`."""
        family = self._case.snapshot.family.get(family_id)
        if family is None:
            return
        places = [comparison.witness.place for comparison in self.comparisons]
        if self.family is None or family.id != self.family.id or self.loading:
            self._enter(family, witness, edit)
        elif witness.place in places:
            self.number = places.index(witness.place)
            self.go_to_witness(self.number, self._edit_like(edit))

    def go_to_witness(self, number: int, edit: int | None = None) -> None:
        """Make a witness current, and an edit of it; its first that is more than style when none is given."""
        if not 0 <= number < len(self.comparisons):
            return
        self.number = number
        self.edit_number = self._first_edit() if edit is None else edit
        self.witness_changed.emit()
        self.edit_changed.emit()

    def go_to_edit(self, number: int) -> None:
        """Make an edit of the current witness current."""
        if self.comparison and 0 <= number < len(self.comparison.edits) and number != self.edit_number:
            self.edit_number = number
            self.edit_changed.emit()

    def step_edit(self, by: int) -> None:
        """Go on or back among the edits of the witness."""
        total = len(self.comparison.edits) if self.comparison else 0
        if 0 <= self.edit_number + by < total:
            self.go_to_edit(self.edit_number + by)
        elif not total:
            self.told.emit("This witness has no edits: it says the same as the base.")
        else:
            self.told.emit("That was the last edit of this witness." if by > 0 else "This is the first edit.")

    def first_edit(self) -> None:
        """Go to the first edit of the witness."""
        self.step_edit(-max(self.edit_number, 1))

    def last_edit(self) -> None:
        """Go to the last edit of the witness."""
        last = len(self.comparison.edits) - 1 if self.comparison else 0
        self.step_edit(max(last - self.edit_number, 1))

    def step_witness(self, by: int) -> None:
        """Go on or back among the witnesses of the family."""
        if 0 <= self.number + by < len(self.comparisons):
            self.go_to_witness(self.number + by)
        else:
            way = "last" if by > 0 else "first"
            self.told.emit(f"This is the {way} witness of the family.")

    @property
    def beside(self) -> tuple[int, int]:
        """The ids of the next family of the list and of the one before; -1 where there is none."""
        here = self.family.id if self.family else -1
        at = self._order.index(here) if here in self._order else -1
        ahead, behind = self._order[at + 1 : at + 2], self._order[at - 1 : at] if at > 0 else ()
        return next(iter(ahead), -1), next(iter(behind), -1)

    def step_family(self, by: int) -> None:
        """Go on or back among the families as they are listed."""
        if not self._order:
            return
        at = self._order.index(self.family.id) if self.family and self.family.id in self._order else -by
        if 0 <= at + by < len(self._order):
            self.go_to_family(self._order[at + by])
        else:
            self.told.emit("This is the last family of the list." if by > 0 else "This is the first family.")

    def list_edits(self, *, white_space: bool, style: bool) -> None:
        """Choose which edits are listed: those of white space too, and those of style only at all."""
        wanted = Listed(style, white_space)
        if self.listed != wanted:
            self._case.list_edits(wanted)
            self._list_edits()
            self.listing_changed.emit()

    # Following the case

    def _enter(
        self, family: Family, keep: Witness | None, edit: Edit | None = None, landing: Landing = lambda _: None
    ) -> None:
        self._whole, self.loading, self._coming = (), True, (keep, edit, landing)
        self.family, self.comparisons, self.number, self.edit_number = family, (), 0, -1
        self._lexicon = self._case.snapshot.words.lexicon
        self.family_changed.emit()
        self.compare(family, lambda found: self._arrive(found, keep, edit, landing))

    def _arrive(self, found: tuple[Comparison, ...], keep: Witness | None, edit: Edit | None, landing: Landing) -> None:
        self._whole, self.loading = found, False
        self.comparisons = tuple(self._looked_at(comparison) for comparison in found)
        places = [comparison.witness.place for comparison in found]
        self.number = places.index(keep.place) if keep and keep.place in places else 0
        self.edit_number = self._edit_like(edit)
        self.number, self.edit_number = landing(self.comparisons) or (self.number, self.edit_number)
        self.compared.emit()
        self.witness_changed.emit()
        self.edit_changed.emit()

    def _looked_at(self, whole: Comparison, listed: Iterable[Edit] = ()) -> Comparison:
        """A comparison with the edits that are to be looked at, those that are `listed` among them."""
        if self.listed == Listed(style=True, white_space=True):
            return whole
        wanted = frozenset(listed)
        snapshot, base, witness = self._case.snapshot, whole.base.place, whole.witness.place

        def keep(edit: Edit) -> bool:
            target = target_of(edit, base, witness)
            return edit in wanted or bool(snapshot.tags_on(target)) or snapshot.note_on(target) is not None

        if not self.listed.style:
            return replace(whole, edits=tuple(edit for edit in whole.edits if not edit.is_style_only or keep(edit)))
        return replace(whole, edits=without_white_space_edits(whole.edits, whole.base_text, whole.witness_text, keep))

    def _list_edits(self, *, keep: bool = False) -> None:
        """List the edits anew; with `keep` none is taken away that is listed."""
        pairs = zip(self._whole, self.comparisons, strict=True)
        found = tuple(self._looked_at(whole, shown.edits if keep else ()) for whole, shown in pairs)
        if [len(one.edits) for one in found] == [len(one.edits) for one in self.comparisons]:
            return
        current, self.comparisons = self.edit, found
        edits = self.comparisons[self.number].edits
        self.edit_number = edits.index(current) if current in edits else self._first_edit()
        self.compared.emit()
        self.witness_changed.emit()
        self.edit_changed.emit()

    def _edit_like(self, wanted: Edit | None) -> int:
        """The number of the edit at the same place, whatever its labels are by now; else of the first."""
        edits = self.comparison.edits if self.comparison else ()
        places = [(edit.base, edit.witness) for edit in edits]
        here = (wanted.base, wanted.witness) if wanted else None
        return places.index(here) if here in places else self._first_edit()

    def _first_edit(self) -> int:
        edits = self.comparison.edits if self.comparison else ()
        loud = (number for number, edit in enumerate(edits) if not edit.is_style_only)
        return next(loud, 0 if edits else -1)

    def _leave(self) -> None:
        self._whole, self.loading = (), False
        self.family, self.comparisons, self.number, self.edit_number, self._order = None, (), 0, -1, ()
        self.family_changed.emit()
        self.compared.emit()

    def _refresh(self) -> None:
        """After a change: the family may have another base, other witnesses, or be gone."""
        if self.family is None:
            return
        snapshot, before = self._case.snapshot, self.comparison
        family = same_family(self.family, snapshot)
        if family is None:
            self._leave()
            return
        base = snapshot.base(family)
        if family != self.family or (before and base.id != before.base.id):
            self._enter(family, *((kept(before, base), self.edit) if before else self._coming))
        elif snapshot.words.lexicon is not self._lexicon:
            self._enter(family, *((before.witness, self.edit) if before else self._coming))
        else:
            self._list_edits(keep=True)
