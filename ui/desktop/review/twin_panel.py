"""What was decided of one edit, to be applied to the same edit elsewhere: what of it, and where."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.desktop.lists.filtered_list import RowView
from ui.desktop.lists.models import ROW_ROLE
from ui.desktop.parts import fit_row, hint
from ui.desktop.review.twin_rows import ELSEWHERE, HERE, TwinCard, TwinModel, TwinRow, twin_row
from ui.desktop.review.words import kind_words
from ui.desktop.spoken import tab_through
from ui.desktop.theme import Themes
from ui.desktop.wording import count, listed, shortened
from workbench.applying import Given, decided_on, stands_in_the_way, would_change
from workbench.identical import Twin, standing
from workbench.model import Target
from workbench.snapshot import Snapshot

_OWN_KEYS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NOTE = 60


class TwinPanel(QWidget):
    """Tick boxes for what is applied over a list of where; Return applies, Escape leaves."""

    applied = Signal()
    """A person wants it."""
    left = Signal()
    """A person does not want it."""

    def __init__(self, themes: Themes) -> None:
        super().__init__()
        self.setObjectName("inspector")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.heading, self.state = QLabel(), hint()
        self.heading.setObjectName("heading")
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setWordWrap(True)
        self.tags, self.note, self.labels = QCheckBox(), QCheckBox(), QCheckBox()
        self.reviewed = QCheckBox("Mark as reviewed")
        self.replacing = QCheckBox("Replace notes and labels that stand there")
        self.rows = TwinModel(lambda row: row.twin.target, lambda row: row.spoken, parent=self)
        self.view = RowView(TwinCard, themes, "Where the same edit stands", self)
        self.view.setModel(self.rows)
        self.apply, self.leave = QPushButton(), QPushButton("Leave   Esc")
        self.apply.setObjectName("cancel")
        self.leave.setObjectName("cancel")
        self.leave.setAccessibleName("Leave without applying, key Esc")
        self._snapshot, self._texts = Snapshot(), dict[int, str]()
        self._target: Target | None = None
        self._decided = Given()
        self._here: Sequence[Twin] = ()
        self._there: Sequence[Twin] = ()
        self._unticked: set[Target] = set()
        self._assemble()

    @property
    def boxes(self) -> tuple[QCheckBox, ...]:
        """The tick boxes, from the first to the last."""
        return self.tags, self.note, self.labels, self.reviewed, self.replacing

    def _assemble(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 10)
        layout.setSpacing(4)
        top, self._foot = QVBoxLayout(), QHBoxLayout()
        top.setContentsMargins(14, 0, 12, 4)
        self._foot.setContentsMargins(14, 4, 12, 0)
        for widget in (self.heading, *self.boxes, self.state):
            top.addWidget(widget)
        self._foot.addWidget(self.apply, 1)
        self._foot.addWidget(self.leave)
        layout.addLayout(top)
        layout.addWidget(self.view, 1)
        layout.addLayout(self._foot)
        tab_through(*self.boxes, self.view, self.apply, self.leave)
        for box in self.boxes:
            box.toggled.connect(lambda _: self._tell())
        self.apply.clicked.connect(self.applied)
        self.leave.clicked.connect(self.left)
        self._name_boxes(Given(), Given())
        self._tell()
        self.view.installEventFilter(self)
        self.view.clicked.connect(lambda index: self._toggle(index.data(ROW_ROLE)))

    # What is shown

    def show_edit(
        self, snapshot: Snapshot, texts: Mapping[int, str], target: Target, words: str, here: Iterable[Twin]
    ) -> None:
        """Show an edit, and where in its family it stands too; other families are still being looked through."""
        self._target, self._texts, self._here, self._there = target, dict(texts), tuple(here), ()
        self._unticked.clear()
        self._decided = Given()
        self.heading.setText(f"The same edit elsewhere: {words}")
        for box in self.boxes:
            box.setChecked(False)
        self.state.setText("Looking through the other families…")
        self.refresh(snapshot)
        self.view.setCurrentIndex(self.rows.index(0))

    def add_elsewhere(self, there: Iterable[Twin]) -> None:
        """Show where in other families it stands."""
        self._there = tuple(there)
        self.say("" if self._here or self._there else "This edit stands nowhere else, word for word.")
        self.refresh(self._snapshot)
        if not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self.rows.index(0))

    def say(self, sentence: str) -> None:
        """Say how the search stands; nothing, when it is over."""
        self.state.setText(sentence)
        self.state.setVisible(bool(sentence))

    def refresh(self, snapshot: Snapshot) -> None:
        """Show what stands on the edit and on the others by now."""
        self._snapshot = snapshot
        if self._target is None:
            return
        before, self._decided = self._decided, decided_on(snapshot, self._target)
        self._name_boxes(before, self._decided)
        groups = ((HERE, standing(snapshot, self._here)), (ELSEWHERE, standing(snapshot, self._there)))
        self.rows.set_rows(
            [
                self._row(twin, group if not number else "")
                for group, twins in groups
                for number, twin in enumerate(twins)
            ]
        )
        self.view.scheduleDelayedItemsLayout()
        self._tell()

    def _row(self, twin: Twin, group: str) -> TwinRow:
        texts = self._texts[twin.base.place.article_id], self._texts[twin.witness.place.article_id]
        return twin_row(self._snapshot, twin, texts, ticked=twin.target not in self._unticked, group=group)

    def _name_boxes(self, before: Given, now: Given) -> None:
        """Say what there is to apply; what is new among it is ticked."""
        names = [self._snapshot.code[code].name for code in now.codes if code in self._snapshot.code]
        self.tags.setText(f"Tags: {listed(names)}" if names else "No tags")
        self.note.setText(f"Note: {shortened(now.note, _NOTE)}" if now.note else "No note")
        by_hand = f"Labels by hand: {kind_words(now.labels)}" if now.labels else "Labels rejected"
        self.labels.setText(by_hand if now.labels is not None else "No word on labels")
        has = (bool(names), bool(now.note), now.labels is not None)
        had = (bool(before.codes), bool(before.note), before.labels is not None)
        for box, there, earlier in zip((self.tags, self.note, self.labels), has, had, strict=True):
            box.setEnabled(there)
            box.setChecked(there and (box.isChecked() or not earlier))
        if now.reviewed and not before.reviewed:
            self.reviewed.setChecked(True)

    def _tell(self) -> None:
        """Say to how many edits something would be given."""
        given, snapshot = self.given, self._snapshot
        hindered = any(stands_in_the_way(snapshot, twin.target, given) for twin in self.ticked)
        self.replacing.setVisible(hindered or self.replacing.isChecked())
        touched = self.touched
        words = f"Apply to {count(touched, 'edit')}"
        self.apply.setText(f"{words}   Return" if touched else "Nothing to apply")
        self.apply.setAccessibleName(f"{words}, key Return" if touched else "Nothing to apply")
        self.apply.setEnabled(bool(touched))
        fit_row(self._foot, self.width())

    # What is wanted

    @property
    def given(self) -> Given:
        """What of the decisions is ticked."""
        decided = self._decided
        return Given(
            decided.codes if self.tags.isChecked() else (),
            decided.note if self.note.isChecked() else "",
            decided.labels if self.labels.isChecked() else None,
            self.reviewed.isChecked(),
            self.replacing.isChecked(),
        )

    @property
    def ticked(self) -> list[Twin]:
        """The places that are ticked."""
        return [row.twin for row in self.rows.rows if row.ticked]

    @property
    def touched(self) -> int:
        """How many edits would change."""
        given, snapshot = self.given, self._snapshot
        return sum(would_change(snapshot, twin.edit, twin.target, given) for twin in self.ticked)

    def _toggle(self, row: object) -> None:
        if isinstance(row, TwinRow):
            self._unticked ^= {row.twin.target}
            self.rows.set_rows([replace(one, ticked=one.twin.target not in self._unticked) for one in self.rows.rows])
            self._tell()

    # Keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the list, Space ticks, Return applies, Escape leaves."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _OWN_KEYS:
            if event.key() == Qt.Key.Key_Space:
                self._toggle(self.view.currentIndex().data(ROW_ROLE))
            else:
                self.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Keys that mean something here are not taken for actions of the window."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and _is_own(event):
            event.accept()
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons where their words are seen whole."""
        super().resizeEvent(event)
        fit_row(self._foot, self.width())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return applies what is ticked, Escape leaves."""
        if event.key() == Qt.Key.Key_Escape or (event.key() in _RETURN and self.leave.hasFocus()):
            self.left.emit()
        elif event.key() in _RETURN:
            if self.apply.isEnabled():
                self.applied.emit()
        else:
            super().keyPressEvent(event)


def _is_own(event: QKeyEvent) -> bool:
    return event.key() in _OWN_KEYS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
