"""What an outlet put around a passage in the same sentence: who is cited for it, and by which verb."""

import re
from typing import NamedTuple

from workbench.spans import Span
from workbench.text.sentences import sentences

_REACH = 600
"""How many characters around a passage its sentence is looked for in."""


_STOP = re.compile(r"[^\W\d_]{3}[.!?]+[\"”’»]?(\s+)(?=[\"“‘«]?[A-Z]|$)")
"""The end of a sentence inside a longer quotation, which is one sentence to the library."""


class Frame(NamedTuple):
    """The rest of the sentence before a passage and after it; either may be empty."""

    before: Span
    after: Span


def frame_of(text: str, passage: Span) -> Frame:
    """The frame of `passage` in the text of its article, in code points of that text.

    Where nothing but marks stands around the passage, such as the quotation marks it is put in, it has no frame.
    """
    low = _paragraph_start(text, passage.start)
    high = _paragraph_end(text, passage.end)
    around = [span.shifted(low) for span in sentences(text[low:high])]
    before = next((s.start for s in around if s.start <= passage.start < s.end), passage.start)
    after = next((s.end for s in around if s.start < passage.end <= s.end), passage.end)
    stops_before = [stop.end() for stop in _STOP.finditer(text, min(before, passage.start), passage.start)]
    stop_after = _STOP.search(text, max(0, passage.end - 3), max(after, passage.end))
    frame = Frame(
        Span(max([min(before, passage.start), *stops_before]), passage.start),
        Span(passage.end, max(stop_after.start(1) if stop_after else after, passage.end)),
    )
    if any(map(str.isalnum, frame.before.of(text) + frame.after.of(text))):
        return frame
    return Frame(Span(passage.start, passage.start), Span(passage.end, passage.end))


def _paragraph_start(text: str, position: int) -> int:
    found = text.rfind("\n\n", max(0, position - _REACH), position)
    return max(0, position - _REACH) if found < 0 else found + 2


def _paragraph_end(text: str, position: int) -> int:
    found = text.find("\n\n", position, position + _REACH)
    return min(len(text), position + _REACH) if found < 0 else found
