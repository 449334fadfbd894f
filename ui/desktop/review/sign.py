"""The sign of what is reviewed, as rows show it."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.desktop import fonts
from ui.desktop.case.reviewed import Reviewed
from ui.desktop.icons import paint_icon
from ui.desktop.painting import CardDelegate

_SIZE, _GAP = 16.0, 5.0


def paint_reviewed(card: CardDelegate, painter: QPainter, line: QRectF, reviewed: Reviewed) -> float:
    """How much is reviewed, at the end of a line, a sign once all is; returns how wide it is, 0 where nothing is."""
    if not reviewed.done:
        return 0.0
    if reviewed.is_done:
        area = QRectF(line.right() - _SIZE, line.center().y() - _SIZE / 2, _SIZE, _SIZE)
        paint_icon(painter, "reviewed", area, card.colour("accent"))
        return _SIZE + _GAP
    return card.line(painter, line, reviewed.words, "muted", fonts.interface_font(0.86), right=True) + _GAP
