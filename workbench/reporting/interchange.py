"""The case as JSON for other programs; `resources/report/export.schema.json` says what each field means.

Every span is `[start, end]` in Unicode code points, half open, of the decoded source file as it was imported.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from workbench.amendments import Amended
from workbench.by_hand import ByHand
from workbench.model import Article, DatePrecision, Family, Place, Ruling, Target, Witness
from workbench.ports import CaseStore
from workbench.reporting.interchange_findings import conflict_json, family_found, witness_found
from workbench.reporting.model import Report, ReportFamily, ReportWitness
from workbench.reporting.places import Places
from workbench.reporting.remarks import code_of
from workbench.rulings import Verdict, word_of
from workbench.session import Session
from workbench.settings import Settings
from workbench.snapshot import Snapshot
from workbench.spans import Span
from workbench.word_lists import lists_version

VERSION = 1
"""Raised whenever a field changes its meaning or goes; a new field does not raise it."""

Json = dict[str, Any]

_SPAN = re.compile(r"\[\n *(\d+),\n *(\d+)\n *\]")


def json_of(store: CaseStore, report: Report) -> bytes:
    """The case as UTF-8 JSON; `report` brings the comparison."""
    snapshot = Session(store).snapshot()
    places = Places(store, snapshot)
    compared = {family.id: family for family in (*report.families, *report.boilerplate)}
    case = {
        "variorum": VERSION,
        "settings": _settings(snapshot.settings),
        "word_lists": _word_lists(snapshot.words),
        "sources": [{"id": s.id, "name": s.name, "sha256": s.sha256} for s in snapshot.sources],
        "articles": [_article(article, places) for article in snapshot.articles],
        "families": [
            _family(family, compared[family.id], places, snapshot.by_hand.get(family.id))
            for family in snapshot.families
        ],
        "dismissed": [[_spot(place, places) for place in one.settled] for one in snapshot.dismissed],
        "conflicts": [conflict_json(one, places, dismissed=one.key in snapshot.dismissals) for one in report.figures],
        "tags": list(_Remarks(snapshot, places).all()),
        "rulings": [_ruling(ruling, places) for ruling in snapshot.rulings],
    }
    return written(case)


def written(case: Json) -> bytes:
    """JSON as UTF-8, a span on one line."""
    # A line break never stands raw inside a JSON string, so this closes up spans and nothing else.
    text = _SPAN.sub(r"[\1, \2]", json.dumps(case, ensure_ascii=False, indent=1))
    # A file name may hold bytes that are no UTF-8; Python keeps them as lone surrogates, which JSON must not.
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode("utf-8") + b"\n"


def _settings(settings: Settings) -> Json:
    return {**asdict(settings), "sensitivity": settings.sensitivity.value}


def _word_lists(words: Amended) -> Json:
    return {
        "version": lists_version(),
        "changes": [
            {
                "list": one.list_id,
                "entry": one.entry,
                "change": "removed" if one.removed else "added",
                "against": one.against,
            }
            for one in words.amendments
        ],
    }


def _span(span: Span) -> list[int]:
    return [span.start, span.end]


def _article(article: Article, places: Places) -> Json:
    published = article.published
    return {
        "id": article.id,
        "source": article.source_id,
        "title": article.title,
        "outlet": article.outlet,
        "byline": article.byline,
        "published": published.iso or None,
        "precision": (published.precision if published.iso else DatePrecision.UNKNOWN).value,
        "url": article.url,
        "body": [_span(places.in_file(Place(article.id, span))) for span in article.body],
    }


def _family(family: Family, compared: ReportFamily, places: Places, by_hand: ByHand | None) -> Json:
    ids = {witness.place: witness.id for witness in family.witnesses}
    return {
        "id": family.id,
        "boilerplate": family.boilerplate,
        "witnesses": [_witness(witness, places, compared, ids) for witness in family.witnesses],
        "edits": [edit for witness in compared.witnesses for edit in _edits(compared.base, witness)],
        "by_hand": _by_hand(by_hand, compared.by_hand, places) if by_hand else None,
        **(family_found(compared.found) if compared.found else {}),
    }


def _by_hand(made: ByHand, told: str, places: Places) -> Json:
    """What a person did to a family, and what the program had found in its place."""
    return {
        "told": told,
        "steps": [{"at": step.at.isoformat(), "what": step.summary} for step in made.steps],
        "found": [[_spot(witness.place, places) for witness in family.witnesses] for family in made.found],
    }


def _spot(place: Place, places: Places) -> Json:
    return {"article": place.article_id, "span": _span(places.in_file(place))}


def _witness(witness: Witness, places: Places, compared: ReportFamily, ids: Mapping[Place, int]) -> Json:
    return {
        "id": witness.id,
        "article": witness.place.article_id,
        "span": _span(places.in_file(witness.place)),
        "text": places.text(witness.place),
        **(witness_found(compared.found, witness, ids, places) if compared.found else {}),
    }


def _edits(base: ReportWitness, witness: ReportWitness) -> Iterator[Json]:
    for edit in witness.edits:
        yield {
            "base_witness": base.id,
            "witness": witness.id,
            "base": _span(edit.base_span),
            "span": _span(edit.span),
            "labels": [label.kind.value for label in edit.labels],
            "ruling": _verdict(edit.verdict) if edit.verdict else None,
            "reviewed": edit.reviewed,
        }


def _verdict(verdict: Verdict) -> Json:
    return {
        "word": verdict.word.value,
        "labels": [kind.value for kind in verdict.labels],
        "program_said": [kind.value for kind in verdict.then],
    }


def _ruling(ruling: Ruling, places: Places) -> Json:
    """A person's word on labels with the place it was said of, also where no edit stands there any more."""
    place, base = ruling.target.place, ruling.target.base
    return {
        "article": place.article_id,
        "span": _span(places.in_file(place)),
        "base": {"article": base.article_id, "span": _span(places.in_file(base))} if base else None,
        "word": word_of(ruling).value,
        "labels": [kind.value for kind in ruling.labels],
        "program_said": [kind.value for kind in ruling.said],
    }


