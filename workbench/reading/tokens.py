"""HTML cut into text and tags with their places in the file, in one pass whose cost is linear in the file's length.

Follows the tokenizer of the HTML standard (https://html.spec.whatwg.org/#tokenization) as far as visible text needs it.
The standard library's html.parser is not used: on 24 kB of repeated `<a ` it takes 5 s, growing with the square, and
`<![<![` makes it raise (both seen with Python 3.11).
"""

import html
import re
from collections.abc import Iterator
from typing import NamedTuple


class Text(NamedTuple):
    """Characters outside of tags, as they stand in the file; offsets in code points, half open."""

    start: int
    end: int


class Open(NamedTuple):
    """A start tag: names in lower case, of an attribute given twice the first, references in values resolved."""

    start: int
    end: int
    name: str
    attributes: dict[str, str]


class Close(NamedTuple):
    """An end tag."""

    start: int
    end: int
    name: str


class Raw(NamedTuple):
    """The content of an element that holds no markup (`script`, `style`, `title`, ...)."""

    start: int
    end: int
    name: str


Token = Text | Open | Close | Raw

_MARK = re.compile(r"<[a-zA-Z/!?]")
"""What a tag, a declaration or a comment begins with; any other `<` is text."""
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]{0,63})[^\s/>]*")
_ATTRIBUTE = re.compile(r"""[\s/]*([^\s/>=][^\s/>=]*|=[^\s/>=]*)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>]*))?""")
_TAG_END = re.compile(r"[\s/]*>")
_COMMENT_END = re.compile(r"--!?>")
_MAX_ATTRIBUTES = 100
_MAX_VALUE = 4096
_RAW = {
    name: re.compile(rf"</{name}(?=[\s/>])", re.I)
    for name in ("script", "style", "title", "textarea", "noscript", "noembed", "noframes", "iframe", "xmp")
}


def tokens(source: str) -> Iterator[Token]:
    """Text and tags of `source` in order; comments, declarations and processing instructions are left out."""
    position, length = 0, len(source)
    while position < length:
        begins = _MARK.search(source, position)
        if not begins:
            yield Text(position, length)
            return
        mark = begins.start()
        found = _TAG.match(source, mark)
        if mark > position:
            yield Text(position, mark)
        if not found:
            position = _skip_declaration(source, mark)
            continue
        tag = _read_tag(source, found)
        if tag is None:
            return
        yield tag
        position = tag.end
        if isinstance(tag, Open) and tag.name in _RAW:
            raw = _read_raw(source, tag)
            yield raw
            position = raw.end


def _skip_declaration(source: str, mark: int) -> int:
    """Where a comment, doctype, CDATA mark or processing instruction that begins at `mark` ends."""
    if source.startswith("<!--", mark):
        if source.startswith((">", "->"), mark + 4):
            return source.index(">", mark) + 1
        found = _COMMENT_END.search(source, mark + 4)
        return found.end() if found else len(source)
    end = source.find(">", mark)
    return end + 1 if end >= 0 else len(source)


def _read_tag(source: str, found: re.Match[str]) -> Open | Close | None:
    """The tag whose name was `found`; nothing when the file ends within it."""
    position, attributes = found.end(), dict[str, str]()
    while not (end := _TAG_END.match(source, position)):
        attribute = _ATTRIBUTE.match(source, position)
        if not attribute or attribute.end() == position:
            return None
        if len(attributes) < _MAX_ATTRIBUTES:
            attributes.setdefault(attribute.group(1)[:64].lower(), attribute.group(2) or "")
        position = attribute.end()
    name = found.group(2).lower()
    if found.group(1):
        return Close(found.start(), end.end(), name)
    values = {key: _value(value) for key, value in attributes.items()}
    return Open(found.start(), end.end(), name, values)


def _value(quoted: str) -> str:
    """The value of an attribute without its quotes, cut where no honest value is that long."""
    value = quoted[1:-1] if len(quoted) > 1 and quoted[0] in "\"'" and quoted[-1] == quoted[0] else quoted
    value = value[:_MAX_VALUE]
    return html.unescape(value) if "&" in value and not re.search(r"&#\w{12}", value) else value


def _read_raw(source: str, tag: Open) -> Raw:
    """The content of an element without markup, up to its end tag or the end of the file."""
    found = _RAW[tag.name].search(source, tag.end)
    return Raw(tag.end, found.start() if found else len(source), tag.name)
