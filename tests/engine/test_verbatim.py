import random

from tests.engine.stories import filler
from workbench.engine.tokens import Corpus
from workbench.engine.verbatim import verbatim_passages

PASSAGE = filler(500, 4)


def passages(a: str, b: str) -> list[tuple[str, str]]:
    return [(at_a.of(a), at_b.of(b)) for at_a, at_b, _ in verbatim_passages(Corpus([a, b]))]


def test_a_passage_is_found_to_the_letter_at_the_start_in_the_middle_and_at_the_end() -> None:
    wanted = PASSAGE.rstrip(".")
    for a in (f"{PASSAGE} {filler(1)}", f"{filler(1)} {PASSAGE} {filler(2)}", f"{filler(1)} {PASSAGE}"):
        for b in (f"{PASSAGE} {filler(3)}", f"{filler(3)} {PASSAGE} {filler(4)}", f"{filler(3)} {PASSAGE}"):
            assert passages(a, b) == [(wanted, wanted)]


def test_a_copy_with_some_words_changed_is_one_passage_and_less_dense() -> None:
    words = PASSAGE.split()
    for at in range(12, len(words), 14):
        words[at] = "other"
    a, b = f"{filler(1)} {PASSAGE}", f"{' '.join(words)} {filler(2)}"
    ((at_a, _, density),) = verbatim_passages(Corpus([a, b]))
    assert at_a.of(a) == PASSAGE.rstrip(".")
    assert 0.6 < density < 1


def test_the_same_words_in_another_order_are_no_copy() -> None:
    words = PASSAGE.split()
    random.Random(1).shuffle(words)
    assert passages(PASSAGE, " ".join(words)) == []


def test_a_passage_that_stands_twice_in_one_text_is_found_twice() -> None:
    a, b = PASSAGE, f"{PASSAGE} {filler(2, 12)} {PASSAGE}"
    assert [at_b for _, at_b in passages(a, b)] == [PASSAGE.rstrip(".")] * 2


def test_a_text_of_one_word_repeated_is_a_copy_of_itself() -> None:
    text = "word " * 5_000
    assert passages(text, text) == [(text.strip(), text.strip())]


def test_texts_shorter_than_a_five_gram_share_nothing() -> None:
    assert passages("one two three four", "one two three four") == []
    assert passages("one", PASSAGE) == []
