"""Bringing the codes of a file into a codebook: what is there is updated, what is new is added, nothing doubled."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID, uuid4, uuid5

from workbench.codebook import DEEPEST, LONGEST_NAME, MOST_CODES, free_colour, same_name
from workbench.codebook_tree import CodeTree
from workbench.errors import UserError
from workbench.model import Code
from workbench.text.sentence_parts import counted

_GUID = re.compile(r"[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_OURS = UUID("9f5a8a0e-6d0b-5b53-9a3c-2f4a1b7c7d11")
"""The name space of the GUIDs that are made from the ids of our own codes."""
_TOP = -1


@dataclass(frozen=True, slots=True)
class ForeignCode:
    """A code as a file has it. `under` is the number of its parent in the file, which comes before it; -1 at the top.

    What the file does not say is empty, and -1 for the digit.
    """

    name: str
    under: int = _TOP
    guid: str = ""
    colour: str = ""
    digit: int = -1
    description: str = ""


@dataclass(frozen=True)
class Brought:
    """A codebook with the codes of a file in it: how many are new, how many changed, and what could not be kept."""

    codes: tuple[Code, ...]
    added: int
    updated: int
    remarks: tuple[str, ...]


def guid_of(code: Code) -> str:
    """The GUID of a code, the same whenever it is asked for."""
    plain = code.id.lower()
    return str(UUID(plain)) if _GUID.fullmatch(plain) else str(uuid5(_OURS, code.id))


def too_deep() -> UserError:
    """The refusal of a file with codes in codes in codes without end."""
    return UserError(f"The codes of this file stand more than {DEEPEST} levels deep: flatten it and import it again.")


def brought_in(codes: Sequence[Code], foreign: Sequence[ForeignCode]) -> Brought:
    """What a codebook is after an import; raises `UserError` when it grew too large to be of use."""
    if foreign and max(_depths(foreign)) > DEEPEST:
        raise too_deep()
    work = _Work(codes, foreign)
    for code in foreign:
        work.take(code)
    if len(work.placed) + len(work.untouched) > MOST_CODES:
        raise UserError(f"With these codes the codebook would have more than {MOST_CODES:,}: import fewer.")
    result = work.result()
    if CodeTree(result.codes).depth > max(DEEPEST, CodeTree(codes).depth):
        raise too_deep()
    return result


def _depths(foreign: Sequence[ForeignCode]) -> list[int]:
    depths: list[int] = []
    for code in foreign:
        depths.append(depths[code.under] + 1 if code.under != _TOP else 1)
    return depths


@dataclass
class _Work:
    """An import under way: codes of the file placed one after another, each after what it stands under."""

    codes: Sequence[Code]
    foreign: Sequence[ForeignCode]
    placed: dict[str, Code] = field(default_factory=dict)
    ids: list[str] = field(default_factory=list)
    """The id of the code that each of the file's codes became."""
    doubled: int = 0
    renamed: int = 0
    keyless: int = 0

    def __post_init__(self) -> None:
        by_guid = {guid_of(code): code for code in self.codes}
        claimed = {code.id for one in self.foreign if (code := by_guid.get(one.guid))}
        self.known = by_guid
        self.untouched = {code.id: code for code in self.codes}
        self.used = [code.colour for code in self.codes]
        self.at = {(code.parent, same_name(code.name)): code.id for code in self.codes if code.id not in claimed}

    def take(self, foreign: ForeignCode) -> None:
        """Find what a code of the file is in the codebook, or make it, and put it in its place."""
        parent = self.ids[foreign.under] if foreign.under != _TOP else ""
        there = self.known.get(foreign.guid)
        if there is None or there.id in self.placed:
            there = None
            twin = self.at.get((parent, same_name(foreign.name)))
            if twin in self.placed:  # the file has two codes of one name beside each other
                self.doubled += 1
                self.ids.append(str(twin))
                return
            there = self.untouched.get(twin) if twin else None
            foreign = replace(foreign, name=there.name) if there else foreign  # capitals stay as they are here
        self._place(there or self._made(foreign), parent, foreign)

    def _made(self, foreign: ForeignCode) -> Code:
        fresh = foreign.guid if foreign.guid and foreign.guid not in self.known else str(uuid4())
        made = Code(fresh, foreign.name, foreign.colour or free_colour(self.used))
        self.known[guid_of(made)] = made
        return made

    def _place(self, code: Code, parent: str, foreign: ForeignCode) -> None:
        name = self._free_name(foreign.name, parent, code.id)
        self.untouched.pop(code.id, None)
        colour, description = foreign.colour or code.colour, foreign.description or code.description
        self.used.append(colour)
        self.placed[code.id] = replace(code, name=name, parent=parent, colour=colour, description=description)
        self.at[parent, same_name(name)] = code.id
        self.ids.append(code.id)

    def _free_name(self, name: str, parent: str, own: str) -> str:
        """The name, with a number after it where another code beside it has that name."""
        wanted, number = name, 2
        while self.at.get((parent, same_name(wanted)), own) != own:
            tail = f" ({number})"
            wanted, number = name[: LONGEST_NAME - len(tail)].rstrip() + tail, number + 1
        self.renamed += wanted != name
        return wanted

    def result(self) -> Brought:
        """The codebook with every key given to one code: those of the file come after those that stay."""
        self._give_digits()
        was = {code.id: code for code in self.codes}
        after = (*self.untouched.values(), *self.placed.values())
        added = sum(code.id not in was for code in after)
        updated = sum(code.id in was and code != was[code.id] for code in after)
        return Brought(after, added, updated, tuple(self._remarks()))

    def _give_digits(self) -> None:
        wanted: dict[str, int] = {}
        for code_id, foreign in zip(self.ids, self.foreign, strict=True):
            if foreign.digit >= 0:
                wanted.setdefault(code_id, foreign.digit)
        kept = {*self.untouched.values(), *(code for code in self.placed.values() if code.id not in wanted)}
        used = {code.digit for code in kept}
        for code_id, digit in wanted.items():
            self.keyless += digit in used
            code = self.placed[code_id]
            self.placed[code_id] = replace(code, digit=-1 if digit in used else digit)
            used.add(digit)

    def _remarks(self) -> Iterator[str]:
        if self.doubled:
            yield f"{counted(self.doubled, 'code')} with the name of the one beside made one with it"
        if self.renamed:
            yield f"{counted(self.renamed, 'code')} given a number, as another has the name"
        if self.keyless:
            yield f"{counted(self.keyless, 'key')} left out, as another code has it"


def told(brought: Brought, remarks: Iterable[str] = ()) -> str:
    """What an import does, in one sentence; `remarks` are those of whoever read the file."""
    done = f"{counted(brought.added, 'code')} added, {brought.updated} changed"
    notes = "; ".join((*remarks, *brought.remarks))
    return f"{done}; not kept as it stood in the file: {notes}." if notes else f"{done}."
