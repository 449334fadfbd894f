"""What a session finds in a case, and what stays when more comes."""

from contextlib import closing
from pathlib import Path

from db.casefile import open_case
from tests.session.bridge import QUOTE, STORIES, code, edit_target, pair, quote_family
from workbench.session import Session
from workbench.settings import Sensitivity, Settings


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
