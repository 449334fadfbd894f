"""A verb of saying with its auxiliaries."""

from workbench.framing.lines import Line
from workbench.framing.lists import is_adverb, listed
from workbench.framing.wordclasses import is_auxiliary


def verb_group(line: Line, at: int) -> int | None:
    """Where the verb begins with its auxiliaries; None where it is passive, negated, or an infinitive of no source."""
    first = at
    while (
        first > 0
        and line.quoted[first - 1] == line.quoted[at]
        and (
            is_auxiliary(line.key(first - 1))
            or is_adverb(line.key(first - 1))
            or line.key(first - 1) in ("not", "never")
        )
    ):
        first -= 1
    keys = line.keys[first:at]
    if any(key in listed("words", "negations") or key.endswith("n't") for key in keys):
        return None
    if any(key in listed("words", "being") for key in keys) and not line.key(at).endswith("ing"):
        return None
    if line.key(first - 1) == "to":
        return _catenative(line, first - 1)
    return None if any(key == "cannot" for key in keys) else first


def _catenative(line: Line, to: int) -> int | None:
    place = to
    while place > 0 and line.key(place - 1) in listed("verbs", "catenative"):
        place -= 1
    if place == to or line.key(to - 1) in ("wants", "wanted", "expected"):
        return None
    while place > 0 and (is_auxiliary(line.key(place - 1)) or is_adverb(line.key(place - 1))):
        place -= 1
    if any(key in listed("words", "negations") or key.endswith("n't") for key in line.keys[place:to]):
        return None
    return place
