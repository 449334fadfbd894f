"""Codebooks as CSV: there and back to the letter, and as spreadsheets and hurried people write them."""

from pathlib import Path

import pytest
from hypothesis import given

from tests.codebook.books import BOOK, books, shape
from workbench.codebook_csv import read_csv
from workbench.codebook_files import read_codebook, written
from workbench.codebook_import import brought_in
from workbench.errors import UserError
from workbench.model import Code


@given(books())
def test_there_and_back_a_codebook_is_the_same(codes: tuple[Code, ...]) -> None:
    content = written(codes, "csv")
    assert content.startswith(b"\xef\xbb\xbf")
    read = read_csv(content.decode("utf-8-sig"), "a.csv")
    fresh = brought_in((), read)
    assert shape(fresh.codes) == shape(codes)
    assert fresh.remarks == ()
    again = brought_in(codes, read)
    assert (again.added, again.updated, again.remarks) == (0, 0, ())


def brought(text: str, before: tuple[Code, ...] = ()) -> set[tuple[str, ...]]:
    return {path for path, *_ in shape(brought_in(before, read_csv(text, "a.csv")).codes)}


def test_a_file_as_a_spreadsheet_writes_it(tmp_path: Path) -> None:
    text = "\ufeffName;Parent;Digit;Color;Description\r\nEbb;Tides;2;#ABC;low; \r\nTides;;;;\r\n;;;;\r\n"
    for encoding in ("utf-8", "utf-16"):
        (tmp_path / "sea.CSV").write_bytes(text.encode(encoding))
        tides, ebb = read_codebook(tmp_path / "sea.CSV").codes
        assert (tides.name, tides.digit, tides.colour) == ("Tides", -1, "")
        assert (ebb.name, ebb.under, ebb.digit, ebb.colour, ebb.description) == ("Ebb", 0, 2, "#aabbcc", "low")


def test_one_column_of_names_is_enough() -> None:
    assert brought("name\nEbb\nFlood\n") == {("Ebb",), ("Flood",)}


def test_a_parent_goes_by_its_path_or_by_its_name_where_only_one_has_it() -> None:
    assert brought("name,parent\nSea,\nTides,Sea\nEbb,Tides\nFlood,Sea / Tides\n") == {
        ("Sea",), ("Sea", "Tides"), ("Sea", "Tides", "Ebb"), ("Sea", "Tides", "Flood"),
    }  # fmt: skip


def test_a_parent_without_a_row_is_made_or_is_the_one_of_the_codebook() -> None:
    assert brought("name,parent\nEbb,Sea/Tides\n") == {("Sea",), ("Sea", "Tides"), ("Sea", "Tides", "Ebb")}
    found = brought("name,parent\nPejorative,wording\n", BOOK)
    assert ("Wording", "Pejorative") in found
    assert len(found) == len(BOOK) + 1


def test_the_same_line_twice_makes_one_code() -> None:
    result = brought_in((), read_csv("name,parent\nEbb,\nEBB,\nFlood,Ebb\n", "a.csv"))
    assert len(result.codes) == 2
    assert result.remarks == ("1 code with the name of the one beside made one with it",)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "must begin with a line"),
        ("code name,parent\nEbb,\n", "must begin with a line"),
        ("name,name\nEbb,\n", "must begin with a line"),
        ("name,digit\nEbb,12\n", "line 2: “12” is no key"),
        ("name,colour\n\nEbb,reddish\n", "line 3: “reddish” is no colour"),
        ("name,parent\n,Sea\n", "line 2: A code needs a name"),
        ("name,parent\nA,B\nB,A\n", "stands under itself in this file"),
        ("name,parent\nA,A\n", "stands under itself in this file"),
        ('name,parent\n"A,B\n', "not CSV in line 2"),
        ("name,parent\n" + "".join(f"{n},{n + 1}\n" for n in range(200)), "more than 50 levels"),
        ("name,parent\n" + "\n".join(["deep," + "/".join(map(str, range(70)))]), "more than 50 levels"),
    ],
)
def test_what_cannot_be_read_is_named_by_its_line(text: str, why: str) -> None:
    with pytest.raises(UserError, match=why) as refused:
        brought_in((), read_csv(text, "a.csv"))
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [("a.csv", b"name\n\xff\xfe\x80", "UTF-8"), ("a.csv", b"name\n", "no codes"), ("a.xml", b"", "ending .qdc or .csv"),
     ("none.csv", None, "cannot be read")],
)  # fmt: skip
def test_a_file_that_is_none_is_refused(name: str, content: bytes | None, why: str, tmp_path: Path) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(UserError, match=why):
        read_codebook(tmp_path / name)


def test_more_codes_than_anybody_wants_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("name\n" + "".join(f"code {n}\n" for n in range(1001)), "utf-8")
    with pytest.raises(UserError, match="1,001 codes"):
        read_codebook(tmp_path / "a.csv")


def test_no_cell_is_run_as_a_formula() -> None:
    content = written((Code("a", "=cmd()", "#000000", -1, "@SUM(A1)"), Code("b", "'quoted", "#000000")), "csv").decode()
    assert "'=cmd()" in content
    assert "'@SUM" in content
    assert "''quoted" in content
