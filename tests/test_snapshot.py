from dataclasses import replace
from datetime import UTC, datetime

from workbench.model import (
    Article,
    BaseChoice,
    DatePrecision,
    Family,
    Note,
    Place,
    PublicationDate,
    Tag,
    Target,
    Witness,
)
from workbench.snapshot import Snapshot
from workbench.spans import Span


def article(number: int, iso: str) -> Article:
    date = PublicationDate(iso, DatePrecision.DAY if iso else DatePrecision.UNKNOWN)
    return Article(number, 1, Span(0, 500), f"Story {number}", f"Outlet {number}", "", "", date, "", "en", ())


def family(*spans: tuple[int, int, int]) -> Family:
    return Family(1, tuple(Witness(k, Place(doc, Span(start, end))) for k, (doc, start, end) in enumerate(spans, 1)))


ARTICLES = (article(1, "2024-03-02"), article(2, "2024-03-01"), article(3, ""))
THREE = family((1, 100, 200), (2, 50, 150), (3, 0, 120))


def test_the_earliest_dated_witness_is_the_base() -> None:
    assert Snapshot(articles=ARTICLES).base(THREE).place.article_id == 2


def test_the_article_imported_first_is_the_base_where_no_date_is_known() -> None:
    undated = (article(1, ""), article(2, ""), article(3, ""))
    assert Snapshot(articles=undated).base(THREE).place.article_id == 1


def test_a_chosen_base_stays_when_a_new_alignment_moves_its_borders() -> None:
    snapshot = Snapshot(articles=ARTICLES, base_choices=(BaseChoice(Place(1, Span(95, 190))),))
    assert snapshot.base(THREE).place.article_id == 1
    assert snapshot.choices_in(THREE) == snapshot.base_choices


def test_a_choice_for_a_sentence_does_not_hold_for_the_paragraph_around_it() -> None:
    snapshot = Snapshot(articles=ARTICLES, base_choices=(BaseChoice(Place(1, Span(100, 140))),))
    assert snapshot.base(THREE).place.article_id == 2
    assert snapshot.choices_in(THREE) == ()


def test_the_others_stand_in_order_of_date_with_undated_ones_last() -> None:
    assert [w.place.article_id for w in Snapshot(articles=ARTICLES).others(THREE)] == [1, 3]


def judged(*bases: int) -> Snapshot:
    """A case in which edits between witnesses of these articles as base and the third one have a tag."""
    targets = (Target(Place(3, Span(k, k + 4)), Place(base, Span(110 + k, 112 + k))) for k, base in enumerate(bases))
    tags = tuple(Tag(str(k), "c", target, datetime(2024, 5, 1, tzinfo=UTC)) for k, target in enumerate(targets))
    return Snapshot(articles=ARTICLES, tags=tags)


def test_what_edits_were_judged_against_stays_the_base_when_an_earlier_witness_comes_in() -> None:
    assert judged(1).base(THREE).place.article_id == 1
    assert judged(1, 2).base(THREE).place.article_id == 2
    assert judged(1, 2, 1).base(THREE).place.article_id == 1


def test_a_choice_counts_for_more_than_what_edits_were_judged_against() -> None:
    assert replace(judged(1), base_choices=(BaseChoice(Place(3, Span(0, 120))),)).base(THREE).place.article_id == 3


def test_edits_of_another_family_do_not_make_a_base() -> None:
    elsewhere = Target(Place(3, Span(130, 140)), Place(1, Span(110, 112)))
    assert (
        Snapshot(articles=ARTICLES, notes=(Note(elsewhere, "x", datetime(2024, 5, 1, tzinfo=UTC)),))
        .base(THREE)
        .place.article_id
        == 2
    )
