"""Where the renderings of a passage come from, as far as pages and words tell.

The method is that of the textual critic: shared innovations show kinship (Lachmann; P. Maas, Textkritik, 1927), a text
that has lost something is not the exemplar of one that has it still, and what may have been made twice proves nothing.
To this comes what old manuscripts seldom have: dates, and pages that say where they have it from.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from workbench.comparing.compare import compare_places
from workbench.comparing.once import ComparePlaces
from workbench.model import Article, Family, Place
from workbench.progress import ProgressReport, silent
from workbench.provenance.dating import in_time
from workbench.provenance.descent import verdicts
from workbench.provenance.evidence import evidence_of
from workbench.provenance.model import Provenance
from workbench.provenance.naming import names_of
from workbench.provenance.reasons import descent_of
from workbench.provenance.sources import groups_of

_NOTHING: Mapping[Place, Place | None] = MappingProxyType({})


def provenance_of(
    family: Family,
    articles: Mapping[int, Article],
    texts: Mapping[int, str],
    overrides: Mapping[Place, Place | None] = _NOTHING,
    families: Iterable[Family] = (),
    report: ProgressReport = silent,
    compare: ComparePlaces = compare_places,
) -> Provenance:
    """Who may have taken the passage from whom, and how many independent sources that leaves.

    `articles` and `texts` (those of the articles, whole) are by id. `overrides` are a person's decisions: the place of
    a witness to that of its parent, or to `None` for “from no witness of this family”; a decision about a place that is
    no witness of the family is left out. `families`, the others of the case, are looked at for further passages that
    two articles share. All places are in offsets of the articles' texts. The result does not depend on the order of
    witnesses or families. Raises `Cancelled` when `report` does. `compare` is the way to compare two passages.
    """
    if not family.witnesses:
        return Provenance((), (), (), (), ())
    evidence = evidence_of(family, articles, texts, families, report, compare)
    names = names_of((witness.place for witness in evidence.witnesses), articles)
    dated, undated = in_time(evidence.witnesses, articles, evidence.dated_before)
    found = verdicts(evidence, overrides)
    descents = tuple(descent_of(evidence, verdict, names) for verdict in found)
    groups = groups_of(evidence, found, (*dated, *undated), names, report)
    named = sorted({credit for row in evidence.credits for credit in row}, key=lambda one: (one.place, not one.near))
    return Provenance(dated, undated, descents, tuple(named), groups)
