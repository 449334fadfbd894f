"""Rules for edits that leave the words as they are: typography, notation, spelling, quotation marks."""

from workbench.comparing.numbers import quantities, same_notation
from workbench.comparing.splitting import spelled_out
from workbench.comparing.tokens import Tokens
from workbench.comparing.variants import same_but_for_spelling, same_name
from workbench.comparing.views import EditView, Phrase
from workbench.model import Label, LabelKind


def style(edit: EditView) -> Label | None:
    """Case, typography, punctuation, white space, or another notation of the same value."""
    base, witness = edit.sides
    if base.keys == witness.keys:
        return Label(LabelKind.STYLE, _typography(base.exact, witness.exact), 0.98)
    if not base.words and not witness.words:
        if '"' in (base.keys + witness.keys) and base.keys.count('"') != witness.keys.count('"'):
            return None
        return Label(LabelKind.STYLE, "punctuation only", 0.95)
    dotted = any(character.isdigit() or character == "." for character in base.exact + witness.exact)
    one_each = len(base.words) == len(witness.words)
    if (
        (dotted or one_each)
        and "".join(base.words).replace(".", "") == "".join(witness.words).replace(".", "")
        and base.exact.count('"') == witness.exact.count('"')
    ):
        return Label(LabelKind.STYLE, "the same letters written another way", 0.9)
    if same_notation(base.words, witness.words):
        value = f"{quantities(base.words)[0].value:g}"
        return Label(LabelKind.STYLE, f"the same value, {value}, written another way", 0.95)
    return None


def _typography(base: str, witness: str) -> str:
    if not base.strip() and not witness.strip():
        return "white space only"
    return "capital letters only" if base.lower() == witness.lower() else "quotation marks, dashes or spaces only"


def quote(edit: EditView) -> Label | None:
    """Quotation marks that came or went, with or without the words inside."""
    ours, theirs = (_marks(phrase) for phrase in edit.sides)
    if ours == theirs:
        return None
    what = "put in" if theirs > ours else "taken away"
    words = edit.witness if theirs > ours else edit.base
    where = f" round {words.quote.strip(chr(34))}" if words.words else ""
    return Label(LabelKind.QUOTE, f"quotation marks {what}{where}", 0.9)


def _marks(phrase: Phrase) -> int:
    return sum(key == '"' for key in phrase.keys)


def spelling(edit: EditView) -> Label | None:
    """The same word, name or entity in another spelling, transliteration or abbreviation."""
    base, witness = edit.sides
    if not (base.words and witness.words):
        return None
    if _spelled_alike(base, witness):
        return Label(LabelKind.SPELLING, f"another spelling: {edit.change}", 0.9)
    if _abbreviates(base, witness) or _abbreviates(witness, base):
        return Label(LabelKind.SPELLING, f"abbreviation: {edit.change}", 0.9)
    return None


def _spelled_alike(base: Phrase, witness: Phrase) -> bool:
    if same_but_for_spelling(base.said, witness.said):
        return True
    if any(character.isdigit() for character in base.said + witness.said):
        return False
    if len(base.words) != len(witness.words):
        return same_name(base.said, witness.said) and bool(base.names)
    names = bool(base.exact[:1].isupper() and witness.exact[:1].isupper())
    if names and same_name(base.exact.lower(), witness.exact.lower()):
        return True
    if all(
        x == y or same_but_for_spelling(x, y) or (names and same_name(x, y))
        for x, y in zip(base.words, witness.words, strict=True)
    ):
        return True
    return names and _other_script(base.exact, witness.exact)


def _other_script(base: str, witness: str) -> bool:
    """Names in Latin letters on one side and in another script on the other stand for the same."""
    return base.isascii() != witness.isascii() and max(base + witness) > "\u036f" and _latin(base) != _latin(witness)


def _latin(text: str) -> bool:
    return all(character < "\u0250" for character in text if character.isalpha())


def _abbreviates(short: Phrase, long: Phrase) -> bool:
    if len(short.words) != 1 or len(long.words) < 2:
        return False
    side: Tokens = long.side
    start = long.start + int(long.keys[0] == "the" and short.keys[0] != "the")
    first = next((shown for shown in short.shown if shown[0].isalnum()), "")
    return (
        bool(spelled_out(first, side, start, long.end))
        and start + spelled_out(first, side, start, long.end) == long.end
    )
