"""Which files are texts, and what a person is told about those that are not."""

import hashlib
import os
from pathlib import Path

import pytest

from workbench.errors import Cancelled, UserError
from workbench.reading.blocks import MAX_BLOCKS
from workbench.reading.files import MAX_BYTES, MAX_CHARACTERS, read_file, text_files
from workbench.spans import OffsetMap, Span

TEXT = "Bridge Closed After Storm\n\nThe bridge over the Lenn was closed on Monday, the mayor said.\n"


def test_files_come_as_they_are_given_and_folders_sorted_and_searched_through(tmp_path: Path) -> None:
    for name in ("b.html", "a.txt", "deep/er/c.MD", "deep/d.xhtml", "picture.png", "notes.doc"):
        path = tmp_path / "folder" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT)
    single = tmp_path / "z.odd"
    single.write_text(TEXT)
    found = text_files([single, tmp_path / "folder"])
    names = [path.relative_to(tmp_path).as_posix() for path in found]
    assert names == ["z.odd", "folder/a.txt", "folder/b.html", "folder/deep/d.xhtml", "folder/deep/er/c.MD"]


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    assert text_files([path, tmp_path, path]) == [path]


def test_hidden_files_and_the_folder_a_browser_saves_beside_a_page_are_left_out(tmp_path: Path) -> None:
    for name in ("story.html", "story_files/frame.html", ".hidden.txt", ".git/readme.txt", "other_files/kept.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT)
    found = {path.relative_to(tmp_path).as_posix() for path in text_files([tmp_path])}
    assert found == {"story.html", "other_files/kept.txt"}


def test_a_circle_of_links_does_not_keep_the_search_going(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "circle").symlink_to(tmp_path, target_is_directory=True)
    assert text_files([tmp_path]) == [tmp_path / "a.txt"]


def test_a_path_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"There is no file or folder .*missing"):
        text_files([tmp_path / "missing"])


def test_a_folder_without_texts_is_refused_with_the_endings_that_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    with pytest.raises(UserError, match=r"holds no texts.*\.html"):
        text_files([tmp_path])


def test_a_plain_text_is_kept_character_for_character(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    content = TEXT.replace("\n", "\r\n").encode()
    path.write_bytes(content)
    reading = read_file(path)
    assert reading.text == content.decode()
    assert reading.offsets == OffsetMap()
    assert reading.content == content
    assert reading.sha256 == hashlib.sha256(content).hexdigest()
    assert (reading.name, reading.origin) == ("a.txt", str(path))
    assert (reading.media_type, reading.encoding) == ("text/plain", "utf-8")


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("a.html", "<p>One sentence stands here.</p>", "text/html"),
        ("a.htm", "No tag at all,\njust lines.", "text/plain"),
        ("a.txt", "<!DOCTYPE html><html><body><p>Saved under a wrong name.</p></body></html>", "text/html"),
        ("a.txt", "<?xml version='1.0'?>\n<!-- saved -->\n<html><body><p>Text.</p></body></html>", "text/html"),
        ("a.txt", "He wrote <b> and meant it.", "text/plain"),
        ("a.md", "# Title\n\nText with [a link](http://example.org).", "text/plain"),
    ],
)
def test_whether_it_is_a_page_is_told_by_its_content_first(
    tmp_path: Path, name: str, content: str, media_type: str
) -> None:
    path = tmp_path / name
    path.write_text(content)
    assert read_file(path).media_type == media_type


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty"),
        (b" \r\n\t\n", "nothing but white space"),
        ("\ufeff\xa0\n".encode(), "nothing but white space"),
        (b"%PDF-1.4", "PDF is not supported yet; save the page as HTML or text"),
    ],
)
def test_a_file_without_text_is_refused_in_one_sentence(tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "thing.txt"
    path.write_bytes(content)
    with pytest.raises(UserError, match=says):
        read_file(path)


def test_a_page_of_which_nothing_is_visible_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "thing.html"
    path.write_text("<html><head><title>App</title></head><body><script>start()</script></body></html>")
    with pytest.raises(UserError, match="without visible text"):
        read_file(path)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="There is no file"):
        read_file(tmp_path / "gone.txt")


def test_a_folder_is_refused_as_a_file(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="is a folder"):
        read_file(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_refused_instead_of_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(UserError, match="device or pipe"):
        read_file(tmp_path / "pipe.txt")


def test_a_broken_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "link.txt").symlink_to(tmp_path / "gone.txt")
    with pytest.raises(UserError, match="There is no file"):
        read_file(tmp_path / "link.txt")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="permissions do not bind this user")
def test_a_file_one_may_not_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text(TEXT)
    path.chmod(0)
    with pytest.raises(UserError, match="no permission"):
        read_file(path)


