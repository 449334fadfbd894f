"""What stands at the margin of an article that is read: its passages, and what people put on it. No widgets here."""

from collections.abc import Iterator
from dataclasses import dataclass

from ui.desktop.marking.marks import On, SpanMark, marks_of
from ui.desktop.wording import count, listed, outlet_words, shortened, visible
from workbench.model import Code, Edit, Family, Witness
from workbench.snapshot import Snapshot
from workbench.spans import Span

_QUOTED = 220


@dataclass(frozen=True, slots=True)
class ReaderRow:
    """A passage or a mark, in the order of the text.

    `family` is where Return goes to, with `witness` and `edit` of it; `sign` is what the passage has at the margin of
    the text too, empty for marks.
    """

    span: Span
    heading: str
    detail: str
    quote: str
    sign: str = ""
    codes: tuple[Code, ...] = ()
    note: str = ""
    family: Family | None = None
    witness: Witness | None = None
    edit: Edit | None = None

    @property
    def spoken(self) -> str:
        """The row in words."""
        lead = f"Passage {self.sign}: {self.heading}" if self.sign else self.heading
        parts = [lead, self.detail, f"“{shortened(self.quote, 120)}”" if self.quote else ""]
        parts += ["tagged " + ", ".join(code.name for code in self.codes)] if self.codes else []
        parts += [f"note: {self.note}"] if self.note else []
        return ", ".join(part for part in parts if part)


def reader_rows(snapshot: Snapshot, article_id: int, text: str) -> list[ReaderRow]:
    """All rows of an article; passages of every family, page furniture that others have too among them."""
    rows = [*_passages(snapshot, article_id, text), *_marks(snapshot, article_id, text)]
    return sorted(rows, key=lambda row: (row.span.start, not row.sign, row.span.end))


def _passages(snapshot: Snapshot, article_id: int, text: str) -> Iterator[ReaderRow]:
    held = [
        (witness, family)
        for family in snapshot.families_of_article.get(article_id, ())
        for witness in family.witnesses
        if witness.place.article_id == article_id
    ]
    held.sort(key=lambda pair: pair[0].place)
    for number, (witness, family) in enumerate(held, start=1):
        others = [other for other in family.witnesses if other is not witness]
        names = listed(outlet_words(snapshot.article[other.place.article_id]) for other in others)
        what = "boilerplate, also in " if family.boilerplate else "shared with "
        heading = (what + count(len(others), "other passage")).capitalize()
        quote = shortened(witness.place.span.of(text), _QUOTED)
        yield ReaderRow(witness.place.span, heading, names, quote, str(number), family=family, witness=witness)


def _marks(snapshot: Snapshot, article_id: int, text: str) -> Iterator[ReaderRow]:
    for mark in marks_of(snapshot, article_id):
        heading = {On.SPAN: "", On.PASSAGE: "Whole passage", On.EDIT: "Edit"}[mark.on]
        family, witness, edit = _of_mark(snapshot, mark)
        quote = shortened(visible(mark.span.of(text)), _QUOTED)
        other = _other_side(snapshot, mark, article_id) if mark.on is On.EDIT else ""
        yield ReaderRow(
            mark.span, heading or "Stretch of the text", other, quote, "", mark.codes, mark.note, family, witness, edit
        )


def _other_side(snapshot: Snapshot, mark: SpanMark, article_id: int) -> str:
    place, base = mark.target.place, mark.target.base
    here = place.article_id == article_id
    other = snapshot.article.get(base.article_id if here and base else place.article_id)
    return f"{'against' if here else 'by'} {outlet_words(other)}" if other else ""


def _of_mark(snapshot: Snapshot, mark: SpanMark) -> tuple[Family | None, Witness | None, Edit | None]:
    """The family in which a tag or note on a passage or an edit is seen."""
    place, base = mark.target.place, mark.target.base
    if mark.on is On.SPAN:
        return None, None, None
    for family in snapshot.families_of_article.get(place.article_id, ()):
        witness = next((one for one in family.witnesses if one.place.holds(place)), None)
        there = base is None or any(one.place.holds(base) for one in family.witnesses)
        if witness is not None and there:
            return family, witness, Edit(base.span, place.span) if base else None
    return None, None, None
