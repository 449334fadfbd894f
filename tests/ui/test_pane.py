"""A pane shows one article; its public face is counted in code points of the article's text."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from tests.ui.painted import inks
from ui.desktop.fonts import measure, reading_font
from ui.desktop.sides.page import Page
from ui.desktop.sides.pane import Pane
from ui.desktop.sides.pane_spans import PaneSpan
from ui.desktop.theme import Themes
from workbench.model import Code
from workbench.spans import Span

TEXT = "A boat 😀 left the quay.\n\nNobody saw where it went, 😀 or with whom aboard.\n\nThe quay is quiet now."


@pytest.fixture
def pane(qtbot: QtBot, settings: QSettings) -> Pane:
    made = Pane(Themes(settings))
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show_page(Page(TEXT, (), Span(0, 0)), Span(0, 0), (), 1.0)
    made.show()
    return made


@pytest.mark.parametrize("word", ["A", "left", "Nobody", "or with", "quiet", "now."])
def test_the_caret_is_counted_in_characters_of_the_article(pane: Pane, word: str) -> None:
    pane.set_caret(TEXT.index(word))
    assert pane.caret_position() == TEXT.index(word)
    cursor = pane.textCursor()
    cursor.movePosition(cursor.MoveOperation.NextCharacter, cursor.MoveMode.KeepAnchor, len(word))
    assert cursor.selectedText() == word


def test_spans_are_marked_in_their_colour_until_another_article_is_shown(pane: Pane) -> None:
    colour = QColor("#c0ffee")
    pane.show_spans([PaneSpan((Span(TEXT.index("Nobody"), TEXT.index("went")),), colour, strong=True)])
    assert colour.name() in inks(pane.grab().toImage())
    pane.show_page(pane.page, Span(0, 0), (), 1.0)
    assert colour.name() not in inks(pane.grab().toImage())


def test_a_passage_that_is_tagged_has_a_bar_beside_it_and_the_caps_of_its_codes(pane: Pane) -> None:
    colour, other = QColor("#c0ffee"), QColor("#abcdef")
    codes = Code("one", "One", "#facade", 3), Code("two", "Two", "#decade")
    whole = Span(TEXT.index("Nobody"), TEXT.index("The quay"))
    tagged = PaneSpan((whole,), colour, passage=True, codes=codes)
    stretch = PaneSpan((Span(whole.start, whole.start + 6),), other, strong=True, codes=codes[:1], noted=True)
    pane.show_spans([tagged, stretch])
    image = pane.grab().toImage()
    right = image.copy(image.width() - 30, 0, 30, image.height())
    assert {colour.name(), "#facade", "#decade"} <= inks(right)
    assert other.name() not in inks(right), "a stretch is underlined, at the left it has its mark"
    (line,) = {rect.top() for rect in pane.places.rects(Span(whole.start, whole.start + 1))}
    assert colour.name() not in inks(right.copy(0, 0, 30, int(line))), "the bar begins with the passage"
    pane.show_spans([tagged])
    once = pane.grab().toImage()
    pane.show_spans([tagged, replace(tagged, codes=codes[:1])])
    assert pane.grab().toImage() == once, "in one line a code is shown once"
    pane.show_spans([replace(tagged, codes=(), noted=True)])
    assert pane.grab().toImage() != once


def test_the_bar_of_a_passage_that_begins_and_ends_out_of_sight_is_seen_all_the_way(pane: Pane) -> None:
    text = "\n\n".join([TEXT] * 40)
    pane.show_page(Page(text, (), Span(0, 0)), Span(0, 0), (), 1.0)
    colour = QColor("#c0ffee")
    pane.show_spans(
        [PaneSpan((Span(10, len(text) - 10),), colour, passage=True, codes=(Code("a", "A", "#facade", 3),))]
    )
    pane.scroll_to(1500)
    image = pane.viewport().grab().toImage()
    column = {image.pixelColor(image.width() - 3, y).name() for y in range(image.height())}
    assert column == {colour.name()}
    assert "#facade" not in inks(image)


def test_a_passage_that_is_folded_away_has_no_bar(pane: Pane) -> None:
    pane.show_page(pane.page.folded([range(1, 2)]), Span(0, 0), (), 1.0)
    colour = QColor("#c0ffee")
    whole = Span(TEXT.index("Nobody"), TEXT.index("The quay") - 2)
    pane.show_spans([PaneSpan((whole,), colour, passage=True, codes=(Code("one", "One", "#facade", 3),))])
    assert not {colour.name(), "#facade"} & inks(pane.grab().toImage())


@pytest.mark.parametrize("text", ["many words " * 60, "كلمات كثيرة جدا " * 60])
def test_no_line_is_too_long_to_be_read_however_wide_the_pane_is(pane: Pane, text: str) -> None:
    pane.resize(1800, 300)
    pane.show_page(Page(text.strip(), (), Span(0, 0)), Span(0, 0), (), 1.0)
    layout = pane.document().firstBlock().layout()
    pane.look_at(0)
    widest = max(layout.lineAt(k).naturalTextWidth() for k in range(layout.lineCount()))
    assert layout.lineCount() > 3
    assert widest <= measure(reading_font())
    edges = [layout.lineAt(0).naturalTextRect().left(), layout.lineAt(0).naturalTextRect().right()]
    assert edges[0] < 5 or edges[1] > 1700, "it begins where its reader expects it to"
