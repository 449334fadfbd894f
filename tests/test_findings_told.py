"""What was found, in words: the same for the report and for the window."""

from dataclasses import replace

import pytest

from tests.ui.by_hand import article
from workbench.findings_told import altered, chain, cites, cut, headline, stands, verdict, wording
from workbench.framing.frame import frame_of
from workbench.framing.model import Frame
from workbench.model import Place
from workbench.provenance.model import Descent, Strength
from workbench.spans import Span

SAID = "The barges will leave the port before the inspectors arrive"


def framed(text: str) -> tuple[Frame, str]:
    start = text.index(SAID)
    return frame_of(article(1, text, outlet="Velm Post"), text, Span(start, start + len(SAID))), text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{SAID}.", "Nobody is cited: the outlet says it in its own voice."),
        (f"“{SAID},” said Anna Korl.", "Velm Post cites Anna Korl."),
        (f"“{SAID},” a port worker told the Velm Post.", "Velm Post cites a port worker (not named)."),
        (
            f"A port worker cited by the Courier said: “{SAID}.”",
            "Velm Post cites the Courier, which cites a port worker (not named).",
        ),
    ],
)
def test_the_chain_is_told_from_the_outlet_to_the_source(text: str, expected: str) -> None:
    assert chain(*framed(text), "Velm Post") == expected


def test_an_outlet_without_a_name_is_the_outlet() -> None:
    assert chain(*framed(f"“{SAID},” said Anna Korl."), "") == "The outlet cites Anna Korl."


def test_the_words_that_cite_stand_as_they_are_with_what_the_verb_implies() -> None:
    frame, text = framed(f"“{SAID},” Anna Korl admitted.")
    assert wording(frame, text) == (
        "Cites “Anna Korl admitted” after it, in quotation marks.",
        "“admitted” implies guilt.",
    )
    assert cites(frame, text) == "Cites “Anna Korl admitted” after it, in quotation marks; “admitted” implies guilt."
    frame, text = framed(f"“{SAID},” Anna Korl said.")
    assert wording(frame, text)[-1] == "“said” takes no side."
    assert "takes no side" not in cites(frame, text), "the report has room for what matters only"


def test_nobody_cited_has_no_wording() -> None:
    assert wording(*framed(f"{SAID}.")) == ()


def test_outside_the_story_no_paragraph_is_counted() -> None:
    text = f"Menu\n{SAID}."
    start = text.index(SAID)
    frame = frame_of(replace(article(1, text), zones=()), text, Span(start, len(text)))
    assert "paragraph 0" not in stands(frame)


def test_what_is_not_there_is_not_told() -> None:
    frame, _ = framed(f"{SAID}.")
    assert headline(frame) == altered(()) == cut(()) == ()


def test_a_verdict_is_a_sentence_without_its_reasons() -> None:
    place = Place(1, Span(0, 5))
    statement = "Post: can’t tell, because it names nobody."
    descent = Descent(place, None, "", Strength.NONE, (), (), statement, "can’t tell")
    assert verdict(descent) == "Can’t tell."
