"""Base and current witness side by side, both as whole articles, kept level and scrolling together."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from ui.desktop.case.casework import Casework
from ui.desktop.case.shared_passages import Shared, in_order, other_passages, shared_passages
from ui.desktop.case.whereabouts import Whereabouts
from ui.desktop.parts import headed
from ui.desktop.sides.anchors import Anchor, anchors
from ui.desktop.sides.folding import collapsed
from ui.desktop.sides.lock_button import LockButton
from ui.desktop.sides.overview_strip import OverviewStrip
from ui.desktop.sides.page import Page, set_off
from ui.desktop.sides.pane import Mark, Pane
from ui.desktop.sides.ribbon_plan import ribbons_of
from ui.desktop.sides.ribbons import WIDTH, Ribbons
from ui.desktop.sides.side_header import SideHeader
from ui.desktop.sides.together import Together
from ui.desktop.signs import Sign, bare_span, edit_sign, on_side
from ui.desktop.spoken import tab_through
from ui.desktop.theme import Themes
from ui.desktop.wording import article_words
from workbench.collecting import collect_later
from workbench.comparison import Comparison
from workbench.spans import Span

if TYPE_CHECKING:
    from workbench.comparing.move_pairs import Move

_PASSAGE_AT, _EDIT_AT = 0.16, 0.3
"""How far down a view the passage and an edit stand that are brought into it."""
_ABOVE, _BELOW = 30, 40
_LOW = 460
"""Where the view is lower than this, in pixels, its heads are brief."""


class ComparisonView(QWidget):
    """The two panes with their heads, the ribbons between them, and an overview at each outer edge."""

    told = Signal(str)
    """What was folded or unfolded, in words."""
    looked_again = Signal()
    """After a resize the current edit is in view again."""

    def __init__(self, case: Casework, where: Whereabouts, themes: Themes) -> None:
        super().__init__()
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # the base is on the left
        self._case, self._where, self._themes = case, where, themes
        self._anchors: tuple[Anchor, ...] = ()
        self._shared: tuple[Shared, ...] = ()
        self._moves: tuple[Move, ...] = ()
        self._opened: tuple[set[int], set[int]] = (set(), set())
        self._scale, self._collapsed = 1.0, False
        self._asleep = self._missed = False
        self.base_head, self.witness_head = SideHeader("BASE"), SideHeader("WITNESS")
        self.panes = self.base, self.witness = Pane(themes), Pane(themes)
        self.strips = OverviewStrip(self.base, themes), OverviewStrip(self.witness, themes)
        self.ribbons = Ribbons(self.base, self.witness, themes)
        self.lock_button = LockButton(themes, self.ribbons, WIDTH)
        self._together = Together(self.base, self.witness, self)
        self._assemble()
        self._connect()

    def _assemble(self) -> None:
        for pane in self.panes:
            pane.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setObjectName("sides")
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._splitter.addWidget(headed(self.base_head, _row(self.strips[0], self.base)))
        self._splitter.addWidget(self.ribbons)
        self._splitter.addWidget(headed(self.witness_head, _row(self.witness, self.strips[1])))
        for number, stretch in enumerate((1, 0, 1)):
            self._splitter.setStretchFactor(number, stretch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._splitter)
        tab_through(self.lock_button, self.base, self.witness)

    def _connect(self) -> None:
        self._where.witness_changed.connect(self._show_another)
        self._where.edit_changed.connect(self._show_edit)
        self._themes.changed.connect(self.show_comparison)
        self._resized = QTimer(self)
        self._resized.setSingleShot(True)
        self._resized.setInterval(0)
        self._resized.timeout.connect(self._look_again)
        for side, pane in enumerate(self.panes):
            pane.viewport().installEventFilter(self)
            pane.fold_asked.connect(partial(self._unfold, side))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the heads brief where there is little room for the texts."""
        super().resizeEvent(event)
        for head in (self.base_head, self.witness_head):
            head.set_compact(self.height() < _LOW)

    # What is shown

    def set_scale(self, scale: float) -> None:
        """Use another size of text."""
        self._scale = scale
        self.show_comparison()

    def _show_another(self) -> None:
        self._opened = set(), set()
        self.show_comparison()

    def show_comparison(self) -> None:
        """Show the current comparison, its passage in view."""
        comparison = self._where.comparison
        self._missed = self._asleep
        if comparison is None or self._asleep:
            return
        with collect_later():
            self._show_pages(comparison)
            self._together.show(lambda: self.witness.text_top(self._anchors[0].witness), _PASSAGE_AT)
            self._show_edit()

    def sleep(self, asleep: bool) -> None:
        """While another view stands in place of this one, nothing is laid out; waking makes up for what was missed."""
        self._asleep = asleep
        if not asleep and self._missed:
            self.show_comparison()

    def reveal(self, span: Span) -> None:
        """Bring a span of the witness's text into view and select it."""
        self.witness.reveal(span)

    def _show_pages(self, comparison: Comparison) -> None:
        self._anchors = anchors(comparison)
        self._shared = shared_passages(self._case.snapshot, comparison)
        from workbench.comparing.move_pairs import move_pairs  # comparing comes in with the first comparison

        self._moves = move_pairs(comparison.edits, comparison.base_text, comparison.witness_text)
        self._together.hold()
        signs = [edit_sign(edit) for edit in comparison.edits]
        marks = self._marks(comparison, signs, base=True), self._marks(comparison, signs, base=False)
        for side in (0, 1):
            self._show_side(comparison, side, marks[side])
        passage = Shared(comparison.base.place.span, comparison.witness.place.span)
        rising = [shared for shared in in_order(passage, self._shared) if shared is not passage]
        self.ribbons.show_ribbons(list(ribbons_of(passage, self._shared, marks, self._moves)))
        pairs = [
            (one.span.start, other.span.start)
            for one, other in zip(*marks, strict=True)
            if one.sign not in (Sign.MOVED, Sign.AWAY)
        ]
        self._together.join(self._anchors, rising, pairs)

    def _show_side(self, comparison: Comparison, side: int, marks: list[Mark]) -> None:
        snapshot, pane, base = self._case.snapshot, self.panes[side], side == 0
        place = (comparison.base if base else comparison.witness).place
        text = comparison.base_text if base else comparison.witness_text
        article = snapshot.article[place.article_id]
        total = len(self._where.comparisons)
        role = "BASE" if base else "WITNESS" if total == 1 else f"WITNESS {self._where.number + 1} OF {total}"
        (self.base_head if base else self.witness_head).show_place(snapshot, place, role)
        pane.setAccessibleName(f"{role.capitalize()}: {article_words(article)}")
        cuts = [anchor.base if base else anchor.witness for anchor in self._anchors]
        passage = set_off(text, place.span)
        page = Page(text, article.zones, passage, cuts)
        if self._collapsed:
            page = collapsed(page, [mark.span for mark in marks], self._opened[side])
        pane.show_page(page, passage, marks, self._scale)
        others = other_passages(snapshot, article.id, comparison.family)
        pane.show_shared(others)
        self.strips[side].show_article(marks, others)

    def _marks(self, comparison: Comparison, signs: Sequence[Sign], *, base: bool) -> list[Mark]:
        text = comparison.base_text if base else comparison.witness_text
        inside = {m.away: m.dropped for m in self._moves} if base else {m.here: m.put_in for m in self._moves}
        return [
            Mark(bare_span(text, edit.base if base else edit.witness), on_side(sign, base=base), inside.get(k, ()))
            for k, (edit, sign) in enumerate(zip(comparison.edits, signs, strict=True))
        ]

    # Scrolling

    @property
    def locked(self) -> bool:
        """Whether both sides are scrolled together."""
        return self._together.locked

    def lock(self, locked: bool) -> None:
        """Scroll both sides together, from where the one with the focus is, or each on its own."""
        self._together.lock(locked, self.base if self.base.hasFocus() else self.witness)
        self.told.emit("Both sides scroll together." if locked else "Each side scrolls alone.")

    def _show_edit(self) -> None:
        number = self._where.edit_number
        if self._asleep:
            self._missed = True
            return
        for view in (*self.panes, *self.strips, self.ribbons):
            view.set_current(number)
        if number >= 0:
            self._bring_into_view(number)

    def _bring_into_view(self, number: int) -> None:
        """Scroll to an edit where either side does not show it; unlocked, each side goes there by itself."""
        hidden = [pane for pane in self.panes if not _shows(pane, number)]
        if hidden and self.locked:
            self._together.show(lambda: self.witness.mark_rect(number).top(), _EDIT_AT)
            hidden = [pane for pane in self.panes if not _shows(pane, number)]
        for pane in hidden:
            pane.scroll_to(pane.mark_rect(number).top() - pane.room * _EDIT_AT)

    def _look_again(self) -> None:
        """After a resize: what was looked at stays in view."""
        if self._where.comparison is not None and not self._asleep:
            self._show_edit()
            self.looked_again.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look again after a resize."""
        if event.type() == QEvent.Type.Resize:
            self._resized.start()
        return super().eventFilter(watched, event)

    # Folding

    @property
    def collapsed(self) -> bool:
        """Whether unchanged text is folded."""
        return self._collapsed

    def collapse(self, collapsed: bool) -> None:
        """Fold unchanged text, or show all of it; the caret and what one looks at stay."""
        self._collapsed, self._opened = collapsed, (set(), set())
        self._show_again()
        count = sum(block.folded for pane in self.panes for block in pane.page.blocks)
        self.told.emit(_collapsed_sentence(count) if collapsed else "All text is shown.")

    def _unfold(self, side: int, number: int) -> None:
        block = self.panes[side].page.blocks[number]
        self._opened[side].add(block.span.start)
        self._show_again()
        self.panes[side].set_caret(block.span.start)
        self.told.emit(f"{_paragraphs(block.folded)} unfolded.")

    def _show_again(self) -> None:
        comparison = self._where.comparison
        if comparison is None or self._asleep:
            return
        carets = [pane.caret_position() for pane in self.panes]
        eye = self.witness.eye_position()
        self._show_pages(comparison)
        for pane, caret in zip(self.panes, carets, strict=True):
            pane.set_caret(caret)
        self.witness.look_at(eye)
        self._show_edit()


def _shows(pane: Pane, number: int) -> bool:
    """Whether a mark shows, with a little room above and below."""
    rect = pane.mark_rect(number)
    return pane.offset + min(_ABOVE, rect.top()) <= rect.top() and rect.bottom() <= pane.offset + pane.room - _BELOW


def _row(*widgets: QWidget) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for widget in widgets:
        layout.addWidget(widget, int(isinstance(widget, Pane)))
    return row


def _collapsed_sentence(count: int) -> str:
    return f"{_paragraphs(count)} without edits folded." if count else "There is no unchanged text to fold."


def _paragraphs(count: int) -> str:
    return f"{count} paragraph{'' if count == 1 else 's'}"
