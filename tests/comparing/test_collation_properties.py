"""What holds of every collation, whatever the texts; and that large and hostile families come to an end."""

import random
import time
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.comparing.strategies import WORDS, anything, marks_only, prose
from tests.engine.stories import filler
from workbench.comparing.collation import Collation, Standing, collate
from workbench.comparing.compare import compare
from workbench.comparing.tokens import tokens
from workbench.errors import Cancelled


@st.composite
def families(draw: st.DrawFn) -> list[str]:
    """Renderings of one text, some trimmed, now and then with a stranger among them."""
    base = draw(st.lists(st.sampled_from(WORDS), max_size=25))
    chance = random.Random(draw(st.integers(0, 2**32)))
    shares = [chance.choice((0.0, 0.1, 0.3)) for _ in range(draw(st.integers(1, 6)))]
    texts = [" ".join(edited(base, share, chance, WORDS)) for share in shares]
    return texts + draw(st.lists(st.one_of(prose(), anything, marks_only), max_size=2))


def edited(words: Sequence[str], share: float, chance: random.Random, others: Sequence[str]) -> list[str]:
    """The words with a share of them dropped, replaced or followed by another, and now and then trimmed."""
    done: list[str] = []
    for word in words:
        fate = chance.random() / share if share else 1.0
        done += [word] if not fate < 2 / 3 else []
        done += [chance.choice(others)] if 1 / 3 < fate < 1 else []
    return done[: len(done) // 2] if chance.random() < share / 2 else done


def joined(collation: Collation, witness: int) -> str:
    return "".join(column.spans[witness].of(collation.texts[witness]) for column in collation.columns)


@given(families())
def test_the_columns_read_back_every_witness_exactly(texts: list[str]) -> None:
    collation = collate(texts)
    assert [joined(collation, witness) for witness in range(len(texts))] == texts
    for witness in range(len(texts)):
        places = [column.spans[witness] for column in collation.columns]
        assert all(left.end == right.start for left, right in pairwise(places))


@given(families(), st.randoms(use_true_random=False))
def test_another_order_of_the_witnesses_permutes_the_rows_and_nothing_else(
    texts: list[str], chance: random.Random
) -> None:
    order = list(range(len(texts)))
    chance.shuffle(order)
    collation, shuffled = collate(texts), collate([texts[k] for k in order])
    assert [column.spans for column in shuffled.columns] == [
        tuple(column.spans[k] for k in order) for column in collation.columns
    ]
    assert [column.disagreement for column in shuffled.columns] == [c.disagreement for c in collation.columns]
    assert [
        (move.columns, {order[k] for k in move.earlier}, {order[k] for k in move.later}) for move in shuffled.moves
    ] == [(move.columns, set(move.earlier), set(move.later)) for move in collation.moves]


@given(families())
def test_a_copy_more_changes_no_column(texts: list[str]) -> None:
    more = collate([*texts, texts[0]])
    assert [column.spans[: len(texts)] for column in more.columns] == [c.spans for c in collate(texts).columns]


@given(families())
def test_no_word_is_split(texts: list[str]) -> None:
    collation = collate(texts)
    if len(set(texts)) == 2:
        return  # the edits of `compare` may cut a compound at its hyphen
    for witness, text in enumerate(texts):
        inside = {place for token in spans(text) for place in range(token[0] + 1, token[1])}
        assert inside.isdisjoint(column.spans[witness].start for column in collation.columns)


def spans(text: str) -> list[tuple[int, int]]:
    side = tokens(text)
    return list(zip(side.starts, side.ends, strict=True))


@given(families())
def test_of_two_witnesses_the_columns_that_differ_are_the_edits(texts: list[str]) -> None:
    one, other = texts[0], texts[-1]
    differ = [column.spans for column in collate([one, other]).columns if len(column.readings) > 1]
    assert differ == [(edit.base, edit.witness) for edit in compare(one, other)]


@given(families())
def test_readings_standings_and_heat_say_what_the_spans_say(texts: list[str]) -> None:
    collation = collate(texts)
    for number, column in enumerate(collation.columns):
        said = [collation.text(number, witness) for witness in range(len(texts))]
        assert any(said)
        assert sorted(w for reading in column.readings for w in reading.witnesses) == list(range(len(texts)))
        assert all(said[witness] == reading.text for reading in column.readings for witness in reading.witnesses)
        assert 0 <= column.disagreement <= 1
        assert (column.disagreement == 0) == (len(set(said)) == 1)
        assert column.agrees == (len(column.wordings) == 1)
    for base in range(len(texts)):
        for number, row in enumerate(collation.against(base)):
            for witness, standing in enumerate(row):
                blank, mine = (not collation.text(number, k).strip() for k in (witness, base))
                same = collation.text(number, witness) == collation.text(number, base)
                assert (standing is Standing.EQUAL) == same
                assert standing is not Standing.ADDED or (mine and not blank)
                assert standing is not Standing.ABSENT or (blank and not mine)


@given(families())
def test_hiding_style_hides_no_difference_of_words(texts: list[str]) -> None:
    collation = collate(texts)
    hidden = collation.without_style()
    assert [joined(hidden, witness) for witness in range(len(texts))] == texts
    differ = [column.spans for column in collation.columns if not column.agrees]
    assert [column.spans for column in hidden.columns if not column.agrees] == differ
    assert [hidden.columns[k].spans for move in hidden.moves for k in move.columns] == [
        collation.columns[k].spans for move in collation.moves for k in move.columns
    ]


@given(families())
def test_a_move_joins_witnesses_that_have_the_phrase_in_one_place_only(texts: list[str]) -> None:
    collation = collate(texts)
    for move in collation.moves:
        first, second = move.columns
        assert first < second
        assert not set(move.earlier) & set(move.later)
        assert all(collation.text(first, k).strip() and not collation.text(second, k).strip() for k in move.earlier)
        assert all(collation.text(second, k).strip() and not collation.text(first, k).strip() for k in move.later)


VOCABULARY = [*filler(9, 8).split(), "the", "of", "and", "said", "12", "20", "not"]


def hostile(kind: str) -> list[str]:
    chance = random.Random(kind)
    base = filler(1, 2).split()[:20]
    if kind == "a thousand renderings of one sentence":
        return [" ".join(edited(base, 0.1, chance, VOCABULARY)) for _ in range(1000)]
    if kind == "a thousand of few words in any order":
        return [" ".join(chance.choices(VOCABULARY[-9:], k=20)) for _ in range(300)]
    if kind == "one of twenty thousand words":
        long = filler(2, 1700)
        return [long, *(" ".join(edited(long.split()[500:540], 0.1, chance, VOCABULARY)) for _ in range(5))]
    return [filler(k, 420) for k in (5, 6, 7)]


KINDS = (
    "a thousand renderings of one sentence",
    "a thousand of few words in any order",
    "one of twenty thousand words",
    "long ones with nothing in common",
)


class Large(NamedTuple):
    texts: list[str]
    collation: Collation
    heard: list[float]
    """When the work said how far it is, with its beginning and end."""


@pytest.fixture(scope="module", params=KINDS)
def large(request: pytest.FixtureRequest) -> Large:
    """A family of many or long texts, collated once."""
    texts = hostile(request.param)
    heard = [time.process_time()]

    def count(_stage: str, _done: int, _total: int) -> None:
        heard.append(time.process_time())

    collation = collate(texts, count)
    return Large(texts, collation, [*heard, time.process_time()])


def test_a_large_family_is_read_back_whole(large: Large) -> None:
    assert all(joined(large.collation, witness) == text for witness, text in enumerate(large.texts))


def test_a_person_who_cancels_is_heard_wherever_the_work_stands(large: Large) -> None:
    assert max(later - earlier for earlier, later in pairwise(large.heard)) < 1

    def stop(_stage: str, _done: int, _total: int) -> None:
        calls.append(None)
        if len(calls) > len(large.heard) // 2 - 1:
            raise Cancelled

    calls: list[None] = []
    with pytest.raises(Cancelled):
        collate(large.texts, stop)
