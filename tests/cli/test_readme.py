"""The README says what the program does."""

import re
import struct
from importlib.metadata import PackageMetadata, metadata
from pathlib import Path

import pytest

from db.casefile import open_case
from ui.actions import key_table
from ui.cli.app import build


def said_by(library: str) -> PackageMetadata:
    """What an installed library says of itself."""
    return metadata("PySide6-Essentials" if library == "PySide6" else library)


@pytest.fixture
def readme(checkout: Path) -> str:
    return (checkout / "README.md").read_text("utf-8")


def test_it_gives_the_two_commands_that_do_everything(readme: str) -> None:
    assert "pip install uv && uv run main.py\n" in readme
    assert "pip install uv && uv run pytest\n" in readme


def test_its_key_table_is_that_of_the_program(readme: str) -> None:
    assert key_table() in readme


def test_it_names_every_command(readme: str) -> None:
    commands = dict(build(open_case).commands)
    engine = commands.pop("engine")
    for name in commands:
        assert f"`uv run main.py {name} " in readme
    for name in engine.commands:  # type: ignore[attr-defined]
        assert f"`uv run main.py engine {name} " in readme


def test_it_says_which_of_several_licences_is_taken(readme: str) -> None:
    licence = readme.partition("## Licence")[2]
    for name in ("PySide6", "shiboken6", "tld"):
        offered = next(iter(said_by(name).get_all("License-Expression") or said_by(name).get_all("License") or ()))
        assert " OR " in offered
        (line,) = (line for line in licence.splitlines() if line.startswith("|") and name in line)
        assert any(one.strip().removesuffix("-only") in line for one in offered.split(" OR "))


def test_it_names_no_place_on_anybodys_machine(readme: str) -> None:
    assert not re.search(r"(?<![\w~.])/(work|home|Users|tmp|root|mnt|opt)\b", readme)


def test_every_folder_of_its_map_is_there(readme: str, checkout: Path) -> None:
    lines = readme.partition("## Architecture")[2].splitlines()
    mapped = [line for line in lines if line.startswith("    ") and line.split()[0].endswith(("/", ".py"))]
    assert len(mapped) >= 8
    above: dict[int, Path] = {}
    for line in mapped:
        indent, name = len(line) - len(line.lstrip()), line.split()[0]
        folder = next((above[one] for one in sorted(above, reverse=True) if one < indent), checkout)
        above = {one: path for one, path in above.items() if one < indent} | {indent: folder / name}
        assert (folder / name).exists(), line


def test_its_pictures_are_there_of_the_whole_window_and_small(readme: str, checkout: Path) -> None:
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", readme)
    assert len(pictures) >= 2
    for name in pictures:
        picture = (checkout / name).read_bytes()
        assert picture[:8] == b"\x89PNG\r\n\x1a\n"
        assert struct.unpack(">II", picture[16:24]) == (1280, 800)
        assert len(picture) < 200_000
