"""Quotations that were altered inside their marks: the gravest edit of all."""

from collections.abc import Sequence

from workbench.framing.model import Alteration, AlteredQuotation, Quotation
from workbench.framing.quotation_kinds import quotations_of
from workbench.framing.story import Story, story_of
from workbench.model import Edit, LabelKind, Zone
from workbench.spans import Span
from workbench.text.lines import one_line

_TRIVIAL = frozenset((LabelKind.STYLE,))
_DOTS = ("…", "...", ". . .", "[…]", "[...]", "(...)", "(…)")


def altered_quotations(
    base_text: str,
    witness_text: str,
    edits: Sequence[Edit],
    base_zones: tuple[Zone, ...] = (),
    witness_zones: tuple[Zone, ...] = (),
) -> tuple[AlteredQuotation, ...]:
    """The edits that stand inside quotation marks on both sides, in their order.

    `edits` are those of `compare_places`, in code points of the two texts. Edits of style alone (marks, spaces, case)
    alter nothing that was said. Words cut at the beginning or the end of a quotation, and what an editor marked by
    brackets or dots, are told apart from words that were altered.
    """
    base, witness = story_of(base_text, base_zones), story_of(witness_text, witness_zones)
    found = (_altered(base, witness, edit) for edit in edits)
    return tuple(alteration for alteration in found if alteration)


def _altered(base: Story, witness: Story, edit: Edit) -> AlteredQuotation | None:
    if {label.kind for label in edit.labels} and {label.kind for label in edit.labels} <= _TRIVIAL:
        return None
    if not any(map(str.isalnum, edit.base.of(base.text) + edit.witness.of(witness.text))):
        return None
    ours, theirs = _around(base, edit.base), _around(witness, edit.witness)
    if ours is None or theirs is None:
        return None
    kind = _kind(base, witness, edit, ours, theirs)
    return AlteredQuotation(edit, ours, theirs, kind, _reason(base, witness, edit, kind))


def _around(story: Story, span: Span) -> Quotation | None:
    """The quotation that holds a span between its marks."""
    trimmed = _trimmed(story.text, span)
    return next((found for found in quotations_of(story, span) if found.inner.contains(trimmed)), None)


def _trimmed(text: str, span: Span) -> Span:
    """A span without white space and marks at its ends."""
    start, end = span.start, span.end
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return Span(start, end)


def _kind(base: Story, witness: Story, edit: Edit, ours: Quotation, theirs: Quotation) -> Alteration:
    was, became = edit.base.of(base.text), edit.witness.of(witness.text)
    marked = _is_marked(base, edit.base) or _is_marked(witness, edit.witness)
    one_sided = not any(map(str.isalnum, was)) or not any(map(str.isalnum, became))
    if marked and (one_sided or became.strip().startswith(("[", "("))):
        return Alteration.MARKED
    if not any(map(str.isalnum, became)) and _at_border(witness.text, edit.witness, theirs):
        return Alteration.CUT
    if not any(map(str.isalnum, was)) and _at_border(base.text, edit.base, ours):
        return Alteration.CUT
    return Alteration.ALTERED


def _is_marked(story: Story, span: Span) -> bool:
    """Whether what was put in stands in brackets, or dots stand where something was left out."""
    text = story.text
    piece = span.of(text).strip()
    if any(dots in text[max(0, span.start - 4) : span.end + 4] for dots in _DOTS) and not any(map(str.isalnum, piece)):
        return True
    opened = max(text.rfind("[", 0, span.start + 2), text.rfind("(", 0, span.start + 2))
    if opened < max(0, span.start - 80) or not any(map(str.isalnum, piece)):
        return False
    closing = "]" if text[opened] == "[" else ")"
    closed = text.find(closing, opened, span.end + 2)
    return closed >= span.end - 2 and closed >= 0


def _at_border(text: str, span: Span, quotation: Quotation) -> bool:
    """Whether nothing of a quotation stands before, or nothing after, a place in it."""
    before = text[quotation.inner.start : span.start]
    after = text[span.end : quotation.inner.end]
    return not any(map(str.isalnum, before)) or not any(map(str.isalnum, after))


def _reason(base: Story, witness: Story, edit: Edit, kind: Alteration) -> str:
    was, became = _short(edit.base.of(base.text)), _short(edit.witness.of(witness.text))
    if not any(map(str.isalnum, became)):
        what = f"“{was}” left out"
    elif not any(map(str.isalnum, was)):
        what = f"“{became}” put in"
    else:
        what = f"“{was}” became “{became}”"
    # An editor's words in brackets that the other outlet did not take over; no reader of it can see that.
    if kind is Alteration.MARKED and not _is_marked(witness, edit.witness):
        return f"{what}: it stands in brackets on the other side, as an editor’s own words do"
    how = {
        Alteration.ALTERED: "inside the quotation marks, without a sign of it",
        Alteration.CUT: "at the border of the quotation",
        Alteration.MARKED: "with brackets or dots that show it",
    }
    return f"{what} {how[kind]}"


def _short(text: str) -> str:
    words = one_line(text).strip(" ,")
    return words if len(words) <= 80 else f"{words[:50].rstrip()} … {words[-25:].lstrip()}"
