"""A newsroom of invented stories that have nothing in common, and a look at what the engine finds in them.

A passage that is shared is marked where it stands, `⟦like this⟧`; the engine sees the text without the marks.
"""

import re
import tomllib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.engine.stories import filler
from workbench.engine.families import EngineArticle, find_families
from workbench.ports import FoundFamily
from workbench.spans import Span

_MARK = re.compile("[⟦⟧]")
_ALONE = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
_WORD = re.compile(rf"[{_ALONE}]|[^\W{_ALONE}]+")
"""A word, or a character of a language written without spaces."""


def read(name: str) -> dict[str, Any]:
    """A file of texts beside the tests."""
    return tomllib.loads((Path(__file__).parent / "texts" / name).read_text("utf-8"))


_STORIES = read("stories.toml")["story"]


def story(k: int, passage: str) -> str:
    """A story of three paragraphs, the passage the one in the middle; no two numbers share a sentence."""
    if k < len(_STORIES):
        return f"{_STORIES[k]['beginning']}\n\n{passage}\n\n{_STORIES[k]['end']}"
    return f"{filler(k, 3)}\n\n{passage}\n\n{filler(k + 50_000, 3)}"


@dataclass(frozen=True)
class Edition:
    """Articles as the engine takes them, and where the marked passages stand in each."""

    articles: tuple[EngineArticle, ...]
    marked: tuple[tuple[Span, ...], ...]

    @classmethod
    def of(cls, texts: Sequence[str]) -> "Edition":
        """Texts with marks; articles are numbered from 0."""
        read = [_unmarked(text) for text in texts]
        return cls(tuple(EngineArticle(k, text) for k, (text, _) in enumerate(read)), tuple(spans for _, spans in read))

    @classmethod
    def with_passages(cls, *passages: str, first: int = 0) -> "Edition":
        """Each passage in a story of its own; where nothing is marked, all of the passage is."""
        return cls.of([story(first + k, text if "⟦" in text else f"⟦{text}⟧") for k, text in enumerate(passages)])

    def families(self) -> list[FoundFamily]:
        """What the engine finds, page furniture aside."""
        return [family for family in find_families(self.articles) if not family.boilerplate]

    def told(self, family: FoundFamily) -> list[tuple[int, str]]:
        """The witnesses of a family in words, for messages and comparisons."""
        texts = {article.id: article.text for article in self.articles}
        return [(place.article_id, place.span.of(texts[place.article_id])) for place in family.places]

    def assert_one_family(self, off: int = 3) -> None:
        """There is one family, and its witnesses are the marked passages, give or take `off` words at each border."""
        families = self.families()
        assert len(families) == 1, [self.told(family) for family in families]
        self.assert_witnesses(families[0], off)

    def assert_witnesses(self, family: FoundFamily, off: int = 3) -> None:
        """The witnesses of a family are the marked passages and no others."""
        expected = [(k, span) for k, spans in enumerate(self.marked) for span in spans]
        assert [place.article_id for place in family.places] == [k for k, _ in expected], self.told(family)
        for place, (k, span) in zip(family.places, expected, strict=True):
            assert borders_agree(self.articles[k].text, place.span, span, off), (
                place.span.of(self.articles[k].text),
                span.of(self.articles[k].text),
            )

    def joins(self, a: tuple[int, Span], b: tuple[int, Span], off: int = 3) -> bool:
        """Whether some family holds both of two passages, each an article and its span, with these borders."""
        return any(self._holds(family, a, off) and self._holds(family, b, off) for family in self.families())

    def _holds(self, family: FoundFamily, passage: tuple[int, Span], off: int) -> bool:
        k, span = passage
        return any(
            place.article_id == k and borders_agree(self.articles[k].text, place.span, span, off)
            for place in family.places
        )


def borders_agree(text: str, found: Span, expected: Span, off: int) -> bool:
    """Whether two spans meet and each of their borders is no more than `off` words from the other's."""
    return (
        found.overlap(expected) > 0
        and _words_between(text, found.start, expected.start) <= off
        and _words_between(text, found.end, expected.end) <= off
    )


def _words_between(text: str, a: int, b: int) -> int:
    between = text[min(a, b) : max(a, b)]
    return len(_WORD.findall("".join(c for c in between if not unicodedata.category(c).startswith("M"))))


def _unmarked(text: str) -> tuple[str, tuple[Span, ...]]:
    at = [found.start() - k for k, found in enumerate(_MARK.finditer(text))]
    spans = [Span(start, end) for start, end in zip(at[::2], at[1::2], strict=True)]
    return _MARK.sub("", text), tuple(spans)
