"""The witnesses one under the other, and how their renderings are laid out and painted."""

from dataclasses import replace

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem

from tests.ui.by_hand import comparison, snapshot_of
from tests.ui.painted import inks, row_image
from ui.desktop.fonts import measure, reading_font
from ui.desktop.lists.witness_card import plan
from ui.desktop.lists.witness_rows import witness_rows
from ui.desktop.painting import is_cut, layout_height, pieces_layout, wrapped
from ui.desktop.signs import Piece, Sign
from ui.desktop.window import MainWindow
from workbench.model import LabelKind

# Witnesses


def test_the_bar_shows_every_witness_with_the_base_first(seen: MainWindow) -> None:
    rows = seen.workspace.witnesses.rows.rows
    assert len(rows) == 3
    assert [row.is_base for row in rows] == [True, False, False]
    assert "3 witnesses" in seen.workspace.witnesses.heading.text()


def test_the_bar_and_the_sides_go_together(seen: MainWindow) -> None:
    bar = seen.workspace.witnesses.view
    bar.setFocus()
    assert bar.currentIndex().row() == 1
    QTest.keyClick(bar, Qt.Key.Key_Down)
    assert seen.where.number == 1
    assert seen.workspace.comparison.witness_head.role.text() == "WITNESS 2 OF 2"
    seen.commands["previous_witness"].trigger()
    assert bar.currentIndex().row() == 1


def test_the_base_is_not_entered_by_arrow(seen: MainWindow) -> None:
    bar = seen.workspace.witnesses.view
    bar.setFocus()
    QTest.keyClick(bar, Qt.Key.Key_Up)
    assert bar.currentIndex().row() == 1
    assert seen.where.number == 0


def test_a_rendering_is_painted_with_its_signs(seen: MainWindow) -> None:
    panel = seen.workspace.witnesses
    image = row_image(seen, panel.view.delegate, panel.view, 1)
    grounds = {seen.themes.colour(f"{name}_ground").name() for name in ("added", "removed", "current")}
    assert grounds <= inks(image)
    base = inks(row_image(seen, panel.view.delegate, panel.view, 0))
    assert not grounds & base
    assert seen.themes.colour("accent").name() in base


def test_the_selected_row_is_told_by_more_than_its_ground(seen: MainWindow) -> None:
    panel = seen.workspace.witnesses
    image = row_image(seen, panel.view.delegate, panel.view, 1, selected=True)
    assert image.pixelColor(1, 10) == seen.themes.colour("selected_edge")


def test_all_painted_rows_can_be_painted_at_any_width(seen: MainWindow) -> None:
    lists = seen.workspace.lists
    for view in (
        lists.families.view,
        lists.articles.view,
        seen.workspace.witnesses.view,
        seen.workspace.edits.view,
    ):
        for width in (60, 200, 1500):
            option = QStyleOptionViewItem()
            option.rect = QRect(0, 0, width, 10)
            index = view.model().index(0, 0)
            hint = view.delegate.sizeHint(option, index)
            assert hint.height() > 20
            option.rect = QRect(0, 0, width, hint.height())
            image = QImage(option.rect.size(), QImage.Format.Format_RGB32)
            painter = QPainter(image)
            view.delegate.paint(painter, option, index)
            painter.end()


def test_many_witnesses_are_shortened_so_that_all_can_be_seen() -> None:
    many = " ".join(f"word{k}" for k in range(40))
    found = comparison(f"{many} twelve", f"{many} twenty")
    few = witness_rows(snapshot_of(found), (found,), 0, 0)[1]
    crowd = witness_rows(snapshot_of(found), (found,) * 6, 0, 0)[1]
    assert not any(piece.sign is Sign.GAP and piece.text == "…" for piece in few.pieces)
    assert any(piece.sign is Sign.GAP and piece.text == "…" for piece in crowd.pieces)
    assert [piece.text for piece in crowd.pieces if piece.sign is Sign.ADDED] == ["twenty"]


# Laying out


def test_text_that_does_not_fit_ends_in_an_ellipsis(qapp: QApplication) -> None:
    font = reading_font()
    short, long = wrapped("A few words", font, 300, 2), wrapped("many words " * 60, font, 300, 2)
    assert not is_cut(short)
    assert short.text() == "A few words"
    assert long.lineCount() == 2
    assert long.text().endswith("…")
    assert layout_height(long) > layout_height(short)


