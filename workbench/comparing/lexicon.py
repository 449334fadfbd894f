"""The word lists of `resources/words`, looked up by folded word or phrase."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from workbench.resources import read_toml
from workbench.text.folding import fold


@cache
def word_list(name: str, *arrays: str) -> frozenset[str]:
    """The words of the named arrays or tables of a list file together, or of the whole file, folded.

    `name` is the file without folder and suffix.
    """
    whole = read_toml(f"words/{name}.toml")
    nodes = [whole[array] for array in arrays] if arrays else whole.values()
    return frozenset(fold(word) for node in nodes for word in _words(node))


def _leaves(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, Mapping):
        for value in node.values():
            yield from _leaves(value)
    elif isinstance(node, list):
        for value in node:
            yield from _leaves(value)


@cache
def classes(name: str) -> Mapping[str, str]:
    """Every word of a list file with the name of the array it stands in; the first array wins."""
    found: dict[str, str] = {}
    for key, node in read_toml(f"words/{name}.toml").items():
        for word in _words(node):
            found.setdefault(fold(word), key)
    return found


def _words(node: Any) -> Iterator[str]:
    """The words of a node: its strings, or where it maps words to values, the words themselves."""
    if isinstance(node, Mapping) and not any(isinstance(value, list) for value in node.values()):
        yield from node
    else:
        yield from _leaves(node)


@cache
def groups(name: str, key: str = "groups") -> Mapping[str, frozenset[int]]:
    """Every word or phrase of the groups of a list file with the numbers of the groups it stands in."""
    found: dict[str, frozenset[int]] = {}
    for number, group in enumerate(read_toml(f"words/{name}.toml")[key]):
        for word in group:
            folded = fold(word).removeprefix("the ") if key == "groups" and name == "naming" else fold(word)
            found[folded] = found.get(folded, frozenset()) | {number}
    return found


@cache
def pairs(name: str, key: str) -> frozenset[tuple[str, str]]:
    """The pairs of an array of a list file, folded, in both directions."""
    listed = [(fold(first), fold(second)) for first, second in read_toml(f"words/{name}.toml")[key]]
    return frozenset(listed) | frozenset((second, first) for first, second in listed)
