"""The chain of citation of a passage: outlet, agency, source, with who is meant by "he" or "the source"."""

from workbench.framing.antecedents import Antecedent, antecedent_of
from workbench.framing.cues import Named
from workbench.framing.lists import stance_of
from workbench.framing.model import Cited, Role, Saying
from workbench.framing.people import being_of
from workbench.framing.story import PlacedCue, Story
from workbench.spans import Span


def chain_of(story: Story, placed: list[PlacedCue], outlet: str) -> tuple[Cited, ...]:
    """The links of cues that hold one another, the outermost first; each source once."""
    links: list[Cited] = []
    for cue in placed:
        for source in cue.cue.sources:
            for link in _links(story, cue, source, outlet):
                if all(other.span not in (link.span, link.antecedent) for other in links):
                    links.append(link)
    return tuple(links)


def saying_of(cue: PlacedCue) -> Saying:
    """The verb or phrase of a cue; that of its innermost source where it cites one in passing: ", citing officials"."""
    last = cue.cue.sources[-1].verb if len(cue.cue.sources) > 1 else None
    if last and cue.line.key(last[0]) in ("citing", "quoting"):
        return _saying(cue.place(last), cue.line.key(last[0]))
    return _saying(cue.place(cue.cue.verb), cue.cue.lemma)


def _saying(span: Span, word: str) -> Saying:
    lemma = {"citing": "cite", "quoting": "quote"}.get(word, word)
    stance, meaning = stance_of(_EVIDENTIAL.get(lemma, lemma))
    return Saying(span, lemma, stance, meaning)


_EVIDENTIAL = {"allegedly": "allege", "purportedly": "purport", "supposedly": "suppose", "reportedly": "report"}


def _links(story: Story, cue: PlacedCue, source: Named, outlet: str) -> list[Cited]:
    line = cue.line
    shown = [line.shown(at) for at in range(*source.tokens)]
    told = source.verb is None and len(cue.cue.sources) > 1
    being = being_of(shown, outlet, told=told, press=_quotes(cue, source))
    if told and being is None and _anonymous_teller(cue, outlet) and _bare_name(shown):
        being = being_of(["The", *shown], outlet, told=True)
    if being is None:
        return []
    place = cue.place(source.tokens)
    found: Antecedent | None = None
    if being.leans:
        found = antecedent_of(story, story.paragraph_at(place.start), place, being, outlet)
    saying = _own_saying(cue, source)
    description = cue.place(source.description) if source.description else None
    link = Cited(
        span=place,
        role=being.role,
        kind=found.being.kind if found and not being.head else being.kind,
        named=being.named or bool(found and found.being.named),
        antecedent=found.span if found else None,
        description=description,
        saying=saying,
    )
    return [*_carried(found, cue, outlet), link]


def _quotes(cue: PlacedCue, source: Named) -> bool:
    """Whether a source is one that quotes another."""
    if source.verb is None:
        return False
    return cue.line.key(source.verb[0]) in ("quoted", "cited", "quotes", "cites") and source is not cue.cue.sources[-1]


def _own_saying(cue: PlacedCue, source: Named) -> Saying | None:
    if source.verb is None:
        return None
    if source.verb == cue.cue.verb:
        return _saying(cue.place(source.verb), cue.cue.lemma)
    word = " ".join(cue.line.keys[source.verb[0] : source.verb[1]])
    lemmas = {
        "cited": "cite",
        "quoted": "quote",
        "cites": "cite",
        "quotes": "quote",
        "cited by": "cite",
        "quoted by": "quote",
    }
    return _saying(cue.place(source.verb), lemmas.get(word, word))


def _anonymous_teller(cue: PlacedCue, outlet: str) -> bool:
    teller = cue.cue.sources[-1]
    being = being_of([cue.line.shown(at) for at in range(*teller.tokens)], outlet)
    return bool(being and not being.named)


def _bare_name(shown: list[str]) -> bool:
    return 0 < len(shown) <= 3 and all(word[0].isupper() for word in shown)


def _carried(found: Antecedent | None, cue: PlacedCue, outlet: str) -> list[Cited]:
    """The outlet or agency by which the antecedent was cited, where this sentence names none."""
    if found is None or found.cue is None or len(cue.cue.sources) > 1:
        return []
    links = []
    for source in found.cue.cue.sources[:-1]:
        being = being_of(
            [found.cue.line.shown(at) for at in range(*source.tokens)],
            outlet,
            told=source.verb is None,
            press=_quotes(found.cue, source),
        )
        if being and being.role is not Role.SOURCE:
            span = found.cue.place(source.tokens)
            links.append(
                Cited(span, being.role, being.kind, being.named, saying=_own_saying(found.cue, source), carried=True)
            )
    return links
