"""What both sides of a pair of figures have in common, and what speaks against it, in sentences for a person."""

from workbench.figures.model import Agreement, Conflict
from workbench.text.lines import one_line
from workbench.text.sentence_parts import joined

_AGREEING = {
    "counted": "Both count {}.",
    "event": "Both tell of {}.",
    "name": "Both name {}.",
    "word": "Both say {}.",
    "time": "Both speak of {}.",
}


def agreement_lines(conflict: Conflict) -> tuple[str, ...]:
    """What both sides of a pair have in common, a sentence for each sort of it: `Both name “Tarn” and “Velm”.`."""
    sorts: dict[str, dict[str, None]] = {}
    for agreement in conflict.agreements:
        sorts.setdefault(agreement.what, {})[_words(agreement)] = None
    return tuple(_AGREEING.get(sort, "Both have {}.").format(joined(words)) for sort, words in sorts.items())


def _words(agreement: Agreement) -> str:
    """The words as both have them, or as the one and the other have them."""
    left, right = (one_line(text) for text in (agreement.left_text, agreement.right_text))
    return f"“{left}”" if left.casefold() == right.casefold() else f"“{left}” / “{right}”"


def caution_lines(conflict: Conflict) -> tuple[str, ...]:
    """What speaks against a pair, in sentences."""
    return tuple(f"{caution[:1].upper()}{caution[1:]}." for caution in conflict.cautions)
