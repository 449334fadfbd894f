"""An edit as the rules of labelling see it: the tokens on each side and what stands around them."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from workbench.comparing.cleanup import opens_sentence
from workbench.comparing.lemmas import is_common_word, lemmas
from workbench.comparing.tokens import Tokens
from workbench.spans import Span
from workbench.text.lines import one_line


class Phrase:
    """The tokens `start` to `end` of one side.

    `exact` is what the span covers, character for character; `keys` are the folded tokens, `words` those that are
    words, `said` the words joined by single spaces, to look phrases up in, `shown` the tokens as they stand.
    """

    def __init__(self, side: Tokens, start: int, end: int, exact: str) -> None:
        self.side, self.start, self.end, self.exact = side, start, end, exact
        self.keys = side.keys[start:end]
        self.words = [key for key in self.keys if key[0].isalnum() or key[-1].isalnum()]
        self.said = " ".join(self.words)
        self.shown = [side.shown(index) for index in range(start, end)]

    @classmethod
    def at(cls, side: Tokens, span: Span) -> "Phrase":
        """The tokens that `span` touches."""
        start = bisect_right(side.ends, span.start)
        end = bisect_left(side.starts, span.end) if len(span) else start
        return cls(side, start, max(start, end), span.of(side.text))

    def __len__(self) -> int:
        return self.end - self.start

    @cached_property
    def lemmas(self) -> list[str]:
        """The dictionary forms of the words."""
        return lemmas(self.words)

    @cached_property
    def pairs(self) -> set[str]:
        """Every two words that follow one another, joined by a space."""
        return {f"{word} {after}" for word, after in zip(self.words, self.words[1:], strict=False)}

    @cached_property
    def names(self) -> list[str]:
        """The tokens with a capital that their place in the sentence does not explain, as they stand."""
        return [
            shown
            for index, shown in enumerate(self.shown, self.start)
            if looks_like_name(shown, self.side.keys[index], opens_sentence(self.side, index))
        ]

    def before(self, count: int = 1) -> list[str]:
        """The folded tokens before the phrase, up to `count`, in their order."""
        return self.side.keys[max(0, self.start - count) : self.start]

    def after(self, count: int = 1) -> list[str]:
        """The folded tokens after the phrase, up to `count`."""
        return self.side.keys[self.end : self.end + count]

    def has(self, phrase: str) -> bool:
        """Whether the folded words of `phrase` stand in it, whole and in this order."""
        return f" {phrase} " in f" {self.said} "

    @property
    def quote(self) -> str:
        """The phrase for a reason, shortened in the middle when long."""
        text = one_line(self.exact).strip(" ,")
        return text if len(text) <= 60 else f"{text[:35].rstrip()} … {text[-20:].lstrip()}"


@dataclass(frozen=True)
class EditView:
    """Both sides of an edit."""

    base: Phrase
    witness: Phrase

    @property
    def sides(self) -> tuple[Phrase, Phrase]:
        """Base and witness."""
        return self.base, self.witness

    @property
    def inside_quotes(self) -> bool:
        """Whether the edit stands inside double quotation marks on both sides."""
        return all(_is_quoted(phrase.side, phrase.start) for phrase in self.sides)

    @property
    def two_sided(self) -> bool:
        """Whether both sides have tokens."""
        return bool(len(self.base) and len(self.witness))

    @property
    def only(self) -> Phrase:
        """The side that has tokens, where the other has none."""
        return self.base if len(self.base) else self.witness

    @property
    def verb(self) -> str:
        """What happened to a phrase that one side only has."""
        return "dropped" if len(self.base) else "put in"

    @property
    def change(self) -> str:
        """The change in words, for a reason."""
        if not self.base.exact.strip(" ,"):
            return f"“{self.witness.quote}” put in"
        if not self.witness.exact.strip(" ,"):
            return f"“{self.base.quote}” dropped"
        return f"{self.base.quote} to {self.witness.quote}"


def _is_quoted(side: Tokens, index: int) -> bool:
    """Whether a place in a text stands after an opening mark that its paragraph has not closed yet, and will."""
    return side.marks_before[index] % 2 == 1 and '"' in side.keys[index : index + 400]


def looks_like_name(shown: str, key: str, initial: bool) -> bool:
    """Whether a token reads as a proper name: a capital that the beginning of a sentence does not explain.

    At the beginning of a sentence a word that the dictionary knows in small letters is none.
    """
    first = shown[0]
    if not first.isupper() or (len(shown) == 1 and first in "AI"):
        return False
    if any(character.isdigit() for character in shown):
        return False
    if not initial or (shown.isupper() and len(shown) > 1):
        return key not in _NO_NAMES
    return not is_common_word(shown)


_NO_NAMES = frozenset(("mr", "mrs", "ms", "dr", "the", "a", "an", "i"))
