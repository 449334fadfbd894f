"""The main window: joins case, whereabouts, panels and commands. What each of them does is their own business."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QSettings, QSize, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from ui.actions import Enabled
from ui.desktop.case.ahead import Ahead
from ui.desktop.case.case_watch import CaseWatch
from ui.desktop.case.casework import Casework
from ui.desktop.case.decisions import Decisions, moves
from ui.desktop.case.lanes import Lanes
from ui.desktop.case.studies import Studies
from ui.desktop.case.whereabouts import Whereabouts
from ui.desktop.choosing import Chooser, case_among, dropped_paths
from ui.desktop.commands import Commands
from ui.desktop.dialogs import Dialogs
from ui.desktop.feature import Feature, Handlers, LaterFeature
from ui.desktop.field_keys import FieldKeys
from ui.desktop.guide import GuideBar
from ui.desktop.history.taking_back import TakingBack
from ui.desktop.idle_keys import IdleKeys
from ui.desktop.idle_reasons import Reasons
from ui.desktop.key_hints import name_keys
from ui.desktop.keys import Keys
from ui.desktop.lists.searching import Searching
from ui.desktop.message_bar import MessageBar
from ui.desktop.plain import title
from ui.desktop.reshaping.reshape import Reshape
from ui.desktop.review.features import review_features
from ui.desktop.showing import Showing
from ui.desktop.status import StatusLine
from ui.desktop.theme import Scheme, Themes
from ui.desktop.tool_bar import Tools
from ui.desktop.view_switch import VIEW_ACTIONS
from ui.desktop.wording import aligned_sentence, case_words, date_range, import_sentence, refusal_sentence
from ui.desktop.workspace import Workspace
from workbench.amendments_told import version_notice
from workbench.ports import MakeIndex
from workbench.session import ImportResult


class MainWindow(QMainWindow):
    """One window on one case."""

    def __init__(
        self, lanes: Lanes, case: Casework, themes: Themes, settings: QSettings, make_index: MakeIndex
    ) -> None:
        super().__init__()
        self.lanes, self.case, self.themes, self._settings = lanes, case, themes, settings
        self.keys = Keys(settings, self)
        FieldKeys(self.keys, self)
        self.where = Whereabouts(case, self)
        Ahead(case, self.where, self)
        self.problem, self.status = MessageBar(), StatusLine(lanes)
        self.guide = GuideBar(self.keys, settings)
        self.studies = Studies(lanes, case, self)
        searching = Searching(lanes, case, make_index, self)
        self.workspace = Workspace(case, self.where, themes, self.studies, self.keys, searching)
        self.choose = Chooser(self)
        self.decisions = Decisions(case, self.where, self.workspace.notes, self.choose, self.problem, self.status.say)
        self.reshape = Reshape(case, self.where, self.workspace, themes, self.keys, self.status.say, self)
        watch = CaseWatch(lanes, case, self.choose, self.problem, self.status, self)
        dialogs = Dialogs(case, self.where, self.workspace.desk, themes, self.open_case, self)
        history = LaterFeature("history", self._history, self)
        back = TakingBack(case, self.where, self.workspace, self)
        back.told.connect(self.status.say)
        review = review_features(lanes, case, self.where, self.workspace, self.status, themes, self.keys, self)
        show = Showing(self.workspace, themes, settings, self.keys, self.guide, lambda: self.commands, self)
        others = self.reshape, watch, dialogs, history, back, show
        self.features: tuple[Feature, ...] = (*self.workspace.features, *others, *review)
        self.commands = Commands(self, themes, self.keys, self._handlers())
        reasons = Reasons(case, self.where, self.workspace)
        self.idle_keys = IdleKeys(self, self.commands, self.keys, reasons, self.status.say_of_here)
        self.setWindowTitle("Variorum")
        self.setAcceptDrops(True)
        name_keys(self.keys, self.problem, self.workspace)
        self._assemble()
        self._connect()
        self.commands["hide_style"].setChecked(settings.value("hide_style") in (True, "true"))
        self._choose_edits("hide_style")
        self._enable()

    def _assemble(self) -> None:
        bar = Tools("Tools")
        bar.setObjectName("tools")
        bar.setMovable(False)
        bar.setIconSize(QSize(18, 18))
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.commands.fill_menus(self.menuBar())
        self.menuBar().setAccessibleName("Menus")
        self.commands.fill_toolbar(bar)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.addToolBar(bar)
        middle = QWidget()
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.guide)
        layout.addWidget(self.problem)
        layout.addWidget(self.workspace, 1)
        layout.addWidget(self.status)
        self.setCentralWidget(middle)

    def _connect(self) -> None:
        case, where, panels = self.case, self.where, self.workspace
        self.guide.follow({entry.objectName(): entry for entry in self.commands.all()})
        self.lanes.refused.connect(self.problem.tell)
        self.lanes.refused.connect(lambda _: panels.refresh())
        case.opened.connect(self._opened)
        case.changed.connect(self._changed)
        self.keys.changed.connect(self._changed)
        case.decided.connect(lambda refusal: self.problem.hide() if self.problem.says(refusal) else None)
        case.imported.connect(self._imported)
        case.aligned.connect(lambda: self.status.say(aligned_sentence(case.snapshot)))
        self.lanes.ended.connect(panels.notes.job_ended)
        case.before_leaving = panels.notes.check_leaving
        filtered = panels.lists.families.field.text
        case.exported.connect(lambda path: self.status.offer_report(path, filtered=bool(filtered().strip())))
        where.told.connect(self.status.say_of_here)
        for signal in (where.family_changed, where.edit_changed):
            signal.connect(self.status.went)
        for signal in (where.family_changed, where.compared, where.edit_changed, case.changed, case.opening_changed):
            signal.connect(self._enable)
        self.problem.told.connect(self.status.hush)
        self.problem.visible_changed.connect(self._enable)
        self.status.running_changed.connect(self._enable)
        self.status.exported_changed.connect(self._enable)
        panels.marking.picked_for_edit.connect(self.decisions.tag_current)
        panels.notes.written.connect(self.decisions.save_note)
        panels.empty.button.clicked.connect(self._help_out)
        panels.collation_changed.connect(self._enable)
        panels.collation_changed.connect(lambda shown: None if shown else self.status.hush())
        panels.middle.changed.connect(lambda: self.commands.check_one(VIEW_ACTIONS, panels.middle.action))
        self.commands.check_one(VIEW_ACTIONS, panels.middle.action)
        panels.collation.style_changed.connect(self.commands["collation_style"].setChecked)
        panels.collation.told.connect(self.status.say)
        self.commands["collation_style"].setChecked(True)
        panels.room_made.connect(self.commands["room"].setChecked)
        panels.comparison.told.connect(self.status.say)
        self.commands["lock"].setChecked(True)
        panels.comparison.lock_button.follow(self.commands["lock"])
        panels.lists.unplaced_changed.connect(self._enable)
        panels.page_changed.connect(self._enable)
        panels.lists.families.boilerplate_toggled.connect(self.commands["boilerplate"].setChecked)
        for feature in self.features:
            feature.can_changed.connect(self._enable)

    def open_case(self, path: Path, *, create: bool = False, then: Callable[[], None] = lambda: None) -> None:
        """Open a case, or make one, in place of the one that is open."""
        self.workspace.save_typed()
        self.case.open(path, create=create, then=then)

    def _history(self) -> Feature:
        from ui.desktop.history.desk import HistoryDesk

        return HistoryDesk(self.case, self.where, self.workspace, self.themes, self.choose, self)

    def _help_out(self) -> None:
        """Take the action that an empty page offers."""
        self.commands[self.workspace.empty.action_id].trigger()

    def _choose_edits(self, chosen: str) -> None:
        """List edits of style or hide them; who wants those of white space wants no style hidden, and the reverse."""
        hide, space = self.commands["hide_style"], self.commands["white_space"]
        if hide.isChecked() and space.isChecked():
            (space if chosen == "hide_style" else hide).setChecked(False)
        self.where.list_edits(white_space=space.isChecked(), style=not hide.isChecked())

    def _handlers(self) -> Handlers:
        """What the actions do that concern the window itself; the rest is moves and decisions."""
        panels = self.workspace
        return {
            "new_case": lambda: self.choose.case_to_make(lambda path: self.open_case(path, create=True)),
            "open_case": lambda: self.choose.case_to_open(self.open_case),
            "open_export": self.status.open_report,
            "quit": self._quit,
            "dismiss": self.problem.hide,
            "stop": self.lanes.stop_shown,
            "white_space": partial(self._choose_edits, "white_space"),
            "hide_style": partial(self._choose_edits, "hide_style"),
            "collation": lambda: panels.show_collation(self.commands["collation"].isChecked()),
            "collation_style": lambda: panels.collation.set_style(self.commands["collation_style"].isChecked()),
            **panels.lists.handlers(),
            **moves(self.where),
            "previous_family": partial(panels.step_family, -1),
            "next_family": partial(panels.step_family, 1),
            **self.decisions.handlers(),
            **{name: run for feature in self.features for name, run in feature.handlers().items()},
        }

    def _quit(self) -> None:
        self.close()

    # What follows from the case

    def _opened(self) -> None:
        state = self.case.state
        if state is None:
            return
        self.setWindowTitle(f"{title(state.path.stem)} — Variorum")
        self.choose.follow(state.path)
        self.problem.hide()
        self.guide.hide()
        self.status.forget_report()
        if state.read_only:
            self.problem.tell("This case can be looked at but not changed: its file, or its disk, is read-only.")
        elif notice := version_notice(state.snapshot.words):
            self.problem.tell(notice)

    def _changed(self) -> None:
        snapshot = self.case.snapshot
        dates = date_range(snapshot.articles) if snapshot.articles else ""
        self.status.set_rest(case_words(snapshot, self.keys.named("align")) + (f" · {dates}" if dates else ""))
        self.commands.name_codes(snapshot.codes)
        self.commands.name_history(snapshot.undo_summary, snapshot.redo_summary)

    def _imported(self, result: ImportResult) -> None:
        if result.refused:
            self.problem.tell(refusal_sentence(result))
        self.status.say(import_sentence(result))

    def _enable(self) -> None:
        snapshot, writable = self.case.snapshot, self.case.writable
        figures = self.workspace.shows_figures
        compared = self.where.comparison is not None and not figures and not self.workspace.viewing.reading
        self.commands.enable(
            {
                Enabled.CASE: self.case.state is not None and not self.case.opening,
                Enabled.WRITABLE: writable,
                Enabled.ARTICLES: writable and len(snapshot.articles) > 1,
                Enabled.FAMILIES: bool(snapshot.families),
                Enabled.UNPLACED: bool(self.workspace.lists.unplaced_rows.rowCount()),
                Enabled.WITNESS: compared,
                Enabled.MARKABLE: writable and compared,
                Enabled.VIEWED: self.where.comparison is not None and not figures,
                Enabled.COLLATED: self.workspace.collation_shown,
                Enabled.EDIT: writable and compared and self.where.edit is not None,
                Enabled.TAGGABLE: writable and compared and self.where.taggable is not None,
                Enabled.FIGURES: writable and figures,
                Enabled.UNDO: writable and bool(snapshot.undo_summary),
                Enabled.REDO: writable and bool(snapshot.redo_summary),
                Enabled.RUNNING: bool(self.lanes.shown()),
                Enabled.EXPORTED: self.status.report_path is not None,
                Enabled.TOLD: not self.problem.isHidden(),
                **{when: holds for feature in self.features for when, holds in feature.can().items()},
            }
        )
        self.idle_keys.follow()
        for scheme in Scheme:
            self.commands[f"theme_{scheme.value}"].setChecked(self.themes.scheme is scheme)

    # What the system does to the window

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome files and folders."""
        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open a dropped case; import anything else."""
        event.acceptProposedAction()
        self.take_paths(dropped_paths(event.mimeData()))

    def take_paths(self, paths: Sequence[Path]) -> None:
        """Open the case among some files, or import them when there is none."""
        case = case_among(paths)
        if case is not None:
            self.open_case(case)
        elif paths and self.case.opening:
            self.problem.tell("A case is just being opened; drop the files again when it is there.")
        elif paths and self.case.state is None:
            self.problem.tell("Open a case, or make a new one, before you import articles into it.")
        elif paths:
            self.case.import_paths(paths)

    def changeEvent(self, event: QEvent) -> None:
        """When the window comes to the front: another window may have changed the case meanwhile."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.case.look_again()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Write down what has been typed, remember the layout, close the case."""
        self.workspace.save_typed()
        if refusal := self.workspace.notes.refusal_to_close(self.lanes.wait_for):
            event.ignore()
            self.problem.tell(refusal)
            return
        self._settings.setValue("hide_style", self.commands["hide_style"].isChecked())
        self._settings.setValue("geometry", self.saveGeometry())
        self.workspace.save(self._settings)
        self.hide()  # what is under way may take a moment until it hears that it shall stop
        self.case.close()
        super().closeEvent(event)
