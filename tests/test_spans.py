"""Spans and the way from readable text back to the file."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.spans import OffsetMap, Run, Span, covered

spans = st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda ends: Span(min(ends), max(ends)))


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (4, 3)])
def test_what_is_no_span_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


def test_a_span_covers_code_points() -> None:
    assert Span(1, 3).of("a😀b😀") == "😀b"
    assert len(Span(1, 3)) == 2
    assert Span(1, 3).shifted(4) == Span(5, 7)


def test_an_empty_span_is_true() -> None:
    assert Span(3, 3)
    assert len(Span(3, 3)) == 0


@given(spans, spans)
def test_overlap_counts_the_code_points_in_common(one: Span, other: Span) -> None:
    common = set(range(one.start, one.end)) & set(range(other.start, other.end))
    assert one.overlap(other) == other.overlap(one) == len(common)
    if one.contains(other):
        assert one.overlap(other) == len(other)


@given(st.lists(spans))
def test_covered_counts_every_code_point_once(several: list[Span]) -> None:
    assert covered(several) == len({point for span in several for point in range(span.start, span.end)})


def test_without_runs_text_and_file_are_the_same() -> None:
    assert OffsetMap().to_file(Span(3, 9)) == Span(3, 9)


def test_an_entity_is_mapped_as_a_whole() -> None:
    # file: "<p>Tea &amp; cake</p>", readable: "Tea & cake"
    way = OffsetMap((Run(0, 4, 3, 4), Run(4, 1, 7, 5), Run(5, 5, 12, 5)))
    file = "<p>Tea &amp; cake</p>"
    assert way.to_file(Span(4, 5)).of(file) == "&amp;"
    assert way.to_file(Span(0, 5)).of(file) == "Tea &amp;"
    assert way.to_file(Span(4, 10)).of(file) == "&amp; cake"


def test_a_break_that_the_reader_put_in_has_no_place_of_its_own() -> None:
    # file: "<p>One</p><p>Two</p>", readable: "One\n\nTwo"
    way = OffsetMap((Run(0, 3, 3, 3), Run(5, 3, 13, 3)))
    file = "<p>One</p><p>Two</p>"
    assert way.to_file(Span(0, 8)).of(file) == "One</p><p>Two"
    assert way.to_file(Span(0, 5)).of(file) == "One"
    assert way.to_file(Span(5, 8)).of(file) == "Two"


@st.composite
def pages(draw: st.DrawFn) -> tuple[str, str, OffsetMap]:
    """A readable text, its file, and the way between the two: markup and words in turn."""
    text, file, runs = "", "", []
    for word in draw(st.lists(st.text("ab😀", min_size=1, max_size=4), min_size=1, max_size=6)):
        file += draw(st.sampled_from(["<b>", "</b>", "<br/>"]))
        runs.append(Run(len(text), len(word), len(file), len(word)))
        text, file = text + word, file + word
    return text, file, OffsetMap(tuple(runs))


@given(pages(), st.data())
def test_every_stretch_of_a_page_is_found_in_its_file(page: tuple[str, str, OffsetMap], data: st.DataObject) -> None:
    text, file, way = page
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = way.to_file(Span(start, end)).of(file)
    for mark in ("</b>", "<br/>", "<b>"):
        found = found.replace(mark, "")
    assert found == text[start:end]


@given(pages())
def test_later_text_never_stands_earlier_in_the_file(page: tuple[str, str, OffsetMap]) -> None:
    text, _, way = page
    starts = [way.to_file(Span(k, k + 1)).start for k in range(len(text))]
    assert all(one < other for one, other in pairwise(starts))
