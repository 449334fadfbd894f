from workbench.comparing.compare import compare
from workbench.comparing.move_pairs import move_pairs
from workbench.model import LabelKind

FIRST = "At dawn the harbour board sent {} dock workers to the islands, and nobody complained."
SECOND = "The wall at Fennick Bay will be finished before the winter storms come, said the mayor of Ostrel."
BASE = f"{FIRST.format('forty')} {SECOND}"


def test_a_sentence_that_moved_and_was_edited_is_one_move_with_its_edit_inside() -> None:
    witness = f"{SECOND} {FIRST.format('fifty')}"
    edits = compare(BASE, witness)
    (move,) = move_pairs(edits, BASE, witness)
    assert edits[move.away].base.of(BASE).strip().startswith("At dawn")
    assert edits[move.here].witness.of(witness).strip().startswith("At dawn")
    assert [span.of(BASE) for span in move.dropped] == ["forty"]
    assert [span.of(witness) for span in move.put_in] == ["fifty"]


def test_what_moved_as_it_was_has_nothing_inside() -> None:
    witness = f"{SECOND} {FIRST.format('forty')}"
    (move,) = move_pairs(compare(BASE, witness), BASE, witness)
    assert move.dropped == move.put_in == ()


def test_edits_that_moved_nowhere_are_no_moves() -> None:
    witness = BASE.replace("forty", "fifty").replace("at Fennick Bay ", "")
    edits = compare(BASE, witness)
    assert edits
    assert move_pairs(edits, BASE, witness) == ()


def test_half_a_move_alone_is_none() -> None:
    witness = f"{SECOND} {FIRST.format('forty')}"
    edits = [edit for edit in compare(BASE, witness) if len(edit.base)]
    assert any(label.kind is LabelKind.MOVED for edit in edits for label in edit.labels)
    assert move_pairs(edits, BASE, witness) == ()
