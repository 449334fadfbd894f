"""Settings are kept in the case, changed in steps, and make the families out of date."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from db.casefile import open_case
from tests.db.builders import place
from tests.db.test_migrations import make_version_1
from workbench.errors import UserError
from workbench.ports import FoundFamily
from workbench.settings import Sensitivity, Settings
from workbench.steps import Change, Step

SPECIAL = Settings(Sensitivity.SENSITIVE, 9, boilerplate=False, same_outlet=False, days=0)
FOUND = [FoundFamily((place(18, 32, 1), place(18, 30, 2)), boilerplate=False)]


def change(before: Settings, after: Settings) -> Step:
    return Step("Change settings", (Change(before, after),))


def test_a_new_case_has_the_defaults(store) -> None:
    assert store.settings() == Settings()


def test_a_case_of_before_there_were_settings_has_the_defaults_and_stays_aligned(case_path: Path) -> None:
    make_version_1(case_path)
    with closing(open_case(case_path)) as store:
        assert store.settings() == Settings()
        assert store.aligned()


def test_settings_outlive_the_window_and_are_undone_and_done_again(filled) -> None:
    filled.do(change(Settings(), SPECIAL))
    filled.close()
    with closing(open_case(filled.path)) as store:
        assert store.settings() == SPECIAL
        assert store.history()[-1].step == change(Settings(), SPECIAL)
        store.undo()
        assert store.settings() == Settings()
        store.redo()
        assert store.settings() == SPECIAL


def test_a_change_that_starts_from_other_settings_is_refused(filled) -> None:
    filled.do(change(Settings(), SPECIAL))
    before = filled.history()
    with pytest.raises(UserError, match="Another window changed"):
        filled.do(change(Settings(), Settings(days=3)))
    assert (filled.settings(), filled.history()) == (SPECIAL, before)


def test_families_are_out_of_date_as_long_as_they_were_found_with_other_settings(filled) -> None:
    filled.replace_families(FOUND)
    assert filled.aligned()
    filled.do(change(Settings(), SPECIAL))
    assert not filled.aligned()
    filled.undo()
    assert filled.aligned()
    filled.redo()
    filled.replace_families(FOUND, settings=Settings())
    assert not filled.aligned(), "another window changed the settings while passages were looked for"
    filled.replace_families(FOUND, settings=SPECIAL)
    assert filled.aligned()
    filled.undo()
    assert not filled.aligned()


def test_a_case_without_articles_has_nothing_to_align_whatever_its_settings(store) -> None:
    store.do(change(Settings(), SPECIAL))
    assert store.aligned()


@pytest.mark.parametrize("damage", ["DELETE FROM settings", "UPDATE settings SET shortest = 5000"])
def test_settings_that_were_tampered_with_are_told_in_a_sentence(filled, damage: str) -> None:
    filled.close()
    with closing(sqlite3.connect(filled.path)) as connection, connection:
        connection.execute(damage)
    with closing(open_case(filled.path)) as store, pytest.raises(UserError):
        store.settings()
