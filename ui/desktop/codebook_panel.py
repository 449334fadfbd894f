"""The codebook: every code with its digit; pressed are those that stand on the current edit."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.desktop import fonts
from ui.desktop.casework import Casework
from ui.desktop.plain import breakable, caption, plain, tip
from ui.desktop.theme import Themes
from ui.desktop.whereabouts import Whereabouts
from workbench.model import Code, Target

_COLUMNS = 1


class CodebookPanel(QWidget):
    """One button a code. What a button does, its digit does too."""

    picked = Signal(object)
    """A `Code` to put on the current edit, or to take away."""

    def __init__(self, case: Casework, where: Whereabouts, themes: Themes) -> None:
        super().__init__()
        self._case, self._where, self._themes = case, where, themes
        self._codes: tuple[Code, ...] = ()
        self._buttons: dict[str, QPushButton] = {}
        heading = QLabel("Codebook")
        heading.setObjectName("heading")
        self.on_witness = QLabel()
        self.on_witness.setObjectName("hint")
        self.on_witness.setWordWrap(True)
        self.on_witness.setTextFormat(Qt.TextFormat.PlainText)
        self._grid = QGridLayout()
        self._grid.setSpacing(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 12, 4)
        layout.setSpacing(5)
        layout.addWidget(heading)
        layout.addLayout(self._grid)
        layout.addWidget(self.on_witness)
        case.changed.connect(self.refresh)
        case.opening_changed.connect(self.refresh)
        for signal in (where.compared, where.witness_changed, where.edit_changed):
            signal.connect(self.refresh)
        themes.changed.connect(self._paint_keys)

    def refresh(self) -> None:
        """Show the codes of the case, and which of them stand on the current edit."""
        if self._case.snapshot.codes != self._codes:
            self._codes = self._case.snapshot.codes
            self._build()
        on_edit = self._ids(self._where.edit_target)
        for code in self._codes:
            button = self._buttons[code.id]
            button.setEnabled(self._case.writable and self._where.edit is not None)
            button.setChecked(code.id in on_edit)
        on_witness = [self._case.snapshot.code[i].name for i in self._ids(self._where.witness_target)]
        self.on_witness.setText("On the whole witness: " + breakable(plain(", ".join(on_witness))))
        self.on_witness.setVisible(bool(on_witness))

    def _ids(self, target: Target | None) -> list[str]:
        tags = self._case.snapshot.tags_on(target) if target else ()
        return [tag.code_id for tag in tags if tag.code_id in self._case.snapshot.code]

    def _build(self) -> None:
        for button in self._buttons.values():
            self._grid.removeWidget(button)
            button.deleteLater()
        self._buttons = {}
        ordered = sorted(self._codes, key=lambda code: (code.digit - 1) % 10 if code.digit >= 0 else 99)
        rows = -(-len(ordered) // _COLUMNS)
        for number, code in enumerate(ordered):
            button = QPushButton(caption(code.name))
            button.setObjectName("code")
            button.setCheckable(True)
            button.setIconSize(QSize(22, 18))
            button.setToolTip(tip(code.description))
            key = f", key {code.digit}" if code.digit >= 0 else ""
            button.setAccessibleName(f"{code.name}{key}")
            button.setAccessibleDescription(code.description)
            button.clicked.connect(lambda _=False, code=code: self.picked.emit(code))
            self._buttons[code.id] = button
            self._grid.addWidget(button, number % rows, number // rows)
        self._paint_keys()

    def _paint_keys(self) -> None:
        for code in self._codes:
            self._buttons[code.id].setIcon(self._key(code))

    def _key(self, code: Code) -> QIcon:
        """A key cap with the digit, underlined in the colour of the code."""
        pixmap = QPixmap(44, 36)
        pixmap.setDevicePixelRatio(2)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._themes.colour("strong_rule"), 1))
        painter.setBrush(self._themes.colour("page"))
        painter.drawRoundedRect(QRectF(1.5, 0.5, 17, 17), 3, 3)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(code.colour))
        painter.drawRoundedRect(QRectF(3.5, 13.5, 13, 3), 1, 1)
        painter.setPen(self._themes.colour("text"))
        painter.setFont(fonts.interface_font(0.88, bold=True))
        digit = str(code.digit) if code.digit >= 0 else "·"
        painter.drawText(QRectF(1.5, 0, 17, 13.5), Qt.AlignmentFlag.AlignCenter, digit)
        painter.end()
        return QIcon(pixmap)
