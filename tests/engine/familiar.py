"""Families of given places, as the engine holds them."""

from typing import NamedTuple

import numpy as np

from workbench.engine.found import Found, Places

Row = tuple[int, int, int]
"""An article, and where a passage begins and ends in it."""


class Told(NamedTuple):
    """A family: its places, the sentences that all of them stand in, and whether it is boilerplate."""

    places: tuple[Row, ...]
    room: tuple[int, int]
    boilerplate: bool


def family(*places: Row, room: tuple[int, int] = (0, 100), boilerplate: bool = False) -> Told:
    return Told(places, room, boilerplate)


def found(*families: Told) -> Found:
    """The families, as the engine holds them."""
    rows = [(*place, *each.room) for each in families for place in each.places]
    return Found(
        np.arange(len(families)),
        np.array([each.boilerplate for each in families], np.bool_),
        np.cumsum([0, *(len(each.places) for each in families)]),
        Places(*np.array(rows, np.int64).reshape(-1, 5).T),
    )


def families_of(found: Found) -> list[list[Row]]:
    """The places of each family."""
    return [
        [(place.article_id, place.span.start, place.span.end) for place in each.places] for each in found.families()
    ]
