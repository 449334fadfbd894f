from workbench.model import Article, BaseChoice, DatePrecision, Family, Place, PublicationDate, Witness
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