def test_a_file_too_large_for_a_page_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(UserError, match="larger than 20 MB"):
        read_file(path)


def test_every_sentence_ends_with_a_full_stop_and_names_the_file(tmp_path: Path) -> None:
    for content in (b"", b"  ", b"%PDF-1.4", b"\x00\x01"):
        path = tmp_path / "my page.txt"
        path.write_bytes(content)
        with pytest.raises(UserError) as refusal:
            read_file(path)
        assert "my page.txt" in str(refusal.value)
        assert str(refusal.value).count("\n") == 0
        assert str(refusal.value).endswith(".")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
@pytest.mark.parametrize("name", ["page.txt", "page.html"])
def test_offsets_count_in_the_bytes_decoded_with_the_encoding_that_is_kept(
    tmp_path: Path, encoding: str, name: str
) -> None:
    line = "Der Minister erklärte am Mittwoch, die Gespräche würden fortgesetzt."
    path = tmp_path / name
    path.write_bytes((line if name.endswith("txt") else f"<meta charset=windows-1252><p>{line}").encode(encoding))
    reading = read_file(path)
    start = reading.text.index("Gespräche")
    span = reading.offsets.to_file(Span(start, start + len("Gespräche")))
    assert span.of(reading.content.decode(reading.encoding)) == "Gespräche"
    assert "\ufeff" not in reading.text


def test_a_reader_says_how_far_it_is_and_hears_that_it_should_stop(tmp_path: Path) -> None:
    path = tmp_path / "long.html"
    path.write_text("<p>Boats wait in the harbour.\n" * 2000, encoding="utf-8")
    told: list[tuple[str, int, int]] = []
    whole = read_file(path, lambda *state: told.append(state))
    assert len(told) > 20
    assert all(stage == "Reading" and 0 <= done <= total for stage, done, total in told)
    assert whole == read_file(path)

    def stop_at(number: int) -> int:
        heard = 0

        def report(_stage: str, _done: int, _total: int) -> None:
            nonlocal heard
            heard += 1
            if heard == number:
                raise Cancelled

        with pytest.raises(Cancelled):
            read_file(path, report)
        return heard

    assert [stop_at(number) for number in (1, 2, len(told))] == [1, 2, len(told)]


@pytest.mark.parametrize(
    ("piece", "count"),
    [("a&amp;b ", 11_000), ("<i>x</i> ", 5000), ("<br>x", 5000), ("<p>x", 5000), ("<pre>x\n\n", 5000)],
)
@pytest.mark.parametrize("name", ["long.html", "long.txt"])
def test_every_long_file_is_reported_on(tmp_path: Path, name: str, piece: str, count: int) -> None:
    path = tmp_path / name
    path.write_text("<html>" + (piece + "\n" * name.endswith("txt")) * count, encoding="utf-8")
    told: list[int] = []
    read_file(path, lambda _stage, done, _total: told.append(done))
    assert len(told) > 3


@pytest.mark.parametrize(("name", "piece"), [("many.txt", "x\n"), ("many.html", "<p>x"), ("many.html", "<pre>x\ny\n")])
def test_a_file_of_too_many_lines_is_refused(tmp_path: Path, name: str, piece: str) -> None:
    path = tmp_path / name
    path.write_text(piece * (MAX_BLOCKS + 1), encoding="utf-8")
    with pytest.raises(UserError, match=f"“{name}” has more than 100,000 lines, too many for a page of text"):
        read_file(path)


@pytest.mark.parametrize("name", ["endless.txt", "endless.html"])
def test_a_file_of_more_text_than_anybody_reads_is_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("<p>" + "word " * (MAX_CHARACTERS // 5 + 1) + "end", encoding="utf-8")
    with pytest.raises(UserError, match=f"“{name}” holds more than 5 million characters of text"):
        read_file(path)


def test_a_page_of_much_script_and_little_text_is_read(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(f"<html><p>Boats wait.<script>{'x' * MAX_CHARACTERS}</script>", encoding="utf-8")
    assert read_file(path).text == "Boats wait."


@pytest.mark.parametrize(
    "piece",
    ["<", "! x", "# ", "#", "<a href=x class=share>x</a>", "Comments\n", "Comments\n\nShare this\n", "By Ann Lee\n",
     "The mayor said that it is so, and he told us.\nComments\n", "x" + " " * 50, ".'", "/ "],
)  # fmt: skip
@pytest.mark.parametrize("name", ["long.html", "long.txt"])
def test_hostile_repetition_is_read_to_its_end(tmp_path: Path, name: str, piece: str) -> None:
    path = tmp_path / name
    separated = piece.replace("\n", "<p>") if name.endswith("html") else piece
    path.write_text("# A headline\n" + separated * (40_000 // len(separated)) + "end", encoding="utf-8")
    assert read_file(path).text.endswith("end")
