"""Every view, panel, dialog and popup: widgets have names and roles, and the Tab key goes through them as one reads."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QWidget

from tests.ui.scenes import SCENES, Scene, Stage
from tests.ui.walking import comes_before, is_foreign, place, role_of, shown, spoken_name, stops, told, walk
from ui.desktop.codebook.window import CodebookWindow
from ui.desktop.window import MainWindow

Role = QAccessible.Role
NO_ROLE = {Role.NoRole, Role.Client}


def test_all_that_can_be_used_has_a_name_and_a_role(scene: QWidget) -> None:
    buttons = [w for w in shown(scene) if isinstance(w, QAbstractButton) and not w.objectName().startswith("qt_")]
    used = [w for w in (*stops(scene), *buttons) if not is_foreign(w)]
    nameless = [told(w) for w in used if not spoken_name(w).strip() or spoken_name(w) == type(w).__name__]
    assert nameless == []
    assert [told(w) for w in used if role_of(w) in NO_ROLE] == []
    assert spoken_name(scene) or scene.windowTitle()


def test_what_is_painted_says_what_it_is(scene: QWidget) -> None:
    painted = [w for w in shown(scene) if type(w).__module__.startswith("ui.") and "paintEvent" in vars(type(w))]
    assert [told(w) for w in painted if not spoken_name(w).strip() or role_of(w) in NO_ROLE] == []


def is_marking(root: QWidget) -> bool:
    """Whether a stretch of a text is being marked, where the Tab key goes to the other border of it."""
    return isinstance(root, MainWindow) and root.workspace.marking.cursor.pane is root.focusWidget() is not None


def test_the_tab_key_goes_round_through_everything_and_back(scene: QWidget, stage: Stage) -> None:
    if is_marking(scene):
        start = scene.focusWidget()
        stage.press(Qt.Key.Key_F6)
        assert scene.focusWidget() is not start, "F6 leads out of it"
        start.setFocus()
        return
    on = walk(scene)
    back = walk(scene, forward=False)
    assert (on.closed, back.closed) == (True, True), "it is never trapped"
    if not is_foreign(scene):
        assert {told(w) for w in stops(scene)} - {told(w) for w in on.stops} == set()
        there = [w for w in on.stops if w in back.stops]
        assert set(there) == set(back.stops)
        first = there.index(back.stops[0])
        assert [told(w) for w in reversed(back.stops[1:])] == [told(w) for w in (*there[first + 1 :], *there[:first])]


def panels_of(root: QWidget) -> list[QWidget]:
    """The parts that are read one after another, each of them whole."""
    if isinstance(root, MainWindow):
        work = root.workspace
        return [
            root.guide,
            root.problem,
            work.lists,
            work.middle,
            work.figures,
            work.empty,
            work.inspector,
            root.status,
        ]
    if isinstance(root, CodebookWindow):
        controls = root.controls
        return [controls.view, controls.new, controls.question, controls.form, controls.undo.parentWidget()]
    return [root]


def panel_of(widget: QWidget, panels: list[QWidget]) -> int:
    return next(n for n, panel in enumerate(panels) if panel is widget or panel.isAncestorOf(widget))


def test_the_tab_key_goes_as_one_reads(scene: QWidget) -> None:
    if is_foreign(scene) or is_marking(scene) or (focused := scene.focusWidget()) is None:
        return
    panels, wanted = panels_of(scene), stops(scene)
    order = [w for w in walk(scene).stops if w in wanted]
    turn = next(n for n in range(len(order)) if is_first(n, order, panels))
    order = order[turn:] + order[:turn]
    numbers = [panel_of(w, panels) for w in order]
    assert numbers == sorted(numbers), "one panel after another"
    wrong = [
        f"{told(first)} before {told(second)}"
        for first, second in pairwise(order)
        if panel_of(first, panels) == panel_of(second, panels)
        and not comes_before(place(first, scene), place(second, scene))
    ]
    assert wrong == []
    focused.setFocus()


def is_first(number: int, order: list[QWidget], panels: list[QWidget]) -> bool:
    """Whether the round begins there: in the first panel that has anything, behind the last one of another."""
    lowest = min(panel_of(w, panels) for w in order)
    here, before = panel_of(order[number], panels), panel_of(order[number - 1], panels)
    if all(panel_of(w, panels) == lowest for w in order):
        return all(comes_before(place(order[number], order[number].window()), place(w, w.window())) for w in order)
    return here == lowest and before != lowest


@pytest.mark.parametrize("scene", [scene for scene in SCENES if scene.closes], ids=lambda scene: scene.name)
def test_escape_closes_and_the_focus_is_where_it_was(stage: Stage, scene: Scene) -> None:
    stage.rest()
    stage.window.workspace.comparison.witness.setFocus()
    scene.open(stage)
    assert opened(stage), "it is open"
    stage.press(Qt.Key.Key_Escape)
    assert not opened(stage), "it is closed"
    assert stage.window.focusWidget() is stage.window.workspace.comparison.witness


def opened(stage: Stage) -> bool:
    """Whether something stands in front of the two sides, or beside them, that was not there."""
    window, panels = stage.window, stage.window.workspace
    lists = (panels.lists.families, panels.lists.articles)
    bars = (window.problem, panels.views.find_bar, panels.views.span_bar, *(one.panel for one in lists))
    modes = window.reshape.borders.now is not None or panels.inspector.currentIndex() > 1
    return (
        stage.front is not window or panels.middle.action != "view_sides" or modes or any(b.isVisible() for b in bars)
    )
