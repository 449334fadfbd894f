"""What the program says of an edit, and why. All texts are invented."""

import pytest

from tests.comparing.marking import edit_of, kinds_of, sides
from workbench.comparing.compare import compare

LABELLED = [
    ("The blast hurt [[12=>20]] miners.", "number"),
    ("[[Dozens=>Hundreds]] of boats left.", "number"),
    ("It is the [[second=>third]] largest port.", "number"),
    ("They spent [[$4=>$7]] million on it.", "number"),
    ("The talks begin on [[Monday=>Thursday]].", "date"),
    ("He was jailed for [[three=>five]] years.", "date"),
    ("It opened in [[1998=>1989]].", "date"),
    ("The ferry sailed from [[Arlen=>Bexley]] at dawn.", "name"),
    ("The [[northern=>southern]] road is closed.", "name"),
    ("[[=>Elena ]]Marsh spoke to the crew.", "name"),
    ("The road to [[Kiev=>Kyiv]] was cut.", "spelling"),
    ("The [[Harbour Workers Union=>HWU]] met.", "spelling"),
    ("A week-long [[stand-off=>standoff]] ended.", "spelling"),
    ("The [[militants=>rebels]] left at night.", "naming"),
    ("[[Protesters=>Demonstrators]] filled the square.", "naming"),
    ("The mayor [[said=>claimed]] it was safe.", "report-verb"),
    ("[[Police=>Residents]] said the road was open.", "attribution"),
    ("The dam held[[, a spokeswoman for the council said=>]].", "attribution"),
    ("It was [[reportedly =>]]sold in May.", "certainty"),
    ("It cost [[=>at least ]]40 crowns.", "certainty"),
    ("The bank [[will=>may]] raise its rate.", "certainty"),
    ("The merger[[=>, if approved,]] would cost jobs.", "certainty"),
    ("They did [[not =>]]cross the river.", "negation"),
    ("Exports [[rose=>fell]] in the spring.", "negation"),
    ("The jury [[convicted=>acquitted]] him.", "negation"),
    ('They called it a [[lasting=>"lasting"]] peace.', "quote"),
    ('[[=>"]]We have no boats left,[[=>"]] the captain said.', "quote"),
    ("The guards left[[=> by the back gate]].", "added"),
    ("The guards left[[ by the back gate=>]].", "omitted"),
    ("The work was [[carried out=>done]] by hand.", "wording"),
    ("It was [[nearly=>almost]] noon.", "wording"),
    ("[[Ten=>10]] boats sank.", "style"),
    ("It rose by [[4 percent=>4%]] in May.", "style"),
    ("They ordered [[12=>a dozen]] boats.", "style"),
    ("It covers 1,200[[\u00a0=> ]]hectares.", "style"),
    ("A [[US=>U.S.]] ship docked.", "style"),
]  # fmt: skip
TWO_LABELS = [
    ("The mayor [[said=>boasted]] that it was safe.", {"report-verb", "loaded"}),
    ("The firm [[confirmed=>denied]] that it had sold the mine.", {"negation", "report-verb"}),
    ("They met [[Prime Minister Anna =>]]Marsh in Arlen.", {"name", "naming"}),
    ("The [[government=>regime]] closed the port.", {"naming", "loaded"}),
]
REASONS = [
    ("The blast hurt [[12=>20]] miners.", "12 to 20"),
    ("The mayor [[said=>admitted]] it was unsafe.", "said to admitted: implies guilt"),
    ("It was [[reportedly =>]]sold in May.", "hedge “reportedly” dropped"),
    ("They did [[not =>]]cross the river.", "“not” dropped"),
]


@pytest.mark.parametrize(("text", "kind"), LABELLED)
def test_each_edit_has_the_label_a_person_would_give_it(text: str, kind: str) -> None:
    assert {label.kind.value for edit in compare(*sides(text)) for label in edit.labels} == {kind}


@pytest.mark.parametrize(("text", "kinds"), TWO_LABELS)
def test_an_edit_may_be_two_things_at_once(text: str, kinds: set[str]) -> None:
    assert kinds_of(text) == kinds


@pytest.mark.parametrize(("text", "reason"), REASONS)
def test_a_label_gives_its_reason_in_words(text: str, reason: str) -> None:
    assert edit_of(text).labels[0].reason == reason


def test_both_halves_of_a_move_are_labelled_so() -> None:
    base = "After the vote on Friday, the crowd went home and the square was swept."
    witness = "The crowd went home and the square was swept after the vote on Friday."
    kinds = [label.kind.value for edit in compare(base, witness) for label in edit.labels]
    assert kinds == ["moved", "style", "moved"]


def test_a_phrase_that_moved_and_was_edited_on_the_way_has_moved() -> None:
    base = "After the long vote in the town hall, the crowd went home and the square was swept."
    witness = "The crowd went home and the square was swept after the long vote in the city hall."
    kinds = [label.kind.value for edit in compare(base, witness) for label in edit.labels]
    assert kinds.count("moved") == 2


@pytest.mark.parametrize("text", [text for text, _ in LABELLED])
def test_residual_labels_stand_alone(text: str) -> None:
    for edit in compare(*sides(text)):
        kinds = [label.kind.value for label in edit.labels]
        assert len(kinds) == 1 or not {"wording", "style"} & set(kinds)
        assert all(label.reason or label.kind.value == "wording" for label in edit.labels)
