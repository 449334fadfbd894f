"""The commands that work on a case: import, align, export, and the three in one."""

from pathlib import Path
from typing import Any

import click

from ui.cli.output import check_out, is_stdout
from ui.cli.settings_command import changed, set_in, settings_options
from ui.cli.steps import (
    PROCESSORS,
    count,
    find_in,
    format_of,
    open_for_import,
    open_session,
    read_into,
    verbatim,
    write_out,
)
from ui.cli.wildcards import resolved
from workbench.errors import UserError
from workbench.ports import OpenCase
from workbench.reading.files import text_files
from workbench.reporting.export import FORMATS
from workbench.settings import Settings

_FILE = click.Path(path_type=Path)
_case = click.argument("case", type=_FILE)
_paths = click.argument("paths", nargs=-1, required=True, type=_FILE, metavar="PATH...", callback=resolved)
jobs_option = click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    default=PROCESSORS,
    show_default="all processors",
    help="How many processes share the work.",
)


@click.command(
    "import",
    epilog=verbatim(
        "Examples:\n"
        "  main.py import dam.variorum saved-pages/\n"
        "  main.py import dam.variorum late-edition.html press-release.txt"
    ),
)
@_case
@_paths
@click.pass_obj
def import_(open_case: OpenCase, case: Path, paths: tuple[Path, ...]) -> None:
    """Read saved pages into a case.

    CASE is made when it is not there. Each PATH is a file or a folder; folders are searched for .txt, .text,
    .md, .html, .htm and .xhtml files. What is in the case already is not added again. A file that cannot be read
    is named and left out, and the others go in; the exit status is 2 only when not one could be read.
    """
    with open_for_import(open_case, case, paths) as session:
        read_into(session, paths)


@click.command(epilog=verbatim("Example:\n  main.py align dam.variorum --jobs 2"))
@_case
@jobs_option
@click.pass_obj
def align(open_case: OpenCase, case: Path, jobs: int) -> None:
    """Find the passages that the articles of a case share.

    Families found before are replaced; tags and notes stay. How passages are found is set by “settings”.
    """
    with open_session(open_case, case) as session:
        find_in(session, jobs)


@click.command(
    epilog=verbatim(
        "Examples:\n"
        "  main.py export dam.variorum --format pdf -o dam.pdf\n"
        "  main.py export dam.variorum --format json -o dam.json\n"
        "  main.py export dam.variorum --format csv -o - | sort"
    )
)
@_case
@click.option(
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    help="What to write; the suffix of OUT decides when it is left out.",
)
@click.option(
    "-o", "--output", "out", type=_FILE, required=True, metavar="OUT", help="The file to write; “-” is standard output."
)
@click.pass_obj
def export(open_case: OpenCase, case: Path, format_: str | None, out: Path) -> None:
    """Write the report of a case, or its data.

    pdf and html are for readers, csv (one line an edit) for spreadsheets, json for programs. A case that has not
    been aligned since its last import or change of settings is aligned first. On standard output nothing stands but
    the report.
    """
    if is_stdout(out) and not format_:
        raise UserError("Standard output has no suffix; say with --format which format to write.")
    chosen = format_ or format_of(out)
    check_out(out, case=case)
    with open_session(open_case, case) as session:
        write_out(session, out, chosen)


@click.command(
    epilog=verbatim(
        "Examples:\n  main.py compare saved-pages/ -o dam.pdf\n  main.py compare wire.html tabloid.html -o two.html\n"
        "  main.py compare saved-pages/ -o dam.pdf --sensitivity sensitive --no-boilerplate"
    )
)
@_paths
@click.option(
    "-o",
    "--output",
    "out",
    type=_FILE,
    required=True,
    metavar="REPORT",
    help="The report to write: its suffix is .pdf, .html, .json or .csv.",
)
@settings_options
@jobs_option
@click.pass_obj
def compare(open_case: OpenCase, /, paths: tuple[Path, ...], out: Path, jobs: int, **wanted: Any) -> None:
    """Import, align and export in one go.

    The case is kept beside the report under the same name with the suffix .variorum, so that it can be opened in
    the desktop afterwards. Run again, the command adds what is new to that case and writes the report anew. Settings
    that are given here are kept in the case.
    """
    if is_stdout(out):
        raise UserError("“-” is no file that the case could be kept beside; name one, or use import and export.")
    format_ = format_of(out)
    check_out(out, text_files(paths))
    case = out.with_suffix(".variorum")
    changed(Settings(), wanted)  # refuses numbers that make no sense before anything is made
    with open_for_import(open_case, case, paths) as session:
        before = len(session.store.sources())
        earlier = before - read_into(session, paths).known
        if earlier > 0:
            click.echo(f"{case.name} also holds {count(earlier, 'source')} from earlier; the report covers them too.")
        set_in(session, wanted)
        if not session.snapshot().aligned:
            find_in(session, jobs)
        write_out(session, out, format_)
    click.echo(f"The case is kept in {case}.")
