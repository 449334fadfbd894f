"""Chains become passages whatever they are made of: a few words, the same ones again and again, or very many."""

import numpy as np
import pytest

from workbench.engine.alignments import Aligner
from workbench.engine.archive import Archive
from workbench.engine.articles import EngineArticle
from workbench.engine.chains import Chains
from workbench.engine.passages import Passages

SENTENCE = "the harbour master counted eleven battered trawlers beneath a copper moon before supper"
CHORUS = "gather silver roses " * 30
ALPHABET = "bdfgklmnprst"


def distinct(count: int) -> list[str]:
    """So many words, each of them once."""
    return [f"{ALPHABET[k // 144]}o{ALPHABET[k // 12 % 12]}u{ALPHABET[k % 12]}ami" for k in range(count)]


def aligned(text: str, other: str, chain: tuple[int, int, int, int], jobs: int = 1) -> Passages:
    """The passages of two texts around one chain; token numbers of the second go on behind those of the first."""
    archive = Archive([EngineArticle(1, text), EngineArticle(2, other)])
    return Aligner(archive).align(Chains(*(np.array([value]) for value in (*chain, 2))), jobs=jobs)


def borders(passages: Passages) -> list[tuple[int, ...]]:
    sides = (passages.a_start, passages.a_end, passages.b_start, passages.b_end, passages.shared)
    return list(zip(*(side.tolist() for side in sides), strict=True))


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_passage_goes_beyond_its_chain_as_far_as_words_are_shared(jobs: int) -> None:
    count = len(SENTENCE.split())
    edited = SENTENCE.replace("trawlers", "barges")
    chain = (2, 6, count + 4, count + 8)
    found = aligned(f"Yesterday {SENTENCE} tonight", f"Reportedly {edited} anyway", chain, jobs)
    assert borders(found) == [(1, count + 1, count + 3, 2 * count + 3, count - 1)]


def test_a_chorus_of_the_same_few_words_is_one_passage() -> None:
    assert borders(aligned(CHORUS, CHORUS, (0, 90, 90, 180))) == [(0, 90, 90, 180, 90)]


@pytest.mark.parametrize("count", [116, 117, 128, 129, 400])
def test_a_passage_is_whole_however_long_it_is(count: int) -> None:
    words = distinct(count)
    edited = [*words[:50], "unheard", *words[51:]]
    found = aligned(" ".join(words), " ".join(edited), (9, count - 9, count + 9, 2 * count - 9))
    assert borders(found) == [(0, count, count, 2 * count, count - 1)]
