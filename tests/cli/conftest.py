"""The command line as a person uses it: arguments in; status, standard output and standard error out."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from db.casefile import open_case
from ui.cli.app import run


class Outcome(NamedTuple):
    status: int
    out: str
    err: str

    @property
    def sentence(self) -> str:
        """The one sentence on standard error of a command that failed."""
        assert self.status == 2, self
        assert self.err.startswith("Error: "), self
        assert self.err.count("\n") == 1, self
        assert "Traceback" not in self.err
        return self.err.removeprefix("Error: ").strip()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def variorum(folder: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Outcome]:
    """Run a command line in this process."""

    def call(*arguments: object) -> Outcome:
        status = run([str(argument) for argument in arguments], open_case)
        return Outcome(status, *capsys.readouterr())

    return call


@pytest.fixture
def process(folder: Path, checkout: Path) -> Callable[..., Outcome]:
    """Run a command line as a process of its own."""

    def call(*arguments: object, **environment: str) -> Outcome:
        done = subprocess.run(
            [sys.executable, str(checkout / "main.py"), *map(str, arguments)],
            capture_output=True,
            encoding="utf-8",
            cwd=folder,
            env=os.environ | {"PYTHONWARNINGS": "error", "PYTHONIOENCODING": "utf-8"} | environment,
            check=False,
        )
        return Outcome(done.returncode, done.stdout, done.stderr)

    return call


STORIES = {
    "wire.txt": """Ice closes the Tarn crossing

Polar Wire, 5 January 2024

The ferry across the Tarn was stopped on Friday after ice had pushed in the bow door.

“At least forty lorries are waiting on the north bank and nobody knows when the next
boat will sail,” a harbour official said.

The operator said that divers would look at the door on Saturday morning. Food for the drivers
is brought from the village hall.
""",
    "evening.txt": """Lorry drivers stranded in the cold

Evening Packet, 6 January 2024

Tempers frayed at the Tarn landing stage last night as the big freeze took hold of the crossing.

“More than fifty lorries are stranded on the north bank and nobody knows when the next
boat will sail,” a harbour official admitted.

One driver had slept in his cab for two nights and said that he had run out of tea.
""",
    "garden.txt": """Snowdrops are early this year

Garden Letter, 6 January 2024

In sheltered corners the first snowdrops are out, ten days before their time, and the winter
aconite is not far behind them.

Cut back the old leaves of the hellebores now, so that the flowers can be seen when they come.
""",
}


@pytest.fixture
def stories(folder: Path) -> Path:
    """A folder of three saved pages, two of which share a quote."""
    pages = folder / "pages"
    pages.mkdir()
    for name, text in STORIES.items():
        (pages / name).write_text(text, "utf-8")
    return pages


@pytest.fixture
def case(variorum, stories: Path, folder: Path) -> Path:
    """A case of the three stories, aligned."""
    assert variorum("import", "ice.variorum", stories).status == 0
    assert variorum("align", "ice.variorum").status == 0
    return folder / "ice.variorum"
