"""What each outlet did over the whole case, in counts and not in adjectives."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from workbench.comparing.compare import compare_places
from workbench.comparing.once import ComparePlaces
from workbench.model import Article, Family, LabelKind, Place, Witness, outlet_name
from workbench.progress import ProgressReport, silent
from workbench.provenance.naming import outlet_of
from workbench.summing.changes import Change, Rendering, renderings
from workbench.summing.model import OutletSummary, Sentence
from workbench.summing.phrasing import kinds_counted, main_kinds, quoted, some
from workbench.text.lines import one_line
from workbench.text.sentence_parts import joined

_MOST_QUOTED = 5


def outlet_summary(
    families: Iterable[Family],
    bases: Mapping[int, Witness],
    articles: Mapping[int, Article],
    texts: Mapping[int, str],
    report: ProgressReport = silent,
    compare: ComparePlaces = compare_places,
) -> tuple[OutletSummary, ...]:
    """What each outlet did to the passages of a case, in order of names.

    `bases` has the base of each family by the family's id; families without one and page furniture are left out, and so
    is what an outlet has from itself. `compare` is how passages are compared. Raises `Cancelled` when `report` does.
    """
    found: dict[str, list[Rendering]] = defaultdict(list)
    names: dict[str, str] = {}
    wanted = sorted((one for one in families if not one.boilerplate and one.id in bases), key=lambda one: one.id)
    for done, family in enumerate(wanted):
        report("Summing up outlets", done, len(wanted))
        base = bases[family.id]
        origin = outlet_name(articles[base.place.article_id].outlet)
        for one in renderings(family, base, articles, texts, report, compare):
            article = articles[one.witness.place.article_id]
            key = outlet_name(article.outlet)
            if key and key != origin:
                names[key] = min(names.get(key, outlet_of(article)), outlet_of(article))
                found[key].append(one)
    return tuple(_summary(names[key], found[key]) for key in sorted(found))


def _summary(outlet: str, rows: Sequence[Rendering]) -> OutletSummary:
    changes = [change for row in rows for change in row.changes]
    kinds = main_kinds(change.kinds for change in changes)
    loaded = [change for change in changes if LabelKind.LOADED in change.kinds and not change.before.strip()]
    hedges = [change for change in changes if LabelKind.CERTAINTY in change.kinds and not change.after.strip()]
    verbatim = sum(not row.changes for row in rows)
    places = tuple(row.witness.place for row in rows)
    return OutletSummary(
        outlet,
        len(rows),
        verbatim,
        len(changes),
        dict(sorted(kinds.items())),
        tuple(change.witness for change in loaded),
        tuple(change.base for change in hedges),
        tuple(_told(outlet, rows, changes, kinds, loaded, hedges, verbatim, places)),
    )


def _told(
    outlet: str,
    rows: Sequence[Rendering],
    changes: Sequence[Change],
    kinds: Counter[LabelKind],
    loaded: Sequence[Change],
    hedges: Sequence[Change],
    verbatim: int,
    places: tuple[Place, ...],
) -> list[Sentence]:
    passages = some(len(rows), "passage", "passages")
    if not changes:
        return [Sentence(f"{outlet} has {passages} of other outlets, word for word.", places)]
    told = f"{outlet} has {passages} of other outlets, with {some(len(changes), 'edit', 'edits')} in {_them(rows)}"
    rate = f", {len(changes) / len(rows):.1f} a passage" if len(rows) > 1 else ""
    sentences = [Sentence(f"{told}{rate}: {kinds_counted(kinds)}.", places)]
    if verbatim:
        kept = tuple(row.witness.place for row in rows if not row.changes)
        sentences.append(Sentence(f"It has {some(verbatim, 'passage', 'passages')} word for word.", kept))
    if loaded:
        words = f"{some(len(loaded), 'loaded word', 'loaded words')}: {_quotes(change.after for change in loaded)}"
        sentences.append(Sentence(f"It has {words}.", tuple(change.witness for change in loaded)))
    if hedges:
        words = f"{some(len(hedges), 'hedge', 'hedges')}: {_quotes(change.before for change in hedges)}"
        sentences.append(Sentence(f"It lacks {words}.", tuple(change.base for change in hedges)))
    verbs = [row.verb for row in rows if row.verb]
    if verbs:
        said = joined(f"{quoted(verb.after)} for {quoted(verb.before)}" for verb in verbs[:_MOST_QUOTED])
        where = tuple(place for verb in verbs for place in (verb.base, verb.witness))
        sentences.append(Sentence(f"Its verbs of saying differ: {said}.", where))
    return sentences


def _them(rows: Sequence[Rendering]) -> str:
    return "it" if len(rows) == 1 else "them"


def _quotes(texts: Iterable[str]) -> str:
    """Phrases in quotation marks, the more frequent first, each once."""
    counts = Counter(one_line(text).strip(" ,;:") for text in texts)
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    told = [f"{quoted(text)}{f' ({count} times)' if count > 1 else ''}" for text, count in ranked]
    more = [f"{len(told) - _MOST_QUOTED} more"] if len(told) > _MOST_QUOTED else []
    return joined([*told[:_MOST_QUOTED], *more])
