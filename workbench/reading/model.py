"""What reading a file yields, before it is part of a case."""

from dataclasses import dataclass

from workbench.model import PublicationDate, Zone
from workbench.spans import OffsetMap, Span


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An `Article` without its place in a case; see there. `span` is in the readable text of the file."""

    span: Span
    title: str
    outlet: str
    republisher: str
    byline: str
    published: PublicationDate
    url: str
    language: str
    zones: tuple[Zone, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as read: its bytes, its readable text and the articles found in it.

    For plain text the readable text is the decoded file itself, character for character; for HTML it is the
    visible text, and `offsets` leads back to the decoded file. The decoded file is `content.decode(encoding)`; a byte
    order mark belongs to the encoding (`utf-8-sig`, `utf-16`), and offsets count from after it.
    """

    name: str
    origin: str
    content: bytes
    sha256: str
    media_type: str
    encoding: str
    text: str
    offsets: OffsetMap
    articles: tuple[ReadArticle, ...]