def test_signs_stand_where_their_pieces_stand_also_after_an_emoji(seen: MainWindow) -> None:
    pieces = (Piece("😀 plain ", Sign.SAME), Piece("new 😀", Sign.ADDED, 0), Piece(" end", Sign.SAME))
    layout = pieces_layout(pieces, reading_font(), 600, 3, seen.themes)
    marked = [found for found in layout.formats() if found.format.fontUnderline()]
    units = layout.text().encode("utf-16-le")
    assert [units[2 * f.start : 2 * (f.start + f.length)].decode("utf-16-le") for f in marked] == ["new 😀"]


def test_a_very_long_rendering_is_laid_out_no_further_than_it_is_seen(seen: MainWindow) -> None:
    pieces = (*(Piece("many words ", Sign.SAME) for _ in range(900)), Piece("x" * 9000, Sign.ADDED, 0))
    layout = pieces_layout(pieces, reading_font(), 400, 3, seen.themes)
    assert layout.lineCount() == 3
    assert len(layout.text()) < 2000
    layout = pieces_layout(pieces[-1:], reading_font(), 400, 3, seen.themes)
    assert layout.lineCount() == 3
    assert len(layout.text()) < 2000


def test_two_articles_of_one_outlet_are_told_apart_by_their_headlines() -> None:
    found = comparison("The barges will leave at dawn", "The barges left at dawn")
    snapshot = snapshot_of(found)
    same = replace(snapshot, articles=tuple(replace(article, outlet="Lantern") for article in snapshot.articles))
    for told, expected in ((snapshot, False), (same, True)):
        rows = witness_rows(told, (found,), 0, 0)
        assert [bool(row.title) for row in rows] == [expected and bool(row.article.title) for row in rows]
        assert all((row.article.title in row.spoken) == expected for row in rows if row.article.title)


def test_a_rendering_has_lines_that_can_be_read_in_a_row_of_any_width(qapp: QApplication) -> None:
    font = reading_font(0.9)
    narrow, middle, wide = (plan(width, font) for width in (400, 700, 1400))
    assert narrow.stacked, "beside the facts there would be no room for a few words"
    assert narrow.room > 350
    assert not middle.stacked
    assert middle.labels == 0
    assert wide.room == measure(font), "a longer line is hard to read"
    assert wide.facts > middle.facts
    assert wide.labels > 0
    for parts in (middle, wide):
        assert parts.facts < parts.text
    assert wide.text + wide.room + wide.labels < 1400


def test_a_wide_row_says_what_kinds_of_edit_an_outlet_made(opened: MainWindow) -> None:
    found = comparison(
        "At least 40 boats left the old quay, he said", "At least 50 boats left the old quay, he admitted."
    )
    row = witness_rows(snapshot_of(found), (found,), 0, 0)[1]
    kinds = dict(row.labels)
    assert kinds[LabelKind.NUMBER] == 1
    assert LabelKind.STYLE not in kinds, "that is said where nothing else was edited"
    assert not witness_rows(snapshot_of(found), (found,), 0, 0)[0].labels
    view = opened.workspace.witnesses.view
    option = QStyleOptionViewItem()
    hints = []
    for width in (400, 1400):
        option.rect = QRect(0, 0, width, 10)
        hints.append(view.delegate.sizeHint(option, view.model().index(1, 0)).height())
    assert hints[0] > hints[1], "where the facts stand above, a row is higher"


def test_who_when_and_what_stand_in_one_line_above_a_rendering_where_they_fit(opened: MainWindow) -> None:
    delegate = opened.workspace.witnesses.view.delegate
    found = comparison("At least 40 boats left the quay", "At least 50 boats left the quay")
    short = witness_rows(snapshot_of(found), (found,), 0, 0)[1]
    long = replace(short, article=replace(short.article, outlet="The Weir Collective of Port Alder and Ostrel"))
    parts = plan(400, reading_font(0.9))
    assert parts.stacked
    heights = [delegate._head_height(row, parts) for row in (short, replace(short, title="A headline"), long)]
    assert heights[0] < heights[1] == heights[2]
