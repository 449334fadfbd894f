"""Seeds are the same by how many threads and in how small pieces they are sought, and for articles that come later."""

from itertools import groupby
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engine.stories import QUOTE, filler, story
from workbench.engine import equals, searching, seeds, tokens
from workbench.engine.archive import Archive
from workbench.engine.articles import EngineArticle
from workbench.engine.equals import MOST_IN_ONE_TEXT, keys_of, ranked, repeated, shards, split
from workbench.engine.seeds import Seeds, find_seeds

BITS = 12


def silent(_done: int, _total: int) -> None:
    """Nobody listens."""


def stories(count: int) -> list[EngineArticle]:
    """Stories of which each has the quotation, edited here and there, and a passage of another one."""
    rng = Random(3)
    texts = []
    for k in range(count):
        words = QUOTE.split()
        words[rng.randrange(len(words))] = "whatever"
        texts.append(story(k, " ".join(words)) + "\n\n" + filler(rng.randrange(count), 3))
    return [EngineArticle(k, text) for k, text in enumerate(texts)]


def listed(found: Seeds) -> list[tuple[int, ...]]:
    return list(zip(found.a.tolist(), found.b.tolist(), found.length.tolist(), strict=True))


@pytest.mark.parametrize("jobs", [1, 3])
def test_small_pieces_and_threads_find_what_one_piece_does(monkeypatch: pytest.MonkeyPatch, jobs: int) -> None:
    articles = stories(60)
    whole = Archive(articles)
    expected = listed(find_seeds(whole, silent))
    for module, name, size in (
        (searching, "TOGETHER", 150),
        (seeds, "TOGETHER", 150),
        (equals, "_SHARD", 64),
        (tokens, "_BATCH", 1500),
    ):
        monkeypatch.setattr(module, name, size)
    archive = Archive(articles, jobs=jobs)
    assert all(
        np.array_equal(getattr(archive, name), getattr(whole, name)) for name in ("word", "stem", "marks", "first")
    )
    assert len(expected) > 1000
    assert listed(find_seeds(archive, silent, jobs)) == expected


def test_one_article_more_brings_its_own_seeds_and_no_others() -> None:
    articles = stories(90)
    whole = Archive(articles)
    rows = [whole.row(doc) for doc in range(89)]
    since = whole.tokens_of(89)[0]
    own = [seed for seed in listed(find_seeds(whole, silent)) if seed[1] >= since]
    assert own
    assert sorted(listed(find_seeds(Archive(articles, rows), silent, 2))) == sorted(own)


@pytest.mark.parametrize("jobs", [1, 2])
def test_reading_and_seeking_can_be_cancelled_midway(monkeypatch: pytest.MonkeyPatch, jobs: int) -> None:
    monkeypatch.setattr(tokens, "_BATCH", 1500)
    told = []

    def refuse_later(done: int, total: int) -> None:
        told.append((done, total))
        if done >= 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Archive(stories(30), step=refuse_later, jobs=jobs)
    assert told[0][0] == 0
    assert told[-1][0] == 2 < told[-1][1]
    archive = Archive(stories(30))
    with pytest.raises(KeyboardInterrupt):
        find_seeds(archive, refuse_later, jobs)


@given(
    st.lists(st.tuples(st.integers(0, 9), st.integers(0, 3)), max_size=80),
    st.integers(1, 30),
)
def test_equal_seeds_are_ranked_as_counting_them_does(drawn: list[tuple[int, int]], size: int) -> None:
    seed, doc = np.array([d[0] for d in drawn], np.uint64), np.array(sorted(d[1] for d in drawn), np.int32)
    # Seeds that differ in bits anywhere above those of the position.
    hashes = seed * np.uint64(0x9E3779B97F4A7C15)
    at = np.arange(len(drawn))
    pieces = [
        split(
            keys_of(hashes[low : low + size], at[low : low + size], BITS),
            np.empty(len(at[low : low + size]), np.uint64),
        )
        for low in range(0, len(at), size)
    ]
    found: dict[int, tuple[int, int]] = {}
    for shard in shards(pieces):
        there, places = repeated(shard, BITS, 0)
        kept = ranked(there, places, doc[places])
        found |= {
            place: (rank, int(hashes[place])) for place, rank in zip(kept.at.tolist(), kept.rank.tolist(), strict=True)
        }
    expected: dict[int, tuple[int, int]] = {}
    for same in {int(value) for value in hashes}:
        where = [k for k in at.tolist() if int(hashes[k]) == same]
        if len(where) > 1:
            groups = (list(group)[:MOST_IN_ONE_TEXT] for _, group in groupby(where, key=lambda k: int(doc[k])))
            kept_places = [k for group in groups for k in group]
            expected |= {k: (rank, same) for rank, k in enumerate(kept_places)}
    assert found == expected
