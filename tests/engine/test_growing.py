"""Articles that are added one by one give the same families as all of them at once."""

import random
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engine.stories import QUOTE, filler, story
from workbench.engine import searching
from workbench.engine.articles import EngineArticle
from workbench.engine.families import NOTHING_KNOWN, Known, known_of
from workbench.ports import FoundFamily

WORDS = filler(3, 4).lower().replace(".", "").split()[:24]


@pytest.fixture(autouse=True)
def few_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """Seeds count as frequent from a few places on, so that small cases show what happens to large ones."""
    monkeypatch.setattr(searching, "ALL_PAIRS", 3)
    monkeypatch.setattr(searching, "HUBS", 2)
    monkeypatch.setattr(searching, "VIRAL", 5)
    monkeypatch.setattr(searching, "FEW_HUBS", 1)
    monkeypatch.setattr(searching, "TRIPLE_CAP", 4)
    monkeypatch.setattr(
        searching, "TIERS", tuple(tier._replace(cap=min(tier.cap, 4 + 2 * k)) for k, tier in enumerate(searching.TIERS))
    )


def in_steps(texts: Sequence[str], steps: Sequence[int]) -> Known:
    """What is known of the texts when they come in groups that end at `steps`."""
    articles = [EngineArticle(k, text) for k, text in enumerate(texts)]
    known = NOTHING_KNOWN
    for end in [*steps, len(texts)]:
        known = known_of(articles[:end], known)
    return known


def sorted_families(known: Known) -> list[tuple[int, FoundFamily]]:
    return sorted(zip(known.found.root.tolist(), known.found.families(), strict=True))


def edited(rng: random.Random, words: Sequence[str]) -> str:
    """A rendering of some words: cut, with words put in, left out and exchanged."""
    kept = [rng.choice(WORDS) if rng.random() < 0.1 else word for word in words if rng.random() > 0.1]
    start = rng.randrange(0, 1 + len(kept) // 3)
    return " ".join(kept[start:]).capitalize() + "."


def newsroom(seed: int, count: int) -> list[str]:
    """Stories that quote, copy and edit one another."""
    rng = random.Random(seed)
    quotes = [filler(seed + k, 2).replace(".", "").lower().split() for k in range(3)]
    texts: list[str] = []
    for k in range(count):
        if texts and rng.random() < 0.2:
            texts.append(rng.choice(texts))
            continue
        passages = " ".join(edited(rng, quote) for quote in quotes if rng.random() < 0.6)
        texts.append(f"{filler(1000 * seed + k, 3)} {passages} {filler(2000 * seed + k, 3)}")
    return texts


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 10_000), st.integers(2, 14), st.data())
def test_stories_that_come_in_groups_give_what_they_give_together(seed: int, count: int, data: st.DataObject) -> None:
    texts = newsroom(seed, count)
    steps = sorted(data.draw(st.sets(st.integers(0, count), max_size=4)))
    assert sorted_families(in_steps(texts, steps)) == sorted_families(in_steps(texts, []))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=60), min_size=2, max_size=8), st.data())
def test_texts_of_few_words_give_in_groups_what_they_give_together(told: list[list[str]], data: st.DataObject) -> None:
    texts = [" ".join(words) for words in told]
    steps = sorted(data.draw(st.sets(st.integers(0, len(texts)), max_size=3)))
    assert sorted_families(in_steps(texts, steps)) == sorted_families(in_steps(texts, []))


def test_passages_found_before_stay_where_they_are() -> None:
    texts = newsroom(5, 12)
    before, after = in_steps(texts[:8], []), in_steps(texts, [8])
    assert len(before.passages) > 5
    for name in ("a_start", "b_end", "score"):
        assert (getattr(after.passages, name)[: len(before.passages)] == getattr(before.passages, name)).all()


def test_nothing_is_read_again_when_nothing_came() -> None:
    texts = newsroom(7, 10)
    known = in_steps(texts, [])
    again = in_steps(texts, [len(texts)])
    assert again.found.families() == known.found.families()


def test_a_family_that_no_new_article_touches_is_not_grouped_again() -> None:
    texts = [story(k, QUOTE) for k in range(3)]
    known = in_steps(texts, [])
    # Were it grouped again, it would be as it was.
    known.found.places.start[:] += 1
    more = known_of([EngineArticle(k, text) for k, text in enumerate([*texts, filler(99, 20)])], known)
    assert more.found.families() == known.found.families()
