"""The focus is seen wherever it is, in both themes: what it changes stands out by three to one (WCAG 2.4.13)."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from tests.ui.scenes import SCENES, Scene, Stage
from tests.ui.walking import is_foreign, stops, told
from ui.desktop.theme import Scheme

LEAST = 3.0
"""How much the colour of the focus has to differ from what was there."""
LENGTH = 18
"""How many pixels have to differ so much at least: about as many as a short line."""
AROUND = 3


@pytest.fixture(scope="module", params=[Scheme.LIGHT, Scheme.DARK])
def coloured(request: pytest.FixtureRequest, stage: Stage) -> Iterator[Stage]:
    stage.window.themes.choose(request.param)
    yield stage
    stage.window.themes.choose(Scheme.LIGHT)


def luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: QColor, second: QColor) -> float:
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def picture(widget: QWidget) -> QImage:
    """What is seen of a widget and close around it."""
    window = widget.window()
    area = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()).adjusted(-AROUND, -AROUND, AROUND, AROUND)
    return window.grab(area & window.rect()).toImage().convertToFormat(QImage.Format.Format_RGB32)


def differing(first: QImage, second: QImage) -> int:
    """How many pixels differ clearly; counting ends when there are enough."""
    found, known = 0, {}
    for y in range(first.height()):
        one, other = bytes(first.constScanLine(y)), bytes(second.constScanLine(y))
        if one == other:
            continue
        for x in range(first.width()):
            pair = one[4 * x : 4 * x + 4], other[4 * x : 4 * x + 4]
            if pair[0] != pair[1]:
                if pair not in known:
                    known[pair] = contrast(first.pixelColor(x, y), second.pixelColor(x, y)) >= LEAST
                found += known[pair]
        if found >= LENGTH:
            break
    return found


def unseen(root: QWidget, known: set[str]) -> list[str]:
    """The widgets of which one does not see that they have the focus; those looked at before are passed over."""
    away, found = QWidget(root), []
    away.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    away.setGeometry(0, 0, 1, 1)
    away.show()
    for widget in stops(root):
        name = f"{told(widget)} {widget.parentWidget().objectName()}"
        if widget is away or name in known or is_foreign(widget):
            continue
        known.add(name)
        away.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.sendPostedEvents()
        if not isValid(widget) or not widget.isVisible():
            continue  # a field that is there only while one types in it
        before = picture(widget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.sendPostedEvents()
        if widget.hasFocus() and differing(before, picture(widget)) < LENGTH:
            found.append(told(widget))
    away.deleteLater()
    return found


KNOWN: dict[Scheme, set[str]] = {scheme: set() for scheme in Scheme}


@pytest.mark.parametrize("scene", [one for one in SCENES if one.name != "why"], ids=lambda scene: scene.name)
def test_one_sees_where_the_focus_is(coloured: Stage, scene: Scene) -> None:
    coloured.rest()
    scene.open(coloured)
    if len(stops(coloured.front)) > 1 and not is_foreign(coloured.front):
        assert unseen(coloured.front, KNOWN[coloured.window.themes.scheme]) == []
