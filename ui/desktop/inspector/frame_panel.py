"""The frame of the current witness: text that can be read, spoken, selected and copied by keyboard."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QVBoxLayout, QWidget

from ui.desktop.case.casework import Casework
from ui.desktop.case.findings_desk import FindingsDesk
from ui.desktop.case.whereabouts import Whereabouts
from ui.desktop.inspector.frame_passage import LOOKING, Passage
from ui.desktop.theme import Themes
from ui.desktop.wording import article_words, count

_NOTHING = "Choose a family: here stands who is cited for it, where it stands and where it probably comes from."


class FramePanel(QWidget):
    """What there is to say of the current witness and its family beyond the edits."""

    def __init__(self, case: Casework, where: Whereabouts, desk: FindingsDesk, themes: Themes) -> None:
        super().__init__()
        self._case, self._where, self._desk, self._themes = case, where, desk, themes
        self._shown = ""
        self._about: object = None
        self.view = QTextEdit()
        self.view.setObjectName("frame")
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.view.setTabChangesFocus(True)
        self.view.setAcceptDrops(False)
        self.view.document().setDocumentMargin(11)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        for signal in (desk.changed, where.family_changed, where.compared, where.witness_changed, themes.changed):
            signal.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Tell of what is current; the reader stays at the line that was read while the witness is the same."""
        passages = self._passages()
        shown, about = "".join(self._html(passage) for passage in passages), self._witness()
        if shown == self._shown:
            return
        place = self.view.verticalScrollBar().value() if about == self._about else 0
        self._shown, self._about = shown, about
        self.view.setHtml(shown)
        self.view.moveCursor(QTextCursor.MoveOperation.Start)
        self.view.verticalScrollBar().setValue(place)
        self._name(passages)

    def _witness(self) -> object:
        return self._where.comparison.witness if self._where.comparison else None

    def _passages(self) -> list[Passage]:
        shown, found = self._where.comparison, self._desk.findings
        if shown is None:
            return [Passage("", (), LOOKING if self._where.loading else _NOTHING)]
        who = Passage(article_words(self._case.snapshot.article[shown.witness.place.article_id]), ())
        if found is None or shown.witness.id not in found.frames:
            return [who, Passage("", (), LOOKING)]
        from ui.desktop.inspector.frame_words import frame_passages  # once there is something to tell

        return [who, *frame_passages(self._case.snapshot, found, shown, looking=self._desk.looking)]

    def _name(self, passages: list[Passage]) -> None:
        """What a screen reader says of the panel before it reads: whose frame it is, and what is gravest in it."""
        self.view.setAccessibleName(f"Frame: {passages[0].heading}" if passages[0].heading else "Frame of the witness")
        grave = next((passage for passage in passages if passage.grave), None)
        told = f"{count(len(grave.lines), 'place')} altered inside quotation marks" if grave else ""
        self.view.setAccessibleDescription(LOOKING if self._desk.looking else told)

    def _html(self, passage: Passage) -> str:
        """A heading with its lines; all words are escaped, as articles wrote many of them."""
        colour = self._themes.colour
        heading = escape(passage.heading)
        if passage.grave:
            style = f"background-color:{colour('problem_ground').name()};color:{colour('problem').name()}"
            heading = f'<span style="{style}">&nbsp;⚠ {heading}&nbsp;</span>'
        edge = f"color:{colour('problem').name()}" if passage.grave else ""
        lead = f'<p style="margin:2px 0 0 0">{escape(passage.lead)}</p>' if passage.lead else ""
        ink = edge or f"color:{colour('muted').name()}"
        lines = "".join(f'<p style="margin:2px 0 0 10px;{ink}">{escape(line)}</p>' for line in passage.lines)
        head = f'<p style="margin:12px 0 0 0"><b>{heading}</b></p>' if heading else ""
        return head + lead + lines
