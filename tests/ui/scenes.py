"""Every state of the window that a person can come to: each view, panel, dialog and popup, opened by its action."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from ui.desktop.codebook.window import CodebookWindow
from ui.desktop.window import MainWindow

Key, Mod = Qt.Key, Qt.KeyboardModifier
_PATIENCE = 6000


def until(holds: Callable[[], bool]) -> None:
    """Let the window work until something holds."""
    for _ in range(_PATIENCE):
        if holds():
            return
        QTest.qWait(5)
    raise AssertionError("waited in vain")


class Stage:
    """A window on a case, with what it takes to bring it from one state to the next by keys and actions alone."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    def settle(self) -> None:
        """Wait until nothing is under way."""
        for _ in range(2):
            until(lambda: self.window.lanes.idle)
            QApplication.sendPostedEvents()
            QTest.qWait(1)

    def take(self, *actions: str) -> None:
        """Take actions of the table, one after another."""
        for action_id in actions:
            entry = self.window.commands[action_id]
            assert entry.isEnabled(), f"{action_id} cannot be taken"
            entry.trigger()
            self.settle()

    def turn(self, direction: Qt.LayoutDirection) -> None:
        """Let the window run from left to right, or from right to left."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.setLayoutDirection(direction)
        self.settle()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Mod.NoModifier) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.front, key, modifiers)
        self.settle()

    @property
    def front(self) -> QWidget:
        """The dialog that was opened last, or the window."""
        shown = [one for one in self.window.findChildren(QDialog) if one.isVisible()]
        return shown[-1] if shown else self.window

    def rest(self) -> None:
        """Come back to side by side with the focus on the families, whatever was open."""
        while popup := QApplication.activePopupWidget():
            popup.close()
        for dialog in reversed(self.window.findChildren(QDialog)):
            dialog.close()
        window, panels = self.window, self.window.workspace
        window.guide.hide()
        window.problem.hide()
        panels.finding.close()
        panels.marking.cursor.leave()
        window.reshape.borders.leave()
        panels.inspector.show_edits()
        for one in (panels.lists.families, panels.lists.articles):
            one.panel.hide()
            one.more.setChecked(False)
            one.clear_all()
        self.take("families")
        if panels.middle.action != "view_sides":
            self.take("view_sides")
        self.take("families")
        window.activateWindow()
        self.settle()

    def begin(self) -> None:
        """Come to the first witness and edit of the first family, in a window of the size it began with."""
        self.window.resize(1280, 800)
        where = self.window.where
        where.go_to_family(where.order[0])
        self.settle()
        where.go_to_witness(0)
        self.settle()


Open = Callable[[Stage], None]


@dataclass(frozen=True, slots=True)
class Scene:
    """A state, and how one comes to it; `closes` where Escape leads back, with the focus where it was."""

    name: str
    open: Open
    closes: bool = False


def _actions(*actions: str) -> Open:
    return lambda stage: stage.take(*actions)


def _in_text(*actions: str) -> Open:
    def run(stage: Stage) -> None:
        stage.window.workspace.comparison.witness.setFocus()
        stage.take(*actions)

    return run


def _make_family(stage: Stage) -> None:
    sides = stage.window.workspace.comparison
    for pane in (sides.base, sides.witness):
        cursor = QTextCursor(pane.document())
        cursor.setPosition(30)
        cursor.setPosition(260, QTextCursor.MoveMode.KeepAnchor)
        pane.setTextCursor(cursor)
    sides.witness.setFocus()
    stage.take("make_family")


def _bring_back(stage: Stage) -> None:
    stage.take("dismiss_family")
    stage.take("bring_back")


def _problem(stage: Stage) -> None:
    stage.window.problem.tell("The page “lamp.html” could not be read: it is empty.")


def _editor(stage: Stage) -> CodebookWindow:
    stage.take("codebook")
    (editor,) = stage.window.findChildren(CodebookWindow)
    until(editor.isActiveWindow)
    return editor


def _codebook_new(stage: Stage) -> None:
    _editor(stage)
    stage.press(Key.Key_Insert)


def _codebook_question(stage: Stage) -> None:
    editor = _editor(stage)
    tree = editor.model.tree
    parent = next((code for code in tree.code.values() if tree.under(code.id)), None)
    if parent is None:
        editor.controls.view.setCurrentIndex(editor.model.find(next(iter(tree.code.values())).id))
        stage.press(Key.Key_Down)
        stage.press(Key.Key_Right, Mod.AltModifier | Mod.ShiftModifier)
        parent = next(code for code in tree.code.values() if editor.model.tree.under(code.id))
    editor.controls.view.setCurrentIndex(editor.model.find(parent.id))
    editor.controls.view.setFocus()
    stage.press(Key.Key_Delete)
    assert editor.controls.question.isVisible()


def _codebook_merge(stage: Stage) -> None:
    _editor(stage)
    stage.press(Key.Key_M)


def _codebook_rename(stage: Stage) -> None:
    _editor(stage)
    stage.press(Key.Key_F2)


def _twins(stage: Stage) -> None:
    stage.take("tag_edit_1")
    stage.take("apply_elsewhere")


def _note_on_marked(stage: Stage) -> None:
    _in_text("mark")(stage)
    stage.press(Key.Key_N)


def _codebook(stage: Stage) -> None:
    _editor(stage)


def _dialog(name: str, action: str = "") -> Scene:
    """What an action opens and Escape closes."""
    return Scene(name, _actions(action or name), closes=True)


SCENES: tuple[Scene, ...] = (
    Scene("side by side", _actions("view_sides")),
    Scene("in place", _actions("view_inline")),
    Scene("collation", _actions("collation"), closes=True),
    Scene("timeline", _actions("view_timeline"), closes=True),
    Scene("reader", _in_text("read"), closes=True),
    Scene("figures", _actions("figures")),
    Scene("articles", _actions("articles")),
    Scene("filters of the families", _actions("filters"), closes=True),
    Scene("filters of the articles", _actions("articles", "filters")),
    Scene("frame", _actions("frame")),
    Scene("the same edit", _twins, closes=True),
    Scene("marking", _in_text("mark"), closes=True),
    Scene("note on what is marked", _note_on_marked),
    Scene("find bar", _in_text("filter"), closes=True),
    Scene("borders", _in_text("reshape"), closes=True),
    Scene("guide", _actions("guide")),
    Scene("message", _problem, closes=True),
    Scene("collapsed", _actions("collapse")),
    _dialog("palette"),
    _dialog("sheet"),
    _dialog("keys"),
    _dialog("recent"),
    _dialog("font"),
    _dialog("settings"),
    _dialog("words"),
    _dialog("why", "explain"),
    _dialog("origin"),
    Scene("codebook", _codebook, closes=True),
    Scene("codebook, new code", _codebook_new),
    Scene("codebook, name", _codebook_rename),
    Scene("codebook, question", _codebook_question),
    Scene("codebook, merge", _codebook_merge),
    _dialog("tag with", "tag_with"),
    _dialog("tag witness with", "tag_witness_with"),
    _dialog("labels", "change_labels"),
    _dialog("join"),
    _dialog("split"),
    Scene("make a family", _make_family, closes=True),
    Scene("dismissed", _bring_back, closes=True),
    _dialog("history"),
    _dialog("new case", "new_case"),
    _dialog("open case", "open_case"),
    _dialog("export"),
    _dialog("save a copy", "save_copy"),
    _dialog("import files", "import_files"),
    _dialog("import a folder", "import_folder"),
)
