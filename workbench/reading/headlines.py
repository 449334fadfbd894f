"""Which line of a page is the headline, and where the story under it begins."""

import re
from collections.abc import Sequence

from workbench.reading.blocks import Block, Role
from workbench.reading.facts import PageFacts
from workbench.reading.lines import CREDIT, STORY, Kind, has_masthead, size, stated_dateline
from workbench.reading.outlets import looks_like_outlet

_MAX_TITLE_LINES = 3
_NO_LETTERS = re.compile(r"[\W_]+")
_TITLE_CASE = 0.75
_DECK_WORDS = 45
_PAGE_HEAD = 12
"""Lines at the top of a page among which its headline stands."""
_UNDER_HEADLINE = frozenset({Kind.BYLINE, Kind.DATE, Kind.SECTION, Kind.CAPTION, Kind.FURNITURE, Kind.SHORT})
_SENTENCE_WORDS = 25


def story_start(blocks: Sequence[Block], kinds: Sequence[Kind]) -> int:
    """The first line of running text, if possible one that the extractor took for content; `len(blocks)` for none."""
    prose = [index for index, kind in enumerate(kinds) if kind in STORY]
    wanted = [index for index in prose if blocks[index].main] or _below_headline(blocks, kinds, prose)
    return wanted[0] if wanted else len(blocks)


def _below_headline(blocks: Sequence[Block], kinds: Sequence[Kind], prose: list[int]) -> list[int]:
    """The running text without a sentence above the headline, such as the text of a picture at the head of a page."""
    for index in range(1, min(len(kinds), _PAGE_HEAD)):
        above = [early for early in prose if early < index]
        below = prose[len(above) :]
        if kinds[index] is not Kind.TITLE or not above or len(below) < 2:
            continue
        between = set(kinds[index + 1 : below[0]])
        is_head = bool(between & _UNDER_HEADLINE) and (
            kinds[0] is Kind.CLOCK or bool(between & {Kind.BYLINE, Kind.DATE})
        )
        if is_head and sum(size(blocks[early]) for early in above) <= _DECK_WORDS:
            return below
    return prose


def find_headline(blocks: Sequence[Block], kinds: Sequence[Kind], facts: PageFacts) -> range:
    """The lines of the headline; an empty range when no line can be taken for one."""
    start = story_start(blocks, kinds)
    pool = [index for index in range(start) if _may_be_title(blocks[index], kinds[index])]
    if not pool:
        return _sentence_as_headline(blocks, kinds, start)
    best = max(pool, key=lambda index: (_score(blocks, kinds, facts, index), -index))
    while best - 1 in pool and _carries_on(blocks, kinds, best, best - 1):
        best -= 1
    return title_lines(blocks, kinds, best, start)


def title_lines(blocks: Sequence[Block], kinds: Sequence[Kind], first: int, stop: int) -> range:
    """The headline that begins at `first`, with the lines of the same paragraph that carry it on, up to three."""
    last = first
    while last + 1 < min(stop, first + _MAX_TITLE_LINES) and _carries_on(blocks, kinds, last + 1, first):
        last += 1
    return range(first, last + 1)


def joined_title(blocks: Sequence[Block], lines: range) -> str:
    """The headline as one line."""
    return " ".join(blocks[index].plain for index in lines)


def after_deck(blocks: Sequence[Block], kinds: Sequence[Kind], title: range, start: int) -> int:
    """Where the story begins when its first sentence is a deck, standing between headline and byline."""
    if not len(title) or any(kind in CREDIT for kind in kinds[title.stop : start]):
        return start
    follows = [index for index in range(start + 1, min(start + 8, len(blocks))) if kinds[index] in STORY]
    if not follows or size(blocks[start]) > _DECK_WORDS:
        return start
    between = kinds[start + 1 : follows[0]]
    return follows[0] if any(kind in (Kind.BYLINE, Kind.DATE) for kind in between) else start


def same_words(one: str, other: str) -> bool:
    """Whether two titles are the same but for case, signs and what an outlet adds at one end."""
    a, b = (_NO_LETTERS.sub("", text.casefold()) for text in (one, other))
    short, long = sorted((a, b), key=len)
    return len(short) >= 8 and (short == long or (len(short) >= 15 and long.startswith(short)) or long.endswith(short))


def _may_be_title(block: Block, kind: Kind) -> bool:
    return kind is Kind.TITLE and not block.roles & {Role.COMMENTS, Role.FURNITURE}


def _score(blocks: Sequence[Block], kinds: Sequence[Kind], facts: PageFacts, index: int) -> float:
    """How much a line is like the headline of the page."""
    block = blocks[index]
    score = min(size(block), 12) - 0.5 * index
    stated = [facts.headline, facts.title, *(article.title for article in facts.articles)]
    score += 40 * any(same_words(block.plain, title) for title in stated if title)
    score += (30 - 5 * block.level) if block.level else 0
    score += 6 * any(kind in (Kind.BYLINE, Kind.DATE) for kind in kinds[index + 1 : index + 4])
    score += 4 * (block.capitals >= _TITLE_CASE)
    score -= 12 * (looks_like_outlet(block.plain) and size(block) <= 5)
    score -= 30 * (index == 0 and has_masthead(blocks))
    score -= 10 * (block.linked > 0.5 and not block.level)
    return score


def _carries_on(blocks: Sequence[Block], kinds: Sequence[Kind], index: int, first: int) -> bool:
    """Whether a line belongs to the headline above it: the same paragraph, title-like, no credit."""
    block = blocks[index]
    if block.paragraph != blocks[first].paragraph or block.level != blocks[first].level:
        return False
    if kinds[index] is Kind.TITLE:
        return not (looks_like_outlet(block.plain) and size(block) <= 4)
    return kinds[index] is Kind.SHORT and not looks_like_outlet(block.plain) and _is_unfinished(blocks[index - 1].plain)


def _is_unfinished(line: str) -> bool:
    """Whether a headline plainly goes on in the next line."""
    last = line.rsplit(maxsplit=1)[-1] if line else ""
    return line.endswith((",", "–", "—", "-", ":", "&")) or (last.islower() and len(last) <= 4)


def _sentence_as_headline(blocks: Sequence[Block], kinds: Sequence[Kind], start: int) -> range:
    """A headline that ends like a sentence or is very short: told by the byline or dateline that follows it."""
    if start + 1 < len(blocks) and size(blocks[start]) <= _SENTENCE_WORDS and kinds[start] is Kind.PROSE:
        credited = any(kind in (Kind.BYLINE, Kind.DATE) for kind in kinds[start + 1 : start + 3])
        if credited or stated_dateline(blocks[start + 1]):
            return range(start, start + 1)
    names = (Kind.SHORT, Kind.CAPTION)
    short = [index for index in range(start) if kinds[index] in names and not looks_like_outlet(blocks[index].plain)]
    alone = [index for index in short if size(blocks[index]) >= 2 and start < len(blocks)]
    return range(alone[0], alone[0] + 1) if alone else range(0)
