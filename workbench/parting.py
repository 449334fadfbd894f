"""To which of several families made of one a passage belongs that was found since: to the one it is nearest to."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TypeAlias

from workbench.model import Place

TextsOf: TypeAlias = Callable[[Collection[int]], Mapping[int, str]]
"""Reads the texts of some articles, by their ids."""


def nearest_parts(new: Sequence[Place], parts: Sequence[Collection[Place]], texts_of: TextsOf) -> list[int]:
    """For each new passage the number of the part that has the witness nearest to it, in words and their order.

    Where two parts have one as near, it is the part that is nearer as a whole, and of equals the first.
    """
    if len(parts) == 1 or not new:
        return [0] * len(new)
    from workbench.comparing.nearness import nearness  # a case opens without what compares texts
    from workbench.comparing.tokens import tokens

    held = [place for part in parts for place in part]
    texts = texts_of({place.article_id for place in (*new, *held)})
    said = [tokens(place.span.of(texts[place.article_id])) for place in (*new, *held)]
    alike = nearness(said[: len(new)], said[len(new) :]).alike.round(9)
    ends = [sum(map(len, parts[: number + 1])) for number in range(len(parts))]
    shares = [alike[:, end - len(part) : end] for part, end in zip(parts, ends, strict=True)]

    def nearness_to(part: int, row: int) -> tuple[float, float]:
        return float(shares[part][row].max()), float(shares[part][row].mean())

    return [max(range(len(parts)), key=lambda part: nearness_to(part, row)) for row in range(len(new))]
