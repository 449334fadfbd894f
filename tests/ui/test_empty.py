"""What the window shows while there is nothing to compare."""

import pytest

from tests.ui.by_hand import family, state
from ui.actions import action
from ui.desktop.case.casework import CaseState
from ui.desktop.empty import (
    NO_ARTICLES,
    NO_CASE,
    NO_FAMILIES,
    NOT_ALIGNED,
    ONE_ARTICLE,
    ONLY_BOILERPLATE,
    Lack,
    lack_of,
)
from ui.desktop.window import MainWindow


@pytest.mark.parametrize(
    ("case", "lack"),
    [
        (None, NO_CASE),
        (state(0), NO_ARTICLES),
        (state(1), ONE_ARTICLE),
        (state(2, aligned=False), NOT_ALIGNED),
        (state(2), NO_FAMILIES),
        (state(2, family(1, boilerplate=True)), ONLY_BOILERPLATE),
        (state(2, family(1)), None),
    ],
)
def test_what_is_missing_is_known(case: CaseState | None, lack: Lack | None) -> None:
    assert lack_of(case) is lack


@pytest.mark.parametrize("lack", [NO_CASE, NO_ARTICLES, ONE_ARTICLE, NOT_ALIGNED, NO_FAMILIES, ONLY_BOILERPLATE])
def test_every_empty_page_names_a_key_that_does_it(window: MainWindow, lack: Lack) -> None:
    page = window.workspace.empty
    page.show_lack(lack)
    entry = action(lack.action)
    assert entry.keys
    assert entry.keys[0] in page.button.accessibleName()
    assert page.words.height() >= page.words.heightForWidth(page.words.width())
