"""The lines of a page with what is known of each: where it stands, how it looks, what its markup says."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from itertools import pairwise

from workbench.spans import Span
from workbench.text.lines import one_line

_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c]+")
_MARKDOWN_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_MARKDOWN_LINK = re.compile(r"!?\[([^\]\[]{0,300})\]\((?:[^()\s]{0,500})\)")
_INLINE_MARKUP = re.compile(
    r"</?(?:u|b|i|em|strong|a|span|font|sup|sub)(?:\s[^<>]{0,200})?>|<(?=https?://)|(?<=\w)>|\*\*|__", re.I
)
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_ENDS_SENTENCE = re.compile(r"[.!?…。！？]['\"”’»)\]]*$")

_LONGEST_HEADING = 1000
_LONGEST_WRAPPED = 120
"""Columns; a file with longer lines than this is not one whose paragraphs are broken by hand."""

MAX_BLOCKS = 100_000
"""No page of text has more lines; what has, was chosen by mistake."""


class TooManyBlocks(Exception):
    """A file has more lines than `MAX_BLOCKS`."""


class Role(StrEnum):
    """What the markup says a stretch of a page is."""

    FURNITURE = "furniture"
    COMMENTS = "comments"
    CAPTION = "caption"
    BYLINE = "byline"
    DATE = "date"


@dataclass(frozen=True)
class Block:
    """A line of readable text that is not blank, or the lines of a paragraph that was wrapped by hand.

    `paragraph` counts the paragraphs of the page; `level` is that of a heading (1 to 6), 0 for none; `linked` is the
    share of the characters that are links; `container` counts the `article` elements of the page, 0 outside of them;
    `main` is whether the extractor took it for content, `None` when nobody asked.
    """

    span: Span
    raw: str
    paragraph: int
    level: int = 0
    roles: frozenset[Role] = field(default=frozenset())
    linked: float = 0.0
    container: int = 0
    main: bool | None = None

    @cached_property
    def plain(self) -> str:
        """The line as a person reads it: light markup of text files and surplus blanks left out."""
        heading = _heading_in(self.raw)
        text = heading.group(2) if heading else self.raw
        text = _INLINE_MARKUP.sub("", _MARKDOWN_LINK.sub(r"\1", text))
        return one_line(text)

    @cached_property
    def words(self) -> list[str]:
        """The words of the line."""
        return _WORD.findall(self.plain)

    @cached_property
    def ends_sentence(self) -> bool:
        """Whether it ends like a sentence."""
        return bool(_ENDS_SENTENCE.search(self.plain))

    @cached_property
    def capitals(self) -> float:
        """The share of the longer words that begin with a capital: high in titles and names, low in prose."""
        longer = [word for word in self.words if len(word) > 3 and word[0].isalpha()]
        return sum(not word[0].islower() for word in longer) / len(longer) if longer else 0.0


def text_blocks(text: str, markdown: bool = False) -> list[Block]:
    """The blocks of a plain text; with `markdown`, headings have their level. Raises `TooManyBlocks`."""
    if any(number >= MAX_BLOCKS for number, _ in enumerate(line_spans(text))):
        raise TooManyBlocks
    blocks: list[Block] = []
    width = _wrap_width(text)
    for number, lines in enumerate(_paragraphs(text)):
        joined = _join_wrapped(text, lines, width)
        blocks += [_text_block(text, span, number, markdown) for span in joined]
    return blocks


def _text_block(text: str, span: Span, paragraph: int, markdown: bool) -> Block:
    """The block of one span."""
    raw = span.of(text)
    heading = _heading_in(raw) if markdown or raw.startswith("#") else None
    return Block(span, raw, paragraph, level=len(heading.group(1)) if heading else 0)


def _heading_in(raw: str) -> re.Match[str] | None:
    """A line as a heading of Markdown."""
    return _MARKDOWN_HEADING.match(raw) if len(raw) <= _LONGEST_HEADING else None


def stripped(text: str, start: int, end: int) -> Span:
    """The span without the white space at both ends; empty where there is nothing else."""
    piece = text[start:end]
    left = start + len(piece) - len(piece.lstrip())
    return Span(min(left, end), max(left, start + len(piece.rstrip()))) if piece.strip() else Span(start, start)


def line_spans(text: str, start: int = 0, end: int | None = None) -> Iterable[Span]:
    """The lines that are not blank, without the white space around them."""
    for found in _LINE.finditer(text, start, len(text) if end is None else end):
        span = stripped(text, found.start(), found.end())
        if len(span):
            yield span


def _paragraphs(text: str) -> list[list[Span]]:
    """Lines that stand together without a blank line between them."""
    paragraphs: list[list[Span]] = []
    for span in line_spans(text):
        between = text[paragraphs[-1][-1].end : span.start] if paragraphs else ""
        if paragraphs and len(re.findall(r"\r\n|[\r\n\u2028\x0b\x0c]", between)) < 2 and "\u2029" not in between:
            paragraphs[-1].append(span)
        else:
            paragraphs.append([span])
    return paragraphs


def _wrap_width(text: str) -> int:
    """The column at which a text was wrapped by hand, 0 when it was not."""
    lengths = [len(span) for span in line_spans(text)]
    usual = [length for length in lengths if length <= _LONGEST_WRAPPED]
    return max(usual) if len(lengths) > 8 and len(usual) >= 0.97 * len(lengths) and max(usual) >= 40 else 0


def _join_wrapped(text: str, lines: list[Span], width: int) -> list[Span]:
    """The lines as one where each was broken because the next word had no room left, else as they are."""
    if not width or len(lines) < 2:
        return lines
    full = [
        len(line) + 1 + len(following.of(text).split(maxsplit=1)[0]) > width - 6 for line, following in pairwise(lines)
    ]
    return [Span(lines[0].start, lines[-1].end)] if sum(full) >= 0.75 * len(full) else lines
