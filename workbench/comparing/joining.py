"""In which order renderings are set beside each other: along the tree that joins each to its nearest (Prim 1957)."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from workbench.comparing.nearness import nearness
from workbench.comparing.tokens import Tokens
from workbench.progress import ProgressReport

STAGE = "Collating"


class Joining(NamedTuple):
    """The next text to be set in, and the one already there that it has most in common with."""

    text: int
    nearest: int


def joining_order(sides: Sequence[Tokens], report: ProgressReport) -> tuple[int, list[Joining]]:
    """The text that has most in common with all the others, and the order in which these join it.

    Ties go to the text that stands first, so the order of `sides` has to be canonical. Raises what `report` raises.
    """
    common, alike = nearness(sides, sides, lambda: report(STAGE, 0, len(sides)))
    np.fill_diagonal(alike, 0.0)
    first = int(np.argmax(np.round(alike.sum(axis=1), 9)))
    likest, most = alike[first].copy(), common[first] + alike[first] / 2
    nearest = np.full(len(sides), first)
    likest[first] = -1.0
    order = []
    for _ in range(len(sides) - 1):
        text = int(np.argmax(likest))
        order.append(Joining(text, int(nearest[text])))
        shares = common[text] + alike[text] / 2
        closer = shares > most
        most[closer], nearest[closer] = shares[closer], text
        likest = np.where(likest < 0, likest, np.maximum(likest, alike[text]))
        likest[text] = -1.0
    return first, order
