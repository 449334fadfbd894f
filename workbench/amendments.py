"""What a person changed in the word lists of a case: changes to the program's lists, not lists of its own."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from workbench.comparing.lemmas import lemma
from workbench.comparing.lexicon import Lexicon, ListKey, lexicon_of
from workbench.errors import UserError
from workbench.word_lists import (
    EntryKind,
    WordList,
    all_lists,
    checked,
    is_list,
    key_of,
    list_named,
    lists_for,
    lists_version,
    short,
)

MOST = 1000
"""A case has so many changes to the word lists at most, so that a report can state every one of them."""


@dataclass(frozen=True, slots=True)
class Amendment:
    """One change to one word list: an entry put in, or one of the program's taken out.

    `against` says which lists of the program the person had before them, as `word_lists.lists_version` does.
    """

    list_id: str
    entry: str
    removed: bool
    against: str

    @property
    def key(self) -> str:
        """What is the same for the entry however it is written."""
        return key_of(self.entry)


class State(StrEnum):
    """Where an entry comes from, and whether it counts."""

    SHIPPED = "the program’s"
    ADDED = "added"
    REMOVED = "taken out"


class Entry(NamedTuple):
    """An entry of a list as it stands in a case."""

    list_id: str
    text: str
    state: State
    key: str


Changing = Callable[["Amended"], "Amended"]
"""A change to the word lists of a case, whatever they are when its turn comes."""
Wanted = tuple[str, str, bool]
"""A change that is wished for: the id of a list, an entry, whether it is to be taken out."""
_Slot = tuple[str, str]


class Amended:
    """The word lists of a case: those of the program with a person's amendments. Never changes; changing gives another.

    Every method that changes raises `UserError`, one sentence, when that makes no sense.
    """

    def __init__(self, amendments: Iterable[Amendment] = ()) -> None:
        found = {(one.list_id, one.key): one for one in amendments}
        self._by_slot: Mapping[_Slot, Amendment] = dict(sorted(found.items()))

    @property
    def amendments(self) -> tuple[Amendment, ...]:
        """Every change, by list and entry."""
        return tuple(self._by_slot.values())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Amended) and self._by_slot == other._by_slot

    def __hash__(self) -> int:
        return hash(self.amendments)

    def __repr__(self) -> str:
        return f"Amended({list(self.amendments)})"

    @cached_property
    def lexicon(self) -> Lexicon:
        """The lists to compare by. What was changed in a list that this program does not have counts for nothing."""
        known = ((list_named(one.list_id), one) for one in self.amendments if is_list(one.list_id))
        return lexicon_of(frozenset((ListKey(where.file, where.array), one.key, one.removed) for where, one in known))

    # Looking

    def entries(self, where: WordList) -> list[Entry]:
        """Every entry of a list, those that were taken out among them, in the order of the alphabet."""
        own = {key: one for (list_id, key), one in self._by_slot.items() if list_id == where.id}
        found = [
            Entry(where.id, text, State.REMOVED if key in own and own[key].removed else State.SHIPPED, key)
            for key, text in where.shipped.items()
        ]
        added = ((key, one) for key, one in own.items() if not one.removed and key not in where.shipped)
        found += [Entry(where.id, one.entry, State.ADDED, key) for key, one in added]
        return sorted(found, key=lambda entry: (entry.key, entry.text))

    def all_entries(self) -> list[Entry]:
        """The entries of all lists, list by list."""
        return list(chain.from_iterable(map(self.entries, all_lists())))

    def holds(self, where: WordList, text: str) -> bool:
        """Whether an entry counts in a list."""
        return self._holds(where, _key_in(where, text))

    def entries_like(self, text: str) -> list[Entry]:
        """Where a word or phrase stands in the lists: as it is, in its dictionary form, last as part of an entry."""
        key = key_of(text)
        forms = {key, lemma(key)}
        part = f" {key} " if len(key) > 2 else "  "
        found = [entry for entry in self.all_entries() if entry.key in forms or part in f" {entry.key} "]
        return sorted(found, key=lambda entry: entry.key not in forms)

    # Changing

    def add(self, name: str, text: str) -> "Amended":
        """Put an entry into a list, or back into it. A verb is kept in its dictionary form.

        `name` may be that of a family of lists, as `loaded`; where the form of the word tells which of them is meant.
        """
        where = _home(lists_for(name), text)
        entry = _dictionary_form(where, checked(where, text))
        for other in lists_for(name) if len(lists_for(name)) > 1 else _exclusive(where):
            if self._holds(other, key_of(entry)):
                raise UserError(_there_already(entry, where, other))
        return self.with_entry(where, entry)

    def remove(self, name: str, text: str) -> "Amended":
        """Take an entry out of a list."""
        entry, lists = short(text), lists_for(name)
        holding = [where for where in lists if self._holds(where, _key_in(where, text))]
        if not holding:
            elsewhere = ", ".join(f"“{where.id}”" for where in all_lists() if self.holds(where, text))
            hint = f"; it is in {elsewhere}" if elsewhere else ""
            out = any((where.id, _key_in(where, text)) in self._by_slot for where in lists)
            verb = "was taken out of" if out else "is not in"
            raise UserError(f"“{entry}” {verb} “{name}”{' already' if out else ''}{hint}.")
        after = self
        for where in holding:
            after = after.without(where, text)
        return after

    def move(self, source: str, target: str, text: str) -> "Amended":
        """Take an entry out of one list and put it into another, where it may be already."""
        where = list_named(target)
        if where in lists_for(source):
            raise UserError(f"“{short(text)}” cannot be moved from “{source}” to “{target}”: that is the same list.")
        entry = _dictionary_form(where, checked(where, text))
        return self.remove(source, text).merged([(where.id, entry, False)])

    def reset(self, name: str | None = None) -> "Amended":
        """Go back to the program's own entries, in one list, a family of lists, or in all."""
        ids = {where.id for where in lists_for(name)} if name else {one.list_id for one in self.amendments}
        return Amended(one for one in self.amendments if one.list_id not in ids)

    def merged(self, wanted: Iterable[Wanted]) -> "Amended":
        """With the changes of someone else on top; what is so already is left as it is."""
        after = self
        for list_id, text, removed in wanted:
            where = list_named(list_id)
            entry = text if removed else _dictionary_form(where, checked(where, text))
            if removed == after.holds(where, entry):
                after = after.without(where, entry) if removed else after.with_entry(where, entry)
        return after

    def _holds(self, where: WordList, key: str) -> bool:
        own = self._by_slot.get((where.id, key))
        return not own.removed if own else key in where.shipped

    def with_entry(self, where: WordList, entry: str) -> "Amended":
        """With an entry in a list that does not hold it; it is not looked at any more."""
        slot = where.id, key_of(entry)
        rest = {at: one for at, one in self._by_slot.items() if at != slot}
        if slot[1] not in where.shipped:
            rest[slot] = Amendment(where.id, entry, False, lists_version())
        return _bounded(rest)

    def without(self, where: WordList, text: str) -> "Amended":
        """Without an entry that a list holds."""
        slot = where.id, _key_in(where, text)
        rest = {at: one for at, one in self._by_slot.items() if at != slot}
        if slot[1] in where.shipped:
            rest[slot] = Amendment(where.id, where.shipped[slot[1]], True, lists_version())
        return _bounded(rest)


