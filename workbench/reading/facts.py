"""What a page states about its articles in its head: linked data, OpenGraph, the canonical address."""

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

from workbench.model import PublicationDate
from workbench.reading.dates import from_machine
from workbench.reading.markup import PageHead

_ARTICLE_TYPES = re.compile(r"(?:News|Blog|Reportage|Opinion|Analysis|Review|Background|Satirical|Scholarly|Tech)?"
                            r"(?:Article|NewsArticle|Posting|LiveBlogPosting|Report)$")  # fmt: skip
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")
_MAX_SCRIPT = 1_000_000
_MAX_NODES = 20_000
_MAX_ARTICLES = 100
_MAX_TIMES = 1000
_PUBLISHED_KEYS = (
    "article:published_time", "og:published_time", "datepublished", "date.published", "parsely-pub-date",
    "sailthru.date", "dc.date.issued", "dcterms.issued", "dcterms.date", "dc.date", "article.published", "publishdate",
    "pubdate", "publish-date", "publication_date", "date",
)  # fmt: skip
_SITE_KEYS = (
    "og:site_name",
    "application-name",
    "publisher",
    "dc.publisher",
    "dcterms.publisher",
    "cre",
    "apple-mobile-web-app-title",
)
_AUTHOR_KEYS = (
    "author",
    "article:author_name",
    "byl",
    "parsely-author",
    "dc.creator",
    "sailthru.author",
    "dcterms.creator",
)
_UNKNOWN = PublicationDate()


@dataclass(frozen=True)
class StatedArticle:
    """One article as the linked data of a page describes it; empty where it says nothing."""

    title: str = ""
    outlet: str = ""
    author: str = ""
    url: str = ""
    published: PublicationDate = _UNKNOWN


@dataclass(frozen=True)
class PageFacts:
    """What the head of a page states; a plain text states nothing."""

    title: str = ""
    headline: str = ""
    site: str = ""
    author: str = ""
    url: str = ""
    language: str = ""
    published: PublicationDate = _UNKNOWN
    articles: tuple[StatedArticle, ...] = ()
    times: tuple[tuple[int, PublicationDate, bool], ...] = field(default=())
    """Marked times: characters of readable text before it, the date, and whether it is marked as publication."""


def facts_of(head: PageHead) -> PageFacts:
    """The facts in the head of a page."""
    metas: dict[str, str] = {}
    for key, content in head.metas:
        if content.strip():
            metas.setdefault(key, _clean(content))
    articles = tuple(islice(_linked_articles(head.scripts), _MAX_ARTICLES))
    return PageFacts(
        title=_clean(html.unescape(head.title)),
        headline=_first(metas, ("og:title", "twitter:title", "dc.title", "headline")),
        site=_first(metas, _SITE_KEYS),
        author=_person(_first(metas, _AUTHOR_KEYS)),
        url=_address(metas.get("og:url", "")) or _address(head.canonical),
        language=re.split("[-_]", head.language.strip().lower())[0] if head.language else "",
        published=_meta_date(metas),
        articles=articles,
        times=tuple((time.position, from_machine(time.value), time.published) for time in head.times[:_MAX_TIMES]),
    )


def host_of(url: str) -> str:
    """The host of an address without `www.`, empty when there is none."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def _meta_date(metas: dict[str, str]) -> PublicationDate:
    """The first date of publication among the meta elements."""
    for key in _PUBLISHED_KEYS:
        if key in metas and (found := from_machine(metas[key])).iso:
            return PublicationDate(found.iso, found.precision, f"{key}: {found.evidence}")
    return _UNKNOWN


def _linked_articles(scripts: list[str]) -> Iterator[StatedArticle]:
    """The articles that JSON-LD scripts describe."""
    for script in scripts:
        for node in _nodes(_parse(script)):
            kinds = node.get("@type", "")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(kind, str) and _ARTICLE_TYPES.match(kind.rsplit("/", 1)[-1]) for kind in kinds):
                yield _stated_article(node)


def _parse(script: str) -> Any:
    """The data of a script, `None` when it is broken."""
    if len(script) > _MAX_SCRIPT:
        return None
    try:
        return json.loads(script.strip().removeprefix("<!--").removesuffix("-->"), strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(data: Any) -> Iterator[dict[str, Any]]:
    """Every object of the data, outermost first."""
    waiting, seen = [data], 0
    while waiting and seen < _MAX_NODES:
        node = waiting.pop(0)
        seen += 1
        if isinstance(node, dict):
            yield node
            waiting += node.values()
        elif isinstance(node, list):
            waiting += node


def _stated_article(node: dict[str, Any]) -> StatedArticle:
    """What one object says of an article."""
    stated = from_machine(_name(node.get("datePublished")))
    published = (
        PublicationDate(stated.iso, stated.precision, f"datePublished: {stated.evidence}") if stated.iso else _UNKNOWN
    )
    address = node.get("url") or node.get("mainEntityOfPage") or node.get("@id")
    if isinstance(address, dict):
        address = address.get("@id") or address.get("url")
    return StatedArticle(
        title=_clean(html.unescape(_name(node.get("headline")) or _name(node.get("name")))),
        outlet=_clean(_name(node.get("publisher")) or _name(node.get("sourceOrganization"))),
        author=_person(_name(node.get("author")) or _name(node.get("creator"))),
        url=_address(address if isinstance(address, str) else ""),
        published=published,
    )


def _name(value: Any) -> str:
    """The name of a person or organisation in any of the shapes that linked data gives it."""
    if isinstance(value, dict):
        value = value.get("name", "")
    if isinstance(value, list):
        return ", ".join(name for one in value[:10] if (name := _name(one) if not isinstance(one, list) else ""))
    return str(value) if isinstance(value, str | int | float) else ""


def _person(text: str) -> str:
    """An author's name; addresses that stand in its place are left out."""
    return "" if "://" in text or text.startswith("@") else _clean(text)


def _address(text: str) -> str:
    """An absolute address, or nothing."""
    return text.strip() if re.match(r"https?://[^\s\ud800-\udfff]{3,2000}$", text.strip(), re.I) else ""


def _first(metas: dict[str, str], keys: tuple[str, ...]) -> str:
    return next((metas[key] for key in keys if key in metas), "")


def _clean(text: str) -> str:
    """One line; the half characters that JSON can spell become U+FFFD, as in browsers."""
    return _HALF_CHARACTER.sub("\ufffd", " ".join(text.split())[:500])
