"""No input raises, and no order of witnesses matters."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.provenance.pages import dated
from workbench.model import Article, Family, Place, Witness, Zone, ZoneKind
from workbench.provenance.provenance import provenance_of
from workbench.spans import Span
from workbench.summing.coverage import coverage_of
from workbench.summing.families import summary_of
from workbench.summing.outlets import outlet_summary

PIECES = st.sampled_from(
    [
        "the weir ", "12 ", "“", "” ", "said ", "Reuters reported ", "(AP) - ", "told Tessera", "\n\n", ". ", ", ",
        "не ", "河", "שלום ", "e\u0301", "😀", "3,400 crates ", "sup-\nposed ", "according to the Daily Star ", "will ",
        "\ud800", "\x00",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES | st.text(max_size=6), max_size=25).map("".join)
DATES = st.sampled_from(["", "2021", "2021-05", "2021-05-03", "2021-05-03T08:15"])
OUTLETS = st.sampled_from(["", "Amber Gazette", "Tessera News Agency", "The Star", "   ", "RT", "$%"])


@st.composite
def cases(draw: st.DrawFn) -> tuple[Family, dict[int, Article], dict[int, str]]:
    articles, texts, witnesses = {}, {}, []
    for number in range(1, draw(st.integers(1, 5)) + 1):
        text = draw(TEXTS)
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, len(text)))
        zones = (Zone(draw(st.sampled_from([ZoneKind.BODY, ZoneKind.BYLINE])), Span(0, len(text))),)
        span, published = Span(0, len(text)), dated(draw(DATES))
        title, outlet, republisher = draw(st.text(max_size=4)), draw(OUTLETS), draw(OUTLETS)
        articles[number] = Article(number, 1, span, title, outlet, republisher, "", published, "", "en", zones)
        texts[number] = text
        witnesses.append(Witness(number, Place(number, Span(start, end))))
    return Family(1, tuple(witnesses)), articles, texts


@settings(max_examples=120)
@given(cases(), st.integers(0, 99))
def test_anything_is_told_and_told_alike_in_any_order(
    case: tuple[Family, dict[int, Article], dict[int, str]], seed: int
) -> None:
    family, articles, texts = case
    witnesses = list(family.witnesses)
    random.Random(seed).shuffle(witnesses)
    turned = Family(family.id, tuple(witnesses))
    found = provenance_of(family, articles, texts, families=[family])
    assert provenance_of(turned, articles, texts, families=[turned]) == found
    assert [descent.place for descent in found.descents] == sorted(witness.place for witness in witnesses)
    assert sorted(place for group in found.groups for place in group.places) == sorted(w.place for w in witnesses)
    assert 1 <= found.independent_sources <= len(witnesses)
    for descent in found.descents:
        for place in (place for reason in descent.reasons for place in reason.places):
            assert place.span.end <= len(texts[place.article_id])


@settings(max_examples=80)
@given(cases(), st.integers(0, 99))
def test_any_family_is_summed_up_alike_in_any_order(
    case: tuple[Family, dict[int, Article], dict[int, str]], seed: int
) -> None:
    family, articles, texts = case
    witnesses = list(family.witnesses)
    random.Random(seed).shuffle(witnesses)
    turned, base = Family(family.id, tuple(witnesses)), family.witnesses[0]
    told = summary_of(family, base, articles, texts, provenance_of(family, articles, texts))
    assert summary_of(turned, base, articles, texts, provenance_of(turned, articles, texts)) == told
    assert outlet_summary([family], {1: base}, articles, texts) == outlet_summary([turned], {1: base}, articles, texts)
    for sentence in told:
        assert sentence.text.endswith(".")
        assert sentence.places
        assert all(place.span.end <= len(texts[place.article_id]) for place in sentence.places)
    for article in articles.values():
        found = coverage_of(article, [family], articles, texts)
        assert found == coverage_of(article, [turned], articles, texts)
        assert 0 <= found.share <= 1
