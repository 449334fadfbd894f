"""What there is to say of a family beyond its edits: who is cited, where it may be from, what became of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from workbench.framing.model import AlteredQuotation, Frame
from workbench.model import Family, Witness
from workbench.progress import ProgressReport, silent
from workbench.provenance.model import Provenance
from workbench.snapshot import Snapshot
from workbench.summing.model import Sentence

if TYPE_CHECKING:
    from workbench.comparing.once import ComparePlaces


@dataclass(frozen=True)
class Findings:
    """What was found of one family; frames and altered quotations by the ids of the witnesses.

    A quotation is altered against the base of the family.
    """

    frames: Mapping[int, Frame]
    altered: Mapping[int, tuple[AlteredQuotation, ...]]
    provenance: Provenance
    summary: tuple[Sentence, ...]


def findings_of(
    snapshot: Snapshot,
    family: Family,
    texts: Mapping[int, str],
    report: ProgressReport = silent,
    compare: "ComparePlaces | None" = None,
) -> Findings:
    """What is to be said of a family of the case, by the word lists of the case.

    `texts` has the texts of its articles, whole, by their ids. `compare` knows what of it was compared before, if
    anything was. Raises `Cancelled` when `report` does.
    """
    from workbench.comparing.once import CompareOnce

    lexicon = snapshot.words.lexicon
    with lexicon.in_force():
        return _found(snapshot, family, texts, report, compare or CompareOnce(lexicon))


def _found(
    snapshot: Snapshot,
    family: Family,
    texts: Mapping[int, str],
    report: ProgressReport,
    compare: "ComparePlaces",
) -> Findings:
    from workbench.provenance.provenance import provenance_of
    from workbench.summing.families import summary_of

    base = snapshot.base(family)
    articles = {w.place.article_id: snapshot.article[w.place.article_id] for w in family.witnesses}
    frames: dict[int, Frame] = {}
    altered: dict[int, tuple[AlteredQuotation, ...]] = {}
    for done, witness in enumerate(family.witnesses):
        report("Reading the frames", done, len(family.witnesses))
        frames[witness.id] = frame_at(snapshot, witness, texts)
        if witness.id != base.id:
            altered[witness.id] = _altered(snapshot, base, witness, texts, report, compare)
    provenance = provenance_of(family, articles, texts, snapshot.overrides, snapshot.families, report, compare)
    return Findings(frames, altered, provenance, summary_of(family, base, articles, texts, provenance, report, compare))


def frame_at(snapshot: Snapshot, witness: Witness, texts: Mapping[int, str]) -> Frame:
    """What the outlet put around one witness, by the word lists of the case."""
    from workbench.framing.frame import frame_of

    article_id = witness.place.article_id
    with snapshot.words.lexicon.in_force():
        return frame_of(snapshot.article[article_id], texts[article_id], witness.place.span)


def _altered(
    snapshot: Snapshot,
    base: Witness,
    witness: Witness,
    texts: Mapping[int, str],
    report: ProgressReport,
    compare: "ComparePlaces",
) -> tuple[AlteredQuotation, ...]:
    from workbench.framing.altering import altered_quotations

    ours, theirs = base.place, witness.place
    base_text, text = texts[ours.article_id], texts[theirs.article_id]
    edits = compare(base_text, ours.span, text, theirs.span, look=partial(report, "Comparing", 0, 0))
    zones = (snapshot.article[place.article_id].zones for place in (ours, theirs))
    return altered_quotations(base_text, text, edits, *zones)
