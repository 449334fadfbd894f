"""What a source is: person, organisation or document, named or not; outlet, agency or somebody they cite."""

from typing import NamedTuple

from workbench.comparing.lexicon import word_list
from workbench.framing.lists import listed
from workbench.framing.model import Role, SourceKind
from workbench.framing.wordclasses import is_determiner, is_participle, is_possessive, is_preposition, is_pronoun
from workbench.model import outlet_name
from workbench.text.folding import fold

_PERSONAL = {
    "he": SourceKind.PERSON,
    "she": SourceKind.PERSON,
    "they": SourceKind.PERSON,
    "i": SourceKind.PERSON,
    "we": SourceKind.PERSON,
    "it": SourceKind.ORGANISATION,
}


class Being(NamedTuple):
    """What the words for a source tell of it; `leans` that another place says who is meant: "he", "the source"."""

    role: Role
    kind: SourceKind
    named: bool
    leans: bool = False
    head: str = ""


def being_of(shown: list[str], outlet: str, *, told: bool = False, press: bool = False) -> Being | None:
    """What the words of a source tell of it. `outlet` is who published the article.

    `told` is for one who was told something: nothing unless it is an outlet or an agency. `press` is for one who quotes
    another, which outlets and agencies do more often than others.
    """
    keys = [fold(word) for word in shown]
    if len(keys) == 1 and is_pronoun(keys[0]):
        return None if told else Being(Role.SOURCE, _PERSONAL.get(keys[0], SourceKind.PERSON), False, leans=True)
    core = _core(keys)
    head = keys[core - 1]
    role = _role(shown[:core], keys[:core], outlet, told or press)
    if told and role is Role.SOURCE:
        return None
    name = _proper(shown, keys, core)
    if role is not Role.SOURCE:
        name = name or any(_capital(shown, keys, at) and not is_possessive(keys[at]) for at in range(1, core))
        return Being(role, SourceKind.ORGANISATION, name, leans=not name and keys[0] in ("the", "this"), head=head)
    kind = _kind(shown, keys, core, name)
    named = _is_named(keys, core, kind, name, head)
    return Being(role, kind, named, leans=not named and keys[0] in ("the", "this", "that", "these", "those"), head=head)


def _core(keys: list[str]) -> int:
    """How many words precede what is only added: "a source | in the ministry", "the builder | , Otto Kranz"."""
    start = 1 if keys[0] in ("one", "two", "several", "some", "many", "most", "all") and keys[1:2] == ["of"] else 0
    for at in range(start + 1, len(keys)):
        participle = is_participle(keys[at]) and at + 1 < len(keys) and is_preposition(keys[at + 1])
        added = is_preposition(keys[at]) or keys[at] in (",", "familiar", "close", "who", "briefed")
        if (added and not (start and keys[at] == "of" and at == 1)) or participle:
            return at
    return len(keys)


def _capital(shown: list[str], keys: list[str], at: int) -> bool:
    """Whether a word has a capital that the beginning of a sentence does not explain."""
    return shown[at][:1].isupper() and keys[at] not in _PLAIN and not is_determiner(keys[at])


_PLAIN = frozenset(("the", "a", "an"))


def _is_common(key: str) -> bool:
    return any(
        key in listed("sources", name) for name in ("persons", "organisations", "documents", "anonymous_adjectives")
    )


def _proper(shown: list[str], keys: list[str], core: int) -> bool:
    """Whether the source itself, not what is added to it, has a proper name."""
    names = [at for at in range(core) if _capital(shown, keys, at) and not is_possessive(keys[at])]
    if names and names[0] == 0:
        names = [at for at in names if at or not _is_common(keys[0]) or (len(names) > 1 and core > 1 and 1 in names)]
        if names == [0] and core > 1 and not shown[core - 1][:1].isupper():
            names = [] if _lower_head(keys[core - 1]) else names
    if not names and core < len(keys) and keys[core] == ",":
        return all(word[:1].isupper() for word in shown[core + 1 :] if word[:1].isalpha() and len(word) > 3)
    return bool(names) and (shown[core - 1][:1].isupper() or not _lower_head(keys[core - 1]))


def _lower_head(key: str) -> bool:
    return key.isalpha()


