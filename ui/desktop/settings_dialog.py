"""How passages are found: the settings of the case, each with a sentence that says what follows from it."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ui.desktop.case.casework import Casework
from ui.desktop.parts import hint
from ui.desktop.sheet import Sheet, sheet_foot
from workbench.settings import LEAST_WORDS, MOST_DAYS, MOST_WORDS, Sensitivity, Settings, told

_DAYS = 30
"""The window of dates that is offered to who has none."""
_WIDTH, _HEIGHT = 580, 560
_MARGIN = 24


class SettingsDialog(Sheet):
    """Return sets and finds the passages anew, Escape leaves everything as it was."""

    def __init__(self, case: Casework, parent: QWidget) -> None:
        super().__init__("How passages are found", parent)
        self._case = case
        self._make_controls()
        self._meanings = {one.name: hint() for one in told(Settings())}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._scrolled(), 1)
        layout.addWidget(self._buttons())
        self.show_settings(case.snapshot.settings)
        self.accepted.connect(lambda: case.change_settings(self.settings))
        case.leaving.connect(self.reject)
        self.fit(_WIDTH, _HEIGHT)
        self.sensitivity[case.snapshot.settings.sensitivity].setFocus()

    @property
    def settings(self) -> Settings:
        """The settings as they stand in the dialog."""
        return Settings(
            next(one for one, button in self.sensitivity.items() if button.isChecked()),
            self.shortest.value(),
            self.boilerplate.isChecked(),
            self.same_outlet.isChecked(),
            self.days.value() if self.dated.isChecked() else None,
        )

    def show_settings(self, settings: Settings) -> None:
        """Let the dialog stand at some settings."""
        self.sensitivity[settings.sensitivity].setChecked(True)
        self.shortest.setValue(settings.shortest)
        self.boilerplate.setChecked(settings.boilerplate)
        self.same_outlet.setChecked(settings.same_outlet)
        self.dated.setChecked(settings.days is not None)
        self.days.setValue(_DAYS if settings.days is None else settings.days)
        self._explain()

    def _make_controls(self) -> None:
        self.sensitivity = {one: QRadioButton(f"&{one.value.capitalize()}") for one in Sensitivity}
        group = QButtonGroup(self)
        for button in self.sensitivity.values():
            group.addButton(button)
        self.shortest, self.days = _spin(LEAST_WORDS, MOST_WORDS, " words"), _spin(0, MOST_DAYS, " days")
        self.shortest.setAccessibleName("Shortest passage, in words")
        self.days.setAccessibleName("Days between two renderings of one family at most")
        self.boilerplate = QCheckBox("Keep boi&lerplate, set apart")
        self.same_outlet = QCheckBox("Keep passages of one &outlet alone")
        self.dated = QCheckBox("Only &within")
        group.buttonToggled.connect(self._explain)
        for box in (self.boilerplate, self.same_outlet, self.dated):
            box.toggled.connect(self._explain)
        for spin in (self.shortest, self.days):
            spin.valueChanged.connect(self._explain)

    def _scrolled(self) -> QScrollArea:
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(_MARGIN, 18, _MARGIN, 12)
        layout.setSpacing(4)
        for (name, meaning), controls in zip(self._meanings.items(), self._rows(), strict=True):
            heading = QLabel(name)
            heading.setObjectName("heading")
            layout.addWidget(heading)
            layout.addLayout(controls)
            layout.addWidget(meaning)
            layout.addSpacing(12)
        layout.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(content)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return scroll

    def _rows(self) -> Iterator[QHBoxLayout]:
        """The controls of each setting, in the order in which settings are told."""
        yield _row(*self.sensitivity.values())
        yield _row(self.shortest)
        yield _row(self.boilerplate)
        yield _row(self.same_outlet)
        yield _row(self.dated, self.days)

    def _buttons(self) -> QWidget:
        foot = sheet_foot()
        self.defaults, self.cancel = QPushButton("&Defaults"), QPushButton("Cancel")
        self.accept_button = QPushButton("Set and find passages" if self._finds else "Set")
        self.accept_button.setDefault(True)
        self.accept_button.setObjectName("primary")
        self.defaults.setAutoDefault(False)
        self.cancel.setAutoDefault(False)
        self.defaults.clicked.connect(lambda: self.show_settings(Settings()))
        self.cancel.clicked.connect(self.reject)
        self.accept_button.clicked.connect(self.accept)
        layout = QHBoxLayout(foot)
        layout.setContentsMargins(_MARGIN, 10, _MARGIN, 12)
        layout.addWidget(self.defaults)
        layout.addStretch(1)
        layout.addWidget(self.cancel)
        layout.addWidget(self.accept_button)
        return foot

    @property
    def _finds(self) -> bool:
        """Whether there is anything in the case to find passages in."""
        return len(self._case.snapshot.articles) > 1

    def _explain(self, *_: object) -> None:
        """Say below each setting what follows from it as it stands."""
        self.days.setEnabled(self.dated.isChecked())
        controls: tuple[tuple[QWidget, ...], ...] = (
            tuple(self.sensitivity.values()),
            (self.shortest,),
            (self.boilerplate,),
            (self.same_outlet,),
            (self.dated, self.days),
        )
        for one, widgets in zip(told(self.settings), controls, strict=True):
            self._meanings[one.name].setText(one.meaning)
            for widget in widgets:
                widget.setAccessibleDescription(one.meaning)


def _spin(least: int, most: int, unit: str) -> QSpinBox:
    spin = QSpinBox()
    spin.setRange(least, most)
    spin.setSuffix(unit)
    spin.setMinimumWidth(110)
    spin.lineEdit().setTextMargins(8, 0, 8, 0)  # a style sheet's padding does not reach it
    return spin


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(14)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
