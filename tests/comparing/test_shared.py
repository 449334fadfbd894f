"""The seeds and the annotated pairs, where they are at hand."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.comparing.marking import marked
from workbench.comparing.compare import compare


@pytest.fixture(scope="module")
def wire_quote(shared: Path) -> dict[str, str]:
    """The renderings of the agency's quote in the seeds, by article."""
    gold = json.loads((shared / "gold" / "seed_public.json").read_text(encoding="utf-8"))
    texts = {key: (shared / "seeds" / name).read_bytes().decode("utf-8") for key, name in gold["files"].items()}
    (family,) = (family for family in gold["families"] if family["id"] == "ria-quote")
    return {article: texts[article[:3]][start:end] for article, start, end in family["witnesses"]}


def test_the_wire_quote_is_edited_as_a_person_would_say(wire_quote: dict[str, str]) -> None:
    base, witness = wire_quote["003b"], wire_quote["003c"]
    changes = [(edit.base.of(base), edit.witness.of(witness)) for edit in compare(base, witness)]
    assert changes == [
        ("Islamic State (IS, formerly ISIS, ISIL) militants", "ISIS fighters"),
        ("redeployed from Mosul", "transferred"),
        ("carry out", "follow"),
        ("capturing", "the capture of"),
        ("Zor", "Zur"),
    ]


def test_the_wire_quote_is_labelled(wire_quote: dict[str, str]) -> None:
    labels = [edit.labels[0].kind.value for edit in compare(wire_quote["003b"], wire_quote["003c"])]
    assert labels == ["naming", "wording", "wording", "wording", "spelling"]


def test_a_parenthesis_put_in_is_one_edit(wire_quote: dict[str, str]) -> None:
    text = marked(wire_quote["002"], wire_quote["003b"])
    assert text.count("[[") == 1
    assert "[[=>(IS, formerly ISIS, ISIL) ]]" in text


@pytest.fixture(scope="module")
def score(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the scorer of the annotated pairs says."""
    folder = shared / "eval" / "edits"
    predicted = tmp_path_factory.mktemp("edits") / "predicted.jsonl"
    with predicted.open("w", encoding="utf-8") as out:
        for line in (folder / "edits_public.jsonl").read_text(encoding="utf-8").splitlines():
            item = json.loads(line)
            item["edits"] = [
                {
                    "base": [edit.base.start, edit.base.end],
                    "witness": [edit.witness.start, edit.witness.end],
                    "labels": [label.kind.value for label in edit.labels],
                }
                for edit in compare(item["base"], item["witness"])
            ]
            out.write(json.dumps(item) + "\n")
    command = [sys.executable, str(folder / "score_edits.py"), str(folder / "edits_public.jsonl"), str(predicted)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    result: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return result


def test_edits_of_the_annotated_pairs_are_found(score: dict[str, Any]) -> None:
    assert score["span_f1"] >= 0.92
    assert score["edits_inside_word"] == 0


def test_labels_of_the_annotated_pairs_are_given(score: dict[str, Any]) -> None:
    assert score["label_micro_f1"] >= 0.82
    assert score["macro_f1"] >= 0.78
