"""A pair of conflicting figures in words."""

from dataclasses import replace

from tests.ui.by_hand import article, source
from ui.figures import counted_pairs, in_order, none_found, others_line, sentence_of
from workbench.figures.model import Agreement, Conflict, FigureKind, Side
from workbench.figures.telling import agreement_lines, caution_lines
from workbench.model import Place
from workbench.snapshot import Snapshot
from workbench.spans import Span

TEXT = "At Velm 12\nboats sank."
NOWHERE = Span(0, 0)


def side(number: int, *others: int) -> Side:
    spread = tuple(Place(other, Span(8, 10)) for other in others)
    return Side(Place(number, Span(8, 10)), Span(0, len(TEXT)), "12", "boats", 12, 12, spread)


def pair(key: str = "k", agreements: tuple[Agreement, ...] = (), cautions: tuple[str, ...] = ()) -> Conflict:
    return Conflict(key, FigureKind.COUNT, side(1), side(2), agreements, 0.9, "12 against 20 boats.", cautions)


def agreement(what: str, left: str, right: str) -> Agreement:
    return Agreement(what, NOWHERE, NOWHERE, left, right)


def test_what_agrees_is_a_sentence_for_each_sort_of_it() -> None:
    told = agreement_lines(
        pair(
            agreements=(
                agreement("counted", "boats", "Boats"),
                agreement("name", "Velm", "Velm"),
                agreement("name", "Zor", "Zur"),
                agreement("name", "Velm", "velm"),
                agreement("place", "quay", "quay"),
            )
        )
    )
    assert told == ("Both count “boats”.", "Both name “Velm” and “Zor” / “Zur”.", "Both have “quay”.")


def test_what_speaks_against_a_pair_is_told_in_sentences() -> None:
    assert caution_lines(pair(cautions=("one may be a plan",))) == ("One may be a plan.",)
    assert caution_lines(pair()) == ()


def test_of_many_who_give_the_same_figure_some_are_named_each_once() -> None:
    articles = {n: article(n, TEXT, outlet="Same" if n in (3, 4) else "") for n in range(1, 9)}
    assert others_line(side(1), articles) == ""
    assert others_line(side(1, 3, 4), articles) == "“12” also in Same."
    assert others_line(side(1, 3, 5, 6, 7, 8), articles) == "“12” also in Same, Outlet 5, Outlet 6 and 2 others."


def test_a_sentence_stands_on_one_line() -> None:
    assert sentence_of(side(1), {1: TEXT}) == "At Velm 12 boats sank."


def test_what_was_set_aside_comes_last_and_is_counted_apart() -> None:
    pairs = [pair("a"), pair("b"), pair("c")]
    assert [one.key for one in in_order(pairs, {"a"})] == ["b", "c", "a"]
    assert counted_pairs(pairs, {"a", "gone"}) == "2 pairs of figures conflict; 1 more is set aside."
    assert counted_pairs(pairs[:1], ()) == "1 pair of figures conflicts."
    assert counted_pairs(pairs, {"a", "b"}) == "1 pair of figures conflicts; 2 more are set aside."


def test_one_article_in_english_among_others_has_nothing_to_be_compared_with() -> None:
    articles = tuple(article(n, TEXT) for n in (1, 2))
    foreign = Snapshot((source(1),), (articles[0], replace(articles[1], language="de")))
    assert none_found(foreign) == "One of the 2 articles is in English, and no other language is read."
    assert none_found(Snapshot()) == "Figures are compared between articles, and this case has 0 articles."
    assert none_found(Snapshot((), articles)).startswith("No two of the 2 articles in English give different figures")
