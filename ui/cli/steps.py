"""The steps that commands are made of, each telling what it did in one line."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from ui.cli.output import is_stdout, put
from ui.cli.progress import progress
from workbench.errors import UserError
from workbench.ports import OpenCase
from workbench.reading.files import text_files
from workbench.reporting.export import FORMATS, export_case
from workbench.session import ImportResult, Session
from workbench.settings import differing
from workbench.text.sentence_parts import counted

PROCESSORS = os.cpu_count() or 1
_SUFFIXES = {".htm": "html"} | {f".{name}": name for name in FORMATS}


def verbatim(*blocks: str) -> str:
    """Text for a help page whose line breaks are kept."""
    return "\n\n".join(f"\b\n{block}" for block in blocks)


@contextmanager
def open_session(open_case: OpenCase, path: Path, *, create: bool = False) -> Iterator[Session]:
    """The case at `path` for the length of the block; one that was made for it and stayed empty is removed."""
    made = create and not path.exists()
    session = Session(open_case(path, create=create))
    try:
        yield session
    finally:
        empty = made and not session.store.sources()
        session.close()
        if empty:
            path.unlink(missing_ok=True)


@contextmanager
def open_for_import(open_case: OpenCase, case: Path, paths: tuple[Path, ...]) -> Iterator[Session]:
    """The case at `case`, made when it is not there, once it is seen that there is something to read."""
    text_files(paths)
    with open_session(open_case, case, create=True) as session:
        yield session


def read_into(session: Session, paths: tuple[Path, ...]) -> ImportResult:
    """Import; name every file that is left out. Raises `UserError` when not one file could be read."""
    with progress() as report:
        result = session.import_paths(paths, report)
    if not result.added and not result.known and len(result.refused) == 1:
        raise UserError(result.refused[0].reason)
    for refusal in result.refused:
        click.echo(f"Left out: {refusal.reason}", err=True)
    if not result.added and not result.known:
        raise UserError(f"None of the {len(result.refused)} files could be read; nothing was imported.")
    known = f" ({result.known} more {'was' if result.known == 1 else 'were'} there already)" if result.known else ""
    articles = count(len(session.snapshot().articles), "article")
    click.echo(f"Imported {count(result.added, 'source')}{known}; {session.store.path.name} holds {articles}.")
    return result


def find_in(session: Session, jobs: int, *, aside: bool = False) -> None:
    """Find the families with `jobs` processes; `aside` tells of it on standard error."""
    if special := differing(session.snapshot().settings):
        click.echo(f"Settings of the case: {special}.", err=aside)
    with progress() as report:
        families = session.align(report, jobs).families
    boilerplate = sum(family.boilerplate for family in families)
    apart = f" and {boilerplate} of boilerplate" if boilerplate else ""
    articles = count(len(session.snapshot().articles), "article")
    click.echo(f"Found {count(len(families) - boilerplate, 'family', 'families')}{apart} in {articles}.", err=aside)


def format_of(out: Path) -> str:
    """The format that a file name asks for; raises `UserError` when it asks for none."""
    try:
        return _SUFFIXES[out.suffix.lower()]
    except KeyError:
        raise UserError(
            f"“{out.name}” does not say which format to write; give it the suffix .pdf, .html, .json or .csv."
        ) from None


def write_out(session: Session, out: Path, format_: str, jobs: int = PROCESSORS) -> None:
    """Export, after aligning where that is still to be done."""
    aside = is_stdout(out)
    if not session.snapshot().aligned:
        click.echo(
            "The case has not been aligned since its last import or change of settings, so that is done first.",
            err=aside,
        )
        find_in(session, jobs, aside=aside)
    if aside:
        put(out, _exported(session, format_))
        return
    with progress() as report:
        export_case(session.store, out, format_, report)
    click.echo(f"Wrote {out}.")


def _exported(session: Session, format_: str) -> bytes:
    """The report as it would stand in a file."""
    with TemporaryDirectory(prefix="variorum-") as folder, progress() as report:
        path = Path(folder) / f"report.{format_}"
        export_case(session.store, path, format_, report)
        return path.read_bytes()


count = counted
"""A number with its noun: `1 edit`, `12 edits`."""
