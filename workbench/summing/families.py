"""What became of one passage: sentences about a family as a whole and about each of its witnesses."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from workbench.comparing.compare import compare_places
from workbench.comparing.lexicon import word_list
from workbench.comparing.once import ComparePlaces
from workbench.model import Article, Family, LabelKind, Place, Witness
from workbench.progress import ProgressReport, silent
from workbench.provenance.model import Provenance
from workbench.provenance.naming import names_of
from workbench.spans import Span
from workbench.summing.changes import Change, Rendering, renderings
from workbench.summing.model import Sentence
from workbench.summing.phrasing import capital, kinds_counted, main_kinds, number, quoted, some, told
from workbench.text.folding import fold
from workbench.text.sentence_parts import joined
from workbench.text.words import words

MOST_TOLD = 8
"""Edits of one witness that are told one by one, the gravest first."""
MOST_NAMED = 5
MOST_SENTENCES = 20
"""Sentences of one sort about the whole family; who has more to say needs the list of edits."""
_TELLING = (
    LabelKind.NUMBER, LabelKind.DATE, LabelKind.NAME, LabelKind.NEGATION, LabelKind.CERTAINTY, LabelKind.QUOTE,
    LabelKind.LOADED, LabelKind.ATTRIBUTION, LabelKind.REPORT_VERB,
)  # fmt: skip


def summary_of(
    family: Family,
    base: Witness,
    articles: Mapping[int, Article],
    texts: Mapping[int, str],
    provenance: Provenance | None = None,
    report: ProgressReport = silent,
    compare: ComparePlaces = compare_places,
) -> tuple[Sentence, ...]:
    """What the witnesses of a family made of the base, in sentences: first of all together, then of each.

    `articles` and `texts` (whole) are by id; places are in offsets of these texts. Independent of the order of the
    witnesses. A witness is said to have dropped or turned something only if it surely came after the base and, where
    `provenance` is given, does not count as another source; of all others it is said what they have. Raises `Cancelled`
    when `report` does. `compare` is the way to compare two passages.
    """
    names = names_of((witness.place for witness in family.witnesses), articles)
    found = renderings(family, base, articles, texts, report, compare)
    if provenance:
        same = {place for group in provenance.groups if base.place in group.places for place in group.places}
        found = tuple(replace(one, later=one.later and one.witness.place in same) for one in found)
    if not found:
        return (Sentence(f"Only {names.get(base.place, 'one article')} has this passage.", (base.place,)),)
    several = islice(_done_by_several(found, names), MOST_SENTENCES)
    alone = islice(_only_in(base, found, names, texts), MOST_SENTENCES)
    whole = [*_overview(base, found, names), *several, *alone]
    return (*whole, *(_of_witness(one, names) for one in found if one.changes or one.verb))


def _overview(base: Witness, found: Sequence[Rendering], names: Mapping[Place, str]) -> Iterator[Sentence]:
    same = [one for one in found if not one.changes]
    places = tuple(one.witness.place for one in found)
    name = names[base.place]
    if len(same) == len(found):
        who = names[found[0].witness.place] if len(found) == 1 else f"All {number(len(found))} others"
        verb = "has" if len(found) == 1 else "have"
        yield Sentence(f"{who} {verb} the passage as {name} has it, word for word.", places)
        return
    if same:
        who = _row(names[one.witness.place] for one in same)
        yield Sentence(f"{who} kept the words of {name}.", tuple(one.witness.place for one in same))
    changes = [change for one in found for change in one.changes]
    altered = len(found) - len(same)
    kinds = kinds_counted(main_kinds(change.kinds for change in changes))
    edits = some(len(changes), "place", "places")
    whole = (
        "The other witness differs"
        if len(found) == 1
        else "Both others differ"
        if altered == 2
        else f"All {number(altered)} others differ"
    )
    part = f"{capital(number(altered))} of {number(len(found))} {'differs' if altered == 1 else 'differ'}"
    yield Sentence(f"{part if same else whole} from {name} in {edits}: {kinds}.", places)


def _done_by_several(found: Sequence[Rendering], names: Mapping[Place, str]) -> Iterator[Sentence]:
    """Edits that change the sense and that two or more made alike."""
    same: dict[tuple[Span, str], list[Change]] = defaultdict(list)
    later = {one.witness.place.article_id for one in found if one.later}
    for one in found:
        for change in one.changes:
            if set(change.kinds) & set(_TELLING):
                same[change.key].append(change)
    by_article = {one.witness.place.article_id: names[one.witness.place] for one in found}
    for _, changes in sorted(same.items(), key=lambda pair: (pair[1][0].gravity, pair[0])):
        if len(changes) > 1:
            first = changes[0]
            who = _row(by_article[change.witness.article_id] for change in changes)
            done = told(first.kinds, first.before, first.after, all(one.witness.article_id in later for one in changes))
            both = " both" if len(changes) == 2 else ""
            places = (first.base, *(change.witness for change in changes))
            yield Sentence(f"{who}{both} {_plural(done)}.", places)


def _only_in(
    base: Witness, found: Sequence[Rendering], names: Mapping[Place, str], texts: Mapping[int, str]
) -> Iterator[Sentence]:
    """What all but one dropped, and what only one has."""
    if len(found) < 2:
        return
    for keepers, span in _kept_by_few(base, found, texts):
        phrase = quoted(span.of(texts[base.place.article_id]))
        place = Place(base.place.article_id, span)
        if not keepers:
            yield Sentence(f"Only {names[base.place]} has {phrase}; all others dropped it.", (place,))
        else:
            text = f"{phrase} was dropped by all but {names[keepers[0].witness.place]}."
            yield Sentence(text, (place, keepers[0].witness.place))
    added: dict[str, list[tuple[Rendering, Change]]] = defaultdict(list)
    for one in found:
        for change in one.changes:
            if not change.before.strip() and _says_something(change.after):
                added[change.key[1].strip(" ,;:.")].append((one, change))
    for _, makers in sorted(added.items(), key=lambda pair: pair[1][0][1].base):
        if len(makers) == 1:
            one, change = makers[0]
            yield Sentence(
                f"Only {names[one.witness.place]} has {quoted(change.after.strip(' ,;:'))}.", (change.witness,)
            )


def _kept_by_few(
    base: Witness, found: Sequence[Rendering], texts: Mapping[int, str]
) -> Iterator[tuple[list[Rendering], Span]]:
    """Stretches of the base that nobody kept, or one witness alone, in order, with who kept them."""
    start = base.place.span.start
    row = [
        Span(word.start + start, word.end + start) for word in words(base.place.span.of(texts[base.place.article_id]))
    ]
    dropped, left = [0] * len(row), [set(range(len(found))) for _ in row]
    starts, ends = [word.start for word in row], [word.end for word in row]
    for number_of, one in enumerate(found):
        for change in one.changes:
            gone = not _words(change.after)
            for at in range(bisect_right(ends, change.base.span.start), bisect_left(starts, change.base.span.end)):
                left[at].discard(number_of)
                dropped[at] += gone and change.base.span.contains(row[at])
    kept = [
        frozenset(keepers) if lost + len(keepers) == len(found) and len(keepers) <= 1 < lost else frozenset((-1,))
        for lost, keepers in zip(dropped, left, strict=True)
    ]
    k = 0
    while k < len(row):
        end = k
        while end + 1 < len(row) and kept[end + 1] == kept[k]:
            end += 1
        stretch = Span(row[k].start, row[end].end)
        if -1 not in kept[k] and _says_something(stretch.of(texts[base.place.article_id])):
            yield [found[one] for one in kept[k]], stretch
        k = end + 1


def _words(text: str) -> list[str]:
    return [fold(word.text) for word in words(text)]


def _says_something(text: str) -> bool:
    """Whether a stretch has a word that is more than grammar."""
    return any(word not in word_list("function") for word in _words(text))


def _of_witness(one: Rendering, names: Mapping[Place, str]) -> Sentence:
    """What one witness did, the gravest first."""
    name = names[one.witness.place]
    changes = sorted(
        [*one.changes, *([one.verb] if one.verb else [])], key=lambda change: (change.gravity, change.base)
    )
    phrases = (told(change.kinds, change.before, change.after, one.later) for change in changes[:MOST_TOLD])
    told_here = list(dict.fromkeys(phrases))
    rest = len(changes) - MOST_TOLD
    if rest > 0:
        told_here.append(f"differs in {some(rest, 'smaller edit', 'smaller edits')}")
    places = tuple(place for change in changes[:MOST_TOLD] for place in (change.base, change.witness))
    return Sentence(f"{name} {joined(_merged(told_here))}.", places)


def _merged(phrases: Sequence[str]) -> list[str]:
    """Phrases that begin with the same verb said once: `dropped “a” and “b”`."""
    groups: dict[str, list[str]] = {}
    for phrase in phrases:
        verb, _, rest = phrase.partition(" ")
        groups.setdefault(verb, []).append(rest)
    return [f"{verb} {joined(rests)}".strip() for verb, rests in groups.items()]


def _plural(done: str) -> str:
    """The same said of several: `have “20” for “12”`."""
    verb, _, rest = done.partition(" ")
    return f"{ {'has': 'have', 'lacks': 'lack', 'adds': 'add'}.get(verb, verb) } {rest}"


def _row(names: Iterable[str]) -> str:
    """Names in a row; of many the first ones and how many more."""
    unique = list(dict.fromkeys(names))
    if len(unique) <= MOST_NAMED:
        return joined(unique)
    return f"{', '.join(unique[: MOST_NAMED - 1])} and {number(len(unique) - MOST_NAMED + 1)} others"
