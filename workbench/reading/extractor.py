"""The opinion of trafilatura on what is content on a page: evidence, never the last word.

Only its local extraction is used; it fetches nothing. It is asked only about pages of honest size and depth.
"""

import re
from dataclasses import replace
from typing import NamedTuple

from lxml.etree import LxmlError
from trafilatura import bare_extraction

from workbench.model import PublicationDate
from workbench.reading.blocks import Block
from workbench.reading.dates import from_machine

_MAX_SOURCE = 2_000_000
_MAX_DEPTH = 200
_MAX_ELEMENTS = 15_000
"""It takes up to 0.1 ms for each and hears no cancel meanwhile."""
_DATE_PARAMS = {"extensive_search": False, "original_date": True}
"""Otherwise dates are made up from copyright lines."""
_NO_LETTERS = re.compile(r"[\W_]+")
_WINDOW = 4000
_SHORT = 25
"""Letters; a shorter line may stand in the content by chance, so it has to be a paragraph of its own there."""


class Opinion(NamedTuple):
    """What the extractor says; empty where it says nothing."""

    paragraphs: tuple[str, ...] = ()
    title: str = ""
    author: str = ""
    site: str = ""
    published: PublicationDate = PublicationDate()


def ask(source: str, depth: int, elements: int) -> Opinion:
    """The extractor's opinion of the page `source`, which has so many elements, nested `depth` deep."""
    if len(source) > _MAX_SOURCE or depth > _MAX_DEPTH or elements > _MAX_ELEMENTS:
        return Opinion()
    try:
        found = bare_extraction(
            source, fast=True, include_comments=False, include_tables=True, with_metadata=True,
            date_extraction_params=dict(_DATE_PARAMS),
        )  # fmt: skip
    except (LxmlError, ValueError, TypeError, AttributeError, LookupError, RecursionError):
        return Opinion()  # a page it cannot read is read without it
    if found is None or isinstance(found, dict):
        return Opinion()
    return Opinion(
        tuple(line for line in (found.text or "").splitlines() if line.strip()),
        found.title or "",
        found.author or "",
        found.sitename or "",
        from_machine(found.date or ""),
    )


def mark_main(blocks: list[Block], opinion: Opinion) -> list[Block]:
    """The blocks with `main` set: true for those that are a paragraph of the extractor's, or the next part of one."""
    if not opinion.paragraphs:
        return blocks
    paragraphs = [_key(paragraph) for paragraph in opinion.paragraphs]
    whole, content = set(paragraphs), "".join(paragraphs)
    marked, position = [], 0
    for block in blocks:
        key = _key(block.raw)
        place = content.find(key, position, position + _WINDOW + len(key)) if len(key) >= _SHORT else -1
        if place >= 0:
            position = place + len(key)
        marked.append(replace(block, main=place >= 0 or (bool(key) and key in whole)))
    return marked if any(block.main for block in marked) else blocks


def _key(text: str) -> str:
    """Letters and digits only, case folded."""
    return _NO_LETTERS.sub("", text.casefold())
