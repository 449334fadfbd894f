"""What a word is to the reading of attribution: determiner, preposition, verb, name."""

from collections.abc import Callable

from workbench.comparing.kinds import is_finite
from workbench.framing.lines import Line
from workbench.framing.lists import is_noun_form, listed, saying_lemma


def _in(table: str, name: str) -> Callable[[str], bool]:
    return lambda key: key in listed(table, name)


is_determiner = _in("words", "determiners")


is_inner_preposition = _in("words", "inner_prepositions")


is_preposition = _in("words", "prepositions")


is_conjunction = _in("words", "conjunctions")


is_pronoun = _in("words", "pronouns")


is_auxiliary = _in("words", "auxiliaries")


is_time = _in("words", "times")


def is_possessive(key: str) -> bool:
    """Whether a folded word is a possessive: "ministry's"."""
    return key.endswith("'s") and key not in ("it's", "he's", "she's", "that's", "there's", "who's")


def is_participle(key: str) -> bool:
    """Whether a folded word can be a participle after its noun: "published", "seen", "working"."""
    return key.endswith(("ed", "en")) or key in _PARTICIPLES


_PARTICIPLES = frozenset(
    (
        "held",
        "sent",
        "made",
        "led",
        "run",
        "shown",
        "known",
        "kept",
        "drawn",
        "obtained",
        "speaking",
        "working",
        "living",
        "acting",
    )
)


def is_reduced(line: Line, index: int) -> bool:
    """Whether a participle here describes the noun before it: "a study published in", "a source quoted by"."""
    key = line.key(index)
    return is_participle(key) and line.key(index + 1) in ("by", "in", "at", "to", "with", "on", "for", "from", "as")


def is_verb(line: Line, index: int) -> bool:
    """Whether a token reads as a finite verb."""
    key = line.key(index)
    if is_auxiliary(key) and key not in {"may", "will"}:
        return True
    if line.key(index + 1) in ("tank", "tanks"):
        return False
    if not key.isalpha() or is_noun_form(key):
        return key in ("may", "will") and not line.shown(index)[0].isupper()
    if line.shown(index)[0].isupper() and index:
        return False
    if key.endswith("ed") and (not index or is_determiner(line.key(index - 1)) or is_possessive(line.key(index - 1))):
        return False  # "unnamed traders", "a retired officer"
    return is_finite(key) or (bool(saying_lemma(key)) and key.endswith(("ed", "s", "d")) and not key.endswith("ers"))


def is_name(line: Line, first: int, stop: int) -> bool:
    """Whether tokens are all of a proper name."""
    shown = [line.shown(at) for at in range(first, stop) if line.is_word(at)]
    return bool(shown) and all(
        word[0].isupper() or word in ("de", "van", "von", "al", "bin", "der", "la", "el", "del", "di") for word in shown
    )


def is_known(key: str) -> bool:
    """Whether a folded word is a common name for a source."""
    return any(key in listed("sources", name) for name in ("persons", "organisations", "documents", "outlet_heads"))


def can_speak(line: Line, first: int, end: int) -> bool:
    """Whether a noun has a word in it that can be a source at all."""
    keys = [line.key(at) for at in range(first, end)]
    if not any(key[0].isalnum() for key in keys):
        return False
    if all(is_determiner(key) or is_time(key) or is_preposition(key) or key in ("as", "and", "there") for key in keys):
        return keys in (["many"], ["some"], ["several"], ["both"], ["one"], ["others"], ["most"])
    return next(key for key in reversed(keys) if key not in ('"', "'"))[0].isalnum()
