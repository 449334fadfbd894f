"""Passages as outlets really alter them, marked up by hand: what share of the edits and labels is found."""

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from workbench.comparing.compare import compare
from workbench.model import LabelKind
from workbench.visible import differs_in_white_space_only

PAIRS = Path(__file__).parent / "pairs"
_MARK = re.compile(r"\[\[(.*?)=>(.*?)\|([a-z, -]+)\]\]")

FLOORS = {"marked.txt": (0.88, 0.81), "press.txt": (0.82, 0.78)}
"""The least share of spans and of labels, a little under what is reached."""

Place = tuple[int, int, int, int]


@dataclass(frozen=True)
class Marked:
    """Two renderings and the edits between them: from where to where on both sides, with their labels."""

    base: str
    witness: str
    edits: dict[Place, frozenset[str]]


def _read(line: str) -> Marked:
    base = witness = ""
    edits: dict[Place, frozenset[str]] = {}
    done = 0
    for mark in _MARK.finditer(line):
        ours, theirs, labels = mark.groups()
        base, witness = base + line[done : mark.start()], witness + line[done : mark.start()]
        place = (len(base), len(base) + len(ours), len(witness), len(witness) + len(theirs))
        edits[place] = frozenset(label.strip() for label in labels.split(","))
        base, witness = base + ours, witness + theirs
        done = mark.end()
    return Marked(base + line[done:], witness + line[done:], edits)


def _found(pair: Marked) -> dict[Place, frozenset[str]]:
    return {
        (edit.base.start, edit.base.end, edit.witness.start, edit.witness.end): frozenset(
            label.kind.value for label in edit.labels
        )
        for edit in compare(pair.base, pair.witness)
    }


def _f1(hits: int, found: int, marked: int) -> float:
    return 2 * hits / (found + marked)


@pytest.fixture(scope="module", params=sorted(FLOORS))
def name(request: pytest.FixtureRequest) -> str:
    """The name of a file of pairs."""
    return str(request.param)


@pytest.fixture(scope="module")
def pairs(name: str) -> list[Marked]:
    """The pairs of the file, a line each."""
    lines = (PAIRS / name).read_text(encoding="utf-8").splitlines()
    return [_read(line) for line in lines if line and not line.startswith("#")]


def test_the_marks_are_sound(pairs: list[Marked]) -> None:
    assert len(pairs) >= 30
    known = {kind.value for kind in LabelKind}
    for pair in pairs:
        assert pair.edits
        assert pair.base != pair.witness
        assert all(labels <= known for labels in pair.edits.values())
        assert "[[" not in pair.base + pair.witness


def test_most_edits_are_found_from_end_to_end(pairs: list[Marked], name: str) -> None:
    totals: Counter[str] = Counter()
    for pair in pairs:
        found = _found(pair)
        totals.update(hits=len(found.keys() & pair.edits.keys()), found=len(found), marked=len(pair.edits))
    assert _f1(totals["hits"], totals["found"], totals["marked"]) >= FLOORS[name][0]


def test_most_labels_are_those_a_person_gave(pairs: list[Marked], name: str) -> None:
    totals: Counter[str] = Counter()
    for pair in pairs:
        found = _found(pair)
        hits = sum(len(labels & pair.edits.get(place, frozenset())) for place, labels in found.items())
        totals.update(hits=hits, found=sum(map(len, found.values())), marked=sum(map(len, pair.edits.values())))
    assert _f1(totals["hits"], totals["found"], totals["marked"]) >= FLOORS[name][1]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("[[At least=>More than|certainty]] 40 came.", {"certainty"}),
        ("The lorry carried [[chlorine gas=>the chemical|naming]] to the plant.", {"naming"}),
        ("It was seen [[three times=>twice|number]] at sea.", {"number"}),
        ("The ruling was [[lawful=>unlawful|negation]], he said.", {"negation"}),
        ("He paid [[as much=>as little|certainty]] as 900 crowns.", {"certainty"}),
        ("They had [[contained=>failed to contain|negation]] the fire.", {"negation"}),
        ("The [[prime minister=>premier|naming]] told reporters so.", {"naming"}),
        ("[[Kipsang=>The Kenyan|naming]] won by a second.", {"naming"}),
        ("The levee broke at [[3am=>4.30am|date]].", {"date"}),
        ("The [[finance=>interior|name]] minister resigned.", {"name"}),
        ("It is the [[17-year-old=>teenager|naming]] from Ruse.", {"naming"}),
    ],
)
def test_what_once_was_told_wrongly_is_told_right(text: str, labels: set[str]) -> None:
    pair = _read(text)
    assert set().union(*_found(pair).values()) == labels


def test_a_reason_never_only_repeats_the_two_texts() -> None:
    (edit,) = compare("They met to carry out the plan.", "They met to follow the plan.")
    assert [label.kind.value for label in edit.labels] == ["wording"]
    assert edit.labels[0].reason == "reworded; no change of another kind was found"


@pytest.mark.parametrize(
    ("base", "witness", "only_space"),
    [
        ("the north\nwind", "the north wind", True),
        ("the north  wind", "the north wind", True),
        ("the north wind", "the south wind", False),
        ("the north wind", "the wind", False),
    ],
)
def test_edits_of_white_space_can_be_told_from_the_others(base: str, witness: str, only_space: bool) -> None:
    edits = compare(base, witness)
    assert edits
    assert all(differs_in_white_space_only(edit, base, witness) is only_space for edit in edits)
