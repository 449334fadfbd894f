"""Rules for how something is said: by whom, with which verb, how surely, with what colour, under what name."""

import re

from workbench.comparing.cleanup import opens_sentence
from workbench.comparing.kinds import is_finite, reporting_verbs, token_kind
from workbench.comparing.lemmas import lemma
from workbench.comparing.lexicon import classes, groups, pairs, word_list
from workbench.comparing.numbers import has_number
from workbench.comparing.views import EditView, Phrase
from workbench.model import Label, LabelKind
from workbench.resources import read_toml

_CAVEATS = ("though", "although", "but", "however")
_EVIDENCE = word_list("certainty", "evidence")


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
    if {ours, theirs} <= _HELD_TO_BE and (base_before := edit.base.before(1)) and base_before[0] in _BE:
        return None
    stance = classes("reporting").get(lemma(theirs), "neutral")
    if stance == classes("reporting").get(lemma(ours)):
        meaning = "another verb of the same stance"
    else:
        meaning = read_toml("words/reporting.toml")["sense"][stance]
    return Label(LabelKind.REPORT_VERB, f"{ours} to {theirs}: {meaning}", 0.9)


_BE = frozenset(("was", "were", "is", "are", "been", "be", "being"))
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
    ours, theirs = _subject(base), _subject(witness)
    if not (ours and theirs) or ours == theirs or _is_metonym(base, witness) or '"' in (base.keys + witness.keys):
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
    for key in phrase.after(3):
        if token_kind(key) == "report":
            return True
        if not key[0].isalnum() or key in word_list("function", "conjunctions"):
            return False
    return False


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
    return (
        not (set(base.words) | set(witness.words)) & word_list("naming", "titles")
        and min(len(base.words), len(witness.words)) == 1
    )


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
        and len(words) - verbs[-1] <= 3
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
    return _SOURCE_PHRASES.search(phrase.said) is not None


_LISTED_PHRASES = sorted(text for text in word_list("attribution", "phrases") if " " in text)
_SOURCE_PHRASES = re.compile(rf"(?<!\S)(?:{'|'.join(map(re.escape, _LISTED_PHRASES))})(?!\S)")


def _is_source(phrase: Phrase, subject: list[str]) -> bool:
    """Whether the subject names who said something, by office or by name."""
    words = set(subject)
    listed = words & word_list("attribution", "sources") or words & word_list("naming", "people", "bodies", "titles")
    return bool(listed or phrase.names)


def is_outlet(phrase: Phrase) -> bool:
    """Whether a phrase names a newspaper, agency or station."""
    return bool({name.lower() for name in phrase.names} & word_list("attribution", "outlets"))


def certainty(edit: EditView) -> Label | None:
    """A hedge, bound, booster or modal come, gone or changed."""
    base, witness = edit.sides
    if not edit.two_sided:
        return _lone_hedge(edit)
    ours, theirs = _hedges(base), _hedges(witness)
    if ours == theirs or _equally_strong(ours, theirs):
        return None
    lost, won = sorted(ours - theirs), sorted(theirs - ours)
    if max(len(base), len(witness)) > 12:
        return None
    if lost and won:
        return Label(LabelKind.CERTAINTY, f"'{lost[0]}' to '{won[0]}'", 0.85)
    return Label(LabelKind.CERTAINTY, f"hedge '{(lost or won)[0]}' {'dropped' if lost else 'put in'}", 0.8)


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
        return Label(LabelKind.CERTAINTY, f"condition '{phrase.quote}' {edit.verb}", 0.85)
    if len(words) >= 4 and (words[0] in ("though", "although") or (words[0] in _CAVEATS and set(words) & _EVIDENCE)):
        return Label(LabelKind.CERTAINTY, f"caveat {edit.verb}: {phrase.quote}", 0.75)
    left = [
        word
        for word in words
        if not any(f" {word} " in f" {hedge} " for hedge in found) and word not in word_list("function")
    ]
    if found and not left:
        return Label(LabelKind.CERTAINTY, f"hedge '{phrase.quote}' {edit.verb}", 0.9)
    return None


def _hedges(phrase: Phrase) -> frozenset[str]:
    """The hedges, bounds, boosters and modals of a phrase, the longest where they overlap."""
    listed = certain_phrases()
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


def certain_phrases() -> frozenset[str]:
    """All listed hedges, bounds, approximators, boosters and modals, folded."""
    return _CERTAIN


_CERTAIN = word_list("certainty", "hedges", "bounds", "approximators", "boosters", "modals")


def _is_hedge_here(candidate: str, phrase: Phrase, end: int) -> bool:
    """Some words hedge only before a figure: "some 900", "about 40", "over 60"; "May" is a month."""
    if candidate in ("reported", "confirmed") and _is_predicate(phrase, end):
        return phrase.before(1)[-1:] != [] and phrase.before(1)[0] in _BE and len(phrase.words) == 1
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
        "close to",
        "early",
        "initial",
        "can",
    ):
        return True
    words = [*phrase.words[end:], *phrase.after(2)]
    return (
        bool(words)
        and (has_number(words[0]) or words[0] in ("a", "an", "half") or candidate == "can")
        and candidate not in ("early", "initial")
    )


