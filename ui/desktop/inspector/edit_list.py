"""The edits of the current witness as a list that can be read, spoken and walked through."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.desktop.case.casework import Casework
from ui.desktop.case.findings_desk import FindingsDesk
from ui.desktop.case.reviewed import reviewed_in
from ui.desktop.case.whereabouts import Whereabouts
from ui.desktop.inspector.edit_card import EditCard
from ui.desktop.inspector.edit_rows import EditRow, edit_rows
from ui.desktop.lists.filtered_list import RowView
from ui.desktop.lists.models import ROW_ROLE, RowModel
from ui.desktop.parts import announce
from ui.desktop.review.words import verdict_words
from ui.desktop.theme import Themes
from ui.desktop.wording import count, label_words

_LEAST = 44
"""So high is the list at least, in pixels, in a window of the smallest size."""


class EditList(QWidget):
    """The list of edits with a head that says which one is current, and why it has its labels."""

    def __init__(self, case: Casework, where: Whereabouts, desk: FindingsDesk, themes: Themes) -> None:
        super().__init__()
        self._case, self._where, self._desk = case, where, desk
        self.heading, self.reason, self.hidden = QLabel("Edits"), QLabel(), QLabel()
        self.heading.setObjectName("heading")
        for label in (self.reason, self.hidden):
            label.setObjectName("hint")
        for label in (self.heading, self.reason, self.hidden):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.rows: RowModel[EditRow] = RowModel(lambda row: (row.edit, row.number), lambda row: row.spoken, parent=self)
        self.view = RowView(EditCard, themes, "Edits of the current witness", self)
        self.view.setModel(self.rows)
        self.view.setMinimumHeight(_LEAST)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(_inset(self.heading))
        layout.addWidget(_inset(self.reason))
        layout.addSpacing(4)
        layout.addWidget(self.view, 1)
        layout.addWidget(_inset(self.hidden))
        for signal in (where.compared, where.witness_changed, case.changed, desk.changed):
            signal.connect(self.refresh)
        where.edit_changed.connect(self._follow)
        self._whole = QTimer(self)  # what stands above the list takes its new height first
        self._whole.setSingleShot(True)
        self._whole.timeout.connect(lambda: self.view.scrollTo(self.view.currentIndex()))
        self.view.selectionModel().currentChanged.connect(self._picked)

    def refresh(self) -> None:
        """Take the edits anew and follow the current one."""
        rows = edit_rows(self._case, self._where, self._desk.findings)
        heights = [row.marks for row in self.rows.rows]
        self.rows.set_rows(rows)
        if heights != [row.marks for row in rows]:
            self.view.scheduleDelayedItemsLayout()
            self._whole.start()
        self._follow()

    def _follow(self) -> None:
        number = self._where.edit_number
        self._write_head(self.rows.rows, number)
        style = self._where.style_hidden(self._where.number)
        self.hidden.setText(f"{count(style, 'difference')} of style hidden." if style else "")
        self.hidden.setVisible(bool(style))
        index = self.rows.index(number) if number >= 0 else QModelIndex()
        if index != self.view.currentIndex() and (index.isValid() or self.rows.rows):
            self.view.setCurrentIndex(index)
            self._whole.start()

    def _write_head(self, rows: Sequence[EditRow], number: int) -> None:
        if not 0 <= number < len(rows):
            nothing = "No edit is current" if rows else f"No edits{' · reviewed' if self._whole_is_reviewed() else ''}"
            self.heading.setText(nothing if self._where.comparison else "Edits")
            self.reason.setText(self._no_edit(bool(rows)) if self._where.comparison else "")
            self.reason.setVisible(bool(self.reason.text()))
            return
        row = rows[number]
        done = " · reviewed" if row.reviewed else ""
        self.heading.setText(f"Edit {number + 1} of {len(rows):,} · {label_words(row.edit.labels)}{done}")
        reasons = dict.fromkeys(label.reason for label in row.edit.labels if label.reason)
        if row.verdict is not None:
            words = verdict_words(row.verdict)
            reasons[f"{words[0].lower()}{words[1:]}" if reasons else words] = None
        self.reason.setText("; ".join(reasons))
        self.reason.setVisible(bool(reasons))
        self.view.setAccessibleDescription(row.spoken)

    def _whole_is_reviewed(self) -> bool:
        comparison = self._where.comparison
        return comparison is not None and reviewed_in(self._case.snapshot, comparison).is_done

    def announce(self) -> None:
        """Have a screen reader say the current edit; where the list has the focus it does so by itself."""
        if not self.view.hasFocus():
            number = self._where.edit_number
            rows = self.rows.rows
            announce(
                self, rows[number].spoken if 0 <= number < len(rows) else f"{self.heading.text()}. {self.reason.text()}"
            )

    def _no_edit(self, elsewhere: bool) -> str:
        if elsewhere:
            return "This outlet has the words here as the base has them."
        if self._where.style_hidden(self._where.number):
            return "This outlet has the same words; it differs in style only."
        left_out = count(self._where.left_out, "edit")
        more = f" {left_out} of white space can be listed by the View menu." if self._where.left_out else ""
        return f"This outlet has the passage word for word.{more}"

    def _picked(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, EditRow):
            self._where.go_to_edit(row.number)


def _inset(label: QLabel) -> QLabel:
    label.setContentsMargins(14, 0, 12, 0)
    return label
