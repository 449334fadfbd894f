"""What was found beyond the edits, as dicts and strings for the templates."""

from typing import Any

from workbench.reporting.clean import flowing
from workbench.reporting.model import (
    Report,
    ReportConflict,
    ReportCoverage,
    ReportFamily,
    ReportFigure,
    ReportFrame,
)
from workbench.reporting.wording import outlet, when
from workbench.text.lines import beginning, one_line
from workbench.text.sentence_parts import counted

Page = dict[str, Any]
_MOST = 12
"""So many sentences of a list are shown at most."""
_AROUND = 220
"""How many characters of a sentence are shown before and after a figure."""


def frame_page(frame: ReportFrame | None) -> Page | None:
    """The frame of one rendering: who is cited and where it stands, and what a reader must not overlook."""
    if frame is None:
        return None
    return {
        "cites": frame.cites,
        "stands": frame.stands,
        "headline": list(frame.headline),
        "altered": _some(frame.altered),
        "cut": _some(frame.cut),
        "descent": one_line(frame.descent),
    }


def finding_page(family: ReportFamily) -> Page | None:
    """What became of a passage as a whole."""
    found = family.finding
    if found is None:
        return None
    return {"summary": _some(found.summary), "sources": found.sources, "reasons": list(found.reasons)}


def case_pages(report: Report) -> Page:
    """The parts of the report that are about the whole case."""
    dismissed = f"{counted(report.dismissed, 'pair')} of figures set aside by hand." if report.dismissed else ""
    return {
        "conflicts": [_conflict(conflict) for conflict in report.conflicts],
        "dismissed": dismissed,
        "coverage": [_coverage(one) for one in report.coverage],
        "habits": [{"outlet": one_line(name), "sentences": list(told)} for name, told in report.habits],
    }


def _conflict(conflict: ReportConflict) -> Page:
    return {
        "summary": one_line(conflict.summary),
        "sides": [_side(side) for side in conflict.sides],
        "agreements": " ".join(conflict.agreements),
        "cautions": [one_line(caution) for caution in conflict.cautions],
    }


def _side(side: ReportFigure) -> Page:
    before, after = flowing(side.before).lstrip(), flowing(side.after).rstrip()
    if len(before) > _AROUND:
        before = "… " + before[-_AROUND:].partition(" ")[2]
    if len(after) > _AROUND:
        after = after[:_AROUND].rpartition(" ")[0] + " …"
    return {
        "outlet": outlet(side.where),
        "when": when(side.where.published),
        "before": before,
        "figure": flowing(side.figure),
        "after": after,
        "where": f"{one_line(side.where.source.name)}, characters {side.where.span.start} to {side.where.span.end}",
    }


def _coverage(one: ReportCoverage) -> Page:
    return {
        "title": beginning(one.where.title, 90) or "no headline",
        "outlet": outlet(one.where),
        "words": f"{one.words:,}",
        "shared": f"{one.shared:,}",
        "share": f"{100 * one.share:.0f} %",
        "passages": _some(one.sentences[1:]),
    }


def _some(told: tuple[str, ...]) -> list[str]:
    """The first of some sentences, and how many more there are."""
    shown = [one_line(one) for one in told[:_MOST]]
    return [*shown, f"And {len(told) - _MOST} more."] if len(told) > _MOST else shown
