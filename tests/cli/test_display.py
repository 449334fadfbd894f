"""Whether a window can be opened is known before Qt is imported."""

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from ui.display import apt_line, missing_library, platforms
from workbench.resources import read_toml

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only bare Linux has the question")

ASK = """
import sys
from ui.display import missing_library, platforms
print(platforms(), missing_library(platforms()), "PySide6" in sys.modules, sep="|")
"""


def ask(checkout: Path, *before: str, **environment: str) -> list[str]:
    """The answers of a fresh process, without the display of this one."""
    inherited = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    command = [*before, sys.executable, "-c", ASK]
    done = subprocess.run(
        command, capture_output=True, text=True, cwd=checkout, env=inherited | environment, check=True
    )
    return done.stdout.strip().split("|")


def test_without_any_display_there_is_no_platform() -> None:
    assert platforms({}) == ()


def test_a_display_that_does_not_answer_is_none() -> None:
    assert platforms({"DISPLAY": ":4711"}) == ()
    assert platforms({"WAYLAND_DISPLAY": "wayland-gone", "XDG_RUNTIME_DIR": "/nonexistent"}) == ()


def test_a_platform_that_needs_no_display_counts_as_one() -> None:
    assert platforms({"QT_QPA_PLATFORM": "offscreen"}) == ("offscreen",)
    assert platforms({"QT_QPA_PLATFORM": "vnc:size=800x600"}) == ("vnc",)


def test_a_platform_that_is_asked_for_still_needs_its_display() -> None:
    assert platforms({"QT_QPA_PLATFORM": "xcb"}) == ()
    assert platforms({"QT_QPA_PLATFORM": "wayland-egl"}) == ()


def test_a_compositor_that_listens_is_a_display(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as compositor:
        compositor.bind(str(tmp_path / "wayland-7"))
        compositor.listen()
        assert platforms({"WAYLAND_DISPLAY": "wayland-7", "XDG_RUNTIME_DIR": str(tmp_path)}) == ("wayland",)
        assert platforms({"WAYLAND_DISPLAY": str(tmp_path / "wayland-7")}) == ("wayland",)


@pytest.mark.skipif(not shutil.which("xvfb-run"), reason="no virtual X server here")
def test_an_x_server_that_answers_is_a_display(checkout: Path) -> None:
    assert ask(checkout, "xvfb-run", "-a")[0] == "('xcb',)"


def test_nothing_is_missing_here_and_qt_is_not_imported_to_know_it(checkout: Path) -> None:
    if missing := missing_library(("offscreen",)):
        pytest.skip(missing)
    assert ask(checkout, QT_QPA_PLATFORM="offscreen") == ["('offscreen',)", "None", "False"]


@pytest.mark.parametrize("library", ["libEGL.so.1", "libfontconfig.so.1"])
def test_a_library_that_cannot_be_loaded_is_named_with_its_package(
    checkout: Path, tmp_path: Path, library: str
) -> None:
    (tmp_path / library).touch()  # found before the system's, and no library
    sentence = ask(checkout, QT_QPA_PLATFORM="offscreen", LD_LIBRARY_PATH=str(tmp_path))[1]
    package = read_toml("qt_libraries.toml")["packages"][library]
    assert f"the system library {library} (Debian package {package}) is missing" in sentence
    assert sentence.endswith(apt_line())


def test_a_library_that_only_the_x11_plugin_needs_is_missed_only_there(checkout: Path, tmp_path: Path) -> None:
    (tmp_path / "libxcb-cursor.so.0").touch()
    answers = {name: _missing(checkout, tmp_path, name) for name in ("offscreen", "xcb")}
    assert answers["offscreen"] == "None"
    assert "libxcb-cursor.so.0 (Debian package libxcb-cursor0)" in answers["xcb"]


def _missing(checkout: Path, libraries: Path, platform: str) -> str:
    code = f"from ui.display import missing_library; print(missing_library(('{platform}',)))"
    environment = os.environ | {"LD_LIBRARY_PATH": str(libraries)}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=checkout, env=environment, check=True
    )
    return done.stdout.strip()


def test_the_apt_line_is_that_of_the_readme_and_of_the_continuous_integration(checkout: Path) -> None:
    assert apt_line() in (checkout / "README.md").read_text("utf-8")
    packages = (checkout / ".ci" / "run").read_text("utf-8").partition("qt_packages=(")[2].partition(")")[0].split()
    assert packages == apt_line().split()[4:]
