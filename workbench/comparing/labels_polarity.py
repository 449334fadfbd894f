"""Rules for polarity: what was denied is said, or what was said is denied."""

from workbench.comparing.lexicon import word_list
from workbench.comparing.numbers import has_number
from workbench.comparing.opposites import opposite
from workbench.comparing.views import EditView, Phrase
from workbench.model import Label, LabelKind


def negation(edit: EditView) -> Label | None:
    """Polarity turned round: a negator come or gone, or an antonym."""
    base, witness = edit.sides
    if not edit.two_sided:
        return _lone_negator(edit)
    opposite = _opposites(base, witness)
    if opposite:
        return Label(LabelKind.NEGATION, f"{opposite[0]} to {opposite[1]}: the opposite", 0.9)
    ours, theirs = (_negators(phrase) or _refusals(phrase) for phrase in edit.sides)
    if (len(ours) % 2) != (len(theirs) % 2) and _shares_lemma(base, witness):
        return Label(LabelKind.NEGATION, f"“{(ours or theirs)[0]}” {'dropped' if ours else 'put in'}", 0.9)
    return None


def _lone_negator(edit: EditView) -> Label | None:
    phrase = edit.only
    negators = [key for key in _negators(phrase) if key != "without"]
    if not negators or len(phrase.words) > 2:
        return None
    return Label(LabelKind.NEGATION, f"“{phrase.quote}” {edit.verb}", 0.95)


def _negators(phrase: Phrase) -> list[str]:
    if phrase.has("no longer"):
        return ["no longer"]
    listed = word_list("polarity", "negators")
    return [key for key in phrase.words if key in listed]


def _refusals(phrase: Phrase) -> list[str]:
    """What denies the verb after it: "failed to", "refused to"."""
    pairs_of_words = zip(phrase.lemmas, phrase.words[1:], strict=False)
    return [word for word, after in pairs_of_words if word in _REFUSING and after == "to" and len(phrase.words) > 2]


_REFUSING = frozenset(("fail", "refuse", "decline", "unable", "neglect", "omit"))


def _opposites(base: Phrase, witness: Phrase) -> tuple[str, str] | None:
    """The first pair of antonyms that the two sides hold, if neither holds both."""
    if max(len(base.words), len(witness.words)) > 5:
        return None
    ours = [
        *zip(base.lemmas, base.words, strict=True),
        *zip(base.words, base.words, strict=True),
        (base.said, base.said),
        *_particle_verbs(base),
    ]
    theirs = [
        *zip(witness.lemmas, witness.words, strict=True),
        *zip(witness.words, witness.words, strict=True),
        (witness.said, witness.said),
        *_particle_verbs(witness),
    ]
    if _is_bound(base) and _is_bound(witness):
        return None
    for x, shown_x in ours:
        for y, shown_y in theirs:
            if opposite(x, y):
                return shown_x, shown_y
    return None


def _particle_verbs(phrase: Phrase) -> list[tuple[str, str]]:
    """The verbs of two words of a phrase, by their dictionary form and as they stand: "turn down", "turned down"."""
    following = zip(phrase.lemmas, phrase.words, phrase.words[1:], strict=False)
    return [(f"{verb} {particle}", f"{word} {particle}") for verb, word, particle in following]


def _is_bound(phrase: Phrase) -> bool:
    """Whether a phrase bounds the figure it holds or stands before: "at least", "more than 40"."""
    bounds = word_list("certainty", "bounds")
    counted = any(has_number(key) for key in [*phrase.words, *phrase.after(2)])
    return counted and any(phrase.has(bound) for bound in bounds)


def _shares_lemma(base: Phrase, witness: Phrase) -> bool:
    """Whether what is denied on one side stands on the other, or the negator is all that differs."""
    ours, theirs = set(base.lemmas) - word_list("function"), set(witness.lemmas) - word_list("function")
    return bool(ours & theirs) or len(ours) <= 1 >= len(theirs)
