"""The speed of the desktop on the big case, without a screen: each probe is a process of its own.

The start is given as ratio to a bare PySide6 main window, in turn with it; everything else in milliseconds, which a
machine that has other work makes longer. Nothing is asserted but that the probes came to their end.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from db.casefile import open_case
from tests.benchmarks.big_case import write_big_case
from ui.cases import SAMPLE_PAGES
from workbench.session import Session

ROUNDS = 5
REACH = {
    "open a family": 100,
    "open a family, just started": 100,
    "next edit": 30,
    "filter, longest block": 50,
    "long articles, first painting": 150,
    "scroll step": 16,
    "megabytes at rest": 350,
}
"""What the desktop is to reach, by what is measured."""

Told = Mapping[str, Sequence[float]]
Say = Callable[[str], None]


@pytest.fixture(scope="module")
def big_case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_big_case(tmp_path_factory.mktemp("big") / "Big.variorum")


@pytest.fixture(scope="module")
def sample_case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "Sample.variorum"
    with closing(Session(open_case(path, create=True))) as session:
        session.import_paths([SAMPLE_PAGES])
        session.align()
    return path


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str]) -> Iterator[Say]:
    def print_line(line: str) -> None:
        with capsys.disabled():
            print(f"\n{line}", end="", flush=True)

    print_line("")
    yield print_line
    print_line("")


def probed(checkout: Path, name: str, *arguments: Path) -> dict[str, list[float]]:
    """What a probe tells; "start" is how long it took from nothing until one could begin."""
    command = [sys.executable, "-m", "tests.benchmarks.probed", name, *map(str, arguments)]
    compiled = Path(tempfile.gettempdir()) / "variorum-benchmark-bytecode"  # as it is on any start but the first
    own = {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "*=false", "PYTHONPYCACHEPREFIX": str(compiled)}
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    began = time.time()
    done = subprocess.run(
        command, cwd=checkout, capture_output=True, text=True, check=False, timeout=300, env={**kept, **own}
    )
    assert done.returncode == 0, done.stderr
    told: dict[str, list[float]] = json.loads(done.stdout)
    assert "gave up" not in told, f"{name} gave up: {told}"
    for usable in told.pop("usable", ()):
        told["start"] = [usable - began * 1000]
    return told


def row(name: str, values: Sequence[float]) -> str:
    """A line of the table: median, 95th percentile, worst, and what is to be reached."""
    found = sorted(values)
    middle, late = statistics.median(found), found[min(len(found) - 1, len(found) * 95 // 100)]
    reach = f"   reach {REACH[name]}" if name in REACH else ""
    return f"{name:44}{middle:10.1f}{late:10.1f}{found[-1]:10.1f}{len(found):6}{reach}"


HEAD = f"{'':44}{'median':>10}{'95 %':>10}{'worst':>10}{'of':>6}"


def test_start_against_a_bare_window(checkout: Path, sample_case: Path, big_case: Path, say: Say) -> None:
    wanted = {"bare window": ("bare",), "sample case": ("start", sample_case), "big case": ("start", big_case)}
    taken: dict[str, dict[str, list[float]]] = {name: {"start": [], "processor": []} for name in wanted}
    for number in range(ROUNDS + 1):
        for name, (probe, *case) in wanted.items():
            told = probed(checkout, probe, *case)
            for kind, values in taken[name].items():
                values.extend(told[kind] if number else ())
    say(f"start to usable window, milliseconds: {HEAD[38:]}")
    for name, kinds in taken.items():
        for kind, values in kinds.items():
            ratio = statistics.median(
                mine / peer for mine, peer in zip(values, taken["bare window"][kind], strict=True)
            )
            say(f"{row(f'{name}, {kind}', values)}   {ratio:.2f} times the bare window (reach 3)")


@pytest.mark.parametrize("name", ["first_seconds", "busy", "families", "long_articles"])
def test_at_work(name: str, checkout: Path, big_case: Path, say: Say) -> None:
    say(f"{name.replace('_', ' '):44}{HEAD[44:]}")
    for kind, values in probed(checkout, name, big_case).items():
        if kind not in ("start", "processor"):
            say(row(kind, values))