def _bounded(by_slot: Mapping[_Slot, Amendment]) -> Amended:
    if len(by_slot) > MOST:
        raise UserError(f"A case takes {MOST:,} changes to the word lists at most; take some back before you add more.")
    return Amended(by_slot.values())


def _key_in(where: WordList, text: str) -> str:
    """The key of an entry as a person may write it: of a verb any form."""
    key = key_of(text)
    return key if where.kind is not EntryKind.VERBS or key in where.shipped else lemma(key)


def _dictionary_form(where: WordList, entry: str) -> str:
    if where.kind is not EntryKind.VERBS or key_of(entry) in where.shipped:
        return entry
    return lemma(key_of(entry))


def _exclusive(where: WordList) -> tuple[WordList, ...]:
    """The lists of which one only may hold an entry: a verb of saying has one stance."""
    return lists_for("reporting") if where.file == "reporting" else (where,)


def _there_already(entry: str, where: WordList, holder: WordList) -> str:
    if holder == where:
        return f"“{short(entry)}” is in “{where.id}” already."
    return f"“{short(entry)}” is in “{holder.id}” already; move it from there if it belongs to “{where.id}”."


_ADVERB = ("ly",)
_ADJECTIVE = ("ous", "ful", "less", "able", "ible", "ish", "ive", "ic", "ed", "ing", "ant", "ent", "ary")


def _home(lists: tuple[WordList, ...], text: str) -> WordList:
    """The one list, or the one of a family that the form of a word speaks for."""
    if len(lists) == 1:
        return lists[0]
    by_id = {where.id: where for where in lists}
    if "loaded-nouns" not in by_id:
        raise UserError(f"Say which of these lists you mean: {', '.join(by_id)}.")
    word = key_of(text)
    if word.endswith(_ADVERB):
        return by_id["loaded-adverbs"]
    return by_id["loaded-adjectives" if word.endswith(_ADJECTIVE) else "loaded-nouns"]
