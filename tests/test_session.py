"""One open case: reading, aligning, looking, deciding. Real files, a real case; the texts are invented."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from db.casefile import open_case
from workbench.errors import Cancelled, UserError
from workbench.model import Code, Family, Target, Witness
from workbench.session import Session
from workbench.settings import Sensitivity, Settings
from workbench.snapshot import Snapshot, target_of

QUOTE = (
    "The old harbour bridge will stay closed until the end of May because two of its main cables are badly corroded "
    "and cannot carry lorries"
)
STORIES = {
    "post": f"Bridge stays shut\n\nBoats passed slowly on a grey morning.\n\n“{QUOTE},” the mayor said on Tuesday.\n",
    "herald": f"Mayor under fire\n\nShopkeepers are angry.\n\n“{QUOTE.replace('badly ', '')},” the mayor admitted.\n",
    "echo": "Weather\n\nRain is expected along the whole coast on Thursday, with some sun in the hills later on.\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of three stories, of which two share a quote."""
    folder = tmp_path / "stories"
    folder.mkdir()
    for name, text in STORIES.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    session = Session(open_case(tmp_path / "bridge.variorum", create=True))
    yield session
    session.close()


@pytest.fixture
def aligned(session: Session, folder: Path) -> Session:
    session.import_paths([folder])
    session.align()
    return session


def quote_family(snapshot: Snapshot) -> Family:
    (family,) = (found for found in snapshot.families if not found.boilerplate)
    return family


def edit_target(session: Session) -> Target:
    """The target of the first edit of the quote's family."""
    family = quote_family(session.snapshot())
    base, other = pair(session.snapshot(), family)
    return target_of(session.comparison(family, base, other).edits[0], base.place, other.place)


def pair(snapshot: Snapshot, family: Family) -> tuple[Witness, Witness]:
    return snapshot.base(family), snapshot.others(family)[0]


def code(session: Session, digit: int = 1) -> Code:
    return session.snapshot().codes[digit - 1]


def test_a_folder_is_read_once(session: Session, folder: Path) -> None:
    first = session.import_paths([folder])
    assert (first.added, first.known, first.refused) == (3, 0, ())
    again = session.import_paths([folder])
    assert (again.added, again.known) == (0, 3)
    assert len(session.snapshot().articles) == 3


def test_a_file_that_cannot_be_read_does_not_keep_the_others_out(session: Session, folder: Path) -> None:
    (folder / "broken.txt").write_bytes(b"")
    result = session.import_paths([folder])
    assert result.added == 3
    (refusal,) = result.refused
    assert refusal.path.name == "broken.txt"
    assert refusal.reason.endswith(".")


def test_cancelling_keeps_what_was_read(session: Session, folder: Path) -> None:
    def report(stage: str, done: int, total: int) -> None:
        if done == 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        session.import_paths([folder], report)
    assert len(session.snapshot().sources) == 1
    assert session.import_paths([folder]).added == 2


def test_a_long_page_can_be_stopped_and_is_not_imported_then(session: Session, folder: Path) -> None:
    (folder / "herald.html").write_text("<p>Boats wait in the harbour.\n" * 3000, encoding="utf-8")
    told: list[tuple[str, int, int]] = []

    def report(stage: str, done: int, total: int) -> None:
        told.append((stage, done, total))
        if len(told) > 10:
            raise Cancelled

    with pytest.raises(Cancelled):
        session.import_paths([folder / "echo.txt", folder / "herald.html", folder / "post.txt"], report)
    assert {stage for stage, _, _ in told} == {"Reading"}
    assert [(done, total) for _, done, total in told] == sorted((done, 3) for _, done, _ in told)
    assert told[-1][1] == 1
    assert [source.name for source in session.snapshot().sources] == ["echo.txt"]


def test_aligning_finds_the_shared_quote(aligned: Session) -> None:
    snapshot = aligned.snapshot()
    assert snapshot.aligned
    family = quote_family(snapshot)
    names = {snapshot.source[snapshot.article[w.place.article_id].source_id].name for w in family.witnesses}
    assert names == {"post.txt", "herald.txt"}


def test_a_comparison_speaks_of_the_two_whole_articles(aligned: Session) -> None:
    family = quote_family(aligned.snapshot())
    base, other = pair(aligned.snapshot(), family)
    comparison = aligned.comparison(family, base, other)
    assert {comparison.base_text, comparison.witness_text} == {STORIES["post"].strip(), STORIES["herald"].strip()}
    differences = {(e.base.of(comparison.base_text), e.witness.of(comparison.witness_text)) for e in comparison.edits}
    assert any("badly" in one + two for one, two in differences)


