"""Rules for what can be checked: numbers, dates, names."""

import re

from workbench.comparing.kinds import token_kind
from workbench.comparing.lemmas import lemmas
from workbench.comparing.lexicon import word_list
from workbench.comparing.numbers import has_number, is_vague, quantities, same_quantity
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
        if (has_number(key) and not _is_calendar(key, phrase, after))
        or (is_vague(key) and key not in ("only", "any", "either") and not _bounds(key, after))
    ]
    return [
        next((part for part in key.split("-") if has_number(part)), key) if key[0].isalpha() else key for key in found
    ]


def _is_calendar(key: str, phrase: Phrase, after: str) -> bool:
    """Whether "quarter" is three months and not a fourth: alone after an article."""
    return key == "quarter" and len(phrase) == 1 and phrase.before(1) == ["the"] and after != "of"


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
    return Label(LabelKind.NAME, f"name “{phrase.quote}” {edit.verb}", 0.8)


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
