"""The panel below a search field in which filters and the order are chosen, so that nobody has to know operators."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QFormLayout,
    QFrame,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.desktop.lists.listing import Catalogue, Order
from ui.desktop.lists.query import parse, value_of, with_operator
from ui.desktop.spoken import Role, speak_as, tab_through

_ANY = "any"
_DAY, _FRAME = "2024-08-08", 20
"""A day as one types it, and what a field has around it, in pixels."""
_LEAST, _LEAST_DAY = 120, 44
"""So many pixels of the fields are seen at least; so wide is a field for a day."""
_REVIEW = {"any": "", "reviewed": "reviewed", "partly reviewed": "partly", "not reviewed": "unreviewed"}
_MARKS = {"any": "", "with a note": "note", "with a tag": "tag", "by hand": "correction"}
_SHARED = {"any": "", "shared": "shared", "not shared": "unshared"}
HIDDEN, SHOWN, ONLY = "hidden", "shown too", "nothing else"
"""What may become of families of boilerplate."""


class Rolled(QScrollArea):
    """Fields as high as they are, where the window is high enough; in a lower one the rest of them is scrolled to."""

    def __init__(self, fields: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.viewport().setAutoFillBackground(False)
        fields.setAutoFillBackground(False)
        self._fields = fields
        self.setWidget(fields)

    def sizeHint(self) -> QSize:
        """As high as all fields."""
        return self._fields.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Some fields are seen in the lowest window."""
        whole = self._fields.minimumSizeHint()
        return QSize(whole.width(), min(whole.height(), _LEAST))


