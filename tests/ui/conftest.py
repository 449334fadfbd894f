"""A window on a real case: files written to disk, read, aligned and compared by the program itself."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QSettings, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.casefile import open_case
from db.search import WordIndex
from tests.ui.framed import write_case
from tests.ui.stage import harbour, sample_file, scene, seen, send, stage, unstyle
from ui.desktop.app import build, start
from ui.desktop.theme import Scheme
from ui.desktop.window import MainWindow
from workbench.session import Session

__all__ = ["harbour", "sample_file", "scene", "seen", "send", "stage"]

SHARED = {"harbour", "stage"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Within each file, leave those tests for last that share a window: beside it each other one is dear to style."""
    places: dict[Path, int] = {}
    for item in items:
        places.setdefault(item.path, len(places))
    items.sort(key=lambda item: (places[item.path], not SHARED.isdisjoint(getattr(item, "fixturenames", ()))))


QUOTE = (
    "“About 4,200 dock workers will be moved from Port Alder to the northern islands of Kestria this autumn "
    "to finish a large sea wall, which includes closing the harbour at Fennick Bay and Ostrel,” {tail}"
)

PAGES = {
    "alder-news.txt": (
        "Dock workers to leave Port Alder\n\nAlder News\n\n12 March 2019\n\n"
        "The harbour board spoke on Tuesday about its plans for the coast.\n\n"
        + QUOTE.format(tail="an official of the harbour board said.")
        + "\n\nThe union had no comment when this newspaper went to press. 😀 Nobody answered the telephone there."
    ),
    "morning-lamp.txt": (
        "Thousands ordered to the islands\n\nThe Morning Lamp\n\n14 March 2019\n\n"
        "Readers will remember our report of last winter, which named the men behind this scheme.\n\n"
        + QUOTE.format(tail="an official admitted.")
        .replace("About 4,200", "More than 5,000")
        .replace("moved from Port Alder", "shipped")
        .replace("finish", "rush through")
        + "\n\nSeven families told us that they would rather not go, whatever is paid."
    ),
    "kestria-post.txt": (
        "Wall to be finished in autumn\n\nKestria Post\n\n15 March 2019\n\n"
        "What the board wants is known at last, the Post has learnt from people close to it.\n\n"
        + QUOTE.format(tail="the board said.").replace(" this autumn", "").replace("which includes", "including")
        + "\n\nWork is to begin after the spring tides, when the water is low and the days are long."
    ),
}


def write_pages(folder: Path) -> Path:
    folder.mkdir()
    for name, text in PAGES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    return write_pages(tmp_path / "pages")


def aligned(case: Path, pages: Path) -> Path:
    """A new case of some pages, what they share found."""
    session = Session(open_case(case, create=True))
    session.import_paths([pages])
    session.align()
    session.close()
    return case


@pytest.fixture(scope="session")
def aligned_case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of three articles that share a quote, made once; tests work on copies."""
    folder = tmp_path_factory.mktemp("case")
    return aligned(folder / "Harbour.variorum", write_pages(folder / "pages"))


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    kept = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    kept.setValue("scheme", Scheme.LIGHT.value)
    return kept


@pytest.fixture
def own_dialogs(qapp: QApplication) -> Iterator[None]:
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    yield
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, False)


@pytest.fixture
def crashes() -> list[BaseException]:
    return []


@pytest.fixture
def unstyled(qapp: QApplication) -> None:
    """The application without the style of windows that are no more."""
    unstyle()


@pytest.fixture
def window(qtbot: QtBot, unstyled: None, settings: QSettings, crashes: list[BaseException]) -> Iterator[MainWindow]:
    """A window without a case."""
    made, _ = build(open_case, settings, WordIndex)
    made.lanes.crashed.connect(crashes.append)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    yield made
    made.close()
    made.themes.deleteLater()  # one that follows the system would go on painting what is no more
    assert crashes == []


Settle = Callable[[], None]


@pytest.fixture
def settle(qtbot: QtBot, window: MainWindow) -> Settle:
    """Wait until nothing is under way."""

    def wait() -> None:
        qtbot.waitUntil(lambda: window.lanes.idle, timeout=30000)
        QApplication.sendPostedEvents()
        qtbot.wait(1)
        qtbot.waitUntil(lambda: window.lanes.idle, timeout=30000)

    return wait


@pytest.fixture
def opened(window: MainWindow, settle: Settle, aligned_case: Path, tmp_path: Path) -> MainWindow:
    """A window on a case of three articles that share a quote."""
    start(window, Path(shutil.copy(aligned_case, tmp_path)))
    settle()
    return window


@pytest.fixture(scope="session")
def two_families_case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case with a second, shorter passage that only two of the articles share, made once."""
    folder = tmp_path_factory.mktemp("two")
    pages = write_pages(folder / "pages")
    for name, word in (("alder-news.txt", "promised"), ("kestria-post.txt", "claimed")):
        with (pages / name).open("a", encoding="utf-8") as page:
            page.write(
                f"\n\nThe ferry company {word} on Friday that its two oldest boats would be sold before the winter "
                "storms and never again sail between the mainland and the outer lighthouse rocks."
            )
    return aligned(folder / "Two.variorum", pages)


@pytest.fixture
def two_families(window: MainWindow, settle: Settle, two_families_case: Path, tmp_path: Path) -> MainWindow:
    """A window on a case with a second, shorter passage that only two of the articles share."""
    start(window, Path(shutil.copy(two_families_case, tmp_path)))
    settle()
    return window


@pytest.fixture(scope="session")
def framed_case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of three articles that cite a source, one of which altered the quotation; made once."""
    return write_case(tmp_path_factory.mktemp("framed"))


@pytest.fixture
def framed(window: MainWindow, settle: Settle, framed_case: Path, tmp_path: Path) -> MainWindow:
    """A window on a case in which one quotation was altered inside its marks and one differs in style only."""
    start(window, Path(shutil.copy(framed_case, tmp_path)))
    settle()
    return window
