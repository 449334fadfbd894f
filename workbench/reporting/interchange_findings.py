"""What was found of families, as JSON; every span in code points of the decoded source files."""

from collections.abc import Mapping
from typing import Any

from workbench.figures.model import Conflict, Side
from workbench.findings import Findings
from workbench.framing.model import Attribution
from workbench.model import Place, Witness
from workbench.reporting.places import Places
from workbench.spans import Span

Json = dict[str, Any]


def family_found(found: Findings) -> Json:
    """What became of a family as a whole."""
    return {
        "summary": [sentence.text for sentence in found.summary],
        "independent_sources": found.provenance.independent_sources,
    }


def witness_found(found: Findings, witness: Witness, ids: Mapping[Place, int], places: Places) -> Json:
    """The frame of a witness, and where it may be from; `ids` are those of the witnesses of the family."""
    article, frame = witness.place.article_id, found.frames[witness.id]
    descent = found.provenance.descent_of(witness.place)
    return {
        "frame": {
            "voice": frame.voice.value,
            "attribution": _attribution(frame.attribution, article, places) if frame.attribution else None,
            "part": frame.standing.part.value,
            "paragraph": frame.standing.paragraph,
            "paragraphs": frame.standing.paragraphs,
            "headline": [difference.reason for difference in frame.differences],
        },
        "altered": [
            {"alteration": one.alteration.value, "reason": one.reason} for one in found.altered.get(witness.id, ())
        ],
        "descent": descent
        and {
            "parent": ids[descent.parent] if descent.parent else None,
            "outside": descent.outside,
            "strength": descent.strength.value,
            "statement": descent.statement,
        },
    }


def _attribution(attribution: Attribution, article: int, places: Places) -> Json:
    chain = [
        {
            "text": places.text(Place(article, link.span)),
            "span": _span(article, link.span, places),
            "role": link.role.value,
            "kind": link.kind.value,
            "named": link.named,
        }
        for link in attribution.chain
    ]
    return {
        "clause": _span(article, attribution.clause, places),
        "text": places.text(Place(article, attribution.clause)),
        "verb": attribution.saying.lemma,
        "position": attribution.position.value,
        "speech": attribution.speech.value,
        "anonymous": attribution.anonymous,
        "chain": chain,
    }


def conflict_json(conflict: Conflict, places: Places, *, dismissed: bool) -> Json:
    """A pair of figures that conflict."""
    return {
        "key": conflict.key,
        "kind": conflict.kind.value,
        "score": round(conflict.score, 3),
        "summary": conflict.summary,
        "sides": [_side(side, places) for side in (conflict.left, conflict.right)],
        "dismissed": dismissed,
    }


def _side(side: Side, places: Places) -> Json:
    return {
        "article": side.place.article_id,
        "span": _span(side.place.article_id, side.place.span, places),
        "figure": side.figure,
        "counted": side.counted,
        "sentence": _span(side.place.article_id, side.sentence, places),
    }


def _span(article: int, span: Span, places: Places) -> list[int]:
    found = places.in_file(Place(article, span))
    return [found.start, found.end]
