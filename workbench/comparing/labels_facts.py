"""Rules for what can be checked: numbers, dates, names, negation."""

import re

from workbench.comparing.kinds import token_kind
from workbench.comparing.lemmas import lemmas
from workbench.comparing.lexicon import word_list
from workbench.comparing.numbers import has_number, is_vague, quantities, same_quantity
from workbench.comparing.opposites import opposite
from workbench.comparing.variants import is_demonym, same_name
from workbench.comparing.views import EditView, Phrase
from workbench.model import Label, LabelKind

_FEW = 3
"""A phrase put in or dropped of more tokens than this is content, whatever it holds."""


def number_or_date(edit: EditView) -> Label | None:
    """A figure, quantity, rank or age that changed; or, where it counts time, a date or duration."""
    base, witness = edit.sides
    if not edit.two_sided:
        return None
    ours, theirs = _figures(base), _figures(witness)
    if lemmas(ours) == lemmas(theirs) or _same_values(base, witness) or not (ours or theirs):
        return None
    if any(_is_age(phrase) for phrase in edit.sides) and not (ours and theirs):
        return None
    if not (ours and theirs) and (not _leads(base if ours else witness) or _is_age(base if ours else witness)):
        return None
    if _counts_time(base) or _counts_time(witness):
        if not (ours and theirs) and max(len(base), len(witness)) > _FEW:
            return None
        return Label(LabelKind.DATE, edit.change, 0.9)
    strong = bool(ours and theirs)
    return Label(LabelKind.NUMBER, edit.change, 0.95 if strong else 0.7)


def _figures(phrase: Phrase) -> list[str]:
    """The numbers and vague quantities of a phrase; of a compound the number only, so that "nine-game" is "nine"."""
    following = [*phrase.keys[1:], *phrase.after(1), ""]
    found = [
        key
        for key, after in zip(phrase.keys, following, strict=False)
        if has_number(key) or (is_vague(key) and key not in ("only", "any", "either") and not _bounds(key, after))
    ]
    return [
        next((part for part in key.split("-") if has_number(part)), key) if key[0].isalpha() else key for key in found
    ]


def _bounds(key: str, after: str) -> bool:
    """Whether a vague word is no quantity of its own but stands before a figure: "some 60", "most 40"."""
    return key in ("some", "most") and has_number(after)


def _is_age(phrase: Phrase) -> bool:
    """Whether a phrase is an age that stands for a person: "the 17-year-old"."""
    return any(word.endswith(("-old", "-olds")) for word in phrase.words)


def _leads(phrase: Phrase) -> bool:
    """Whether a quantity that the other side lacks stands where a phrase counts something: at its head."""
    head = [key for key in phrase.words if key not in ("the", "a", "an", "of")][:2]
    return any((has_number(key) or is_vague(key)) and key not in _RANKS for key in head)


_RANKS = (
    word_list("numbers", "ordinal")
    | {
        "largest",
        "biggest",
        "smallest",
        "highest",
        "lowest",
    }
    | {"one", "another", "single", "sole", "only", "both", "any"}
)


def _same_values(base: Phrase, witness: Phrase) -> bool:
    ours, theirs = quantities(base.words), quantities(witness.words)
    plain = not any(is_vague(key) and not has_number(key) for key in base.words + witness.words)
    return bool(ours) and plain and len(ours) == len(theirs) and all(map(same_quantity, ours, theirs))


def _counts_time(phrase: Phrase) -> bool:
    """Whether the figure of a phrase is a clock time, a year, a day of a month, or counts units of time."""
    keys = phrase.keys
    after = phrase.after(3)
    last = keys[-1] if keys else ""
    if any(_is_time_compound(key) or _CLOCK.fullmatch(key) for key in keys):
        return True
    if any(key.count(":") >= 1 and key.replace(":", "").replace(".", "").isdigit() for key in keys):
        return True
    if len(keys) > 1 and keys[-1] in ("half", "quarter") and keys[-2] in word_list("numbers", "ordinal"):
        return True
    if any(_is_year(key) for key in keys) and not (after and after[0] in word_list("numbers", "units")):
        return True
    months = word_list("time", "months")
    if any(key in months for key in [*phrase.before(1), *after[:1]]) and has_number(last) and not set(keys) & months:
        return True
    units = word_list("time", "units") - ({"second"} if after[:1] != ["of"] else {"second", "quarter", "quarters"})
    straight = word_list("time", "straight")
    if any(key in units for key in keys[1:] if has_number(keys[0]) or len(keys) > 1) and any(
        has_number(key) for key in keys
    ):
        return True
    if after and (after[0] in units or after[0] in ("a.m.", "p.m.", "am", "pm", "o'clock")) and has_number(last):
        return after[0] not in ("season", "seasons") or last != "one"
    return len(after) > 1 and after[0] in straight and after[1] in units


