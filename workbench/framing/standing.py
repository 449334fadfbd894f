"""Where a passage stands: the part of the article, the paragraph, the sentences around it."""

from workbench.framing.lines import inner_sentences
from workbench.framing.model import Part, Standing
from workbench.framing.story import Story
from workbench.model import ZoneKind
from workbench.spans import Span

_PARTS = {
    ZoneKind.HEADLINE: Part.HEADLINE,
    ZoneKind.CAPTION: Part.CAPTION,
    ZoneKind.BYLINE: Part.BYLINE,
    ZoneKind.FURNITURE: Part.FURNITURE,
    ZoneKind.COMMENTS: Part.COMMENTS,
}
_LONGEST_SENTENCE = 20_000


def standing_of(story: Story, passage: Span) -> Standing:
    """Where a passage begins in its article."""
    body = [paragraph.span for paragraph in story.paragraphs if paragraph.kind is ZoneKind.BODY]
    number = _holder(story, passage)
    if number < 0:
        return Standing(Part.OUTSIDE, 0, len(body), 0.0)
    kind = story.paragraphs[number].kind
    if kind is not ZoneKind.BODY:
        return Standing(_PARTS.get(kind, Part.OUTSIDE) if kind else Part.OUTSIDE, 0, len(body), 0.0)
    start = max(passage.start, story.paragraphs[number].span.start)
    index = body.index(story.paragraphs[number].span)
    before = sum(map(len, body[:index])) + start - body[index].start
    depth = before / max(1, sum(map(len, body)))
    return Standing(Part.BODY if index else Part.LEAD, index + 1, len(body), min(1.0, depth))


def _holder(story: Story, passage: Span) -> int:
    """The paragraph that holds the first of a passage; of one that begins between two, the next it reaches."""
    number = story.paragraph_at(passage.start)
    if number >= 0 and passage.start < story.paragraphs[number].span.end:
        return number
    following = number + 1
    if following < len(story.paragraphs) and story.paragraphs[following].span.start < passage.end:
        return following
    if number >= 0 and passage.start == story.paragraphs[number].span.end:
        return number
    return -1


def sentences_around(story: Story, passage: Span, language: str) -> tuple[Span, Span | None, Span | None]:
    """The sentences that a passage stands in, the one before and the one after, in the same kind of zone."""
    number = _holder(story, passage)
    if number < 0:
        return passage, None, None
    last = number
    if passage.end > story.paragraphs[number].span.end:
        last = max(number, story.paragraph_at(max(passage.start, passage.end - 1)))
    first_ones = _sentences(story, number, language)
    last_ones = first_ones if last == number else _sentences(story, last, language)
    first = next((k for k, s in enumerate(first_ones) if passage.start < s.end), len(first_ones) - 1)
    final = next(
        (k for k in range(len(last_ones) - 1, -1, -1) if last_ones[k].start < max(passage.end, passage.start + 1)), 0
    )
    holder = Span(min(first_ones[first].start, passage.start), max(last_ones[final].end, passage.end))
    before = first_ones[first - 1] if first else _neighbour(story, number, -1, language)
    after = last_ones[final + 1] if final + 1 < len(last_ones) else _neighbour(story, last, 1, language)
    return holder, before, after


def _sentences(story: Story, number: int, language: str) -> list[Span]:
    span = story.paragraphs[number].span
    if len(span) > _LONGEST_SENTENCE * 50:
        return [span]
    return inner_sentences(story.text, span, language) or [span]


def _neighbour(story: Story, number: int, step: int, language: str) -> Span | None:
    """The last sentence of the paragraph before, or the first of the one after, of the same kind."""
    kind = story.paragraphs[number].kind
    place = number + step
    while 0 <= place < len(story.paragraphs):
        if story.paragraphs[place].kind is kind:
            found = _sentences(story, place, language)
            return found[-1] if step < 0 else found[0]
        if kind is not ZoneKind.BODY:
            return None
        place += step
    return None
