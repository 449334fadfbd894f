"""Every hint that names the key of an action names the key in force, wherever it stands."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QWidget

from tests.ui.by_hand import family, state
from tests.ui.scenes import SCENES, Scene, Stage
from tests.ui.walking import shown, spoken_name
from ui.actions import ACTIONS, normal_key
from ui.actions.keymap import RESERVED, KeyMap
from ui.desktop.collation.keys import MOVES
from ui.desktop.keys import ActionKeys, shown_key
from ui.desktop.marking.keys import Pressed, pressed
from ui.desktop.overlays import ShortcutSheet
from ui.desktop.window import MainWindow
from ui.desktop.wording import case_words
from workbench.errors import UserError

FIXED = {
    "Esc",
    "Return",
    "Space",
    "Tab",
    "Del",
    "Backspace",
    "Shift+Del",
    "Home",
    "End",
    "M",
    "F1",
    "F2",
    "Shift+Space",
}
"""Keys that mean something of their own in a dialog or a field, beside what they mean in the window."""
DIGITS = [entry.id for entry in ACTIONS if entry.series]
OLD = sorted({key for entry in ACTIONS if not entry.series for key in entry.keys} - FIXED, key=len, reverse=True)
LETTERS = "".join(key for key in OLD if len(key) == 1)
LONG = "|".join(re.escape(key) for key in OLD if len(key) > 1)
NAMED = re.compile(
    rf"(?<![\w+])(?:{LONG})(?![\w+])"
    rf"|(?<![\w“+&])[{LETTERS}](?= (?:marks|writes|reads|finds|makes)\b)"
    rf"|\([{LETTERS}]\)"
)


def other_keys() -> KeyMap:
    """Other keys for every action that has one."""
    changed = [entry.id for entry in ACTIONS if entry.keys and not entry.series]
    return KeyMap({action_id: (f"Ctrl+Alt+Shift+F{number + 1}",) for number, action_id in enumerate(changed)})


def texts(root: QWidget) -> Iterator[str]:
    for widget in shown(root):
        yield from (spoken_name(widget), widget.accessibleDescription(), widget.toolTip())
        if isinstance(widget, QAbstractButton | QLabel):
            yield widget.text()
        if isinstance(widget, QLineEdit | QPlainTextEdit):
            yield widget.placeholderText()


@pytest.fixture
def other(stage: Stage) -> Stage:
    stage.rest()
    if stage.window.keys.map != other_keys():
        stage.window.keys.change(lambda _: other_keys())
    return stage


@pytest.mark.parametrize("scene", [one for one in SCENES if one.name != "why"], ids=lambda scene: scene.name)
def test_no_text_names_a_key_that_stands_for_nothing_any_more(other: Stage, scene: Scene) -> None:
    scene.open(other)
    stale = {f"{found[0]}: {text}" for text in texts(other.front) if (found := NAMED.search(text))}
    assert stale == set()


def test_the_search_finds_the_keys_that_came_with_the_program(stage: Stage) -> None:
    stage.rest()
    stage.window.keys.change(lambda _: KeyMap())
    found = {match[0] for text in texts(stage.window) if (match := NAMED.search(text))}
    assert found, "else the test above could not fail"
    assert all(map(NAMED.search, ("N writes a note", "Style (S)", "Next   F3", "Ctrl+R looks again")))
    assert not NAMED.search("A note on what is marked")


def test_hints_follow_a_key_that_is_changed_while_they_are_seen(opened: MainWindow) -> None:
    note, find = opened.workspace.notes.field, opened.workspace.views.find_bar
    assert note.placeholderText().startswith("N writes a note")
    opened.keys.change(lambda keymap: keymap.with_key("note", "F9").with_key("find_next", "Ctrl+G"))
    assert note.placeholderText().startswith("F9 writes a note")
    assert find.next.text() == "Next   Ctrl+G"
    assert find.next.accessibleName() == "Next match, key Ctrl+G"
    opened.keys.change(lambda keymap: keymap.without_keys("find_next").without_keys("note"))
    assert find.next.text() == "Next"
    assert note.placeholderText().startswith("“Write a note on the edit” writes a note")


def test_the_foot_of_the_window_says_by_which_key_one_looks_again() -> None:
    assert "F9 looks again" in case_words(state(2, family(1), aligned=False).snapshot, "F9")


def press_of(key: Qt.Key, text: str = "") -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)


def test_what_is_marked_is_tagged_and_annotated_by_the_keys_in_force() -> None:
    shipped, own = KeyMap(), KeyMap().without_keys("note").with_key("note", "F9").with_key("base", "N")
    assert pressed(press_of(Qt.Key.Key_N, "n"), shipped) == Pressed(note=True)
    assert pressed(press_of(Qt.Key.Key_N, "n"), own) is None, "the key of another action is not shadowed"
    assert pressed(press_of(Qt.Key.Key_F9), own) == Pressed(note=True)
    assert pressed(press_of(Qt.Key.Key_3, "3"), own) == Pressed(digit=3)


@pytest.mark.parametrize("key", [*MOVES, "[", "]", "Shift+Left"])
def test_a_key_that_a_view_needs_is_not_given_away(key: str) -> None:
    with pytest.raises(UserError, match="cannot be given to anything else"):
        KeyMap().with_key("export", key)
    assert normal_key(key) in RESERVED or key == "Esc"


def test_escape_may_go_back_to_the_action_that_leaves_what_is_told() -> None:
    without = KeyMap().without_keys("dismiss")
    assert without.with_key("dismiss", "Esc").keys_of("dismiss") == ("Esc",)


def test_the_sheet_shows_the_keys_that_act_inside_views(opened: MainWindow) -> None:
    opened.keys.change(lambda keymap: keymap.without_keys("note").with_key("note", "F9"))
    sheet = ShortcutSheet(opened.keys.actions, opened)
    words = [label.text() for label in sheet.findChildren(QLabel)]
    for heading in ("In the collation", "In the codebook", "While a stretch of a text is marked"):
        assert heading in words
    assert {"While the ends of a passage move", "Merge the code into another", "Keep the passage as it is now"} <= {
        *words
    }
    at = words.index("Write a note on what is marked")
    assert words[at + 1] == shown_key("F9")
    sheet.close()


def test_keys_of_dialogs_follow_too(opened: MainWindow) -> None:
    acting = ActionKeys("undo", lambda: None, QWidget(opened))
    opened.keys.change(lambda keymap: keymap.with_key("undo", "F9"))
    assert [sequence.toString() for sequence in QShortcut.keys(acting)] == ["F9", "Ctrl+Z"]


def test_lists_say_by_which_keys_one_comes_to_them_and_to_their_search(opened: MainWindow) -> None:
    lists, keys = opened.workspace.lists, opened.keys
    assert lists.tabToolTip(1).endswith(f" ({keys.shown('articles')})")
    assert lists.families.field.placeholderText().endswith(keys.shown("filter"))
    keys.change(lambda held: held.giving("articles", ()).giving("filter", ("F9",)))
    assert not lists.tabToolTip(1).endswith(")")
    assert lists.families.field.placeholderText() == "Search the families   F9"
