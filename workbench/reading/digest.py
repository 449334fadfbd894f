"""Pages that hold several stories: where each begins, what its headline is, and what belongs to the page alone."""

from collections.abc import Sequence
from typing import NamedTuple

from workbench.reading.blocks import Block
from workbench.reading.headlines import joined_title, same_words, title_lines
from workbench.reading.lines import CREDIT, STORY, Kind, dateline, is_name, matches, size, stated_dateline
from workbench.reading.outlets import looks_like_outlet

_FEWEST_WORDS = 20
"""Words of running text; what has fewer is a teaser and no story."""
_HEAD_LINES = 16
_HEAD_KINDS = CREDIT | {Kind.TITLE, Kind.SHORT, Kind.CAPTION, Kind.PICTURE_NAME, Kind.FURNITURE, Kind.COMMENTS_START}


class Story(NamedTuple):
    """A story of a page by its blocks: headline, first line of running text, the block after its last."""

    title: range
    start: int
    stop: int


def find_stories(blocks: Sequence[Block], kinds: Sequence[Kind]) -> list[Story]:
    """The stories of a digest page, in order; empty for a page that holds fewer than two."""
    heads = _heads(blocks, kinds)
    stops = [*(title.start for title, _ in heads), len(blocks)][1:]
    stories = [Story(title, start, stop) for (title, start), stop in zip(heads, stops, strict=True)]
    stories = [story for story in stories if _is_story(blocks, kinds, story)]
    return stories if len(stories) > 1 else []


def _heads(blocks: Sequence[Block], kinds: Sequence[Kind]) -> list[tuple[range, int]]:
    """Headline and first line of every story, the page's first resolved in the light of the others."""
    found: list[tuple[range, int]] = []
    reached, level = 0, 0
    starts = [index for index in range(len(blocks)) if _begins_story(kinds, index)]
    regions: list[tuple[range, int]] = []
    comments = _comments_after_story(kinds)
    for start in starts:
        region = _head_region(kinds, start, reached)
        plain = not stated_dateline(blocks[start]) and not any(blocks[index].level for index in region)
        if start > comments and plain:
            break
        if _has_credit(blocks, kinds, region, start) and not (regions and _is_link_list(kinds, region)):
            regions.append((region, start))
        reached = start + 1
    for region, _ in regions[1:]:
        if titles := _titles(blocks, kinds, region):
            level = level or blocks[titles[0]].level
    for number, (region, start) in enumerate(regions):
        first = _choose_title(blocks, kinds, region, level, page_head=number == 0 and region.start == 0)
        if first is not None and not (found and _same_title(blocks, found[-1][0], first)):
            stop = start - 1 if _names_outlet(blocks, start - 1, start) and start - 1 > first else start
            found.append((title_lines(blocks, kinds, first, stop), start))
    return found


def _comments_after_story(kinds: Sequence[Kind]) -> int:
    """Where comments begin right below running text; the end of the page when they do not."""
    first_text = next((index for index, kind in enumerate(kinds) if kind in STORY), len(kinds))
    for index in range(first_text + 1, len(kinds)):
        if kinds[index] is Kind.COMMENTS_START and kinds[index - 1] in STORY | {Kind.END, Kind.FURNITURE}:
            return index
    return len(kinds)


def _same_title(blocks: Sequence[Block], before: range, first: int) -> bool:
    """Whether the headline of the story before is only said again."""
    return same_words(joined_title(blocks, before), blocks[first].plain)


def _is_link_list(kinds: Sequence[Kind], region: range) -> bool:
    """Whether titles and dates take turns: a list of other stories within a story."""
    turns = [index for index in region[1:] if kinds[index] is Kind.DATE and kinds[index - 1] is Kind.TITLE]
    return len(turns) > 1


def _begins_story(kinds: Sequence[Kind], index: int) -> bool:
    """Whether running text begins here below something that is none."""
    if kinds[index] not in STORY or index == 0:
        return False
    return kinds[index - 1] in _HEAD_KINDS


def _head_region(kinds: Sequence[Kind], start: int, reached: int) -> range:
    """The lines above the first line of a story that may be its head."""
    first = start
    while first > max(reached, start - _HEAD_LINES) and kinds[first - 1] in _HEAD_KINDS:
        first -= 1
    return range(first, start)


def _has_credit(blocks: Sequence[Block], kinds: Sequence[Kind], region: range, start: int) -> bool:
    """Whether a headline in the region is followed by a credit, or the story begins with a dated dateline."""
    titles = _titles(blocks, kinds, region)
    if not titles:
        return False
    if stated_dateline(blocks[start]):
        return True
    below = range(titles[0] + 1, region.stop)
    credited = any(kinds[index] in (Kind.BYLINE, Kind.DATE) for index in below)
    named = any(kinds[index] in (Kind.SHORT, Kind.TITLE) and looks_like_outlet(blocks[index].plain) for index in below)
    filed = bool(dateline(blocks[start].plain)) and any(is_name(blocks[index].plain) for index in below)
    return credited or named or filed


def _titles(blocks: Sequence[Block], kinds: Sequence[Kind], region: range) -> list[int]:
    """The lines of the region with which a headline may begin: headings where there are any, else title-like lines."""
    titles = [index for index in region if kinds[index] is Kind.TITLE and not _is_outlet_line(blocks[index])]
    if len(titles) > 1 and _names_outlet(blocks, titles[-1], region.stop):
        titles.pop()
    headings = [index for index in titles if blocks[index].level]
    return headings or titles


def _names_outlet(blocks: Sequence[Block], index: int, start: int) -> bool:
    """Whether a line that could be a headline is a name right above a dated first line: that of the outlet."""
    block = blocks[index]
    last = index == start - 1 and not block.level
    return last and size(block) <= 4 and is_name(block.plain) and stated_dateline(blocks[start])


def _is_outlet_line(block: Block) -> bool:
    """Whether a line is the name of an outlet rather than a headline."""
    return not block.level and size(block) <= 4 and looks_like_outlet(block.plain)


def _choose_title(
    blocks: Sequence[Block], kinds: Sequence[Kind], region: range, level: int, page_head: bool
) -> int | None:
    """The first line of the headline in a region; at the head of the page, the page's own title stands above it."""
    titles = _titles(blocks, kinds, region)
    same_level = [index for index in titles if blocks[index].level == level]
    titles = same_level or titles
    if not page_head or len(titles) < 2:
        return titles[0] if titles else None
    if level:
        return titles[-1]
    run = [titles[-1]]
    for index in reversed(titles[:-1]):
        if any(kinds[between] in CREDIT for between in range(index + 1, run[0])):
            break
        run.insert(0, index)
    paragraphs = sorted({blocks[index].paragraph for index in run})
    if run[0] == titles[0] and len(paragraphs) > 1:
        run = [index for index in run if blocks[index].paragraph > paragraphs[0]]
    return run[0]


def _is_story(blocks: Sequence[Block], kinds: Sequence[Kind], story: Story) -> bool:
    """Whether enough running text stands under the headline; below a list of other pages, under a dated dateline."""
    words = sum(size(blocks[index]) for index in range(story.start, story.stop) if kinds[index] in STORY)
    dated = stated_dateline(blocks[story.start])
    if words < (_FEWEST_WORDS if dated else 2 * _FEWEST_WORDS):
        return False
    above = [index for index in range(max(0, story.title.start - 3), story.title.start) if kinds[index] is Kind.END]
    teaser = any(matches("end", blocks[index].plain) and size(blocks[index]) <= 5 for index in above)
    return dated or not teaser
