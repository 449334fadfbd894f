"""A codebook as REFI-QDA .qdc, the XML that programs for qualitative research exchange codebooks in.

The format is that of the REFI-QDA standard 1.5, section 5.2 (https://www.qdasoftware.org/codebook-exchange/): codes in
codes, each with a GUID, a name, perhaps a colour and a description; and sets of codes, which we do not have.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from lxml import etree

from workbench.codebook import (
    LONGEST_DESCRIPTION,
    LONGEST_NAME,
    check_number,
    checked_colour,
    checked_description,
    fits_a_line,
)
from workbench.codebook_import import ForeignCode, guid_of
from workbench.codebook_tree import CodeTree
from workbench.errors import UserError
from workbench.resources import program_version
from workbench.text.sentence_parts import counted

NAMESPACE = "urn:QDA-XML:codebook:1.0"
_GUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_KNOWN = frozenset({"CodeBook", "Codes", "Code", "Description", "Sets", "Set", "MemberCode"})
_ATTRIBUTES = frozenset({"guid", "name", "color", "isCodable"})


def qdc_of(tree: CodeTree) -> bytes:
    """The codebook as UTF-8 XML; raises `UserError` when it is empty, which the standard does not allow."""
    if not tree.code:
        raise UserError("The codebook is empty, and a REFI-QDA codebook has one code at least: add a code first.")
    book = etree.Element(_tag("CodeBook"), nsmap={None: NAMESPACE}, origin=f"Variorum {program_version()}")
    _add(tree, "", etree.SubElement(book, _tag("Codes")))
    written: bytes = etree.tostring(book, xml_declaration=True, encoding="utf-8", pretty_print=True)
    return written


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _add(tree: CodeTree, parent: str, above: Any) -> None:
    for code in tree.under(parent):
        element = etree.SubElement(above, _tag("Code"), guid=guid_of(code), name=_clean(code.name), isCodable="true")
        element.set("color", code.colour.upper())
        if code.description:
            etree.SubElement(element, _tag("Description")).text = _clean(code.description)
        _add(tree, code.id, element)


def _clean(text: str) -> str:
    """A text that XML can hold."""
    return _NO_XML.sub("\ufffd", text)


def read_qdc(content: bytes, name: str) -> tuple[list[ForeignCode], list[str]]:
    """The codes of a .qdc file and what of it cannot be kept; raises `UserError` for what is no codebook.

    Nothing outside the file is looked at, and no entity in it is expanded.
    """
    book = _parsed(content, name)
    check_number(sum(1 for _ in book.iter("{*}Code")), name)  # before the work of reading them
    reading = _Reading(name)
    for codes in _children(book, "Codes"):
        for element in _children(codes, "Code"):
            reading.take(element, -1)
    sets = sum(1 for sets in _children(book, "Sets") for _ in _children(sets, "Set"))
    return reading.codes, [*([counted(sets, "set")] if sets else []), *reading.remarks(book)]


def _parsed(content: bytes, name: str) -> Any:
    plain = content.replace(b"\0", b"").lower()  # UTF-16 has a zero in every letter of the markup
    if b"<!doctype" in plain or b"<!entity" in plain:
        raise UserError(f"“{name}” declares a document type, which a codebook never does: it is not read.")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None)
        where = f" in line {line}" if line else ""
        raise UserError(f"“{name}” is not sound XML{where}: export it anew from the program it comes from.") from None
    if _local(root) != "CodeBook":
        raise UserError(f"“{name}” is XML, but no REFI-QDA codebook: choose a .qdc file.")
    return root


def _local(element: Any) -> str:
    return str(etree.QName(element).localname) if isinstance(element.tag, str) else ""


def _children(element: Any, name: str) -> Iterator[Any]:
    return (child for child in element if _local(child) == name)


class _Reading:
    """Codes as they are read, and a count of what cannot be kept of them."""

    def __init__(self, name: str) -> None:
        self._file = name
        self.codes: list[ForeignCode] = []
        self._lost: Counter[str] = Counter()

    def take(self, element: Any, under: int) -> None:
        """Read a code and those in it."""
        number = len(self.codes)
        description = "\n".join(child.xpath("string()").strip() for child in _children(element, "Description"))
        name, description = self._name(element.get("name", ""), description)
        self._lost["code"] += element.get("isCodable", "true").strip().lower() in ("false", "0")
        self._lost["attribute"] += sum(str(etree.QName(key).localname) not in _ATTRIBUTES for key in element.attrib)
        self.codes.append(ForeignCode(name, under, self._guid(element), self._colour(element), -1, description))
        for child in _children(element, "Code"):
            self.take(child, number)

    def _name(self, whole: str, description: str) -> tuple[str, str]:
        """The name as one line that is short enough; what was cut off stands before the description."""
        name = "".join(c if fits_a_line(c) else " " for c in whole).strip()
        if len(name) > LONGEST_NAME:
            self._lost["name"] += 1
            name, description = name[: LONGEST_NAME - 1].rstrip() + "…", f"{name}\n{description}".strip()
        if len(description) > LONGEST_DESCRIPTION:
            self._lost["description"] += 1
            description = description[: LONGEST_DESCRIPTION - 1] + "…"
        description = checked_description(description)
        if not name:
            self._lost["nameless"] += 1
        return name or "Unnamed code", description

    def _guid(self, element: Any) -> str:
        guid = element.get("guid", "").strip().strip("{}").lower()
        if _GUID.fullmatch(guid):
            return str(guid)
        self._lost["guid"] += 1
        return ""

    def _colour(self, element: Any) -> str:
        colour = element.get("color", "").strip()
        try:
            return checked_colour(colour)
        except UserError:
            self._lost["colour"] += 1
            return ""

    def remarks(self, book: Any) -> Iterator[str]:
        """What could not be kept, a few words each."""
        self._lost["element"] = sum(_local(one) not in _KNOWN for one in book.iter() if isinstance(one.tag, str))
        for what, words in _LOST.items():
            if self._lost[what]:
                yield words.format(counted(self._lost[what], what if what not in ("nameless", "guid") else "code"))


_LOST = {
    "code": "{} that may not be put on anything can be here",
    "colour": "{} missing and chosen here",
    "name": "{} shortened, the whole of it put into the description",
    "description": "{} shortened",
    "nameless": "{} without a name called “Unnamed code”",
    "guid": "{} without a GUID found by name alone",
    "element": "{} of other kinds",
    "attribute": "{} of other kinds",
}
