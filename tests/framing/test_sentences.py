"""The annotated sentences: every one as it is annotated."""

from pathlib import Path

import pytest

from tests.framing.annotated import sentences

CHECKOUT = Path(__file__).resolve().parents[2]
ALL = sentences(CHECKOUT)


@pytest.mark.parametrize("sentence", ALL, ids=[f"{n}-{s.written}" for n, s in enumerate(ALL)])
def test_a_sentence_is_framed_as_annotated(sentence) -> None:
    assert sentence.wrong() == {}, sentence.text


def test_there_are_enough_sentences_of_both_kinds() -> None:
    own = [sentence for sentence in ALL if sentence.expected["voice"] != "cited"]
    assert len(ALL) >= 60
    assert len(own) >= 15
