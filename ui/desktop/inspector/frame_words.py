"""The frame of a witness as the window tells it: headings with lines below, the gravest first."""

from collections.abc import Iterator

from ui.desktop.inspector.frame_passage import LOOKING, Passage
from ui.desktop.wording import article_words, count, outlet_words
from workbench import findings_told as told
from workbench.comparison import Comparison
from workbench.findings import Findings
from workbench.framing.model import Frame
from workbench.model import Family, Witness
from workbench.provenance.model import Descent, Strength
from workbench.snapshot import Snapshot
from workbench.spans import Span
from workbench.text.lines import beginning

_SENTENCE = 260
_TITLE = 140
_MOST = 40
"""So many sentences about the family are told at most."""
BY_HAND = "Decided by hand."
GRAVE = "Altered inside quotation marks"


def frame_passages(snapshot: Snapshot, found: Findings, shown: Comparison, *, looking: bool = False) -> list[Passage]:
    """All that is told of the witness that is compared with the base, then of the base, then of the family.

    While `looking`, where passages come from is being looked for anew and is left out.
    """
    texts = {shown.base.id: shown.base_text, shown.witness.id: shown.witness_text}
    passages = [
        *_quotations(snapshot, found, shown),
        *_framed(snapshot, found, shown.witness, shown.witness_text),
        _origin(found, shown.witness, looking=looking),
        _around(found.frames[shown.witness.id], shown.witness_text),
        _of_base(snapshot, found, shown.base, texts[shown.base.id], looking=looking),
        *_of_family(found, shown.family, looking=looking),
    ]
    return [passage for passage in passages if passage.lines or passage.lead]


def _quotations(snapshot: Snapshot, found: Findings, shown: Comparison) -> Iterator[Passage]:
    edited = found.altered.get(shown.witness.id, ())
    beside = f"Beside {_outlet(snapshot, shown.base)}; nothing on the page shows it:"
    altered = told.altered(edited)
    yield Passage(GRAVE, altered, beside if altered else "", grave=True)
    yield Passage("Also in the quotation", told.cut(edited))


def _framed(snapshot: Snapshot, found: Findings, witness: Witness, text: str) -> Iterator[Passage]:
    frame = found.frames[witness.id]
    chain = told.chain(frame, text, snapshot.article[witness.place.article_id].outlet)
    yield Passage("Who is cited", (*told.wording(frame, text), *told.also_cites(frame, text)), chain)
    title = f"“{beginning(frame.headline.of(text), _TITLE)}”" if frame.headline else ""
    differs = told.headline(frame)
    yield Passage("What the headline says otherwise", differs, title if differs else "")


def _origin(found: Findings, witness: Witness, *, looking: bool) -> Passage:
    heading = "Where it probably comes from"
    descent = found.provenance.descent_of(witness.place)
    if looking or descent is None:
        return Passage(heading, (), LOOKING if looking else "")
    return Passage(heading, _reasons(descent), told.verdict(descent))


def _reasons(descent: Descent) -> tuple[str, ...]:
    if descent.strength is Strength.BY_HAND:
        return (BY_HAND,)
    strength = () if descent.strength is Strength.NONE else (f"Evidence: {descent.strength.value}.",)
    against = tuple(f"But {line[:1].lower()}{line[1:]}" for line in told.against_it(descent))
    return (*strength, *told.for_it(descent), *(against if descent.parent else told.against_it(descent)))


def _around(frame: Frame, text: str) -> Passage:
    before = _said("Before it: ", frame.before, text) or "Nothing stands before it."
    after = _said("After it: ", frame.after, text) or "Nothing stands after it."
    return Passage("Where it stands", (before, after), told.stands(frame))


def _said(lead: str, span: Span | None, text: str) -> str:
    if span is None:
        return ""
    said = beginning(span.of(text), _SENTENCE)
    return f"{lead}{said}" if any(mark in said for mark in '“”"«»„') else f"{lead}“{said}”"


def _of_base(snapshot: Snapshot, found: Findings, base: Witness, text: str, *, looking: bool) -> Passage:
    frame = found.frames[base.id]
    descent = found.provenance.descent_of(base.place)
    origin = (told.sentence(f"Where it comes from: {descent.verdict}"),) if descent and not looking else ()
    heading = f"The base: {article_words(snapshot.article[base.place.article_id])}"
    lead = told.chain(frame, text, snapshot.article[base.place.article_id].outlet)
    return Passage(heading, (*told.wording(frame, text), told.stands(frame), *origin), lead)


def _of_family(found: Findings, family: Family, *, looking: bool) -> Iterator[Passage]:
    every = f"At most {len(family.witnesses)} independent sources, one for each witness"
    number = told.sources(found.provenance, family) or every
    reasons = () if looking else told.grouped(found.provenance)
    yield Passage("How many sources the family has", reasons, LOOKING if looking else f"{number}.")
    summed = told.summed(found)
    more = (f"And {count(len(summed) - _MOST, 'sentence')} more.",) if len(summed) > _MOST else ()
    yield Passage("What became of the passage", (*summed[:_MOST], *more))


def _outlet(snapshot: Snapshot, witness: Witness) -> str:
    return outlet_words(snapshot.article[witness.place.article_id])
