"""What is listed, told and clicked can be heard and reached by keys: rows, messages, labels, mnemonics."""

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QListView, QMenu, QWidget

from tests.ui.scenes import Stage
from tests.ui.walking import is_foreign, shown, told
from ui.actions import ACTIONS
from ui.desktop.collation.keys import MOVES
from ui.desktop.window import MainWindow

MOST_ROWS = 40


def test_every_row_can_be_spoken(scene: QWidget) -> None:
    silent = []
    for view in (w for w in shown(scene) if isinstance(w, QAbstractItemView) and not is_foreign(w)):
        model = view.model()
        for row in range(min(model.rowCount(view.rootIndex()), MOST_ROWS)):
            index = model.index(row, 0, view.rootIndex())
            words = index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data(Qt.ItemDataRole.DisplayRole)
            interface = QAccessible.queryAccessibleInterface(view).child(row)
            heard = interface.text(QAccessible.Text.Name) if interface is not None else ""
            hidden = isinstance(view, QListView) and view.isRowHidden(row)
            if not str(words or "").strip() or not (heard.strip() or hidden):
                silent.append(f"{told(view)} row {row}")
    assert silent == []


def test_a_label_that_has_a_mnemonic_is_the_buddy_of_its_field(scene: QWidget) -> None:
    labels = (w for w in shown(scene) if isinstance(w, QLabel) and not is_foreign(w) and "<" not in w.text())
    keyed = (w for w in labels if w.textFormat() is not Qt.TextFormat.PlainText and list(mnemonic_of(w.text())))
    lost = [label.text() for label in keyed if label.buddy() is None]
    assert lost == []


def mnemonics(root: QWidget) -> Iterator[str]:
    for widget in shown(root):
        if is_foreign(widget) or widget.window() is not root.window():
            continue
        if isinstance(widget, QAbstractButton) or (isinstance(widget, QLabel) and widget.buddy() is not None):
            yield from mnemonic_of(widget.text())


def mnemonic_of(text: str) -> Iterator[str]:
    bare = text.replace("&&", "")
    if "&" in bare[:-1]:
        yield bare[bare.index("&") + 1].casefold()


def test_mnemonics_of_a_dialog_do_not_collide(scene: QWidget) -> None:
    bar = (
        [m for action in scene.menuBar().actions() for m in mnemonic_of(action.text())]
        if isinstance(scene, MainWindow)
        else []
    )
    assert [key for key, times in Counter([*mnemonics(scene), *bar]).items() if times > 1] == []


def test_mnemonics_of_menus_do_not_collide(stage: Stage) -> None:
    for menu in stage.window.findChildren(QMenu):
        keys = Counter(m for action in menu.actions() for m in mnemonic_of(action.text()))
        assert max(keys.values(), default=1) == 1


# What is said


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every sentence that a screen reader is given to say at once or in its turn."""
    heard: list[str] = []

    def hear(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            heard.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    return heard


def test_what_is_told_is_said(stage: Stage, said: list[str]) -> None:
    stage.rest()
    stage.window.problem.tell("The disk is full: make room, then try again.")
    stage.window.status.say("3 articles were imported.")
    assert said == ["The disk is full: make room, then try again.", "3 articles were imported."]


@pytest.mark.parametrize(
    ("view", "action"),
    [("view_sides", "next_edit"), ("view_inline", "next_witness"), ("view_timeline", "next_witness")],
)
def test_going_on_says_where_one_has_come_to(stage: Stage, said: list[str], view: str, action: str) -> None:
    stage.rest()
    stage.take(view)
    before = stage.window.workspace.edits.view.accessibleDescription()
    stage.take(action)
    now = stage.window.workspace.edits.view.accessibleDescription()
    assert now != before or said, "the list of edits says another edit, or it is announced"
    assert now


# What is clicked

KEYS_FOR_CLICKS = {
    "OverviewStrip": ("next_edit", "previous_edit"),  # a click goes to a part of the article: so do Page up and down
    "Ribbons": ("next_edit", "lock"),
    "HeatStrip": ("Right", "Left"),  # in the collation
    "CollationView": ("Return", "Down"),
    "Pane": ("collapse", "mark"),  # Return opens a fold
    "ReviewMeter": (),
    "Legend": (),
    "SignedTabs": (),
    "_Sentence": (),
    "Axis": (),
    "Gutter": (),
    "SpanOverlay": ("mark", "next_marked"),
    "Handles": ("reshape",),
    "TimelineList": ("next_witness", "previous_witness"),
}
"""Every painted widget, with the actions or keys that do what a click on it does; none where a click does nothing."""


def test_nothing_that_is_painted_needs_the_mouse(scene: QWidget) -> None:
    painted = {
        type(w).__name__: type(w)
        for w in shown(scene)
        if type(w).__module__.startswith("ui.") and {"paintEvent", "mousePressEvent"} & set(vars(type(w)))
    }
    assert set(painted) <= set(KEYS_FOR_CLICKS)
    keyed = {entry.id for entry in ACTIONS if entry.keys} | set(MOVES)
    for name, kind in painted.items():
        clicked = "mousePressEvent" in vars(kind)
        assert not clicked or KEYS_FOR_CLICKS[name], f"{name} is clicked, so a key has to do the same"
        assert set(KEYS_FOR_CLICKS[name]) <= keyed
