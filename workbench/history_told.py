"""The steps of a case in plain words: for the log in the window, for the command line, for a table."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from workbench.by_hand import touch
from workbench.model import (
    Article,
    BaseChoice,
    Code,
    Correction,
    Derivation,
    Dismissal,
    LabelKind,
    Note,
    Place,
    Review,
    Ruling,
    Tag,
    Target,
)
from workbench.ports import HistoryEntry
from workbench.reporting.clean import shown
from workbench.reporting.table import safe
from workbench.settings import Settings, differing
from workbench.snapshot import Snapshot
from workbench.steps import Change, Record, Step
from workbench.text.lines import beginning, one_line

_QUOTE, _NOTE = 80, 160
_PAST = {
    "Join": "Joined",
    "Take": "Took",
    "Extend": "Extended",
    "Trim": "Trimmed",
    "Move": "Moved",
    "Add": "Added",
    "Make": "Made",
    "Dismiss": "Dismissed",
    "Bring": "Brought",
    "Mark": "Marked",
    "Apply": "Applied",
    "Change": "Changed",
    "Choose": "Chose",
    "Delete": "Deleted",
    "Import": "Imported",
    "Leave": "Left",
    "Merge": "Merged",
    "Remove": "Removed",
    "Say": "Said",
    "Tag": "Tagged",
}
"""What a person did, by how the step that does it is called."""
COLUMNS = ("step", "time_utc", "state", "what", "where")
"""The columns of the log as a table."""

Texts = Mapping[int, str]
R = TypeVar("R", bound=Record)


class Told(NamedTuple):
    """A step in words: what was done, where, and the place in the case that it is about, if it is about one."""

    what: str
    where: str = ""
    target: Target | None = None

    @property
    def sentence(self) -> str:
        """Both in one line."""
        return f"{self.what} {self.where}".rstrip()


def told(step: Step, snapshot: Snapshot, texts: Texts) -> Told:
    """A step in words, with names and texts as they are in the case by now; its summary where there is no other way."""
    kinds = {type(record) for change in step.changes for record in (change.before, change.after) if record}
    if Correction in kinds:
        return _corrected(step, snapshot, texts)
    teller = _TELLERS.get(next(iter(kinds))) if len(kinds) == 1 else None
    what = (teller(step, snapshot) if teller else "") or _past(step.summary)
    targets = targets_of(step)
    where = _where(targets, snapshot, texts)
    return Told(line(what), line(where), targets[0] if targets else None)


def targets_of(step: Step) -> tuple[Target, ...]:
    """All that a step is about in the texts, each once; of corrections one of the passages that they are about."""
    corrections = [change for change in step.changes if isinstance(change.after or change.before, Correction)]
    if corrections:
        place = _passage_of(corrections)
        return (Target(place),) if place else ()
    return tuple(dict.fromkeys(_targets(step.changes)))


def line(text: str) -> str:
    """A text on one line, as a program may show it: no sign in it turns what follows round or breaks the line."""
    return one_line(shown(text))


# What was done


def _tags(step: Step, snapshot: Snapshot) -> str:
    put, taken = list(_come(step, Tag)), list(_gone(step, Tag))
    if put and taken:
        return ""
    names = " and ".join(_names(step, put or taken, snapshot))
    often = len(put or taken)
    times = f" at {often:,} places" if often > 1 else ""
    return f"Tagged {names}{times}" if put else f"Took the tag {names} away{times}"


def _names(step: Step, tags: Iterable[Tag], snapshot: Snapshot) -> list[str]:
    """The names of the codes; of one that is no more, the name that the step was given."""
    ids = list(dict.fromkeys(tag.code_id for tag in tags))
    if len(ids) == 1 and ids[0] not in snapshot.code and "“" in step.summary:
        return [f"“{step.summary.partition('“')[2].rpartition('”')[0]}”"]
    return [f"“{snapshot.code[one].name if one in snapshot.code else one}”" for one in ids]


def _notes(step: Step, _: Snapshot) -> str:
    gone, come = list(_gone(step, Note)), list(_come(step, Note))
    if len(gone) > 1 or len(come) > 1:
        return ""
    if not come:
        return f"Removed the note “{beginning(gone[0].text, _NOTE)}”" if gone else ""
    return f"{'Changed the note to' if gone else 'Wrote the note'} “{beginning(come[0].text, _NOTE)}”"


def _base(step: Step, _: Snapshot) -> str:
    return "Chose the base" if any(_come(step, BaseChoice)) else "Left the base to the program"


def _derivation(step: Step, snapshot: Snapshot) -> str:
    said = next(_come(step, Derivation), None)
    if said is None:
        return "Left open where a passage is from"
    parent = f"from {_outlet(said.parent, snapshot)}" if said.parent else "from none of the other witnesses"
    return f"Said that a passage is {parent}"


def _dismissal(step: Step, _: Snapshot) -> str:
    return "Set conflicting figures aside" if any(_come(step, Dismissal)) else "Brought conflicting figures back"


def _settings(step: Step, _: Snapshot) -> str:
    now = next(_come(step, Settings), None)
    return f"Set how passages are found: {differing(now) or 'the defaults'}" if now else ""


def _codes(step: Step, _: Snapshot) -> str:
    if len(step.changes) != 1:
        return ""
    before, after = step.changes[0].before, step.changes[0].after
    if isinstance(before, Code) and isinstance(after, Code):
        if before.name != after.name:
            return f"Renamed the code “{before.name}” to “{after.name}”"
        return f"Changed the code “{after.name}”"
    if isinstance(after, Code):
        return f"Added the code “{after.name}”"
    return f"Deleted the code “{before.name}”" if isinstance(before, Code) else ""


def _reviews(step: Step, _: Snapshot) -> str:
    come, gone = len(list(_come(step, Review))), len(list(_gone(step, Review)))
    often = come or gone
    what = "" if often == 1 else f" {often:,} places"
    return f"Marked{what} as reviewed" if come else f"Marked{what} as not reviewed"


def _rulings(step: Step, _: Snapshot) -> str:
    ruled = list(_come(step, Ruling))
    often = f" at {len(step.changes):,} places" if len(step.changes) > 1 else ""
    if not ruled:
        return f"Left the labels to the program{often}"
    labels, said = ruled[0].labels, ruled[0].said
    if any((one.labels, one.said) != (labels, said) for one in ruled):
        return f"Changed the labels{often}"
    if labels == said:
        return f"Accepted the label {_kinds(labels)}{often}"
    return f"Changed the labels to {_kinds(labels)}{often}" if labels else f"Rejected the label {_kinds(said)}{often}"


def _kinds(kinds: Iterable[LabelKind]) -> str:
    return ", ".join(kind.value for kind in kinds) or "none"


_TELLERS: Mapping[type, Callable[[Step, Snapshot], str]] = {
    Tag: _tags,
    Note: _notes,
    BaseChoice: _base,
    Derivation: _derivation,
    Dismissal: _dismissal,
    Settings: _settings,
    Code: _codes,
    Review: _reviews,
    Ruling: _rulings,
}


def _come(step: Step, kind: type[R]) -> Iterator[R]:
    return (change.after for change in step.changes if isinstance(change.after, kind))


def _gone(step: Step, kind: type[R]) -> Iterator[R]:
    return (change.before for change in step.changes if isinstance(change.before, kind))


# Families corrected by hand


def _corrected(step: Step, snapshot: Snapshot, texts: Texts) -> Told:
    """A correction of families, with one of the passages that it is about."""
    target = next(iter(targets_of(step)), None)
    where = f"at “{_quote(target.place, texts)}” in {_outlet(target.place, snapshot)}" if target else ""
    return Told(line(_past(step.summary)), line(where), target)


def _past(summary: str) -> str:
    """How a step is called, as something that was done."""
    verb, space, rest = summary.partition(" ")
    return f"{_PAST.get(verb, verb)}{space}{rest}"


def _passage_of(changes: list[Change]) -> Place | None:
    """Of the passages that corrections changed the one that came, or else went, or else any of the family.

    The passages decided about first are the family as it was, those that came stand last.
    """
    before, after = changes[-1].before, changes[-1].after
    one = after if isinstance(after, Correction) else before
    if not isinstance(one, Correction) or not one.settled:
        return None
    if isinstance(before, Correction) and isinstance(after, Correction):
        came = [place for place in after.places if place not in before.places]
        went = [place for place in before.places if place not in after.places]
        return (came or went or [*one.places, *one.settled])[0]
    if not one.places or len(changes) > 1:
        return (one.places or one.settled)[0]
    went = [place for place in one.settled if place not in one.places]
    if went and not any(touch(gone, place) for gone in went for place in one.places):
        return went[0]
    return one.settled[-1] if one.settled[-1] in one.places else one.places[0]


# Where


def _targets(changes: Iterable[Change]) -> Iterator[Target]:
    """What the changes are about, what came before what went."""
    for change in changes:
        for record in (change.after, change.before):
            if isinstance(record, Tag | Note | Review | Ruling):
                yield record.target
            elif isinstance(record, BaseChoice | Derivation):
                yield Target(record.place)


def _where(targets: Sequence[Target], snapshot: Snapshot, texts: Texts) -> str:
    if not targets:
        return ""
    target, more = targets[0], len(targets) - 1
    new, who = _quote(target.place, texts), _outlet(target.place, snapshot)
    if target.base is None:
        where = f"on “{new}” in {who}"
    else:
        old, base = _quote(target.base, texts), _outlet(target.base, snapshot)
        edit = f"“{new}” for “{old}”" if new and old else f"“{new}”" if new else f"“{old}” left out"
        where = f"on {edit} in {who}, against {base}"
    return f"{where}, and {more:,} more" if more else where


def _quote(place: Place, texts: Texts) -> str:
    text = place.span.of(texts.get(place.article_id, ""))
    return beginning(text, _QUOTE) if text.strip() else "(white space)" if text else ""


def _outlet(place: Place, snapshot: Snapshot) -> str:
    article: Article | None = snapshot.article.get(place.article_id)
    if article is None:
        return "an article that is not there"
    return article.outlet or beginning(article.title, _QUOTE) or "an unknown outlet"


# As a table


def table(entries: Iterable[HistoryEntry], snapshot: Snapshot, texts: Texts) -> bytes:
    """The log as CSV, in UTF-8 with a byte order mark, in the order given; no cell can be taken for a formula."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for entry in entries:
        words = told(entry.step, snapshot, texts)
        state = "undone" if entry.undone else "done"
        row = (str(entry.id), entry.at.isoformat(timespec="seconds"), state, words.what, words.where)
        writer.writerow([safe(cell) for cell in row])
    return out.getvalue().encode("utf-8-sig", "replace")
