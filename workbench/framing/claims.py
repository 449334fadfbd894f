"""A claim as a headline and a passage are compared by it: its words of weight, its subject, its hedges."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from workbench.comparing.kinds import is_finite
from workbench.comparing.lemmas import lemma
from workbench.comparing.lexicon import by_lexicon, groups, word_list
from workbench.comparing.tokens import Tokens, tokens
from workbench.framing.lists import is_noun_form, listed, saying_lemma
from workbench.framing.wordclasses import is_auxiliary, is_determiner, is_preposition
from workbench.spans import Span
from workbench.text.lines import one_line

_CLAUSE = re.compile(r"(?<=[,;])\s+(?:and|but|or|while|although|though)\s+|[;.!?][\"”’»]?\s+|\n+", re.I)
_SHARED = 2
_SHARED_PART = 0.3


@dataclass(frozen=True)
class Claim:
    """The tokens of a headline or of a clause, which begins at `start` in the article's text."""

    start: int
    tokens: Tokens

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.start + len(self.tokens.text))

    def place(self, first: int, stop: int) -> Span:
        """Where tokens stand in the article's text."""
        return Span(self.start + self.tokens.starts[first], self.start + self.tokens.ends[stop - 1])

    def said(self, first: int, stop: int) -> str:
        """Tokens as they stand, on one line."""
        return one_line(self.tokens.text[self.tokens.starts[first] : self.tokens.ends[stop - 1]])

    def weighty(self, stretch: tuple[int, int] | None = None) -> frozenset[str]:
        """The words of weight, by what they have in common with words for the same."""
        first, stop = stretch or (0, len(self.tokens))
        return frozenset(trait for key in self.tokens.keys[first:stop] for trait in _traits(key))


class Hedge(NamedTuple):
    """A word or phrase that keeps a claim uncertain, and where."""

    said: str
    span: Span


@by_lexicon(maxsize=20_000)
def _traits(key: str) -> tuple[str, ...]:
    """What stands for a word: the groups of names it is in, or its lemma; nothing for a word without weight."""
    if key[0].isdecimal():
        return (key.replace(",", ""),)
    if not key[0].isalpha() or (len(key) < 3 and key not in ("us", "uk", "eu", "un")):
        return ()
    if (
        (key != "us" and key in word_list("function"))
        or saying_lemma(key) in listed("verbs", "bare")
        or is_auxiliary(key)
    ):
        return ()
    bare = key.removesuffix("'s")
    numbered = groups("naming").get(bare) or groups("naming").get(lemma(bare))
    found = (f"group {min(numbered)}",) if numbered else ()
    return (*found, lemma(bare))


def is_about_the_same(above: Claim, below: Claim) -> bool:
    """Whether two claims share enough words of weight to be one."""
    shared = len({_first(key) for key in above.tokens.keys if set(_traits(key)) & below.weighty()} - {""})
    whole = len({_first(key) for key in above.tokens.keys if _traits(key)})
    return shared >= _SHARED and shared >= _SHARED_PART * whole


def _first(key: str) -> str:
    return next(iter(_traits(key)), "")


def best_clause(text: str, passage: Span, above: Claim) -> Claim | None:
    """The clause of a passage that shares most with a headline."""
    best: tuple[int, Claim] | None = None
    for span in _clauses(text, passage):
        claim = Claim(span.start, tokens(span.of(text)))
        shared = len(claim.weighty() & above.weighty())
        if shared and (best is None or shared > best[0]):
            best = shared, claim
    return best[1] if best else None


def _clauses(text: str, passage: Span) -> list[Span]:
    found, start = [], passage.start
    for joint in _CLAUSE.finditer(text, passage.start, passage.end):
        found.append(Span(start, joint.start()))
        start = joint.end()
    return [span for span in [*found, Span(start, passage.end)] if len(span)]


def subject_of(claim: Claim) -> tuple[int, int] | None:
    """The tokens before the first verb, when they can be its subject."""
    keys = claim.tokens.keys
    start = next((at + 1 for at in range(min(4, len(keys))) if keys[at] == ":"), 0)
    while start < len(keys) and not claim.tokens.words[start]:
        start += 1
    for at in range(start + 1, min(len(keys), start + 16)):
        if not claim.tokens.words[at] and keys[at] not in ("'", '"', "&", "(", ","):
            return None
        follows = at + 1 < len(keys) and (
            is_determiner(keys[at + 1]) or is_preposition(keys[at + 1]) or keys[at + 1] == "that"
        )
        verb = (
            is_auxiliary(keys[at])
            or (is_finite(keys[at]) and not is_noun_form(keys[at]))
            or (bool(saying_lemma(keys[at])) and follows)
        )
        if verb or (keys[at] == "to" and at - start <= 4):
            stop = at
            while stop > start and not claim.tokens.words[stop - 1]:
                stop -= 1
            return (start, stop) if stop > start else None
    return None


@by_lexicon(maxsize=1)
def _reserves() -> frozenset[str]:
    plain = frozenset(word_list("certainty", "hedges")) | frozenset(
        ("may", "might", "could", "may have", "might have", "could have")
    )
    return plain - frozenset(
        (
            "often",
            "usually",
            "generally",
            "largely",
            "mostly",
            "mainly",
            "sometimes",
            "occasionally",
            "partly",
            "considering",
            "in general",
            "a little",
            "a bit",
        )
    )


def hedges_in(claim: Claim) -> list[Hedge]:
    """The hedges of a claim, in order; of a long and a short one at one place the long one."""
    words = [at for at in range(len(claim.tokens)) if claim.tokens.words[at]]
    found, index = [], 0
    while index < len(words):
        length = next(
            (
                n
                for n in (4, 3, 2, 1)
                if " ".join(claim.tokens.keys[at] for at in words[index : index + n]) in _reserves()
            ),
            0,
        )
        if length:
            first, last = words[index], words[min(index + length, len(words)) - 1]
            found.append(Hedge(claim.said(first, last + 1), claim.place(first, last + 1)))
        index += max(1, length)
    return found
