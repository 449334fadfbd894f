"""How edits are joined, cut and slid. All texts are invented."""

import pytest

from tests.comparing.marking import marked, sides

KEPT_WHOLE = [
    # A figure with its unit, when the unit is written otherwise.
    "It slipped to [[31 percent=>31%]] from [[36 percent=>38%]].",
    "They sank [[12=>a dozen]] boats.",
    # Given name and surname in two spellings.
    "Minister [[Tomáš Král=>Tomas Kral]] spoke.",
    # A difference of case inside a rewording.
    "The [[Harbour Board=>harbour watchdog]] met on Friday.",
    "She met [[a deputy port minister=>Deputy Port Minister Ada Lund]] there.",
    # A verb with its auxiliaries, its particle, the person told.
    "The mayor [[did not deny=>denied]] that it was sold.",
    "He [[said=>has conceded]] that it was late.",
    "The captain [[warned pilots=>told crews]], pointing at the mast.",
    # A source in parenthesis, recast as a whole.
    "The dam is safe, [[it was reported=>a water board official said]].",
    "The dam is safe, [[the board's lawyer said=>according to court papers]].",
    # One wording turned round.
    "The dam was shut, [[its chief engineer told villagers=>villagers were told by its chief engineer]], on Friday.",
    # A purpose.
    "They met [[in a last bid to save=>to prop up]] the yard.",
]  # fmt: skip
KEPT_APART = [
    "The guards [[opened=>shut]] the gate, and the [[crowd=>mob]] [[left=>stayed]].",
    "[[Guards=>Port wardens]] [[ran out of=>withdrew from]] the yard at noon.",
    "The [[blast=>fire]] [[killed=>hurt]] [[nine=>19]] miners.",
    "The [[EU=>European Union]] [[fined=>did not fine]] the yard.",
    "The [[mayor=>governor]] of the [[port=>town]] spoke.",
    "They [[seized=>took]] a [[boat=>ferry]] on [[Monday=>Friday]].",
    "It fell by [[=>about ]]4% in [[May=>June]].",
]
QUOTED = [
    'They spoke of a [[lasting=>"lasting"]] peace.',
    'He said [[all boats were safe=>"all boats are safe"]] on Friday.',
    '[["=>]]No boat will sail today,[["=>]] the captain said.',
    'She [[said=>told us]] it was [[sold=>"sold"]].',
    'He called it [["remarkable" if true=>"remarkable if true"]] and left.',
]  # fmt: skip
SLID = [
    "The yard, [[a small =>]]one of three, shut.",
    "They sailed[[=>, ice or no ice]], to the bay.",
    "It shut.[[ The men left by noon.=>]] The women stayed.",
    "It was [[sold =>]]again.",
]


@pytest.mark.parametrize("text", KEPT_WHOLE)
def test_one_rewording_is_one_edit(text: str) -> None:
    assert marked(*sides(text)) == text


@pytest.mark.parametrize("text", KEPT_APART)
def test_different_changes_side_by_side_are_different_edits(text: str) -> None:
    assert marked(*sides(text)) == text


@pytest.mark.parametrize("text", QUOTED)
def test_marks_go_with_the_words_they_quote(text: str) -> None:
    assert marked(*sides(text)) == text


@pytest.mark.parametrize("text", SLID)
def test_an_insertion_stands_where_it_reads_best(text: str) -> None:
    assert marked(*sides(text)) == text


def test_a_dash_that_became_a_comma_takes_the_space_around_it() -> None:
    text = "The yard[[ — =>, ]]the oldest of three[[ — =>, ]]shut."
    assert marked(*sides(text)) == text


def test_white_space_that_changed_alone_is_an_edit_of_its_own() -> None:
    assert marked("one\n\ntwo", "one two") == "one[[\n\n=> ]]two"


def test_a_phrase_that_moved_is_not_part_of_a_rewording_beside_its_old_place() -> None:
    text = "The [[thieves=>robbers]] [[on Sunday morning =>]]used a lift to reach the roof[[=> on Sunday morning]]."
    assert marked(*sides(text)) == text


@pytest.mark.parametrize(
    ("base", "witness"),
    [("ez-Zor", "ez-Zur"), ("Ain-al-Arab", "Ayn-al-Arab"), ("Deir-ez-Zor", "Deir-ez-Zur")],
)
def test_of_a_compound_name_only_the_part_that_differs_is_the_edit(base: str, witness: str) -> None:
    shown = marked(f"the road to {base} is cut", f"the road to {witness} is cut")
    inside = shown.split("[[")[1].split("]]")[0]
    assert "-" not in inside
    assert len(inside.split("=>")[0]) < len(base)


@pytest.mark.parametrize(("base", "witness"), [("two-shot", "three-shot"), ("north-facing", "south-facing")])
def test_any_other_compound_is_one_word(base: str, witness: str) -> None:
    assert marked(f"a {base} lead", f"a {witness} lead") == f"a [[{base}=>{witness}]] lead"
