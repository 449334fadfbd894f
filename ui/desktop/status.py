"""The line at the foot of the window: what the case holds, what is going on, how to stop it, what came of it."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOption,
    QWidget,
)

from ui.desktop.case.lanes import Job, Lanes
from ui.desktop.parts import announce
from ui.desktop.plain import tip
from ui.desktop.review.meters import ReviewMeters
from ui.desktop.spoken import Role, speak_as

_SAID_FOR = 8000
_QUIET_FOR = 250


class _Sentence(QLabel):
    """A sentence whose middle gives way where there is no room for all of it; the tool tip has it whole."""

    def setText(self, text: str) -> None:
        """Say something else."""
        super().setText(text)
        self.setToolTip(tip(text))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint as much as there is room for: the beginning, and the end, where the key or the file’s name stands."""
        option = QStyleOption()
        option.initFrom(self)
        area = self.contentsRect()
        shown = option.fontMetrics.elidedText(self.text(), Qt.TextElideMode.ElideMiddle, area.width())
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        aligned = QStyle.visualAlignment(self.layoutDirection(), middle)
        role, enabled = self.foregroundRole(), self.isEnabled()
        self.style().drawItemText(QPainter(self), area, aligned.value, option.palette, enabled, shown, role)


class StatusLine(QWidget):
    """Never takes the focus by itself; everything it says is also its accessible name."""

    exported_changed = Signal()
    """Whether there is a report to open is different from before."""
    running_changed = Signal()
    """Whether there is work to stop is different from before."""

    def __init__(self, lanes: Lanes) -> None:
        super().__init__()
        self._lanes = lanes
        self.setObjectName("status")
        speak_as(self, Role.StatusBar, "What is going on")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.report_path: Path | None = None
        self.text, self.stage = _Sentence(), QLabel()
        for label in (self.text, self.stage):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.open_button = QPushButton("Open")
        self.open_button.setAccessibleName("Open the exported report")
        self.open_button.setObjectName("link")
        self.open_button.clicked.connect(self.open_report)
        self.bar = QProgressBar()
        self.bar.setFixedWidth(180)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("Progress")
        self.cancel = QPushButton("Cancel")
        self.cancel.setAccessibleName("Stop the running work")
        self.cancel.setObjectName("cancel")
        self.cancel.clicked.connect(lanes.stop_shown)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 2, 10, 2)  # work that is shown must not make the window’s foot higher
        layout.setSpacing(10)
        layout.addWidget(self.text, 1)
        self.meters: ReviewMeters | None = None
        for widget in (self.open_button, self.stage, self.bar, self.cancel):
            widget.hide()
            layout.addWidget(widget)
        self._holds = self._rest = self._of_here = ""
        self._calm = self._timer(self._show_rest)
        self._show_soon = self._timer(self._show_progress)
        lanes.started.connect(self._started)
        lanes.progressed.connect(self._progressed)
        lanes.stopping.connect(self._stopping)
        lanes.ended.connect(self._ended)

    def _timer(self, then: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(then)
        return timer

    def add_meters(self, meters: ReviewMeters) -> None:
        """Show how much was reviewed at the right, always."""
        self.meters = meters
        row = self.layout()
        if row is not None:
            row.addWidget(meters)

    def set_rest(self, text: str) -> None:
        """What stands there when there is nothing to say: what the case holds."""
        self._holds = self._rest = text
        if not self._calm.isActive():
            self._show_rest()

    def say(self, sentence: str) -> None:
        """Say something for a while."""
        self.text.setText(sentence)
        self.text.setAccessibleName(sentence)
        announce(self, sentence)
        self._calm.start(_SAID_FOR)

    def say_of_here(self, sentence: str) -> None:
        """Say something of where one is, such as why there is no way on; it holds until one goes elsewhere."""
        self.say(sentence)
        self._of_here = sentence

    def went(self) -> None:
        """A person went elsewhere: what was said of where one was is not so any more."""
        self.withdraw(self._of_here)
        self._of_here = ""

    def withdraw(self, sentence: str) -> None:
        """A sentence is not so any more: it goes, if it still stands there."""
        if sentence and self.text.text() == sentence:
            self._calm.stop()
            self._show_rest()

    def hush(self) -> None:
        """Something went wrong: what was said of earlier work stands there no more."""
        self._calm.stop()
        self._rest = self._holds
        self._show_rest()

    def offer_report(self, path: Path, *, filtered: bool = False) -> None:
        """Say where a report was written, and offer to open it; where the list is `filtered`, that it was not."""
        self.report_path = path
        self._calm.stop()
        self._rest = f"The report {'of the whole case, without the filter, ' if filtered else ''}is in {path}"
        self._show_rest()
        self.open_button.show()
        self.exported_changed.emit()

    def forget_report(self) -> None:
        """Another case is open."""
        self.report_path = None
        self.open_button.hide()
        self.exported_changed.emit()

    def open_report(self) -> None:
        """Open the report with whatever the system opens such files with.

        Some systems take the wish and tell nobody that they have no program for it, so that is said in any case.
        """
        if self.report_path is None:
            return
        kind = self.report_path.suffix.lstrip(".").upper()
        if QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.report_path))):
            self.say(f"If no window opens, this computer has no program for {kind} files: {self.report_path}")
        else:
            self.say(f"This computer has no program that opens {kind} files; the report is in {self.report_path}")

    def _show_rest(self) -> None:
        self.text.setText(self._rest)
        self.text.setAccessibleName(self._rest)

    def _started(self, job: Job) -> None:
        if job.title:
            self.stage.setText(f"{job.title}…")
            self.bar.setRange(0, 0)
            self._show_soon.start(_QUIET_FOR)
            self.running_changed.emit()

    def _progressed(self, job: Job, stage: str, done: int, total: int) -> None:
        if job.stopped.is_set():
            return
        more = "…" if stage == job.title else f": {stage[:1].lower()}{stage[1:]}"
        self.stage.setText(f"{job.title}{more}")
        self.bar.setRange(0, max(total, 0))
        self.bar.setValue(done)

    def _stopping(self, job: Job) -> None:
        """Show that it was heard, as some work ends only where it comes to a rest."""
        self.stage.setText(f"Stopping: {job.title[:1].lower()}{job.title[1:]}…")
        self.bar.setRange(0, 0)

    def _ended(self, job: Job) -> None:
        again = any(other.title == job.title for other in self._lanes.shown())
        if job.title and job.stopped.is_set() and not again:
            self.say(f"Stopped: {job.title[:1].lower()}{job.title[1:]}.")
        if job.title:
            self._show_soon.start(0 if self.bar.isHidden() else _QUIET_FOR)
            self.running_changed.emit()

    def _show_progress(self) -> None:
        running = bool(self._lanes.shown())
        for widget in (self.stage, self.bar, self.cancel):
            widget.setVisible(running)
        if self.meters is not None:
            self.meters.set_short(running)
