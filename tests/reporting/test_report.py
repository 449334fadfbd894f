"""The frozen report of a case."""

from datetime import UTC, datetime

import pytest

from tests.reporting.cases import LANTERN, MOMENT, POST, WIRE, CaseMaker
from workbench.comparing.compare import compare
from workbench.errors import Cancelled
from workbench.model import BaseChoice, Place, Target
from workbench.reporting.model import ReportEdit, RunKind
from workbench.reporting.page import page_of
from workbench.reporting.report import build_report
from workbench.spans import Span


def edit_between(quay: CaseMaker, witness_words: str) -> tuple[ReportEdit, Target]:
    """The edit that brought `witness_words` into a witness, and the target of a tag on it."""
    snapshot_articles = quay.store.texts()
    family = build_report(quay.store).families[0]
    for witness in family.witnesses:
        for edit in witness.edits:
            if witness_words in edit.text:
                base, article = family.base.where.article_id, witness.where.article_id
                assert edit.text == edit.span.of(snapshot_articles[article])
                return edit, Target(Place(article, edit.span), Place(base, edit.base_span))
    raise LookupError(witness_words)


def test_a_report_counts_what_the_case_holds(quay: CaseMaker) -> None:
    report = build_report(quay.store, made=MOMENT)
    assert (len(report.sources), len(report.articles), report.outlets, report.witnesses) == (4, 4, 4, 4)
    assert report.edits == sum(len(witness.edits) for witness in report.families[0].witnesses) > 3
    assert (report.case, report.made, report.aligned) == ("harbour", MOMENT, True)
    assert report.program.startswith("Variorum ")


def test_labels_are_counted_over_all_edits(quay: CaseMaker) -> None:
    report = build_report(quay.store)
    edits = [edit for witness in report.families[0].witnesses for edit in witness.edits]
    assert sum(count.number for count in report.labels) == sum(len(edit.labels) for edit in edits)
    assert [count.number for count in report.labels] == sorted((c.number for c in report.labels), reverse=True)


def test_the_base_comes_first_and_is_shown_whole(quay: CaseMaker) -> None:
    base, *others = build_report(quay.store).families[0].witnesses
    assert base.base
    assert not any(witness.base for witness in others)
    assert [run.text for run in base.runs] == [base.text]
    assert base.edits == ()


def test_the_exactest_of_the_earliest_dates_is_the_base_and_unknown_ones_come_last(quay: CaseMaker) -> None:
    outlets = [witness.where.outlet for witness in build_report(quay.store).families[0].witnesses]
    assert outlets == ["Tessera News Agency", "Harbour Courier", "Daily Lantern", "Northern Post"]


def test_the_witness_that_a_person_chose_is_the_base(quay: CaseMaker) -> None:
    quay.put(BaseChoice(quay.place(POST)))
    family = build_report(quay.store).families[0]
    assert family.base.where.outlet == "Northern Post"
    assert family.base.text == POST


def test_every_witness_says_where_it_stands_in_its_file(quay: CaseMaker) -> None:
    for witness in build_report(quay.store).families[0].witnesses:
        decoded = quay.store.source_bytes(witness.where.source.id).decode()
        assert witness.where.span.of(decoded) == witness.text


def test_edits_say_what_they_cover_on_both_sides(quay: CaseMaker) -> None:
    family = build_report(quay.store).families[0]
    base_file = quay.store.source_bytes(family.base.where.source.id).decode()
    for witness in family.witnesses[1:]:
        file = quay.store.source_bytes(witness.where.source.id).decode()
        for edit in witness.edits:
            assert edit.text == edit.span.of(file)
            assert edit.base_text == edit.base_span.of(base_file)


def test_families_stand_in_the_order_of_the_case_as_on_the_screen(maker: CaseMaker) -> None:
    one = [maker.article("The crane fell at nine on Monday.", outlet, "2031-05-01") for outlet in ("A", "A", "A")]
    two = [maker.article("Nobody was hurt, said the mayor.", outlet, "2031-05-01") for outlet in ("A", "B")]
    maker.families(tuple(one), tuple(two))
    report = build_report(maker.store)
    assert [(family.number, family.outlets) for family in report.families] == [(1, 1), (2, 2)]


def test_an_outlet_with_its_article_is_the_same_outlet(maker: CaseMaker) -> None:
    maker.families(tuple(maker.article(WIRE, outlet) for outlet in ("The Lantern", "Lantern", "the lantern", "Post")))
    assert build_report(maker.store).families[0].outlets == 2


def test_boilerplate_is_set_apart_and_not_counted(quay: CaseMaker) -> None:
    donate = tuple(quay.article("Support our work with a donation today.", outlet) for outlet in ("A", "B"))
    quotes = tuple(quay.place(text) for text in (WIRE, LANTERN))
    quay.families(quotes, boilerplate=(donate,))
    report = build_report(quay.store)
    assert [family.boilerplate for family in report.families] == [False]
    assert [family.base.text for family in report.boilerplate] == ["Support our work with a donation today."]
    assert report.witnesses == 2


def test_a_tag_and_a_note_stand_beside_their_edit(quay: CaseMaker) -> None:
    _, target = edit_between(quay, "reportedly")
    code = quay.store.codes()[0]
    quay.tag(target, code)
    quay.note(target, "Who reported it?")
    edit, _ = edit_between(quay, "reportedly")
    assert edit.remark is not None
    assert ([found.id for found in edit.remark.codes], edit.remark.note) == ([code.id], "Who reported it?")


