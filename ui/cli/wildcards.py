"""Wildcards in the paths to read, which the shell of Windows leaves to programs."""

import os
import sys
from glob import glob
from pathlib import Path

import click

LEFT_TO_PROGRAMS = sys.platform == "win32"
"""Whether the shell hands wildcards over as they were typed."""


def resolved(_: click.Context, __: click.Parameter, paths: tuple[Path, ...]) -> tuple[Path, ...]:
    """The paths of an argument with their wildcards resolved; a name that is there is meant as it stands."""
    return tuple(found for path in paths for found in _matches(path)) if LEFT_TO_PROGRAMS else paths


def _matches(path: Path) -> list[Path]:
    if os.path.lexists(path):  # page[1].html is a name that browsers give
        return [path]
    return [Path(name) for name in sorted(glob(str(path)))] or [path]  # noqa: PTH207 - with its folder, as typed
