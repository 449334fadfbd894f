"""What the edits between two renderings look like, told by example. All texts are invented."""

import pytest

from tests.comparing.marking import marked, sides
from workbench.comparing.compare import compare, compare_places
from workbench.spans import Span

WHOLE_WORDS = [
    "The [[mayor=>governor]] opened the bridge.",
    "They paid [[$340=>$430]] million for it.",
    "Turnout was [[31%=>37%]] in the north.",
    "A [[two-shot=>three-shot]] lead after nine holes.",
    "It was [[Norway's=>Sweden's]] first win.",
    "The bridge cost [[9,000=>9,500]] crowns a metre.",
]
REWORDINGS = [
    "The council will [[carry out=>undertake]] the repairs.",
    "Crews were [[redeployed from Arlen=>transferred]] to the coast.",
    "A plan that involves [[seizing=>the seizure of]] the port.",
    "The [[Harbour Front (HF, formerly HUF, UHF) wardens=>HUF guards]] stood at the gate.",
    "The minister [[quit=>resigned]] on [[Monday=>Tuesday]], officials said.",
    "The blast [[killed=>wounded]] [[nine=>19]] miners.",
    "Police [[said=>claimed]] the road was [[open=>closed]].",
]
ONE_SIDED = [
    "It was seized [[for five hours =>]]on Friday.",
    "The guards left[[=> without a word]].",
    "The bank raised its rate[[=>, as expected]], the governor said.",
    "They hit [[at least =>]]40 houses.",
    "The lake froze.[[ No one had seen it freeze before.=>]] The ferry stayed in port.",
    "[[=>Elena ]]Marsh spoke first.",
]
NAMES = [
    "The road to Deir ez-[[Zor=>Zur]] was cut.",
    "They drove to [[Kiev=>Kyiv]] at night.",
    "Colonel [[Renée Dubé=>Renee Dube]] spoke.",
    "The [[Harbour Workers Union=>HWU]] met on Sunday.",
    "He drove from [[Iran=>Iraq]] to the coast.",
    "[[Arlen=>Bexley]] beat [[Bexley=>Arlen]] in the final.",
]
TYPOGRAPHY = [
    'He said [["=>“]]never again[["=>”]] to all.',
    "It covers 1,200[[\u00a0=> ]]hectares.",
    "[[France’s=>France's]] border.",
    "A [[2-0=>2–0]] win.",
]
QUOTES = [
    'They called it a [[lasting=>"lasting"]] peace.',
    'They spoke of [["a new chapter"=>a new chapter]] on Friday.',
    '[[=>"]]We have no boats left,[[=>"]] the captain said.',
]
MOVES = [
    "[[After the match, =>]]the coach praised them[[=> after the match]].",
    "The deal was signed [[in Arlen =>]]by the envoy and his aide[[=> in Arlen]].",
]


@pytest.mark.parametrize("text", [*WHOLE_WORDS, *REWORDINGS, *ONE_SIDED, *NAMES, *TYPOGRAPHY, *QUOTES, *MOVES[1:]])
def test_edits_read_as_a_person_would_name_them(text: str) -> None:
    assert marked(*sides(text)) == text


@pytest.mark.parametrize("text", [*WHOLE_WORDS, *REWORDINGS, *ONE_SIDED, *NAMES, *TYPOGRAPHY, *QUOTES])
def test_the_other_way_round_the_same_edits_are_found(text: str) -> None:
    base, witness = sides(text)
    there = [(edit.base, edit.witness) for edit in compare(base, witness)]
    assert [(edit.witness, edit.base) for edit in compare(witness, base)] == there


def test_identical_sides_have_no_edits() -> None:
    assert compare("The same words.", "The same words.") == ()
    assert compare("", "") == ()


@pytest.mark.parametrize(
    ("base", "witness"), [("", "Some words."), ("Some words.", ""), ("  ", "Some words."), ("", " ")]
)
def test_an_empty_side_makes_one_edit_of_the_other(base: str, witness: str) -> None:
    (edit,) = compare(base, witness)
    assert edit.witness.of(witness).strip() == witness.strip()
    assert edit.base.of(base).strip() == base.strip()


def test_texts_without_a_common_word_make_one_edit() -> None:
    assert len(compare("rain over Arlen", "deep snow")) == 1


def test_an_adjunct_is_what_moved_when_it_changes_places_with_the_subject() -> None:
    base = "Speaking after the vote, envoy Anna Lind said it was over."
    witness = "Envoy Anna Lind, speaking after the vote, said it was over."
    assert marked(base, witness) == (
        "[[Speaking after the vote, =>]][[envoy=>Envoy]] Anna Lind[[=>, speaking after the vote,]] said it was over."
    )


def test_chinese_is_compared_by_characters() -> None:
    assert marked("市长周一出席会议", "市长周二出席会议") == "市长周[[一=>二]]出席会议"


def test_a_combining_mark_stays_with_its_letter() -> None:
    (edit,) = compare("the cafe\u0301 closed", "the cafe closed")
    assert edit.base.of("the cafe\u0301 closed") == "cafe\u0301"


def test_an_emoji_sequence_is_never_split() -> None:
    family, couple = "👩\u200d👩\u200d👧", "👩\u200d👩\u200d👦"
    (edit,) = compare(f"all {family} here", f"all {couple} here")
    assert edit.base.of(f"all {family} here") == family


def test_right_to_left_text_is_compared_by_words() -> None:
    base, witness = "قال الوزير نعم اليوم", "قال الوزير لا اليوم"
    (edit,) = compare(base, witness)
    assert (edit.base.of(base), edit.witness.of(witness)) == ("نعم", "لا")


def test_places_are_compared_in_offsets_of_their_articles() -> None:
    base_text, witness_text = "Headline\n\nThe old bridge fell.", "By A. Writer. The stone bridge fell. More."
    base_span, witness_span = Span(10, len(base_text)), Span(14, 36)
    (edit,) = compare_places(base_text, base_span, witness_text, witness_span)
    assert edit.base.of(base_text) == "old"
    assert edit.witness.of(witness_text) == "stone"
