"""The sentences of a paragraph as attribution is read in them: a quotation, however long, is part of one sentence."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from workbench.comparing.tokens import Tokens, tokens
from workbench.framing.lists import saying_lemma
from workbench.framing.quoting import Marked
from workbench.spans import Span
from workbench.text.sentences import sentences

_STOP = re.compile(r"(?:[^\W\d_]{3}|[^\W_]{4}|[)\]%])[.!?…]+[\"”’»]*(\s+)(?=[\"“‘«(\[]?[^\W\d_a-z])")
"""The end of a sentence, also inside a quotation or at its closing mark; group 1 is the white space after it."""
_SHORTENED = re.compile(
    r"\b(?:Rep|Gen|Sen|Gov|Rev|Sgt|Col|Mrs|Capt|Prof|Supt|Insp|Corp|Hon|Det|Adm|Cmdr|Maj|Atty|Dist|Dept|Univ|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Inc|Ltd|Bros|etc|approx)\.$"
)
_ASKED = re.compile(r"[?!…][\"”’»]\s*$")
_LONGEST_LINE = 2_000
_LONGEST_TAIL = 8


@dataclass(frozen=True)
class Line:
    """A sentence with its quotations: its tokens and, for each, the quotation it stands in, -1 outside of all.

    The marks belong to their quotation. `start` is where the sentence begins in the article's text.
    """

    start: int
    tokens: Tokens
    quoted: list[int]

    def __len__(self) -> int:
        return len(self.tokens)

    @cached_property
    def keys(self) -> list[str]:
        """The folded tokens."""
        return self.tokens.keys

    def shown(self, index: int) -> str:
        """The token as it stands."""
        return self.tokens.shown(index)

    def key(self, index: int) -> str:
        """The folded token at a place, empty outside of the sentence."""
        return self.keys[index] if 0 <= index < len(self.keys) else ""

    def span(self, first: int, stop: int) -> Span:
        """Where the tokens `first` to `stop` (half open, at least one) stand in the article's text."""
        return Span(self.start + self.tokens.starts[first], self.start + self.tokens.ends[stop - 1])

    def is_word(self, index: int) -> bool:
        """Whether the token at a place is a word."""
        return 0 <= index < len(self.keys) and self.tokens.words[index]

    def is_mark(self, index: int) -> bool:
        """Whether a quotation opens or closes at a place."""
        if not 0 <= index < len(self.keys) or self.quoted[index] < 0:
            return False
        return self.keys[index] in ('"', "'", "「", "」", "『", "』", "‹", "›", "《", "》")


def stops(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The ends of sentences in a stretch of text but for the last; group 1 of each is the white space after it."""
    for stop in _STOP.finditer(text, start, end):
        if not _SHORTENED.search(text, max(start, stop.start() - 8), stop.start(1)):
            yield stop


def inner_sentences(text: str, paragraph: Span, language: str) -> list[Span]:
    """The sentences of a paragraph, those inside quotations one by one."""
    found = []
    for sentence in sentences(paragraph.of(text), language or "en"):
        start, end = sentence.start + paragraph.start, sentence.end + paragraph.start
        for stop in stops(text, start, end):
            if start < stop.start(1) and stop.end() < end:
                found.append(Span(start, stop.start(1)))
                start = stop.end()
        found.append(Span(start, end))
    return found


def lines(text: str, paragraph: Span, quotations: Sequence[Marked]) -> list[Line]:
    """The sentences of a paragraph, quotations kept whole; endless ones are cut."""
    here = [quotation for quotation in quotations if paragraph.overlap(quotation.span)]
    spans = _joined(text, _spans(_masked(text, paragraph, here), paragraph.start), here)
    found = []
    for span in spans:
        starts = range(span.start, span.end, _LONGEST_LINE)
        found += [_line(text, Span(start, min(span.end, start + _LONGEST_LINE)), here) for start in starts]
    return found


def _masked(text: str, paragraph: Span, quotations: Sequence[Marked]) -> str:
    """The paragraph with letters in place of what is quoted, but for the stop before the closing mark."""
    piece = list(paragraph.of(text))
    for quotation in quotations:
        low, high = quotation.inner.start - paragraph.start, min(quotation.inner.end - paragraph.start, len(piece))
        while high > low and piece[high - 1] in ".,!?…;:":
            high -= 1
        piece[low:high] = "x" * (high - low)
    return "".join(piece)


def _spans(masked: str, origin: int) -> list[Span]:
    found = []
    for sentence in sentences(masked):
        start = sentence.start
        for stop in stops(masked, sentence.start, sentence.end):
            found.append(Span(start + origin, stop.start(1) + origin))
            start = stop.end()
        found.append(Span(start + origin, sentence.end + origin))
    return found


def _joined(text: str, spans: list[Span], quotations: Sequence[Marked]) -> list[Span]:
    """A question in marks and who asks it are one sentence: "“Why?” Smith asked."."""
    closings = {quotation.span.end for quotation in quotations}
    done: list[Span] = []
    for span in spans:
        if (
            done
            and done[-1].end in closings
            and _ASKED.search(text, done[-1].start, done[-1].end)
            and _tail(text, span)
        ):
            span = Span(done.pop().start, span.end)  # noqa: PLW2901
        done.append(span)
    return done


def _tail(text: str, span: Span) -> bool:
    """Whether a sentence is nothing but who said what stands before it."""
    keys = tokens(text[span.start : min(span.end, span.start + 200)]).keys
    stop = next((at for at, key in enumerate(keys) if key in (",", ".", ":", '"', "'")), len(keys))
    return stop <= _LONGEST_TAIL and any(map(saying_lemma, keys[:stop])) and not saying_lemma(keys[0])


def _line(text: str, span: Span, quotations: Sequence[Marked]) -> Line:
    found = tokens(span.of(text))
    starts = [quotation.span.start for quotation in quotations]
    quoted = []
    for start in found.starts:
        index = bisect_right(starts, start + span.start) - 1
        quoted.append(index if index >= 0 and start + span.start < quotations[index].span.end else -1)
    return Line(span.start, found, quoted)
