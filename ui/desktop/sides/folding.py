"""Which blocks of a page are folded away when unchanged text is collapsed."""

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from ui.desktop.sides.page import Block, Page
from workbench.model import ZoneKind
from workbench.spans import Span

_NEAR = 1
"""How many blocks before and after an edit stay."""
_LONG = 160
"""One block alone is folded from so many characters on: a fold takes a line itself."""


def collapsed(page: Page, edits: Sequence[Span], opened: Collection[int]) -> Page:
    """The page with its unchanged text folded; but for the folds that begin where one was `opened`.

    What stays: headlines, the passage near its edits and where it begins and ends, and what stands in one paragraph
    with the passage.
    """
    return page.folded([run for run in _runs(page, edits) if page.blocks[run.start].span.start not in opened])


def _runs(page: Page, edits: Sequence[Span]) -> Iterator[range]:
    stays = _staying(page, edits)
    numbers = [number for number in range(len(page.blocks)) if number not in stays]
    for _, grouped in groupby(enumerate(numbers), key=lambda pair: (pair[1] - pair[0], page.blocks[pair[1]].passage)):
        run = [number for _, number in grouped]
        if len(run) > 1 or len(page.blocks[run[0]].span) >= _LONG:
            yield range(run[0], run[-1] + 1)


def _staying(page: Page, edits: Sequence[Span]) -> set[int]:
    blocks = page.blocks
    stays = {number for number, block in enumerate(blocks) if block.kind is ZoneKind.HEADLINE}
    passage = [number for number, block in enumerate(blocks) if block.passage]
    if passage:
        stays |= {passage[0], passage[-1], *_same_paragraph(blocks, passage[0], passage[-1])}
    for span in edits:
        if blocks:
            first, last = page.block_at(span.start), page.block_at(max(span.start, span.end - 1))
            near = range(max(0, first - _NEAR), min(len(blocks), last + 1 + _NEAR))
            stays |= {number for number in near if blocks[number].passage}
    return stays


def _same_paragraph(blocks: Sequence[Block], first: int, last: int) -> Iterator[int]:
    """What stands in one paragraph with the first and the last block of the passage."""
    while blocks[first].continued:
        first -= 1
        yield first
    while last + 1 < len(blocks) and blocks[last + 1].continued:
        last += 1
        yield last
