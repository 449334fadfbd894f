"""A whole case, compared and put in order, as one frozen `Report`."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

from workbench.by_hand_told import by_hand_sentence, corrections_told
from workbench.comparing.once import CompareOnce
from workbench.findings import Findings, findings_of
from workbench.model import Edit, Family, Place, Target, Witness
from workbench.ports import CaseStore
from workbench.progress import ProgressReport, silent
from workbench.reporting.figures import conflicts_of, conflicts_told, coverage_told, habits_told
from workbench.reporting.findings import finding_told, frame_told
from workbench.reporting.model import Count, Remark, Report, ReportEdit, ReportFamily, ReportWitness, TextRun
from workbench.reporting.places import Places
from workbench.reporting.remarks import owner, remarks_of, shown_targets
from workbench.reporting.runs import runs_of
from workbench.resources import program_version
from workbench.rulings import verdict_on
from workbench.session import Session
from workbench.snapshot import Snapshot, target_of
from workbench.spans import Span
from workbench.text.lines import beginning
from workbench.text.sentence_parts import counted
from workbench.text.surroundings import rest_of_sentence
from workbench.visible import without_white_space_edits
from workbench.why import found_because, reasons

_QUOTED = 90
"""How many characters of a passage that is not shown are quoted at most."""


def build_report(store: CaseStore, progress: ProgressReport = silent, made: datetime | None = None) -> Report:
    """Compare every family of the case and gather all that a report says; `made` is now unless given.

    Raises `Cancelled` when a person stops it.
    """
    snapshot = Session(store).snapshot()
    with snapshot.words.lexicon.in_force():
        return _report(store, snapshot, progress, made or datetime.now(UTC))


def _report(store: CaseStore, snapshot: Snapshot, progress: ProgressReport, made: datetime) -> Report:
    places = Places(store, snapshot)
    compare = CompareOnce(snapshot.words.lexicon)
    builder = _Builder(snapshot, places, remarks_of(snapshot, places), compare)
    families = builder.families(progress)
    shown = [family for family in families if not family.boilerplate]
    placed, elsewhere = _with_loose_remarks(_numbered(shown), builder.remarks, snapshot)
    figures = conflicts_of(snapshot, places, progress)
    return Report(
        case=store.path.stem,
        made=made,
        program=f"Variorum {program_version()}",
        aligned=snapshot.aligned,
        sources=snapshot.sources,
        articles=tuple(places.reference(_whole(article.id, places)) for article in snapshot.articles),
        families=placed,
        boilerplate=_numbered(family for family in families if family.boilerplate),
        labels=_label_counts(edit for family in placed for witness in family.witnesses for edit in witness.edits),
        codes=_counts(code.name for remark in builder.remarks.values() for code in remark.codes),
        remarks=elsewhere,
        settings=snapshot.settings,
        figures=figures,
        conflicts=tuple(conflicts_told(figures, snapshot, places)),
        dismissed=sum(conflict.key in snapshot.dismissals for conflict in figures),
        coverage=tuple(coverage_told(snapshot, places)),
        habits=tuple(habits_told(snapshot, places, progress, compare)),
        words=snapshot.words,
        by_hand=corrections_told(snapshot, _dismissed(snapshot, places)),
    )


class _Builder:
    """Compares the witnesses of families with their bases."""

    def __init__(
        self, snapshot: Snapshot, places: Places, remarks: Mapping[Target, Remark], compare: CompareOnce
    ) -> None:
        self._snapshot = snapshot
        self._places = places
        self._compare = compare
        self.remarks = remarks

    def families(self, progress: ProgressReport) -> list[ReportFamily]:
        """Every family, not yet numbered."""
        families = self._snapshot.families
        found = []
        for done, family in enumerate(families):
            progress("Comparing", done, len(families))
            found.append(self._family(family, partial(progress, "Comparing", done, len(families))))
        progress("Comparing", len(families), len(families))
        return found

    def _family(self, family: Family, look: Callable[[], None]) -> ReportFamily:
        base = self._snapshot.base(family)
        # Boilerplate has no page of its own, so what was said of it is listed apart.
        said = {} if family.boilerplate else self.remarks
        others = (self._compared(base, witness, said, look) for witness in self._snapshot.others(family))
        witnesses = (self._base(base, said), *others)
        by_hand = by_hand_sentence(self._snapshot, family)
        if family.boilerplate:
            return ReportFamily(family.id, 0, True, witnesses, by_hand=by_hand)
        texts = {w.place.article_id: self._places.article_text(w.place.article_id) for w in family.witnesses}
        found = findings_of(self._snapshot, family, texts, lambda *_: look(), self._compare)
        framed = (self._framed(one, found, texts) for one in witnesses)
        finding, because = finding_told(found, family), self._because(family, texts)
        return ReportFamily(family.id, 0, False, tuple(framed), (), because, finding, found, by_hand)

    def _framed(self, told: ReportWitness, found: Findings, texts: Mapping[int, str]) -> ReportWitness:
        witness = self._snapshot.witness[told.id]
        return replace(told, frame=frame_told(found, witness, texts[witness.place.article_id]))

    def _because(self, family: Family, texts: Mapping[int, str]) -> str:
        least = self._snapshot.settings.sensitivity.least_score
        return "".join(found_because(reason.found, least) for reason in reasons(self._snapshot, family, texts, most=1))

    def _base(self, base: Witness, said: Mapping[Target, Remark]) -> ReportWitness:
        text, where = self._places.text(base.place), self._places.reference(base.place)
        before, after = self._frame(base.place)
        remark = said.get(Target(base.place))
        return ReportWitness(base.id, True, where, text, (TextRun(text),), (), (), remark, before, after)

    def _frame(self, place: Place) -> tuple[str, str]:
        """What the outlet put around its passage in the same sentence, before and after."""
        text = self._places.article_text(place.article_id)
        frame = rest_of_sentence(text, place.span)
        return frame.before.of(text), frame.after.of(text)

    def _compared(
        self, base: Witness, witness: Witness, said: Mapping[Target, Remark], look: Callable[[], None]
    ) -> ReportWitness:
        base_text = self._places.article_text(base.place.article_id)
        text = self._places.article_text(witness.place.article_id)
        everything = self._compare(base_text, base.place.span, text, witness.place.span, look=look)
        judged = said.keys() | self._snapshot.ruled
        found = without_white_space_edits(
            everything, base_text, text, lambda edit: target_of(edit, base.place, witness.place) in judged
        )
        edits = tuple(self._edit(number, edit, base, witness, said) for number, edit in enumerate(found, start=1))
        return ReportWitness(
            witness.id,
            False,
            self._places.reference(witness.place),
            self._places.text(witness.place),
            runs_of(base_text, text, witness.place.span, found),
            edits,
            _label_counts(edits),
            said.get(Target(witness.place)),
            *self._frame(witness.place),
        )

    def _edit(
        self, number: int, edit: Edit, base: Witness, witness: Witness, said: Mapping[Target, Remark]
    ) -> ReportEdit:
        in_base, in_witness = Place(base.place.article_id, edit.base), Place(witness.place.article_id, edit.witness)
        target = target_of(edit, base.place, witness.place)
        return ReportEdit(
            number,
            self._places.text(in_base),
            self._places.text(in_witness),
            self._places.in_file(in_base),
            self._places.in_file(in_witness),
            edit.labels,
            said.get(target),
            verdict_on(edit, self._snapshot.ruling_on(target)),
            target in self._snapshot.reviewed,
        )


def _numbered(families: Iterable[ReportFamily]) -> tuple[ReportFamily, ...]:
    return tuple(replace(family, number=number) for number, family in enumerate(families, start=1))


def _with_loose_remarks(
    families: tuple[ReportFamily, ...], remarks: Mapping[Target, Remark], snapshot: Snapshot
) -> tuple[tuple[ReportFamily, ...], tuple[Remark, ...]]:
    """The families with the remarks that fit no edit of theirs any more, and the remarks that lie in none of them."""
    shown = {target for family in families for target in shown_targets(family)}
    spots: defaultdict[int, list[tuple[int, Place]]] = defaultdict(list)
    for family in families:
        for witness in snapshot.family[family.id].witnesses:
            spots[witness.place.article_id].append((family.number, witness.place))
    loose: defaultdict[int | None, list[Remark]] = defaultdict(list)
    for target, remark in remarks.items():
        if target not in shown:
            loose[owner(target, spots)].append(remark)
    placed = (replace(family, remarks=tuple(loose[family.number])) for family in families)
    return tuple(placed), tuple(loose[None])


def _label_counts(edits: Iterable[ReportEdit]) -> tuple[Count, ...]:
    return _counts(label.kind.value for edit in edits for label in edit.labels)


def _counts(words: Iterable[str]) -> tuple[Count, ...]:
    """The words by how often they come, the commonest first."""
    counted = Counter(words)
    return tuple(Count(word, counted[word]) for word in sorted(counted, key=lambda word: (-counted[word], word)))


def _dismissed(snapshot: Snapshot, places: Places) -> Iterator[str]:
    """The families that people dismissed: how the first passage of each begins, and how many it has."""
    for one in snapshot.dismissed:
        quoted = beginning(places.text(one.settled[0]), _QUOTED)
        yield f"“{quoted}” ({counted(len(one.settled), 'witness', 'witnesses')})"


def _whole(article_id: int, places: Places) -> Place:
    return Place(article_id, Span(0, len(places.article_text(article_id))))