def _is_predicate(phrase: Phrase, end: int) -> bool:
    """Whether the form in -ed that ends at a word of the phrase is the verb of its clause, not an adjective to a noun."""
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


def loaded(edit: EditView) -> Label | None:
    """An evaluative or emotive word on one side that the other has not."""
    ours, theirs = _loaded_words(edit.base), _loaded_words(edit.witness)
    if all(said_verb(phrase) and len(phrase.words) <= 3 for phrase in edit.sides):
        coloured = word_list("reporting", "coloured")
        ours, theirs = ({word for word in words if lemma(word) in coloured} for words in (ours, theirs))
    lost, won = sorted(ours - theirs), sorted(theirs - ours)
    if not (lost or won) or (lost and won and _are_nouns(lost[0], won[0])):
        return None
    if not edit.two_sided and len(edit.only.words) > 2 and not _strongly(edit.only):
        return None
    if lost and won:
        return Label(LabelKind.LOADED, f"'{lost[0]}' to '{won[0]}'", 0.7)
    word = (lost or won)[0]
    return Label(LabelKind.LOADED, f"'{word}' colours the {'base' if lost else 'witness'}", 0.8)


def _are_nouns(first: str, second: str) -> bool:
    nouns = word_list("loaded", "nouns")
    return first in nouns and second in nouns


def _loaded_words(phrase: Phrase) -> set[str]:
    found = set()
    verbs, others = word_list("loaded", "verbs"), word_list("loaded", "adjectives", "adverbs", "nouns")
    coloured = word_list("reporting", "coloured")
    before = phrase.before(1)[-1] if phrase.before(1) else ""
    for word, base_form in zip(phrase.words, phrase.lemmas, strict=True):
        as_verb = base_form in verbs or base_form in coloured
        if word in others or base_form in others or (as_verb and before not in _BEFORE_NOUN):
            found.add(word)
        before = word
    return found


_BEFORE_NOUN = frozenset(("a", "an", "the", "of", "its", "their", "his", "her", "this", "that"))


def _strongly(phrase: Phrase) -> bool:
    return bool(set(phrase.words) & (word_list("loaded", "adjectives", "adverbs")))


def naming(edit: EditView) -> Label | None:
    """The same actor, group, place or event under another name."""
    base, witness = edit.sides
    if not edit.two_sided:
        return _lone_title(edit)
    if groups("naming").get(base.said, frozenset()) & groups("naming").get(witness.said, frozenset()):
        return Label(LabelKind.NAMING, f"another name for the same: {edit.change}", 0.9)
    if (base.said, witness.said) in pairs("polarity", "antonyms"):
        return None
    ours, theirs = _heads(base), _heads(witness)
    if ours and theirs and (ours != theirs or _content(base) != _content(witness)):
        return Label(LabelKind.NAMING, f"named otherwise: {edit.change}", 0.75)
    if (_is_bare_name(base) or _is_bare_name(witness)) and max(len(base.words), len(witness.words)) <= 5:
        return Label(LabelKind.NAMING, f"a description for the name: {edit.change}", 0.7)
    return None


def _content(phrase: Phrase) -> set[str]:
    return set(phrase.words) - word_list("function")


def _is_bare_name(phrase: Phrase) -> bool:
    return (
        bool(phrase.names)
        and len(phrase.names) == len(phrase.words)
        and not any(token_kind(key) == "date" for key in phrase.words)
    )


def same_thing(edit: EditView) -> bool:
    """Whether both sides are listed as names of one thing: a capital and its country, a body and its nickname."""
    known = groups("naming")
    return bool(known.get(edit.base.said, frozenset()) & known.get(edit.witness.said, frozenset()))


def _heads(phrase: Phrase) -> set[str]:
    """The words of a phrase that name an actor, body or thing of the news, and its proper names."""
    listed = word_list("naming", "people", "bodies", "things")
    heads = {
        word
        for word, base_form in zip(phrase.words, phrase.lemmas, strict=True)
        if word in listed or (base_form in listed and not is_finite(word))
    }
    return heads | {name.lower() for name in phrase.names if token_kind(name.lower()) != "date"}


def _lone_title(edit: EditView) -> Label | None:
    """A title put in or dropped before a name."""
    phrase = edit.only
    after = phrase.side.shown(phrase.end) if phrase.end < len(phrase.side) else ""
    if not phrase.words or not after[:1].isupper() or opens_sentence(phrase.side, phrase.end):
        return None
    titles = word_list("naming", "titles")
    if phrase.words[0] in titles or " ".join(phrase.words[:2]) in titles:
        return Label(LabelKind.NAMING, f"title '{phrase.quote}' {edit.verb}", 0.85)
    return None
