"""What holds for the families of any articles whatever."""

import random
from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engine.newsroom import read
from tests.engine.stories import filler
from workbench.engine.families import EngineArticle, find_families
from workbench.ports import FoundFamily
from workbench.spans import Span

_TELLINGS = [
    telling
    for told in (*read("edited.toml").values(), *read("languages.toml").values())
    for telling in (told["original"], told["edited"])
]
_GLUE = (". ", " ", "\n\n", "” ", " … ", ", he said, ", "\n", " – ")


@st.composite
def stories(draw: st.DrawFn) -> str:
    """An article of passages that others have too, some of them with words lost, and of sentences of its own."""
    pieces = []
    for _ in range(draw(st.integers(0, 5))):
        words = draw(st.sampled_from(_TELLINGS[:40] + _TELLINGS[-8:])).split(" ")
        for _ in range(draw(st.integers(0, 3))):
            del words[draw(st.integers(0, len(words) - 1)) : draw(st.integers(0, len(words) + 2))]
            words = words or ["nothing"]
        pieces.append(" ".join(words) if draw(st.booleans()) else filler(draw(st.integers(0, 99)), 1))
        pieces.append(draw(st.sampled_from(_GLUE)))
    return "".join(pieces)


editions = st.lists(stories(), max_size=9)


def numbered(texts: Sequence[str]) -> list[EngineArticle]:
    return [EngineArticle(k, text) for k, text in enumerate(texts)]


def spans_by_article(family: FoundFamily) -> dict[int, list[Span]]:
    found: dict[int, list[Span]] = {}
    for place in family.places:
        found.setdefault(place.article_id, []).append(place.span)
    return found


@given(editions)
@settings(max_examples=60)
def test_every_family_has_witnesses_in_two_articles_that_stand_clear_of_each_other(texts: list[str]) -> None:
    for family in find_families(numbered(texts)):
        spans = spans_by_article(family)
        assert len(spans) >= 2
        for of_one_article in spans.values():
            of_one_article.sort()
            for before, after in pairwise(of_one_article):
                assert before.end <= after.start


@given(editions)
@settings(max_examples=60)
def test_witnesses_begin_and_end_at_the_borders_of_words(texts: list[str]) -> None:
    for family in find_families(numbered(texts)):
        for place in family.places:
            text, span = texts[place.article_id], place.span
            assert 0 <= span.start < span.end <= len(text)
            assert span.of(text) == span.of(text).strip()
            assert not _inside_a_word(text, span.start)
            assert not _inside_a_word(text, span.end)


def _inside_a_word(text: str, at: int) -> bool:
    """Whether a border lies between two letters or digits of a script written with spaces."""
    return 0 < at < len(text) and all(c.isalnum() and ord(c) < 0x0900 for c in text[at - 1 : at + 1])


@given(editions)
@settings(max_examples=40)
def test_no_two_families_have_the_same_witnesses(texts: list[str]) -> None:
    places = [family.places for family in find_families(numbered(texts))]
    assert len(set(places)) == len(places)


