"""Tags and notes as remarks: one for each target, and none of them ever lost."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime

from workbench.model import Code, Place, Target
from workbench.reporting.model import Remark, ReportFamily
from workbench.reporting.places import Places
from workbench.snapshot import Snapshot


def remarks_of(snapshot: Snapshot, places: Places) -> dict[Target, Remark]:
    """What a person put on each target, in order of time."""
    first: dict[Target, datetime] = {}
    for tag in snapshot.tags:
        first.setdefault(tag.target, tag.created)
    for note in snapshot.notes:
        first.setdefault(note.target, note.changed)
    targets = sorted(first, key=lambda target: first[target])
    return {target: _remark(target, first[target], snapshot, places) for target in targets}


def _remark(target: Target, created: datetime, snapshot: Snapshot, places: Places) -> Remark:
    note = snapshot.note_on(target)
    return Remark(
        target,
        tuple(code_of(tag.code_id, snapshot) for tag in snapshot.tags_on(target)),
        note.text if note else "",
        created,
        places.text(target.place),
        places.text(target.base) if target.base else "",
        places.reference(target.place),
        places.reference(target.base) if target.base else None,
    )


def code_of(code_id: str, snapshot: Snapshot) -> Code:
    """A code of the codebook, named with those it stands under: `Wording / Loaded word`.

    One that is no longer there goes by its id.
    """
    code = snapshot.code.get(code_id)
    return replace(code, name=snapshot.code_tree.path(code)) if code else Code(code_id, code_id, "#808080")


def shown_targets(family: ReportFamily) -> set[Target]:
    """The targets whose remark stands beside an edit or a witness of `family`."""
    remarks = [edit.remark for witness in family.witnesses for edit in witness.edits]
    remarks += [witness.remark for witness in family.witnesses]
    return {remark.target for remark in remarks if remark}


def owner(target: Target, spots: Mapping[int, Collection[tuple[int, Place]]]) -> int | None:
    """The number of the first family with a witness that `target` lies in or touches; `None` when there is none.

    `spots` are the witnesses' places by article, each with the number of its family, in order of these numbers.
    """
    for place in (target.place, *((target.base,) if target.base else ())):
        for number, spot in spots.get(place.article_id, ()):
            if spot.span.overlap(place.span) or spot.span.contains(place.span):
                return number
    return None
