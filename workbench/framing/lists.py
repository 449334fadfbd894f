"""The word lists of reporting: how a language brings in a source."""

from functools import cache

from workbench.comparing.lemmas import lemma
from workbench.comparing.lexicon import by_lexicon, classes, word_list
from workbench.resources import read_toml
from workbench.text.folding import fold


@cache
def listed(table: str, name: str) -> frozenset[str]:
    """The folded words of one array of `resources/framing/english.toml`."""
    return frozenset(fold(word) for word in read_toml("framing/english.toml")[table][name])


@cache
def phrases(name: str) -> tuple[tuple[str, ...], ...]:
    """The phrases of an array as folded words, longest first."""
    found = [tuple(fold(phrase).split()) for phrase in read_toml("framing/english.toml")["phrases"][name]]
    return tuple(sorted(found, key=len, reverse=True))


@cache
def idioms() -> tuple[tuple[str, ...], ...]:
    """Phrases with a verb of saying in them that cite nobody."""
    return tuple(tuple(fold(phrase).split()) for phrase in read_toml("framing/english.toml")["verbs"]["idioms"])


@by_lexicon(maxsize=50_000)
def saying_lemma(key: str) -> str:
    """The lemma of a folded word that is a form of a verb of saying; empty for any other word."""
    found = lemma(key)
    return found if found in _sayings() else ""


@cache
def is_noun_form(key: str) -> bool:
    """Whether a form of a verb of saying is a noun as often: "reports", "claims"."""
    return key in word_list("verbs", "nouns") or key in _MORE_NOUNS


_MORE_NOUNS = frozenset(
    ("claim", "show", "find", "states", "state", "worry", "worries", "signal", "signals", "guess", "result")
)


@by_lexicon(maxsize=50_000)
def _sayings() -> frozenset[str]:
    stances = [name for name in read_toml("words/reporting.toml") if name != "sense"]
    alone = frozenset(word for word in word_list("reporting", *stances) if word.isalpha()) - listed("verbs", "thoughts")
    return alone | listed("verbs", "also") | listed("verbs", "citing")


def stance_of(verb: str) -> tuple[str, str]:
    """The stance of a verb of saying, by its list, and what that implies in words; neutral where it is in none."""
    senses: dict[str, str] = read_toml("words/reporting.toml")["sense"]
    stance = classes("reporting").get(verb, "neutral")
    stance = stance if stance in senses else "neutral"
    return stance, senses[stance]


@cache
def is_adverb(key: str) -> bool:
    """Whether a folded word may stand between a source and its verb: "later", "angrily"."""
    if key in listed("words", "adverbs"):
        return True
    return len(key) > 4 and key.endswith("ly") and key not in listed("words", "no_adverbs")
