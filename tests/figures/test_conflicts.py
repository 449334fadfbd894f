"""What is told of a conflict, what is left out, how work is reported and stopped."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.figures.stories import PAIRS, article, both
from workbench.errors import Cancelled
from workbench.figures.conflicts import conflicting_figures
from workbench.figures.model import FigureKind
from workbench.model import Article, Place, Zone, ZoneKind
from workbench.reading.files import read_file, text_files
from workbench.spans import Span

STRIKE = both(PAIRS[0])


def read(folder: Path) -> list[tuple[Article, str]]:
    """The articles of a folder as the program reads them, numbered."""
    found: list[tuple[Article, str]] = []
    for source, path in enumerate(text_files([folder])):
        reading = read_file(path)
        for one in reading.articles:
            about = (
                one.title,
                one.outlet,
                one.republisher,
                one.byline,
                one.published,
                one.url,
                one.language,
                one.zones,
            )
            found.append((Article(len(found) + 1, source, one.span, *about), one.span.of(reading.text)))
    return found


def test_a_conflict_says_what_conflicts_and_what_agrees() -> None:
    (conflict,) = conflicting_figures(STRIKE)
    assert conflict.summary == "41 against 57 soldiers (“killed”): both speak of Halvorn and barracks."
    assert conflict.kind is FigureKind.COUNT
    assert (conflict.left.figure, conflict.left.counted, conflict.left.least) == ("41", "soldiers", 41)
    assert (conflict.right.figure, conflict.right.counted, conflict.right.most) == ("57", "soldiers", 57)
    assert conflict.left.sentence.of(STRIKE[0][1]).startswith("The strike killed")
    told = {agreement.what: agreement.words for agreement in conflict.agreements}
    assert told["counted"] == "“soldiers”"
    assert told["event"] == "“killed”"
    assert told["name"] == "“Halvorn”"


def test_words_that_differ_are_both_told() -> None:
    (conflict,) = conflicting_figures(
        both(next(pair for pair in PAIRS if pair["why"].startswith("arrested and detained")))
    )
    events = [agreement.words for agreement in conflict.agreements if agreement.what == "event"]
    assert events == ["“detained” and “arrested”"]


def test_a_name_of_two_words_is_told_as_one() -> None:
    a = article(1, "Shelling near Deir al-Mar killed 14 villagers.")
    b = article(2, "Near Deir al-Mar shelling killed 23 villagers.")
    (conflict,) = conflicting_figures([a, b])
    assert "“Deir al-Mar”" in [agreement.words for agreement in conflict.agreements]


def test_the_same_sentence_in_many_articles_is_one_conflict() -> None:
    ours, theirs = STRIKE[0][1], STRIKE[1][1]
    (conflict,) = conflicting_figures([article(1, ours), article(2, theirs), article(3, ours), article(4, theirs)])
    at = ours.index("41")
    assert conflict.left.place == Place(1, Span(at, at + 2))
    assert [place.article_id for place in conflict.left.others] == [3]
    assert [place.article_id for place in conflict.right.others] == [4]


def test_a_rounded_figure_is_a_doubt_and_said_so() -> None:
    a = article(1, "The blast trapped 60 miners in the Orsk colliery.")
    b = article(2, "The blast trapped 62 miners in the Orsk colliery.")
    assert conflicting_figures([a, b], least_score=0.9) == []
    (conflict,) = conflicting_figures([a, b], least_score=0.0)
    assert conflict.cautions == ("one figure may be the other rounded",)


@pytest.mark.parametrize("kind", [kind for kind in ZoneKind if kind is not ZoneKind.BODY])
def test_only_the_story_itself_is_read(kind: ZoneKind) -> None:
    (one, text), other = STRIKE
    aside = replace(one, zones=(Zone(kind, Span(0, len(text))),))
    assert conflicting_figures([(aside, text), other]) == []


def test_one_article_does_not_contradict_itself() -> None:
    assert conflicting_figures([article(1, f"{STRIKE[0][1]} {STRIKE[1][1]}")], least_score=0.0) == []


def test_nothing_is_found_in_nothing() -> None:
    assert conflicting_figures([]) == []
    assert conflicting_figures([article(1, ""), article(2, " \n ")]) == []


def test_work_says_how_far_it_is_and_can_be_stopped() -> None:
    told: list[tuple[str, int, int]] = []
    conflicting_figures(STRIKE, lambda *step: told.append(step))
    assert ("Reading figures", 1, 2) in told
    assert any(stage == "Comparing figures" for stage, _, _ in told)

    def stop(stage: str, done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        conflicting_figures(STRIKE, stop)
    told.clear()
    conflicting_figures([article(1, "Nobody came to the harbour. " * 1000)], lambda *step: told.append(step))
    assert told.count(("Reading figures", 0, 1)) > 5, "a page that is read for long can be left before its end"


def test_work_grows_with_the_articles_and_not_with_their_square(monkeypatch: pytest.MonkeyPatch) -> None:
    """One event told with a hundred figures in as many articles: the worst that can come."""
    import workbench.figures.conflicts as conflicts

    def compared(count: int) -> int:
        calls = 0
        judge = conflicts.judge

        def counting(*arguments: object) -> object:
            nonlocal calls
            calls += 1
            return judge(*arguments)  # type: ignore[arg-type]

        with monkeypatch.context() as patch:
            patch.setattr(conflicts, "judge", counting)
            told = (f"The strike on the Halvorn barracks killed {40 + k} soldiers on the river." for k in range(count))
            conflicting_figures([article(k, text) for k, text in enumerate(told, 1)])
        return calls

    assert 0 < compared(400) <= 3 * compared(200)


def test_one_figure_that_differs_is_found_among_hundreds_that_agree() -> None:
    same = [article(k, f"Report {k}: the strike on the Halvorn barracks killed 41 soldiers.") for k in range(1, 201)]
    (conflict,) = conflicting_figures([*same, article(201, "The strike on the Halvorn barracks killed 57 soldiers.")])
    assert (conflict.left.figure, conflict.right.figure) == ("41", "57")
    assert conflict.right.place.article_id == 201


def test_the_sample_case_holds_two_conflicts_and_no_false_one(checkout: Path) -> None:
    found = conflicting_figures(read(checkout / "resources" / "sample"))
    assert [(conflict.left.figure, conflict.right.figure) for conflict in found] == [
        ("twice", "three times"),
        ("Fourteen", "Twenty-one"),
    ]
    assert len(found[1].left.others) == 2  # two other papers copied the count of fourteen


def test_the_seeds_hold_the_toll_of_the_strike_though_no_sentence_is_copied(shared: Path) -> None:
    found = {
        (conflict.left.figure, conflict.right.figure): conflict
        for conflict in conflicting_figures(read(shared / "seeds"))
    }
    assert ("62", "83") in found
    assert len(found) <= 2
    assert found["62", "83"].kind is FigureKind.COUNT
