"""The collation in rows and bands: what each cell says, and that every word stands where it can be seen."""

import pytest
from PySide6.QtCore import QPointF, QSettings
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.by_hand import article
from tests.ui.painted import inks
from ui.desktop.collation.keys import KEYS, MOVES, collation_key_table
from ui.desktop.collation.kinds import Kind
from ui.desktop.collation.marks import Legend
from ui.desktop.collation.score import Score, Words
from ui.desktop.collation.table import CollationTable, collation_table
from ui.desktop.collation.view import CollationView
from ui.desktop.theme import Themes
from workbench.comparing.collation import Collation, Column, Move, collate
from workbench.comparing.readings import Reading
from workbench.model import BaseChoice, Family, Place, Witness
from workbench.snapshot import Snapshot
from workbench.spans import Span

FERRY = "The ferry to Osmer will run twice a day until the bridge is mended, the harbour master said."
ARABIC = ["قال الوزير إن الجسر سيغلق غدا", "قال العمدة إن الجسر سيغلق غدا", "قال الوزير إن الجسر سيفتح غدا"]
CHINESE = ["部长说桥将关闭到五月底", "部长说桥将关闭到六月底", "市长说桥将关闭到五月底"]


def table_of(
    texts: list[str], base: int = 0, outlets: tuple[str, ...] = (), made: Collation | None = None
) -> CollationTable:
    """The texts as the whole articles of one family, a day apart."""
    names = outlets or tuple(f"Outlet {k}" for k in range(1, len(texts) + 1))
    articles = tuple(
        article(k, text, names[k - 1], iso=f"2019-{1 + k // 28:02}-{1 + k % 28:02}") for k, text in enumerate(texts, 1)
    )
    places = [Place(k, Span(0, len(text))) for k, text in enumerate(texts, 1)]
    family = Family(1, tuple(Witness(k, place) for k, place in enumerate(places, 1)))
    snapshot = Snapshot(articles=articles, families=(family,), base_choices=(BaseChoice(places[base]),))
    return collation_table(made or collate(texts), family, snapshot)


def cells(table: CollationTable, row: int) -> dict[str, Kind]:
    """What is marked in a row: the words of the witness, or those of the base in brackets."""
    return {
        column.cells[row].text or f"[{column.cells[0].text}]": column.cells[row].kind
        for column in table.columns
        if column.cells[row].kind not in (Kind.SAME, Kind.BLANK)
    }


def test_every_kind_of_reading_is_told_apart() -> None:
    table = table_of(
        [
            FERRY,
            FERRY.replace("twice a day", "every hour"),
            FERRY.replace("until", "perhaps until"),
            FERRY.replace("twice a day ", ""),
            FERRY.replace("Osmer", "OSMER"),
            FERRY[: FERRY.index(" the harbour")],
        ]
    )
    marked = [cells(table, row) for row in range(6)]
    assert marked[:5] == [
        {},
        {"every hour": Kind.DIFFERS},
        {"perhaps": Kind.ADDS},
        {"[twice a day]": Kind.LACKS},
        {"OSMER": Kind.STYLE},
    ]
    assert set(marked[5].values()) == {Kind.OUTSIDE}


def test_a_phrase_that_stands_elsewhere_is_moved_in_both_places() -> None:
    texts = ("at dawn he left", "he left at dawn", "he left ")
    spans = ((0, 8), (8, 15), (15, 15)), ((0, 0), (0, 8), (8, 15)), ((0, 0), (0, 8), (8, 8))
    said = (
        (Reading("at dawn ", (0,), 0), Reading("", (1, 2), 1)),
        (Reading("he left", (0, 1, 2), 0),),
        (Reading("", (0, 2), 0), Reading("at dawn", (1,), 1)),
    )
    rows = [tuple(Span(*witness[number]) for witness in spans) for number in range(3)]
    columns = tuple(Column(row, readings, 0.5) for row, readings in zip(rows, said, strict=True))
    table = table_of(list(texts), made=Collation(texts, columns, (Move((0, 2), (0,), (1,)),)))
    assert cells(table, 1) == {"[at dawn]": Kind.AWAY, "at dawn": Kind.MOVED}
    assert cells(table, 2) == {"[at dawn]": Kind.OUTSIDE}
    assert table.spoken(1, 2).startswith("Outlet 2: “at dawn”, which the base has elsewhere")


