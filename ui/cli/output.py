"""Where the output of a command goes: a file that is written whole, or standard output."""

import sys
from collections.abc import Collection
from pathlib import Path

import click

from workbench.errors import UserError
from workbench.reporting.atomic import check_target, write_whole

_STDOUT = frozenset({"-", "/dev/stdout"})


def is_stdout(out: Path) -> bool:
    """Whether a name stands for standard output."""
    return str(out) in _STDOUT


def check_out(out: Path, inputs: Collection[Path] = (), *, case: Path | None = None) -> None:
    """Raise `UserError` when `out` cannot become a file, is the `case` or is one of the `inputs`."""
    if is_stdout(out):
        return
    check_target(out, never=case if case and case.exists() else None)
    if out.exists() and any(_same(out, path) for path in inputs):
        raise UserError(f"“{out}” is one of the files to read and would be lost; choose another name for the output.")


def _same(out: Path, path: Path) -> bool:
    try:
        return out.samefile(path)
    except (OSError, ValueError):  # it is not there, or no such name can be: whoever reads it will say so
        return False


def put(out: Path, content: bytes) -> None:
    """Write what a command has made, whole or not at all."""
    if is_stdout(out):
        click.echo(content, nl=False)
        sys.stdout.flush()
    else:
        write_whole(out, content)
