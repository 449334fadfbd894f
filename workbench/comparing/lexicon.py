"""The word lists that texts are compared by, looked up by folded word or phrase.

Which lists are in force is a value, a `Lexicon`: those of `resources/words` with the changes of one case. Whoever
compares for a case does so within `in_force`, which holds for the thread that set it and ends with the block. What is
looked up outside such a block, and in any thread that set none, is looked up in the lists of the program.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, lru_cache, wraps
from typing import Any, NamedTuple, ParamSpec, TypeVar

from workbench.resources import read_toml
from workbench.text.folding import fold
from workbench.word_lists import SAME, all_lists, key_of, names_of

P = ParamSpec("P")
R = TypeVar("R")

_KEPT = 4
"""So many lexicons keep what was computed by them; the one that was not asked for longest is forgotten first."""


class ListKey(NamedTuple):
    """Where a list stands: the file without folder and suffix, and the array in it."""

    file: str
    array: str


class Lexicon:
    """The program's word lists with entries put in and taken out, each by its key (see `word_lists.key_of`).

    Never changes, and may be used by several threads at once.
    """

    def __init__(self, added: Mapping[ListKey, frozenset[str]], removed: Mapping[ListKey, frozenset[str]]) -> None:
        self._added, self._removed = added, removed
        self._found: dict[Any, Any] = {}

    @contextmanager
    def in_force(self) -> Iterator[None]:
        """Within the block, and in this thread alone, words are looked up in these lists."""
        before = _IN_FORCE.set(self)
        try:
            yield
        finally:
            _IN_FORCE.reset(before)

    def added(self, file: str, array: str) -> frozenset[str]:
        """The keys of what was put into a list."""
        return self._added.get(ListKey(file, array), frozenset())

    def removed(self, file: str, array: str) -> frozenset[str]:
        """The keys of what was taken out of a list."""
        return self._removed.get(ListKey(file, array), frozenset())

    def words(self, file: str, array: str) -> Iterator[str]:
        """The words of one array, folded: what was put in first, then the program's own that were not taken out."""
        yield from sorted(self.added(file, array))
        removed = self.removed(file, array)
        for word in _shipped_words(file, array):
            if not removed or key_of(word) not in removed:
                yield word

    def names(self, file: str, array: str) -> Iterator[tuple[str, ...]]:
        """The names of each entry of a list of names, folded: the program's own that were not taken out come first."""
        removed = self.removed(file, array)
        for group in read_toml(f"words/{file}.toml")[array]:
            if not removed or key_of(SAME.join(group)) not in removed:
                yield tuple(fold(name) for name in group)
        for key in sorted(self.added(file, array)):
            yield names_of(key)

    def once(self, key: object, make: Callable[[], R]) -> R:
        """What `make` gives for this lexicon, computed when it is asked for first. Two threads may compute it both."""
        try:
            return self._found[key]  # type: ignore[no-any-return]
        except KeyError:
            return self._found.setdefault(key, make())  # type: ignore[no-any-return]


SHIPPED = Lexicon({}, {})
"""The lists as the program has them."""

_IN_FORCE: ContextVar[Lexicon] = ContextVar("lexicon", default=SHIPPED)


def lexicon_in_force() -> Lexicon:
    """The lists that words are looked up in, here and now."""
    return _IN_FORCE.get()


@lru_cache(maxsize=_KEPT)
def lexicon_of(changes: frozenset[tuple[ListKey, str, bool]]) -> Lexicon:
    """The lists with some changes: where, the key of the entry, whether it was taken out.

    The same changes give the same lexicon, so that nothing is computed twice for a case.
    """
    if not changes:
        return SHIPPED
    sides: tuple[dict[ListKey, frozenset[str]], dict[ListKey, frozenset[str]]] = ({}, {})
    for where, key, removed in changes:
        side = sides[removed]
        side[where] = side.get(where, frozenset()) | {key}
    return Lexicon(*sides)


