"""The parts of the middle beyond side by side and collation, and what can be done in the texts that they show."""

from PySide6.QtCore import QObject

from ui.desktop.casework import Casework
from ui.desktop.comparison_view import ComparisonView
from ui.desktop.find_bar import FindBar
from ui.desktop.find_feature import Finding
from ui.desktop.findings_desk import FindingsDesk
from ui.desktop.inline_view import InlineView
from ui.desktop.reader_view import Reader
from ui.desktop.span_bar import SpanBar
from ui.desktop.span_feature import Marking
from ui.desktop.span_panes import Texts
from ui.desktop.theme import Themes
from ui.desktop.timeline_view import TimelineView
from ui.desktop.whereabouts import Whereabouts


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
        for pane in (sides.witness, sides.base):
            self.marking.overlay(pane)

    def _article_of(self, *, base: bool) -> int | None:
        shown = self._where.comparison
        return (shown.base if base else shown.witness).place.article_id if shown else None