class FilterPanel(QFrame):
    """Fields that write operators into the search field, and follow what is written there."""

    written = Signal(str)
    """The text of the search field is to be this."""
    boilerplate_wanted = Signal(bool)
    """Boilerplate is to be in sight, or not."""
    ordered = Signal(object, bool)
    """The list is to stand in this `Order`, turned round or not."""
    left = Signal()
    """The person is done with the panel."""

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__()
        self.setObjectName("filters")
        speak_as(self, Role.Grouping, f"Filters and order of the {catalogue.name}")
        self._catalogue = catalogue
        self._text = ""
        self._boilerplate = False
        self._order, self._turned = catalogue.orders[0], False
        self._chosen: dict[str, QComboBox] = {}  # by operator
        self._states: list[tuple[QComboBox, str, Mapping[str, str]]] = []
        self._fields: list[QWidget] = []
        self._is_filled = False
        self.hide()

    def _fill(self) -> None:
        """Make the fields, when they are wanted for the first time: the window would wait for a hundred widgets."""
        self._is_filled = True
        fields = QWidget()
        self._form = QFormLayout(fields)
        self._form.setContentsMargins(12, 4, 12, 10)
        self._form.setSpacing(5)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.sort, self.way = self._box(), self._box()
        self._add("Sort by", self.sort)
        self._add("Order", self.way)
        for order in self._catalogue.orders:
            self.sort.addItem(order.told, order)
        self._show_order()
        for operator in ("outlet", "label", "tag"):
            if operator in self._catalogue.operators:
                self._chosen[operator] = self._box()
                self._add(operator.capitalize(), self._chosen[operator])
        self.after, self.before = self._day("From", "after"), self._day("Before", "before")
        self._add("From, before", _Days(self.after, self.before))
        if "has" in self._catalogue.operators:
            self._add_state("Review", "is", _REVIEW)
            self._add_state("Marks", "has", _MARKS)
            self.boilerplate = self._box()
            self.boilerplate.addItems([HIDDEN, SHOWN, ONLY])
            self._add("Boilerplate", self.boilerplate)
            self.boilerplate.activated.connect(self._choose_boilerplate)
        else:
            self._add_state("Passages", "is", _SHARED)
        self._connect()
        self._rows = Rolled(fields)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._rows)

    def _connect(self) -> None:
        self.sort.activated.connect(self._choose_order)
        self.way.activated.connect(lambda at: self.ordered.emit(self.sort.currentData(), bool(at)))
        for operator, box in self._chosen.items():
            box.activated.connect(lambda at, o=operator, b=box: self._write(o, b.itemText(at) if at else ""))
        for box, operator, values in self._states:
            box.activated.connect(
                lambda _, b=box, o=operator, v=values: self._write(
                    o, v[b.currentText()], list(filter(None, v.values()))
                )
            )
        for field, operator in ((self.after, "after"), (self.before, "before")):
            field.textEdited.connect(lambda text, o=operator: self._write(o, text.strip()))

    def _box(self) -> QComboBox:
        box = QComboBox()
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(6)
        box.installEventFilter(self)
        self._fields.append(box)
        return box

    def _day(self, told: str, operator: str) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName(operator)
        field.setMinimumWidth(_LEAST_DAY)
        field.setAccessibleName(f"{told}: a day, a month or a year")
        field.setAcceptDrops(False)
        field.installEventFilter(self)
        self._fields.append(field)
        return field

    def _add(self, told: str, field: QWidget) -> None:
        if isinstance(field, QComboBox):
            field.setAccessibleName(told)
            field.view().setAccessibleName(told)
        self._form.addRow(told, field)

    def _add_state(self, told: str, operator: str, values: Mapping[str, str]) -> None:
        box = self._box()
        box.addItems(list(values))
        self._add(told, box)
        self._states.append((box, operator, values))

    def _write(self, operator: str, value: str, instead_of: Sequence[str] = ()) -> None:
        self.written.emit(with_operator(self._text, operator, value, instead_of))

    def _choose_boilerplate(self, at: int) -> None:
        chosen = self.boilerplate.itemText(at)
        self.boilerplate_wanted.emit(chosen == SHOWN)
        self._write("is", "boilerplate" if chosen == ONLY else "", ["boilerplate"])

    def _choose_order(self, _at: int) -> None:
        self._choose_ways(self.sort.currentData())
        self.ordered.emit(self.sort.currentData(), False)

    def _choose_ways(self, order: Order) -> None:
        self.way.clear()
        self.way.addItems(list(order.ways))

    def show_order(self, order: Order, *, turned: bool) -> None:
        """Follow the order in which the list stands."""
        self._order, self._turned = order, turned
        if self._is_filled:
            self._show_order()

    def _show_order(self) -> None:
        self.sort.setCurrentIndex(list(self._catalogue.orders).index(self._order))
        self._choose_ways(self._order)
        self.way.setCurrentIndex(int(self._turned))

    def follow(self, text: str, *, boilerplate: bool) -> None:
        """Follow what is written in the search field; while the panel is hidden only that is kept."""
        self._text, self._boilerplate = text, boilerplate
        if not self.isVisible():
            return
        query = parse(text)
        for operator, box in self._chosen.items():
            values = [_ANY, *self._catalogue.values(operator)]
            if values != [box.itemText(at) for at in range(box.count())]:
                box.clear()
                box.addItems(values)
            named = {value.casefold(): at for at, value in enumerate(values)}
            box.setCurrentIndex(named.get(value_of(query, operator).casefold(), 0))
        for box, operator, known in self._states:
            box.setCurrentIndex(list(known.values()).index(value_of(query, operator, set(known.values()) - {""})))
        for field, operator in ((self.after, "after"), (self.before, "before")):
            if not field.hasFocus():
                field.setText(value_of(query, operator))
        if "has" in self._catalogue.operators:
            only = value_of(query, "is", ["boilerplate"])
            self.boilerplate.setCurrentText(ONLY if only else SHOWN if boilerplate else HIDDEN)

    def come_up(self, before: QWidget, *, at_order: bool = False) -> None:
        """Show the panel with the focus in the first of its filters, or in the order; Tab comes to it from `before`."""
        if not self._is_filled:
            self._fill()
            tab_through(before, *self._fields)
        self._propose_days()
        self.show()
        self.follow(self._text, boilerplate=self._boilerplate)
        first = self.sort if at_order else next(iter(self._chosen.values()), self.sort)
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _propose_days(self) -> None:
        """Show in the empty fields how a day is written, by the first and the last of the case."""
        days = [one.published.iso[:10] for one in self._catalogue.articles().values() if one.published.iso]
        self.after.setPlaceholderText(min(days, default="2016-10-12"))
        self.before.setPlaceholderText(max(days, default="2016-10-12"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape and Return lead back; a field that gets the focus is seen."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self._rows.ensureWidgetVisible(watched, 0, 4)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and not event.modifiers():
            keys = [Qt.Key.Key_Escape]
            keys += [Qt.Key.Key_Return, Qt.Key.Key_Enter] if isinstance(watched, QLineEdit) else []
            if event.key() in keys:
                self.left.emit()
                return True
        return super().eventFilter(watched, event)


class _Days(QWidget):
    """Two fields for days side by side, or one above the other where a whole day would not be seen in them."""

    def __init__(self, first: QLineEdit, second: QLineEdit) -> None:
        super().__init__()
        self._first = first
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(5)
        self._row.addWidget(first)
        self._row.addWidget(second)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put them where they fit."""
        super().resizeEvent(event)
        needed = 2 * (self._first.fontMetrics().horizontalAdvance(_DAY) + _FRAME) + self._row.spacing()
        beside, above = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(beside if self.width() >= needed else above)
