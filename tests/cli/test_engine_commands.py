"""The engine without a case: shapes, offsets, and what it says of bad input."""

import json
from pathlib import Path

import pytest

QUOTE = "nobody at the lock had been told that the gates would be opened before the harvest was in"


def lines_of(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_pairs_repeats_the_paths_and_gives_spans_into_the_files_as_they_are(variorum, folder: Path) -> None:
    shared = (
        f"A keeper complained that {QUOTE}. His brother, who minds the weir two miles up, had heard it from a carter. "
        "By noon the meadow stood a foot deep and the sheep had to be fetched in boats. The miller laughed, they say, "
        "until the water came over his own doorstep and carried off eleven sacks of flour."
    )
    (folder / "a.txt").write_bytes(f"🚢 First line.\r\nSecond line.\r\n{shared}\r\nEnd.".encode())
    (folder / "b.txt").write_bytes(f"Quite another start, with é.\n{shared}\nAnd another end.".encode())
    (folder / "list.tsv").write_bytes(b"a.txt\tb.txt\r\nb.txt\ta.txt\n\n")
    assert variorum("engine", "pairs", "list.tsv", "-o", "out.jsonl").status == 0
    forth, back = lines_of(folder / "out.jsonl")
    assert (forth["a"], forth["b"], set(forth)) == ("a.txt", "b.txt", {"a", "b", "alignments"})
    assert (back["a"], back["b"]) == ("b.txt", "a.txt")
    (alignment,) = forth["alignments"]
    assert set(alignment) == {"a", "b", "score"}
    text = (folder / "a.txt").read_bytes().decode()
    start, end = alignment["a"]
    assert abs(start - text.index(shared)) <= 15
    assert abs(end - text.index(shared) - len(shared)) <= 15


def test_pairs_of_files_that_share_nothing_have_no_alignments(variorum, folder: Path) -> None:
    (folder / "a.txt").write_text("Rain.", "utf-8")
    (folder / "b.txt").write_text("", "utf-8")
    (folder / "list.tsv").write_text("a.txt\tb.txt", "utf-8")
    assert variorum("engine", "pairs", "list.tsv", "-o", "out.jsonl").status == 0
    assert lines_of(folder / "out.jsonl") == [{"a": "a.txt", "b": "b.txt", "alignments": []}]


def test_families_name_witnesses_by_the_ids_they_came_with(variorum, folder: Path) -> None:
    rows = [
        {"id": "x-1", "text": f"On Monday he said: “{QUOTE}.” Then he left the room and took the ferry."},
        {"id": 7, "text": f"Rain fell. A keeper complained that {QUOTE}! His dog agreed with every word."},
        {"id": "z", "text": "Something else altogether, about snowdrops and their early flowers in the garden."},
    ]
    (folder / "texts.jsonl").write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    assert variorum("engine", "families", "texts.jsonl", "-o", "out.json", "--jobs", 1).status == 0
    result = json.loads((folder / "out.json").read_text("utf-8"))
    assert set(result) == {"families"}
    (family,) = result["families"]
    assert set(family) == {"boilerplate", "witnesses"}
    assert {witness["id"] for witness in family["witnesses"]} == {"x-1", 7}
    texts = {row["id"]: row["text"] for row in rows}
    for witness in family["witnesses"]:
        start, end = witness["span"]
        assert QUOTE in texts[witness["id"]][start:end]


def test_edits_are_added_to_each_line_and_its_other_fields_are_kept(variorum, folder: Path) -> None:
    row = {"id": 1, "base": "He said 40 boats lay idle.", "witness": "He admitted 50 boats lay idle.", "domain": "é"}
    (folder / "pairs.jsonl").write_text(json.dumps(row) + "\n", "utf-8-sig")
    assert variorum("engine", "edits", "pairs.jsonl", "-o", "out.jsonl").status == 0
    (line,) = lines_of(folder / "out.jsonl")
    edits = line.pop("edits")
    assert line == row
    changed = {(row["base"][slice(*e["base"])], row["witness"][slice(*e["witness"])]): e["labels"] for e in edits}
    assert set(changed) == {("said", "admitted"), ("40", "50")}
    assert "report-verb" in changed["said", "admitted"]
    assert "number" in changed["40", "50"]


@pytest.mark.parametrize("command", ["families", "edits", "pairs"])
def test_an_empty_list_gives_an_empty_result(variorum, folder: Path, command: str) -> None:
    (folder / "in").write_text("\n \n", "utf-8")
    assert variorum("engine", command, "in", "-o", "out").status == 0
    assert (folder / "out").read_text("utf-8") == ('{"families": []}\n' if command == "families" else "")


def test_a_dash_writes_to_standard_output(variorum, folder: Path) -> None:
    (folder / "pairs.jsonl").write_text('{"id": 1, "base": "a", "witness": "a"}', "utf-8")
    outcome = variorum("engine", "edits", "pairs.jsonl", "-o", "-")
    assert json.loads(outcome.out)["edits"] == []
    assert not (folder / "-").exists()


@pytest.mark.parametrize(
    ("command", "line", "says"),
    [
        ("families", "{", "Line 2 of “in” is not JSON"),
        ("families", "[1]", "Line 2 of “in” is not a JSON object"),
        ("families", '{"text": "x"}', "Line 2 of “in” has no “id”"),
        ("families", '{"id": 3}', "Line 2 of “in” has no text “text”"),
        ("families", '{"id": 3, "text": 4}', "Line 2 of “in” has no text “text”"),
        ("families", '{"id": 3, "text": "\\ud83d"}', "Line 2 of “in” holds half a character"),
        ("families", '{"id": 1, "text": "y"}', "Line 2 of “in” has the id 1 again, which line 1 of “in” has already"),
        (
            "families",
            '{"id": "\\udc00", "text": "y"}',
            "Line 2 of “in” holds half a character (a lone surrogate) in “id”",
        ),
        ("families", '{"id": NaN, "text": "y"}', "Line 2 of “in” is not JSON (NaN is no number)"),
        ("families", '{"id": -Infinity, "text": "y"}', "Line 2 of “in” is not JSON (-Infinity is no number)"),
        ("families", '{"id": 1e999, "text": "y"}', "Line 2 of “in” is not JSON (1e999 is too large a number)"),
        ("families", '{"id": ' + "9" * 5000 + ', "text": "y"}', "Line 2 of “in” is not JSON (too deep or too large)"),
        ("edits", '{"id": 2, "base": "x", "witness": "x", "more": [{"\\ud800": 1}]}', "(a lone surrogate) in “more”"),
        ("edits", '{"id": 2, "base": "x", "witness": "x", "a\\ud800": 1}', "(a lone surrogate) in “a�”"),
        (
            "edits",
            '{"id": 2, "base": "x", "witness": "x", "more": [NaN]}',
            "Line 2 of “in” is not JSON (NaN is no number)",
        ),
        ("families", "[" * 100_000, "Line 2 of “in” is not JSON"),
        ("edits", '{"id": 2, "base": "x"}', "Line 2 of “in” has no text “witness”"),
        ("edits", '{"id": 2, "base": null, "witness": ""}', "Line 2 of “in” has no text “base”"),
    ],
)
def test_a_bad_line_of_json_is_named_by_its_number(variorum, folder: Path, command: str, line: str, says: str) -> None:
    (folder / "in").write_text(f'{{"id": 1, "text": "x", "base": "a", "witness": "b"}}\n{line}\n', "utf-8")
    assert says in variorum("engine", command, "in", "-o", "out").sentence
    assert not (folder / "out").exists()


def test_a_pair_of_surrogates_is_one_character_and_goes_through(variorum, folder: Path) -> None:
    (folder / "in").write_text('{"id": "\\ud83d\\ude00", "base": "a", "witness": "a"}', "utf-8")
    assert variorum("engine", "edits", "in", "-o", "out").status == 0
    assert lines_of(folder / "out")[0]["id"] == "😀"


@pytest.mark.parametrize("depth", [400, 900, 990, 2000])
def test_a_line_however_deep_is_written_or_refused(variorum, folder: Path, depth: int) -> None:
    line = '{"id": 1, "base": "a", "witness": "a", "more": ' + "[" * depth + "]" * depth + "}"
    (folder / "in").write_text(line, "utf-8")
    outcome = variorum("engine", "edits", "in", "-o", "out")
    assert outcome.status == 0 or "too deep or too large" in outcome.sentence


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"a.txt b.txt", "Line 1 of “list” is not two paths with one tab between them"),
        (b"\na.txt\tb.txt\tc.txt", "Line 2 of “list” is not two paths"),
        (b"a.txt\tgone.txt", "Line 1 of “list” names “gone.txt”, which cannot be read"),
        (b"a.txt\tlatin.txt", "Line 1 of “list” names “latin.txt”, which is not UTF-8 text (byte 3)"),
        (b"a.txt\ta\x00.txt", "which cannot be read"),
        (b"a.txt\t.", "names “.”, which cannot be read"),
        (b"\xff", "“list” is not UTF-8 text (byte 0)"),
    ],
)
def test_a_bad_line_of_a_list_is_named_by_its_number(variorum, folder: Path, content: bytes, says: str) -> None:
    (folder / "a.txt").write_text("Some text.", "utf-8")
    (folder / "latin.txt").write_bytes("café au lait".encode("latin-1"))
    (folder / "list").write_bytes(content)
    assert says in variorum("engine", "pairs", "list", "-o", "out").sentence
    assert not (folder / "out").exists()


@pytest.mark.parametrize("command", ["families", "edits", "pairs"])
def test_a_list_that_is_not_there_and_a_folder_that_is_not_there_are_told(variorum, folder: Path, command: str) -> None:
    assert "gone" in variorum("engine", command, "gone", "-o", "out").sentence
    (folder / "in").write_text("", "utf-8")
    assert "nowhere" in variorum("engine", command, "in", "-o", "nowhere/out").sentence
    assert "is a folder" in variorum("engine", command, "in", "-o", folder).sentence


def test_what_stands_in_the_output_already_is_kept_when_something_is_wrong(variorum, folder: Path) -> None:
    (folder / "out").write_text("before", "utf-8")
    (folder / "in").write_text("{", "utf-8")
    assert variorum("engine", "edits", "in", "-o", "out").status == 2
    assert (folder / "out").read_text("utf-8") == "before"
