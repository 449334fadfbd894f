"""Word lists as files: what one person writes another reads, and a bad file changes nothing."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.amendments import Amended
from workbench.errors import UserError
from workbench.word_files import read_changes, suffix_of, written
from workbench.word_lists import all_lists, list_named

WORDS = (
    Amended()
    .add("hedges", "the gulls say")
    .add("naming-groups", "Zubra = Old Kelp")
    .add("loaded", "qu'oogler")
    .remove("hedges", "often")
)


@pytest.mark.parametrize("kind", ["toml", "csv"])
def test_the_changes_of_one_case_are_those_of_another(kind: str, tmp_path: Path) -> None:
    path = tmp_path / f"ours.{kind}"
    path.write_bytes(written(WORDS, kind))
    assert Amended().merged(read_changes(path)) == WORDS
    assert written(Amended().merged(read_changes(path)), kind) == path.read_bytes()


@pytest.mark.parametrize("kind", ["toml", "csv"])
def test_whole_lists_have_every_entry_and_bring_only_what_is_new(kind: str, tmp_path: Path) -> None:
    path = tmp_path / f"all.{kind}"
    path.write_bytes(written(WORDS, kind, whole=all_lists()))
    assert len(read_changes(path)) > sum(len(where.shipped) for where in all_lists())
    assert Amended().merged(read_changes(path)) == WORDS
    one = written(WORDS, kind, whole=[list_named("modals")])
    assert b"shall" in one
    assert b"perhaps" not in one


def test_a_table_that_a_spreadsheet_saved_is_read(tmp_path: Path) -> None:
    path = tmp_path / "theirs.CSV"
    path.write_text("\ufeffList;Entry;Change\r\nhedges;frobly;\r\n\r\nhedges;often;Removed\r\n;;\r\n", "utf-8")
    assert read_changes(path) == [("hedges", "frobly", False), ("hedges", "often", True)]
    path.write_text("list,entry\nHedges,frobly\n", "utf-8")
    assert read_changes(path) == [("hedges", "frobly", False)]


@given(st.sampled_from(['say "no"', "a\\b", "naïve", "Zürich", "#frob", "l'état", "“frob”"]))
def test_what_cannot_be_an_entry_never_gets_into_a_file_so_that_every_file_can_be_read(text: str) -> None:
    try:
        words = Amended().add("hedges", text)
    except UserError:
        return
    for kind in ("toml", "csv"):
        assert text in written(words, kind).decode()


BAD = {
    "empty.csv": ("", "must begin with a line that names its columns: list,entry,change"),
    "empty.toml": ("", "“empty.toml” has no entries in it."),
    "head.csv": ("list,entry,change\n", "has no entries in it"),
    "words.csv": ("frobly\ngribly\n", "must begin with a line that names its columns"),
    "unknown.csv": ("list,entry\nhegdes,frobly\n", "“unknown.csv”, line 2: There is no word list “hegdes”"),
    "unknown.toml": ("[added]\nhegdes = ['frobly']", "“unknown.toml”: There is no word list “hegdes”"),
    "sign.csv": ('list,entry\nhedges,perhaps\nhedges,"a, b"\n', "“sign.csv”, line 3: “a, b” would never be found"),
    "break.csv": ('list,entry\nhedges,"a\nb"\n', "has a line break"),
    "change.csv": (
        "list,entry,change\nhedges,frobly,maybe\n",
        "line 2: give a list, an entry, and “added” or “removed”",
    ),
    "quote.csv": ('list,entry\nhedges,"frobly\n', "is not CSV in line"),
    "broken.toml": ("[added\n", "“broken.toml” is not TOML: "),
    "table.toml": ("[more]\nhedges = []", "has “more”, where only the tables added, removed and lists are known"),
    "text.toml": ("[added]\nhedges = 'frobly'", "must give “hedges” as a list of texts in quotes"),
    "many.csv": (
        "list,entry\n" + "".join(f"hedges,w{number}\n" for number in range(100_000)),
        "“many.csv” is larger than 1 MB, far more than word lists are: a case takes 1,000 changes.",
    ),
    "many.toml": (
        "[added]\nhedges = [" + ",".join(f"'w{number}'" for number in range(30_000)) + "]",
        "“many.toml” has 30,000 entries, far more than word lists have: a case takes 1,000 changes.",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_told_in_one_sentence(name: str, tmp_path: Path) -> None:
    text, sentence = BAD[name]
    (tmp_path / name).write_text(text, "utf-8")
    with pytest.raises(UserError) as refused:
        read_changes(tmp_path / name)
    assert sentence in str(refused.value)
    assert "\n" not in str(refused.value)


def test_files_of_no_known_kind_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"give it the suffix .toml or .csv"):
        suffix_of(tmp_path / "lists.docx")
    (tmp_path / "latin.csv").write_bytes("list,entry\nhedges,caf\xe9\n".encode("latin-1"))
    with pytest.raises(UserError, match="is not a text in UTF-8"):
        read_changes(tmp_path / "latin.csv")
    with pytest.raises(UserError, match=r"“none.csv” cannot be read: No such file"):
        read_changes(tmp_path / "none.csv")
    (tmp_path / "folder.csv").mkdir()
    with pytest.raises(UserError, match=r"“folder.csv” cannot be read"):
        read_changes(tmp_path / "folder.csv")
