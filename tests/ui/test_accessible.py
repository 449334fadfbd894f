"""Every widget a person can reach has a name, and one sees and reaches all of them by keyboard."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu, QWidget

from ui.desktop.overlays import CommandPalette, ShortcutSheet
from ui.desktop.window import MainWindow


def reachable(root: QWidget) -> Iterator[QWidget]:
    for widget in root.findChildren(QWidget):
        own = not widget.objectName().startswith("qt_") and not isinstance(widget, QMenu)
        if own and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
            yield widget


def name_of(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else widget.accessibleName()


def test_everything_that_takes_the_focus_has_a_name(seen: MainWindow) -> None:
    nameless = [f"{type(w).__name__} {w.objectName()}" for w in reachable(seen) if not name_of(w).strip()]
    assert nameless == []


def test_every_button_has_a_name_even_when_it_cannot_take_the_focus(seen: MainWindow) -> None:
    buttons = [b for b in seen.findChildren(QAbstractButton) if not b.objectName().startswith("qt_")]
    nameless = [b for b in buttons if not name_of(b).strip() and b.isVisible()]
    assert nameless == []


def test_overlays_have_names_too(seen: MainWindow) -> None:
    for overlay in (CommandPalette(seen.commands.all(), seen), ShortcutSheet(seen.keys.actions, seen)):
        assert overlay.accessibleName()
        assert all(name_of(widget).strip() for widget in reachable(overlay))
        overlay.close()


def test_the_sides_say_what_they_show(seen: MainWindow) -> None:
    view, found = seen.workspace.comparison, seen.where.comparison
    article = seen.case.snapshot.article[found.witness.place.article_id]
    assert view.base.accessibleName().startswith("Base: ")
    assert article.outlet in view.witness.accessibleName()
    assert view.witness.toPlainText().split() == found.witness_text.split()


def test_the_tab_key_goes_round_all_panels(seen: MainWindow) -> None:
    panels = seen.workspace
    wanted = {
        panels.lists.families.field,
        panels.lists.families.view,
        panels.witnesses.view,
        panels.comparison.base,
        panels.comparison.witness,
        panels.edits.view,
        panels.notes.field,
    }
    start = seen.focusWidget()
    order = []
    for _ in range(60):
        order.append(seen.focusWidget())
        seen.focusNextChild()
        if seen.focusWidget() is start:
            break
    assert wanted <= set(order)
    in_order = [widget for widget in order if widget in wanted]
    middle = [panels.witnesses.view, panels.comparison.base, panels.comparison.witness, panels.edits.view]
    assert [widget for widget in in_order if widget in middle] == middle


def test_labels_never_take_text_for_markup(seen: MainWindow) -> None:
    fixed = {seen.workspace.witnesses.legend}
    for label in seen.findChildren(QLabel):
        if label not in fixed and label.textFormat() is not Qt.TextFormat.PlainText:
            assert "<" not in label.text()


def test_the_focus_can_be_seen(seen: MainWindow) -> None:
    for widget in (seen.workspace.notes.field, seen.workspace.comparison.witness, seen.workspace.edits.view):
        seen.workspace.lists.families.view.setFocus()
        QApplication.sendPostedEvents()
        before = seen.grab().toImage()
        widget.setFocus()
        QApplication.sendPostedEvents()
        assert seen.grab().toImage() != before
