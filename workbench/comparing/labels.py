"""What kind of edit each one is, with the reason in words a person can check."""

from collections.abc import Callable

from workbench.comparing.labels_certainty import certainty, hedges_with_verb
from workbench.comparing.labels_colour import loaded, naming, same_thing
from workbench.comparing.labels_facts import date, name, name_in_office, number_or_date
from workbench.comparing.labels_polarity import negation
from workbench.comparing.labels_saying import attribution, is_outlet, report_verb, said_verb_lemma
from workbench.comparing.labels_style import quote, spelling, style
from workbench.comparing.lexicon import word_list
from workbench.comparing.moves import edited_inside, moved
from workbench.comparing.tokens import Tokens
from workbench.comparing.views import EditView, Phrase
from workbench.model import Edit, Label, LabelKind
from workbench.spans import Span

LONGEST = 80
"""A phrase of more tokens than this is a passage of its own; nothing finer is said of it."""
TOO_DIFFERENT = "too different to compare word by word"
"""The reason given for a long stretch of which nothing finer can be said."""
MOST = 3
"""An edit has no more labels than this, the ones that weigh most."""

_K = LabelKind
_GRAVITY = [
    _K.QUOTE, _K.NUMBER, _K.DATE, _K.NEGATION, _K.NAME, _K.ATTRIBUTION, _K.REPORT_VERB, _K.CERTAINTY,
    _K.NAMING, _K.LOADED, _K.SPELLING, _K.ADDED, _K.OMITTED, _K.MOVED, _K.WORDING, _K.STYLE,
]  # fmt: skip


def labelled(
    base: Tokens, witness: Tokens, spans: list[tuple[Span, Span]], look: Callable[[], None] = lambda: None
) -> tuple[Edit, ...]:
    """The edits at `spans` with their labels, one to three each; `look` is called before each."""
    views = [EditView(Phrase.at(base, ours), Phrase.at(witness, theirs)) for ours, theirs in spans]
    look()
    moves = moved(views)
    edits = []
    for k, ((ours, theirs), view) in enumerate(zip(spans, views, strict=True)):
        look()
        labels = _move(view, _other_half(views, k, moves[k])) if k in moves else labels_of(view)
        edits.append(Edit(ours, theirs, tuple(labels)))
    return tuple(edits)


def _other_half(views: list[EditView], k: int, other: int) -> EditView:
    """What moved, as an edit of its own: as it stands in the base and as it stands in the witness."""
    ours, theirs = sorted((views[k], views[other]), key=lambda view: not len(view.base))
    return EditView(ours.base, theirs.witness)


def _move(edit: EditView, whole: EditView) -> list[Label]:
    """The label of one half of a move; what was edited on the way is said, and labelled where it can be checked."""
    here = Label(_K.MOVED, f"“{edit.only.quote}” stands elsewhere on the other side", 0.9)
    inner = edited_inside(whole)
    if not inner:
        return [here]
    changes = "; ".join(part.change for part in inner)
    found = {label.kind: label for part in inner for label in labels_of(part) if label.kind in _CHECKABLE}
    labels = [Label(_K.MOVED, f"{here.reason}, edited: {changes}", 0.8), *found.values()]
    return sorted(labels, key=lambda label: _GRAVITY.index(label.kind))[:MOST]


_CHECKABLE = (_K.NUMBER, _K.DATE, _K.NAME, _K.NEGATION)


def labels_of(edit: EditView) -> list[Label]:
    """The labels of one edit that is no move, the gravest first."""
    if max(len(edit.base), len(edit.witness)) > LONGEST:
        return [_passage(edit)]
    plain = style(edit)
    if plain:
        return [plain]
    marks = quote(edit)
    if marks and _only_marks(edit):
        return [marks]
    found = _two_sided(edit) if edit.two_sided else _one_sided(edit)
    if marks:
        found = [marks, *_beside_quote(edit, found)]
    elif edit.inside_quotes:
        found = [_altered(edit), *(label for label in found if label.kind is not _K.WORDING)]
    return sorted(found, key=lambda label: _GRAVITY.index(label.kind))[:MOST]


def _altered(edit: EditView) -> Label:
    return Label(_K.QUOTE, f"altered inside the quotation marks: {edit.change}", 0.85)


def _beside_quote(edit: EditView, found: list[Label]) -> list[Label]:
    """What else is said of words that gained or lost marks: little where speech became report and kept its sense."""
    kept = {_K.NEGATION}
    if not (_all_quoted(edit.base) or _all_quoted(edit.witness)):
        kept |= {_K.NAME, _K.NUMBER, _K.DATE, _K.CERTAINTY, _K.LOADED, _K.NAMING}
    return [label for label in found if label.kind in kept]


def _all_quoted(phrase: Phrase) -> bool:
    """Whether marks stand round the whole phrase."""
    return len(phrase) > 1 and '"' in phrase.keys[:2] and '"' in phrase.keys[-2:] and phrase.keys.count('"') == 2


def _passage(edit: EditView) -> Label:
    if not len(edit.witness):
        return Label(_K.OMITTED, f"a passage of {len(edit.base.words)} words dropped", 0.9)
    if not len(edit.base):
        return Label(_K.ADDED, f"a passage of {len(edit.witness.words)} words put in", 0.9)
    return Label(_K.WORDING, TOO_DIFFERENT, 0.6)


