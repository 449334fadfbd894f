"""Columns as a careful editor would set them."""

import pytest

from workbench.comparing.collation import Collation, Standing, collate
from workbench.comparing.compare import compare

QUOTE = "The ferry to Osmer will run twice a day until the bridge is mended, the harbour master said."


def table(collation: Collation) -> list[list[str]]:
    """What each witness reads, column by column."""
    return [
        [collation.text(number, witness).strip() for witness in range(len(collation.texts))]
        for number in range(len(collation.columns))
    ]


def differing(collation: Collation) -> list[list[str]]:
    """The columns in which not all witnesses agree."""
    return [row for row, column in zip(table(collation), collation.columns, strict=True) if not column.agrees]


def reads_back(collation: Collation) -> bool:
    joined = [
        "".join(collation.text(number, witness) for number in range(len(collation.columns)))
        for witness in range(len(collation.texts))
    ]
    return joined == list(collation.texts)


def test_a_variant_is_one_column_between_shared_text() -> None:
    collation = collate([QUOTE, QUOTE.replace("twice a day", "every hour"), QUOTE.replace("twice a day", "at dawn")])
    assert table(collation) == [
        ["The ferry to Osmer will run"] * 3,
        ["twice a day", "every hour", "at dawn"],
        ["until the bridge is mended, the harbour master said."] * 3,
    ]


def test_variants_of_different_witnesses_have_columns_of_their_own() -> None:
    collation = collate([QUOTE, QUOTE.replace("mended", "repaired"), QUOTE.replace("Osmer", "Velm"), QUOTE])
    assert differing(collation) == [["Osmer", "Osmer", "Velm", "Osmer"], ["mended", "repaired", "mended", "mended"]]


def test_words_of_one_kind_side_by_side_are_columns_apart() -> None:
    collation = collate(
        ["In all 12 boats sank", "In all 20 ships sank", "In all 12 ships sank", "In all 20 boats sank"]
    )
    assert differing(collation) == [["12", "20", "12", "20"], ["boats", "ships", "ships", "boats"]]


def test_a_substitution_and_an_omission_are_one_column() -> None:
    collation = collate(
        [
            "They moved ammonium nitrate (AN) by barge on Monday",
            "They moved the chemical by barge on Monday",
            "They moved ammonium nitrate by barge on Monday",
        ]
    )
    assert differing(collation) == [["ammonium nitrate", "the chemical", "ammonium nitrate"], ["(AN)", "", ""]]


def test_a_phrase_is_not_torn_for_a_word_that_one_other_witness_happens_to_have() -> None:
    collation = collate(
        [
            "More than 900 River Guard (RG, formerly KAMES, KAMEL) volunteers will be sent to the northern banks",
            "More than 900 River Guard volunteers will be sent to the northern banks",
            "More than 900 KAMES helpers will be sent to the northern banks",
        ]
    )
    assert ["volunteers", "volunteers", "KAMES helpers"] in differing(collation)


def test_a_spelling_variant_stands_in_the_column_of_the_name() -> None:
    texts = ["The road to Tal ez-Zor was shut", "The road to Tal ez-Zur was shut", "The road to Tal ez-Zor was open"]
    assert differing(collate(texts)) == [["ez-Zor", "ez-Zur", "ez-Zor"], ["shut", "shut", "open"]]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Korea", "Iran"), ("12", "20"), ("will", "will not"), ("never", "always"), ("lawful", "unlawful")],
)
def test_names_numbers_and_negations_never_read_the_same(one: str, other: str) -> None:
    texts = [f"The envoy of the union {word} agreed to it" for word in (one, other, one)]
    collation = collate(texts)
    assert [column.wordings for column in collation.columns if not column.agrees] == [((0, 2), (1,))]


def test_typography_is_no_disagreement_of_words() -> None:
    collation = collate(["He said “no” to it", 'He said "no" to it', "He said “No” to it", "He said “no”  to it"])
    assert all(column.agrees for column in collation.columns)
    assert any(len(column.readings) > 1 for column in collation.columns)
    assert max(column.disagreement for column in collation.columns) <= 0.1
    assert Standing.STYLE in {standing for row in collation.against(0) for standing in row}


