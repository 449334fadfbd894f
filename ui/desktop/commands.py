"""The table of actions as Qt has it: menus, toolbar, keys, and when each action can be taken."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLabel, QMenuBar, QSizePolicy, QToolBar, QToolButton, QWidget

from ui.actions import ACTIONS, Action, Enabled, Menu, action
from ui.desktop.icons import icon
from ui.desktop.keys import Keys
from ui.desktop.plain import caption, tip, uncaptioned
from ui.desktop.theme import Themes
from workbench.model import Code

_HISTORY = ("undo", "redo")
"""The actions whose words say what they take back or do again."""


class Commands:
    """Every action of the table as a `QAction`."""

    def __init__(self, owner: QWidget, themes: Themes, keys: Keys, handlers: Mapping[str, Callable[[], None]]) -> None:
        self._themes, self._keys = themes, keys
        self._actions: dict[str, QAction] = {}
        for entry in ACTIONS:
            made = QAction(entry.text, owner)
            made.setObjectName(entry.id)
            made.setCheckable(entry.checkable)
            made.triggered.connect(lambda _=False, run=handlers[entry.id]: run())
            made.setIconVisibleInMenu(False)
            owner.addAction(made)
            self._actions[entry.id] = made
        self._draw_icons()
        self._give_keys()
        themes.changed.connect(self._draw_icons)
        keys.changed.connect(self._give_keys)

    def __getitem__(self, action_id: str) -> QAction:
        return self._actions[action_id]

    def all(self) -> list[QAction]:
        """Every action, in the order of the table."""
        return list(self._actions.values())

    def fill_menus(self, bar: QMenuBar) -> None:
        """Give the menu bar its menus."""
        for menu in Menu:
            made = bar.addMenu(menu.marked)
            codes = made
            for entry in ACTIONS:
                if entry.menu is not menu:
                    continue
                if entry.starts_group and not entry.series:
                    made.addSeparator()
                if entry.series and entry.id.endswith("_1"):
                    made.addSeparator() if entry.id == "tag_edit_1" else None
                    codes = made.addMenu("Tag the edit" if entry.id == "tag_edit_1" else "Tag the whole witness")
                (codes if entry.series else made).addAction(self._actions[entry.id])

    def fill_toolbar(self, bar: QToolBar) -> None:
        """Give the toolbar its buttons; help stands at the right."""
        menu = None
        for entry in ACTIONS:
            if not entry.toolbar:
                continue
            if entry.menu is Menu.HELP and menu is not Menu.HELP:
                gap = QWidget()
                gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
                bar.addWidget(gap)
            elif menu not in (None, entry.menu):
                bar.addSeparator()
            menu = entry.menu
            if entry.label:
                label = QLabel(entry.label)
                label.setObjectName("tool_label")
                bar.addWidget(label)
            bar.addAction(self._actions[entry.id])
            button = bar.widgetForAction(self._actions[entry.id])
            button.setAccessibleName(entry.plain_text)
            if entry.short and isinstance(button, QToolButton):
                self._actions[entry.id].setIconText(entry.short)
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)

    def enable(self, can: Mapping[Enabled, bool]) -> None:
        """Enable the actions that can be taken."""
        for entry in ACTIONS:
            self._actions[entry.id].setEnabled(entry.enabled is Enabled.ALWAYS or can.get(entry.enabled, False))

    def check_one(self, of: Iterable[str], wanted: str) -> None:
        """Of some actions, show one as on and the others as off; none when it is not among them."""
        for action_id in of:
            self[action_id].setChecked(action_id == wanted)

    def name_codes(self, codes: tuple[Code, ...]) -> None:
        """Let the tagging actions say which code they put on."""
        names = {str(code.digit): code.name for code in codes if code.digit >= 0}
        for entry in ACTIONS:
            if entry.series:
                made, name = self._actions[entry.id], names.get(entry.id[-1])
                what = "Tag the edit" if entry.id.startswith("tag_edit") else "Tag the witness"
                made.setText(f"{what}: {caption(name)}" if name else entry.text)
                made.setVisible(name is not None)

    def name_history(self, undo: str, redo: str) -> None:
        """Let undo and redo say what they take back and do again."""
        self._actions["undo"].setText(f"Undo: {caption(undo)}" if undo else "Undo")
        self._actions["redo"].setText(f"Redo: {caption(redo)}" if redo else "Redo")
        for name in _HISTORY:
            self._actions[name].setIconText(name.capitalize())
            self._give_tip(action(name))

    def _give_keys(self) -> None:
        for entry in self._keys.actions:
            made = self._actions[entry.id]
            made.setShortcuts([QKeySequence(key) for key in entry.keys])
            made.setAutoRepeat(not entry.single_letter)
            self._give_tip(entry)

    def _give_tip(self, entry: Action) -> None:
        words = uncaptioned(self._actions[entry.id].text()) if entry.id in _HISTORY else entry.plain_text
        keys = self._keys.shown(entry.id)
        self._actions[entry.id].setToolTip(tip(f"{words} ({keys})" if keys else words))

    def _draw_icons(self) -> None:
        ink, faint = self._themes.colour("text"), self._themes.colour("strong_rule")
        for entry in ACTIONS:
            if entry.icon:
                self._actions[entry.id].setIcon(icon(entry.icon, ink, faint))
