"""How much was reviewed, counted from digests and from comparisons: both must say the same."""

from collections.abc import Callable
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from ui.desktop.case.reviewed import Listed, Reviewed, added_up, reviewed_among, reviewed_in, targets_of
from ui.desktop.lists.models import ROW_ROLE
from ui.desktop.window import MainWindow
from workbench.model import Edit
from workbench.session import Session

Settle = Callable[[], None]


def both_counts(window: MainWindow, listed: Listed) -> tuple[Reviewed | None, Reviewed]:
    where, case = window.where, window.case
    assert where.family is not None
    by_digest = reviewed_among(case.snapshot, case.book.pairs(where.family.id), case.digests, listed)
    return by_digest, added_up(reviewed_in(case.snapshot, one) for one in where.comparisons)


@pytest.mark.parametrize("listed", [Listed(), Listed(style=False), Listed(white_space=True)])
def test_digests_and_comparisons_count_the_same(framed: MainWindow, settle: Settle, listed: Listed) -> None:
    framed.where.list_edits(style=listed.style, white_space=listed.white_space)
    every = [target for one in framed.where.comparisons for target in targets_of(one)]
    by_digest, by_comparison = both_counts(framed, listed)
    assert by_digest == by_comparison == Reviewed(0, len(every))
    for done, target in enumerate(every, start=1):
        framed.case.decide(partial(Session.review, targets=[target]))
        settle()
        by_digest, by_comparison = both_counts(framed, listed)
        assert by_digest == by_comparison == Reviewed(done, len(every))
    assert by_comparison.is_done


def test_a_hidden_edit_that_is_tagged_is_to_be_reviewed(framed: MainWindow, settle: Settle) -> None:
    where, case = framed.where, framed.case
    styled = next(n for n, one in enumerate(where.comparisons) if any(_is_style(edit) for edit in one.edits))
    where.go_to_witness(styled, next(n for n, e in enumerate(where.comparisons[styled].edits) if _is_style(e)))
    target, code = where.edit_target, case.snapshot.codes[0]
    assert target is not None
    where.list_edits(style=False, white_space=False)
    before, _ = both_counts(framed, Listed(style=False))
    assert before is not None
    case.decide(lambda session: session.toggle_tag(target, code))
    settle()
    where.list_edits(style=True, white_space=False)
    where.list_edits(style=False, white_space=False)
    by_digest, by_comparison = both_counts(framed, Listed(style=False))
    assert by_digest == by_comparison
    assert by_comparison.total in (before.total, before.total + 1)


def test_a_family_that_is_still_being_counted_has_no_count(framed: MainWindow) -> None:
    assert framed.where.family is not None
    pairs = framed.case.book.pairs(framed.where.family.id)
    assert reviewed_among(framed.case.snapshot, pairs, {}) is None


def test_the_list_of_families_counts_what_is_listed_as_the_meters_do(framed: MainWindow, qtbot: QtBot) -> None:
    where, meters, families = framed.where, framed.status.meters, framed.workspace.lists.families
    assert where.family is not None
    assert meters is not None
    index, totals, in_case = families.filtered.find(where.family.id), [], []
    for style in (True, False, True):
        where.list_edits(style=style, white_space=False)
        totals.append(added_up(reviewed_in(framed.case.snapshot, one) for one in where.comparisons).total)
        qtbot.waitUntil(lambda: index.data(ROW_ROLE).reviewed == Reviewed(0, totals[-1]))
        in_case.append(int(meters.case.label.text().rpartition(" ")[2]))
    assert totals[0] == totals[2] > totals[1]
    assert in_case[0] - in_case[1] >= totals[0] - totals[1], "other families may have edits of style too"
    assert in_case[0] == in_case[2]


def _is_style(edit: Edit) -> bool:
    return [label.kind.value for label in edit.labels] == ["style"]
