"""Who "he" or "the source" is: the nearest place before that brings somebody in who fits."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from workbench.framing.lines import Line
from workbench.framing.lists import listed
from workbench.framing.model import SourceKind
from workbench.framing.nouns import left_noun
from workbench.framing.nouns_after import right_noun
from workbench.framing.people import Being, being_of
from workbench.framing.story import PlacedCue, Story
from workbench.framing.wordclasses import is_determiner, is_verb
from workbench.model import ZoneKind
from workbench.spans import Span

_PRONOUN_REACH = 3
_NOUN_REACH = 40
_MOST_LINES = 150


class Antecedent(NamedTuple):
    """Where somebody was brought in, what the words there tell, and the cue that cites them there, if any."""

    span: Span
    being: Being
    cue: PlacedCue | None


def antecedent_of(story: Story, number: int, place: Span, being: Being, outlet: str) -> Antecedent | None:
    """Who is meant by the words of a source at `place` in paragraph `number`, which lean on what stands before."""
    pronoun = not being.head
    reach = _PRONOUN_REACH if pronoun else _NOUN_REACH
    fallback: Antecedent | None = None
    for candidate in _before(story, number, place, being.head, reach, outlet):
        if not _fits(story, being, candidate, place):
            continue
        if not candidate.being.leans:
            return candidate
        fallback = fallback or candidate
    return fallback if pronoun else None


def _fits(story: Story, being: Being, candidate: Antecedent, place: Span) -> bool:
    if not being.head:
        if candidate.being.head == "" and candidate.being.leans:
            return False
        if being.kind is SourceKind.PERSON and place.of(story.text).lower() in ("he", "she"):
            plural = candidate.being.head.endswith("s") and not candidate.being.named
            return candidate.being.kind is SourceKind.PERSON and not plural
        if being.kind is SourceKind.PERSON:
            return candidate.being.kind is not SourceKind.DOCUMENT
        return candidate.being.kind in (SourceKind.ORGANISATION, SourceKind.DOCUMENT)
    words = candidate.span.of(story.text).casefold().split()
    after = story.text[candidate.span.end : candidate.span.end + 60].casefold()
    described = after.startswith(",") and being.head in after.split(" who ")[0].replace(",", " ").split()
    return being.head in [word.strip(",.") for word in words] or (described and candidate.being.named)


def _before(story: Story, number: int, place: Span, head: str, reach: int, outlet: str) -> Iterator[Antecedent]:
    """Those brought in before a place, the nearest first, in the story only."""
    seen = 0
    for back in range(number, max(-1, number - reach - 1), -1):
        kind = story.paragraphs[back].kind
        if kind not in (None, ZoneKind.BODY, story.paragraphs[number].kind):
            continue
        found, cues = story.read(back)
        stop = bisect_left(found, place.start, key=lambda line: line.start)
        for line in reversed(found[max(0, stop - _MOST_LINES) : stop]):
            seen += 1
            if seen > _MOST_LINES:
                return
            end = line.start + len(line.tokens.text)
            first = bisect_left(cues, line.start, key=lambda cue: cue.line.start)
            here = cues[first : bisect_left(cues, end, key=lambda cue: cue.line.start)]
            nearest = sorted(_in_line(line, here, head, outlet), key=lambda found: -found.span.start)
            yield from (candidate for candidate in nearest if candidate.span.end <= place.start)


def _in_line(line: Line, cues: list[PlacedCue], head: str, outlet: str) -> Iterator[Antecedent]:
    """The sources of a sentence, its subject, and what has the head sought."""
    taken: list[Span] = []
    for cue in cues:
        for source in cue.cue.sources:
            being = being_of(_shown(line, *source.tokens), outlet)
            if being:
                taken.append(cue.place(source.tokens))
                yield Antecedent(taken[-1], being, cue)
    for first, stop in _nouns(line, head):
        being = being_of(_shown(line, first, stop), outlet)
        span = line.span(first, stop)
        if being and not any(span.overlap(other) for other in taken):
            yield Antecedent(span, being, None)


def _nouns(line: Line, head: str) -> Iterator[tuple[int, int]]:
    subject = right_noun(line, 0)
    if subject and line.quoted[0] < 0:
        yield subject.first, subject.stop
    if head:
        for at in range(1, len(line)):
            if line.key(at) == head and line.quoted[at] < 0:
                noun = left_noun(line, at + 1)
                whole = right_noun(line, noun.first) if noun else None
                if noun and (
                    line.key(noun.first) in listed("words", "indefinite") or not is_determiner(line.key(noun.first))
                ):
                    yield noun.first, max(at + 1, whole.stop if whole else 0)
        return
    at = 1
    while at < len(line):
        if line.shown(at)[0].isupper() and line.quoted[at] < 0 and not is_verb(line, at):
            stop = at
            while stop < len(line) and line.shown(stop)[0].isupper() and line.is_word(stop):
                stop += 1
            if stop - at in (2, 3) and (not subject or at >= subject.stop):
                yield at, stop
            at = stop
        at += 1


def _shown(line: Line, first: int, stop: int) -> list[str]:
    return [line.shown(at) for at in range(first, stop)]
