"""What an outlet put around a passage in the same sentence: who is cited for it, and by which verb."""

from typing import NamedTuple

from workbench.spans import Span
from workbench.text.sentences import sentences

_REACH = 600
"""How many characters around a passage its sentence is looked for in."""


class Frame(NamedTuple):
    """The rest of the sentence before a passage and after it; either may be empty."""

    before: Span
    after: Span


def frame_of(text: str, passage: Span) -> Frame:
    """The frame of `passage` in the text of its article, in code points of that text.

    Marks alone, such as the quotation mark that opens the passage, are no frame.
    """
    low = _paragraph_start(text, passage.start)
    high = _paragraph_end(text, passage.end)
    around = [span.shifted(low) for span in sentences(text[low:high])]
    before = next((s.start for s in around if s.start <= passage.start < s.end), passage.start)
    after = next((s.end for s in around if s.start < passage.end <= s.end), passage.end)
    return Frame(
        _with_words(text, Span(min(before, passage.start), passage.start)),
        _with_words(text, Span(passage.end, max(after, passage.end))),
    )


def _paragraph_start(text: str, position: int) -> int:
    found = text.rfind("\n\n", max(0, position - _REACH), position)
    return max(0, position - _REACH) if found < 0 else found + 2


def _paragraph_end(text: str, position: int) -> int:
    found = text.find("\n\n", position, position + _REACH)
    return min(len(text), position + _REACH) if found < 0 else found


def _with_words(text: str, span: Span) -> Span:
    """The span itself, or an empty one at its place when no letter or figure stands in it."""
    return span if any(map(str.isalnum, span.of(text))) else Span(span.start, span.start)
