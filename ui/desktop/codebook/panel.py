"""The codebook in the inspector: every code under those it stands under; pressed are those on the current edit."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ui.desktop.case.casework import Casework
from ui.desktop.case.whereabouts import Whereabouts
from ui.desktop.codebook.caps import CAP, ICON_WIDTH, cap_icon, spoken_code
from ui.desktop.plain import breakable, caption, plain, tip
from ui.desktop.spoken import tab_through
from ui.desktop.theme import Themes
from workbench.model import Code, Target

_INDENT = 16
_SHARE, _LEAST = 0.28, 110
"""So much of the height of the window, and so many pixels at least, is for codes; the rest is scrolled to."""


class CodebookPanel(QWidget):
    """One button a code. What a button does, its digit does too."""

    picked = Signal(object)
    """A `Code` to put on the current edit, or to take away."""
    edit_asked = Signal()
    """A person wants to change the codebook."""

    def __init__(self, case: Casework, where: Whereabouts, themes: Themes) -> None:
        super().__init__()
        self._case, self._where, self._themes = case, where, themes
        self._codes: tuple[Code, ...] = ()
        self._buttons: dict[str, QPushButton] = {}
        self.on_witness = QLabel()
        self.on_witness.setObjectName("hint")
        self.on_witness.setWordWrap(True)
        self.on_witness.setTextFormat(Qt.TextFormat.PlainText)
        self.more = QLabel()
        self.more.setObjectName("hint")
        self._scroll = _Rows()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 12, 4)
        layout.setSpacing(5)
        layout.addLayout(self._head())
        layout.addWidget(self._scroll)
        layout.addWidget(self.more)
        layout.addWidget(self.on_witness)
        case.changed.connect(self.refresh)
        case.opening_changed.connect(self.refresh)
        for signal in (where.compared, where.witness_changed, where.edit_changed):
            signal.connect(self.refresh)
        themes.changed.connect(self._paint_keys)

    def _head(self) -> QHBoxLayout:
        heading = QLabel("Codebook")
        heading.setObjectName("heading")
        self.edit = QPushButton("Edit…")
        self.edit.setObjectName("link")
        self.edit.setAccessibleName("Edit the codebook")
        self.edit.clicked.connect(lambda _=False: self.edit_asked.emit())
        row = QHBoxLayout()
        row.addWidget(heading, 1)
        row.addWidget(self.edit)
        return row

    def name_keys(self, *, edit: str, tag_with: str) -> None:
        """Say which keys open the editor and the choice of any code."""
        self.edit.setToolTip(f"Edit the codebook ({edit})" if edit else "Edit the codebook")
        self.more.setText(f"{tag_with}: any code, found by typing" if tag_with else "")

    def refresh(self) -> None:
        """Show the codes of the case, and which of them stand on what would be tagged now."""
        if self._case.snapshot.codes != self._codes:
            self._codes = self._case.snapshot.codes
            self._build()
        there = self._ids(self._where.taggable)
        for code in self._codes:
            button = self._buttons[code.id]
            button.setEnabled(self._case.writable and self._where.taggable is not None)
            button.setChecked(code.id in there)
        self.edit.setEnabled(self._case.state is not None)
        on_witness = [self._case.snapshot.code[i].name for i in self._ids(self._where.witness_target)]
        self.on_witness.setText("On the whole witness: " + breakable(plain(", ".join(on_witness))))
        self.on_witness.setVisible(bool(on_witness))

    def _ids(self, target: Target | None) -> list[str]:
        tags = self._case.snapshot.tags_on(target) if target else ()
        return [tag.code_id for tag in tags if tag.code_id in self._case.snapshot.code]

    def _build(self) -> None:
        """Make the buttons anew; the focus stays on the code that had it."""
        focused = next((code_id for code_id, button in self._buttons.items() if button.hasFocus()), "")
        self._buttons = {}
        rows = QWidget()
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        tree = self._case.snapshot.code_tree
        for code, depth in tree.walk():
            row = QHBoxLayout()
            row.setContentsMargins(depth * _INDENT, 0, 0, 0)
            row.addWidget(self._button(code, tree.path(code)))
            column.addLayout(row)
        self._scroll.show_rows(rows)
        tab_through(self.edit, *(self._buttons[code.id] for code, _ in tree.walk()))
        self.more.setVisible(any(code.digit < 0 for code in self._codes))
        self._paint_keys()
        if focused in self._buttons:
            self._buttons[focused].setFocus()

    def _button(self, code: Code, path: str) -> QPushButton:
        button = QPushButton(caption(code.name))
        button.setObjectName("code")
        button.setCheckable(True)
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        button.setIconSize(QSize(ICON_WIDTH, CAP))
        button.setToolTip(tip(code.description))
        button.setAccessibleName(spoken_code(path, code))
        button.setAccessibleDescription(code.description)
        button.clicked.connect(lambda _=False: self.picked.emit(code))
        button.installEventFilter(self._scroll)
        self._buttons[code.id] = button
        return button

    def _paint_keys(self) -> None:
        for code in self._codes:
            self._buttons[code.id].setIcon(cap_icon(code, self._themes))


class _Rows(QScrollArea):
    """Rows of buttons, as high as they are, but no higher than their share of the window; the focus is always seen."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setObjectName("code_rows")
        self._watched: QWidget | None = None

    def show_rows(self, rows: QWidget) -> None:
        """Show other rows."""
        rows.setObjectName("code_rows")
        self.setWidget(rows)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as the rows are, or as there is room for whole ones."""
        rows = self.widget()
        whole = rows.sizeHint().height() if rows else 0
        one = self._row_height()
        room = max(_LEAST, int(self.window().height() * _SHARE)) // one * one
        return QSize(super().sizeHint().width(), min(whole, room))

    def _row_height(self) -> int:
        first = self.findChild(QWidget, "code")
        return max(1, first.sizeHint().height() if isinstance(first, QWidget) else 1)

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the height of the window from now on."""
        super().showEvent(event)
        if self._watched is not self.window():
            self._watched = self.window()
            self._watched.installEventFilter(self)

    def minimumSizeHint(self) -> QSize:
        """Some rows are seen in the lowest window."""
        hint = self.sizeHint()
        return QSize(hint.width(), min(hint.height(), _LEAST // self._row_height() * self._row_height()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A button that gets the focus is scrolled to."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget) and self.isAncestorOf(watched):
            self.ensureWidgetVisible(watched, 0, 4)
        if event.type() == QEvent.Type.Resize and watched is self._watched:
            self.updateGeometry()
        return super().eventFilter(watched, event)