def test_hidden_style_leaves_one_column_of_shared_text() -> None:
    texts = ["Nobody’s guess was right on the day, he said.", "Nobody's guess was right on the day, he admitted."]
    collation = collate([*texts, texts[1]])
    hidden = collation.without_style()
    assert len(collation.columns) > len(hidden.columns)
    assert [column.agrees for column in hidden.columns] == [True, False, True]
    assert reads_back(hidden)


def test_a_space_is_given_to_the_side_where_it_makes_texts_the_same() -> None:
    collation = collate(["The cat sat down.", "The cat sat.", "The dog sat."])
    assert [[collation.text(k, w) for w in range(3)] for k in range(4)] == [
        ["The "] * 3,
        ["cat ", "cat ", "dog "],
        ["sat"] * 3,
        [" down", "", ""],
    ]


def test_any_witness_is_base_without_aligning_again() -> None:
    collation = collate(["a red old boat sank", "a blue boat sank", "a red boat sank in May"])
    columns = table(collation)
    red, old, may = columns.index(["red", "blue", "red"]), columns.index(["old", "", ""]), len(columns) - 1
    seen = [collation.against(base) for base in range(3)]
    assert seen[0][red] == (Standing.EQUAL, Standing.DIFFERS, Standing.EQUAL)
    assert seen[1][red] == (Standing.DIFFERS, Standing.EQUAL, Standing.DIFFERS)
    assert seen[0][old] == (Standing.EQUAL, Standing.ABSENT, Standing.ABSENT)
    assert seen[1][old] == (Standing.ADDED, Standing.EQUAL, Standing.EQUAL)
    assert seen[0][may] == (Standing.EQUAL, Standing.EQUAL, Standing.ADDED)
    assert seen[2][may] == (Standing.ABSENT, Standing.ABSENT, Standing.EQUAL)


def test_readings_name_their_witnesses_the_largest_first() -> None:
    (column,) = (
        c for c in collate(["he saw a cat", "he saw a dog", "he saw a cat", "he saw a Cat"]).columns if not c.agrees
    )
    assert [(reading.text.strip(), reading.witnesses) for reading in column.readings] == [
        ("cat", (0, 2)),
        ("Cat", (3,)),
        ("dog", (1,)),
    ]
    assert column.wordings == ((0, 2, 3), (1,))


def test_the_heat_of_a_column_grows_with_the_pairs_that_differ() -> None:
    def heat(*words: str) -> float:
        return max(column.disagreement for column in collate([f"the {word} sank on Monday" for word in words]).columns)

    assert heat("ship", "ship", "ship", "ship") == 0
    assert heat("ship", "ship", "ship", "boat") == 0.5
    assert heat("ship", "ship", "boat", "boat") == pytest.approx(2 / 3)
    assert heat("ship", "raft", "boat", "tug") == 1


def test_a_trimmed_witness_reads_nothing_after_its_end_and_glows_less_than_an_edit() -> None:
    texts = [QUOTE, QUOTE.replace("mended", "rebuilt"), QUOTE[: QUOTE.index(" until")], QUOTE]
    collation = collate(texts)
    rest = [k for k, row in enumerate(table(collation)) if row[0].startswith("until")]
    assert len(rest) == 1
    assert table(collation)[rest[0]][2] == ""
    mended = table(collation).index(["mended", "rebuilt", "", "mended"])
    assert 0 < collation.columns[rest[0]].disagreement < collation.columns[mended].disagreement


def test_a_phrase_that_one_witness_has_twice_stands_once_in_the_shared_column() -> None:
    again = QUOTE.replace("twice a day", "twice a day, twice a day")
    repeated = [["", ", twice a day", ""]], [["", "twice a day,", ""]]
    assert differing(collate([QUOTE, again, QUOTE])) in repeated
    assert differing(collate([QUOTE, again, f"{QUOTE} It is slow."]))[:1] in repeated


def test_a_moved_clause_is_marked_in_both_places() -> None:
    texts = [
        "On Tuesday evening the mayor of Velm resigned over the ferry contract.",
        "The mayor of Velm resigned over the ferry contract on Tuesday evening.",
        "The mayor of Velm resigned over the ferry contract.",
        "The mayor of Velm resigned over the ferry contract on Tuesday evening.",
    ]
    collation = collate(texts)
    (move,) = collation.moves
    assert (move.earlier, move.later) == ((0,), (1, 3))
    assert [collation.text(move.columns[0], 0).strip(), collation.text(move.columns[1], 1).strip()] == [
        "On Tuesday evening",
        "on Tuesday evening",
    ]
    assert collation.moved == {(move.columns[0], 0), (move.columns[1], 1), (move.columns[1], 3)}


