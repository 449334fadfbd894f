"""How an edit, a count and a row of names are told in a sentence."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from workbench.comparing.lexicon import word_list
from workbench.model import LabelKind
from workbench.text.folding import fold
from workbench.text.lines import one_line
from workbench.text.sentence_parts import both_ends, joined

_K = LabelKind
LONGEST = 70
"""Characters of a quoted phrase; of longer ones the middle is left out."""

_DIVIDED = re.compile(r"(?<=[^\W\d_])[-‐]\n(?=[^\W\d_])")
_KINDS = {
    _K.NUMBER: ("figure", "figures"),
    _K.DATE: ("date or length of time", "dates or lengths of time"),
    _K.NAME: ("name", "names"),
    _K.SPELLING: ("spelling", "spellings"),
    _K.NAMING: ("change of naming", "changes of naming"),
    _K.LOADED: ("loaded word", "loaded words"),
    _K.REPORT_VERB: ("verb of saying", "verbs of saying"),
    _K.ATTRIBUTION: ("source", "sources"),
    _K.CERTAINTY: ("change of certainty", "changes of certainty"),
    _K.NEGATION: ("negation", "negations"),
    _K.QUOTE: ("change to a quotation", "changes to quotations"),
    _K.ADDED: ("addition", "additions"),
    _K.OMITTED: ("omission", "omissions"),
    _K.MOVED: ("move", "moves"),
    _K.WORDING: ("rewording", "rewordings"),
    _K.STYLE: ("matter of style", "matters of style"),
}
GRAVITY = (
    _K.QUOTE, _K.NUMBER, _K.NEGATION, _K.DATE, _K.NAME, _K.ATTRIBUTION, _K.REPORT_VERB, _K.CERTAINTY, _K.LOADED,
    _K.NAMING, _K.ADDED, _K.OMITTED, _K.MOVED, _K.SPELLING, _K.WORDING, _K.STYLE,
)  # fmt: skip
"""Kinds of edit, the gravest first."""
_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def told(kinds: Sequence[LabelKind], before: str, after: str, later: bool = True) -> str:
    """What was done, as the end of a sentence that begins with the outlet: `turned “12” into “20”`.

    Where it is not known that the witness is `later` than the base, nobody is said to have done anything: `has “20” for
    “12”`.
    """
    ours, theirs = _bare(before), _bare(after)
    if _K.MOVED in kinds:
        return f"{'moved' if later else 'has in another place'} {quoted(theirs or ours)}"
    if not any(map(str.isalnum, ours + theirs)):
        return _marks(before, after, later)
    if not theirs:
        return f"{'dropped' if later else 'lacks'} {_what(kinds, ours)}{quoted(ours)}"
    if not ours:
        return f"{'added' if later else 'adds'} {_what(kinds, theirs)}{quoted(theirs)}"
    return f"turned {quoted(ours)} into {quoted(theirs)}" if later else f"has {quoted(theirs)} for {quoted(ours)}"


def _what(kinds: Sequence[LabelKind], phrase: str) -> str:
    """What a phrase is, where that is worth a word."""
    if _K.LOADED in kinds:
        return "the loaded word " if len(phrase.split()) == 1 else "the loaded words "
    if _K.CERTAINTY in kinds and fold(phrase) in word_list("certainty", "hedges", "bounds", "approximators"):
        return "the hedge "
    return "the negation " if _K.NEGATION in kinds else ""


def _marks(before: str, after: str, later: bool) -> str:
    ours, theirs = before.strip(), after.strip()
    of_quotes = any(mark in ours + theirs for mark in "“”\"«»„‘’'")
    marks = "quotation marks" if of_quotes else quoted(ours or theirs)
    if ours and theirs:
        return f"{'changed' if later else 'has other'} {'quotation marks' if of_quotes else 'punctuation'}"
    if later:
        return f"{'took out' if ours else 'added'} {marks}"
    return f"{'lacks' if ours else 'adds'} {marks}"


def _bare(text: str) -> str:
    """A phrase on one line without the white space and the commas around it, its own marks turned single."""
    stripped = one_line(unbroken(text)).strip(" ,;:.–—-")
    return stripped.replace("“", "‘").replace("”", "’")


def unbroken(text: str) -> str:
    """A text with words joined again that a line break divides: `sup-` and `posed`."""
    return _DIVIDED.sub("", text)


def quoted(text: str) -> str:
    """A phrase in quotation marks on one line, its middle left out where it is long."""
    return f"“{both_ends(text, LONGEST)}”"


def kinds_counted(kinds: Mapping[LabelKind, int]) -> str:
    """Counts by kind, the most frequent first: `five omissions, three figures and one loaded word`."""
    ranked = sorted(kinds.items(), key=lambda pair: (-pair[1], GRAVITY.index(pair[0])))
    return joined(f"{number(count)} {_KINDS[kind][count != 1]}" for kind, count in ranked if count)


def number(count: int) -> str:
    """A count as it is written in a sentence."""
    return _SMALL[count] if count < len(_SMALL) else f"{count:,}"


def some(count: int, one: str, many: str) -> str:
    """A count with its noun: `one edit`, `five edits`."""
    return f"{number(count)} {one if count == 1 else many}"


def capital(text: str) -> str:
    """A sentence with its first letter in upper case."""
    return text[:1].upper() + text[1:]


def main_kinds(kinds: Iterable[Sequence[LabelKind]]) -> Counter[LabelKind]:
    """How many edits have which label; an edit with two labels counts for both."""
    return Counter(kind for row in kinds for kind in dict.fromkeys(row))
