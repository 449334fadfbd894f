"""Codebooks as REFI-QDA .qdc: there and back, against the standard's schema, and files that mean harm."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from lxml import etree

from tests.codebook.books import BOOK, books, shape
from workbench.codebook_files import left_out, read_codebook, written
from workbench.codebook_import import brought_in, guid_of
from workbench.codebook_tree import CodeTree
from workbench.errors import UserError
from workbench.model import Code
from workbench.qdc import NAMESPACE, read_qdc
from workbench.word_files import read_changes

# What the standard demands of a .qdc file (REFI-QDA 1.5, 5.2), in the words of RELAX NG.
SCHEMA = etree.RelaxNG(
    etree.fromstring(f"""
<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="{NAMESPACE}"
    datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
  <start><element name="CodeBook">
    <optional><attribute name="origin" ns=""><data type="string"/></attribute></optional>
    <element name="Codes"><oneOrMore><ref name="code"/></oneOrMore></element>
    <optional><element name="Sets"><oneOrMore><ref name="set"/></oneOrMore></element></optional>
  </element></start>
  <define name="guid"><attribute name="guid" ns=""><data type="token"><param name="pattern"
    >[0-9a-fA-F]{{8}}-[0-9a-fA-F]{{4}}-[0-9a-fA-F]{{4}}-[0-9a-fA-F]{{4}}-[0-9a-fA-F]{{12}}</param></data></attribute>
  </define>
  <define name="name"><attribute name="name" ns=""><data type="string"/></attribute></define>
  <define name="description"><optional><element name="Description"><data type="string"/></element></optional></define>
  <define name="code"><element name="Code">
    <ref name="guid"/><ref name="name"/>
    <attribute name="isCodable" ns=""><data type="boolean"/></attribute>
    <optional><attribute name="color" ns=""><data type="token"><param name="pattern"
      >#([A-Fa-f0-9]{{6}}|[A-Fa-f0-9]{{3}})</param></data></attribute></optional>
    <ref name="description"/><zeroOrMore><ref name="code"/></zeroOrMore>
  </element></define>
  <define name="set"><element name="Set">
    <ref name="guid"/><ref name="name"/><ref name="description"/>
    <zeroOrMore><element name="MemberCode"><ref name="guid"/></element></zeroOrMore>
  </element></define>
</grammar>""")
)

FOREIGN = """<?xml version="1.0" encoding="utf-8"?>
<CodeBook xmlns="urn:QDA-XML:codebook:1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="urn:QDA-XML:codebook:1.0 Codebook.xsd" origin="Elsewhere 3">
 <Codes>
  <Code guid="{1FF58B12-6F6F-4B0C-8BE5-BBDC91F55294}" name="Tides" isCodable="false" color="#4A0">
   <Description>What the sea does.</Description>
   <Code guid="2FF58B12-6F6F-4B0C-8BE5-BBDC91F55294" name="Ebb" isCodable="true"/>
   <!-- nothing to keep -->
   <NoteRef targetGUID="3FF58B12-6F6F-4B0C-8BE5-BBDC91F55294"/>
  </Code>
 </Codes>
 <Sets>
  <Set guid="ECA18D76-2B8B-4F26-BC1D-19ECA19FB3F0" name="Shore">
   <MemberCode guid="1FF58B12-6F6F-4B0C-8BE5-BBDC91F55294"/>
  </Set>
 </Sets>