def test_a_tag_on_a_witness_stands_beside_it(quay: CaseMaker) -> None:
    quay.tag(Target(quay.place(POST)), quay.store.codes()[1])
    remarks = [witness.remark for witness in build_report(quay.store).families[0].witnesses]
    assert [remark.codes[0] for remark in remarks if remark] == [quay.store.codes()[1]]


def test_a_tag_whose_edit_is_no_more_is_kept_with_its_family(quay: CaseMaker) -> None:
    _, target = edit_between(quay, "reportedly")
    quay.tag(target, quay.store.codes()[0])
    quay.put(BaseChoice(quay.place(POST)))
    family = build_report(quay.store).families[0]
    assert [remark.target for remark in family.remarks] == [target]
    assert family.remarks[0].text.strip() == "reportedly"


def test_a_note_outside_every_family_is_kept(quay: CaseMaker) -> None:
    elsewhere = Target(Place(1, Span(0, 5)))
    quay.note(elsewhere, "Look at the headline.")
    report = build_report(quay.store)
    assert [(remark.target, remark.note, remark.text) for remark in report.remarks] == [
        (elsewhere, "Look at the headline.", "Crane")
    ]


def test_no_tag_and_no_note_is_lost_when_the_families_go(quay: CaseMaker) -> None:
    _, edited = edit_between(quay, "reportedly")
    for number, target in enumerate((edited, Target(quay.place(POST)), Target(Place(2, Span(3, 9))))):
        quay.tag(target, quay.store.codes()[number])
        quay.note(target, f"note {number}")
    quay.families()
    assert sorted(remark.note for remark in build_report(quay.store).remarks) == ["note 0", "note 1", "note 2"]


def test_a_tag_on_boilerplate_is_kept(quay: CaseMaker) -> None:
    quay.families(boilerplate=((quay.place(WIRE), quay.place(LANTERN)),))
    quay.note(Target(quay.place(WIRE)), "A licence?")
    assert [remark.note for remark in build_report(quay.store).remarks] == ["A licence?"]


def test_the_same_passage_in_two_outlets_has_no_edits(maker: CaseMaker) -> None:
    maker.families((maker.article(WIRE, "A", "2031-05-01"), maker.article(WIRE, "B", "2031-05-02")))
    witness = build_report(maker.store).families[0].witnesses[1]
    assert witness.edits == ()
    assert [run.kind for run in witness.runs] == [RunKind.EQUAL]


def test_an_import_after_the_alignment_is_told(quay: CaseMaker) -> None:
    quay.article("Something new.")
    assert not build_report(quay.store).aligned


def test_progress_is_reported_and_cancel_is_heard(quay: CaseMaker) -> None:
    stages: list[tuple[str, int, int]] = []
    build_report(quay.store, lambda *stage: stages.append(stage))
    assert (stages[0], ("Comparing", 1, 1) in stages) == (("Comparing", 0, 1), True)
    assert {stage for stage, _, _ in stages} >= {"Comparing", "Reading figures"}

    def stop(stage: str, done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        build_report(quay.store, stop)


def test_a_report_is_made_now_unless_told_otherwise(quay: CaseMaker) -> None:
    before = datetime.now(UTC)
    assert before <= build_report(quay.store).made <= datetime.now(UTC)


def test_a_rendering_has_its_frame_beside_it_and_not_in_it(maker: CaseMaker) -> None:
    quote = "The barges will leave before the inspectors arrive"
    told = ("A", f"“{quote},” the source said."), ("B", f"An insider admitted: “{quote}.”")
    places = []
    for outlet, text in told:
        whole = maker.article(text, outlet, "2031-05-01")
        start = whole.span.start + text.index(quote)
        places.append(Place(whole.article_id, Span(start, start + len(quote))))
    maker.families(tuple(places))
    first, second = build_report(maker.store).families[0].witnesses
    assert (first.text, second.text) == (quote, quote)
    assert first.after == ",” the source said."
    assert second.before.endswith("An insider admitted: “")


def test_the_table_of_outlets_has_as_many_rows_as_the_report_counts_and_every_edit_once(maker: CaseMaker) -> None:
    changed = WIRE.replace("1,200", "2,000").replace("closing", "shutting")
    told = (("Lantern", WIRE), ("The Lantern", changed), ("Post", changed))
    maker.families(tuple(maker.article(text, outlet, "2031-05-01") for outlet, text in told))
    report = build_report(maker.store)
    rows = page_of(report)["outlets"]
    assert sorted((row["outlet"], row["passages"]) for row in rows) == [("Lantern", 2), ("Post", 1)]
    assert len(rows) == report.outlets
    assert sum(row["edits"] for row in rows) == report.families[0].changed == 4


def test_no_witness_is_compared_with_its_base_twice(quay: CaseMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[tuple[str, str]] = []

    def counted(base: str, witness: str, *more: object) -> object:
        made.append((base, witness))
        return compare(base, witness, *more)

    monkeypatch.setattr("workbench.comparing.once.compare", counted)
    monkeypatch.setattr("workbench.comparing.compare.compare", counted)
    witnesses = build_report(quay.store).families[0].witnesses
    base = next(one.text for one in witnesses if one.base)
    assert {(base, one.text) for one in witnesses if not one.base} <= set(made)
    assert len(made) == len(set(made))
