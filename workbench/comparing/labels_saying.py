"""Rules for who says it and with which verb: verbs of saying and thinking, sources."""

import re

from workbench.comparing.kinds import reporting_verbs, token_kind
from workbench.comparing.lemmas import lemma
from workbench.comparing.lexicon import by_lexicon, classes, word_list
from workbench.comparing.views import EditView, Phrase
from workbench.model import Label, LabelKind
from workbench.resources import read_toml

TO_BE = frozenset(("was", "were", "is", "are", "been", "be", "being"))
"""Forms of "be", which make a passive of what follows."""


def said_verb(phrase: Phrase) -> str:
    """The verb of saying that a phrase holds, as folded there; empty when it holds none or more than one."""
    if len(phrase.words) == 1 and lemma(phrase.words[0]) in reporting_verbs():
        return phrase.words[0]
    return next((key for key in phrase.words if token_kind(key) == "report"), "")


def said_verb_lemma(phrase: Phrase) -> str:
    """The dictionary form of the verb of saying that a phrase holds; empty without one."""
    return lemma(said_verb(phrase)) if said_verb(phrase) else ""


def report_verb(edit: EditView) -> Label | None:
    """Another verb of saying or thinking."""
    if not edit.two_sided:
        return None
    ours, theirs = (said_verb(phrase) for phrase in edit.sides)
    if not (ours and theirs) or lemma(ours) == lemma(theirs):
        return None
    if len({*edit.base.words, *edit.witness.words} & _PLANNED) == 2:
        return None
    if {ours, theirs} <= _HELD_TO_BE and (base_before := edit.base.before(1)) and base_before[0] in TO_BE:
        return None
    stance = classes("reporting").get(lemma(theirs), "neutral")
    if stance == classes("reporting").get(lemma(ours)):
        meaning = "another verb of the same stance"
    else:
        meaning = read_toml("words/reporting.toml")["sense"][stance]
    return Label(LabelKind.REPORT_VERB, f"{ours} to {theirs}: {meaning}", 0.9)


_PLANNED = frozenset(("considering", "planning", "considered", "planned"))
_HELD_TO_BE = frozenset(
    ("confirmed", "suspected", "alleged", "reported", "believed", "thought", "feared", "presumed", "expected")
)
"""Said of a thing in the passive, these tell how sure it is rather than who said it."""


def attribution(edit: EditView) -> Label | None:
    """Another source, or a source come or gone."""
    base, witness = edit.sides
    if not edit.two_sided:
        return _lone_source(edit)
    if any(_brings_source(phrase) for phrase in edit.sides):
        return Label(LabelKind.ATTRIBUTION, f"another source: {edit.change}", 0.85)
    if {base.said, witness.said} <= word_list("names", "portfolios"):
        return None
    ours, theirs = _subject(base), _subject(witness)
    if is_outlet(base) and is_outlet(witness) and base.lemmas != witness.lemmas and all(map(_is_cited, edit.sides)):
        return Label(LabelKind.ATTRIBUTION, f"another source: {edit.change}", 0.85)
    if not (ours and theirs) or ours == theirs or _is_metonym(base, witness) or '"' in (base.keys + witness.keys):
        return None
    if _names_the_person(base, theirs) or _names_the_person(witness, ours):
        return None
    if all(set(side) & word_list("naming", "companies") for side in (ours, theirs)):
        return None
    if _is_source(base, ours) and _is_source(witness, theirs):
        return Label(LabelKind.ATTRIBUTION, f"another source: {edit.change}", 0.85)
    return None


def _subject(phrase: Phrase) -> list[str]:
    """The words of a phrase that name who says something: those before its verb of saying, or all where one follows."""
    verbs = [index for index, word in enumerate(phrase.words) if token_kind(word) == "report"]
    if verbs:
        return phrase.words[: verbs[0]]
    return phrase.words if _says_next(phrase) or _cited_before(phrase) else []


def _says_next(phrase: Phrase) -> bool:
    is_source = bool(phrase.words) and phrase.words[-1] in word_list("attribution", "sources")
    is_source = is_source or bool(set(phrase.words) & word_list("attribution", "sources"))
    if is_source and any(lemma(key) in reporting_verbs() and key not in _NOUNS for key in phrase.after(1)):
        return True  # "campaigners demand", which is no noun here
    for key in phrase.after(3):
        if token_kind(key) == "report":
            return True
        if not key[0].isalnum() or key in word_list("function", "conjunctions"):
            return False
    return False


