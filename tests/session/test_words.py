"""The word lists of a case: changed in steps, followed at once, each case by its own."""

import threading
from contextlib import closing
from pathlib import Path

import pytest

from db.casefile import open_case
from tests.session.bridge import pair, quote_family
from workbench.amendments import Amended, State
from workbench.errors import UserError
from workbench.findings import findings_of
from workbench.model import LabelKind
from workbench.session import Session
from workbench.word_lists import list_named


def kinds(session: Session) -> set[LabelKind]:
    family = quote_family(session.snapshot())
    found = session.comparison(family, *pair(session.snapshot(), family))
    return {label.kind for edit in found.edits for label in edit.labels}


def reasons(session: Session) -> list[str]:
    family = quote_family(session.snapshot())
    found = session.comparison(family, *pair(session.snapshot(), family))
    return [label.reason for edit in found.edits for label in edit.labels]


def hedge_badly(words: Amended) -> Amended:
    return words.add("hedges", "badly")


def test_labels_follow_a_change_at_once_and_follow_it_back(aligned: Session) -> None:
    assert LabelKind.CERTAINTY not in kinds(aligned)
    changed = aligned.change_words(hedge_badly)
    assert LabelKind.CERTAINTY in kinds(aligned)
    assert (changed.undo_summary, changed.aligned) == ("Add “badly” to hedges", True)
    assert aligned.undo().words == Amended()
    assert LabelKind.CERTAINTY not in kinds(aligned)
    aligned.redo()
    assert LabelKind.CERTAINTY in kinds(aligned)


def test_a_change_survives_a_restart_and_can_be_undone_after_it(aligned: Session) -> None:
    path = aligned.store.path
    aligned.change_words(hedge_badly)
    aligned.change_words(lambda words: words.move("reporting-neutral", "reporting-claim", "say"))
    aligned.close()
    with closing(Session(open_case(path))) as again:
        assert LabelKind.CERTAINTY in kinds(again)
        assert again.snapshot().words.holds(list_named("reporting-claim"), "say")
        again.undo()
        assert not again.snapshot().words.holds(list_named("reporting-claim"), "say")
        again.undo()
        assert LabelKind.CERTAINTY not in kinds(again)
        assert again.snapshot().undo_summary == ""


def test_what_comes_to_nothing_is_no_step(aligned: Session) -> None:
    before = aligned.snapshot()
    assert aligned.change_words(lambda words: words.reset()) is before
    assert aligned.change_words(lambda words: words.add("hedges", "zz").remove("hedges", "zz")) is before


def test_what_makes_no_sense_changes_nothing(aligned: Session) -> None:
    before = aligned.snapshot()
    with pytest.raises(UserError, match="already"):
        aligned.change_words(lambda words: words.remove("hedges", "often").add("loaded", "regime"))
    assert aligned.snapshot() == before
    assert aligned.store.history() == ()


def test_two_cases_that_are_open_have_lists_of_their_own(aligned: Session, folder: Path, tmp_path: Path) -> None:
    with closing(Session(open_case(tmp_path / "other.variorum", create=True))) as other:
        other.import_paths([folder])
        other.align()
        aligned.change_words(hedge_badly)
        other.change_words(lambda words: words.add("loaded-adverbs", "badly"))
        for _ in range(2):
            assert LabelKind.CERTAINTY in kinds(aligned)
            assert LabelKind.LOADED not in kinds(aligned)
            assert LabelKind.LOADED in kinds(other)
            assert LabelKind.CERTAINTY not in kinds(other)


def test_two_cases_on_two_threads_keep_their_lists(aligned: Session, folder: Path, tmp_path: Path) -> None:
    aligned.change_words(hedge_badly)
    wanted, found = reasons(aligned), []

    def work() -> None:
        with closing(Session(open_case(tmp_path / "other.variorum", create=True))) as other:
            other.import_paths([folder])
            other.align()
            found.extend(kinds(other) for _ in range(30))

    thread = threading.Thread(target=work)
    thread.start()
    while thread.is_alive():
        assert reasons(aligned) == wanted
    thread.join()
    assert found
    assert all(LabelKind.CERTAINTY not in some for some in found)


def test_a_change_that_another_window_made_meanwhile_is_built_upon(aligned: Session) -> None:
    with closing(Session(open_case(aligned.store.path))) as other:
        other.change_words(hedge_badly)
        aligned.change_words(lambda words: words.remove("hedges", "often"))
        states = {e.text: e.state for e in other.snapshot().words.entries(list_named("hedges"))}
        assert (states["badly"], states["often"]) == (State.ADDED, State.REMOVED)


def test_undo_of_a_change_that_another_window_made_since_is_refused(aligned: Session) -> None:
    seen = aligned.change_words(hedge_badly)
    with closing(Session(open_case(aligned.store.path))) as other:
        other.change_words(lambda words: words.remove("hedges", "often"))
    with pytest.raises(UserError, match="Another window changed this case"):
        aligned.undo(seen)
    assert len(aligned.snapshot().words.amendments) == 2


def test_tags_keep_their_places_when_lists_change_and_change_back(aligned: Session) -> None:
    family = quote_family(aligned.snapshot())
    before = aligned.comparison(family, *pair(aligned.snapshot(), family))
    aligned.change_words(hedge_badly)
    after = aligned.comparison(family, *pair(aligned.snapshot(), family))
    assert [(e.base, e.witness) for e in after.edits] == [(e.base, e.witness) for e in before.edits]
    aligned.undo()
    assert aligned.comparison(family, *pair(aligned.snapshot(), family)) == before


def test_frames_and_summaries_follow_the_lists_of_the_case_and_follow_them_back(session: Session, folder: Path) -> None:
    herald = folder / "herald.txt"
    herald.write_text(herald.read_text("utf-8").replace("the mayor admitted", "the mayor quoogled"), "utf-8")
    session.import_paths([folder])
    session.align()

    def found() -> tuple[set[str], str]:
        snapshot = session.snapshot()
        findings = findings_of(snapshot, quote_family(snapshot), session.store.texts())
        told = (frame.attribution for frame in findings.frames.values() if frame.attribution)
        verbs = {attribution.saying.lemma for attribution in told if attribution.saying}
        return verbs, " ".join(sentence.text for sentence in findings.summary)

    before = found()
    session.change_words(lambda words: words.add("reporting-claim", "quoogle"))
    after = found()
    assert (before[0], after[0]) == ({"say"}, {"say", "quoogle"})
    assert "quoogled" not in before[1]
    assert "quoogled" in after[1]
    session.undo()
    assert found() == before
