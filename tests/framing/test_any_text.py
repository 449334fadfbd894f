"""No text and no span is too odd to be framed."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.framing.annotated import article_of
from workbench.comparing.compare import compare_places
from workbench.framing.altering import altered_quotations
from workbench.framing.frame import frame_of
from workbench.framing.model import Frame, Voice
from workbench.model import Article, PublicationDate, Zone, ZoneKind
from workbench.spans import Span

PIECES = (
    "said ", "the source ", "He ", "told ", "RT ", "cited ", "as saying ", "that ", "“", "”", "‘", "’", '"', "'",
    ", ", ". ", ": ", "\n\n", "\n", "— ",

    "according to ", "a ministry official ", "who ", "the bridge ", "is said to ", "it was claimed ",
    "reportedly ", "may ", "9,000 ", "and ", "but ",
    "Ann Lee ", "Reuters ", "quoted by ", "citing ",
    "put the toll at ", "in a statement ", "(", ")", "说", "한", "😀", "\ud800", "\u2028", "é", " ", "[…]",
)  # fmt: skip
PROSE = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
ANY = st.one_of(st.text(max_size=200), PROSE)


def spans_of(frame: Frame) -> list[Span]:
    found = [frame.sentence, *(span for span in (frame.before, frame.after, frame.headline) if span)]
    for attribution in [*([frame.attribution] if frame.attribution else []), *frame.others]:
        found += [attribution.clause, attribution.saying.span]
        for link in attribution.chain:
            found += [span for span in (link.span, link.antecedent, link.description) if span]
    for quotation in frame.quotations:
        found += [quotation.span, quotation.inner]
    for difference in frame.differences:
        found += [difference.headline, difference.passage]
    return found


def zoned(text: str, cuts: list[int], kinds: list[ZoneKind]) -> Article:
    places = sorted({min(cut, len(text)) for cut in cuts})
    zones = tuple(Zone(kind, Span(a, b)) for kind, a, b in zip(kinds, places, places[1:], strict=False) if a < b)
    return Article(1, 1, Span(0, len(text)), text[:20], "RT", "", "", PublicationDate(), "", "en", zones)


@settings(max_examples=300)
@given(
    ANY,
    st.integers(0, 400),
    st.integers(0, 400),
    st.lists(st.integers(0, 400), max_size=5),
    st.lists(st.sampled_from(ZoneKind), max_size=4),
)
def test_every_span_of_a_frame_lies_in_the_text(
    text: str, a: int, b: int, cuts: list[int], kinds: list[ZoneKind]
) -> None:
    for article in (article_of(text), zoned(text, cuts, kinds)):
        frame = frame_of(article, text, Span(min(a, b), max(a, b)))
        assert all(span.end <= len(text) for span in spans_of(frame))
        assert 0 <= frame.standing.depth <= 1
        assert frame.standing.paragraph <= frame.standing.paragraphs
        assert (frame.voice is Voice.CITED) == (frame.attribution is not None)


@given(PROSE, PROSE)
def test_what_was_altered_stands_inside_marks_on_both_sides(base: str, witness: str) -> None:
    edits = compare_places(base, Span(0, len(base)), witness, Span(0, len(witness)))
    for altered in altered_quotations(base, witness, edits):
        assert altered.edit in edits
        assert altered.base.span.overlap(altered.edit.base) or not len(altered.edit.base)
        assert altered.witness.span.overlap(altered.edit.witness) or not len(altered.edit.witness)


def test_an_empty_passage_is_framed_at_every_place() -> None:
    text = "Rain fell.\n\n“The bridge is shut,” the mayor said. It may reopen, reports say.\n\nThe end."
    for place in range(len(text) + 1):
        frame = frame_of(article_of(text), text, Span(place, place))
        assert all(span.end <= len(text) for span in spans_of(frame))


def test_a_hundred_thousand_words_are_framed() -> None:
    for piece in (
        "The mayor said the bridge was shut and rain fell. ",
        "word ",
        "said ",
        "“",
        "said, ",
        "“a” he said, ",
    ):
        text = piece * (600_000 // len(piece))
        frame = frame_of(article_of(text), text, Span(0, len(text)))
        assert frame.sentence.end <= len(text)
