"""Rules for the colour and the name that things are given: loaded words, other names for the same."""

import re
from collections.abc import Set as AbstractSet

from workbench.comparing.cleanup import opens_sentence
from workbench.comparing.kinds import is_finite, token_kind
from workbench.comparing.labels_saying import said_verb
from workbench.comparing.lemmas import lemma
from workbench.comparing.lexicon import by_lexicon, groups, word_list
from workbench.comparing.numbers import has_number
from workbench.comparing.opposites import opposite
from workbench.comparing.views import EditView, Phrase
from workbench.model import Label, LabelKind

PASSAGE = 15
"""In a phrase of more words than this, one coloured word is no reason to call the whole edit so."""


def loaded(edit: EditView) -> Label | None:
    """An evaluative or emotive word on one side that the other has not."""
    ours, theirs = _loaded_words(edit.base), _loaded_words(edit.witness)
    if all(said_verb(phrase) and len(phrase.words) <= 3 for phrase in edit.sides):
        coloured = word_list("reporting", "coloured")
        ours, theirs = ({word for word in words if lemma(word) in coloured} for words in (ours, theirs))
    lost, won = sorted(ours - theirs), sorted(theirs - ours)
    if not (lost or won) or (lost and won and _are_nouns(lost[0], won[0])):
        return None
    if max(len(edit.base.words), len(edit.witness.words)) > PASSAGE:
        return None
    if not edit.two_sided and len(edit.only.words) > 2 and not _strongly(edit.only):
        return None
    if lost and won:
        return Label(LabelKind.LOADED, f"“{lost[0]}” to “{won[0]}”", 0.7)
    word = (lost or won)[0]
    return Label(LabelKind.LOADED, f"“{word}” colours the {'base' if lost else 'witness'}", 0.8)


def _are_nouns(first: str, second: str) -> bool:
    nouns = word_list("loaded", "nouns")
    return first in nouns and second in nouns


def _loaded_words(phrase: Phrase) -> set[str]:
    found = set()
    names = {shown.lower() for shown in phrase.names}
    before = "".join(phrase.before(1))
    for word in phrase.words:
        if word in names:
            continue
        colour = _colour(word)
        if colour and (colour == "always" or before not in _BEFORE_NOUN):
            found.add(word)
        before = word
    found.update(pair for pair in phrase.pairs if pair in _listed_colours())
    return found


@by_lexicon(maxsize=1)
def _listed_colours() -> AbstractSet[str]:
    return word_list("loaded", "adjectives", "adverbs", "nouns")


@by_lexicon(maxsize=50_000)
def _colour(word: str) -> str:
    """Whether a folded word is loaded: "always", or as a "verb" only; empty when it is not."""
    base_form, tail = lemma(word), word.rpartition("-")[2] if "-" in word else word
    if word in _listed_colours() or base_form in _listed_colours() or tail in _NOUNS:
        return "always"
    as_verb = base_form in word_list("loaded", "verbs") or base_form in word_list("reporting", "coloured")
    return "verb" if as_verb and (word != base_form or word not in _THINGS) else ""


_THINGS = word_list("naming", "things")
_NOUNS = word_list("loaded", "nouns")
_BEFORE_NOUN = frozenset(("a", "an", "the", "of", "its", "their", "his", "her", "this", "that"))


def _strongly(phrase: Phrase) -> bool:
    return bool(set(phrase.words) & (word_list("loaded", "adjectives", "adverbs")))


def naming(edit: EditView) -> Label | None:
    """The same actor, group, place or event under another name."""
    base, witness = edit.sides
    if not edit.two_sided:
        return _lone_title(edit)
    if same_thing(edit):
        return Label(LabelKind.NAMING, f"another name for the same: {edit.change}", 0.9)
    if opposite(base.said, witness.said):
        return None
    ours, theirs = _heads(base), _heads(witness)
    ages = [phrase.said.endswith(("-year-old", "-year-olds")) for phrase in edit.sides]
    if ages in ([True, False], [False, True]) and (theirs if ages[0] else ours):
        return Label(LabelKind.NAMING, f"named otherwise: {edit.change}", 0.75)
    if ours and theirs and (ours != theirs or _content(base) != _content(witness)):
        return Label(LabelKind.NAMING, f"named otherwise: {edit.change}", 0.75)
    if bool(ours) != bool(theirs) and _stands_for_actor(base, witness):
        return Label(LabelKind.NAMING, f"named otherwise: {edit.change}", 0.6)
    if (_is_bare_name(base) or _is_bare_name(witness)) and max(len(base.words), len(witness.words)) <= 5:
        return Label(LabelKind.NAMING, f"a description for the name: {edit.change}", 0.7)
    return None


