"""Comparisons that are cancelled, that have no sense, and that differ in typography only."""

import random

import pytest

from workbench.comparing.compare import compare, too_different
from workbench.errors import Cancelled

WORDS = [f"{first}{last}" for first in ("mar", "tol", "ben", "dos", "fil", "gar") for last in ("an", "er", "it", "ow")]


def _text(seed: int, words: list[str], length: int = 400) -> str:
    chance = random.Random(seed)
    return " ".join(chance.choice(words) for _ in range(length))


def test_a_comparison_can_be_cancelled_at_any_look() -> None:
    base, witness = _text(1, WORDS), _text(2, WORDS)
    looks = 0

    def count() -> None:
        nonlocal looks
        looks += 1

    compare(base, witness, look=count)
    assert looks > 10
    for last in (1, looks // 2, looks):
        left = last

        def stop() -> None:
            nonlocal left
            left -= 1
            if not left:
                raise Cancelled

        with pytest.raises(Cancelled):
            compare(base, witness, look=stop)


def test_looking_changes_nothing() -> None:
    base, witness = _text(3, WORDS, 80), _text(4, WORDS, 80)
    assert compare(base, witness, look=lambda: None) == compare(base, witness)


def test_sides_with_nothing_in_common_are_too_different() -> None:
    base, witness = _text(5, WORDS[:12]), _text(6, WORDS[12:])
    edits = compare(base, witness)
    assert too_different(edits)
    assert (edits[0].base.of(base), edits[0].witness.of(witness)) == (base, witness)


def test_words_that_agree_by_chance_are_nothing_in_common() -> None:
    rare = [f"w{number}" for number in range(900)]
    base, witness = _text(7, rare, 3_000), _text(8, rare, 3_000)
    assert too_different(compare(base, witness))


def test_an_article_in_another_order_is_not_too_different() -> None:
    parts = [" ".join(f"{word}{number}" for word in WORDS) + "." for number in range(12)]
    assert not too_different(compare(" ".join(parts), " ".join(reversed(parts))))


@pytest.mark.parametrize(
    ("base", "witness"), [("", "They left."), ("They left.", "They left."), ("They left.", "He ran.")]
)
def test_short_and_equal_sides_are_never_too_different(base: str, witness: str) -> None:
    assert not too_different(compare(base, witness))


@pytest.mark.parametrize(
    ("base", "witness"),
    [
        ("“We lost,” he said", '"We lost," he said'),
        ("ten\u00a0men – all", "ten men — all"),
        ("The north coast", "The North coast"),
    ],
)
def test_quotes_dashes_spaces_and_case_can_be_told_from_edits_of_words(base: str, witness: str) -> None:
    edits = compare(base, witness)
    assert edits
    assert all(edit.is_style_only for edit in edits)


def test_a_word_that_changed_is_not_style_only() -> None:
    assert not any(edit.is_style_only for edit in compare("They won nine seats.", "They won two seats."))
