"""Rules for how surely it is said: hedges, bounds, boosters, modals."""

from workbench.comparing.cleanup import opens_sentence
from workbench.comparing.labels_saying import TO_BE, said_verb
from workbench.comparing.lexicon import groups, word_list
from workbench.comparing.numbers import has_number
from workbench.comparing.views import EditView, Phrase
from workbench.model import Label, LabelKind

_CAVEATS = ("though", "although", "but", "however")
_EVIDENCE = word_list("certainty", "evidence")


def certainty(edit: EditView) -> Label | None:
    """A hedge, bound, booster or modal come, gone or changed."""
    base, witness = edit.sides
    if not edit.two_sided:
        return _lone_hedge(edit)
    if base.before(1) == witness.before(1) == ["as"] and {base.said, witness.said} in _AS_MANY:
        return Label(LabelKind.CERTAINTY, f"bound turned: {edit.change}", 0.85)
    ours, theirs = _hedges(base), _hedges(witness)
    if not (ours and theirs):
        ours, theirs = ours - _CAUSES, theirs - _CAUSES
    if ours == theirs or _equally_strong(ours, theirs):
        return None
    if (ours ^ theirs) == {"will"} and any(_is_planned(phrase) for phrase in edit.sides):
        return None
    lost, won = sorted(ours - theirs), sorted(theirs - ours)
    if max(len(base), len(witness)) > 12:
        return None
    if lost and won:
        return Label(LabelKind.CERTAINTY, f"“{lost[0]}” to “{won[0]}”", 0.85)
    return Label(LabelKind.CERTAINTY, f"hedge “{(lost or won)[0]}” {'dropped' if lost else 'put in'}", 0.8)


def _is_planned(phrase: Phrase) -> bool:
    """Whether a phrase is in the present progressive, which says of the future what "will" does: "is sacking"."""
    following = zip(phrase.words, phrase.words[1:], strict=False)
    return any(word in ("is", "are", "am") and after.endswith("ing") for word, after in following)


def hedges_with_verb(edit: EditView) -> bool:
    """Whether a listed hedge of several words takes in the verb of saying: "had decided", "was considering"."""
    verbs = {said_verb(phrase) for phrase in edit.sides}
    hedges = {word for phrase in edit.sides for hedge in _hedges(phrase) if " " in hedge for word in hedge.split()}
    return bool(verbs & hedges)


def _lone_hedge(edit: EditView) -> Label | None:
    phrase = edit.only
    words = phrase.words
    found = _hedges(phrase)
    if words and words[0] in ("if", "unless", "assuming") and len(words) <= 5:
        return Label(LabelKind.CERTAINTY, f"condition “{phrase.quote}” {edit.verb}", 0.85)
    if len(words) >= 4 and words[0] in _CAVEATS and set(words) & _EVIDENCE:
        return Label(LabelKind.CERTAINTY, f"caveat {edit.verb}: {phrase.quote}", 0.75)
    left = [
        word
        for word in words
        if not any(f" {word} " in f" {hedge} " for hedge in found) and word not in word_list("function")
    ]
    if found and not left:
        return Label(LabelKind.CERTAINTY, f"hedge “{phrase.quote}” {edit.verb}", 0.9)
    return None


def _hedges(phrase: Phrase) -> frozenset[str]:
    """The hedges, bounds, boosters and modals of a phrase, the longest where they overlap."""
    listed = _CERTAIN
    found: list[str] = []
    words = phrase.words
    index = 0
    while index < len(words):
        for length in (4, 3, 2, 1):
            candidate = " ".join(words[index : index + length])
            if (
                index + length <= len(words)
                and candidate in listed
                and _is_hedge_here(candidate, phrase, index + length)
            ):
                found.append(candidate)
                index += length - 1
                break
        index += 1
    return frozenset(found)


_AS_MANY = ({"much", "little"}, {"many", "few"})
_TIME_UNITS = word_list("time", "units")
_CAUSES = word_list("certainty", "causes")
_CERTAIN = word_list("certainty", "hedges", "bounds", "approximators", "boosters", "modals", "causes", "charges")


def _is_hedge_here(candidate: str, phrase: Phrase, end: int) -> bool:
    """Some words hedge only before a figure: "some 900", "about 40", "over 60"; "May" is a month."""
    if candidate in ("reported", "confirmed") and _is_predicate(phrase, end):
        return phrase.before(1)[-1:] != [] and phrase.before(1)[0] in TO_BE and len(phrase.words) == 1
    if candidate == "may" and "May" in phrase.shown and not opens_sentence(phrase.side, phrase.start):
        return False
    if candidate not in (
        "some",
        "about",
        "around",
        "over",
        "under",
        "just",
        "only",
        "merely",
        "close to",
        "early",
        "initial",
        "can",
    ):
        return True
    words = [*phrase.words[end:], *phrase.after(2)]
    if candidate in ("over", "under") and words[1:] and words[0] in ("a", "an") and words[1] in _TIME_UNITS:
        return False
    return (
        bool(words)
        and (has_number(words[0]) or words[0] in ("a", "an", "half") or candidate == "can")
        and candidate not in ("early", "initial")
    )


def _is_predicate(phrase: Phrase, end: int) -> bool:
    """Whether the form in -ed before the word `end` is the verb of its clause, not an adjective to a noun."""
    words = [*phrase.words[end:], *phrase.after(1)]
    before = [*phrase.before(1), *phrase.words[: end - 1]]
    return (
        not words
        or words[0] in word_list("function")
        or not words[0][0].isalnum()
        or before[-1:] not in (["a"], ["the"])
    )


def _equally_strong(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    strength = groups("certainty")
    return len(ours) == len(theirs) == 1 and bool(
        strength.get(next(iter(ours)), frozenset()) & strength.get(next(iter(theirs)), frozenset())
    )
