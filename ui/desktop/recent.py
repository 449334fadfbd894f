"""The cases that were open last, and the sample case, to be opened by typing a part of their names."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ui.cases import is_there, recent_cases, sample_case
from ui.desktop.case.case_state import CaseState
from ui.desktop.picker import Choice, Picker


class RecentCases(Picker):
    """The last cases, newest first; the one that is open is not among them."""

    def __init__(self, open_case: Callable[[Path], None], state: CaseState | None, parent: QWidget) -> None:
        here = state.path.absolute() if state else None
        super().__init__("Recent cases", "Open a recent case", _choices(open_case, here), parent)
        self.nothing.setText("No other case of that name was open lately")


def _choices(open_case: Callable[[Path], None], here: Path | None) -> Iterator[Choice]:
    sample, _ = sample_case()
    for path in dict.fromkeys((*recent_cases(), sample)):
        if path != here and is_there(path):
            folder = str(path.parent) if path != sample else "comes with the program"
            yield Choice(path.stem, partial(open_case, path), folder, f"{path.stem}, in {folder}")