def _stands_for_actor(base: Phrase, witness: Phrase) -> bool:
    """Whether one phrase ends in a word for an actor and the other in a noun that stands in its place."""
    if not 1 <= min(len(base.words), len(witness.words)) <= max(
        len(base.words), len(witness.words)
    ) <= 3 or base.before(1) == ["to"]:
        return False
    actors = _actors()
    known, other = (base, witness) if base.words[-1] in actors else (witness, base)
    return known.words[-1] in actors and _is_noun(other.words[-1])


@by_lexicon(maxsize=1)
def _actors() -> AbstractSet[str]:
    return word_list("naming", "people", "bodies") - _PLACES


_PLACES = frozenset(
    ("office", "branch", "centre", "center", "station", "port", "store", "shop", "paper", "hub", "house", "estate")
)
_NO_NOUN = re.compile(r"(?:ed|ing|ly|al|ic|ous|ive|able|ible|ful|less|est|ish|ary)$")


def _is_noun(word: str) -> bool:
    return (
        word.isalpha()
        and len(word) > 3
        and not _NO_NOUN.search(word)
        and not is_finite(word)
        and not has_number(word)
        and not token_kind(word)
        and word not in word_list("function")
        and word not in word_list("loaded", "adjectives")
    )


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
    ours, theirs = (known.get(_bare(phrase.said), frozenset()) for phrase in edit.sides)
    return bool(ours & theirs) and _bare(edit.base.said) != _bare(edit.witness.said)


def _bare(said: str) -> str:
    """A phrase without the article it begins with."""
    return said.removesuffix("'s").removeprefix("the ").removeprefix("a ").removeprefix("an ")


def _heads(phrase: Phrase) -> set[str]:
    """The words of a phrase that name an actor, body or thing of the news, and its proper names."""
    heads = {word for word in phrase.words if _is_head(word)}
    heads.update(pair for pair in phrase.pairs if pair in _listed_heads())
    return heads | {name.lower() for name in phrase.names if token_kind(name.lower()) != "date"}


@by_lexicon(maxsize=1)
def _listed_heads() -> AbstractSet[str]:
    return word_list("naming", "people", "bodies", "things") | word_list("loaded", "nouns")


@by_lexicon(maxsize=50_000)
def _is_head(word: str) -> bool:
    """Whether a folded word names an actor, body or thing of the news, also in the plural or in a compound."""
    listed = _listed_heads()
    return (
        word.removesuffix("'s") in listed
        or f"{word}s" in listed
        or (lemma(word) in listed and not is_finite(word))
        or ("-" in word and not has_number(word.partition("-")[0]) and word.rpartition("-")[2] in listed)
    )


def _is_calling(phrase: Phrase) -> bool:
    """Whether a phrase of one to three words in small letters says what somebody is: "marine biologist" and a name."""
    return (
        1 <= len(phrase.words) == len(phrase) <= 3
        and phrase.words[-1] in word_list("naming", "people")
        and not phrase.words[-1].endswith("s")
        and not any(shown[:1].isupper() for shown in phrase.shown)
        and phrase.words[0] not in word_list("function")
    )


def _lone_title(edit: EditView) -> Label | None:
    """A title put in or dropped before a name."""
    phrase = edit.only
    after = phrase.side.shown(phrase.end) if phrase.end < len(phrase.side) else ""
    if not phrase.words or not after[:1].isupper() or opens_sentence(phrase.side, phrase.end):
        return None
    titles = word_list("naming", "titles")
    if phrase.words[0] in titles or " ".join(phrase.words[:2]) in titles or _is_calling(phrase):
        return Label(LabelKind.NAMING, f"title “{phrase.quote}” {edit.verb}", 0.85)
    return None
