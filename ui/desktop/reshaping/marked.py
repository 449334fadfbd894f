"""What a person has selected in the texts that are shown side by side, as places of their articles."""

from collections.abc import Sequence

from ui.desktop.case.whereabouts import Whereabouts
from ui.desktop.sides.comparison_view import ComparisonView
from ui.desktop.sides.pane import Pane
from workbench.model import Place
from workbench.spans import Span


def selected_places(sides: ComparisonView, where: Whereabouts) -> Sequence[Place]:
    """What is selected in the base and in the current witness, the base first."""
    shown = where.comparison
    if shown is None:
        return []
    panes = ((sides.base, shown.base), (sides.witness, shown.witness))
    return [Place(one.place.article_id, span) for pane, one in panes if (span := _selection(pane)) is not None]


def _selection(pane: Pane) -> Span | None:
    """What is selected in a pane, in code points of its article."""
    cursor = pane.textCursor()
    if not cursor.hasSelection():
        return None
    start, end = (pane.page.from_document(one) for one in (cursor.selectionStart(), cursor.selectionEnd()))
    return Span(start, max(start, end))
