"""Why a family was found, in words. The texts are invented."""

from collections.abc import Mapping

import pytest

from workbench.engine.explaining import Explanation, Run
from workbench.errors import Cancelled
from workbench.model import Article, Family, Place, PublicationDate, Witness
from workbench.settings import Sensitivity, Settings
from workbench.snapshot import Snapshot
from workbench.spans import Span
from workbench.why import enough, found_because, quoted, reasons, seed_words

FIRST = "the weavers of the upper town have stored nine hundred bales of wool"
THIRD = "in barns and cellars until a buyer from the coast came with money"
SECOND = f"{FIRST} {THIRD.removesuffix(' with money')}"


def snapshot(texts: Mapping[int, str], settings: Settings = Settings()) -> tuple[Snapshot, Family]:  # noqa: B008
    places = {number: Place(number, Span(0, len(text))) for number, text in texts.items()}
    family = Family(1, tuple(Witness(number, place) for number, place in places.items()))
    articles = tuple(
        Article(number, number, place.span, "", "", "", "", PublicationDate(), "", "en", ())
        for number, place in places.items()
    )
    return Snapshot(articles=articles, families=(family,), settings=settings), family


def test_each_witness_is_told_against_the_base() -> None:
    texts = {1: FIRST, 2: FIRST.replace("nine", "ten"), 3: FIRST[:50]}
    case, family = snapshot(texts)
    found = reasons(case, family, texts)
    assert [reason.witness.id for reason in found] == [2, 3]
    assert [reason.via for reason in found] == [None, None]
    assert found[0].found.shared == found[0].found.words - 1
    assert [reason.witness.id for reason in reasons(case, family, texts, most=1)] == [2]


def test_a_witness_too_little_like_the_base_is_told_by_the_one_it_came_in_by() -> None:
    texts = {1: FIRST, 2: SECOND, 3: THIRD}
    case, family = snapshot(texts)
    second, third = reasons(case, family, texts)
    assert second.via is None
    assert third.via is not None
    assert third.via.id == 2
    assert enough(third.found, 7.0)


def test_what_settings_of_today_would_not_find_says_so() -> None:
    texts = {1: "grey gulls circled above empty nets", 2: "nobody bought pears during that long winter"}
    case, family = snapshot(texts, Settings(Sensitivity.CAREFUL))
    (reason,) = reasons(case, family, texts)
    assert reason.via is None
    assert not enough(reason.found, 8.5)
    assert found_because(reason.found, 8.5) == (
        "0 of 6 words shared, no word the same letter for letter; no score of its own, at least 8.5 needed"
    )
    assert seed_words(reason.found) == "no run of words or words near one another of its own"


def test_it_can_be_stopped() -> None:
    def stop(stage: str, done: int, total: int) -> None:
        raise Cancelled

    texts = {1: FIRST, 2: FIRST}
    with pytest.raises(Cancelled):
        reasons(*snapshot(texts), texts, stop)


def explanation(*runs: Run, triples: tuple[tuple[str, ...], ...] = ()) -> Explanation:
    return Explanation(1200, 38, 32, Run(1, "wool"), 41.04, 1190, runs, triples)


def test_numbers_and_words_agree() -> None:
    assert found_because(explanation(), 7.0) == (
        "32 of 1,200 words shared, the longest run of 1 word: “wool”; score 41, at least 7 needed"
    )


def test_a_score_that_is_owed_to_the_words_around_says_so() -> None:
    text = f"{FIRST} {THIRD}"
    texts = {1: text, 2: text}
    case, family = snapshot(texts)
    short = Family(
        1, tuple(Witness(w.id, Place(w.id, Span(0, len("the weavers of the upper town")))) for w in family.witnesses)
    )
    (reason,) = reasons(case, short, texts)
    words = len(text.split())
    assert f" with the words around it, {words} words in all, at least 7 needed" in found_because(reason.found, 7.0)


def test_only_the_first_seeds_are_quoted_and_the_rest_counted() -> None:
    runs = [Run(4 + k, f"run {k}") for k in range(5)]
    assert seed_words(explanation(*runs)) == (
        "first noticed by the same words in a row: “run 0” (4 words), “run 1” (5 words), “run 2” (6 words) and 2 more"
    )
    assert seed_words(explanation(triples=(("wool", "bales", "June"),))) == (
        "first noticed by the same words near one another: “wool”, “bales”, “June”"
    )


def test_a_long_run_is_quoted_by_its_beginning_and_its_end_on_one_line() -> None:
    assert quoted(Run(3, "of\nthe  wool")) == "“of the wool”"
    text = " ".join(f"word{number}" for number in range(60))
    short = quoted(Run(60, text))
    assert len(short) < 170
    beginning, end = short.strip("“”").split(" … ")
    assert text.startswith(beginning + " ")
    assert text.endswith(" " + end)
    assert len(quoted(Run(1, "字" * 400))) < 170