def test_another_base_turns_the_readings_round() -> None:
    texts = [FERRY, FERRY.replace("until", "perhaps until")]
    assert cells(table_of(texts), 1) == {"perhaps": Kind.ADDS}
    assert cells(table_of(texts, base=1), 1) == {"[perhaps]": Kind.LACKS}


def test_white_space_alone_is_no_difference() -> None:
    table = table_of([FERRY, FERRY.replace(" until ", "\nuntil  "), FERRY.replace("mended", "repaired")])
    assert cells(table, 1) == {}
    assert all("\n" not in cell.text for column in table.columns for cell in column.cells)


def test_copies_stand_in_one_row_and_the_base_alone() -> None:
    edited = FERRY.replace("said", "admitted")
    table = table_of([FERRY, *[edited] * 300, *[FERRY] * 2], outlets=("Wire", "RT News", *("Copy",) * 301))
    assert [row.name for row in table.rows] == ["Wire", "RT News and 299 others", "Copy and 1 other"]
    assert table.row_of(150) == 1
    assert table.rows[1].everyone.splitlines()[-1] == "and 288 more"
    (column,) = table.variants(style=True)
    assert table.spoken(1, column) == (
        "RT News and 299 others: “admitted” where the base has “said”; 300 of 303 witnesses read so"
    )


def test_a_cell_is_spoken_with_its_standing_and_how_many_agree() -> None:
    table = table_of([FERRY, FERRY.replace("mended", "repaired"), FERRY])
    (column,) = table.variants(style=True)
    assert table.spoken(1, column) == (
        "Outlet 2: “repaired” where the base has “mended”; no other of 3 witnesses reads so"
    )
    assert table.spoken(2, column) == "Outlet 3: “mended”, as in the base; 2 of 3 witnesses read so"
    assert table.spoken(1, 0).endswith("all 3 witnesses read so")
    assert table.apparatus(column) == "“mended”: Outlet 1, Outlet 3   ·   “repaired”: Outlet 2"


def test_an_outlet_that_reads_in_two_ways_is_told_apart_in_each() -> None:
    outlets = "Lantern", "Lantern", "Observer", "Lantern"
    table = table_of([FERRY, FERRY.replace("mended", "repaired"), FERRY, FERRY], outlets=outlets)
    (column,) = table.variants(style=True)
    assert table.apparatus(column) == (
        "“mended”: Lantern (the base), Observer, Lantern (5 Jan 2019)   ·   “repaired”: Lantern (3 Jan 2019)"
    )


def test_style_can_be_left_out_of_what_differs() -> None:
    table = table_of([FERRY, FERRY.replace("Osmer", "OSMER").replace("mended", "repaired")])
    assert len(table.variants(style=True)) == 2
    assert len(table.variants(style=False)) == 1


@pytest.mark.parametrize("room", [70.0, 180.0, 400.0, 1500.0])
@pytest.mark.parametrize("texts", [[FERRY, FERRY.replace("twice a day", "every hour")], ARABIC, CHINESE])
def test_nothing_stands_outside_the_width_or_over_anything_else(
    qapp: QApplication, room: float, texts: list[str]
) -> None:
    table = table_of(texts)
    score = Score(table, Words(1.0, leftward=table.leftward), room, 20)
    for band in score.bands:
        reached = 0.0
        for slot in band.slots:
            assert slot.x >= reached
            reached = slot.x + slot.width
            assert reached <= score.room + 0.01
    assert all(one.bottom < other.top for one, other in zip(score.bands, score.bands[1:], strict=False))


@pytest.mark.parametrize("room", [70.0, 180.0, 400.0])
@pytest.mark.parametrize("texts", [[FERRY * 3, FERRY * 2 + "No more."], ARABIC, CHINESE])
def test_the_bands_read_back_every_witness(qapp: QApplication, room: float, texts: list[str]) -> None:
    table = table_of(texts)
    score = Score(table, Words(1.0, leftward=table.leftward), room, 20)
    for row, shown in enumerate(table.rows):
        parts = [slot.part(table.columns[slot.column].cells[row].text) for band in score.bands for slot in band.slots]
        assert "".join("".join(parts).split()) == "".join(texts[shown.witnesses[0]].split())


