"""Articles that share a text with a witness of a family alone, and not with its model, are witnesses too."""

from tests.engine.newsroom import Edition, borders_agree

KNOWN = "We have not been speaking well for the last number of years"
BETWEEN = "We have not been speaking too well for the last number of years"
FAR = "We have sadly not been speaking too well for the last number of years"
MORE = "The boatyard owes us forty barrels of tar and the keel of a pilot cutter."


def test_a_rendering_that_only_a_witness_brings_in_joins_the_family() -> None:
    edition = Edition.with_passages(
        f"“⟦{KNOWN}⟧”, said the reeve.",
        f"“⟦{KNOWN}⟧”, she told the moot.",
        f"“⟦{BETWEEN}⟧. {MORE}”",
        f"“⟦{FAR}⟧. {MORE}”",
    )
    places = [(k, span) for k, (span,) in enumerate(edition.marked)]
    assert all(edition.joins(places[0], other) for other in places[1:]), [
        edition.told(family) for family in edition.families()
    ]


def test_what_a_witness_shares_beside_the_text_of_the_family_brings_nothing_in() -> None:
    edition = Edition.with_passages(
        f"“⟦{KNOWN}⟧”, said the reeve.",
        f"“⟦{KNOWN}⟧”, she told the moot.",
        f"“⟦{BETWEEN}⟧. {MORE}”",
        f"“⟦{MORE}⟧”",
    )
    texts = [article.text for article in edition.articles]
    last = [(family, place.span) for family in edition.families() for place in family.places if place.article_id == 3]
    assert last
    assert all(borders_agree(texts[3], span, edition.marked[3][0], 0) for _, span in last)
    assert all(place.article_id in (2, 3) for family, _ in last for place in family.places)
