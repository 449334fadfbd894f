"""What the window remembers, and small things that make it comfortable."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.casefile import open_case
from db.search import WordIndex
from ui.desktop.app import build
from ui.desktop.theme import Scheme
from ui.desktop.window import MainWindow

Settle = Callable[[], None]


def test_size_zoom_and_colours_are_remembered(
    opened: MainWindow, settings: QSettings, qtbot: QtBot, settle: Settle
) -> None:
    opened.commands["zoom_in"].trigger()
    opened.commands["theme_dark"].trigger()
    opened.resize(1100, 640)
    opened.close()
    again, _ = build(open_case, settings, WordIndex)
    qtbot.addWidget(again)
    assert again.size().height() == 640
    assert again.workspace.scale == opened.workspace.scale > 1
    assert again.themes.scheme is Scheme.DARK
    again.commands["theme_light"].trigger()
    again.close()


def test_spoilt_settings_do_no_harm(settings: QSettings, qtbot: QtBot) -> None:
    settings.setValue("scale", "enormous")
    settings.setValue("scheme", "plaid")
    again, _ = build(open_case, settings, WordIndex)
    qtbot.addWidget(again)
    assert again.workspace.scale == 1.0
    again.close()
    again.themes.deleteLater()


def test_ctrl_and_the_wheel_zoom(opened: MainWindow) -> None:
    pane = opened.workspace.comparison.base.viewport()
    where = QPointF(20, 20)
    for turn in (120, -120):
        event = QWheelEvent(
            where, where, QPoint(), QPoint(0, turn), Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(pane, event)
        assert (opened.workspace.scale > 1) == (turn > 0)


def test_picking_an_article_goes_to_what_it_shares(opened: MainWindow) -> None:
    lists = opened.workspace.lists
    opened.commands["articles"].trigger()
    assert lists.articles.view.hasFocus()
    lists.articles.view.activated.emit(lists.articles.view.currentIndex())
    article = lists.articles.view.currentIndex().data(Qt.ItemDataRole.UserRole).article
    assert article.id in {witness.place.article_id for witness in opened.where.family.witnesses}


def test_filtering_does_not_carry_one_away(opened: MainWindow, settle: Settle) -> None:
    family = opened.where.family
    field = opened.workspace.lists.families.field
    opened.commands["filter"].trigger()
    field.setText("no such words anywhere")
    settle()
    assert opened.workspace.lists.families.nothing.isVisible()
    assert opened.where.family is family
    field.clear()
    assert not opened.workspace.lists.families.nothing.isVisible()


def test_dark_and_light_repaint_what_is_open(opened: MainWindow, qtbot: QtBot) -> None:
    light = opened.grab().toImage()
    opened.commands["theme_dark"].trigger()
    dark = opened.grab().toImage()
    opened.commands["theme_light"].trigger()
    corner = QPoint(light.width() // 2, light.height() - 60)
    assert light.pixelColor(corner).lightness() > 180
    assert dark.pixelColor(corner).lightness() < 80
    assert opened.event(QEvent(QEvent.Type.None_)) is False
