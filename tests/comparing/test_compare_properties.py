"""What holds for every comparison, whatever the texts."""

import re
from itertools import pairwise

from hypothesis import given, settings

from tests.comparing.strategies import pairs
from workbench.comparing.compare import compare
from workbench.model import Edit

_SPACELESS = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)


def applied(edits: tuple[Edit, ...], base: str, witness: str) -> str:
    """The base with every edit made: what lies between the edits comes from the base, never from the witness."""
    parts, done = [], 0
    for edit in edits:
        parts += [base[done : edit.base.start], edit.witness.of(witness)]
        done = edit.base.end
    return "".join([*parts, base[done:]])


def splits_word(text: str, position: int) -> bool:
    """Whether a border at `position` stands between two letters or figures of one word."""
    around = text[max(0, position - 1) : position + 1]
    return 0 < position < len(text) and all(re.match(r"\w", c) and not _SPACELESS.match(c) for c in around)


@given(pairs)
@settings(max_examples=300, deadline=None)
def test_applying_the_edits_to_the_base_gives_the_witness(pair: tuple[str, str]) -> None:
    base, witness = pair
    assert applied(compare(base, witness), base, witness) == witness


@given(pairs)
@settings(max_examples=200, deadline=None)
def test_swapping_the_sides_swaps_the_edits(pair: tuple[str, str]) -> None:
    base, witness = pair
    there = [(edit.base, edit.witness) for edit in compare(base, witness)]
    back = [(edit.witness, edit.base) for edit in compare(witness, base)]
    assert there == back


@given(pairs)
@settings(max_examples=200, deadline=None)
def test_edits_are_sorted_apart_and_never_empty_on_both_sides(pair: tuple[str, str]) -> None:
    base, witness = pair
    edits = compare(base, witness)
    for edit in edits:
        assert len(edit.base) or len(edit.witness)
        assert edit.base.of(base) != edit.witness.of(witness)
    for before, after in pairwise(edits):
        assert before.base.end <= after.base.start
        assert before.witness.end <= after.witness.start


@given(pairs)
@settings(max_examples=300, deadline=None)
def test_no_edit_begins_or_ends_inside_a_word(pair: tuple[str, str]) -> None:
    base, witness = pair
    for edit in compare(base, witness):
        assert not any(splits_word(base, place) for place in (edit.base.start, edit.base.end))
        assert not any(splits_word(witness, place) for place in (edit.witness.start, edit.witness.end))


@given(pairs)
@settings(max_examples=150, deadline=None)
def test_every_edit_has_one_to_three_labels(pair: tuple[str, str]) -> None:
    for edit in compare(*pair):
        kinds = [label.kind for label in edit.labels]
        assert 1 <= len(kinds) <= 3
        assert len(set(kinds)) == len(kinds)
        assert all(0.0 < label.confidence <= 1.0 for label in edit.labels)
