"""Long and hostile input: every comparison ends, and with sound edits."""

import random

import pytest

from workbench.comparing.compare import compare

VOCABULARY = [
    f"{first}{second}"
    for first in "bdfgklmnprst"
    for second in ("ane", "ore", "ilt", "und", "eep", "ash", "oint", "ark")
]
LENGTH = 30_000


def _text(seed: int, length: int, words: list[str]) -> str:
    chance = random.Random(seed)
    return " ".join(chance.choice(words) for _ in range(length))


def _applied(base: str, witness: str) -> str:
    parts, done = [], 0
    for edit in compare(base, witness):
        parts += [base[done : edit.base.start], edit.witness.of(witness)]
        done = edit.base.end
    return "".join([*parts, base[done:]])


@pytest.mark.parametrize(
    ("base", "witness"),
    [
        pytest.param("cat " * 100_000, "cat " * 99_000, id="one word repeated"),
        pytest.param("cat " * LENGTH, "dog " * LENGTH, id="nothing in common"),
        pytest.param("a b " * LENGTH, "b a a " * (LENGTH // 2), id="two words, no anchor"),
        pytest.param(_text(1, LENGTH, VOCABULARY), _text(2, LENGTH, VOCABULARY), id="the same words in random order"),
        pytest.param("x" * 100_000, "x" * 100_000 + "y", id="one endless word"),
        pytest.param("文字" * LENGTH, "字中文" * 20_000, id="text without spaces"),
        pytest.param(", " * LENGTH, ". , " * 20_000, id="only marks"),
        pytest.param('" a ' * 10_000, "a " * 20_000, id="quotation marks that never close"),
    ],
)
def test_long_sides_are_compared_to_the_end(base: str, witness: str) -> None:
    assert _applied(base, witness) == witness


def test_few_edits_in_a_long_text_are_all_found() -> None:
    words = [f"w{number}" for number in range(100_000)]
    edited = list(words)
    places = range(500, 100_000, 1_000)
    for place in places:
        edited[place] = "changed"
    base, witness = " ".join(words), " ".join(edited)
    edits = compare(base, witness)
    assert [edit.witness.of(witness) for edit in edits] == ["changed"] * len(places)
    assert [edit.base.of(base) for edit in edits] == [words[place] for place in places]


def test_a_wholly_different_passage_says_so() -> None:
    base, witness = _text(3, 300, VOCABULARY[:40]), _text(4, 300, VOCABULARY[50:])
    (edit,) = compare(base, witness)
    assert edit.labels[0].reason == "too different to compare word by word"
