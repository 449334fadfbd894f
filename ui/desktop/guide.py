"""First steps on the sample case: one sentence at a time in a bar, each done by doing it, in nobody's way."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from ui.actions import ACTIONS
from ui.desktop.keys import Keys
from ui.desktop.spoken import Role, speak_as
from workbench.resources import read_toml

_SEEN, _STEP = "guide_seen", "guide_step"
_NO_KEY = "the menu"


@dataclass(frozen=True, slots=True)
class GuideStep:
    """One thing to try: `text` has the ids of actions in braces, any action of `done` is what it asks for."""

    title: str
    text: str
    done: frozenset[str]


def guide_steps() -> tuple[GuideStep, ...]:
    """The steps of `resources/guide.toml` whose actions are all known."""
    known = {entry.id for entry in ACTIONS}
    steps = (GuideStep(one["title"], one["text"], frozenset(one["done"])) for one in read_toml("guide.toml")["steps"])
    return tuple(step for step in steps if {*re.findall(r"{(\w+)}", step.text), *step.done} <= known)


class GuideBar(QWidget):
    """A bar below the toolbar. It takes no focus by itself, and goes on by what is done in the window."""

    closed = Signal()

    def __init__(self, keys: Keys, settings: QSettings) -> None:
        super().__init__()
        self._keys, self._settings = keys, settings
        self._steps, self.number = guide_steps(), 0
        self.setObjectName("guide")
        speak_as(self, Role.Grouping, "First steps")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title, self.text = QLabel(), QLabel()
        self.title.setObjectName("heading")
        self.text.setWordWrap(True)
        for label in (self.title, self.text):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.back, self.on, self.close_button = QPushButton("Back"), QPushButton("Next"), QPushButton("Close")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 9, 12, 9)
        row.setSpacing(12)
        row.addWidget(self.title)
        row.addWidget(self.text, 1)
        for button, what, run in self._buttons():
            button.setObjectName("cancel")
            button.setAccessibleName(what)
            button.clicked.connect(run)
            row.addWidget(button)
        keys.changed.connect(self._show_step)
        self.hide()

    def _buttons(self) -> Iterator[tuple[QPushButton, str, Callable[[], None]]]:
        yield self.back, "Previous of the first steps", lambda: self.go_to(self.number - 1)
        yield self.on, "Next of the first steps", self._next
        yield self.close_button, "Close the first steps", self.leave

    @property
    def step(self) -> GuideStep:
        """The step that is shown."""
        return self._steps[self.number]

    @property
    def seen(self) -> bool:
        """Whether the steps were gone through or closed before."""
        return self._settings.value(_SEEN) in (True, "true")

    def follow(self, actions: Mapping[str, QAction]) -> None:
        """Go on from a step when what it asks for is done."""
        for action_id in {wanted for step in self._steps for wanted in step.done}:
            actions[action_id].triggered.connect(lambda _=False, name=action_id: self._done(name))

    def begin(self) -> None:
        """Show the first step."""
        self.show()
        self.go_to(0)

    def go_on(self) -> None:
        """Show the step that was come to when the program was closed."""
        number = str(self._settings.value(_STEP, "0"))
        self.show()
        self.go_to(int(number) if number.isdecimal() and int(number) < len(self._steps) else 0)

    def leave(self) -> None:
        """Show the steps no more, until they are asked for."""
        self._settings.setValue(_SEEN, True)
        self.hide()
        self.closed.emit()

    def go_to(self, number: int) -> None:
        """Show a step."""
        if 0 <= number < len(self._steps):
            self.number = number
            self._settings.setValue(_STEP, number)
            self._show_step()
            said = QAccessibleAnnouncementEvent(self, f"{self.title.text()}: {self.text.text()}")
            QAccessible.updateAccessibility(said)

    def _done(self, action_id: str) -> None:
        if self.isVisible() and action_id in self.step.done:
            self._next()

    def _next(self) -> None:
        if self.number + 1 < len(self._steps):
            self.go_to(self.number + 1)
        else:
            self.leave()

    def _show_step(self) -> None:
        self.title.setText(f"{self.number + 1} of {len(self._steps)} · {self.step.title}")
        self.text.setText(re.sub(r"{(\w+)}", lambda found: self._keys.shown(found[1]) or _NO_KEY, self.step.text))
        self.setAccessibleName(f"First steps: {self.text.text()}")
        self.back.setEnabled(self.number > 0)
        self.on.setText("Done" if self.number + 1 == len(self._steps) else "Next")
