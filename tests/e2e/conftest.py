"""The whole road: the program as a process, from saved pages to reports."""

import contextlib
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from db.casefile import open_case
from ui.cli.app import run


class Ran(NamedTuple):
    status: int
    out: str
    err: str


@pytest.fixture(scope="session")
def main(checkout: Path) -> Callable[..., Ran]:
    """Run `main.py` in a folder."""

    def call(folder: Path, *arguments: object, environment: dict[str, str] | None = None) -> Ran:
        done = subprocess.run(
            [sys.executable, str(checkout / "main.py"), *map(str, arguments)],
            capture_output=True,
            encoding="utf-8",
            cwd=folder,
            env=environment or (os.environ | {"PYTHONIOENCODING": "utf-8"}),
            check=False,
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    return call


@pytest.fixture(scope="session")
def inside() -> Callable[..., Ran]:
    """Run a command line in this process: what `main.py` does with it, without a start for each."""

    def call(folder: Path, *arguments: object) -> Ran:
        out, err = io.StringIO(), io.StringIO()
        with contextlib.chdir(folder), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            status = run([str(argument) for argument in arguments], open_case)
        return Ran(status, out.getvalue(), err.getvalue())

    return call


@pytest.fixture(scope="session")
def exported() -> Callable[..., dict[str, Any]]:
    """Import pages, align, export as JSON, by a way to run commands: three of them, the export read back."""

    def call(run_in: Callable[..., Ran], folder: Path, pages: Path) -> dict[str, Any]:
        for arguments in (
            ["import", "c.variorum", pages],
            ["align", "c.variorum"],
            ["export", "c.variorum", "--format", "json", "-o", "c.json"],
        ):
            ran = run_in(folder, *arguments)
            assert ran.status == 0, ran
            assert ran.err == ""
        return json.loads((folder / "c.json").read_text("utf-8"))

    return call
