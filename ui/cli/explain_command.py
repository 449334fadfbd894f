"""Why a family was found, on the command line."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from ui.cli.paragraphs import paragraph
from ui.cli.progress import progress
from ui.cli.steps import count, open_session, verbatim
from ui.cli.windowless import families_table
from ui.why import Part, why_parts
from workbench.errors import UserError
from workbench.model import Family
from workbench.ports import OpenCase
from workbench.session import Session
from workbench.why import reasons


@click.command(epilog=verbatim("Examples:\n  main.py explain dam.variorum\n  main.py explain dam.variorum 3"))
@click.argument("case", type=click.Path(path_type=Path))
@click.argument("number", type=int, required=False, metavar="[FAMILY]")
@click.option("--boilerplate", is_flag=True, help="FAMILY is the number of a family of boilerplate.")
@click.pass_obj
def explain(open_case: OpenCase, case: Path, number: int | None, boilerplate: bool) -> None:
    """Say why a family was found.

    FAMILY is its number in the report; without one the families are listed. For each witness the output says how many
    words it shares with the base, the longest run of the same words, the score and what it had to be, and which words
    first brought the two articles together.
    """
    with open_session(open_case, case) as session:
        if number is None:
            click.echo(families_table(session))
            return
        family = numbered_family(session, number, boilerplate=boilerplate)
        snapshot = session.snapshot()
        texts = session.store.texts({witness.place.article_id for witness in family.witnesses})
        with progress() as report:
            found = reasons(snapshot, family, texts, report)
        click.echo(f"Family {number}\n\n" + "\n".join(_lines(why_parts(snapshot, family, found, texts))))


def numbered_family(session: Session, number: int, *, boilerplate: bool = False) -> Family:
    """The family of that number; raises `UserError` when there is none."""
    families = [family for family in session.snapshot().families if family.boilerplate is boilerplate]
    if 1 <= number <= len(families):
        return families[number - 1]
    kind = " of boilerplate" if boilerplate else ""
    if not families:
        raise UserError(f"The case has no families{kind}; “align” looks for them.")
    raise UserError(
        f"There is no family {number}{kind}; the case has {count(len(families), 'family', 'families')}{kind}, "
        "numbered from 1."
    )


def _lines(parts: Sequence[Part]) -> Iterator[str]:
    for part in parts:
        yield paragraph(part.heading)
        for line in part.lines:
            yield paragraph(line, 1)
        yield ""
