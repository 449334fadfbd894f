"""The annotated sentences: every one as it is annotated."""

from pathlib import Path
from typing import Any

import pytest

from tests.framing.annotated import Sentence, sentences

CHECKOUT = Path(__file__).resolve().parents[2]
ALL = sentences(CHECKOUT)


def cases() -> list[Any]:
    return [
        pytest.param(
            sentence,
            id=f"{number}-{sentence.written}",
            marks=pytest.mark.xfail(reason=sentence.missed) if sentence.missed else (),
        )
        for number, sentence in enumerate(ALL)
    ]


@pytest.mark.parametrize("sentence", cases())
def test_a_sentence_is_framed_as_annotated(sentence: Sentence) -> None:
    assert sentence.wrong() == {}, sentence.text


def test_there_are_enough_sentences_of_both_kinds() -> None:
    own = [sentence for sentence in ALL if sentence.expected["voice"] != "cited"]
    assert len(ALL) >= 60
    assert len(own) >= 15
