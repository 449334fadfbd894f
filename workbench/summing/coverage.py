"""How much of an article is shared text, where, and with whom."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence

from workbench.model import Article, Family, Place
from workbench.provenance.naming import names_of
from workbench.spans import Span
from workbench.summing.model import Coverage, Sentence, SharedPassage
from workbench.summing.phrasing import number, some
from workbench.text.sentence_parts import joined, percent
from workbench.text.words import words

_MOST_NAMED = 4


def coverage_of(
    article: Article, families: Iterable[Family], articles: Mapping[int, Article], texts: Mapping[int, str]
) -> Coverage:
    """What of an article's story stands in other articles too; page furniture counts neither way.

    `texts` has the article's own text at least, by id. Places are in offsets of the articles' texts.
    """
    starts = [word.start for word in words(texts[article.id])]
    body = _words_in(article.body, starts)
    passages, shared = [], set()
    for family in families:
        own = [witness.place for witness in family.witnesses if witness.place.article_id == article.id]
        others = sorted(witness.place for witness in family.witnesses if witness.place.article_id != article.id)
        if family.boilerplate or not own or not others:
            continue
        for place in own:
            inside = _words_in([place.span], starts) & body
            if inside:
                shared |= inside
                passages.append(SharedPassage(place, len(inside), tuple(others)))
    passages.sort(key=lambda one: (one.place, one.others))
    told = _told(article, len(body), len(shared), passages, articles)
    return Coverage(article.id, len(body), len(shared), tuple(passages), told)


def _words_in(spans: Iterable[Span], starts: Sequence[int]) -> set[int]:
    """The numbers of the words that begin in one of some spans."""
    return {k for span in spans for k in range(bisect_left(starts, span.start), bisect_right(starts, span.end - 1))}


def _told(
    article: Article, count: int, shared: int, passages: Sequence[SharedPassage], articles: Mapping[int, Article]
) -> tuple[Sentence, ...]:
    own = Place(article.id, Span(0, 0))
    if not passages:
        return (Sentence("No passage of this story was found in another article.", (own,)),)
    whole = Sentence(
        f"{shared:,} of the {count:,} words of this story ({_percent(shared, count)}) stand in other articles too, in "
        f"{some(len(passages), 'passage', 'passages')}.",
        tuple(passage.place for passage in passages),
    )
    return (whole, *(_of_passage(passage, count, articles) for passage in passages))


def _of_passage(passage: SharedPassage, count: int, articles: Mapping[int, Article]) -> Sentence:
    names = names_of(passage.others, articles)
    row = list(dict.fromkeys(names[place] for place in passage.others))
    if len(row) > _MOST_NAMED:
        row = [*row[: _MOST_NAMED - 1], f"{number(len(row) - _MOST_NAMED + 1)} others"]
    size = f"{some(passage.words, 'word', 'words')} ({_percent(passage.words, count)})"
    where = f"from character {passage.place.span.start + 1:,}"
    verb = "stands" if passage.words == 1 else "stand"
    text = f"{size} {where} {verb} also in {joined(row)}."
    return Sentence(text[:1].upper() + text[1:], (passage.place, *passage.others))


def _percent(part: int, whole: int) -> str:
    return percent(part / whole if whole else 0.0)