def by_lexicon(maxsize: int) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Like `functools.lru_cache`, but with a cache for each lexicon: no case gets an answer by the lists of another."""

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        def fresh() -> Callable[P, R]:
            return lru_cache(maxsize)(function)  # type: ignore[return-value]

        @wraps(function)
        def call(*args: P.args, **kwargs: P.kwargs) -> R:
            lexicon = _IN_FORCE.get()
            found = lexicon._found.get(function)  # noqa: SLF001 - the shortest way, as this is done for every word
            return (found or lexicon.once(function, fresh))(*args, **kwargs)

        return call

    return decorate


class Words(AbstractSet[str]):
    """The words of some lists, whichever lexicon is in force when they are asked for.

    So a module may keep one as a constant. Two of them together, or one without some words, is a frozen set of that
    moment: what is to follow the lists in force is put together where it is used.
    """

    __slots__ = ("_arrays", "_file")
    __hash__ = object.__hash__

    def __init__(self, file: str, arrays: tuple[str, ...]) -> None:
        self._file, self._arrays = file, arrays

    def now(self) -> frozenset[str]:
        """The words by the lists in force."""
        lexicon = _IN_FORCE.get()
        found: frozenset[str] | None = lexicon._found.get(self)  # noqa: SLF001
        return lexicon.once(self, lambda: self._by(lexicon)) if found is None else found

    def _by(self, lexicon: Lexicon) -> frozenset[str]:
        return frozenset(word for array in self._arrays for word in lexicon.words(self._file, array))

    def __contains__(self, word: object) -> bool:
        return word in self.now()

    def __iter__(self) -> Iterator[str]:
        return iter(self.now())

    def __len__(self) -> int:
        return len(self.now())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, AbstractSet) and self.now() == _now(other)

    @classmethod
    def _from_iterable(cls, words: Iterable[R]) -> frozenset[R]:
        return frozenset(words)

    def __and__(self, other: AbstractSet[Any]) -> frozenset[str]:
        return self.now() & _now(other)

    __rand__ = __and__

    def __or__(self, other: AbstractSet[R]) -> frozenset[str | R]:
        return self.now() | _now(other)

    __ror__ = __or__

    def __sub__(self, other: AbstractSet[Any]) -> frozenset[str]:
        return self.now() - _now(other)

    def __rsub__(self, other: AbstractSet[R]) -> frozenset[R]:
        return frozenset(_now(other) - self.now())


def _now(words: AbstractSet[R]) -> AbstractSet[R]:
    return words.now() if isinstance(words, Words) else words  # type: ignore[return-value]


@cache
def word_list(name: str, *arrays: str) -> AbstractSet[str]:
    """The words of the named arrays or tables of a list file together, or of the whole file, folded.

    `name` is the file without folder and suffix. Lists that a person can change follow the lists in force.
    """
    wanted = arrays or tuple(read_toml(f"words/{name}.toml"))
    if any((name, array) in _changeable() for array in wanted):
        return Words(name, wanted)
    return frozenset(word for array in wanted for word in _shipped_words(name, array))


@cache
def _changeable() -> frozenset[ListKey]:
    return frozenset(ListKey(one.file, one.array) for one in all_lists())


@cache
def _shipped_words(file: str, array: str) -> tuple[str, ...]:
    return tuple(fold(word) for word in _words(read_toml(f"words/{file}.toml")[array]))


def _leaves(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, Mapping):
        for value in node.values():
            yield from _leaves(value)
    elif isinstance(node, list):
        for value in node:
            yield from _leaves(value)


def _words(node: Any) -> Iterator[str]:
    """The words of a node: its strings, or where it maps words to values, the words themselves."""
    if isinstance(node, Mapping) and not any(isinstance(value, list) for value in node.values()):
        yield from node
    else:
        yield from _leaves(node)


def classes(name: str) -> Mapping[str, str]:
    """Every word of a list file with the name of the array it stands in.

    Where it stands in several, what a person put in wins, then the first array.
    """
    lexicon = _IN_FORCE.get()

    def make() -> dict[str, str]:
        arrays = tuple(read_toml(f"words/{name}.toml"))
        found = {word: array for array in arrays for word in lexicon.added(name, array)}
        for array in arrays:
            for word in lexicon.words(name, array):
                found.setdefault(word, array)
        return found

    return lexicon.once(("classes", name), make)


def groups(name: str, key: str = "groups") -> Mapping[str, frozenset[int]]:
    """Every word or phrase of the groups of a list file with the numbers of the groups it stands in."""
    lexicon = _IN_FORCE.get()

    def make() -> dict[str, frozenset[int]]:
        found: dict[str, frozenset[int]] = {}
        for number, group in enumerate(lexicon.names(name, key)):
            for word in group:
                bare = word.removeprefix("the ") if key == "groups" and name == "naming" else word
                found[bare] = found.get(bare, frozenset()) | {number}
        return found

    return lexicon.once(("groups", name, key), make)


@cache
def pairs(name: str, key: str) -> frozenset[tuple[str, str]]:
    """The pairs of an array of a list file, folded, in both directions."""
    listed = [(fold(first), fold(second)) for first, second in read_toml(f"words/{name}.toml")[key]]
    return frozenset(listed) | frozenset((second, first) for first, second in listed)
