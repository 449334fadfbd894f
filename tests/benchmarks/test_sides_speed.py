"""Two articles of 20,000 words side by side: what showing them, a step of scrolling and the next edit cost."""

import os
import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, QSettings, QTimer
from PySide6.QtWidgets import QApplication

from db.casefile import open_case
from db.search import WordIndex
from tests.engine.stories import filler
from ui.desktop.app import build, start
from ui.desktop.window import MainWindow
from workbench.comparison import Comparison, comparison_of
from workbench.model import Family, Place, Witness
from workbench.session import Session
from workbench.spans import Span

WORDS, PARAGRAPH = 20_000, 60


def paragraphs(seed: int) -> list[str]:
    words = filler(seed, WORDS // 8).split()[:WORDS]
    return [" ".join(words[k : k + PARAGRAPH]) + "." for k in range(0, len(words), PARAGRAPH)]


def edited(paragraph: str, rng: random.Random) -> str:
    return " ".join(word[::-1] if rng.random() < 0.05 else word for word in paragraph.split(" "))


def texts(shared: str) -> tuple[str, str, tuple[Span, Span]]:
    """Two articles, and where the passage is that they share: all of both, or five paragraphs."""
    rng, base, other = random.Random(5), paragraphs(1), paragraphs(2)
    wanted = range(len(base)) if shared == "all" else range(150, 155)
    before = [] if shared == "all" else other[:100]
    after = [] if shared == "all" else other[105:]
    inside = [edited(base[k], rng) for k in wanted]
    ours, theirs = "\n\n".join(base), "\n\n".join((*before, *inside, *after))
    starts = ours.index(base[wanted.start]), theirs.index(inside[0])
    return ours, theirs, (
        Span(starts[0], ours.index(base[wanted[-1]]) + len(base[wanted[-1]])),
        Span(starts[1], theirs.index(inside[-1]) + len(inside[-1])),
    )  # fmt: skip


@pytest.fixture(params=["five paragraphs", "all"])
def shown(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[MainWindow, Comparison]]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])
    ours, theirs, spans = texts(request.param)
    pages = tmp_path / "pages"
    pages.mkdir()
    for name, text in (("a.txt", ours), ("b.txt", theirs)):
        (pages / name).write_text(text, encoding="utf-8")
    session = Session(open_case(tmp_path / "Long.variorum", create=True))
    session.import_paths([pages])
    session.close()
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    window, _ = build(open_case, settings, WordIndex)
    window.resize(1920, 1080)
    window.show()
    start(window, tmp_path / "Long.variorum")
    while not window.lanes.idle or window.case.state is None:
        pause(20)
    by_text = {text: number for number, text in window.case.texts.items()}
    places = (Place(by_text[ours], spans[0]), Place(by_text[theirs], spans[1]))
    family = Family(900, tuple(Witness(900 + k, place) for k, place in enumerate(places)))
    window.where.family = family
    lexicon = window.case.snapshot.words.lexicon
    yield window, comparison_of(family, *family.witnesses, dict(window.case.texts), lexicon)
    window.close()
    app.processEvents()


def pause(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def cost(job: Callable[[], object]) -> float:
    """Milliseconds of CPU."""
    began = time.process_time()
    job()
    return (time.process_time() - began) * 1000


def test_two_articles_of_20_000_words(
    shown: tuple[MainWindow, Comparison], request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str]
) -> None:
    window, found = shown
    view, where = window.workspace.comparison, window.where
    where._arrive((found,), None, None, lambda _: None)
    window.workspace._work.setCurrentIndex(0)
    pause(300)

    def show() -> None:
        view.show_comparison()
        view.grab()

    def scroll(by: int) -> None:
        view.witness.verticalScrollBar().setValue(view.witness.offset + by)
        view.grab()

    def next_edit(number: int) -> None:
        where.edit_number = number
        view._show_edit()
        view.grab()

    first = min(cost(show) for _ in range(3))
    steps = sorted(cost(lambda: scroll(60)) for _ in range(200))
    edits = sorted(cost(lambda number=number: next_edit(number)) for number in range(min(100, len(found.edits))))
    assert view.witness.offset > 0
    assert len(view.base.page.text.split()) >= WORDS
    with capsys.disabled():
        print(
            f"\n{request.node.name}: {len(found.edits)} edits; first paint {first:.0f} ms, "
            f"95 % of scroll steps at most {steps[int(len(steps) * 0.95)]:.1f} ms, "
            f"95 % of next edits at most {edits[int(len(edits) * 0.95)]:.1f} ms (CPU)"
        )
