"""The history of a case, on the command line."""

from collections.abc import Iterator
from pathlib import Path

import click

from ui.cli.output import check_out, is_stdout, put
from ui.cli.paragraphs import paragraph
from ui.cli.steps import count, open_session, verbatim
from ui.history import day_words
from workbench.history_told import line, table, told
from workbench.ports import OpenCase
from workbench.session import Session


@click.command(
    epilog=verbatim(
        "Examples:\n"
        "  main.py history dam.variorum\n"
        "  main.py history dam.variorum --most 20\n"
        "  main.py history dam.variorum --csv -o dam-history.csv"
    )
)
@click.argument("case", type=click.Path(path_type=Path))
@click.option("--most", type=click.IntRange(min=1), metavar="N", help="Only the newest N steps.")
@click.option("--csv", "as_csv", is_flag=True, help="Write a table with the time in UTC, for spreadsheets.")
@click.option(
    "-o", "--output", "out", type=click.Path(path_type=Path), default="-", metavar="OUT",
    help="The file to write instead of standard output.",
)  # fmt: skip
@click.pass_obj
def history(open_case: OpenCase, case: Path, most: int | None, as_csv: bool, out: Path) -> None:
    """Tell what was done in a case, newest first.

    Every decision is a step: when it was made, in the time of this computer, what was done, and where. Steps that were
    taken back and can be done again are marked “undone”.
    """
    check_out(out, case=case)
    with open_session(open_case, case) as session:
        snapshot, texts = session.snapshot(), session.store.texts()
        if as_csv:
            content = table(session.store.history_page(most=most or session.store.history_size()), snapshot, texts)
        else:
            content = ("\n".join(_lines(session, most)) + "\n").encode("utf-8", "replace")
    put(out, content)
    if not is_stdout(out):
        click.echo(f"Wrote {out}.")


def _lines(session: Session, most: int | None) -> Iterator[str]:
    snapshot, texts = session.snapshot(), session.store.texts()
    entries = session.store.history_page(most=most or max(1, session.store.history_size()))
    if not entries:
        yield f"Nothing was decided in {line(session.store.path.name)} yet."
        return
    yield f"{count(session.store.history_size(), 'step')} in {line(session.store.path.name)}."
    day = ""
    for entry in entries:
        at = entry.at.astimezone()
        if day_words(at) != day:
            day = day_words(at)
            yield f"\n{day}"
        mark = "undone: " if entry.undone else ""
        yield paragraph(f"{at:%H:%M}  {mark}{told(entry.step, snapshot, texts).sentence}", 1)