</CodeBook>"""

LAUGHS = """<?xml version="1.0"?><!DOCTYPE CodeBook [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>
<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code guid="1" name="&d;" isCodable="true"/></Codes></CodeBook>"""


@given(books())
def test_there_and_back_a_codebook_is_the_same_but_for_its_keys(codes: tuple[Code, ...]) -> None:
    if not codes:
        return
    content = written(codes, "qdc")
    assert SCHEMA.validate(etree.fromstring(content)), SCHEMA.error_log
    read, remarks = read_qdc(content, "a.qdc")
    assert remarks == []
    fresh = brought_in((), read)
    assert shape(fresh.codes, keys=False) == shape(codes, keys=False)
    assert written(fresh.codes, "qdc").count(b"<Code ") == len(codes)
    assert {guid_of(code) for code in fresh.codes} == {guid_of(code) for code in codes}, "GUIDs stay the same"
    again = brought_in(codes, read)
    assert (again.added, again.updated, again.remarks) == (0, 0, ()), "nothing is doubled, and no key is lost"


def test_the_guid_of_a_code_never_changes() -> None:
    assert guid_of(Code("figure", "Any", "#000000")) == guid_of(Code("figure", "Other", "#ffffff"))
    plain = "1ff58b12-6f6f-4b0c-8be5-bbdc91f55294"
    assert guid_of(Code(plain.upper().replace("-", ""), "Any", "#000000")) == plain


def test_what_a_foreign_file_has_is_kept_or_named(tmp_path: Path) -> None:
    (tmp_path / "sea.qdc").write_text(FOREIGN, "utf-8")
    book = read_codebook(tmp_path / "sea.qdc")
    tides, ebb = book.codes
    assert (tides.name, tides.colour, tides.description) == ("Tides", "#44aa00", "What the sea does.")
    assert (ebb.name, ebb.under, ebb.colour) == ("Ebb", 0, "")
    assert tides.guid == "1ff58b12-6f6f-4b0c-8be5-bbdc91f55294"
    assert book.remarks == (
        "1 set", "1 code that may not be put on anything can be here", "1 colour missing and chosen here",
        "1 element of other kinds",
    )  # fmt: skip
    codes = brought_in(BOOK, book.codes).codes
    assert len({code.colour for code in codes}) == len(codes), "a colour is chosen that is free"


def test_a_name_that_is_too_long_goes_on_in_the_description() -> None:
    long = "Very long name " * 10
    inner = f'<Code name="{long}" guid="x"><Description>Why.</Description></Code><Code/>'
    xml = f"<CodeBook><Codes>{inner}</Codes></CodeBook>"
    (code, nameless), remarks = read_qdc(xml.encode(), "a.qdc")
    assert len(code.name) <= 80
    assert code.description == f"{long.strip()}\nWhy."
    assert nameless.name == "Unnamed code"
    assert "1 name shortened, the whole of it put into the description" in remarks


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (LAUGHS.encode(), "declares a document type"),
        (LAUGHS.replace('"1.0"', '"1.0" encoding="utf-16"', 1).encode("utf-16"), "declares a document type"),
        (b'<!DOCTYPE x SYSTEM "file:///etc/hostname"><CodeBook/>', "declares a document type"),
        (b"<CodeBook><Codes>", "not sound XML in line 1"),
        (b"", "is empty"),
        (b" \r\n", "is empty"),
        (b"<CodeBook><Codes>" + b"<Code name='x'/>" * 1001 + b"</Codes></CodeBook>", "has 1,001 codes"),
        (b"\x00\xff\x13", "not sound XML"),
        (b"<html><body/></html>", "no REFI-QDA codebook"),
        (b"<CodeBook><Codes/></CodeBook>", "has no codes"),
        (("<CodeBook><Codes>" + "<Code name='x'>" * 400).encode(), "not sound XML"),
        (b"x" * 5_000_001, "larger than 5 MB"),
    ],
)
def test_what_is_no_codebook_is_refused_in_one_sentence(content: bytes, why: str, tmp_path: Path) -> None:
    (tmp_path / "bad.qdc").write_bytes(content)
    with pytest.raises(UserError, match=why) as refused:
        read_codebook(tmp_path / "bad.qdc")
    assert "\n" not in str(refused.value)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
@pytest.mark.parametrize(
    ("name", "read"), [("a.qdc", read_codebook), ("a.csv", read_codebook), ("a.toml", read_changes)]
)
def test_nobody_waits_for_what_comes_out_of_a_pipe(name: str, read: Callable[[Path], object], tmp_path: Path) -> None:
    os.mkfifo(tmp_path / name)
    with pytest.raises(UserError, match=f"“{name}” is no ordinary file"):
        read(tmp_path / name)


def test_codes_in_codes_without_end_are_refused() -> None:
    deep = "<CodeBook><Codes>" + "<Code name='x'>" * 60 + "</Code>" * 60 + "</Codes></CodeBook>"
    with pytest.raises(UserError, match="more than 50 levels"):
        brought_in((), read_qdc(deep.encode(), "a.qdc")[0])


def test_an_empty_codebook_is_not_written_as_the_standard_has_none() -> None:
    with pytest.raises(UserError, match="codebook is empty"):
        written((), "qdc")


def test_it_is_said_that_keys_stay_behind() -> None:
    assert "3 keys stayed behind" in left_out(BOOK, "qdc")
    assert left_out(BOOK, "csv") == ""
    assert left_out([code for code in CodeTree(BOOK).code.values() if code.digit < 0], "qdc") == ""
