"""What stands around a passage in the same sentence."""

import re
from typing import NamedTuple

from workbench.spans import Span
from workbench.text.sentences import sentences

_REACH = 600
"""How many characters around a passage its sentence is looked for in."""


_STOP = re.compile(r"[^\W\d_]{3}[.!?]+[\"”’»]?(\s+)(?=[\"“‘«]?[A-Z]|$)")
"""The end of a sentence inside a longer quotation, which is one sentence to the library."""


class Rest(NamedTuple):
    """The rest of the sentence before a passage and after it; either may be empty."""

    before: Span
    after: Span


def rest_of_sentence(text: str, passage: Span) -> Rest:
    """What is left of the sentence of `passage`, in code points of the text it stands in.

    Where nothing but marks stands around the passage, such as the quotation marks it is put in, nothing is left.
    """
    low = _paragraph_start(text, passage.start)
    high = _paragraph_end(text, passage.end)
    around = [span.shifted(low) for span in sentences(text[low:high])]
    before = next((s.start for s in around if s.start <= passage.start < s.end), passage.start)
    after = next((s.end for s in around if s.start < passage.end <= s.end), passage.end)
    stops_before = [stop.end() for stop in _STOP.finditer(text, min(before, passage.start), passage.start)]
    stop_after = _STOP.search(text, max(0, passage.end - 3), max(after, passage.end))
    rest = Rest(
        Span(max([min(before, passage.start), *stops_before]), passage.start),
        Span(passage.end, max(stop_after.start(1) if stop_after else after, passage.end)),
    )
    if any(map(str.isalnum, rest.before.of(text) + rest.after.of(text))):
        return rest
    return Rest(Span(passage.start, passage.start), Span(passage.end, passage.end))


def _paragraph_start(text: str, position: int) -> int:
    found = text.rfind("\n\n", max(0, position - _REACH), position)
    return max(0, position - _REACH) if found < 0 else found + 2


def _paragraph_end(text: str, position: int) -> int:
    found = text.find("\n\n", position, position + _REACH)
    return min(len(text), position + _REACH) if found < 0 else found
