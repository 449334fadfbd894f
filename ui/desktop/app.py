"""Starting the desktop: application, fonts, colours, lanes, window, in that order."""

import gc
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSettings, QSize, QTimer
from PySide6.QtWidgets import QApplication

from ui.cases import sample_case
from ui.desktop.case.casework import Casework
from ui.desktop.case.lanes import Lanes
from ui.desktop.crash import CrashHook
from ui.desktop.fonts import add_fonts, restore_font
from ui.desktop.theme import Themes
from ui.desktop.window import MainWindow
from workbench.ports import MakeIndex, OpenCase

_SIZE = QSize(1360, 860)
_FRAME = QSize(16, 48)
"""What the frame and title bar of a window take, about; nobody tells before the window is shown."""
_SWITCH = 0.0005
"""How long a lane may keep the window from going on, in seconds: ten times less than Python would let it."""
_SETTLED = 3000
"""When Python may begin to throw away what nobody needs, in milliseconds; what is there by then is here to stay."""


def build(open_case: OpenCase, settings: QSettings, make_index: MakeIndex) -> tuple[MainWindow, CrashHook]:
    """The window, not yet shown, and the hook that answers for our own mistakes; a `QApplication` must exist."""
    app = QApplication.instance()
    themes = Themes(settings)
    if isinstance(app, QApplication):
        add_fonts(app)
        restore_font(settings)
    lanes = Lanes()
    window = MainWindow(lanes, Casework(lanes, open_case), themes, settings, make_index)
    if isinstance(app, QApplication):
        themes.apply_to(app)  # once all is put together: each widget that is moved into another is styled anew
    hook = CrashHook(window.problem.tell)
    lanes.crashed.connect(hook.report)
    window.resize(_SIZE.boundedTo(window.screen().availableSize() - _FRAME))
    geometry = settings.value("geometry")
    if geometry is not None:
        window.restoreGeometry(geometry)
    window.workspace.restore(settings)
    return window, hook


def start(window: MainWindow, case_path: Path, import_first: Path | None = None) -> None:
    """Open the case; when it is new and a folder is given, import that folder and find what it shares."""

    def ready() -> None:
        window.workspace.start_focus()
        if case_path == sample_case()[0] and not window.guide.seen:
            window.guide.go_on()
        if import_first is not None and not window.case.snapshot.sources:
            window.case.import_paths([import_first])
        elif not window.case.snapshot.aligned and len(window.case.snapshot.articles) > 1 and import_first is not None:
            window.case.align()

    window.open_case(case_path, create=import_first is not None, then=ready)


def run(open_case: OpenCase, make_index: MakeIndex, case_path: Path, import_first: Path | None = None) -> int:
    """Show the case at `case_path` until the window is closed; returns the exit status.

    With `import_first` the case is made when it is not there, and a new one is filled from that folder.
    """
    sys.setswitchinterval(_SWITCH)
    QCoreApplication.setOrganizationName("Variorum")
    QCoreApplication.setApplicationName("Variorum")
    app = QApplication.instance() or QApplication(sys.argv[:1])
    window, hook = build(open_case, QSettings(), make_index)
    hook.install()
    window.show()
    start(window, case_path, import_first)
    QTimer.singleShot(_SETTLED, _settle)
    return app.exec()


def _settle() -> None:
    gc.freeze()
    gc.enable()
