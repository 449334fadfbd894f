"""A window on a case whose edits are reviewed one by one by keyboard."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.casefile import open_case
from db.search import WordIndex
from tests.ui.features import feature_of
from tests.ui.test_keyboard import MouseWatch, press
from ui.desktop.app import build, start
from ui.desktop.review.twin_panel import TwinPanel
from ui.desktop.review.twins import ReviewTwins
from ui.desktop.window import MainWindow
from workbench.session import Session

__all__ = ["press"]

Key, Mod = Qt.Key, Qt.KeyboardModifier
SHIFT = Mod.ShiftModifier
Press = Callable[..., None]
Settle = Callable[[], None]

QUOTE = (
    "“{number} river pilots will be {verb} from Dunmere before the first frost, and the lock at Harrow End "
    "{may} stay shut until the new gates have been tested twice,” {who} said{when}."
)
RENDERED = {
    "dunmere-wire.txt": ("1 June 2031", "Some 320", "moved", "may", "a keeper of the lock", " on Monday"),
    "harrow-star.txt": ("2 June 2031", "Some 400", "driven", "may", "a keeper of the lock", " on Monday"),
    "frost-post.txt": ("3 June 2031", "Some 400", "moved", "will", "a keeper of the lock", ""),
    "gate-mirror.txt": ("4 June 2031", "Some 400", "driven", "may", "a man at the lock", " on Monday"),
}
TOLL = (
    "The toll on the {place} bridge will be paid by {number} carts a day from the middle of autumn, the council wrote"
)
OWN = (
    "Nobody at the wharf had heard of it.", "It rained on the quay all day.",
    "The ferry was late again.", "A dog slept through the meeting.",
)  # fmt: skip
BETWEEN = {
    "dunmere-wire.txt": (
        "Readers of this paper wrote many letters about the smell of tar in spring. One had kept bees for forty "
        "years and never seen such weather. Another asked where the old signal lamp had gone. We have no answer. "
        "The museum shop sells a small copy of it, painted green, for the price of a good lunch."
    ),
    "harrow-star.txt": (
        "Our correspondent saw geese, two barges, an empty stall and a broken lamp on his walk along the bank. He met "
        "nobody there but a child with a kite. Later it hailed. Everyone who could went home early, and by six the "
        "square was as quiet as a church on a weekday, apart from somebody practising the trombone."
    ),
}


@pytest.fixture(scope="session")
def four_pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four renderings of one quote, and of a second passage that two pages share with the same change of a number."""
    folder = tmp_path_factory.mktemp("four")
    for (name, (date, number, verb, may, who, when)), own in zip(RENDERED.items(), OWN, strict=True):
        outlet = name.removesuffix(".txt").replace("-", " ").title()
        quote = QUOTE.format(number=number, verb=verb, may=may, who=who, when=when)
        toll = TOLL.format(place="old iron", number=number.removeprefix("Some "))
        rest = f"\n\n{BETWEEN[name]}\n\n{toll}." if name in BETWEEN else ""
        (folder / name).write_text(
            f"News of the lock\n\n{outlet}\n\n{date}\n\n{own}\n\n{quote}{rest}\n", encoding="utf-8"
        )
    return folder


@pytest.fixture(scope="session")
def four_case(four_pages: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The case of these pages, made once; tests work on copies."""
    path = tmp_path_factory.mktemp("lock") / "Lock.variorum"
    with closing(Session(open_case(path, create=True))) as session:
        session.import_paths([four_pages])
        session.align()
    return path


@pytest.fixture
def four(window: MainWindow, settle: Settle, four_case: Path, tmp_path: Path) -> MainWindow:
    start(window, Path(shutil.copy(four_case, tmp_path)))
    settle()
    return window


@pytest.fixture
def no_mouse() -> Iterator[None]:
    watch, application = MouseWatch(), QApplication.instance()
    assert application is not None
    application.installEventFilter(watch)
    yield
    application.removeEventFilter(watch)
    assert watch.seen == 0


def twins_of(window: MainWindow) -> TwinPanel:
    return feature_of(window, ReviewTwins).panel


def type_into_focus(text: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), text)


def started_again(qtbot: QtBot, settings: QSettings, case: Path) -> MainWindow:
    """Another window on the same file, after the first one was closed."""
    again, _ = build(open_case, settings, WordIndex)
    qtbot.addWidget(again)
    again.resize(1280, 800)
    with qtbot.waitExposed(again):
        again.show()
    again.activateWindow()
    start(again, case)
    qtbot.waitUntil(lambda: again.lanes.idle and again.where.comparison is not None, timeout=30000)
    return again


def take_all_back(qtbot: QtBot, window: MainWindow) -> None:
    """Press Backspace until there is nothing left to take back."""
    for _ in range(40):
        if window.case.snapshot.undo_summary:
            QTest.keyClick(QApplication.focusWidget() or window, Key.Key_Backspace)
            qtbot.waitUntil(lambda: window.lanes.idle, timeout=30000)
