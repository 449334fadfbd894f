"""Sorting by something that is dear to tell, where something cheap mostly decides."""

from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Any, TypeVar

Item = TypeVar("Item")


def in_order(items: Iterable[Item], coarse: Callable[[Item], Any], fine: Callable[[Item], Any]) -> list[Item]:
    """The items by their coarse key, and by the fine one, which is asked only of those with equal coarse keys."""
    found = list[Item]()
    for _, group in groupby(sorted(items, key=coarse), key=coarse):
        tied = list(group)
        found += sorted(tied, key=fine) if len(tied) > 1 else tied
    return found
