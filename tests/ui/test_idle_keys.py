"""A key that can do nothing where one is says why, in one sentence that names the key that helps."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.scenes import Stage
from ui.actions import action
from ui.desktop.case.whereabouts import Whereabouts
from ui.desktop.codebook.chooser import CodeChooser
from ui.desktop.window import MainWindow
from workbench.model import Target

Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
NO_EDITS = "This witness has no edits: Space marks it as reviewed, Alt+Right goes to the next."
FIGURES = "A pair of figures is shown, and that is for families: Ctrl+Shift+F goes to them."


def press(stage: Stage, keys: str) -> str:
    """Press keys where the focus is; what is said then."""
    window = stage.window
    window.status.say("")
    pressed = QKeySequence(keys)[0]
    QTest.keyClick(QApplication.focusWidget() or window, pressed.key(), pressed.keyboardModifiers())
    stage.settle()
    return window.status.text.text()


@pytest.fixture
def alike(stage: Stage) -> Stage:
    """At a witness that is word for word like the base."""
    stage.rest()
    where: Whereabouts = stage.window.where
    for number in where.order:
        where.go_to_family(number)
        stage.settle()
        same = next((at for at, one in enumerate(where.comparisons) if not one.edits), None)
        if same is not None:
            where.go_to_witness(same)
            return stage
    raise AssertionError("no witness of the sample is word for word like its base")


def test_a_digit_tags_the_whole_of_a_witness_that_has_no_edits(alike: Stage) -> None:
    window = alike.window
    target = window.where.witness_target
    assert target == Target(window.where.comparison.witness.place)
    for panel in (window.workspace.lists.families.view, window.workspace.edits.view):
        panel.setFocus()
        assert press(alike, "1") == "“Figure changed” is on the whole witness, as no edit of it is listed."
        assert [tag.code_id for tag in window.case.snapshot.tags_on(target)] == ["figure"]
        button = next(iter(window.workspace.codebook._buttons.values()))
        assert button.isEnabled()
        assert button.isChecked()
        assert press(alike, "1") == "“Figure changed” is off the whole witness, as no edit of it is listed."
        assert window.case.snapshot.tags_on(target) == ()
    alike.take("tag_with")
    assert alike.window.findChildren(CodeChooser)[-1].field.accessibleName() == "Tag the whole witness with…"


def test_a_note_on_a_witness_without_edits_is_on_the_whole_of_it(alike: Stage) -> None:
    window = alike.window
    target, notes = window.where.witness_target, window.workspace.notes
    press(alike, "N")
    assert notes.field.hasFocus()
    assert notes.heading.text() == "Note on the whole witness"
    QTest.keyClicks(notes.field, "word for word")
    alike.press(Key.Key_Return, CTRL)
    assert window.case.snapshot.note_on(target).text == "word for word"
    assert [review.target.place for review in window.case.snapshot.reviews] == [target.place]
    alike.take("undo", "undo")


@pytest.mark.parametrize("key", ["A", "X", "L", "I"])
def test_what_is_for_edits_says_that_there_are_none(alike: Stage, key: str) -> None:
    before = alike.window.case.snapshot
    assert press(alike, key) == NO_EDITS
    assert alike.window.case.snapshot == before


def test_the_first_and_the_last_edit_are_told_of_too(alike: Stage) -> None:
    where = alike.window.where
    assert press(alike, "Alt+Home").startswith("This witness has no edits")
    where.go_to_family(where.order[0])
    alike.settle()
    assert press(alike, "Alt+End") == ""
    assert press(alike, "Alt+End") == "That was the last edit of this witness."
    assert press(alike, "Alt+Home") == ""
    assert press(alike, "Alt+Home") == "This is the first edit."


def test_a_digit_without_a_code_leads_to_the_codebook(alike: Stage) -> None:
    assert press(alike, "0") == "No code of the codebook has that digit; Ctrl+B opens the codebook."


def test_keys_of_families_say_how_to_come_back_from_figures(stage: Stage) -> None:
    stage.rest()
    stage.take("figures")
    before = stage.window.case.snapshot
    for key in ("1", "N", "A", "L", "I", "B", "E", "Space", "Del", "Alt+Down", "Ctrl+3", "Ctrl+Shift+W", "Alt+2"):
        assert press(stage, key) == FIGURES, key
    assert stage.window.case.snapshot == before
    assert press(stage, "X") == "Set aside; Backspace brings it back."
    stage.take("undo")
    stage.window.workspace.figures.button.setFocus(Qt.FocusReason.TabFocusReason)
    assert press(stage, "Space") == "Set aside; Backspace brings it back.", (
        "Space presses the button that has the focus"
    )
    stage.take("undo")


def test_in_an_article_alone_it_is_said_how_one_tags_there(stage: Stage) -> None:
    stage.rest()
    stage.take("read")
    for key in ("1", "N", "T"):
        assert press(stage, key).startswith("An article is read alone: M marks a stretch of it"), key
    assert press(stage, "B").startswith("An article is read alone; R goes back")
    stage.take("mark")
    assert press(stage, "1") == "", "what is marked is tagged"
    stage.take("undo")


def test_in_words_that_all_have_alike_no_edit_is_current(stage: Stage) -> None:
    stage.rest()
    where = stage.window.where
    where.go_to_family(where.order[0])
    stage.settle()
    where.go_to_witness(0, -1)
    assert press(stage, "1").startswith("No edit is current: ")
    assert press(stage, "X").endswith("Alt+Down goes to an edit.")


def test_a_key_says_why_there_is_nothing_to_take_back_and_nothing_to_find(opened: MainWindow) -> None:
    stage = Stage(opened)
    assert press(stage, "Backspace") == press(stage, "Ctrl+Z") == "There is no decision to take back."
    assert press(stage, "F3").startswith("Nothing is looked for in a text; Ctrl+F")
    assert press(stage, "S") == "This is for the collation; Ctrl+Shift+C shows it."
    opened.keys.change(lambda keymap: keymap.without_keys("note").with_key("accept_labels", "N"))
    opened.where.list_edits(style=True, white_space=False)
    opened.where.go_to_witness(0, -1)
    assert press(stage, "N").startswith("No edit is current"), "keys in force are followed"


def test_without_a_case_every_key_says_so(window: MainWindow) -> None:
    for key in ("1", "Space", "Ctrl+E"):
        assert press(Stage(window), key) == "No case is open; Ctrl+O opens one, Ctrl+N makes one."


def test_no_reason_names_an_action_that_is_not_there() -> None:
    from ui.desktop import idle_reasons

    sentences = [text for name, text in vars(idle_reasons).items() if name.startswith("_") and isinstance(text, str)]
    for sentence in (*sentences, *idle_reasons._ALWAYS_WHY.values()):
        for named in sentence.split("{")[1:]:
            assert action(named.partition("}")[0]).keys
