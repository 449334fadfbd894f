"""One text with the edits of the current witness in place, as an editor shows tracked changes."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.desktop.casework import Casework
from ui.desktop.inline_text import inline_text
from ui.desktop.page import Page
from ui.desktop.pane import Mark, Pane
from ui.desktop.parts import headed
from ui.desktop.side_header import SideHeader
from ui.desktop.signs import Sign
from ui.desktop.span_overlay import SpanOverlay
from ui.desktop.theme import Themes
from ui.desktop.whereabouts import Whereabouts
from ui.desktop.wording import article_words, outlet_words

_EDIT_AT = 0.3
"""How far down the view an edit stands that is brought into it."""


class InlineView(QWidget):
    """Follows the current witness and edit while it is awake."""

    def __init__(self, case: Casework, where: Whereabouts, themes: Themes) -> None:
        super().__init__()
        self._case, self._where = case, where
        self._scale, self._asleep, self._missed = 1.0, True, True
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
        marks = [Mark(span, Sign.SAME) for span in shown.edits] + [Mark(span, sign) for span, sign in shown.signed]
        page = Page(shown.text, shown.zones, shown.passage)
        self.pane.show_page(page, shown.passage, marks, self._scale)
        self._scroll_to(self.pane.text_top(shown.passage.start), 0.22)
        self._show_edit()

    def _show_edit(self) -> None:
        if self._asleep:
            self._missed = True
            return
        number = self._where.edit_number
        self.pane.set_current(number)
        rect, bar = self.pane.mark_rect(number), self.pane.verticalScrollBar()
        if number >= 0 and (rect.top() < bar.value() + 30 or rect.bottom() > bar.value() + bar.pageStep() - 40):
            self._scroll_to(rect.top(), _EDIT_AT)

    def _scroll_to(self, top: float, share: float) -> None:
        self.pane.verticalScrollBar().setValue(int(top - self.pane.viewport().height() * share))
