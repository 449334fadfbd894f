"""Why the current family was found: text that can be read, selected and copied by keyboard."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QFrame, QLabel, QTextEdit, QVBoxLayout, QWidget

from ui.desktop.case.casework import Casework
from ui.desktop.sheet import Sheet
from ui.why import Part, why_parts
from workbench.model import Family
from workbench.why import reasons

_WIDTH, _HEIGHT = 720, 560
_TITLE = "Why this family was found"


class WhyDialog(Sheet):
    """Escape closes it; the arrow keys and Shift select, Ctrl+C copies, Ctrl+A takes all of it."""

    def __init__(self, case: Casework, family: Family, parent: QWidget) -> None:
        super().__init__(_TITLE, parent)
        self.text = QTextEdit()
        self.text.setObjectName("why")
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setAccessibleName(_TITLE)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.text.setPlainText("Comparing the witnesses with the base …")
        self.text.document().setDocumentMargin(20)
        hint = QLabel("Shift and the arrow keys select, Ctrl+C copies. Esc closes.")
        hint.setObjectName("hint")
        hint.setContentsMargins(24, 6, 24, 14)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.text, 1)
        layout.addWidget(hint)
        self.fit(_WIDTH, _HEIGHT)
        self.text.setFocus()
        snapshot, texts = case.snapshot, case.texts
        self._open = True
        self.finished.connect(self._leave)
        case.leaving.connect(self.reject)
        case.look(
            lambda snapshot, texts, report: reasons(snapshot, family, texts, report),
            lambda found: self._show(why_parts(snapshot, family, found, texts)),
            "explain",
        )

    def _leave(self) -> None:
        self._open = False

    def _show(self, parts: Sequence[Part]) -> None:
        if not self._open:
            return
        self.text.setHtml("".join(_html(part) for part in parts))
        self.text.moveCursor(QTextCursor.MoveOperation.Start)


def _html(part: Part) -> str:
    lines = "".join(f'<p style="margin: 3px 0 0 14px">{escape(line)}</p>' for line in part.lines)
    return f'<p style="margin: 14px 0 0 0"><b>{escape(part.heading)}</b></p>{lines}'
