"""The dialogs about the case. Each is imported when it is asked for, so that the window need not wait for it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ui.desktop.case.casework import Casework
from ui.desktop.case.findings_desk import FindingsDesk
from ui.desktop.case.whereabouts import Whereabouts
from ui.desktop.feature import Feature, Handlers
from ui.desktop.theme import Themes


class Dialogs(Feature):
    """Opens them over `window`; `open_case` opens another case in place of this one."""

    def __init__(
        self,
        case: Casework,
        where: Whereabouts,
        desk: FindingsDesk,
        themes: Themes,
        open_case: Callable[[Path], None],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._case, self._where, self._desk, self._themes = case, where, desk, themes
        self._open_case, self._window = open_case, window

    def handlers(self) -> Handlers:
        """What to call for each of its actions."""
        return {
            "recent": self._show_recent,
            "settings": self._show_settings,
            "words": self._show_words,
            "explain": self._explain,
            "origin": self._ask_origin,
        }

    def _show_recent(self) -> None:
        from ui.desktop.recent import RecentCases

        RecentCases(self._open_case, self._case.state, self._window).show()

    def _show_settings(self) -> None:
        from ui.desktop.settings_dialog import SettingsDialog

        SettingsDialog(self._case, self._window).open()

    def _show_words(self) -> None:
        from ui.desktop.words.dialog import WordsDialog

        WordsDialog(self._case, self._themes, self._window).open()

    def _explain(self) -> None:
        from ui.desktop.inspector.why_dialog import WhyDialog

        if self._where.family is not None:
            WhyDialog(self._case, self._where.family, self._window).open()

    def _ask_origin(self) -> None:
        from ui.desktop.inspector.origin_dialog import OriginDialog

        OriginDialog.ask(self._case, self._where, self._desk, self._window)
