"""How the claim of a headline differs from a passage that makes the same claim: in certainty, in actor, in number."""

from workbench.comparing.tokens import tokens
from workbench.framing.claims import Claim, best_clause, hedges_in, is_about_the_same, subject_of
from workbench.framing.lists import listed, saying_lemma
from workbench.framing.measures import figures_differ
from workbench.framing.model import Aspect, Attribution, HeadlineDifference
from workbench.framing.story import Story
from workbench.model import ZoneKind
from workbench.spans import Span
from workbench.text.folding import fold

_LONGEST = 3_000


def headline_of(story: Story, title: str) -> Span | None:
    """The headline of an article: of several the one that holds its title, or else the first."""
    found = [paragraph.span for paragraph in story.paragraphs if paragraph.kind is ZoneKind.HEADLINE]
    wanted = fold(title).split()
    for span in found:
        if wanted and wanted == fold(span.of(story.text)).split()[: len(wanted)]:
            return span
    return found[0] if found else None


def differences_of(
    story: Story, headline: Span, passage: Span, attribution: Attribution | None
) -> tuple[HeadlineDifference, ...]:
    """What the headline says otherwise; nothing where it is not about the same claim, or is the passage itself."""
    if headline.overlap(passage):
        return ()
    above = Claim(headline.start, tokens(headline.of(story.text)[:_LONGEST]))
    below = best_clause(story.text, Span(passage.start, min(passage.end, passage.start + _LONGEST)), above)
    if below is None or not is_about_the_same(above, below):
        return ()
    told = _attributes(story, headline, above)
    return tuple(
        difference
        for difference in (
            _certainty(above, below),
            _voice(headline, passage, told, attribution),
            _actor(above, below, passage, story.text, told),
            figures_differ(above, below),
        )
        if difference
    )


def _attributes(story: Story, headline: Span, claim: Claim) -> bool:
    """Whether a headline keeps its claim at a distance: a verb of saying, a colon after a source, marks."""
    if story.quotations_in(headline):
        return True
    verbs = listed("verbs", "bare") - listed("verbs", "nominal") | {"report", "announce", "accuse", "confirm", "reveal"}
    return any(saying_lemma(key) in verbs for key in claim.tokens.keys) or "source" in claim.tokens.keys


def _certainty(above: Claim, below: Claim) -> HeadlineDifference | None:
    """A hedge that one of the two has."""
    ours, theirs = hedges_in(above), hedges_in(below)
    asks = above.tokens.keys[-1:] == ["?"]
    if theirs and not ours and not asks:
        first = theirs[0]
        reason = f"the passage says “{first.said}”, the headline leaves it out: it sounds more certain"
        return HeadlineDifference(Aspect.CERTAINTY, above.span, first.span, reason)
    if (ours or asks) and not theirs:
        span, said = (ours[0].span, f"“{ours[0].said}”") if ours else (above.span, "a question")
        reason = f"the headline has {said}, the passage has no such reserve: the headline sounds less certain"
        return HeadlineDifference(Aspect.CERTAINTY, span, below.span, reason)
    return None


def _voice(headline: Span, passage: Span, told: bool, attribution: Attribution | None) -> HeadlineDifference | None:
    """What is laid to somebody below and said outright above, or the other way round."""
    if attribution and not told:
        reason = "the headline says outright what the article lays to a source: it sounds more certain"
        return HeadlineDifference(Aspect.CERTAINTY, headline, attribution.clause, reason)
    if told and attribution is None:
        reason = "the headline lays to somebody what the article says in its own voice: it sounds less certain"
        return HeadlineDifference(Aspect.CERTAINTY, headline, passage, reason)
    return None


def _actor(above: Claim, below: Claim, passage: Span, text: str, told: bool) -> HeadlineDifference | None:
    """A subject of the headline that the passage does not name at all."""
    ours, theirs = subject_of(above), subject_of(below)
    if ours is None or theirs is None or (told and _is_source(above, ours)):
        return None
    whole = Claim(passage.start, tokens(passage.of(text)[:_LONGEST]))
    if not above.weighty(ours) or above.weighty(ours) & whole.weighty():
        return None
    mine, other = above.place(*ours), below.place(*theirs)
    reason = f"the headline makes “{above.said(*ours)}” the actor; the passage has “{below.said(*theirs)}” there"
    reason += " and does not name the other"
    return HeadlineDifference(Aspect.ACTOR, mine, other, reason)


def _is_source(claim: Claim, subject: tuple[int, int]) -> bool:
    """Whether the subject of a headline is who says it: "Government denies barge plan"."""
    following = claim.tokens.keys[subject[1] : subject[1] + 2]
    return any(saying_lemma(key) for key in following) and not {"accused", "blamed"} & set(following)