def test_a_long_addition_of_one_witness_makes_its_own_row_high_and_no_other(qapp: QApplication) -> None:
    added = "Nobody on the quay had seen the dredger leave. " * 8
    table = table_of([FERRY, FERRY, added + FERRY, FERRY.replace("mended", "rebuilt")])
    score = Score(table, Words(1.0, leftward=False), 400, 20)
    heights = [[b - a for a, b in zip(band.tops, band.tops[1:], strict=False)] for band in score.bands]
    assert max(heights[0]) > 5 * min(heights[0])
    assert sum(height > min(heights[0]) + 1 for height in heights[0]) == 1


def test_a_place_leads_to_its_cell(qapp: QApplication) -> None:
    table = table_of([FERRY, FERRY.replace("mended", "repaired")])
    score = Score(table, Words(1.0, leftward=False), 300, 20)
    for band in score.bands:
        for slot in band.slots:
            assert score.slot_at(slot.x + slot.width / 2, band.tops[1] + 3) == (1, slot.column)
    assert score.slot_at(-40, score.bands[0].tops[1]) is None
    assert score.slot_at(5, score.height + 50) is None


def test_which_way_the_text_runs_is_seen() -> None:
    assert table_of(ARABIC).leftward
    assert not table_of(CHINESE).leftward


def shown(qtbot: QtBot, settings: QSettings, texts: list[str], height: int = 400) -> CollationView:
    view = CollationView(Themes(settings))
    qtbot.addWidget(view)
    view.resize(700, height)
    with qtbot.waitExposed(view):
        view.show()
    view.show_table(table_of(texts))
    view.set_current(1, 0, "")
    return view


@pytest.mark.parametrize("texts", [ARABIC, CHINESE, [FERRY, FERRY.replace("twice a day ", "")]])
def test_every_script_is_painted_with_its_marks(qtbot: QtBot, settings: QSettings, texts: list[str]) -> None:
    view = shown(qtbot, settings, texts)
    colours = Themes(settings).theme.colours
    wanted = colours["removed_ground"] if texts[0] is FERRY else colours["added_ground"]
    assert wanted in inks(view.grab().toImage())


def test_in_a_text_from_right_to_left_the_first_column_stands_at_the_right(qtbot: QtBot, settings: QSettings) -> None:
    view = shown(qtbot, settings, ARABIC)
    (band,) = view.score.bands
    places = [QPointF(x, band.tops[1] + 12) for x in range(view.viewport().width(), 0, -4)]
    found = [view.cell_at(place) for place in places]
    columns = [cell[1] for cell in found if cell]
    assert columns == sorted(columns)
    assert columns[0] == 0


def test_the_base_stays_in_sight_while_its_witnesses_scroll(qtbot: QtBot, settings: QSettings) -> None:
    texts = [FERRY, *(FERRY.replace("mended", f"mended {word}") for word in "abcdefghijklmnopqrstuvwxyz")]
    view = shown(qtbot, settings, texts, height=200)
    top = [QPointF(x, 8) for x in range(view.viewport().width())]
    assert {cell[0] for place in top if (cell := view.cell_at(place))} <= {0}
    view.verticalScrollBar().setValue(300)
    assert {cell[0] for place in top if (cell := view.cell_at(place))} == {0}
    below = [QPointF(place.x(), 60) for place in top]
    assert all(cell[0] > 0 for place in below if (cell := view.cell_at(place)))


def test_the_whole_of_fifty_witnesses_is_painted(qtbot: QtBot, settings: QSettings) -> None:
    words = FERRY.split() * 5
    texts = [" ".join([*words[:k], f"word{k}", *words[k + 1 :]]) for k in range(50)]
    view = shown(qtbot, settings, [FERRY * 5, *texts], height=700)
    image = QImage(view.size(), QImage.Format.Format_RGB32)
    for value in range(0, view.verticalScrollBar().maximum(), 500):
        view.verticalScrollBar().setValue(value)
        view.viewport().render(image)
    assert len(view.table.rows) == 51


def test_the_legend_names_every_mark(qtbot: QtBot, settings: QSettings) -> None:
    legend = Legend(Themes(settings))
    qtbot.addWidget(legend)
    for word in ("differs", "adds", "lacks", "moved", "style", "not reached"):
        assert word in legend.accessibleName()


def test_no_two_keys_of_the_view_are_the_same_and_all_are_in_the_table() -> None:
    keys = [key for entry in KEYS for key in entry.keys]
    assert len(set(keys)) == len(keys) == len(MOVES)
    assert all(f"`{key}`" in collation_key_table() for key in keys)