def test_small_words_that_moved_word_for_word_are_marked_as_the_edits_of_a_pair_are() -> None:
    texts = [
        "They see what the consequences would be of having armed bands freely roaming around the harbour.",
        "They see what would be the consequences of having armed bands freely roaming around the harbour.",
    ]
    (move,) = collate(texts).moves
    assert (move.earlier, move.later) == ((1,), (0,))


def test_a_clause_that_moved_and_was_edited_on_the_way_is_marked() -> None:
    tail = "the mayor of Velm resigned over the ferry contract"
    texts = [
        f"After a long night of talks in the port {tail}.",
        f"{tail.capitalize()} after a long night of talk in the port.",
        f"{tail.capitalize()}.",
    ]
    assert [(move.earlier, move.later) for move in collate(texts).moves] == [((0,), (1,))]


def test_of_fifty_copies_the_odd_one_out_is_all_that_differs() -> None:
    texts = [QUOTE] * 49 + [QUOTE.replace("said", "admitted")]
    (row,) = differing(collate(texts))
    assert row == ["said"] * 49 + ["admitted"]


def test_two_witnesses_differ_in_the_edits_of_compare() -> None:
    one = "At least 9,000 members of the Canal Guild will be called out in Orrin, the steward said."
    other = "At least 8,000 Guild men will be ordered out, a steward admitted on Monday."
    collation = collate([one, other])
    differ = [tuple(column.spans) for column in collation.columns if len(column.readings) > 1]
    assert differ == [(edit.base, edit.witness) for edit in compare(one, other)]


def test_long_shared_text_is_cut_after_sentences_and_clauses() -> None:
    sentence = "The dredger left the canal at noon and nobody on the quay had seen it come back. "
    collation = collate([f"{sentence * 3}He came late.", f"{sentence * 3}She came early."])
    assert table(collation)[:3] == [[sentence.strip()] * 2] * 3


def test_what_only_one_witness_adds_is_one_column_however_long() -> None:
    added = "Nobody had asked him. " * 20
    assert [row[2] for row in differing(collate(["He left.", "He left.", f"{added}He left."]))] == [added.strip()]


def test_chinese_is_set_by_characters() -> None:
    texts = ["部长说桥将关闭到五月底", "部长说桥将关闭到六月底", "市长说桥将关闭到五月底"]
    assert differing(collate(texts)) == [["部", "部", "市"], ["五", "六", "五"]]


def test_right_to_left_text_is_set_in_its_own_order() -> None:
    texts = ["قال الوزير إن الجسر سيغلق غدا", "قال العمدة إن الجسر سيغلق غدا", "قال الوزير إن الجسر سيفتح غدا"]
    assert differing(collate(texts)) == [["الوزير", "العمدة", "الوزير"], ["سيغلق", "سيغلق", "سيفتح"]]


def test_a_letter_keeps_its_combining_marks() -> None:
    collation = collate(["le cafe\u0301 noir", "le cafe noir", "le the\u0301 noir"])
    assert differing(collation) == [["cafe\u0301", "cafe", "the\u0301"]]


@pytest.mark.parametrize("empty", ["", " \n"])
def test_an_empty_witness_is_blank_in_every_column(empty: str) -> None:
    collation = collate([QUOTE, empty, QUOTE.replace("mended", "rebuilt")])
    assert reads_back(collation)
    assert {row[1] for row in table(collation)} == {""}


@pytest.mark.parametrize("texts", [[], [""], ["", ""], [" ", "\n"], [" ", "\n", ""]])
def test_nothing_is_collated_without_a_column_of_words(texts: list[str]) -> None:
    collation = collate(texts)
    assert reads_back(collation)
    assert not any(text for row in table(collation) for text in row)


@pytest.mark.parametrize("count", [1, 2, 7])
def test_identical_witnesses_agree_everywhere(count: int) -> None:
    collation = collate([QUOTE] * count)
    assert reads_back(collation)
    assert [column.disagreement for column in collation.columns] == [0.0] * len(collation.columns)


def test_witnesses_with_nothing_in_common_stand_in_one_column() -> None:
    texts = ["Grey herons nest here", "Snow fell early last winter", "Our violin needs strings", "Bread rises slowly"]
    assert table(collate(texts)) == [texts]
