import random

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engine.stories import filler
from workbench.engine.pairs import align_pair

PARAGRAPH = filler(500, 6)


def shuffled(text: str, seed: int = 1) -> str:
    """The same words, shuffled within each sentence: what a rewording leaves of a text."""
    rng = random.Random(seed)
    told = []
    for sentence in text.rstrip(".").split(". "):
        words = sentence.lower().split()
        rng.shuffle(words)
        told.append(" ".join(words[: int(len(words) * 0.8)]))
    return ". ".join(told) + "."


def test_a_copied_paragraph_is_found_to_the_letter() -> None:
    a, b = f"{filler(1)} {PARAGRAPH} {filler(2)}", f"{filler(3)} {PARAGRAPH} {filler(4)}"
    (found,) = align_pair(a, b)
    assert found.a.of(a).strip(".") == PARAGRAPH.strip(".")
    assert found.b.of(b).strip(".") == PARAGRAPH.strip(".")
    assert found.score > 0.9


def test_a_reworded_paragraph_is_found_by_its_sentences() -> None:
    reworded = shuffled(PARAGRAPH)
    a, b = f"{filler(1)} {reworded} {filler(2)}", f"{filler(3)} {PARAGRAPH} {filler(4)}"
    (found,) = align_pair(a, b)
    at_a, at_b = a.index(reworded), b.index(PARAGRAPH)
    assert abs(found.a.start - at_a) < 5
    assert abs(found.a.end - at_a - len(reworded)) < 5
    assert abs(found.b.start - at_b) < 5
    assert abs(found.b.end - at_b - len(PARAGRAPH)) < 5


def test_two_copied_paragraphs_that_changed_places_are_two_alignments() -> None:
    other = filler(600, 6)
    a = f"{PARAGRAPH} {filler(1, 10)} {other}"
    b = f"{other} {filler(3, 10)} {PARAGRAPH}"
    assert [found.a.of(a).split()[0] for found in align_pair(a, b)] == [PARAGRAPH.split()[0], other.split()[0]]


def test_unrelated_documents_share_nothing() -> None:
    assert align_pair(filler(1, 40), filler(2, 40)) == []


def test_empty_documents_share_nothing() -> None:
    assert align_pair("", "") == []
    assert align_pair(PARAGRAPH, "") == []
    assert align_pair("…", PARAGRAPH) == []


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="abc .\n😀", max_size=600), st.text(alphabet="abc .\n😀", max_size=600))
def test_spans_stand_inside_their_documents(a: str, b: str) -> None:
    for found in align_pair(a, b):
        assert 0 <= found.a.start < found.a.end <= len(a)
        assert 0 <= found.b.start < found.b.end <= len(b)
        assert 0 <= found.score <= 1.0001
