"""What a person has selected in the texts that can be seen, as places of their articles."""

from collections.abc import Iterator, Sequence

from ui.desktop.case.whereabouts import Whereabouts
from ui.desktop.sides.pane import Pane
from ui.desktop.workspace import Workspace
from workbench.model import Place
from workbench.spans import Span


def selected_places(panels: Workspace, where: Whereabouts) -> Sequence[Place]:
    """What is selected in the base, in the current witness, in the article that is read: in those that are shown."""
    return [
        Place(article_id, span)
        for pane, article_id in _texts(panels, where)
        if pane.isVisible() and (span := _selection(pane)) is not None
    ]


def _texts(panels: Workspace, where: Whereabouts) -> Iterator[tuple[Pane, int]]:
    """The panes that show an article word for word, and which it is."""
    shown, sides, reader = where.comparison, panels.comparison, panels.reader
    if shown is not None:
        yield sides.base, shown.base.place.article_id
        yield sides.witness, shown.witness.place.article_id
    if reader.article_id is not None:
        yield reader.pane, reader.article_id


def _selection(pane: Pane) -> Span | None:
    """What is selected in a pane, in code points of its article."""
    cursor = pane.textCursor()
    if not cursor.hasSelection():
        return None
    start, end = (pane.page.from_document(one) for one in (cursor.selectionStart(), cursor.selectionEnd()))
    return Span(start, max(start, end))
