"""Only what is seen is laid out at once; what one looks at stays where it is when the rest turns out otherwise."""

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.desktop.sides.page import Page
from ui.desktop.sides.pane import Mark, Pane
from ui.desktop.signs import Sign
from ui.desktop.theme import Themes
from workbench.model import Zone, ZoneKind
from workbench.spans import Span

PARAGRAPHS = [
    f"Number {k}: {'wide WIDE ' if k % 3 else 'ill '}{'word after word ' * (k % 17)}ends." for k in range(400)
]
TEXT = "\n\n".join(PARAGRAPHS)
ARABIC = "أعلن مجلس الميناء أن نحو 4200 عامل سوف ينقلون إلى الجزر."
HEBREW = "ראש העיר אמר כי הפועלים יעברו לאיים 😀 לפני הסערות."


@pytest.fixture
def pane(qtbot: QtBot, settings: QSettings) -> Pane:
    made = Pane(Themes(settings))
    qtbot.addWidget(made)
    made.resize(420, 500)
    made.show()
    made.show_page(Page(TEXT, (), Span(0, 0)), Span(0, 0), (), 1.0)
    return made


def seen_at(pane: Pane, position: int) -> float:
    return pane.places.place(position).top() - pane.offset


def laid_out(pane: Pane) -> int:
    return sum(not pane.blocks.is_rough(range(k, k + 1)) for k in range(len(pane.page.blocks)))


def test_a_long_article_is_shown_before_it_is_laid_out_and_the_rest_follows(pane: Pane, qtbot: QtBot) -> None:
    assert 0 < laid_out(pane) < 400, "the rest follows while nobody waits"
    qtbot.waitUntil(lambda: laid_out(pane) == 400)
    assert pane.verticalScrollBar().maximum() == pytest.approx(pane.blocks.whole - pane.room, abs=1)


def test_what_one_looks_at_stays_while_the_rest_is_laid_out(pane: Pane) -> None:
    position = TEXT.index("Number 250:")
    pane.look_at(position)
    before = seen_at(pane, position)
    assert laid_out(pane) < 400
    pane.lay_out_all()
    assert laid_out(pane) == 400
    assert seen_at(pane, position) == pytest.approx(before, abs=1.5)


def test_what_one_looks_at_stays_when_the_pane_becomes_narrower(pane: Pane) -> None:
    position = TEXT.index("Number 250:")
    pane.look_at(position, 1 / 3)
    for width in (300, 600):
        pane.resize(width, 500)
        assert seen_at(pane, position) == pytest.approx(500 / 3, abs=30)


def test_scrolling_shows_every_paragraph_once_and_in_order(pane: Pane) -> None:
    bar, seen = pane.verticalScrollBar(), []
    while True:
        numbers = pane.blocks.numbers_between(pane.offset, pane.offset + pane.room)
        assert not pane.blocks.is_rough(numbers)
        seen += [number for number in numbers if number not in seen]
        if bar.value() == bar.maximum():
            break
        bar.setValue(bar.value() + 350)
    assert seen == list(range(400))


def test_the_caret_goes_down_and_up_line_by_line_where_nobody_has_looked(pane: Pane) -> None:
    pane.setFocus()
    pane.set_caret(TEXT.index("Number 300:"))
    down = [pane.caret_position()]
    for _ in range(30):
        QTest.keyClick(pane, Qt.Key.Key_Down)
        down.append(pane.caret_position())
    assert down == sorted(set(down))
    for wanted in reversed(down[:-1]):
        QTest.keyClick(pane, Qt.Key.Key_Up)
        assert pane.caret_position() == wanted
    QTest.keyClick(pane, Qt.Key.Key_PageDown)
    assert 0 <= pane.cursorRect().top() <= pane.room


def test_a_click_puts_the_caret_where_it_falls(pane: Pane) -> None:
    position = TEXT.index("Number 123:") + 7
    pane.look_at(position)
    rect = pane.places.place(position)
    at = rect.center().toPoint()
    at.setY(at.y() - pane.offset)
    QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert pane.caret_position() == position


def test_a_selection_is_copied_as_the_article_has_it(pane: Pane) -> None:
    span = Span(TEXT.index("Number 5:"), TEXT.index("Number 8:") - 2)
    pane.reveal(span)
    assert pane.selection().of(TEXT).strip() == span.of(TEXT).strip()
    assert pane.createMimeDataFromSelection().text().count("\n\n") == 2


@pytest.mark.parametrize("text", [ARABIC, HEBREW])
def test_text_written_from_right_to_left_stands_at_the_right(qtbot: QtBot, settings: QSettings, text: str) -> None:
    pane = Pane(Themes(settings))
    qtbot.addWidget(pane)
    pane.resize(600, 300)
    pane.show()
    word = text.split()[2]
    start = text.index(word)
    mark = Mark(Span(start, start + len(word)), Sign.ADDED)
    pane.show_page(Page(f"{text}\n\nLeft.", (), Span(0, len(text))), Span(0, len(text)), [mark], 1.0)
    first, rect, left = pane.places.place(0), pane.mark_rect(0), pane.places.place(len(text) + 2)
    assert first.left() > 560
    assert left.left() < 40
    assert 0 < rect.width() < 200
    assert rect.right() < first.left()
    assert rect.left() == pytest.approx(pane.places.place(start + len(word)).left(), abs=3)


def test_parts_of_an_article_look_different(qtbot: QtBot, settings: QSettings) -> None:
    kinds = list(ZoneKind)
    text = "\n\n".join(f"Part {kind.value} here" for kind in kinds)
    starts = [text.index(f"Part {kind.value}") for kind in kinds]
    zones = [Zone(kind, Span(s, s + len(kind.value) + 10)) for kind, s in zip(kinds, starts, strict=True)]
    pane = Pane(Themes(settings))
    qtbot.addWidget(pane)
    pane.show_page(Page(text, zones, Span(0, 0)), Span(0, 0), (), 1.0)
    ranges = [pane._dressing.formats(number)[0] for number in range(len(kinds))]
    letters = [found.format for found in ranges]
    looks = {
        (f.font().family(), f.font().pointSizeF(), f.font().italic(), f.foreground().color().name()) for f in letters
    }
    assert len(looks) >= 4
    indents = {kind: pane.blocks.place(number).x() for number, kind in enumerate(kinds)}
    assert indents[ZoneKind.FURNITURE] > indents[ZoneKind.BODY]


def test_what_nobody_sees_is_laid_out_without_painting_what_shows_anew_at_each_slice(pane: Pane, qtbot: QtBot) -> None:
    pane.look_at(TEXT.index("Number 200:"))
    QApplication.sendPostedEvents()
    height, paintings = pane.blocks.whole, []
    pane.moved.connect(lambda: paintings.append(pane.blocks.whole))
    qtbot.waitUntil(lambda: laid_out(pane) == 400)
    assert len(paintings) == 1
    assert paintings != [height]
