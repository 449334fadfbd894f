"""Families are corrected by keys alone: extended, trimmed, joined, split, made, dismissed, and all of it taken back."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from tests.ui.reshaping import CTRL, SHIFT, Key, Press, asking, press, said, select, sizes
from ui.desktop.window import MainWindow
from workbench.session import Session
from workbench.snapshot import Snapshot

__all__ = ["press"]


def test_a_witness_is_taken_out_and_a_family_dismissed_and_brought_back(two_families: MainWindow, press: Press) -> None:
    window = two_families
    pane = window.workspace.comparison.witness
    pane.setFocus()
    press(Key.Key_Delete)
    assert sizes(window) == [2, 2]
    assert "was taken out of the family. Ctrl+Z takes it back." in said(window)
    assert not window.commands["bring_back"].isEnabled()
    gone = window.where.family.id
    press(Key.Key_Delete, SHIFT)
    assert sizes(window) == [2]
    assert window.where.family is not None
    assert window.where.family.id != gone, "the next family is shown"
    assert "was dismissed. Ctrl+Z takes it back." in said(window)
    window.commands["bring_back"].trigger()
    asked = asking(window)
    assert asked.items.rowCount() == 1
    assert asked.told.text() == "1 family will be listed again."
    press(Key.Key_Return)
    assert sizes(window) == [2, 2]
    assert said(window).startswith("The family is back.")
    press(Key.Key_Z, CTRL, times=3)
    assert sizes(window) == [2, 3]
    assert window.case.snapshot.corrections == ()


def test_several_dismissed_families_come_back_in_one_step(two_families: MainWindow, press: Press) -> None:
    window = two_families
    press(Key.Key_Delete, SHIFT, times=1)
    press(Key.Key_Delete, SHIFT, times=1)
    assert sizes(window) == []
    window.commands["bring_back"].trigger()
    press(Key.Key_Space)
    press(Key.Key_Down)
    press(Key.Key_Space)
    assert asking(window).told.text() == "2 families will be listed again."
    press(Key.Key_Return)
    assert sizes(window) == [2, 3]
    assert said(window) == "2 families are back. Ctrl+Z takes it back."
    press(Key.Key_Z, CTRL)
    assert sizes(window) == [], "they are one step"


def test_the_last_family_is_dismissed_too(opened: MainWindow, press: Press) -> None:
    press(Key.Key_Delete, SHIFT)
    assert opened.case.snapshot.families == ()
    press(Key.Key_Z, CTRL)
    assert sizes(opened) == [3]
    assert opened.where.comparison is not None


def test_families_are_joined_with_a_preview_and_typing_filters(two_families: MainWindow, press: Press) -> None:
    press(Key.Key_J, CTRL)
    asked = asking(two_families)
    assert asked.items.rowCount() == 1
    assert asked.told.text().startswith("2 families become one of 5 witnesses in 3 articles: ")
    assert "in common" in asked.items.item(0).text()
    QTest.keyClicks(asked.field, "zebra")
    assert not asked.list.model().rowCount()
    assert asked.nothing.isVisible()
    press(Key.Key_Return)
    assert asked.isVisible(), "nothing is chosen, nothing is done"
    asked.field.clear()
    QTest.keyClicks(asked.field, "witnesses")
    QTest.keyClick(asked.field, Key.Key_Space, SHIFT)
    QTest.keyClicks(asked.field, "in")
    assert asked.field.text() == "witnesses in"
    assert asked.list.model().rowCount() == 1, "words of both lines are found, in any order"
    asked.field.clear()
    press(Key.Key_Down)
    press(Key.Key_Space)
    assert list(asked.chosen) == [0]
    assert ", ticked. 2 families become one" in asked.field.accessibleDescription()
    press(Key.Key_Return)
    assert sizes(two_families) == [5]
    assert said(two_families) == "2 families were joined. Ctrl+Z takes it back."
    press(Key.Key_Z, CTRL)
    assert sizes(two_families) == [2, 3]


def test_witnesses_are_split_off(two_families: MainWindow, press: Press) -> None:
    window = two_families
    window.case.decide(lambda session: session.join(session.snapshot().families))
    press(Key.Key_F6)
    press(Key.Key_J, CTRL | SHIFT)
    asked = asking(window)
    assert asked.items.rowCount() == 5
    press(Key.Key_Space)
    press(Key.Key_Down)
    assert "is taken out of the family." in asked.told.text()
    press(Key.Key_Space)
    assert asked.told.text().startswith("A family of 2 witnesses is split off: ")
    press(Key.Key_Return)
    assert sizes(window) == [2, 3]
    assert said(window) == "2 witnesses were split off. Ctrl+Z takes it back."


def test_escape_leaves_all_as_it_was(two_families: MainWindow, press: Press) -> None:
    for key, modifiers in ((Key.Key_J, CTRL), (Key.Key_J, CTRL | SHIFT)):
        press(key, modifiers)
        press(Key.Key_Space)
        press(Key.Key_Escape)
    assert sizes(two_families) == [2, 3]
    assert two_families.case.snapshot.undo_summary == ""


def test_a_family_is_made_of_what_is_selected_on_both_sides(opened: MainWindow, press: Press) -> None:
    press(Key.Key_M, CTRL)
    assert "Mark the passage first" in said(opened)
    sides = opened.workspace.comparison
    select(sides.base, "The union had no comment")
    press(Key.Key_M, CTRL)
    assert "mark another one" in said(opened)
    select(sides.witness, sides.witness.page.text[-60:-20])
    press(Key.Key_M, CTRL)
    asked = asking(opened)
    assert asked.items.rowCount() == 2
    press(Key.Key_Escape)
    select(sides.witness, sides.witness.page.text[-20:-5])
    press(Key.Key_M, CTRL)
    asked = asking(opened)
    assert asked.items.rowCount() == 3, "what was gathered is kept"
    press(Key.Key_Space)
    outlets = opened.case.snapshot.article
    base, witness = opened.where.comparison.base.place.article_id, opened.where.comparison.witness.place.article_id
    assert asked.told.text().startswith(f"2 passages of {outlets[witness].outlet} become a family.")
    assert outlets[base].outlet not in asked.told.text()
    press(Key.Key_Down, times=2)
    press(Key.Key_Space)
    press(Key.Key_Up, times=2)
    press(Key.Key_Space)
    press(Key.Key_Return)
    assert sizes(opened) == [2, 3]
    assert said(opened).startswith("A family of 2 passages was made.")
    assert len(opened.where.family.witnesses) == 2, "one is at what was made"
    families = opened.workspace.lists.families
    families.field.setText("has:correction")
    assert families.filtered.keys == [opened.where.family.id]
    assert families.told.text() == "1 of 2 families · with a correction"


def test_a_family_is_made_of_what_is_selected_in_articles_that_are_read(opened: MainWindow, press: Press) -> None:
    reader, sides = opened.workspace.reader, opened.workspace.comparison
    select(sides.base, "The union had no comment")
    texts = opened.case.texts
    for words in ("Readers will", "What the board wants"):
        article_id = next(one for one in texts if words in texts[one])
        opened.workspace.viewing.open_article(article_id, 0)
        select(reader.pane, words)
        press(Key.Key_M, CTRL)
    asked = asking(opened)
    assert asked.list.model().rowCount() == 2, "what is selected behind the article is not meant"
    assert "To mark one more, leave this and press Ctrl+M there" in asked.told.text()
    press(Key.Key_Return)
    assert sizes(opened) == [2, 3]
    assert not reader.isVisible(), "one is at the family that was made"
    assert len(opened.where.family.witnesses) == 2


def test_marked_text_is_added_to_a_family(opened: MainWindow, press: Press) -> None:
    press(Key.Key_M, CTRL | SHIFT)
    assert "Mark the passage first" in said(opened)
    sides = opened.workspace.comparison
    select(sides.base, "The union had no comment when this newspaper")
    press(Key.Key_M, CTRL | SHIFT)
    assert "becomes a witness of 3 witnesses" in asking(opened).told.text()
    press(Key.Key_Escape)
    opened.commands["view_inline"].trigger()
    pane, article_id = opened.workspace.views.inline.pane, opened.where.comparison.witness.place.article_id
    words = pane.page.text[-40:-5].strip()
    select(pane, words)
    press(Key.Key_M, CTRL | SHIFT)
    press(Key.Key_Return)
    assert sizes(opened) == [4]
    text, places = opened.case.texts[article_id], [witness.place for witness in opened.where.family.witnesses]
    added = [place.span.of(text) for place in places if place.article_id == article_id]
    assert words in added, "what is put in from the base does not count"


def test_what_the_keyboard_cursor_marks_is_added_too(opened: MainWindow, press: Press) -> None:
    opened.workspace.comparison.base.setFocus()
    select(opened.workspace.comparison.base, "The union had no comment")
    opened.commands["mark"].trigger()
    marked = opened.workspace.marking.cursor.place()
    assert marked is not None
    press(Key.Key_M, CTRL | SHIFT)
    press(Key.Key_Return)
    assert marked in {witness.place for witness in opened.where.family.witnesses}


def test_what_was_made_by_hand_is_marked_in_list_and_bar(opened: MainWindow, press: Press) -> None:
    press(Key.Key_E)
    press(Key.Key_Left)
    press(Key.Key_Return)
    listed = opened.workspace.lists.families.view.model().index(0, 0)
    assert "corrected by hand" in listed.data(Qt.ItemDataRole.AccessibleTextRole)
    marked = [one.by_hand for one in opened.workspace.witnesses.rows.rows]
    assert marked == ["", "borders by hand", ""]
    assert "borders by hand" in opened.workspace.witnesses.rows.rows[1].spoken
    assert opened.workspace.witnesses.heading.text() == "3 witnesses, by hand"


def test_another_window_was_quicker(opened: MainWindow, press: Press) -> None:
    seen = opened.where.family

    def twice(session: Session) -> Snapshot:
        session.take_out(seen, seen.witnesses[0])
        return session.take_out(seen, seen.witnesses[1])

    opened.case.decide(twice)
    press(Key.Key_F6)
    assert "changed since it was shown" in opened.problem.text.text()
    assert sizes(opened) == [2]


def test_the_words_of_a_dialog_are_never_markup(opened: MainWindow, press: Press) -> None:
    press(Key.Key_J, CTRL | SHIFT)
    labels = asking(opened).findChildren(QLabel)
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)