_CLOCK = re.compile(r"\d{1,2}(?:[.:]\d\d)?[ap]m")


def _is_year(key: str) -> bool:
    return len(key) == 4 and key.isdecimal() and 1500 <= int(key) <= 2100


def date(edit: EditView) -> Label | None:
    """A weekday, month, time of day or duration that changed."""
    base, witness = edit.sides
    if not edit.two_sided:
        return None
    ours, theirs = _time_words(base), _time_words(witness)
    if ours == theirs or not (ours or theirs):
        return None
    if not (ours and theirs) and max(len(base), len(witness)) > _FEW:
        return None
    return Label(LabelKind.DATE, edit.change, 0.9 if ours and theirs else 0.6)


def _time_words(phrase: Phrase) -> list[str]:
    calendar = word_list("time", "weekdays", "months", "day_parts", "seasons", "units", "relative")
    return [
        key
        for key, shown in zip(phrase.keys, phrase.shown, strict=True)
        if (
            key in calendar
            and key != "second"
            and not (key in ("quarter", "quarters") and phrase.after(1) == ["of"])
            and (shown[0].isupper() or key not in ("may", "march", "sun", "sat", "mar"))
        )
        or _is_time_compound(key)
    ]


def _is_time_compound(key: str) -> bool:
    parts = key.split("-")
    return len(parts) == 2 and has_number(parts[0]) and parts[1] in word_list("time", "compound_units")


def name(edit: EditView) -> Label | None:
    """Another entity, or a proper name added or dropped inside an aligned phrase."""
    base, witness = edit.sides
    if not edit.two_sided:
        return _lone_name(edit)
    if any(phrase.words[:1] == ["the"] and phrase.words[-1] in _DEMONYMS for phrase in edit.sides):
        return None
    ours, theirs = (_proper(phrase) for phrase in edit.sides)
    if base.said != witness.said and {base.said, witness.said} <= word_list("names", "positions"):
        return Label(LabelKind.NAME, f"another place or house: {edit.change}", 0.85)
    if {base.said, witness.said} <= word_list("names", "portfolios") and _in_office(base) and _in_office(witness):
        return Label(LabelKind.NAME, f"another office: {edit.change}", 0.8)
    if not (ours and theirs):
        return None
    if set(ours) & set(theirs) or any(same_name(x, y) or _same_country(x, y) for x in ours for y in theirs):
        return None
    if len(base) == len(witness) == 1 or (len(ours) == len(_content(base)) and len(theirs) == len(_content(witness))):
        return Label(LabelKind.NAME, f"another name: {edit.change}", 0.85)
    return None


_DEMONYMS = word_list("naming", "demonyms")


def _same_country(x: str, y: str) -> bool:
    return is_demonym(*sorted((x.removesuffix("'s"), y.removesuffix("'s")), key=len))


def _in_office(phrase: Phrase) -> bool:
    return bool(set(phrase.after(1)) & word_list("names", "offices"))


def name_in_office(edit: EditView) -> Label | None:
    """A person's name that came or went while the office stayed."""
    base, witness = edit.sides
    ours, theirs = set(base.said.split()) - {"a", "the"}, set(witness.said.split()) - {"a", "the"}
    if not (ours < theirs or theirs < ours):
        return None
    named = witness if ours < theirs else base
    if ours ^ theirs <= {shown.lower() for shown in named.names}:
        return Label(LabelKind.NAME, f"name {'put in' if ours < theirs else 'dropped'} beside the office", 0.8)
    return None


def _lone_name(edit: EditView) -> Label | None:
    """A name alone put in or dropped beside the name or noun it belongs to."""
    phrase = edit.only
    names = _proper(phrase)
    if not names or len(names) < len(phrase.words) or len(phrase) > _FEW:
        return None
    return Label(LabelKind.NAME, f"name '{phrase.quote}' {edit.verb}", 0.8)


def _proper(phrase: Phrase) -> list[str]:
    """The names of a phrase, folded, without words of the calendar and titles."""
    left_out = word_list("time") | word_list("naming", "titles")
    return [
        shown.lower() for shown in phrase.names if shown.lower() not in left_out and token_kind(shown.lower()) != "date"
    ]


def _content(phrase: Phrase) -> list[str]:
    return [
        key
        for key, shown in zip(phrase.keys, phrase.shown, strict=True)
        if key in phrase.words and (key not in word_list("function") or (shown.isupper() and len(shown) > 1))
    ]


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
        return Label(LabelKind.NEGATION, f"'{(ours or theirs)[0]}' {'dropped' if ours else 'put in'}", 0.9)
    return None


def _lone_negator(edit: EditView) -> Label | None:
    phrase = edit.only
    negators = [key for key in _negators(phrase) if key != "without"]
    if not negators or len(phrase.words) > 2:
        return None
    return Label(LabelKind.NEGATION, f"'{phrase.quote}' {edit.verb}", 0.95)


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
