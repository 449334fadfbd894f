"""What the window shows while there is nothing to compare: what is missing, in words, and the key that helps."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ui.actions import action
from ui.desktop.case.case_state import CaseState
from ui.desktop.keys import Keys


@dataclass(frozen=True, slots=True)
class Lack:
    """What is missing, what to do about it, and the action that does it."""

    title: str
    words: str
    action: str


NO_CASE = Lack(
    "No case is open", "Open a case file, or make a new one and import the articles to compare.", "open_case"
)
NO_ARTICLES = Lack(
    "This case holds no articles yet",
    "Import saved pages or text files, or drop files and folders anywhere on this window.",
    "import_files",
)
ONE_ARTICLE = Lack(
    "One article alone shares nothing",
    "Import at least one more article, so that there is something to compare it with.",
    "import_files",
)
NOT_ALIGNED = Lack(
    "The shared passages have not been looked for yet",
    "Let Variorum find the passages that these articles share. You can go on working meanwhile.",
    "align",
)
NO_FAMILIES = Lack(
    "No shared passages were found",
    "These articles have no passage in common. Import more articles, then look again.",
    "import_files",
)
ONLY_BOILERPLATE = Lack(
    "Only boilerplate is shared",
    "What these articles have in common is page furniture, such as licences and donation lines. It can be listed too.",
    "boilerplate",
)

_WIDTH = 420


def lack_of(state: CaseState | None) -> Lack | None:
    """What is missing before there is something to compare; `None` when nothing is."""
    if state is None:
        return NO_CASE
    snapshot = state.snapshot
    if any(not family.boilerplate for family in snapshot.families):
        return None
    if len(snapshot.articles) < 2:
        return ONE_ARTICLE if snapshot.articles else NO_ARTICLES
    if not snapshot.aligned:
        return NOT_ALIGNED
    return ONLY_BOILERPLATE if snapshot.families else NO_FAMILIES


class EmptyPage(QWidget):
    """Says what is missing, with a button for the action that helps."""

    def __init__(self, keys: Keys) -> None:
        super().__init__()
        self._keys = keys
        self.setObjectName("empty")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title, self.words, self.button = QLabel(), QLabel(), QPushButton()
        self.title.setObjectName("empty_title")
        self.words.setObjectName("empty_words")
        self.button.setObjectName("primary")
        self.button.setAccessibleName("What to do next")
        self.words.setWordWrap(True)
        self.words.setFixedWidth(_WIDTH)
        self.action_id = ""
        keys.changed.connect(self._name_key)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addStretch(2)
        for widget in (self.title, self.words, self.button):
            if isinstance(widget, QLabel):
                widget.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)

    def show_lack(self, lack: Lack) -> None:
        """Show what is missing."""
        self.action_id = lack.action
        self.title.setText(lack.title)
        self.words.setText(lack.words)
        self.words.ensurePolished()
        self.words.setFixedHeight(self.words.heightForWidth(_WIDTH))
        self._name_key()

    def _name_key(self) -> None:
        if self.action_id:
            words = action(self.action_id).plain_text
            key = self._keys.shown(self.action_id)
            self.button.setText(f"{words}   {key}" if key else words)
            self.button.setAccessibleName(f"{words}, key {key}" if key else words)
