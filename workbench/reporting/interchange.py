"""The case as JSON for other programs; `resources/report/export.schema.json` says what each field means.

Every span is `[start, end]` in Unicode code points, half open, of the decoded source file as it was imported.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from workbench.model import Article, DatePrecision, Family, Note, Place, Tag, Target, Witness
from workbench.ports import CaseStore
from workbench.reporting.model import Report, ReportFamily, ReportWitness
from workbench.reporting.places import Places
from workbench.reporting.remarks import code_of
from workbench.session import Session
from workbench.snapshot import Snapshot
from workbench.spans import Span

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
        "sources": [{"id": s.id, "name": s.name, "sha256": s.sha256} for s in snapshot.sources],
        "articles": [_article(article, places) for article in snapshot.articles],
        "families": [_family(family, compared[family.id], places) for family in snapshot.families],
        "tags": [*_tags(snapshot, places), *_bare_notes(snapshot, places)],
    }
    # A line break never stands raw inside a JSON string, so this closes up spans and nothing else.
    text = _SPAN.sub(r"[\1, \2]", json.dumps(case, ensure_ascii=False, indent=1))
    # A file name may hold bytes that are no UTF-8; Python keeps them as lone surrogates, which JSON must not.
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode("utf-8") + b"\n"


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


def _family(family: Family, compared: ReportFamily, places: Places) -> Json:
    return {
        "id": family.id,
        "boilerplate": family.boilerplate,
        "witnesses": [_witness(witness, places) for witness in family.witnesses],
        "edits": [edit for witness in compared.witnesses for edit in _edits(compared.base, witness)],
    }


def _witness(witness: Witness, places: Places) -> Json:
    return {
        "id": witness.id,
        "article": witness.place.article_id,
        "span": _span(places.in_file(witness.place)),
        "text": places.text(witness.place),
    }


def _edits(base: ReportWitness, witness: ReportWitness) -> Iterator[Json]:
    for edit in witness.edits:
        yield {
            "base_witness": base.id,
            "witness": witness.id,
            "base": _span(edit.base_span),
            "span": _span(edit.span),
            "labels": [label.kind.value for label in edit.labels],
        }


def _tags(snapshot: Snapshot, places: Places) -> Iterator[Json]:
    """Every tag, with the note of its target."""
    for tag in snapshot.tags:
        yield _tag(tag, snapshot, places)


def _tag(tag: Tag, snapshot: Snapshot, places: Places) -> Json:
    note = snapshot.note_on(tag.target)
    said = {"code": code_of(tag.code_id, snapshot).name, "note": note.text if note else ""}
    return said | _target(tag.target, snapshot, places) | {"created": tag.created.isoformat()}


def _bare_notes(snapshot: Snapshot, places: Places) -> Iterator[Json]:
    """Every note whose target has no tag, as a tag without a code."""
    for note in snapshot.notes:
        if not snapshot.tags_on(note.target):
            yield _note(note, snapshot, places)


def _note(note: Note, snapshot: Snapshot, places: Places) -> Json:
    said: Json = {"code": None, "note": note.text}
    return said | _target(note.target, snapshot, places) | {"created": note.changed.isoformat()}


def _target(target: Target, snapshot: Snapshot, places: Places) -> Json:
    base = target.base
    return {
        "witness": _witness_at(target.place, snapshot),
        "article": target.place.article_id,
        "span": _span(places.in_file(target.place)),
        "base": {"article": base.article_id, "span": _span(places.in_file(base))} if base else None,
    }


def _witness_at(place: Place, snapshot: Snapshot) -> int | None:
    """The id of the first witness that holds `place`; families that are no boilerplate come first."""
    for family in sorted(snapshot.families, key=lambda family: family.boilerplate):
        for witness in family.witnesses:
            if witness.place.article_id == place.article_id and witness.place.span.contains(place.span):
                return witness.id
    return None