def test_a_tag_is_put_on_and_taken_away(aligned: Session) -> None:
    target = edit_target(aligned)
    tagged = aligned.toggle_tag(target, code(aligned))
    assert [tag.code_id for tag in tagged.tags_on(target)] == [code(aligned).id]
    assert tagged.undo_summary == f"Tag “{code(aligned).name}”"
    cleared = aligned.toggle_tag(target, code(aligned))
    assert cleared.tags_on(target) == ()
    assert cleared.undo_summary.startswith("Remove tag")


def test_every_decision_can_be_undone_and_done_again(aligned: Session) -> None:
    target, family = edit_target(aligned), quote_family(aligned.snapshot())
    _, other = pair(aligned.snapshot(), family)
    states = [
        aligned.snapshot(),
        aligned.toggle_tag(target, code(aligned, 2)),
        aligned.set_note(target, " Who says so? "),
        aligned.set_note(target, "The mayor."),
        aligned.choose_base(family, other),
        aligned.set_note(target, ""),
    ]
    for state in reversed(states[:-1]):
        assert decisions(aligned.undo()) == decisions(state)
    assert aligned.snapshot().undo_summary == ""
    for state in states[1:]:
        assert decisions(aligned.redo()) == decisions(state)
    assert aligned.snapshot().redo_summary == ""


def decisions(snapshot: Snapshot) -> tuple[object, ...]:
    return snapshot.tags, snapshot.notes, snapshot.base_choices


def test_a_note_that_stays_the_same_is_no_step(aligned: Session) -> None:
    target = edit_target(aligned)
    aligned.set_note(target, "Who?")
    aligned.set_note(target, "  Who? ")
    assert aligned.snapshot().note_on(target).text == "Who?"
    assert len(aligned.store.history()) == 1


def test_the_base_is_the_persons_choice_and_stays_one(aligned: Session) -> None:
    family = quote_family(aligned.snapshot())
    base, other = pair(aligned.snapshot(), family)
    assert aligned.choose_base(family, other).base(family) == other
    assert aligned.choose_base(family, base).base(family) == base
    assert len(aligned.snapshot().base_choices) == 1


def test_a_base_that_a_person_affirmed_stays_when_an_earlier_witness_comes_in(aligned: Session, folder: Path) -> None:
    family = quote_family(aligned.snapshot())
    base, _ = pair(aligned.snapshot(), family)
    affirmed = aligned.choose_base(family, base)
    assert [choice.place for choice in affirmed.base_choices] == [base.place]
    assert affirmed.undo_summary == "Choose base"
    aligned.choose_base(family, base)
    assert len(aligned.store.history()) == 1
    early = f"Harbour Post, 2 January 2001\n\nNothing moves\n\nBoats wait.\n\n“{QUOTE},” a skipper said.\n"
    (folder / "early.txt").write_text(early, encoding="utf-8")
    aligned.import_paths([folder / "early.txt"])
    after = aligned.align()
    assert len(quote_family(after).witnesses) == 3
    assert after.base(quote_family(after)).place == base.place


def test_what_was_decided_survives_a_new_alignment(aligned: Session) -> None:
    target, family = edit_target(aligned), quote_family(aligned.snapshot())
    _, other = pair(aligned.snapshot(), family)
    aligned.toggle_tag(target, code(aligned))
    aligned.choose_base(family, other)
    after = aligned.align()
    assert after.base(quote_family(after)).place == other.place
    assert edit_target(aligned) != target, "base and witness have changed sides"
    assert len(after.tags_on(target)) == 1


def test_a_new_article_means_aligning_again(aligned: Session, folder: Path) -> None:
    (folder / "late.txt").write_text(
        "Late news\n\nNothing else happened on Friday in the whole town.\n", encoding="utf-8"
    )
    aligned.import_paths([folder / "late.txt"])
    assert not aligned.snapshot().aligned


def test_families_found_before_another_window_added_an_article_are_not_all(session: Session, folder: Path) -> None:
    late = folder / "late.txt"
    late.write_text(f"Late news\n\nBoats wait.\n\n“{QUOTE},” a skipper said.\n", encoding="utf-8")
    session.import_paths([folder / "post.txt", folder / "herald.txt"])
    work = session.engine_work()
    known = work.done()
    with closing(Session(open_case(session.store.path))) as other:
        other.import_paths([late])
        kept = session.keep(work, known)
        assert len(kept.articles) == 3
        assert len(quote_family(kept).witnesses) == 2
        assert not kept.aligned
        assert not other.snapshot().aligned
    assert session.align().aligned
    assert len(quote_family(session.snapshot()).witnesses) == 3


def test_a_session_sees_what_another_window_does_and_does_not_write_over_it(aligned: Session) -> None:
    target = edit_target(aligned)
    with closing(Session(open_case(aligned.store.path))) as other:
        other.snapshot()
        aligned.set_note(target, "mine")
        assert other.snapshot().note_on(target).text == "mine"
        stale = other.snapshot
        other.snapshot = lambda: Snapshot(codes=stale().codes)
        with pytest.raises(UserError, match="Another window changed"):
            other.set_note(target, "yours")
    assert aligned.snapshot().note_on(target).text == "mine"


