"""One text with the edits of the current witness in place, as an editor shows tracked changes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.desktop.case.casework import Casework
from ui.desktop.case.whereabouts import Whereabouts
from ui.desktop.marking.overlay import Arrow, SpanOverlay
from ui.desktop.parts import headed
from ui.desktop.sides.inline_text import inline_text
from ui.desktop.sides.page import Page
from ui.desktop.sides.pane import Mark, Pane
from ui.desktop.sides.side_header import SideHeader
from ui.desktop.signs import Sign
from ui.desktop.theme import Themes
from ui.desktop.wording import article_words, outlet_words
from workbench.spans import Span

if TYPE_CHECKING:
    from workbench.comparing.move_pairs import Move

_PASSAGE_AT, _EDIT_AT = 0.16, 0.3
"""How far down the view the passage and an edit stand that are brought into it."""
_ABOVE, _BELOW = 30, 40
_LOW = 460
"""Where the view is lower than this, in pixels, its head is brief."""


class InlineView(QWidget):
    """Follows the current witness and edit while it is awake."""

    def __init__(self, case: Casework, where: Whereabouts, themes: Themes) -> None:
        super().__init__()
        self._case, self._where = case, where
        self._scale, self._asleep, self._missed = 1.0, True, True
        self._passage: Span | None = None
        self._placed = QTimer(self)
        self._placed.setSingleShot(True)
        self._placed.timeout.connect(self._place)
        self._moves: tuple[Move, ...] = ()
        self._places: tuple[Span, ...] = ()
        self.head, self.pane = SideHeader("WITNESS"), Pane(themes)
        self.pane.setAccessibleName("Witness with its edits in place")
        self.overlay: SpanOverlay | None = None
        """Where arrows are drawn from where something was to where it came to."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(headed(self.head, self.pane))
        where.witness_changed.connect(self.show_witness)
        where.edit_changed.connect(self._show_edit)
        themes.changed.connect(self.show_witness)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the head brief where there is little room for the text."""
        super().resizeEvent(event)
        self.head.set_compact(self.height() < _LOW)

    def sleep(self, asleep: bool) -> None:
        """While another view stands in place of this one, nothing is laid out; waking makes up for what was missed."""
        self._asleep = asleep
        if not asleep and self._missed:
            self.show_witness()

    def set_scale(self, scale: float) -> None:
        """Use another size of text."""
        self._scale = scale
        self.show_witness()

    def show_witness(self) -> None:
        """Show the current witness with its edits in place."""
        comparison, snapshot = self._where.comparison, self._case.snapshot
        self._missed = self._asleep
        if comparison is None or self._asleep:
            return
        place = comparison.witness.place
        article = snapshot.article[place.article_id]
        total = len(self._where.comparisons)
        role = "WITNESS" if total == 1 else f"WITNESS {self._where.number + 1} OF {total}"
        self.head.show_place(snapshot, place, role)
        base = outlet_words(snapshot.article[comparison.base.place.article_id])
        name = f"{role.capitalize()} with its edits in place: {article_words(article)}, against {base}"
        self.pane.setAccessibleName(name)
        shown = inline_text(comparison, article.zones)
        # An edit may have a removed and an added part; one mark without a sign embraces both and can be made current.
        marks = [Mark(span, Sign.SAME) for span in shown.edits] + [Mark(*signed) for signed in shown.signed]
        page = Page(shown.text, shown.zones, shown.passage, inlay=shown.inlay)
        self.pane.show_page(page, shown.passage, marks, self._scale)
        self._moves, self._places, self._passage = shown.moves, shown.edits, shown.passage
        self._place()
        if not self.isVisible():
            self._placed.start(0)  # its lines are broken anew when it comes to its width

    def _place(self) -> None:
        if self._passage is not None and not self._asleep:
            self.pane.look_at(self._passage.start, _PASSAGE_AT)
            self._show_edit()

    def _show_arrows(self, number: int) -> None:
        """From where something was to where it came to."""
        if self.overlay is not None:
            places = self._places
            self.overlay.show_arrows(
                [Arrow(places[one.away], places[one.here], number in (one.away, one.here)) for one in self._moves]
            )

    def _show_edit(self) -> None:
        if self._asleep:
            self._missed = True
            return
        number = self._where.edit_number
        self.pane.set_current(number)
        self._show_arrows(number)
        rect = self.pane.mark_rect(number).translated(0, -self.pane.offset)
        if number >= 0 and (rect.top() < _ABOVE or rect.bottom() > self.pane.room - _BELOW):
            self.pane.scroll_to(rect.top() + self.pane.offset - _EDIT_AT * self.pane.room)
