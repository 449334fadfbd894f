"""Where the witnesses of a family may come from, on the command line."""

from collections.abc import Iterator
from pathlib import Path
from textwrap import shorten

import click

from ui.cli.explain_command import numbered_family
from ui.cli.paragraphs import paragraph
from ui.cli.progress import progress
from ui.cli.steps import open_session, verbatim
from ui.desktop.wording import date_words
from workbench.findings import Findings, findings_of
from workbench.findings_told import sentence
from workbench.model import Family
from workbench.ports import OpenCase
from workbench.progress import ProgressReport
from workbench.reporting.findings import finding_told
from workbench.session import Session
from workbench.snapshot import Snapshot

_HEADING = 90


@click.command(epilog=verbatim("Examples:\n  main.py sources dam.variorum\n  main.py sources dam.variorum 3"))
@click.argument("case", type=click.Path(path_type=Path))
@click.argument("number", type=int, required=False, metavar="[FAMILY]")
@click.pass_obj
def sources(open_case: OpenCase, case: Path, number: int | None) -> None:
    """Say where the witnesses of each family may come from.

    FAMILY is its number in the report; without one all families are told of. The witnesses stand in order of date.
    For each the output says from which other one it is probably derived and why, or that it can't be told; below the
    passage stands how many independent sources there are at most. A person's own word goes before all of it.
    """
    with open_session(open_case, case) as session:
        numbers = [number] if number is not None else range(1, max(1, _families(session)) + 1)
        wanted = [(one, numbered_family(session, one)) for one in numbers]
        texts = session.store.texts({w.place.article_id for _, family in wanted for w in family.witnesses})
        snapshot = session.snapshot()
        with progress() as report:
            found = [
                findings_of(snapshot, family, texts, _traced(report, done, len(wanted)))
                for done, (_, family) in enumerate(wanted)
            ]
        for (at, family), findings in zip(wanted, found, strict=True):
            base = snapshot.base(family).place
            text = shorten(base.span.of(texts[base.article_id]), _HEADING, placeholder=" …")
            click.echo("\n".join(_lines(snapshot, family, findings, f"Family {at}: “{text}”")))


def _families(session: Session) -> int:
    return sum(not family.boilerplate for family in session.snapshot().families)


def _traced(report: ProgressReport, done: int, total: int) -> ProgressReport:
    """One stage for all that is looked into, by families."""

    def within(_stage: str, _done: int, _total: int) -> None:
        report("Tracing sources", done, total)

    within("", 0, 0)
    return within


def _lines(snapshot: Snapshot, family: Family, findings: Findings, heading: str) -> Iterator[str]:
    yield paragraph(heading)
    told = finding_told(findings, family)
    if told.sources:
        yield paragraph(" ".join((f"{told.sources}.", *told.reasons)), 1)
    provenance = findings.provenance
    for standing in (*provenance.dated, *provenance.undated):
        descent = provenance.descent_of(standing.place)
        if descent:
            date = date_words(snapshot.article[standing.place.article_id].published)
            yield paragraph(f"{date} – {sentence(descent.statement)}", 1)
    yield ""
