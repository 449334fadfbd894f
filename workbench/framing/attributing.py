"""Which of the cues around a passage it is laid to, and what they make of it together."""

from bisect import bisect_left
from typing import NamedTuple

from workbench.framing.chains import chain_of, saying_of
from workbench.framing.lines import Line
from workbench.framing.model import Attribution, Position, QuotationKind, Speech, Voice
from workbench.framing.quotation_kinds import quotations_of
from workbench.framing.story import PlacedCue, Story
from workbench.model import ZoneKind
from workbench.spans import Span
from workbench.text.words import words

READ_AT_MOST = 20_000
"""Of a longer passage, in code points, the attribution of the beginning is read."""
_BACK = 5
_OTHERS = 10
_MOST_PARAGRAPHS = 150
_MOST = 0.5
_ALIKE = 0.85
_STORY = (None, ZoneKind.BODY)


class Laid(NamedTuple):
    """Whose words a passage is given as, in words too, to whom it is laid, and to whom parts of it are besides."""

    voice: Voice
    reason: str
    main: Attribution | None
    others: tuple[Attribution, ...]


class _Share(NamedTuple):
    cue: PlacedCue
    words: frozenset[int]


def attribution_of(story: Story, passage: Span, outlet: str) -> Laid:
    """To whom the text lays a passage."""
    part = Span(passage.start, min(passage.end, passage.start + READ_AT_MOST))
    number = story.paragraph_at(part.start)
    if number < 0:
        return Laid(Voice.UNKNOWN, "no text stands there", None, ())
    cues = _cues_for(story, part, number)
    places = _places(story, part, cues)
    shares = [_Share(cue, _covered(cue, places)) for cue in cues]
    shares = _not_said_inside([share for share in shares if share.words], part)
    laid = len(frozenset().union(*(share.words for share in shares))) / max(1, len(places))
    quoted = _quoted_share(story, part, places)
    if laid < _MOST:
        others = tuple(
            _attribution(story, [share.cue], part, len(share.words) / len(places), quoted, outlet)
            for share in shares[:_OTHERS]
        )
        return _unlaid(quoted, laid, others, len(part) < len(passage))
    best = max(shares, key=_rank)
    nest = _nest(shares, best)
    main = _attribution(story, [share.cue for share in nest], part, len(best.words) / len(places), quoted, outlet)
    rest = [share for share in shares if share not in nest and _worth(share, nest)]
    others = tuple(
        _attribution(story, [share.cue], part, len(share.words) / len(places), quoted, outlet)
        for share in rest[:_OTHERS]
    )
    return Laid(Voice.CITED, _reason(story.text, main), main, others)


def _not_said_inside(shares: list[_Share], part: Span) -> list[_Share]:
    """Without what the speaker of a quoted passage reports in it: "“He told me to go,” she said" is what she said."""
    outer = [share for share in shares if not share.cue.is_quoted and share.cue.cue.sources]
    most = max((len(share.words) for share in outer), default=0)
    return [
        share
        for share in shares
        if not share.cue.is_quoted or not part.contains(share.cue.clause) or len(share.words) > most / _ALIKE
    ]


def _rank(share: _Share) -> tuple[int, bool, int]:
    return len(share.words), bool(share.cue.cue.sources), -share.cue.clause.start


def _worth(share: _Share, nest: list[_Share]) -> bool:
    return not any(share.cue.clause == other.cue.clause for other in nest)


def _unlaid(quoted: float, laid: float, others: tuple[Attribution, ...], cut: bool) -> Laid:
    if quoted >= _ALIKE:
        return Laid(Voice.UNKNOWN, "in quotation marks, but the text does not say whose words they are", None, others)
    reason = "in the outlet’s own voice: nobody is cited for it"
    if laid:
        reason = f"in the outlet’s own voice: nobody is cited for {1 - laid:.0%} of it"
    return Laid(Voice.OWN, f"{reason}, as far as its beginning was read" if cut else reason, None, others)


def _reason(text: str, main: Attribution) -> str:
    said = f"“{main.saying.span.of(text)}”"
    if not main.chain:
        return f"{said} cites nobody by whom it is said"
    return f"{said} lays it to {' ← '.join(' '.join(link.span.of(text).split()) for link in reversed(main.chain))}"


def _cues_for(story: Story, part: Span, number: int) -> list[PlacedCue]:
    """The cues that may speak of a part of the text, their reach drawn out over the speech that goes on after them."""
    last = max(number, story.paragraph_at(max(part.start, part.end - 1)))
    last = min(last, number + _MOST_PARAGRAPHS)
    first = number
    for back in range(number - 1, max(-1, number - _BACK), -1):
        if story.paragraphs[back].kind not in _STORY:
            break
        first = back
    found: list[PlacedCue] = []
    speaker: PlacedCue | None = None
    for index in range(first, last + 1):
        here, speaker = _with_speech(story, index, speaker)
        found += here
    resumed = [_with_resumed(story, cue) for cue in found]
    return [cue for cue in resumed if any(_touches(span, part) for span in cue.scope) or cue.clause.overlap(part)]


