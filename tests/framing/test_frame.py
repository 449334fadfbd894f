"""What stands around a passage besides who is cited: place, sentences, quotations, headline, altered quotations."""

import pytest

from tests.framing.annotated import article_of, framed
from workbench.comparing.compare import compare_places
from workbench.framing.altering import altered_quotations
from workbench.framing.frame import frame_of
from workbench.framing.model import Alteration, AlteredQuotation, Aspect, Part, QuotationKind, Voice
from workbench.model import Article, PublicationDate, Zone, ZoneKind
from workbench.spans import Span


def kinds(text: str) -> list[str]:
    _, frame = framed(f"⟦{text}⟧")
    return [quotation.kind.value for quotation in frame.quotations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“The ice will hold until Sunday,” said the ranger.", [QuotationKind.FULL]),
        ("The ranger said the ice was “thick enough for a lorry” and would hold.", [QuotationKind.PARTIAL]),
        ("The town has had enough of its “experts” and their maps.", [QuotationKind.SCARE]),
        ("The so-called “Night Council” meets in a cellar.", [QuotationKind.SCARE]),
        ("She took the part in ‘The Glass Harbour’ at short notice.", [QuotationKind.NAME]),
        ("“The ice is thin,” he said, “and the lake is deep.”", [QuotationKind.FULL, QuotationKind.FULL]),
        ("The ministers’ plan and the drivers’ answer are both out.", []),
    ],
)
def test_full_partial_and_scare_quotes_are_told_apart(text: str, expected: list[QuotationKind]) -> None:
    assert kinds(text) == [kind.value for kind in expected]


def test_the_sentences_around_a_passage_may_stand_in_other_paragraphs() -> None:
    text, frame = framed("It rained. The dam held.\n\n⟦Nobody was hurt⟧.\n\nThe road is open. Buses run.")
    assert frame.before is not None
    assert frame.after is not None
    assert (frame.before.of(text), frame.after.of(text)) == ("The dam held.", "The road is open.")
    assert frame.sentence.of(text) == "Nobody was hurt."


def test_a_sentence_of_a_longer_quotation_has_the_others_around_it() -> None:
    text, frame = framed("“We saw nothing at all. ⟦The fog came down⟧. Then we heard the bell,” the pilot said.")
    assert frame.before is not None
    assert frame.after is not None
    assert frame.before.of(text) == "“We saw nothing at all."
    assert frame.after.of(text).startswith("Then we heard")
    assert frame.attribution is not None


def test_the_place_in_the_article_is_told() -> None:
    text = "Dam holds\n\nThe dam held on Monday.\n\nA picture of the dam\n\nThe road is open again."
    spans = [Span(text.index(part), text.index(part) + len(part)) for part in text.split("\n\n")]
    zones = tuple(
        Zone(kind, span)
        for kind, span in zip((ZoneKind.HEADLINE, ZoneKind.BODY, ZoneKind.CAPTION, ZoneKind.BODY), spans, strict=True)
    )
    article = Article(1, 1, Span(0, len(text)), "Dam holds", "", "", "", PublicationDate(), "", "en", zones)
    standings = [frame_of(article, text, span).standing for span in spans]
    assert [standing.part for standing in standings] == [Part.HEADLINE, Part.LEAD, Part.CAPTION, Part.BODY]
    assert [(s.paragraph, s.paragraphs) for s in standings] == [(0, 2), (1, 2), (0, 2), (2, 2)]
    assert standings[1].depth == 0
    assert standings[3].depth == pytest.approx(0.5, abs=0.02)


def test_another_language_keeps_its_place_and_sentences_but_not_its_source() -> None:
    text, frame = framed(
        "Es regnete.\n\n„⟦Der Damm wird halten⟧“, sagte der Bürgermeister. Die Straße ist zu.", language="de"
    )
    assert (frame.voice, frame.attribution) == (Voice.UNKNOWN, None)
    assert "English only" in frame.reason
    assert [quotation.inner.of(text) for quotation in frame.quotations] == ["Der Damm wird halten"]
    assert frame.before is not None
    assert frame.before.of(text) == "Es regnete."