class _Remarks:
    """Tags and notes, each with the witness that it lies in."""

    def __init__(self, snapshot: Snapshot, places: Places) -> None:
        self._snapshot = snapshot
        self._places = places
        self._witnesses: defaultdict[int, list[Witness]] = defaultdict(list)
        for family in sorted(snapshot.families, key=lambda family: family.boilerplate):
            for witness in family.witnesses:
                self._witnesses[witness.place.article_id].append(witness)

    def all(self) -> Iterator[Json]:
        """Every tag with the note of its target, then every note whose target has no tag, its code null."""
        for tag in self._snapshot.tags:
            note = self._snapshot.note_on(tag.target)
            code = code_of(tag.code_id, self._snapshot).name
            yield self._remark(code, note.text if note else "", tag.target, tag.created)
        for note in self._snapshot.notes:
            if not self._snapshot.tags_on(note.target):
                yield self._remark(None, note.text, note.target, note.changed)

    def _remark(self, code: str | None, note: str, target: Target, created: datetime) -> Json:
        base = target.base
        return {
            "code": code,
            "note": note,
            "witness": self._witness_at(target.place),
            "article": target.place.article_id,
            "span": self._span(target.place),
            "base": {"article": base.article_id, "span": self._span(base)} if base else None,
            "created": created.isoformat(),
        }

    def _span(self, place: Place) -> list[int]:
        return _span(self._places.in_file(place))

    def _witness_at(self, place: Place) -> int | None:
        """The id of the first witness that holds `place`; those of families that are no boilerplate come first."""
        for witness in self._witnesses[place.article_id]:
            if witness.place.span.contains(place.span):
                return witness.id
        return None