def _role(shown: list[str], keys: list[str], outlet: str, told: bool) -> Role:
    words = [key for key in keys if not is_determiner(key)]
    name = " ".join(words)
    if not words:
        return Role.SOURCE
    if name in listed("sources", "agencies") or (words[-1] in listed("sources", "agency_heads") and _news_like(words)):
        return Role.AGENCY
    heads = [word for word in words[:2] if word in listed("sources", "outlet_heads")]
    if heads and len(words) > 1 and shown[-1][:1].isupper() and shown[keys.index(heads[-1])].islower():
        return Role.AGENCY if heads[-1] in listed("sources", "agency_heads") else Role.OUTLET
    if outlet and outlet_name(name) == outlet_name(fold(outlet)) and shown[-1][:1].isupper():
        return Role.OUTLET
    if (
        words[-1] in listed("sources", "outlet_heads")
        and (shown[-1][0].islower() or len(words) > 1)
        and (words[-1] not in listed("sources", "outlet_nouns") or told or keys[0] == "the" or len(words) > 1)
    ):
        return Role.OUTLET if words[-1] != "agency" else Role.SOURCE
    capitals = all(
        word[:1].isupper()
        for word, key in zip(shown, keys, strict=True)
        if key not in _PLAIN and not is_preposition(key)
    )
    if capitals and words[-1] in word_list("attribution", "outlets") and words[-1] != "press":
        return Role.OUTLET
    if capitals and any(key in listed("sources", "agencies") for key in words) and len(words) <= 3:
        return Role.AGENCY
    if (
        told
        and capitals
        and shown[-1][:1].isupper()
        and len(words) <= 2
        and words[-1] not in listed("sources", "audiences")
        and words[0] not in listed("sources", "titles")
    ):
        return Role.OUTLET if len(words) == 1 or keys[0] == "the" or shown[-1].isupper() else Role.SOURCE
    return Role.SOURCE


def _news_like(words: list[str]) -> bool:
    return (
        len(words) == 1
        or "news" in words
        or any(word in listed("sources", "agencies") for word in words)
        or words[-1] == "newswire"
        or (len(words) == 2 and words[0].isalpha() and words[0] not in _NO_NEWS)
    )


_NO_NEWS = frozenset(
    (
        "space",
        "intelligence",
        "environment",
        "health",
        "security",
        "government",
        "energy",
        "federal",
        "state",
        "national",
        "un",
        "eu",
        "tax",
        "police",
        "aid",
        "ratings",
        "rating",
        "spy",
        "border",
        "standards",
        "food",
        "drug",
        "medicines",
        "atomic",
        "nuclear",
        "travel",
        "estate",
        "welfare",
        "housing",
        "statistics",
        "defence",
        "defense",
        "crime",
        "aviation",
        "transport",
        "weather",
    )
)


def _kind(shown: list[str], keys: list[str], core: int, name: bool) -> SourceKind:
    head = keys[core - 1]
    words = set(keys[:core])
    if words & listed("sources", "titles") and name and head not in listed("sources", "organisations"):
        return SourceKind.PERSON
    if name and words & listed("sources", "persons") and shown[core - 1][:1].isupper() and not _is_common(head):
        return SourceKind.PERSON
    if head in listed("sources", "documents"):
        return SourceKind.DOCUMENT
    if head in listed("sources", "organisations") or head in listed("sources", "powers"):
        return SourceKind.ORGANISATION
    if head in listed("sources", "persons") and not (name and head in ("general", "major")):
        return SourceKind.PERSON
    if not name:
        return (
            SourceKind.PERSON
            if head.endswith(
                ("er", "or", "ers", "ors", "ist", "ists", "ian", "ians", "man", "men", "woman", "women", "ant", "ants")
            )
            else SourceKind.UNKNOWN
        )
    if any(word in listed("sources", "organisations") for word in keys) or (
        shown[core - 1].isupper() and len(shown[core - 1]) > 1
    ):
        return SourceKind.ORGANISATION
    if keys[0] == "the" and core > 1 and shown[1][:1].isupper():
        return SourceKind.ORGANISATION
    return SourceKind.PERSON


def _is_named(keys: list[str], core: int, kind: SourceKind, name: bool, head: str) -> bool:
    if set(keys[:core]) & listed("sources", "anonymous_adjectives"):
        return False
    if keys[0] in listed("words", "indefinite") or (keys[0] == "one" and len(keys) > 1):
        return (
            name
            and kind is not SourceKind.PERSON
            and head not in listed("sources", "persons")
            and head not in listed("sources", "documents")
        )
    if kind is SourceKind.ORGANISATION:
        return (keys[0] not in ("this", "these", "those") and head not in ("group", "company", "firm")) or name
    if kind is SourceKind.PERSON and head in listed("sources", "persons") and not name:
        return False
    return name
