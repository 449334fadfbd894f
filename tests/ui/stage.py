"""A window on the sample case that a whole module of tests shares: each test brings it into a scene and back."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from db.casefile import open_case
from db.search import WordIndex
from tests.ui.scenes import SCENES, Stage
from ui.cases import SAMPLE_PAGES
from ui.desktop.app import build, start
from ui.desktop.window import MainWindow
from workbench.session import Session


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample case, its passages found."""
    path = tmp_path_factory.mktemp("sample") / "Sample.variorum"
    session = Session(open_case(path, create=True))
    session.import_paths([SAMPLE_PAGES])
    session.align()
    session.close()
    return path


def unstyle() -> None:
    """Have the application as it is when the program starts, as a window is put together first, and styled once."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    app = QApplication.instance()
    if isinstance(app, QApplication) and not app.topLevelWidgets():
        app.setStyleSheet("")


@contextmanager
def staged(case_file: Path, folder: Path) -> Iterator[Stage]:
    """One window on a copy of a case, for tests that bring it back from wherever they went."""
    unstyle()
    settings = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
    settings.setValue("scheme", "light")
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    window, _ = build(open_case, settings, WordIndex)
    crashes: list[BaseException] = []
    window.lanes.crashed.connect(crashes.append)
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    start(window, Path(shutil.copy(case_file, folder)))
    made = Stage(window)
    QTest.qWait(50)
    made.settle()
    yield made
    made.rest()
    window.close()
    window.deleteLater()
    window.themes.deleteLater()
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, False)
    assert crashes == []


@pytest.fixture(scope="module")
def stage(qapp: QApplication, sample_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """One window for all the scenes, each of which it comes back from."""
    with staged(sample_file, tmp_path_factory.mktemp("stage")) as made:
        yield made


@pytest.fixture(scope="module")
def harbour(qapp: QApplication, aligned_case: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """One window on the case of three articles for all tests of a module that change nothing in it."""
    with staged(aligned_case, tmp_path_factory.mktemp("harbour")) as made:
        yield made


@pytest.fixture
def send(harbour: Stage) -> Callable[..., None]:
    """Press a key in the window that is only looked at."""
    return harbour.press


@pytest.fixture
def seen(harbour: Stage) -> MainWindow:
    """A window on a case of three articles that share a quote, to be looked at but not changed."""
    harbour.rest()
    harbour.begin()
    return harbour.window


@pytest.fixture(scope="module", params=SCENES, ids=lambda scene: scene.name)
def scene(request: pytest.FixtureRequest, stage: Stage) -> Iterator[QWidget]:
    """The window, or the dialog, in each of its states."""
    stage.rest()
    request.param.open(stage)
    yield stage.front
    stage.rest()
