"""Comparing two passages once, however often what differs between them is asked for."""

from typing import Protocol

from workbench.comparing.compare import Look, compare, placed
from workbench.comparing.lexicon import Lexicon
from workbench.model import Edit
from workbench.spans import Span


def _go_on() -> None:
    pass


class ComparePlaces(Protocol):
    """A way to `compare_places` by the word lists in force; each of those below says how."""

    def __call__(
        self, base_text: str, base_span: Span, witness_text: str, witness_span: Span, *, look: Look = _go_on
    ) -> tuple[Edit, ...]:
        """The edits between two passages, in offsets of the full texts that the passages stand in."""


class CompareOnce:
    """Remembers what it compared by one set of word lists, which are in force for it whatever else is."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._known: dict[tuple[str, str], tuple[Edit, ...]] = {}  # in offsets of the two passages

    def __call__(
        self, base_text: str, base_span: Span, witness_text: str, witness_span: Span, *, look: Look = _go_on
    ) -> tuple[Edit, ...]:
        """As `compare_places`; passages that were compared before, wherever they stood, are not compared again."""
        passages = base_span.of(base_text), witness_span.of(witness_text)
        if passages not in self._known:
            self._known[passages] = compare(*passages, self._lexicon, look)
        return placed(self._known[passages], base_span, witness_span)
