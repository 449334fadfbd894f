"""The codebook of a case on the command line: shown, brought in from a file, written to one."""

from collections import Counter
from pathlib import Path

import click
from tabulate import tabulate

from ui.cli.output import check_out, is_stdout, put
from ui.cli.steps import count, open_session, verbatim
from workbench.codebook_files import ForeignCodebook, kind_of, left_out, read_codebook, written
from workbench.codebook_import import brought_in, told
from workbench.ports import OpenCase
from workbench.session import Session
from workbench.snapshot import Snapshot
from workbench.word_lists import short


@click.command(
    epilog=verbatim(
        "Examples:\n"
        "  main.py codebook dam.variorum\n"
        "  main.py codebook dam.variorum --export ours.qdc\n"
        "  main.py codebook other.variorum --import ours.qdc\n"
        "  main.py codebook other.variorum --import ours.csv --export both.csv"
    )
)
@click.argument("case", type=click.Path(path_type=Path))
@click.option(
    "--import",
    "source",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Add the codes of a REFI-QDA codebook (.qdc) or a CSV file, and update those that are there.",
)
@click.option(
    "--export", "out", type=click.Path(path_type=Path), metavar="FILE", help="Write the codebook as .qdc or .csv."
)
@click.pass_obj
def codebook(open_case: OpenCase, /, case: Path, source: Path | None, out: Path | None) -> None:
    """Show the codebook of a case, bring one in, or write it for others.

    An import is one step, which can be undone in the desktop. A code is the same when it has the same GUID, or the same
    name under the same code. CSV has the columns name, parent, digit, colour and description.
    """
    kind = _kind_for(out) if out else ""
    if out:
        check_out(out, [source] if source else [], case=case)
    foreign = read_codebook(source) if source else None
    with open_session(open_case, case) as session:
        if foreign:
            _bring_in(session, foreign, aside=bool(out) and is_stdout(out or Path()))
        snapshot = session.snapshot()
        if out:
            put(out, written(snapshot.codes, kind))
            _tell_written(out, snapshot, kind)
        elif not foreign:
            click.echo(codes_table(snapshot))


def _kind_for(out: Path) -> str:
    if is_stdout(out):
        return "csv"
    return kind_of(out)


def _bring_in(session: Session, foreign: ForeignCodebook, *, aside: bool) -> None:
    before = session.snapshot().codes
    sentence = told(brought_in(before, foreign.codes), foreign.remarks)
    session.import_codebook(foreign.codes, before)
    click.echo(sentence, err=aside)


def _tell_written(out: Path, snapshot: Snapshot, kind: str) -> None:
    if is_stdout(out):
        return
    click.echo(f"Wrote {count(len(snapshot.codes), 'code')} to {out}.")
    if lost := left_out(snapshot.codes, kind):
        click.echo(lost)


def codes_table(snapshot: Snapshot) -> str:
    """The codebook as a table of text, codes indented under those they stand under."""
    if not snapshot.codes:
        return "The codebook has no codes."
    tags = Counter(tag.code_id for tag in snapshot.tags)
    rows = [
        ("  " * depth + code.name, code.digit if code.digit >= 0 else "", tags[code.id], short(code.description))
        for code, depth in snapshot.code_tree.walk()
    ]
    return tabulate(
        rows, ("Code", "Key", "Tags", "Means"), tablefmt="simple", disable_numparse=True, preserve_whitespace=True
    )
