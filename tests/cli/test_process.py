"""The program as a process: signals, pipes, terminals, consoles; and that the command line needs no Qt."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals and terminals of POSIX")


def test_a_group_without_a_command_shows_its_help(process) -> None:
    outcome = process("engine")
    assert outcome.status == 2
    assert "families" in outcome.err
    assert "Traceback" not in outcome.err


def test_help_in_a_process_is_what_it_is_in_this_one(process, variorum) -> None:
    assert process("engine", "pairs", "-h") == variorum("engine", "pairs", "-h")


@pytest.mark.parametrize("arguments", [["--help"], ["engine", "pairs", "-h"], ["compare", "--help"]])
def test_help_has_examples(variorum, arguments: list[str]) -> None:
    outcome = variorum(*arguments)
    assert outcome.status == 0
    assert "Example" in outcome.out
    assert "main.py" in outcome.out
    assert outcome.err == ""


def test_the_version_is_that_of_the_project(variorum, checkout: Path) -> None:
    version = variorum("--version").out.split()[-1]
    assert f'version = "{version}"' in (checkout / "pyproject.toml").read_text("utf-8")


def test_the_command_line_never_imports_qt(process, stories: Path, folder: Path) -> None:
    (folder / "PySide6.py").write_text("raise RuntimeError('Qt was imported')", "utf-8")
    outcome = process("compare", stories, "-o", "ice.json", PYTHONPATH=str(folder))
    assert outcome.status == 0, outcome.err


def test_a_console_without_curly_quotes_gets_a_sentence_all_the_same(process) -> None:
    outcome = process("align", "göne.variorum", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert outcome.status == 2
    assert outcome.err.startswith("Error: ")
    assert "variorum" in outcome.err


def test_a_bad_file_in_a_process_is_one_sentence(process, folder: Path) -> None:
    (folder / "empty.txt").touch()
    assert "empty.txt" in process("compare", "empty.txt", "-o", "x.pdf").sentence
    assert sorted(path.name for path in folder.iterdir()) == ["empty.txt"]


def start(checkout: Path, folder: Path, *arguments: str, **streams: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, str(checkout / "main.py"), *arguments], cwd=folder, **streams)


@posix
def test_ctrl_c_is_one_sentence_and_leaves_nothing_half_written(checkout: Path, folder: Path) -> None:
    os.mkfifo(folder / "in")
    with (
        start(checkout, folder, "engine", "edits", "in", "-o", "out", stderr=subprocess.PIPE) as running,
        (folder / "in").open("wb"),  # opens when the program is about to read
    ):
        running.send_signal(signal.SIGINT)
        _, err = running.communicate()
    assert running.returncode == 130
    assert err.decode().strip() == "Stopped: what was finished before stays, nothing half-done was kept."
    assert sorted(path.name for path in folder.iterdir()) == ["in"]


@posix
def test_a_reader_that_goes_away_is_no_reason_for_a_traceback(checkout: Path, folder: Path) -> None:
    line = '{"id": 1, "base": "' + "word " * 3000 + '", "witness": ""}\n'
    (folder / "in").write_text(line * 20, "utf-8")
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with start(checkout, folder, "engine", "edits", "in", "-o", "-", **streams) as running:
        assert running.stdout is not None
        running.stdout.close()
        assert running.stderr is not None
        err = running.stderr.read()
    assert err == b""
    assert running.returncode == 141


@posix
def test_a_terminal_sees_a_progress_bar_and_a_file_does_not(checkout: Path, folder: Path, stories: Path) -> None:
    import pty

    shown = b""
    leader, follower = pty.openpty()
    arguments = ["compare", str(stories), "-o", "ice.pdf"]
    with start(checkout, folder, *arguments, stdout=subprocess.PIPE, stderr=follower) as running:
        os.close(follower)
        while True:
            try:
                chunk = os.read(leader, 65536)
            except OSError:  # Linux says so when the other end is closed
                break
            if not chunk:
                break
            shown += chunk
        out = running.stdout.read() if running.stdout else b""
    os.close(leader)
    assert running.returncode == 0
    assert b"Reading" in shown
    assert b"100%" in shown
    assert b"[" not in out
