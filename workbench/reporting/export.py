"""The one way out of a case: a file in one of four formats."""

from pathlib import Path
from typing import TYPE_CHECKING

from workbench.errors import UserError
from workbench.ports import CaseStore
from workbench.progress import ProgressReport, silent
from workbench.reporting.atomic import check_target, write_whole

if TYPE_CHECKING:
    from workbench.reporting.model import Report

FORMATS = ("pdf", "html", "json", "csv")
"""The formats a case can be exported in, the report first."""


def export_case(store: CaseStore, path: Path, format: str, report: ProgressReport = silent) -> None:
    """Write the case to `path`; a file that is there is replaced only when the new one is whole.

    Raises `UserError` for an unknown format and for a place that cannot be written, `Cancelled` when a person stops it.
    """
    from workbench.reporting.report import build_report

    if format not in FORMATS:
        raise UserError(f"There is no format “{format}”; choose one of {', '.join(FORMATS)}.")
    check_target(path, never=store.path)
    built = build_report(store, report)
    report("Writing", 0, 1)
    content = _content(store, built, format, report)
    report("Writing", 0, 1)  # a last chance to cancel: from here on the file is written
    write_whole(path, content)
    report("Writing", 1, 1)


def _content(store: CaseStore, report: "Report", format: str, progress: ProgressReport) -> bytes:
    match format:
        case "pdf":
            from workbench.reporting.pdf import pdf_of

            return pdf_of(report, progress)
        case "html":
            from workbench.reporting.html import html_of

            return html_of(report)
        case "json":
            from workbench.reporting.interchange import json_of

            return json_of(store, report)
        case _:
            from workbench.reporting.table import csv_of

            return csv_of(report)
