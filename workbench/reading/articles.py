"""From the blocks of a page to its articles, the same way for plain text and for HTML."""

from collections.abc import Sequence
from dataclasses import replace

from workbench.model import ZoneKind
from workbench.progress import ProgressReport, silent
from workbench.reading.blocks import Block
from workbench.reading.digest import Story, find_stories
from workbench.reading.evidence import Part, address_of, attribution_of, published_of
from workbench.reading.facts import PageFacts, StatedArticle
from workbench.reading.headlines import after_deck, find_headline, joined_title, same_words, story_start
from workbench.reading.language import guess_language
from workbench.reading.lines import STORY, Kind, kinds_of
from workbench.reading.model import ReadArticle
from workbench.reading.zones import zone_kinds, zones_of
from workbench.spans import Span

_LONGEST_TITLE = 140
"""Characters; a longer first line is a paragraph and no title."""


def find_articles(
    blocks: Sequence[Block], facts: PageFacts, name: str, report: ProgressReport = silent
) -> tuple[ReadArticle, ...]:
    """The articles of a page, at least one; `blocks` must not be empty, `name` stands in for a missing title."""
    kinds = kinds_of(blocks, report)
    found = []
    for story in find_stories(blocks, kinds):
        report("Reading", story.start, len(blocks))
        found.append(_story_article(blocks, kinds, facts, story))
    if found:
        return tuple(found)
    return (_only_article(blocks, kinds, facts, name),)


def _story_article(blocks: Sequence[Block], kinds: Sequence[Kind], facts: PageFacts, story: Story) -> ReadArticle:
    """One story of a digest; what the page's head says of the page does not hold for it."""
    own = slice(story.title.start, story.stop)
    title = range(len(story.title))
    part = _part(blocks[own], kinds[own], title, story.start - story.title.start)
    if story.stop == len(blocks):
        part = _without_page_tail(part)
    heading = joined_title(blocks, story.title)
    page = PageFacts(site=facts.site, language=facts.language, times=facts.times)
    stated = _stated_as(facts, heading) if len(facts.articles) > 1 else StatedArticle()
    return _article(part, _times_within(page, part), stated, heading)


def _only_article(blocks: Sequence[Block], kinds: Sequence[Kind], facts: PageFacts, name: str) -> ReadArticle:
    """The article of a page that is no digest; all of it is body where nothing is recognised."""
    title = find_headline(blocks, kinds, facts)
    start = story_start(blocks, kinds)
    if len(title) and title.stop > start:
        later = (index for index in range(title.stop, len(blocks)) if kinds[index] in STORY)
        start = next(later, len(blocks))
    start = after_deck(blocks, kinds, title, start) if start < len(blocks) else start
    heading = joined_title(blocks, title)
    stated = _stated_as(facts, heading or facts.headline)
    if start < len(blocks):
        part = _part(blocks, kinds, title, start)
    else:
        part = Part(blocks, kinds, range(0), 0, [ZoneKind.BODY] * len(blocks))
        heading = ""
    return _article(
        part, facts, stated, heading or stated.title or facts.headline or facts.title or _stand_in(blocks, kinds, name)
    )


def _stand_in(blocks: Sequence[Block], kinds: Sequence[Kind], name: str) -> str:
    """A title for a page without one: its first line, or the name of its file."""
    unfit = (Kind.CLOCK, Kind.FURNITURE, Kind.PICTURE_NAME, Kind.END)
    first = next((block.plain for block, kind in zip(blocks, kinds, strict=True) if kind not in unfit), "")
    return first if 0 < len(first) <= _LONGEST_TITLE else name


def _part(blocks: Sequence[Block], kinds: Sequence[Kind], title: range, start: int) -> Part:
    return Part(blocks, kinds, title, start, zone_kinds(blocks, kinds, title, start))


def _without_page_tail(part: Part) -> Part:
    """The last story of a digest without the lines at its end that are the page's."""
    keep = len(part.zones)
    while keep > part.start + 1 and part.zones[keep - 1] in (ZoneKind.FURNITURE, ZoneKind.COMMENTS):
        keep -= 1
    return Part(part.blocks[:keep], part.kinds[:keep], part.title, part.start, part.zones[:keep])


def _times_within(facts: PageFacts, part: Part) -> PageFacts:
    """The facts with those marked times only that stand within the story."""
    first, last = part.blocks[0].span.start, part.blocks[-1].span.end
    return replace(facts, times=tuple(time for time in facts.times if first <= time[0] <= last))


def _stated_as(facts: PageFacts, heading: str) -> StatedArticle:
    """What the linked data says of the article with this headline; with a single article in it, that one is meant."""
    for stated in facts.articles:
        if stated.title and heading and same_words(stated.title, heading):
            return stated
    return facts.articles[0] if len(facts.articles) == 1 else StatedArticle()


def _article(part: Part, facts: PageFacts, stated: StatedArticle, title: str) -> ReadArticle:
    """Put together what is known of one article."""
    span = Span(part.blocks[0].span.start, part.blocks[-1].span.end)
    attribution = attribution_of(part, facts, stated)
    body = " ".join(block.plain for block, zone in zip(part.blocks, part.zones, strict=True) if zone is ZoneKind.BODY)
    return ReadArticle(
        span=span,
        title=title,
        outlet=attribution.outlet,
        republisher=attribution.republisher,
        byline=attribution.byline,
        published=published_of(part, facts, stated, attribution.outlet),
        url=address_of(part, facts, stated),
        language=facts.language or guess_language(body),
        zones=zones_of(part.blocks, part.zones, span.start),
    )
