"""What the lines of one article say of its outlet, its authors, its date and its address."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from workbench.model import PublicationDate, ZoneKind
from workbench.reading.blocks import Block, Role
from workbench.reading.dates import dates_in, publication_date, says_published
from workbench.reading.facts import PageFacts, StatedArticle, host_of
from workbench.reading.headlines import same_words
from workbench.reading.lines import Kind, dateline, has_masthead, is_name, is_slashed_credit
from workbench.reading.outlets import (
    Attribution,
    Credit,
    Evidence,
    attribute,
    looks_like_outlet,
    names_in,
    read_credit,
    tidy,
)

_UNKNOWN = PublicationDate()
_WEEKDAY = re.compile(r"^\W*(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.I)
_TITLE_PARTS = re.compile(r"\s+(?:[|–—·»:]|-|::)\s+")
_NEAR = 3
"""Lines above a headline within which a date or an outlet speaks of the story and not of the page."""

_FAR = 60
"""Lines below a headline within which credits are looked for."""


class Part(NamedTuple):
    """The blocks of one article; `title` and `start`, its first line of running text, count from the first block."""

    blocks: Sequence[Block]
    kinds: Sequence[Kind]
    title: range
    start: int
    zones: Sequence[ZoneKind]

    def head(self) -> Iterator[int]:
        """The lines around the headline, from a few above it to the first line of the story; without the headline."""
        first = max(0, self.title.start - _NEAR) if len(self.title) else 0
        stop = min(self.start, self.title.stop + _FAR)
        return (index for index in range(first, stop) if index not in self.title)

    def outside_body(self) -> list[str]:
        """Every line that is neither headline, body nor comment."""
        outside = (ZoneKind.FURNITURE, ZoneKind.BYLINE)
        return [block.plain for block, zone in zip(self.blocks, self.zones, strict=True) if zone in outside]


def attribution_of(part: Part, facts: PageFacts, stated: StatedArticle) -> Attribution:
    """Who wrote the story, who carried it, who signed it."""
    outside = part.outside_body()
    suffix = _site_in_title(part, facts.title)
    found = dateline(part.blocks[part.start].plain) if part.start < len(part.blocks) else None
    agency = found.groupdict().get("agency") if found else None
    masthead = part.blocks[0].plain if has_masthead(part.blocks) and 0 not in part.title else ""
    site = [name for name in (stated.outlet, facts.site, suffix, masthead) if name]
    return attribute(
        Evidence(
            credits=tuple(_credits(part)),
            originals=names_in("original", outside),
            copyrights=names_in("copyright", outside),
            sites=(*site, *names_in("site", outside)),
            agency=agency or "",
            author=stated.author or facts.author,
            host=host_of(stated.url or facts.url),
        )
    )


def published_of(part: Part, facts: PageFacts, stated: StatedArticle, outlet: str) -> PublicationDate:
    """When it was published, by linked data, meta elements, dateline, the lines around the headline, the last lines."""
    known = (
        stated.published,
        facts.published,
        _marked_time(part, facts, sure=True),
        _in_dateline(part),
        _in_head(part, outlet),
        _marked_time(part, facts, sure=False),
        _in_tail(part),
    )
    return next((date for date in known if date.iso), _UNKNOWN)


def address_of(part: Part, facts: PageFacts, stated: StatedArticle) -> str:
    """Where the page says that it stands on the web."""
    lines = [part.blocks[index].plain for index in part.head()]
    lines += [
        block.plain for block, kind in zip(part.blocks, part.kinds, strict=True) if kind in (Kind.END, Kind.SECTION)
    ]
    written = names_in("url", lines)
    return stated.url or facts.url or (written[0].rstrip(".,;)") if written else "")


def _credits(part: Part) -> Iterator[Credit]:
    """The credits in the lines around the headline and, signed, below the story."""
    for index in part.head():
        block, kind = part.blocks[index], part.kinds[index]
        if kind is Kind.BYLINE or kind is Kind.DATE:
            yield _with_role(read_credit(block.plain), block)
        elif kind in (Kind.SHORT, Kind.TITLE) and index > part.title.start and is_name(block.plain):
            yield _lone_name(part, index)
    for block, zone in list(zip(part.blocks, part.zones, strict=True))[part.start :]:
        if zone is ZoneKind.BYLINE and re.match(r"\W*by\b", block.plain, re.I):
            yield read_credit(block.plain)


def _with_role(credit: Credit, block: Block) -> Credit:
    """In a line that the markup calls a byline, a name that may be either is a person's."""
    if Role.BYLINE in block.roles and credit.unsure and not credit.outlets:
        return Credit(credit.unsure, (), (), credit.dated, credit.by)
    return credit


