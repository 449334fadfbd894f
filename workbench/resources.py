"""Where the data files of the program stand, and how they are read."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
"""The folder of sample pages, word lists, themes, fonts, icons and report templates."""


@cache
def read_toml(name: str) -> dict[str, Any]:
    """The TOML file `name`, a path below `RESOURCES`, read once."""
    with (RESOURCES / name).open("rb") as file:
        return tomllib.load(file)


@cache
def program_version() -> str:
    """The version of the program, as its `pyproject.toml` has it."""
    with (RESOURCES.parent / "pyproject.toml").open("rb") as file:
        return str(tomllib.load(file)["project"]["version"])
