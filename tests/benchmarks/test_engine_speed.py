import difflib
import random
from collections.abc import Callable
from itertools import combinations

from rapidfuzz import fuzz, process

from tests.benchmarks.conftest import Ratio
from tests.engine.stories import QUOTE, filler, story
from workbench.engine.families import EngineArticle, find_families
from workbench.engine.pairs import align_pair
from workbench.text.sentences import sentences

Compared = Callable[..., Ratio]


def planted(count: int) -> list[str]:
    """Stories of some 200 words; every tenth has the quotation, with two words of it changed."""
    rng = random.Random(7)
    texts = []
    for k in range(count):
        words = QUOTE.split()
        for at in rng.sample(range(len(words)), 2):
            words[at] = "other"
        texts.append(story(10_000 * (k + 1), " ".join(words) + "." if k % 10 == 0 else filler(k, 1)))
    return texts


def sentence_by_sentence(texts: list[str]) -> int:
    """What a script would do: every sentence against every sentence of every other article."""
    cut = [[span.of(text) for span in sentences(text)] for text in texts]
    return sum(
        int((process.cdist(a, b, scorer=fuzz.ratio, score_cutoff=70) > 0).sum()) for a, b in combinations(cut, 2)
    )


def test_families_of_200_articles_against_a_double_loop_over_sentences(compared: Compared) -> None:
    texts = planted(200)
    found = find_families([EngineArticle(k, text) for k, text in enumerate(texts)])
    assert [len(family.places) for family in found] == [20]
    compared(
        "rapidfuzz over all sentences",
        lambda: find_families([EngineArticle(k, text) for k, text in enumerate(texts)]),
        lambda: sentence_by_sentence(texts),
        rounds=3,
    )


def test_a_pair_of_documents_against_difflib_over_words(compared: Compared) -> None:
    shared = filler(5, 30)
    a, b = f"{filler(1, 60)} {shared} {filler(2, 60)}", f"{filler(3, 60)} {shared} {filler(4, 60)}"
    assert align_pair(a, b)
    compared(
        "difflib over words",
        lambda: align_pair(a, b),
        lambda: difflib.SequenceMatcher(None, a.split(), b.split(), autojunk=False).get_matching_blocks(),
    )
