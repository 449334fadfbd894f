"""What was painted, to be looked at."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from ui.desktop.painting import CardDelegate
from ui.desktop.window import MainWindow


def inks(image: QImage) -> set[str]:
    """Every colour of an image."""
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def row_image(window: MainWindow, delegate: CardDelegate, view: object, row: int, *, selected: bool = False) -> QImage:
    """One painted row."""
    index = view.model().index(row, 0)
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 700, 10)
    option.rect = QRect(QPoint(0, 0), QSize(700, delegate.sizeHint(option, index).height()))
    if selected:
        option.state |= QStyle.StateFlag.State_Selected
    image = QImage(option.rect.size(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    delegate.paint(painter, option, index)
    painter.end()
    return image