def differences(title: str, marked: str) -> dict[Aspect, tuple[str, str, str]]:
    text, frame = framed(marked, title)
    return {
        found.aspect: (found.headline.of(text), found.passage.of(text), found.reason) for found in frame.differences
    }


def test_a_headline_that_drops_the_reserve_of_the_passage_is_more_certain() -> None:
    found = differences("Dam will burst in spring", "⟦The old dam could burst in spring after the thaw⟧.")
    assert found[Aspect.CERTAINTY][1] == "could"
    assert "more certain" in found[Aspect.CERTAINTY][2]


def test_a_headline_that_says_outright_what_a_source_is_cited_for_is_more_certain() -> None:
    found = differences("Dam was built on sand", "⟦The dam was built on sand⟧, a former engineer said.")
    assert found[Aspect.CERTAINTY][1] == "a former engineer said"


def test_a_headline_with_another_figure_for_the_same_differs_in_number() -> None:
    found = differences(
        "Dam: 500 villagers leave homes", "⟦At least 300 villagers had to leave their homes below the dam⟧."
    )
    assert found[Aspect.NUMBER][:2] == ("500", "300")


def test_a_headline_that_drops_a_bound_differs_in_number() -> None:
    found = differences("300 villagers leave homes", "⟦Up to 300 villagers had to leave their homes⟧.")
    assert found[Aspect.NUMBER][:2] == ("300", "Up to 300")


def test_a_headline_with_an_actor_whom_the_passage_does_not_name_differs_in_actor() -> None:
    found = differences("Kestria will flood five villages", "⟦Five villages will be flooded by summer⟧.")
    assert found[Aspect.ACTOR][:2] == ("Kestria", "Five villages")


def test_a_headline_about_something_else_is_not_compared() -> None:
    assert (
        differences("Museum to close for repairs", "⟦At least 300 villagers could lose their homes below the dam⟧.")
        == {}
    )


def altered(base: str, witness: str) -> tuple[AlteredQuotation, ...]:
    edits = compare_places(base, Span(0, len(base)), witness, Span(0, len(witness)))
    return altered_quotations(base, witness, edits)


def test_a_word_changed_inside_quotation_marks_is_an_altered_quotation() -> None:
    [found] = altered(
        "“The quay could be closed for ten days,” the source said.", "“The quay will be closed for ten days,” he said."
    )
    assert found.alteration is Alteration.ALTERED
    assert "could" in found.reason
    assert "will" in found.reason


def test_words_changed_outside_the_marks_or_inside_them_on_one_side_alter_no_quotation() -> None:
    assert altered("“The quay is closed,” the source said.", "“The quay is closed,” an aide admitted.") == ()
    assert altered("The quay could be closed, he said.", "“The quay will be closed,” he said.") == ()


def test_words_cut_at_the_end_of_a_quotation_are_told_from_altered_ones() -> None:
    [found] = altered(
        "“The quay will be closed on Monday, and nobody has told the town,” she said.",
        "“The quay will be closed on Monday,” she said.",
    )
    assert found.alteration is Alteration.CUT


def test_words_put_in_between_brackets_are_marked() -> None:
    [found] = altered(
        "“Terrorists are fleeing the city for the north,” he said.",
        "“Terrorists are fleeing the city [of Velm] for the north,” he said.",
    )
    assert found.alteration is Alteration.MARKED


def test_other_marks_alone_alter_no_quotation() -> None:
    assert altered("“The quay is shut,” he said.", '"The quay is shut," he said.') == ()


def test_a_span_beyond_the_text_is_cut_to_it() -> None:
    text = "Rain fell."
    assert frame_of(article_of(text), text, Span(4, 400)).sentence == Span(0, len(text))
