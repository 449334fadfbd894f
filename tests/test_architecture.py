"""The shape of the program: who may import whom, who stands without Qt, and how large a piece may be."""

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGES = ("workbench", "db", "ui")
LONGEST_MODULE = 300
LONGEST_FUNCTION = 60

IMPORT_EVERYTHING = """
import importlib, pkgutil, sys
sys.modules["PySide6"] = None
for root in ("workbench", "db"):
    for module in pkgutil.walk_packages(importlib.import_module(root).__path__, f"{root}."):
        importlib.import_module(module.name)
        print(module.name)
"""


def python(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments], cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False
    )


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    command = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    return python(folder, "-c", command, "--no-cache", "--no-logo")


def test_imports_point_one_way(checkout: Path) -> None:
    done = lint_imports(checkout)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture
def bare(checkout: Path, tmp_path: Path) -> Path:
    """The three packages with nothing in them."""
    for package in PACKAGES:
        (tmp_path / package).mkdir()
        (tmp_path / package / "__init__.py").touch()
    shutil.copy(checkout / "pyproject.toml", tmp_path)
    return tmp_path


def test_packages_that_import_nothing_are_let_be(bare: Path) -> None:
    assert lint_imports(bare).returncode == 0


@pytest.mark.parametrize(
    ("module", "statement"),
    [
        ("workbench/spans.py", "import PySide6.QtCore"),
        ("workbench/spans.py", "import sqlite3"),
        ("workbench/spans.py", "import db"),
        ("db/rows.py", "from PySide6 import QtWidgets"),
        ("db/rows.py", "import ui"),
        ("ui/__init__.py", "import db"),
        ("ui/__init__.py", "import sqlite_utils"),
    ],
)
def test_an_import_that_points_the_other_way_is_found(bare: Path, module: str, statement: str) -> None:
    (bare / module).write_text(f"{statement}\n")
    done = lint_imports(bare)
    assert done.returncode == 1, done.stdout + done.stderr


def test_workbench_and_db_stand_without_qt(checkout: Path) -> None:
    done = python(checkout, "-c", IMPORT_EVERYTHING)
    assert done.returncode == 0, done.stderr
    assert {"workbench.session", "db.casefile"} <= set(done.stdout.split())


def test_ci_and_readme_ask_for_the_same_system_packages(checkout: Path) -> None:
    wanted = tomllib.loads((checkout / "resources/qt_libraries.toml").read_text(encoding="utf-8"))["apt"]
    for file, pattern in ((".ci/run", r"qt_packages=\(([^)]*)\)"), ("README.md", r"apt-get install -y(.*)")):
        asked = re.search(pattern, (checkout / file).read_text(encoding="utf-8"))
        assert asked, f"{file} names no packages"
        assert sorted(asked[1].split()) == sorted(wanted), file


def test_ci_runs_the_command_of_the_readme(checkout: Path) -> None:
    command = "pip install uv && uv run pytest"
    assert command in (checkout / "README.md").read_text(encoding="utf-8")
    assert command in (checkout / ".ci/run").read_text(encoding="utf-8")


def sources(checkout: Path) -> Iterator[Path]:
    yield checkout / "main.py"
    for package in PACKAGES:
        yield from sorted((checkout / package).rglob("*.py"))


def test_no_module_is_too_long_to_read(checkout: Path) -> None:
    lengths = {file: len(file.read_text(encoding="utf-8").splitlines()) for file in sources(checkout)}
    assert {str(file.relative_to(checkout)): n for file, n in lengths.items() if n > LONGEST_MODULE} == {}


def test_no_function_is_too_long_to_read(checkout: Path) -> None:
    too_long = [
        f"{file.relative_to(checkout)}:{node.lineno} {node.name}"
        for file in sources(checkout)
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or node.lineno) - node.lineno >= LONGEST_FUNCTION
    ]
    assert too_long == []
