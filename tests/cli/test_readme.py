"""The README says what the program does."""

from pathlib import Path

import pytest

from db.casefile import open_case
from ui.actions import key_table
from ui.cli.app import build


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


def test_every_folder_of_its_map_is_there(readme: str, checkout: Path) -> None:
    lines = readme.partition("## Architecture")[2].splitlines()
    folders = [line.split()[0] for line in lines if line.startswith("    ") and line.split()[0].endswith("/")]
    assert len(folders) >= 8
    for folder in folders:
        assert (checkout / folder).is_dir() or (checkout / "workbench" / folder).is_dir()