_NOUNS = frozenset(
    (
        "claims",
        "reports",
        "orders",
        "demands",
        "calls",
        "ruling",
        "report",
        "order",
        "call",
        "demand",
        "finding",
        "offer",
    )
)
"""After a noun these are nouns: "police reports", "union demands"."""


def _cited_before(phrase: Phrase) -> bool:
    before = phrase.before(3)
    return (
        before[-2:] == ["according", "to"]
        or before[-3:-1] == ["according", "to"]
        or before[-1:] in (["citing"], ["quoting"])
    )


def _is_metonym(base: Phrase, witness: Phrase) -> bool:
    """A capital for its country, a country for its officials: names on both sides, no outlet or title among them."""
    if is_outlet(base) or is_outlet(witness) or not (base.names and witness.names):
        return False
    if any(_is_body(phrase) for phrase in (base, witness)):
        return False
    return (
        not (set(base.words) | set(witness.words)) & word_list("naming", "titles")
        and min(len(base.words), len(witness.words)) == 1
    )


def _is_cited(outlet: Phrase) -> bool:
    """Whether an outlet stands as the source of a report or as the one who was told."""
    works = word_list("attribution", "works")
    return bool(set(outlet.after(2)) & works) or "told" in outlet.before(2) or _says_next(outlet)


def _names_the_person(named: Phrase, described: list[str]) -> bool:
    """Whether one side has a bare name and the other "the" and one person by office: the same person, by all signs."""
    bare = bool(named.names) and len(named.names) == len(named.words) and not is_outlet(named)
    return bare and described[:1] == ["the"] and described[-1] in word_list("naming", "persons", "companies")


def _is_body(phrase: Phrase) -> bool:
    """Whether a phrase names an office by its initials or by a word such as "Department"."""
    initials = any(shown.isupper() and 3 <= len(shown) <= 5 for shown in phrase.shown)
    return initials or bool(set(phrase.words) & {"department", "ministry", "agency", "office", "bureau", "authority"})


def _lone_source(edit: EditView) -> Label | None:
    phrase = edit.only
    words = phrase.words
    if not words:
        return None
    if any(
        phrase.said.startswith(start)
        for start in ("according to", "as reported by", "it is understood", "it was reported")
    ):
        return Label(LabelKind.ATTRIBUTION, f"source {edit.verb}: {phrase.quote}", 0.85)
    if words[0] in ("citing", "quoting") and set(words) & word_list("attribution", "sources"):
        return Label(LabelKind.ATTRIBUTION, f"source {edit.verb}: {phrase.quote}", 0.8)
    clause = phrase.keys[0] == "," or phrase.keys[-1] == ","
    verbs = [index for index, word in enumerate(words) if token_kind(word) == "report" and not word.endswith("ing")]
    relative = set(words) & _NO_SOURCE or set(words[:2]) & word_list("attribution", "appositions")
    if (
        clause
        and verbs
        and verbs[-1] > 0
        and len(words) - verbs[-1] <= (8 if words[verbs[-1]] == "told" else 3)
        and not relative
        and len(words) >= 2
        and _source_subject(phrase, verbs[-1])
    ):
        return Label(LabelKind.ATTRIBUTION, f"source {edit.verb}: {phrase.quote}", 0.85)
    return None


_NO_SOURCE = frozenset(("which", "who", "that", "though", "although", "despite", "but"))


def _source_subject(phrase: Phrase, verb: int) -> bool:
    subject = phrase.words[:verb]
    return (
        bool(set(subject) & word_list("attribution", "sources"))
        or bool(phrase.names)
        or subject[-1] in ("it", "he", "she", "they")
    )


def _brings_source(phrase: Phrase) -> bool:
    """Whether a phrase is a recast clause that brings in a source: "it was reported", "according to", "reports say"."""
    return _source_phrases().search(phrase.said) is not None


@by_lexicon(maxsize=1)
def _source_phrases() -> re.Pattern[str]:
    """The listed phrases of several words, as one pattern."""
    listed = sorted(text for text in word_list("attribution", "phrases") if " " in text)
    return re.compile(rf"(?<!\S)(?:{'|'.join(map(re.escape, listed))})(?!\S)")


def _is_source(phrase: Phrase, subject: list[str]) -> bool:
    """Whether the subject names who said something, by office or by name."""
    words = set(subject)
    listed = words & word_list("attribution", "sources") or words & word_list("naming", "bodies", "titles")
    several = any(word.endswith("s") and word in word_list("naming", "people") for word in subject)
    return bool(listed or several or phrase.names)


def is_outlet(phrase: Phrase) -> bool:
    """Whether a phrase names a newspaper, agency or station."""
    return bool({name.lower() for name in phrase.names} & word_list("attribution", "outlets"))