def _touches(span: Span, part: Span) -> bool:
    return bool(span.overlap(part)) or (not len(part) and span.start <= part.start <= span.end)


def _with_speech(story: Story, index: int, speaker: PlacedCue | None) -> tuple[list[PlacedCue], PlacedCue | None]:
    """The cues of a paragraph, each with the sentences of speech after it that name no speaker of their own.

    `speaker` is the cue that the paragraph before ends with, and the one returned that this one ends with.
    """
    found, cues = story.read(index)
    done = list(cues)
    for line in found:
        own = [cue for cue in cues if cue.line is line and cue.cue.sources and line.quoted[cue.cue.verb[0]] < 0]
        if own:
            speaker = own[-1]
        elif _is_speech(line) and speaker:
            drawn = PlacedCue(speaker.line, speaker.cue, speaker.clause, (*speaker.scope, line.span(0, len(line))))
            done = [drawn if cue.clause == speaker.clause else cue for cue in done]
            done += [] if drawn in done else [drawn]
            speaker = drawn
        else:
            speaker = None
    return done, speaker


def _is_speech(line: Line) -> bool:
    """Whether a sentence stands in quotation marks as a whole."""
    outside = sum(line.is_word(at) for at in range(len(line)) if line.quoted[at] < 0)
    return bool(len(line)) and line.quoted[0] >= 0 and not outside


def _with_resumed(story: Story, cue: PlacedCue) -> PlacedCue:
    """A cue whose speech goes on in later paragraphs, with those."""
    more: list[Span] = []
    for span in cue.scope:
        for quotation in story.quotations_in(span):
            at = bisect_left(story.quotations, quotation)
            while story.quotations[at].continued:
                at = next(k for k in range(at + 1, len(story.quotations)) if story.quotations[k].resumed)
                more.append(story.quotations[at].span)
    return PlacedCue(cue.line, cue.cue, cue.clause, (*cue.scope, *more)) if more else cue


def _places(story: Story, part: Span, cues: list[PlacedCue]) -> list[int]:
    """Where the words of a part stand that are no words of citing; the part's start where it has none."""
    starts = [word.start + part.start for word in words(part.of(story.text))]
    quoted = [quotation.span for quotation in story.quotations_in(part)]
    clauses = [
        apart for cue in cues if not any(span.contains(cue.clause) for span in quoted) for apart in cue.apparatus
    ]
    left = [start for start in starts if not any(clause.start <= start < clause.end for clause in clauses)]
    return left or starts or [part.start]


def _covered(cue: PlacedCue, places: list[int]) -> frozenset[int]:
    return frozenset(
        place
        for span in cue.scope
        for place in places[bisect_left(places, span.start) : bisect_left(places, span.end + (not len(span)))]
    ) or frozenset(
        place for place in places if len(places) == 1 and any(span.start <= place <= span.end for span in cue.scope)
    )


def _nest(shares: list[_Share], best: _Share) -> list[_Share]:
    """The best with those that hold it and those it holds, the outermost first: "the Sun reports that RT cited"."""
    alike = [share for share in shares if len(share.words & best.words) >= _ALIKE * len(best.words)]
    around = [share for share in alike if share is best or _holds(share, best) or _holds(best, share)]
    sourced = [share for share in around if share.cue.cue.sources]
    return sorted(sourced or around[:1], key=lambda share: -sum(map(len, share.cue.scope)))


def _holds(outer: _Share, inner: _Share) -> bool:
    return any(span.contains(inner.cue.clause) for span in outer.cue.scope)


def _quoted_share(story: Story, part: Span, places: list[int]) -> float:
    speech = (QuotationKind.FULL, QuotationKind.PARTIAL)
    inners = [quotation.span for quotation in quotations_of(story, part) if quotation.kind in speech]
    return sum(any(span.start <= place < span.end for span in inners) for place in places) / max(1, len(places))


def _attribution(
    story: Story, nest: list[PlacedCue], part: Span, share: float, quoted: float, outlet: str
) -> Attribution:
    inner = nest[-1]
    clause = inner.clause
    for outer in reversed(nest[:-1]):
        if outer.clause.end <= clause.start <= outer.clause.end + 12:
            clause = Span(outer.clause.start, clause.end)
    speech = Speech.DIRECT if quoted >= _ALIKE else Speech.PARTIAL if quoted else Speech.INDIRECT
    return Attribution(
        chain_of(story, nest, outlet), clause, saying_of(inner), _position(clause, part), speech, min(1.0, share)
    )


def _position(clause: Span, part: Span) -> Position:
    if clause.end <= part.start:
        return Position.BEFORE
    return Position.AFTER if clause.start >= part.end else Position.INSIDE
