"""The codebook as a tree: which code stands under which."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from workbench.codebook import same_name
from workbench.model import Code

JOINT = " / "
"""Between the names of a path."""


class CodeTree:
    """Codes by what they stand under, in their order. A code whose parent is not there, or is itself, is at the top."""

    def __init__(self, codes: Iterable[Code]) -> None:
        self.code: Mapping[str, Code] = {code.id: code for code in codes}
        """Codes by id."""

    @cached_property
    def _parent(self) -> Mapping[str, str]:
        return {code.id: self._found_parent(code) for code in self.code.values()}

    def _found_parent(self, code: Code) -> str:
        """What a code stands under. A circle, which no step makes but two windows might, is cut open."""
        chain, at = [code.id], code.parent
        while at in self.code and at not in chain:
            chain.append(at)
            at = self.code[at].parent
        cut = at == code.id and code.id == min(chain)
        return "" if cut or code.parent not in self.code else code.parent

    @cached_property
    def _under(self) -> Mapping[str, Sequence[Code]]:
        found: dict[str, list[Code]] = {}
        for code in self.code.values():
            found.setdefault(self._parent[code.id], []).append(code)
        return found

    def parent_id(self, code: Code) -> str:
        """The id of what a code stands under, empty at the top."""
        return self._parent[code.id]

    def under(self, parent: str = "") -> Sequence[Code]:
        """The codes right under another, those at the top without one."""
        return self._under.get(parent, ())

    def walk(self, parent: str = "", depth: int = 0) -> Iterator[tuple[Code, int]]:
        """Every code below `parent` with how deep it stands, each before those under it."""
        for code in self.under(parent):
            yield code, depth
            yield from self.walk(code.id, depth + 1)

    def above(self, code: Code) -> list[Code]:
        """What a code stands under, the one at the top first."""
        found: list[Code] = []
        at = self.parent_id(code)
        while at:
            found.insert(0, self.code[at])
            at = self.parent_id(self.code[at])
        return found

    @property
    def depth(self) -> int:
        """How many levels of codes there are."""
        return max((len(self.above(code)) + 1 for code in self.code.values()), default=0)

    def path(self, code: Code) -> str:
        """The name of a code with those it stands under before it: `Wording / Loaded word`."""
        return JOINT.join(one.name for one in (*self.above(code), code))

    def holds(self, code: Code, other: Code) -> bool:
        """Whether the other is this code or stands below it."""
        return other.id == code.id or any(one.id == code.id for one in self.above(other))

    def named(self, name: str, parent: str) -> Code | None:
        """The code of that name right under another, however it is capitalised."""
        wanted = same_name(name)
        return next((code for code in self.under(parent) if same_name(code.name) == wanted), None)
