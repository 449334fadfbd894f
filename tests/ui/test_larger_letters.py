"""Menus, lists and dialogs can be written larger: nothing in them is cut, and what was chosen is remembered."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QFontMetricsF, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QSizePolicy,
    QTabBar,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from db.casefile import open_case
from db.search import WordIndex
from tests.ui.scenes import SCENES, Scene, Stage
from tests.ui.walking import is_foreign, shown, told
from ui.desktop.app import build
from ui.desktop.fonts import INTERFACE_SIZE, interface_font, interface_scale, reading_font
from ui.desktop.lists.models import ROW_ROLE
from ui.desktop.painting import chip_height
from ui.desktop.theme import INTERFACE_SCALES, load_theme
from ui.desktop.window import MainWindow

LARGEST = INTERFACE_SCALES[-1]


# A window of its own each, before there is one for all scenes, which would be written larger too


def test_letters_grow_step_by_step_and_not_beyond_the_last(opened: MainWindow) -> None:
    reading = reading_font().pointSizeF()
    for wanted in (1.15, 1.3, 1.5, 1.5):
        opened.commands["interface_larger"].trigger()
        assert interface_scale() == wanted
        assert interface_font().pointSizeF() == pytest.approx(INTERFACE_SIZE * wanted, abs=0.05)
    assert opened.workspace.lists.families.field.font().pointSizeF() == pytest.approx(INTERFACE_SIZE * 1.5, abs=0.1)
    assert reading_font().pointSizeF() == reading, "article text has a size of its own"
    opened.commands["interface_smaller"].trigger()
    assert interface_scale() == 1.3
    opened.commands["interface_normal"].trigger()
    assert interface_scale() == 1.0


def test_the_size_is_remembered_and_a_spoilt_one_is_normal(
    opened: MainWindow, settings: QSettings, qtbot: QtBot
) -> None:
    opened.commands["interface_larger"].trigger()
    again, _ = build(open_case, settings, WordIndex)
    qtbot.addWidget(again)
    assert interface_scale() == 1.15
    again.close()
    settings.setValue("interface_scale", "huge")
    third, _ = build(open_case, settings, WordIndex)
    qtbot.addWidget(third)
    assert interface_scale() == 1.0
    third.close()


# The colours of the system


def test_the_colours_of_the_system_are_followed_as_it_changes(
    opened: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    hints = QGuiApplication.styleHints()
    opened.commands["theme_system"].trigger()
    for scheme, name in ((Qt.ColorScheme.Dark, "dark"), (Qt.ColorScheme.Light, "light")):
        hints.setColorScheme(scheme)
        if hints.colorScheme() is not scheme:
            monkeypatch.setattr(type(hints), "colorScheme", lambda _, wanted=scheme: wanted)
            hints.colorSchemeChanged.emit(scheme)
        assert opened.themes.theme.name == name
        assert opened.palette().window().color() == opened.themes.colour("window")
    hints.unsetColorScheme()


# A window for all scenes


@pytest.fixture(scope="module")
def large(stage: Stage) -> Iterator[Stage]:
    """The window with its letters as large as they can be."""
    stage.rest()
    stage.window.themes.scale_interface(len(INTERFACE_SCALES))  # as its action does, in one step
    stage.settle()
    yield stage
    stage.rest()
    stage.take("interface_normal")


def cut_tab(bar: QTabBar, number: int) -> bool:
    """Whether not even the beginning of a tab's words is shown."""
    return bar.isTabVisible(number) and bar.tabRect(number).width() < bar.fontMetrics().horizontalAdvance("Figure")


def cut(root: QWidget) -> Iterator[str]:
    """What has less room than its words need, and is not made to give way."""
    for widget in shown(root):
        if is_foreign(widget) or not widget.isEnabled():
            continue
        if isinstance(widget, QTabBar):
            yield from (f"{told(widget)} {n}" for n in range(widget.count()) if cut_tab(widget, n))
        words = widget.text() if isinstance(widget, QAbstractButton | QLabel) else ""
        yields = widget.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Ignored or isinstance(widget, QToolButton)
        wraps = isinstance(widget, QLabel) and widget.wordWrap()
        needed = widget.minimumSizeHint() if isinstance(widget, QLabel) else widget.sizeHint()
        if words and not wraps and not yields and widget.width() < needed.width() - 1:
            yield f"{told(widget)} {widget.width()} of {needed.width()}"
        if len(words) > 1 and not wraps and widget.height() < widget.fontMetrics().height() - 2:
            yield f"{told(widget)} is too low"


@pytest.mark.parametrize("scene", [one for one in SCENES if one.name != "why"], ids=lambda scene: scene.name)
def test_no_words_are_cut_where_letters_are_large(large: Stage, scene: Scene) -> None:
    assert interface_scale() == LARGEST
    large.rest()
    scene.open(large)
    assert list(cut(large.front)) == []


def test_article_text_in_lists_grows_with_what_stands_beside_it(large: Stage) -> None:
    large.rest()
    panels = large.window.workspace
    families, edits = panels.lists.families.view, panels.edits.view
    excerpt = families.delegate._excerpt(families.model().index(0, 0).data(ROW_ROLE), 300)
    words = edits.delegate._text(edits.model().index(0, 0).data(ROW_ROLE), 300)
    for laid, share in ((excerpt, 0.9), (words, 0.92)):
        assert laid.font().pointSizeF() == pytest.approx(reading_font(share).pointSizeF() * LARGEST)
    assert chip_height() > QFontMetricsF(interface_font(0.86)).height()


def test_the_style_sheet_grows_with_the_letters() -> None:
    theme = load_theme("light")
    assert "font-size: 17pt" in theme.style_sheet()
    assert "font-size: 25.5pt" in theme.style_sheet(1.5)


# A window that runs from right to left


@pytest.fixture
def leftward(stage: Stage) -> Iterator[Stage]:
    stage.rest()
    stage.turn(Qt.LayoutDirection.RightToLeft)
    yield stage
    stage.rest()
    stage.turn(Qt.LayoutDirection.LeftToRight)


def middle_of(widget: QWidget, window: QWidget) -> int:
    return widget.mapTo(window, widget.rect().center()).x()


def test_from_right_to_left_the_window_is_mirrored_and_its_keys_mean_the_same(leftward: Stage) -> None:
    window, panels = leftward.window, leftward.window.workspace
    lists, middle, inspector = (middle_of(one, window) for one in (panels.lists, panels.middle, panels.inspector))
    assert lists > middle > inspector
    base, witness = panels.comparison.base, panels.comparison.witness
    assert middle_of(base, window) < middle_of(witness, window), "the base stands on the left, where it is said to be"
    leftward.take("first_edit", "next_edit")
    assert window.where.edit_number == min(1, panels.edits.view.model().rowCount() - 1)
    card = panels.lists.families.view
    mirrored = card.grab(card.visualRect(card.currentIndex())).toImage()
    leftward.turn(Qt.LayoutDirection.LeftToRight)
    assert card.grab(card.visualRect(card.currentIndex())).toImage() == mirrored, "cards are painted as they are read"
    leftward.turn(Qt.LayoutDirection.RightToLeft)
    for action in ("view_inline", "collation", "view_timeline", "view_sides"):
        leftward.take(action)
        assert not window.grab().isNull()
