"""A window on the sample case that a whole module of tests shares: each test brings it into a scene and back."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.casefile import open_case
from db.search import WordIndex
from tests.ui.scenes import Stage
from ui.cases import SAMPLE_PAGES
from ui.desktop.app import build, start
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


@pytest.fixture(scope="module")
def stage(qapp: QApplication, sample_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """One window for all the scenes, each of which it comes back from."""
    folder = tmp_path_factory.mktemp("stage")
    settings = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
    settings.setValue("scheme", "light")
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    window, _ = build(open_case, settings, WordIndex)
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    start(window, Path(shutil.copy(sample_file, folder)))
    made = Stage(window)
    QTest.qWait(50)
    made.settle()
    yield made
    made.rest()
    window.close()
    window.deleteLater()
    window.themes.deleteLater()
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, False)
