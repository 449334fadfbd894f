"""The report as CSV: one row an edit, and one for every tag or note that stands on no edit."""

import csv
import io
from collections.abc import Iterator

from workbench.reporting.clean import shown
from workbench.reporting.model import Reference, Remark, Report, ReportEdit, ReportFamily, ReportWitness
from workbench.spans import Span

COLUMNS = (
    "row", "family", "boilerplate",
    "base_outlet", "base_date", "base_article", "base_file", "base_sha256", "base_start", "base_end",
    "witness_outlet", "witness_date", "witness_article", "witness_file", "witness_sha256",
    "witness_start", "witness_end",
    "base_text", "witness_text", "labels", "reasons", "tags", "note", "ruling", "labels_by_hand", "reviewed",
    "by_hand",
)  # fmt: skip

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a cell must not begin with; the wide signs act alike in Excel."""


def csv_of(report: Report) -> bytes:
    """UTF-8 with a byte order mark, so that Excel reads it as UTF-8; no cell can be taken for a formula (CWE-1236).

    Starts and ends are code points of the decoded source files. `row` is `edit`, `passage` for what a person put on a
    witness as a whole, `remark` for what lies elsewhere.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    writer.writerows([safe(str(cell)) for cell in row] for row in _rows(report))
    return out.getvalue().encode("utf-8-sig", "replace")


def safe(cell: str) -> str:
    """`cell` as a spreadsheet shows it: what would be run as a formula gets an apostrophe before it."""
    cell = shown(cell)
    return f"'{cell}" if cell.lstrip(" ").startswith(_FORMULA) else cell


def _rows(report: Report) -> Iterator[tuple[object, ...]]:
    for family in (*report.families, *report.boilerplate):
        name = f"boilerplate {family.number}" if family.boilerplate else str(family.number)
        yield from ((*row, family.by_hand) for row in _family_rows(family, name))
    for remark in report.remarks:
        yield (*_remark_row(remark, "", ""), "")


def _family_rows(family: ReportFamily, name: str) -> Iterator[tuple[object, ...]]:
    boilerplate = "yes" if family.boilerplate else "no"
    for witness in family.witnesses:
        if witness.remark:
            yield "passage", *_remark_row(witness.remark, name, boilerplate)[1:]
        for edit in witness.edits:
            yield _edit_row(edit, family.base, witness, name, boilerplate)
    for remark in family.remarks:
        yield _remark_row(remark, name, boilerplate)


def _edit_row(
    edit: ReportEdit, base: ReportWitness, witness: ReportWitness, name: str, boilerplate: str
) -> tuple[object, ...]:
    return (
        "edit", name, boilerplate,
        *_side(base.where, edit.base_span), *_side(witness.where, edit.span),
        edit.base_text, edit.text,
        "; ".join(label.kind.value for label in edit.labels),
        "; ".join(label.reason for label in edit.labels if label.reason),
        *_said(edit.remark), *_ruled(edit),
    )  # fmt: skip


def _ruled(edit: ReportEdit) -> tuple[str, str, str]:
    """What a person said of the labels, which they are then, and whether the edit is reviewed."""
    reviewed, verdict = "yes" if edit.reviewed else "no", edit.verdict
    if verdict is None:
        return "", "", reviewed
    return verdict.word.value, "; ".join(kind.value for kind in verdict.labels), reviewed


def _remark_row(remark: Remark, name: str, boilerplate: str) -> tuple[object, ...]:
    base = _side(remark.base_where, remark.base_where.span) if remark.base_where else ("",) * 7
    return (
        "remark", name, boilerplate, *base, *_side(remark.where, remark.where.span),
        remark.base_text, remark.text, "", "", *_said(remark), "", "", "",
    )  # fmt: skip


def _side(where: Reference, span: Span) -> tuple[object, ...]:
    date = where.published.iso
    return where.outlet, date, where.title, where.source.name, where.source.sha256, span.start, span.end


def _said(remark: Remark | None) -> tuple[str, str]:
    """The tags and the note of a remark."""
    return ("; ".join(code.name for code in remark.codes), remark.note) if remark else ("", "")
