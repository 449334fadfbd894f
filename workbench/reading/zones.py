"""What each line of an article is: headline, byline, body, caption, furniture or comments."""

from collections.abc import Sequence
from itertools import accumulate

from workbench.model import Zone, ZoneKind
from workbench.reading.blocks import Block
from workbench.reading.lines import CREDIT, STORY, Kind, is_name, size
from workbench.spans import Span

_PICTURE = frozenset({Kind.CAPTION, Kind.PICTURE_NAME})
_UNPUNCTUATED = frozenset({Kind.TITLE, Kind.SHORT})
_TAIL_WORDS = 2
_DECK_WORDS = 8
_PLAIN = {
    Kind.CLOCK: ZoneKind.FURNITURE,
    Kind.COMMENT: ZoneKind.COMMENTS,
    Kind.COMMENTS_START: ZoneKind.FURNITURE,
    Kind.CAPTION: ZoneKind.CAPTION,
    Kind.PICTURE_NAME: ZoneKind.CAPTION,
    Kind.END: ZoneKind.FURNITURE,
    Kind.FURNITURE: ZoneKind.FURNITURE,
}


def zone_kinds(blocks: Sequence[Block], kinds: Sequence[Kind], title: range, start: int) -> list[ZoneKind]:
    """The zone of every block of one article whose headline is `title` and whose story begins at block `start`."""
    credited = next((index for index in range(title.stop, start) if kinds[index] in CREDIT), start)
    head = [_head_zone(blocks, kinds, title, index, index > credited) for index in range(start)]
    comments = _comments_from(kinds, start)
    end = _story_end(blocks, kinds, start, comments)
    body = [_body_zone(blocks, kinds, index) for index in range(start, end)]
    tail = [_tail_zone(kinds[index]) for index in range(end, comments)]
    return head + _trimmed(body) + tail + [ZoneKind.COMMENTS] * (len(blocks) - comments)


def zones_of(blocks: Sequence[Block], zones: Sequence[ZoneKind], origin: int) -> tuple[Zone, ...]:
    """Neighbouring blocks of one kind as one zone; offsets are counted from `origin`."""
    merged: list[Zone] = []
    for block, kind in zip(blocks, zones, strict=True):
        span = Span(block.span.start - origin, block.span.end - origin)
        if merged and merged[-1].kind is kind:
            span = Span(merged.pop().span.start, span.end)
        merged.append(Zone(kind, span))
    return tuple(merged)


def _head_zone(blocks: Sequence[Block], kinds: Sequence[Kind], title: range, index: int, credited: bool) -> ZoneKind:
    """The zone of a line above the story; a deck stands before the credits, or is long."""
    kind = kinds[index]
    if index in title:
        return ZoneKind.HEADLINE
    if kind in _PLAIN:
        return _PLAIN[kind]
    if kind in CREDIT:
        return ZoneKind.BYLINE
    if not len(title) or index < title.start:
        return ZoneKind.FURNITURE
    if kind is Kind.SHORT:
        return ZoneKind.BYLINE
    is_deck = not credited or size(blocks[index]) >= _DECK_WORDS
    return ZoneKind.HEADLINE if is_deck else ZoneKind.BYLINE


def _body_zone(blocks: Sequence[Block], kinds: Sequence[Kind], index: int) -> ZoneKind:
    """The zone of a line between the beginning and the end of the story."""
    kind = kinds[index]
    if kind in _PICTURE:
        return ZoneKind.CAPTION
    if _under_picture_name(blocks, kinds, index) and not blocks[index].main:
        return ZoneKind.CAPTION
    return _PLAIN.get(kind, ZoneKind.BODY)


def _under_picture_name(blocks: Sequence[Block], kinds: Sequence[Kind], index: int) -> bool:
    """Whether the line stands in one paragraph with the name of a picture above it."""
    return any(
        kinds[above] is Kind.PICTURE_NAME and blocks[above].paragraph == blocks[index].paragraph
        for above in range(max(0, index - 3), index)
    )


def _tail_zone(kind: Kind) -> ZoneKind:
    """The zone of a line below the story."""
    if kind in (Kind.BYLINE, Kind.DATE):
        return ZoneKind.BYLINE
    return ZoneKind.CAPTION if kind in _PICTURE else _PLAIN.get(kind, ZoneKind.FURNITURE)


def _comments_from(kinds: Sequence[Kind], start: int) -> int:
    """The block with which the readers' comments begin; a comment count in the head of the story is none.

    Where the markup says what is a comment, words such as "Comments" with running text and no comment below are none.
    """
    first_text = next((index for index in range(start, len(kinds)) if kinds[index] in STORY), len(kinds))
    last_text = max((index for index, kind in enumerate(kinds) if kind in STORY), default=-1)
    last_comment = max((index for index, kind in enumerate(kinds) if kind is Kind.COMMENT), default=-1)
    for index in range(first_text + 1, len(kinds)):
        if kinds[index] is Kind.COMMENTS_START and not 0 <= last_comment < index < last_text:
            return index
    return len(kinds)


def _story_end(blocks: Sequence[Block], kinds: Sequence[Kind], start: int, comments: int) -> int:
    """The block after the last of the story: a mark of its end with less running text below it than above.

    It also ends where the extractor, which saw most of the text above as content, sees none from there on.
    """
    words = [size(block) if kind in STORY else 0 for block, kind in zip(blocks, kinds, strict=True)]
    seen = [count if block.main else 0 for count, block in zip(words, blocks, strict=True)]
    words_before, seen_before = list(accumulate(words, initial=0)), list(accumulate(seen, initial=0))
    last = max((index for index in range(start, comments) if kinds[index] in STORY), default=start)
    last_main = max((index for index in range(start, min(last + 1, len(blocks))) if blocks[index].main), default=-1)
    for index in range(start, comments):
        above, seen_above = words_before[index] - words_before[start], seen_before[index] - seen_before[start]
        marks_end = kinds[index] is Kind.END and above >= words_before[comments] - words_before[index]
        leaves_content = blocks[index].main is False and last_main < index
        leaves_content = leaves_content and seen_above >= max(60, 0.6 * above)
        if marks_end or (leaves_content and above >= words_before[-1] - words_before[index]):
            return min(index, _after_last_line(blocks, kinds, start, index))
    return _after_last_line(blocks, kinds, start, comments)


def _after_last_line(blocks: Sequence[Block], kinds: Sequence[Kind], start: int, stop: int) -> int:
    """The block after the last line of running text before `stop`; a short last sentence belongs to the story too."""
    last = max((index for index in range(start, stop) if kinds[index] in STORY), default=start - 1)
    while last + 1 < stop and kinds[last + 1] is Kind.SHORT and _is_last_sentence(blocks[last + 1]):
        last += 1
    listed = range(last + 1, next((at for at in range(last + 1, stop) if kinds[at] not in _UNPUNCTUATED), stop))
    if sum(size(blocks[index]) for index in listed) > sum(size(blocks[index]) for index in range(start, last + 1)):
        return listed.stop  # a page written without full stops
    return last + 1


def _is_last_sentence(block: Block) -> bool:
    return block.ends_sentence and size(block) >= _TAIL_WORDS and not is_name(block.plain.rstrip("."))


def _trimmed(zones: list[ZoneKind]) -> list[ZoneKind]:
    """As it is; a story of which nothing is left is body as a whole."""
    return zones if ZoneKind.BODY in zones else [ZoneKind.BODY] * len(zones)
