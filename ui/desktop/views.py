"""The parts of the middle beyond side by side and collation, and what can be done in the texts that they show."""

from functools import partial

from PySide6.QtCore import QObject

from ui.desktop.case.casework import Casework
from ui.desktop.case.findings_desk import FindingsDesk
from ui.desktop.case.whereabouts import Whereabouts
from ui.desktop.lists.figures_view import FiguresView
from ui.desktop.marking.bar import SpanBar
from ui.desktop.marking.feature import Marking
from ui.desktop.marking.find_bar import FindBar
from ui.desktop.marking.find_feature import Finding
from ui.desktop.marking.panes import Texts
from ui.desktop.reader.view import Reader
from ui.desktop.sides.comparison_view import ComparisonView
from ui.desktop.sides.inline_view import InlineView
from ui.desktop.theme import Themes
from ui.desktop.timeline.view import TimelineView


class Views(QObject):
    """Inline view, timeline and reader; marking and finding in these and in the two sides."""

    def __init__(
        self, case: Casework, where: Whereabouts, themes: Themes, desk: FindingsDesk, sides: ComparisonView
    ) -> None:
        super().__init__(sides)
        self._where = where
        self.timeline = TimelineView(case, where, desk, themes)
        self.inline, self.reader = InlineView(case, where, themes), Reader(case, themes)
        self.texts, self.span_bar, self.find_bar = Texts(self), SpanBar(), FindBar()
        self.marking = Marking(case, where, themes, self.texts, self.span_bar)
        read = (self.reader.pane, sides.base, sides.witness, self.inline.pane)
        self.finding = Finding(self.find_bar, self.marking, read)
        self.reader.overlay = self.marking.overlay(self.reader.pane)
        self.inline.overlay = self.marking.overlay(self.inline.pane)
        self.marking.all_marks.add(self.reader.pane)
        self._know(sides)

    def _know(self, sides: ComparisonView) -> None:
        """Say which article stands in which pane."""
        self.texts.add(self.reader.pane, lambda: self.reader.article_id)
        self.texts.add(sides.witness, lambda: self._article_of(base=False))
        self.texts.add(sides.base, lambda: self._article_of(base=True))
        self.texts.add(self.inline.pane, lambda: self._article_of(base=False))
        for pane in (sides.witness, sides.base):
            self.marking.overlay(pane)

    def _article_of(self, *, base: bool) -> int | None:
        shown = self._where.comparison
        return (shown.base if base else shown.witness).place.article_id if shown else None

    def know_figures(self, figures: FiguresView) -> None:
        """Have stretches marked in the articles of a pair of figures too."""
        for pane in figures.panes:
            self.texts.add(pane, partial(figures.article_in, pane))
            self.marking.overlay(pane)
            self.marking.all_marks.add(pane)
            if (layout := figures.layout()) is not None:
                self.span_bar.homes[pane] = layout