def _only_marks(edit: EditView) -> bool:
    return edit.base.words == edit.witness.words


def _one_sided(edit: EditView) -> list[Label]:
    phrase = edit.only
    kind = _K.OMITTED if len(edit.base) else _K.ADDED
    content = Label(kind, f"“{phrase.quote}” {edit.verb}", 0.85)
    for rule in (negation, attribution):
        label = rule(edit)
        if label:
            return [label]
    hedge = certainty(edit)
    if hedge:
        return [content, hedge] if "caveat" in hedge.reason else [hedge]
    if set(phrase.words) <= _MAGNITUDES and phrase.words[-1:] == ["of"]:
        return [Label(_K.NUMBER, f"“{phrase.quote}” {edit.verb}", 0.9)]
    if len(phrase.words) == 1 and phrase.words[0].isdigit():
        return [Label(_K.NUMBER, f"“{phrase.quote}” {edit.verb}", 0.8)]
    who = [label for label in (name(edit), naming(edit)) if label]
    if len(phrase.words) <= MOST and who:
        return _title_and_name(edit, who)
    if all(word in word_list("function") or word in _DISCOURSE for word in phrase.words):
        return [Label(_K.WORDING, f"“{phrase.quote}” {edit.verb}", 0.7)]
    colour = loaded(edit)
    if len(phrase.words) >= 2:
        return [content, colour] if colour else [content]
    if colour:
        return [colour]
    return [content]


_MAGNITUDES = frozenset(("tens", "hundreds", "thousands", "millions", "dozens", "scores", "half", "most", "all", "of"))
_DISCOURSE = frozenset(
    ("however", "meanwhile", "later", "moreover", "furthermore", "therefore", "thus", "instead", "indeed")
)


def _title_and_name(edit: EditView, labels: list[Label]) -> list[Label]:
    """A title dropped is naming, a given name dropped is name, both are both."""
    kinds = {label.kind for label in labels}
    if _K.NAMING in kinds and _K.NAME not in kinds:
        last = edit.only.words[-1]
        if last not in word_list("naming", "titles") and len(edit.only.names) >= 2:
            return [*labels, Label(_K.NAME, f"name “{edit.only.shown[-1]}” {edit.verb}", 0.8)]
    return labels


def _two_sided(edit: EditView) -> list[Label]:
    other = spelling(edit)
    if other:
        return [other]
    rules = (number_or_date, date, negation, report_verb, attribution, certainty, loaded)
    found = {label.kind: label for label in (rule(edit) for rule in rules) if label}
    _settle(edit, found)
    name_of_it = _name_or_naming(edit, set(found))
    if name_of_it:
        found[name_of_it.kind] = name_of_it
    return list(found.values()) or [Label(_K.WORDING, "reworded; no change of another kind was found", 0.6)]


def _settle(edit: EditView, found: dict[LabelKind, Label]) -> None:
    """Drop what another label says already, as the conventions of annotation have it."""
    if _K.NUMBER in found:
        found.pop(_K.DATE, None)
    if _K.ATTRIBUTION in found:
        _settle_source(edit, found)
    if _K.NEGATION in found:
        one_each = len(edit.base.words) == len(edit.witness.words) == 1
        for kind in (_K.LOADED, _K.CERTAINTY, *([_K.NUMBER, _K.DATE] if one_each else [])):
            found.pop(kind, None)
        if not {said_verb_lemma(phrase) for phrase in edit.sides} <= _HELD:
            found.pop(_K.REPORT_VERB, None)
    if _K.REPORT_VERB in found and _K.CERTAINTY in found:
        del found[_K.REPORT_VERB if hedges_with_verb(edit) else _K.CERTAINTY]


def _settle_source(edit: EditView, found: dict[LabelKind, Label]) -> None:
    """A source that is one by other names is none; another source says the verb and the figure in it already."""
    if _K.DATE in found or _is_same_source(edit, _K.LOADED in found):
        del found[_K.ATTRIBUTION]
        return
    for kind in (_K.REPORT_VERB, _K.NUMBER):
        found.pop(kind, None)
    if "it " in f"{edit.base.said} {edit.witness.said}":
        found.pop(_K.CERTAINTY, None)


def _is_same_source(edit: EditView, is_coloured: bool) -> bool:
    """Whether two sources are one by other names: listed as such, or one noun for another with a colour to it."""
    one_each = len(edit.base.words) == len(edit.witness.words) == 1
    return (same_thing(edit) or (is_coloured and one_each)) and not is_outlet(edit.base)


_HELD = frozenset(("deny", "confirm", "admit", "acknowledge", "concede", "dispute", "reject"))
"""Verbs of saying that stay labelled as such when one is turned into its opposite."""


def _name_or_naming(edit: EditView, found: set[LabelKind]) -> Label | None:
    entity = name(edit)
    if _K.ATTRIBUTION in found:
        return entity if entity and is_outlet(edit.base) and is_outlet(edit.witness) else name_in_office(edit)
    if entity and not same_thing(edit):
        return entity
    return None if found & {_K.REPORT_VERB, _K.NEGATION} else naming(edit)
