"""The README's pictures keep what matters in few colours."""

import pytest
from PySide6.QtGui import QColor, QImage

from tests.ui.screenshots import SCENES, of_few_colours
from ui.desktop.window import MainWindow
from workbench.resources import RESOURCES


@pytest.mark.usefixtures("qapp")
def test_a_picture_of_up_to_256_colours_stays_as_it_is() -> None:
    image = QImage(31, 3, QImage.Format.Format_RGB32)
    for x in range(31):
        for y in range(3):
            image.setPixelColor(x, y, QColor(8 * x, 80 * y, 255 - 8 * x))
    few = of_few_colours(image)
    assert few.format() == QImage.Format.Format_Indexed8
    assert few.convertToFormat(QImage.Format.Format_RGB32) == image


def test_no_dot_of_the_window_changes_to_another_colour(opened: MainWindow) -> None:
    whole = opened.grab().toImage()
    few = of_few_colours(whole)
    dots = ((x, y) for x in range(0, whole.width(), 3) for y in range(0, whole.height(), 3))
    pairs = ((whole.pixelColor(*dot), few.pixelColor(*dot)) for dot in dots)
    parts = (QColor.red, QColor.green, QColor.blue)
    assert max(abs(part(one) - part(other)) for one, other in pairs for part in parts) <= 32


def test_every_scene_has_its_picture() -> None:
    assert {path.stem for path in (RESOURCES / "readme").glob("*.png")} == set(SCENES)
