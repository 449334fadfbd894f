"""What the families can be asked for, in which orders they stand, and what is known of them after a change."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.ui.by_hand import article, source
from ui.desktop.case.digest import digest_pairs
from ui.desktop.case.family_book import FamilyBook
from ui.desktop.case.reviewed import Reviewed
from ui.desktop.lists.families_listed import DATE, EDITED, LABELS, OUTLET, REVIEW, WITNESSES, FamiliesListed
from ui.desktop.lists.listing import Listing, Order
from ui.desktop.lists.query import parse
from workbench.comparing.lexicon import SHIPPED
from workbench.model import BaseChoice, Code, Family, Note, Place, Review, Tag, Target, Witness
from workbench.snapshot import Snapshot
from workbench.spans import Span

NOW = datetime(2024, 5, 1, tzinfo=UTC)
CODES = (Code("fig", "Figure changed", "#cc6677", 1), Code("new", "Élan added", "#334455", 2))
TEXTS = {
    1: "The ferry board said that 12 men may leave on Friday night.",
    2: "The ferry board said that 20 men may leave on Friday night.",
    3: "The ferry board said that 12 men may leave on Friday night.",
    4: "Two boats were sold to a broker in the old harbour.",
    5: "Two boats were sold to a broker in the old harbour.",
    6: "Keep our paper free: give what you can spare today.",
    7: "Keep our paper free: give what you can spare today.",
    8: "A quiet bridge was closed before the storms came in.",
    9: "A quiet bridge was shut long before the floods came in.",
}
ISO = ["2016-10-12", "2016-10-14", "2016-11", "2015", "2017-01-02", "", "", "2016-10-12", ""]
OUTLETS = ["The Sun", "Mirror", "Sunday Post", "Herald", "Łódź Courier", "Mirror", "The Sun", "Zenith", "Abbey"]
NUMBERS, SOLD, FREE, BRIDGE = 1, 2, 3, 4


def family(number: int, *articles: int, boilerplate: bool = False) -> Family:
    witnesses = tuple(Witness(10 * number + k, Place(k, Span(0, len(TEXTS[k])))) for k in articles)
    return Family(number, witnesses, boilerplate)


FAMILIES = (family(1, 1, 2, 3), family(2, 4, 5), family(3, 6, 7, boilerplate=True), family(4, 8, 9))
ARTICLES = tuple(article(k, TEXTS[k], OUTLETS[k - 1], ISO[k - 1]) for k in TEXTS)
CASE = Snapshot(tuple(source(k) for k in TEXTS), ARTICLES, FAMILIES, CODES, aligned=True)


def book_of(snapshot: Snapshot) -> FamilyBook:
    book = FamilyBook()
    book.take(snapshot, TEXTS)
    count(book)
    return book


def count(book: FamilyBook) -> None:
    while book.counting:
        book.learn(digest_pairs(book.missing(2), TEXTS, SHIPPED))


def edits_of(book: FamilyBook, number: int) -> list[Target]:
    return [
        Target(Place(witness.article_id, there), Place(base.article_id, here))
        for base, witness in book.pairs(number)
        for here, there in book.digests[base, witness].loud()
    ]


def listing(book: FamilyBook, typed: str = "", order: Order = WITNESSES, *, turned: bool = False) -> Listing:
    return FamiliesListed(book).listing(parse(typed), None, order, turned=turned)


@pytest.fixture
def book() -> FamilyBook:
    return book_of(CASE)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", [1, 4, 2]),
        ("is:boilerplate", [3]),
        ("outlet:mirror", [1]),
        ('outlet:"the sun"', [1]),
        ("outlet:sun", [1]),
        ("outlet:lodz", [2]),
        ("outlet:mirror,zenith", [1, 4]),
        ("outlet:mirror outlet:zenith", []),
        ("-outlet:mirror", [4, 2]),
        ("-outlet:mirror is:boilerplate", []),
        ("label:number", [1]),
        ("label:num", [1]),
        ("-label:number", [4, 2]),
        ("before:2016-10-12", [2]),
        ("before:2016-10-13", [1, 4, 2]),
        ("after:2017", [2]),
        ("after:2016-11-15", [1, 2]),
        ("after:2016-10-13 before:2016-10-20", [1]),
        ("after:2015-07-01 before:2015-07-02", [2]),
        ("-before:2016-10-13", []),
        ("is:tagged", []),
        ("has:note", []),
        ("is:unreviewed label:number", [1]),
    ],
)
def test_operators_narrow_the_list_together(book: FamilyBook, typed: str, kept: list[int]) -> None:
    found = listing(book, typed)
    assert found.keys == kept
    assert found.problems == ()
    assert bool(found.told) == bool(typed)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("outlet:nowhere", "No outlet of this case is called “nowhere”."),
        ("label:colour", "There is no label “colour”: try number, name, date, quote, negation or certainty."),
        ("tag:nothing", "No code of the codebook is called “nothing”."),
        ("before:soon", "“before:” takes a day, a month or a year: 2016-10-12, 2016-10 or 2016."),
        ("after:2017 before:2016", "No day is both before 2016-01-01 and not before 2017-01-01."),
        ("is:good", "“is:” takes reviewed, unreviewed, partly, tagged or boilerplate, not “good”."),
        ("has:wings", "“has:” takes note, tag or correction, not “wings”."),
    ],
)
def test_a_value_that_makes_no_sense_is_told_and_filters_nothing(book: FamilyBook, typed: str, sentence: str) -> None:
    found = listing(book, typed)
    assert found.problems == (sentence,)
    assert found.keys == [1, 4, 2]
    assert listing(book, f"{typed} label:number").keys == [1], "the others hold"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("labl:number", "“labl:” is looked for as a word: what filters is called “label:”."),
        ("Outlets:mirror", "“Outlets:” is looked for as a word: what filters is called “outlet:”."),
        ("Reuters:text", ""),
        ("12:30", ""),
        ("https://example.org", ""),
        ("labels:", ""),
        ('"labl:number"', ""),
    ],
)
def test_an_operator_that_is_written_wrongly_is_told_by_its_name(book: FamilyBook, typed: str, said: str) -> None:
    assert listing(book, typed).problems == ((said,) if said else ())


@pytest.mark.parametrize(
    ("order", "once", "turned"),
    [
        (WITNESSES, [1, 4, 2], [4, 2, 1]),
        (DATE, [2, 1, 4], [1, 4, 2]),
        (EDITED, [4, 1, 2], [2, 1, 4]),
        (LABELS, [1, 4, 2], [4, 2, 1]),
        (OUTLET, [2, 1, 4], [4, 1, 2]),
        (REVIEW, [1, 4, 2], [1, 4, 2]),
    ],
)
def test_orders_stand_one_way_or_the_other(book: FamilyBook, order: Order, once: list[int], turned: list[int]) -> None:
    assert listing(book, "", order).keys == once
    assert listing(book, "", order, turned=True).keys == turned


def test_what_is_not_known_stands_last_whichever_way_and_boilerplate_behind_it() -> None:
    articles = tuple(
        replace(one, published=article(99, "", iso="").published) if one.id > 7 else one for one in ARTICLES
    )
    listed = FamiliesListed(book_of(replace(CASE, articles=articles)))
    listed.boilerplate = True
    assert listed.listing(parse(""), None, DATE, turned=False).keys == [2, 1, 4, 3]
    assert listed.listing(parse(""), None, DATE, turned=True).keys == [1, 2, 4, 3]


def test_what_words_found_is_narrowed_by_operators_and_boilerplate_stays_out_of_sight(book: FamilyBook) -> None:
    listed = FamiliesListed(book)
    query = parse("something outlet:mirror")
    assert listed.listing(query, frozenset({1, 2, 3}), WITNESSES, turned=False).keys == [1]
    assert listed.listing(parse("something"), frozenset({2, 3}), WITNESSES, turned=False).keys == [2]
    listed.boilerplate = True
    assert listed.listing(query, frozenset({1, 2, 3}), WITNESSES, turned=False).keys == [1, 3]


# What is known after a change


def with_marks(book: FamilyBook) -> Snapshot:
    (first, *_) = edits_of(book, NUMBERS)
    tags = (Tag("t", "fig", first, NOW), Tag("u", "new", Target(FAMILIES[1].witnesses[0].place), NOW))
    return replace(CASE, tags=tags, notes=(Note(first, "Who counted?", NOW),))


def test_tags_and_notes_are_found_by_name_and_by_being_there(book: FamilyBook) -> None:
    book.take(with_marks(book), TEXTS)
    asked = ("is:tagged", 'tag:"figure changed"', "tag:elan", "has:note", "has:tag -has:note", "tag:figure,elan")
    assert [listing(book, typed).keys for typed in asked] == [[1, 2], [1], [2], [1], [2], [1, 2]]
    book.take(CASE, TEXTS)
    assert listing(book, "is:tagged").keys == []


def test_a_decision_is_news_of_its_own_families_alone(book: FamilyBook) -> None:
    book.drain()
    book.take(with_marks(book), TEXTS)
    assert book.drain() == (frozenset({1, 2}), False)
    assert not book.counting, "edits are not counted again for a tag"
    assert book.drain() == (frozenset(), False)


def test_another_base_has_its_edits_counted_anew(book: FamilyBook) -> None:
    assert book.base(NUMBERS).place.article_id == 1
    book.take(replace(CASE, base_choices=(BaseChoice(FAMILIES[0].witnesses[1].place),)), TEXTS)
    assert book.base(NUMBERS).place.article_id == 2
    assert (book.digest(NUMBERS), book.counting) == (None, True)
    assert book.digest(BRIDGE) is not None
    count(book)
    digest = book.digest(NUMBERS)
    assert digest is not None
    assert digest.edits == 2


def test_a_family_that_changed_is_looked_at_again_and_the_others_are_kept(book: FamilyBook) -> None:
    known = book.digest(BRIDGE)
    book.take(replace(CASE, families=(family(1, 1, 2), *FAMILIES[1:3], family(4, 8, 9), family(5, 3, 8))), TEXTS)
    assert book.digest(BRIDGE) is known
    assert book.digest(5) is None
    assert list(book.families_of(3)) == [5]
    assert book.drain().everything
    count(book)
    assert listing(book).keys == [1, 5, 4, 2]
    book.take(replace(CASE, families=FAMILIES[1:2]), TEXTS)
    assert listing(book).keys == [2]


def test_reviews_are_counted_edit_by_edit(book: FamilyBook) -> None:
    (number,) = edits_of(book, NUMBERS)
    (pair,) = book.pairs(SOLD)
    assert book.reviewed(NUMBERS) == (0, 2), "a witness without edits is to be looked at too"
    book.take(replace(CASE, reviews=(Review(number, NOW),)), TEXTS)
    assert book.reviewed(NUMBERS) == (1, 2)
    assert [listing(book, f"is:{state}").keys for state in ("partly", "unreviewed", "reviewed")] == [[1], [4, 2], []]
    book.take(replace(CASE, reviews=(Review(number, NOW), Review(Target(pair[1], pair[0]), NOW))), TEXTS)
    assert [listing(book, f"is:{state}").keys for state in ("partly", "unreviewed", "reviewed")] == [[1], [4], [2]]
    assert listing(book, "", REVIEW).keys == [4, 1, 2]


@pytest.mark.parametrize(
    ("done", "total", "words"),
    [(0, 4, "not reviewed"), (3, 8, "3 of 8 places reviewed"), (8, 8, "reviewed"), (0, 0, "nothing to review")],
)
def test_reviews_in_words(done: int, total: int, words: str) -> None:
    assert Reviewed(done, total).state == words


def test_words_of_another_case_are_forgotten(book: FamilyBook) -> None:
    book.forget()
    assert (len(book.digests), book.counting, listing(book).keys) == (0, False, [])
