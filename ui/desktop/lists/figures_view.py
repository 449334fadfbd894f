"""A pair of conflicting figures: both articles at the sentence, the figures boxed, what speaks for and against it."""

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSplitter, QTextEdit, QVBoxLayout, QWidget

from ui.desktop.case.casework import Casework
from ui.desktop.keys import Keys
from ui.desktop.lists.figure_rows import SET_ASIDE, FigureRow
from ui.desktop.parts import headed
from ui.desktop.sides.page import Page
from ui.desktop.sides.pane import Mark, Pane
from ui.desktop.sides.side_header import SideHeader
from ui.desktop.signs import Sign
from ui.desktop.theme import Themes
from ui.desktop.wording import article_words
from ui.figures import others_line
from workbench.model import Article
from workbench.spans import Span
from workbench.text.lines import one_line

if TYPE_CHECKING:
    from workbench.figures.model import Conflict, Side

_SENTENCE_AT = 0.3
"""How far down the height of a pane its sentence stands."""
_LEAST_REASONS, _MOST_REASONS = 40, 0.34
"""How high the reasons are: pixels at least, and the share of the view at most."""


class FiguresView(QWidget):
    """Two articles side by side, each in view where it gives its figure."""

    def __init__(self, case: Casework, themes: Themes, keys: Keys) -> None:
        super().__init__()
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._case, self._themes, self._keys = case, themes, keys
        self._row: FigureRow | None = None
        self._scale = 1.0
        self.setObjectName("figures")
        self.setAccessibleName("Figures that conflict")
        self.summary, self.mark = QLabel(), QLabel(SET_ASIDE)
        self.left_head, self.right_head = SideHeader("FIGURE"), SideHeader("FIGURE")
        self.panes = self.left, self.right = Pane(themes), Pane(themes)
        self.left.setAccessibleName("Article with the first figure")
        self.right.setAccessibleName("Article with the second figure")
        self.reasons = QTextEdit()
        self.button = QPushButton()
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(0)
        self._settle.timeout.connect(self._fit)
        self._assemble()
        themes.changed.connect(self._show)
        keys.changed.connect(self._show)

    def _assemble(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head())
        sides = QSplitter(Qt.Orientation.Horizontal)
        sides.setObjectName("sides")
        sides.setChildrenCollapsible(False)
        sides.setHandleWidth(1)
        for head, pane in ((self.left_head, self.left), (self.right_head, self.right)):
            sides.addWidget(headed(head, pane))
            pane.viewport().installEventFilter(self)
        layout.addWidget(sides, 1)
        self.reasons.setObjectName("reasons")
        self.reasons.setAccessibleName("What agrees, and what speaks against it")
        self.reasons.setReadOnly(True)
        self.reasons.setTabChangesFocus(True)
        self.reasons.setFrameShape(QFrame.Shape.NoFrame)
        self.reasons.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        layout.addWidget(self.reasons)

    def _head(self) -> QWidget:
        head = QWidget()
        head.setObjectName("figures_head")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.summary.setObjectName("figures_summary")
        self.summary.setWordWrap(True)
        self.mark.setObjectName("witness_chip")
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for label in (self.summary, self.mark):
            label.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout(head)
        row.setContentsMargins(18, 10, 14, 10)
        row.setSpacing(12)
        row.addWidget(self.summary, 1)
        row.addWidget(self.mark)
        row.addWidget(self.button)
        return head

    @property
    def row(self) -> FigureRow | None:
        """The pair that is shown."""
        return self._row

    def article_in(self, pane: Pane) -> int | None:
        """The article that stands in a pane."""
        return (self._row.left if pane is self.left else self._row.right).id if self._row else None

    def set_scale(self, scale: float) -> None:
        """Use another size of text."""
        self._scale = scale
        self._show()

    def show_row(self, row: FigureRow) -> None:
        """Show a pair; one that is shown already stays as it is scrolled."""
        if row != self._row:
            self._row = row
            self._show()
        self.button.setEnabled(self._case.writable)

    def _show(self) -> None:
        row = self._row
        if row is None or row.left.id not in self._case.texts or row.right.id not in self._case.texts:
            return
        self.summary.setText(row.summary)
        self.mark.setVisible(row.set_aside)
        verb, key = "Bring this pair back" if row.set_aside else "Set this pair aside", self._keys.shown("set_aside")
        self.button.setText(f"{'Bring back' if row.set_aside else 'Set aside'}   {key}")
        self.button.setAccessibleName(f"{verb}, key {key}")
        conflict = row.conflict
        self._show_side(row.left, conflict.left, [a.left for a in conflict.agreements], left=True)
        self._show_side(row.right, conflict.right, [a.right for a in conflict.agreements], left=False)
        self._tell(conflict)
        self._settle.start()

    def _show_side(self, article: Article, side: "Side", agreeing: list[Span], *, left: bool) -> None:
        pane, head = (self.left, self.left_head) if left else (self.right, self.right_head)
        text = self._case.texts[article.id]
        head.show_place(self._case.snapshot, side.place, "FIGURE 1 OF 2" if left else "FIGURE 2 OF 2")
        sentence = one_line(side.sentence.of(text))
        pane.setAccessibleName(f"{article_words(article)} gives {side.figure}: {sentence}")
        figure = side.place.span
        marks = [Mark(figure, Sign.SAME)]
        marks += [Mark(span, Sign.STYLE) for span in dict.fromkeys(agreeing) if len(span) and not span.overlap(figure)]
        pane.show_page(Page(text, article.zones, side.sentence), side.sentence, marks, self._scale)
        pane.set_current(0)

    def _tell(self, conflict: "Conflict") -> None:
        from workbench.figures.telling import agreement_lines, caution_lines

        articles = self._case.snapshot.article
        columns = [("What agrees (dotted in the articles)", agreement_lines(conflict))]
        columns.append(("What speaks against it", caution_lines(conflict) or ("Nothing that was found.",)))
        others = [others_line(side, articles) for side in (conflict.left, conflict.right)]
        if any(others):
            columns.append(("Who else says so", tuple(line for line in others if line)))
        width = 100 // len(columns)
        cells = "".join(f'<td width="{width}%">{_part(heading, lines)}</td>' for heading, lines in columns)
        self.reasons.setHtml(f'<table width="100%" cellspacing="0" cellpadding="0"><tr>{cells}</tr></table>')
        self.reasons.document().setDocumentMargin(16)
        self.reasons.moveCursor(QTextCursor.MoveOperation.Start)

    # Room

    def _fit(self) -> None:
        """Give the reasons the height they need, and bring the sentences into view."""
        document = self.reasons.document()
        document.setTextWidth(self.reasons.viewport().width())
        wanted = int(document.size().height()) + 6
        self.reasons.setFixedHeight(max(_LEAST_REASONS, min(wanted, int(self.height() * _MOST_REASONS))))
        for pane in (self.left, self.right):
            rect = pane.mark_rect(0)
            pane.verticalScrollBar().setValue(int(rect.top() - pane.viewport().height() * _SENTENCE_AT))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """After a resize the sentences are in view again, but for a line below a text that a person is in."""
        if isinstance(event, QResizeEvent):
            wider = event.size().width() != event.oldSize().width()
            if wider or not any(pane.hasFocus() for pane in self.panes):
                self._settle.start()
        return super().eventFilter(watched, event)


def _part(heading: str, lines: tuple[str, ...]) -> str:
    told = "".join(f'<p style="margin: 2px 14px 0 0">{escape(line)}</p>' for line in lines)
    return f'<p style="margin: 0 14px 2px 0"><b>{escape(heading)}</b></p>{told}'