def _lone_name(part: Part, index: int) -> Credit:
    """A name on a line of its own under the headline: an outlet's when it looks so or stands right above a dateline."""
    name = tidy(part.blocks[index].plain)
    if looks_like_outlet(name):
        return Credit(outlets=(name,))
    others = {part.kinds[other] for other in part.head()}
    if others & {Kind.BYLINE, Kind.SECTION, Kind.CAPTION} or len(name.split()) > 4:
        return Credit()
    above_story = index == part.start - 1 and bool(dateline(part.blocks[part.start].plain))
    return Credit(outlets=(name,)) if above_story else Credit(unsure=(name,))


def _site_in_title(part: Part, page_title: str) -> str:
    """The outlet in a page title of the form "Headline - Outlet"."""
    heading = " ".join(part.blocks[index].plain for index in part.title)
    pieces = _TITLE_PARTS.split(page_title)
    if len(pieces) < 2 or not heading:
        return ""
    for piece, rest in ((pieces[-1], pieces[:-1]), (pieces[0], pieces[1:])):
        if len(piece.split()) <= 6 and any(same_words(heading, one) for one in (" ".join(rest), *rest)):
            return piece.strip()
    last = pieces[-1].strip()
    return last if looks_like_outlet(last) else ""


def _in_dateline(part: Part) -> PublicationDate:
    """The date in the dateline with which the story begins."""
    line = part.blocks[part.start].plain if part.start < len(part.blocks) else ""
    found = dateline(line)
    given = found.groupdict().get("date") if found else None
    dates = dates_in(given) if given else ()
    return dates[0].stated(found.group()) if found and dates else _UNKNOWN


def _in_head(part: Part, outlet: str) -> PublicationDate:
    """The date in a line around the headline: in one that names the outlet, else below the headline, else above it."""

    def order(index: int) -> tuple[bool, bool, int]:
        named = bool(outlet) and outlet.casefold() in part.blocks[index].plain.casefold()
        return not named, index < part.title.start, abs(index - part.title.start)

    for index in sorted(part.head(), key=order):
        line = part.blocks[index].plain
        dated = part.kinds[index] in (Kind.DATE, Kind.BYLINE) and not is_slashed_credit(line)
        if (dated or says_published(line)) and (found := publication_date(line)).iso and not _is_masthead(part, index):
            return found
    return _UNKNOWN


def _is_masthead(part: Part, index: int) -> bool:
    """Whether a date above the headline is the page's own calendar: it has a weekday, and other lines stand between."""
    line = part.blocks[index].plain
    return index + 1 < part.title.start and bool(_WEEKDAY.match(line)) and not says_published(line)


def _in_tail(part: Part) -> PublicationDate:
    """A date below the story that says that it is the one of publication."""
    for block, zone in list(zip(part.blocks, part.zones, strict=True))[part.start :]:
        outside = zone in (ZoneKind.BYLINE, ZoneKind.FURNITURE) and len(block.words) <= 20
        if outside and says_published(block.plain) and (found := publication_date(block.plain)).iso:
            return found
    return _UNKNOWN


def _marked_time(part: Part, facts: PageFacts, sure: bool) -> PublicationDate:
    """A `<time>` that stands near the headline, or one that is marked as publication wherever it stands."""
    first = part.blocks[part.title.start].span.start if len(part.title) else 0
    begin = part.blocks[part.start].span.start if part.start < len(part.blocks) else 0
    for position, date, marked in facts.times:
        near = first - 200 <= position <= begin
        if date.iso and ((sure and marked) or (not sure and near)):
            return date
    return _UNKNOWN
