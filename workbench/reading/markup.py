"""A saved HTML page as a reader sees it: its text in blocks, the way back to the file, what its head states."""

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from workbench.progress import ProgressReport, silent
from workbench.reading.blocks import MAX_BLOCKS, Block, Role, TooManyBlocks, stripped, text_blocks
from workbench.reading.roles import is_hidden, labels, names, roles
from workbench.reading.tokens import Close, Open, Raw, Text, tokens
from workbench.reading.writer import TextWriter
from workbench.spans import OffsetMap

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_IN_HEAD = {"base", "basefont", "bgsound", "link", "meta", "title", "style", "script", "noscript", "template"}
_CLOSES = {
    "li": {"li"}, "dt": {"dt", "dd"}, "dd": {"dt", "dd"}, "option": {"option"},
    "td": {"td", "th"}, "th": {"td", "th"}, "tr": {"td", "th", "tr"}, "tbody": {"td", "th", "tr", "thead", "tbody"},
}  # fmt: skip
_REACH = 64
"""How many open elements an end tag looks through for its start; keeps hostile nesting linear."""
_TOKENS_A_REPORT = 2000
_MOST = 0.8
"""The share of a block's characters that must lie in a role for the block to have it."""


class StatedTime(NamedTuple):
    """A `<time datetime>`: its value, what it is marked as, and how much readable text stood before it."""

    value: str
    published: bool
    position: int


@dataclass
class PageHead:
    """What the page says of itself beside its visible text, as it is written there."""

    title: str = ""
    canonical: str = ""
    language: str = ""
    metas: list[tuple[str, str]] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    times: list[StatedTime] = field(default_factory=list)


class Page(NamedTuple):
    """A page as read; `depth` is how deep its elements are nested, `elements` how many there are."""

    text: str
    offsets: OffsetMap
    blocks: list[Block]
    head: PageHead
    depth: int
    elements: int


class _Element(NamedTuple):
    name: str
    hidden: bool
    roles: tuple[Role, ...]


@dataclass
class _Stretch:
    """A block that is being written."""

    start: int
    paragraph: int
    level: int
    container: int
    length: int = 0
    linked: int = 0
    roles: Counter[Role] = field(default_factory=Counter)


def read_markup(source: str, report: ProgressReport = silent) -> Page:
    """Walk through `source` once; cost is linear in its length, and nothing it links to is fetched.

    Says how many characters are read. Raises `TooManyBlocks` when the page has more than a page of text can have.
    """
    walk = _Walk(source, report)
    for number, token in enumerate(tokens(source)):
        if number % _TOKENS_A_REPORT == 0:
            report("Reading", token.start, len(source))
        match token:
            case Text():
                walk.text(token)
            case Open():
                walk.open(token)
            case Close():
                walk.close(token.name)
            case Raw():
                walk.raw(token)
    text, offsets = walk.writer.result()
    return Page(text, offsets, walk.blocks(text), walk.head, walk.depth, walk.elements)


