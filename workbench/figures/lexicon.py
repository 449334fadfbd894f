"""The words by which figures are read and compared: units, events, those who are counted (`resources/figures`)."""

from functools import cache
from typing import NamedTuple

from workbench.comparing.lemmas import lemma
from workbench.comparing.lexicon import by_lexicon, word_list
from workbench.comparing.variants import unaccented
from workbench.figures.model import FigureKind
from workbench.resources import read_toml


class Unit(NamedTuple):
    """A unit of measure: its kind, how many of the kind's first unit it is, and its name where units do not convert."""

    kind: FigureKind
    factor: float
    name: str


@by_lexicon(maxsize=10_000)
def unit_of(key: str) -> Unit | None:
    """The unit that a folded word or sign stands for."""
    units = _units()
    return units.get(key) or units.get(lemma(key)) or (units.get(key[:-1]) if key.endswith("s") else None)


@cache
def _units() -> dict[str, Unit]:
    found: dict[str, Unit] = {}
    for kind, table in read_toml("figures/units.toml").items():
        for word, factor in table.items():
            name = word if kind == FigureKind.MONEY else kind
            found[word] = Unit(FigureKind(kind), factor, name)
    return found


@cache
def listed(file: str, table: str, name: str) -> frozenset[str]:
    """A list of words in `resources/figures`."""
    return frozenset(word.lower() for word in read_toml(f"figures/{file}.toml")[table][name])


@cache
def predicates() -> dict[str, str]:
    """The dictionary forms of the words that say what happened, with the class of events they tell of."""
    table: dict[str, list[str]] = read_toml("figures/events.toml")["predicates"]
    return {word: name for name, words in table.items() for word in words}


@cache
def things() -> dict[str, int]:
    """The dictionary forms of those who are counted, with the group of words that stand for one another."""
    groups: list[list[str]] = read_toml("figures/events.toml")["things"]["groups"]
    return {word: number for number, group in enumerate(groups) for word in group}


@by_lexicon(maxsize=10_000)
def persons() -> frozenset[str]:
    """The dictionary forms of words for people: soldiers, pensioners, crooks."""
    return listed("events", "things", "persons") | frozenset(map(lemma, word_list("naming", "people")))


@cache
def stop_words() -> frozenset[str]:
    """Words that carry grammar, no meaning."""
    return frozenset(word_list("function"))


@cache
def is_weak(word: str) -> bool:
    """Whether a word, in its dictionary form, says little about what a story is of."""
    return word in listed("events", "weak", "words") or word in listed("events", "events", "light")


@cache
def name_key(key: str) -> str:
    """A folded name by which it is found again: without possessive, accents, hyphens; a people by its country."""
    key = key.removesuffix("'s").removesuffix("'")
    peoples: dict[str, str] = read_toml("figures/events.toml")["peoples"]
    if key in peoples:
        return peoples[key]
    plain = unaccented(key).replace("-", "").replace("'", "").replace(".", "")
    for ending, stem in (("ians", "ia"), ("ian", "ia"), ("eans", "ea"), ("ean", "ea"), ("ans", "a"), ("an", "a")):
        if plain.endswith(ending) and len(plain) - len(ending) >= 3 and plain[: -len(ending)] + stem in _countries():
            return plain[: -len(ending)] + stem
    return plain


@cache
def _countries() -> frozenset[str]:
    """Names of countries and cities that are known, folded: what a word must be to be the stem of a people."""
    return frozenset(word_list("names", "distinct")) | frozenset(
        ("russia", "korea", "africa", "europa", "asia", "australia")
    )