def test_undo_takes_back_only_what_the_person_saw(aligned: Session) -> None:
    target = edit_target(aligned)
    seen = aligned.toggle_tag(target, code(aligned))
    with closing(Session(open_case(aligned.store.path))) as other:
        other.set_note(target, "from the other window")
        with pytest.raises(UserError, match="Another window changed this case meanwhile: look at it and undo again"):
            aligned.undo()
        assert decisions(aligned.snapshot()) == decisions(other.snapshot())
        assert aligned.snapshot().note_on(target).text == "from the other window"
        with pytest.raises(UserError, match="undo again"):
            aligned.undo(seen)
        assert len(aligned.store.notes()) == 1
        undone = aligned.undo(aligned.snapshot())
        assert (undone.notes, undone.tags, undone.undo_summary) == ((), seen.tags, seen.undo_summary)
        with pytest.raises(UserError, match="undo again"):
            other.undo()
        assert other.undo().tags == ()


def test_redo_does_again_only_what_the_person_saw(aligned: Session) -> None:
    target = edit_target(aligned)
    aligned.toggle_tag(target, code(aligned))
    seen = aligned.undo()
    with closing(Session(open_case(aligned.store.path))) as other:
        other.set_note(target, "from the other window")
        other.undo()
        for attempt in (aligned.redo, lambda: aligned.redo(seen)):
            with pytest.raises(UserError, match="look at it and redo again"):
                attempt()
        assert decisions(aligned.snapshot()) == decisions(seen)
        assert aligned.redo().notes == other.snapshot().notes != ()


def test_undo_and_redo_without_a_look_or_without_a_step_change_nothing(aligned: Session) -> None:
    target = edit_target(aligned)
    with closing(Session(open_case(aligned.store.path))) as fresh:
        assert decisions(fresh.undo()) == decisions(fresh.redo()) == ((), (), ())
    tagged = aligned.toggle_tag(target, code(aligned))
    with closing(Session(open_case(aligned.store.path))) as fresh:
        assert fresh.undo().tags == ()
        assert fresh.redo().tags == tagged.tags


def test_settings_are_a_decision_and_make_the_families_out_of_date(aligned: Session) -> None:
    before = aligned.snapshot()
    special = Settings(Sensitivity.SENSITIVE, 100)
    changed = aligned.change_settings(special)
    assert (changed.settings, changed.aligned, changed.undo_summary) == (special, False, "Change settings")
    assert changed.families == before.families
    assert aligned.change_settings(special) == changed
    assert len(aligned.store.history()) == 1
    after = aligned.align()
    assert after.aligned
    assert [family for family in after.families if not family.boilerplate] == []
    undone = aligned.undo()
    assert (undone.settings, undone.aligned) == (Settings(), False)
    assert len(aligned.align().families) == len(before.families)


def test_families_found_with_settings_that_another_window_changed_since_are_not_up_to_date(
    aligned: Session,
) -> None:
    work = aligned.engine_work()
    known = work.done()
    with closing(Session(open_case(aligned.store.path))) as other:
        other.change_settings(Settings(shortest=100))
    kept = aligned.keep(work, known)
    assert (kept.settings.shortest, kept.aligned, len(kept.families)) == (100, False, len(known.families))


def test_undo_does_not_take_back_what_a_person_has_not_seen_set(aligned: Session) -> None:
    seen = aligned.change_settings(Settings(shortest=8))
    with closing(Session(open_case(aligned.store.path))) as other:
        other.change_settings(Settings(shortest=9))
    with pytest.raises(UserError, match="undo again"):
        aligned.undo(seen)
    assert aligned.snapshot().settings == Settings(shortest=9)


def test_articles_imported_later_give_what_they_give_together(session: Session, folder: Path) -> None:
    late = folder / "late.txt"
    late.write_text(f"Late news\n\nBoats wait.\n\n“{QUOTE},” a skipper said.\n", encoding="utf-8")
    session.import_paths([folder / "post.txt", folder / "herald.txt"])
    session.align()
    session.import_paths([late])
    work = session.engine_work()
    assert len(work.known.rows) == 2, "what is known of the first two is not read again"
    step_by_step = session.align()
    with closing(Session(open_case(session.store.path.with_name("again.variorum"), create=True))) as other:
        other.import_paths([folder / "post.txt", folder / "herald.txt"])
        other.import_paths([late])
        at_once = other.align()
    assert [
        (family.boilerplate, [witness.place for witness in family.witnesses]) for family in step_by_step.families
    ] == [(family.boilerplate, [witness.place for witness in family.witnesses]) for family in at_once.families]
