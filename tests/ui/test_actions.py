import re
from dataclasses import replace

import pytest

from ui.actions import ACTIONS, Action, Enabled, Menu, action, collisions, key_rows, key_table, normal_key
from workbench.resources import RESOURCES


def test_no_two_actions_share_a_key() -> None:
    assert collisions() == []


def test_a_shared_key_is_found_whatever_the_order_of_its_modifiers() -> None:
    rival = Action("rival", "Rival", Menu.GO, Enabled.ALWAYS, ("Shift+Ctrl+Z",))
    (found,) = collisions((*ACTIONS, rival))
    assert (found.first.id, found.second.id, found.key) == ("redo", "rival", "ctrl+shift+z")


def test_every_action_has_its_own_id() -> None:
    assert len({entry.id for entry in ACTIONS}) == len(ACTIONS)


@pytest.mark.parametrize(
    ("one", "other"), [("Ctrl++", "ctrl++"), ("Shift+Ctrl+Z", "Ctrl+Shift+Z"), ("Alt+Home", "alt+home"), ("N", "n")]
)
def test_a_key_has_one_spelling(one: str, other: str) -> None:
    assert normal_key(one) == normal_key(other)


def test_plus_and_minus_are_different_keys() -> None:
    assert normal_key("Ctrl++") != normal_key("Ctrl+-")


@pytest.mark.parametrize(
    ("action_id", "keys"),
    [
        ("next_edit", ("Alt+Down", "F8")),
        ("previous_edit", ("Alt+Up", "F7")),
        ("first_edit", ("Alt+Home",)),
        ("last_edit", ("Alt+End",)),
        ("next_witness", ("Alt+Right",)),
        ("previous_witness", ("Alt+Left",)),
        ("next_family", ("Ctrl+Down",)),
        ("previous_family", ("Ctrl+Up",)),
        ("tag_edit_1", ("1",)),
        ("tag_edit_0", ("0",)),
        ("note", ("N",)),
        ("base", ("B",)),
        ("take_back", ("Backspace",)),
        ("palette", ("Ctrl+K",)),
        ("sheet", ("F1",)),
        ("export", ("Ctrl+E",)),
    ],
)
def test_the_keys_people_have_in_their_fingers(action_id: str, keys: tuple[str, ...]) -> None:
    assert action(action_id).keys == keys


def test_single_letters_are_known_as_such() -> None:
    single = {entry.id for entry in ACTIONS if entry.single_letter}
    assert {"note", "base", "take_back", "tag_edit_1"} <= single
    assert "next_edit" not in single
    assert "filter" not in single


def test_the_key_table_has_a_row_for_every_action_with_a_key_and_one_for_each_series() -> None:
    lines = key_table().splitlines()
    assert lines[:2] == ["| what | keys |", "| --- | --- |"]
    alone = [entry for entry in ACTIONS if entry.keys and not entry.series]
    series = {entry.series for entry in ACTIONS if entry.series}
    assert len(lines) - 2 == len(alone) + len(series)
    assert "| Next edit | `Alt+Down`, `F8` |" in lines
    assert any("`1` … `9`, `0`" in line for line in lines)
    assert all(re.fullmatch(r"\| [^|]+ \| [^|]+ \|", line) for line in lines)


def test_an_action_without_keys_is_not_on_the_sheet() -> None:
    quiet = replace(action("quit"), id="quiet", keys=(), text="Quiet")
    assert "Quiet" not in [row.text for row in key_rows((quiet,))]


def test_every_icon_of_the_table_is_drawn() -> None:
    for entry in ACTIONS:
        if entry.icon:
            assert "currentColor" in (RESOURCES / "icons" / f"{entry.icon}.svg").read_text("utf-8")


def test_every_tool_has_an_icon() -> None:
    assert all(entry.icon for entry in ACTIONS if entry.toolbar)
