"""Changes to the word lists are kept in the case: in order, undoable, whoever opens it next."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from db.casefile import open_case
from tests.db.builders import beside, filled_case, put
from tests.db.test_migrations import make_version_1
from workbench.amendments import Amendment
from workbench.errors import UserError
from workbench.steps import Change, Step

ADDED = Amendment("loaded-nouns", "Zorbist", False, "0.1.0+1a2b3c4d")
REMOVED = Amendment("hedges", "often", True, "0.1.0+1a2b3c4d")
GROUP = Amendment("naming-groups", "Zubra = Old Kelp", False, "0.2.0+1a2b3c4d")


def test_a_new_case_has_no_changes(store) -> None:
    assert store.records(Amendment) == ()


def test_a_case_of_before_there_were_any_has_none(case_path: Path) -> None:
    make_version_1(case_path)
    with closing(open_case(case_path)) as store:
        assert store.records(Amendment) == ()
        assert store.aligned()


def test_changes_outlive_the_window_and_are_undone_and_done_again(case_path: Path) -> None:
    step = Step("Change the word lists", tuple(Change(None, one) for one in (ADDED, REMOVED, GROUP)))
    with closing(open_case(filled_case(case_path))) as store:
        store.do(step)
    with closing(open_case(case_path)) as store:
        assert store.records(Amendment) == (REMOVED, ADDED, GROUP), "by list"
        assert store.history()[-1].step == step
        store.undo()
    with closing(open_case(case_path)) as store:
        assert store.records(Amendment) == ()
        store.redo()
        assert store.records(Amendment) == (REMOVED, ADDED, GROUP)
    assert beside(case_path) == []


def test_an_entry_has_one_change_however_it_is_written(filled) -> None:
    filled.do(put(ADDED))
    before = filled.history()
    with pytest.raises(UserError, match="Another window changed"):
        filled.do(put(Amendment("loaded-nouns", "zorbist", True, "0.1.0+1a2b3c4d")))
    assert (filled.records(Amendment), filled.history()) == ((ADDED,), before)


def test_families_stay_up_to_date_when_word_lists_change(filled) -> None:
    filled.replace_families([])
    filled.do(put(ADDED))
    assert filled.aligned()


def test_a_row_that_no_change_can_be_is_refused_by_the_file(filled) -> None:
    filled.close()
    with closing(sqlite3.connect(filled.path)) as connection, pytest.raises(sqlite3.IntegrityError):
        connection.execute("INSERT INTO amendments VALUES ('hedges', 'often', 'often', 2, '0.1.0')")
