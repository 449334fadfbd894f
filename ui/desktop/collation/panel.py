"""The collation of the current family in place of the two sides: heat, score and the readings of the current column."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui.desktop.case.casework import Casework, Look
from ui.desktop.case.lanes import Job
from ui.desktop.case.whereabouts import Whereabouts
from ui.desktop.collation.heat import HeatStrip
from ui.desktop.collation.marks import Legend
from ui.desktop.collation.places import column_of_edit, edit_at, span_of_cell
from ui.desktop.collation.table import CollationTable, collation_table
from ui.desktop.collation.view import CollationView
from ui.desktop.plain import tip
from ui.desktop.spoken import tab_through
from ui.desktop.theme import Themes
from ui.desktop.wording import count
from workbench.model import Family, Place
from workbench.progress import ProgressReport
from workbench.snapshot import Snapshot

if TYPE_CHECKING:
    from workbench.comparing.collation import Collation

_KEPT = 12
"""So many collations are kept: one comes back to a family, and another base needs no other."""


class Shown(NamedTuple):
    """What a table is about: the places of the witnesses and of the base."""

    places: tuple[Place, ...]
    base: Place


class CollationPanel(QWidget):
    """Asks for the collation while it is awake; its current cell is the current witness and, where it has one, edit."""

    opened = Signal(object)
    """A person wants to see a place of the witness side by side with the base: its `Span` in the article."""
    left = Signal()
    """A person wants to leave the collation."""
    told = Signal(str)
    """The current cell in words."""
    style_changed = Signal(bool)
    """Whether differences of style are marked."""

    def __init__(self, case: Casework, where: Whereabouts, themes: Themes) -> None:
        super().__init__()
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # in which it is painted
        self._case, self._where = case, where
        self._known: dict[tuple[Place, ...], Collation] = {}
        self._asleep, self._going = True, False
        self._job: Job | None = None
        self._wanted: Shown | None = None
        self._table_of: Shown | None = None
        self.collated = 0
        self.heading, self.readings = QLabel(), QLabel()
        self.heading.setObjectName("heading")
        self.heat, self.view, self.legend = HeatStrip(themes), CollationView(themes), Legend(themes)
        self.style_box = QCheckBox("Style (S)")
        self.style_box.setAccessibleName("Mark differences of style")
        self.style_box.setChecked(True)
        self._assemble()
        self._connect()
        themes.changed.connect(self._fit)

    def _fit(self) -> None:
        """Make room for so many lines, in the size that they are written in."""
        self.readings.setFixedHeight(3 * self.readings.fontMetrics().lineSpacing() + 16)

    def _assemble(self) -> None:
        self.setObjectName("inspector")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        for label in (self.heading, self.readings):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.readings.setWordWrap(True)
        self.readings.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.readings.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.readings.setContentsMargins(14, 7, 14, 7)
        self._fit()
        head = QHBoxLayout()
        head.setContentsMargins(14, 8, 14, 4)
        head.addWidget(self.heading, 1)
        head.addWidget(self.style_box)
        second = QHBoxLayout()
        second.setContentsMargins(14, 0, 14, 2)
        second.addWidget(self.legend)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addLayout(second)
        layout.addWidget(self.heat)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.readings)
        tab_through(self.style_box, self.view)

    def _connect(self) -> None:
        self.view.went.connect(self.go_to)
        self.view.opened.connect(self._open)
        self.view.left.connect(self.left)
        self.heat.picked.connect(lambda column: self.go_to(self.view.current[0], column))
        self.style_box.toggled.connect(self.set_style)
        self._case.opened.connect(self._known.clear)
        self._where.family_changed.connect(self._leave_family)
        self._where.compared.connect(self._refresh)
        self._where.witness_changed.connect(self._follow)
        self._where.edit_changed.connect(self._follow)

    def sleep(self, asleep: bool) -> None:
        """While the two sides are shown nothing is computed here."""
        self._asleep = asleep
        if asleep:
            self._stop()
        else:
            self._refresh()

    def set_style(self, shown: bool) -> None:
        """Mark differences of style, or leave them unmarked."""
        if self.style_box.isChecked() is not shown:
            self.style_box.setChecked(shown)
            return
        self.view.set_style(shown)
        self.heat.set_style(shown)
        self._write_heading()
        self.style_changed.emit(shown)

    # What is shown

    def _stop(self) -> None:
        if self._job is not None:
            self._job.stop()
        self._job, self._wanted = None, None

    def _leave_family(self) -> None:
        """Another family is on its way, or another base of this one, which stays in sight until then."""
        family = self._where.family
        self._stop()
        if family is None or self._table_of is None or self._table_of.places != _places(family):
            self._show(None, None)

    def _refresh(self) -> None:
        family = self._where.family
        if self._asleep or family is None or not self._where.comparisons:
            return
        wanted = Shown(_places(family), self._where.comparisons[0].base.place)
        if wanted == self._table_of:
            self._follow()
        elif wanted != self._wanted:
            self._stop()
            self._wanted = wanted
            self._job = self._case.look(self._work(family, wanted), self._arrived, topic="collate")

    def _work(self, family: Family, wanted: Shown) -> Look[tuple[Shown, CollationTable]]:
        known = self._known.get(wanted.places)

        def work(snapshot: Snapshot, texts: Mapping[int, str], report: ProgressReport) -> tuple[Shown, CollationTable]:
            from workbench.comparing.collation import collate

            found = known or collate([place.span.of(texts[place.article_id]) for place in wanted.places], report)
            return wanted, collation_table(found, family, snapshot)

        return work

    def _arrived(self, result: tuple[Shown, CollationTable]) -> None:
        shown, table = result
        if shown != self._wanted:
            return
        self._job, self._wanted = None, None
        if shown.places not in self._known:
            self.collated += 1
            self._known[shown.places] = table.collation
            while len(self._known) > _KEPT:
                del self._known[next(iter(self._known))]
        self._show(table, shown)
        self._follow()

    def _show(self, table: CollationTable | None, about: Shown | None) -> None:
        self._table_of = about
        self.view.show_table(table, "Laying all witnesses out in columns…")
        self.heat.show_table(table)
        self.readings.clear()
        self._write_heading()

    def _write_heading(self) -> None:
        table = self.view.table
        if table is None:
            self.heading.setText("Collation")
            return
        differing = len(table.variants(style=self.style_box.isChecked()))
        places = count(differing, "place") if differing else "nowhere"
        self.heading.setText(f"{count(table.total, 'witness', 'witnesses')}, differing in {places}")

    # The current cell

    def go_to(self, row: int, column: int) -> None:
        """Make a cell current: its witness, and the edit that lies in it."""
        table, where = self.view.table, self._where
        if table is None or not where.comparisons or where.loading:
            return
        row = min(max(1, row), len(table.rows) - 1)
        number = where.number if where.number in table.rows[row].numbers else table.rows[row].numbers[0]
        edit = edit_at(table, where.comparisons[number], row, column)
        self._going = True
        if number != where.number or edit < 0 <= where.edit_number:
            where.go_to_witness(number, edit)
        else:
            where.go_to_edit(edit)
        self._going = False
        self._set_current(row, column)

    def _follow(self) -> None:
        """The cell of the current edit; without one the cell stays, in the row of the current witness."""
        table, comparison = self.view.table, self._where.comparison
        if self._going or self._asleep or table is None or comparison is None or self._where.loading:
            return
        row, column = table.row_of(self._where.number), self.view.current[1]
        edit = self._where.edit
        if edit is not None:
            column = column_of_edit(table, comparison, edit, row)
        self._set_current(row, min(max(0, column), len(table.columns) - 1))

    def _set_current(self, row: int, column: int) -> None:
        table = self.view.table
        if table is None or not 0 <= column < len(table.columns):
            return
        spoken = table.spoken(row, column)
        readings = table.apparatus(column)
        self.view.set_current(row, column, spoken)
        self.view.setAccessibleDescription(f"Column {column + 1} of {len(table.columns)}. {readings}")
        self.heat.set_current(column)
        self.readings.setText(readings)
        self.readings.setToolTip(tip(readings))
        self.told.emit(spoken)

    def _open(self) -> None:
        table, comparison = self.view.table, self._where.comparison
        if table is not None and comparison is not None:
            self.opened.emit(span_of_cell(table, comparison, *self.view.current))


def _places(family: Family) -> tuple[Place, ...]:
    return tuple(witness.place for witness in family.witnesses)
