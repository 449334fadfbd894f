"""Whether a window can be opened here, asked before Qt is imported: Qt itself would abort the program.

Only bare Linux has the question; Windows and macOS bring a display and everything Qt needs.
"""

import ctypes
import os
import re
import socket
import sys
from collections.abc import Iterable, Mapping
from importlib.util import find_spec
from pathlib import Path

from workbench.resources import read_toml

_PLUGINS = {"xcb": "libqxcb.so", "wayland": "libqwayland.so"}
_LIBRARY = re.compile(r"(lib[\w+.-]+?\.so(?:\.\d+)*)")


def platforms(environment: Mapping[str, str] = os.environ) -> tuple[str, ...]:
    """The platforms of Qt that have a display here, `()` when there is none.

    A platform that is asked for by `QT_QPA_PLATFORM` and needs no display (`offscreen`, `vnc`) counts as having one.
    """
    if not sys.platform.startswith("linux"):
        return ("native",)
    asked = [name.partition(":")[0] for name in environment.get("QT_QPA_PLATFORM", "").split(";") if name]
    reachable = {"xcb": _x11_answers, "wayland": _wayland_answers}
    return tuple(
        name
        for name in asked or ["wayland", "xcb"]
        if not name.startswith(tuple(reachable)) or reachable[name.partition("-")[0]](environment)
    )


def _x11_answers(environment: Mapping[str, str]) -> bool:
    """Whether an X server takes a connection; without libxcb, whether one seems to be there."""
    display = environment.get("DISPLAY", "")
    if not display:
        return False
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        local = re.fullmatch(r"(?:unix)?:(\d+)(?:\.\d+)?", display)
        return not local or Path(f"/tmp/.X11-unix/X{local.group(1)}").exists()  # noqa: S108 - where X servers listen
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(display.encode(), None)
    answers = bool(xcb.xcb_connection_has_error(connection) == 0)
    xcb.xcb_disconnect(connection)
    return answers


def _wayland_answers(environment: Mapping[str, str]) -> bool:
    """Whether a compositor listens at the socket that `WAYLAND_DISPLAY` names."""
    name = environment.get("WAYLAND_DISPLAY", "")
    if not name:
        return False
    with socket.socket(socket.AF_UNIX) as probe:
        try:
            probe.connect(str(Path(environment.get("XDG_RUNTIME_DIR", "/")) / name))
        except OSError:
            return False
    return True


def missing_library(available: Iterable[str]) -> str | None:
    """One sentence that names a system library Qt lacks and the line that brings it, `None` when nothing is lacking.

    `available` is what `platforms` gave: one of them is enough for a window.
    """
    if not sys.platform.startswith("linux"):
        return None
    qt = _qt_folder()
    if qt is None:
        return "The Qt libraries (PySide6) are not installed: start the program with “uv run main.py”."
    plugins = [qt / "plugins" / "platforms" / _PLUGINS[name] for name in available if name in _PLUGINS]
    lacking = _lacking(qt / "lib" / "libQt6Gui.so.6") or _lacking(qt / "lib" / "libQt6DBus.so.6")
    if not lacking and plugins:
        answers = [_lacking(plugin) for plugin in plugins]
        lacking = answers[-1] if all(answers) else ""
    return _sentence(lacking) if lacking else None


def _qt_folder() -> Path | None:
    spec = find_spec("PySide6")
    return Path(spec.origin).parent / "Qt" if spec and spec.origin else None


def _lacking(file: Path) -> str:
    """The name of the library for want of which `file` cannot be loaded, `""` when it can."""
    if not file.exists():
        return ""
    try:
        ctypes.CDLL(str(file))
    except OSError as error:
        found = _LIBRARY.search(str(error).partition(": ")[0])
        return found.group(1) if found else str(error)
    return ""


def _sentence(library: str) -> str:
    packages: dict[str, str] = read_toml("qt_libraries.toml")["packages"]
    place = f" (Debian package {packages[library]})" if library in packages else ""
    return (
        f"The window cannot be opened because the system library {library}{place} is missing; "
        f"this line installs all that is needed: {apt_line()}"
    )


def apt_line() -> str:
    """The one line that installs every system library Qt needs, for Debian and Ubuntu."""
    return f"sudo apt-get install -y {' '.join(read_toml('qt_libraries.toml')['apt'])}"
