"""The seeds: one quote of an agency, and four ways to cite it."""

import re
from pathlib import Path

import pytest

from workbench.framing.frame import frame_of
from workbench.framing.model import Frame, Position, Role, Speech
from workbench.reading.files import read_file
from workbench.spans import Span


@pytest.fixture(scope="module")
def frames(shared: Path) -> dict[str, tuple[str, Frame]]:
    """The frames of the passages that begin or go on with the quote, by the first words of the clause that cites."""
    found = {}
    for path in sorted((shared / "seeds").iterdir()):
        reading = read_file(path)
        for article in reading.articles:
            text = article.span.of(reading.text)
            for first, last in (("More than 9,000", "Palmyra"), ("The jihadists will be redeployed", "in Syria")):
                start = text.find(first)
                if start >= 0:
                    frame = frame_of(article, text, Span(start, text.index(last, start) + len(last)))
                    assert frame.attribution, frame.reason
                    found[f"{article.published.iso[:10]} {frame.attribution.clause.of(text)}"] = text, frame
    return found


def by_clause(frames: dict[str, tuple[str, Frame]], clause: str) -> list[tuple[str, Frame]]:
    """The frames whose clause that cites reads like a pattern."""
    return [frame for name, frame in frames.items() if re.fullmatch(rf"\S* {clause}", name)]


def chain(text: str, frame: Frame) -> list[tuple[str, str]]:
    assert frame.attribution
    return [(link.role.value, link.span.of(text)) for link in frame.attribution.chain]


def test_an_outlet_that_cites_a_source_as_saying(frames: dict[str, tuple[str, Frame]]) -> None:
    [(text, frame)] = by_clause(frames, "RT cited .* as saying")
    assert chain(text, frame) == [("outlet", "RT"), ("source", "an anonymous military-diplomatic source")]
    assert frame.attribution
    assert (frame.attribution.saying.lemma, frame.attribution.position) == ("say", Position.BEFORE)
    assert frame.attribution.speech is Speech.DIRECT
    assert frame.attribution.anonymous


def test_the_source_is_who_was_brought_in_before_with_the_agency_that_cites_it(
    frames: dict[str, tuple[str, Frame]],
) -> None:
    found = by_clause(frames, "the source said")
    assert len(found) == 2
    for text, frame in found:
        assert chain(text, frame) == [("agency", "RIA Novosti"), ("source", "the source")]
        source = frame.attribution.source if frame.attribution else None
        assert source is not None
        assert source.antecedent is not None
        assert source.antecedent.of(text).endswith("military-diplomatic source")
        assert not source.named


def test_a_source_that_told_an_agency(frames: dict[str, tuple[str, Frame]]) -> None:
    [(text, frame)] = by_clause(frames, "a military-diplomatic source told RIA Novosti")
    assert chain(text, frame) == [("agency", "RIA Novosti"), ("source", "a military-diplomatic source")]
    assert frame.attribution
    assert (frame.attribution.speech, frame.attribution.position) == (Speech.INDIRECT, Position.AFTER)


def test_a_source_that_speaks_on_two_paragraphs_later(frames: dict[str, tuple[str, Frame]]) -> None:
    [(text, frame)] = by_clause(frames, "The military source .* The Star")
    assert chain(text, frame) == [("outlet", "The Star"), ("source", "The military source in Moscow")]
    assert frame.attribution
    assert frame.attribution.chain[0].role is Role.OUTLET
    assert frame.attribution.speech is Speech.DIRECT