class _Walk:
    """The state of the walk: the open elements, and what they make of the text that comes."""

    def __init__(self, source: str, report: ProgressReport) -> None:
        self.writer = TextWriter(source, report)
        self.head = PageHead()
        self.depth = 0
        self.elements = 0
        self._source = source
        self._stack: list[_Element] = []
        self._open: Counter[str] = Counter()
        self._roles: Counter[Role] = Counter()
        self._hidden = 0
        self._stretches: list[_Stretch] = []
        self._paragraph = 0
        self._levels: list[int] = []
        self._containers: list[int] = []
        self._articles = 0
        self._script = ""

    def text(self, token: Text) -> None:
        """Visible characters go to the writer and count for the block they stand in."""
        if self._stack and self._stack[-1].name == "head" and self._source[token.start : token.end].strip():
            self._pop(len(self._stack) - 1)
        if self._hidden:
            return
        before, broken, paragraph = self.writer.length, self.writer.broken, self.writer.paragraph_broken
        write = self.writer.write_preformatted if self._open["pre"] else self.writer.write
        if not (written := write(token.start, token.end)):
            return
        if broken:
            self._paragraph += paragraph
            level = self._levels[-1] if self._levels else 0
            container = self._containers[-1] if self._containers else 0
            self._stretches.append(_Stretch(before, self._paragraph, level, container))
            if len(self._stretches) > MAX_BLOCKS:
                raise TooManyBlocks
        stretch = self._stretches[-1]
        stretch.length += written
        stretch.linked += written * bool(self._open["a"])
        for role, count in self._roles.items():
            stretch.roles[role] += written * bool(count)

    def open(self, tag: Open) -> None:
        """A start tag: breaks, facts of the head, and what it makes of its content."""
        name = tag.name
        self.elements += 1
        self._imply_end_tags(name)
        self._note(tag)
        self._break(name)
        if name == "br":
            self.writer.break_line()
        if name in names("void"):
            return
        hidden = name in names("hidden") and not (name == "dialog" and "open" in tag.attributes)
        marks = labels(tag)
        element = _Element(name, hidden or is_hidden(tag, marks), roles(name, marks))
        self._push(element)

    def close(self, name: str) -> None:
        """An end tag closes the nearest element of its name within reach; elsewhere it means nothing."""
        if name in ("br", "p") and not self._open[name]:
            self._break("p")
            return
        if not self._open[name]:
            return
        formatting = not (name in names("paragraph") or name in names("line") or name in names("hidden"))
        for index in range(len(self._stack) - 1, max(-1, len(self._stack) - 1 - _REACH), -1):
            if self._stack[index].name == name:
                self._break(name)
                self._remove(index) if formatting else self._pop(index)
                return
            if self._stack[index].name in names("barrier") and name not in names("barrier") | {"tr", "tbody"}:
                return

    def raw(self, token: Raw) -> None:
        """Content without markup is never visible; titles and linked data are noted."""
        content = self._source[token.start : token.end]
        if token.name == "title" and not self.head.title and not self._open["svg"]:
            self.head.title = content
        elif token.name == "script" and "ld+json" in self._script:
            self.head.scripts.append(content)

    def blocks(self, text: str) -> list[Block]:
        """The blocks of the finished text."""
        found: list[Block] = []
        ends = [*(stretch.start for stretch in self._stretches), len(text)][1:]
        for stretch, end in zip(self._stretches, ends, strict=True):
            found += _blocks_of(text, stretch, end)
            if len(found) > MAX_BLOCKS:
                raise TooManyBlocks
        return found

    def _note(self, tag: Open) -> None:
        """Keep what the page states about itself."""
        get = tag.attributes.get
        if tag.name == "meta" and (key := get("property") or get("name") or get("itemprop")):
            self.head.metas.append((key.lower(), get("content", "")))
        elif tag.name == "link" and "canonical" in get("rel", "").lower().split():
            self.head.canonical = self.head.canonical or get("href", "")
        elif tag.name == "html":
            self.head.language = get("lang") or get("xml:lang") or ""
        elif tag.name == "script":
            self._script = get("type", "").lower()
        if get("datetime") and not self._roles[Role.COMMENTS]:
            published = "pubdate" in tag.attributes or "datepublished" in get("itemprop", "").lower()
            published = published or "published" in get("class", "").lower().split()
            self.head.times.append(StatedTime(get("datetime", ""), published, self.writer.length))

    def _break(self, name: str) -> None:
        """Block elements stand apart from what is before and after them."""
        if not self._hidden:
            if name in names("paragraph"):
                self.writer.break_with("\n\n")
            elif name in names("line"):
                self.writer.break_with("\n")

    def _imply_end_tags(self, name: str) -> None:
        """Close what an opening tag closes without saying so: the head, a paragraph, the list item before."""
        if self._stack and self._stack[-1].name == "head" and name not in _IN_HEAD:
            self._pop(len(self._stack) - 1)
        ends = _CLOSES.get(name, set()) | ({"p"} if name in names("paragraph") else set())
        if not any(self._open[end] for end in ends):
            return
        for index in range(len(self._stack) - 1, max(-1, len(self._stack) - 1 - _REACH), -1):
            open_name = self._stack[index].name
            if open_name in ends:
                self._pop(index)
                ends = ends - {open_name}
            elif open_name in names("paragraph") and open_name != "p":
                return

    def _push(self, element: _Element) -> None:
        """An element is open from here on."""
        self._stack.append(element)
        self.depth = max(self.depth, len(self._stack))
        self._count(element, 1)
        if element.name in _HEADINGS:
            self._levels.append(_HEADINGS[element.name])
        if element.name == "article":
            self._articles += 1
            self._containers.append(self._articles)

    def _pop(self, index: int) -> None:
        """Close the element at `index` and all that is open within it."""
        while len(self._stack) > index:
            self._remove(len(self._stack) - 1)

    def _remove(self, index: int) -> None:
        """Close one element alone."""
        element = self._stack.pop(index)
        self._count(element, -1)
        if element.name in _HEADINGS:
            self._levels.pop()
        if element.name == "article":
            self._containers.pop()

    def _count(self, element: _Element, by: int) -> None:
        self._open[element.name] += by
        self._hidden += by * element.hidden
        for role in element.roles:
            self._roles[role] += by


def _blocks_of(text: str, stretch: _Stretch, end: int) -> list[Block]:
    """The block of a stretch; preformatted text may hold several."""
    span = stripped(text, stretch.start, end)
    if not len(span):
        return []
    block = Block(
        span,
        span.of(text),
        stretch.paragraph,
        stretch.level,
        frozenset(role for role, count in stretch.roles.items() if count >= _MOST * stretch.length),
        stretch.linked / stretch.length,
        stretch.container,
    )
    if "\n" not in block.raw:
        return [block]
    lines = text_blocks(block.raw)
    return [
        replace(block, span=line.span.shifted(span.start), raw=line.raw, paragraph=block.paragraph + line.paragraph)
        for line in lines
    ]
