"""What a person says of the program's labels stands beside them, never in their place: a reader sees who said what."""

import csv
import io
import json

import fastjsonschema

from tests.reporting.cases import MOMENT, CaseMaker
from tests.reporting.pdfs import read_pdf
from workbench.model import LabelKind, Review, Ruling, Target
from workbench.reporting.html import html_of
from workbench.reporting.interchange import json_of
from workbench.reporting.model import ReportEdit
from workbench.reporting.page import page_of
from workbench.reporting.pdf import pdf_of
from workbench.reporting.report import build_report
from workbench.reporting.table import csv_of
from workbench.resources import RESOURCES
from workbench.rulings import Word
from workbench.session import Session
from workbench.snapshot import target_of

SCHEMA = json.loads((RESOURCES / "report" / "export.schema.json").read_text(encoding="utf-8"))


def ruled_case(quay: CaseMaker) -> list[tuple[Target, tuple[LabelKind, ...]]]:
    """The first edits of the case: accepted, rejected, changed, and ruled on when the program said something else."""
    session = Session(quay.store)
    snapshot = session.snapshot()
    (family,) = snapshot.families
    base, targets = snapshot.base(family), []
    for witness in snapshot.others(family):
        for edit in session.comparison(family, base, witness).edits:
            said = tuple(label.kind for label in edit.labels)
            targets.append((target_of(edit, base.place, witness.place), said))
    (one, first), (two, second), (three, third), (four, _) = targets[:4]
    quay.put(
        Ruling(one, first, first),
        Ruling(two, second, ()),
        Ruling(three, third, (LabelKind.NEGATION, LabelKind.LOADED)),
        Ruling(four, (LabelKind.STYLE,), (LabelKind.DATE,)),
        Review(one, MOMENT),
    )
    return targets


def ruled_edits(quay: CaseMaker) -> list[ReportEdit]:
    report = build_report(quay.store)
    edits = (edit for family in report.families for witness in family.witnesses for edit in witness.edits)
    return [edit for edit in edits if edit.verdict]


def test_the_labels_of_the_program_stay_what_they_are(quay: CaseMaker) -> None:
    before = [edit.labels for w in build_report(quay.store).families[0].witnesses for edit in w.edits]
    counts = build_report(quay.store).labels
    ruled_case(quay)
    report = build_report(quay.store)
    assert [edit.labels for w in report.families[0].witnesses for edit in w.edits] == before
    assert report.labels == counts
    words = [edit.verdict.word for edit in ruled_edits(quay) if edit.verdict]
    assert words == [Word.ACCEPTED, Word.REJECTED, Word.CHANGED, Word.CHANGED]
    assert [edit.reviewed for edit in ruled_edits(quay)] == [True, False, False, False]


def test_html_and_pdf_say_who_said_what(quay: CaseMaker) -> None:
    ruled_case(quay)
    report = build_report(quay.store)
    printed = " ".join(read_pdf(pdf_of(report)).text.split())
    for text in (html_of(report).decode(), printed):
        for wanted in ("→ accepted by hand", "→ rejected by hand", "→ loaded, negation by hand"):
            assert wanted in text or wanted.replace("loaded, negation", "negation, loaded") in text
        assert "→ date by hand, when the program said style" in text
        assert "(program)" in text
    assert "(program)" not in html_of(build_report(quay.store)).decode().partition("→")[0].partition("<h4>")[0]


def test_csv_has_the_person_s_word_in_columns_of_its_own(quay: CaseMaker) -> None:
    targets = ruled_case(quay)
    rows = list(csv.DictReader(io.StringIO(csv_of(build_report(quay.store)).decode("utf-8-sig"), newline="")))
    assert [row["ruling"] for row in rows[:5]] == ["accepted", "rejected", "changed", "changed", ""]
    assert rows[0]["labels_by_hand"] == rows[0]["labels"] == "; ".join(targets[0][1])
    assert rows[1]["labels_by_hand"] == ""
    assert rows[1]["labels"], "what was rejected can still be read"
    assert [row["reviewed"] for row in rows[:2]] == ["yes", "no"]


def test_json_has_it_too_and_keeps_to_its_schema(quay: CaseMaker) -> None:
    ruled_case(quay)
    case = json.loads(json_of(quay.store, build_report(quay.store)))
    fastjsonschema.compile(SCHEMA)(case)
    edits = case["families"][0]["edits"]
    assert [edit["ruling"] and edit["ruling"]["word"] for edit in edits[:5]] == [
        "accepted", "rejected", "changed", "changed", None
    ]  # fmt: skip
    assert edits[3]["ruling"] == {"word": "changed", "labels": ["date"], "program_said": ["style"]}
    assert edits[0]["reviewed"] is True


def test_json_keeps_a_ruling_whose_edit_is_gone(quay: CaseMaker) -> None:
    gone = Target(quay.within(2, "harbour source"), quay.within(1, "repairs"))
    quay.put(Ruling(gone, (LabelKind.NAME,), ()))
    case = json.loads(json_of(quay.store, build_report(quay.store)))
    fastjsonschema.compile(SCHEMA)(case)
    (ruling,) = case["rulings"]
    assert (ruling["word"], ruling["labels"], ruling["program_said"]) == ("rejected", [], ["name"])
    assert not any(edit["ruling"] for family in case["families"] for edit in family["edits"])


def test_the_report_says_how_much_was_reviewed(quay: CaseMaker) -> None:
    def said() -> tuple[str, str]:
        report = build_report(quay.store)
        page = page_of(report)
        (sentence,) = (part["text"] for part in page["method"] if part["title"] == "What was reviewed")
        assert sentence in html_of(report).decode()
        return sentence, page["families"][0]["facts"].rpartition(" · ")[2]

    assert said()[0] == "No edit was marked as reviewed by a person."
    assert "reviewed" not in said()[1]
    targets = [target for target, _ in ruled_case(quay)]
    one = f"1 of {len(targets)} edits was marked as reviewed by a person, differences of style counted among them."
    assert said() == (one, "reviewed in part")
    quay.put(*(Review(target, MOMENT) for target in targets[1:]))
    every = f"All {len(targets)} edits were marked as reviewed by a person, differences of style counted among them."
    assert said() == (every, "all edits reviewed")
