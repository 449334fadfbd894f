"""The witnesses of a family in the order of time, with where each probably comes from. No widgets here."""

from collections.abc import Sequence

from ui.desktop.timeline.rows import BASE, TimelineRow
from ui.desktop.timeline.scale import stretch_of
from ui.desktop.wording import count, date_words, outlet_words
from workbench import findings_told as told
from workbench.comparison import Comparison
from workbench.findings import Findings
from workbench.model import Place, Witness
from workbench.provenance.model import Descent, Provenance, Strength
from workbench.snapshot import Snapshot

LOOKING = "Looking for where it comes from…"
BY_HAND = "Decided by hand."


def timeline_rows(
    snapshot: Snapshot, comparisons: Sequence[Comparison], found: Findings | None, *, looking: bool = False
) -> list[TimelineRow]:
    """Every witness of a family: those with a date in their order, the rest at the end."""
    if not comparisons:
        return []
    numbers = {comparisons[0].base.id: BASE, **{one.witness.id: n for n, one in enumerate(comparisons)}}
    witnesses = {comparisons[0].base.id: comparisons[0].base, **{one.witness.id: one.witness for one in comparisons}}
    ordered = sorted(witnesses.values(), key=lambda witness: _order(snapshot, witness))
    known = found.provenance if found and not looking else None
    rows = {witness.place: row for row, witness in enumerate(ordered)}
    made = []
    for row, witness in enumerate(ordered):
        article = snapshot.article[witness.place.article_id]
        descent = known.descent_of(witness.place) if known else None
        made.append(
            TimelineRow(
                witness,
                numbers[witness.id],
                outlet_words(article),
                date_words(article.published),
                stretch_of(article.published),
                _credits(found.provenance, witness) if found else (),
                told.verdict(descent) if descent else LOOKING if looking else "",
                _reasons(descent) if descent else (),
                rows.get(descent.parent, -1) if descent and descent.parent else -1,
                descent is not None and descent.strength is Strength.BY_HAND,
                f"{row + 1} of {count(len(ordered), 'witness', 'witnesses')}",
            )
        )
    return made


def _order(snapshot: Snapshot, witness: Witness) -> tuple[bool, str, Place]:
    """Those with a date first; a coarse date comes after the exact ones it covers, as it says no more."""
    published = snapshot.article[witness.place.article_id].published
    return stretch_of(published) is None, f"{published.iso}~", witness.place


def _credits(provenance: Provenance, witness: Witness) -> tuple[str, ...]:
    """The outlets that the article names; those it names beside the passage first."""
    mine = [credit for credit in provenance.credits if credit.place.article_id == witness.place.article_id]
    return tuple(dict.fromkeys(credit.outlet for credit in sorted(mine, key=lambda credit: not credit.near)))


def _reasons(descent: Descent) -> tuple[str, ...]:
    if descent.strength is Strength.BY_HAND:
        return (BY_HAND,)
    strength = () if descent.strength is Strength.NONE else (f"Evidence: {descent.strength.value}.",)
    against = tuple(f"But {line[:1].lower()}{line[1:]}" for line in told.against_it(descent))
    return (*strength, *told.for_it(descent), *(against if descent.parent else told.against_it(descent)))