@given(editions, st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_families_do_not_depend_on_the_order_of_articles(texts: list[str], rng: random.Random) -> None:
    articles = numbered(texts)
    expected = find_families(articles)
    rng.shuffle(articles)
    assert find_families(articles) == expected


@given(editions, st.data())
@settings(max_examples=60)
def test_families_do_not_depend_on_the_numbers_of_articles(texts: list[str], data: st.DataObject) -> None:
    ids = data.draw(st.lists(st.integers(0, 2**40), min_size=len(texts), max_size=len(texts), unique=True))
    named = [EngineArticle(number, text) for number, text in zip(ids, texts, strict=True)]
    expected = {_by_text(family, dict(enumerate(texts))) for family in find_families(numbered(texts))}
    assert {_by_text(family, dict(zip(ids, texts, strict=True))) for family in find_families(named)} == expected


def _by_text(family: FoundFamily, texts: dict[int, str]) -> tuple[tuple[str, Span], ...]:
    """A family by the texts of its articles in place of their numbers."""
    return tuple(sorted((texts[place.article_id], place.span) for place in family.places))


@given(editions)
@settings(max_examples=25)
def test_an_article_that_shares_nothing_changes_nothing(texts: list[str]) -> None:
    expected = find_families(numbered(texts))
    assert find_families(numbered([*texts, filler(777, 12)])) == expected


def test_families_do_not_depend_on_the_number_of_processes() -> None:
    rng = random.Random(7)
    texts = [" ".join(f"{rng.choice(_TELLINGS)}. {filler(rng.randrange(500), 1)}" for _ in range(8)) for _ in range(60)]
    articles = numbered(texts)
    assert find_families(articles, jobs=2) == find_families(articles, jobs=1) == find_families(articles, jobs=3)


_STOP_WORDS = (
    "the",
    "of",
    "and",
    "to",
    "in",
    "that",
    "it",
    "was",
    "he",
    "for",
    "on",
    "as",
    "with",
    "they",
    "be",
    "had",
)
_NAMES = ("Adler", "Norwick", "Zelenskyy", "United", "Nations", "Marta", "Olsen", "Monday", "NATO", "McLeod", "O’Hara")
_NUMBERS = ("3", "41", "1,300", "2019", "7.5", "12th", "1–0", "90%", "$5", "4x4")
_WORDS = (
    "tanker",
    "refinery",
    "said",
    "opened",
    "grain",
    "isn’t",
    "mother-in-law",
    "naïve",
    "I",
    "a",
    "зима",
    "сказал",
)

kinds_of_words = st.sampled_from(
    [_STOP_WORDS, _NAMES, _NUMBERS, _WORDS, _STOP_WORDS + _WORDS, _STOP_WORDS + _NAMES + _NUMBERS + _WORDS]
)


@st.composite
def shared_passages(draw: st.DrawFn) -> str:
    """Thirteen words or more, nine different ones at least: stop words alone, names alone, figures alone, or all."""
    words = st.sampled_from(draw(kinds_of_words))
    different = draw(st.lists(words, min_size=9, max_size=10, unique=True))
    return " ".join(draw(st.permutations(different + draw(st.lists(words, min_size=13 - len(different), max_size=28)))))


@given(shared_passages(), st.sampled_from([("“", "”"), ("", ""), ("", "."), ("\n\n", "\n\n"), (", ", " ")]))
@settings(max_examples=150)
def test_text_shared_verbatim_over_twelve_words_is_always_found(passage: str, around: tuple[str, str]) -> None:
    opening, closing = around
    texts = [f"{filler(1, 4)} {opening}{passage}{closing} {filler(2, 4)}", f"{filler(3, 4)} {passage}. {filler(4, 4)}"]
    at = [Span(text.index(passage), text.index(passage) + len(passage)) for text in texts]
    assert _found(texts, at), passage


@given(shared_passages(), st.integers(0, 10_000))
@settings(max_examples=40)
def test_such_text_is_found_among_articles_that_use_the_same_words(passage: str, seed: int) -> None:
    rng = random.Random(seed)
    others = [f"{filler(10 + k, 2)} {' '.join(rng.sample(passage.split(), 6))}. {filler(30 + k, 2)}" for k in range(8)]
    texts = [f"{filler(1, 4)} {passage}. {filler(2, 4)}", f"{filler(3, 4)} {passage} {filler(4, 4)}"]
    at = [Span(text.index(passage), text.index(passage) + len(passage)) for text in texts]
    assert _found([*texts, *others], at), passage


def _found(texts: Sequence[str], at: Sequence[Span]) -> bool:
    """Whether one family covers four fifths of the passage at each of its places."""
    return any(
        all(sum(span.overlap(here) for span in spans.get(k, ())) >= 0.8 * len(here) for k, here in enumerate(at))
        for spans in map(spans_by_article, find_families(numbered(texts)))
    )
