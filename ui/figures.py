"""Pairs of conflicting figures in words, for terminal and window. Knows no Qt."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from ui.desktop.wording import article_words, count, outlet_words, some_of
from workbench.model import Article
from workbench.snapshot import Snapshot
from workbench.text.lines import one_line

if TYPE_CHECKING:
    from workbench.figures.model import Conflict, Side

ENGLISH_ONLY = "Only English is read for figures."
_MOST_OTHERS = 4


def in_order(conflicts: Iterable["Conflict"], set_aside: Collection[str]) -> list["Conflict"]:
    """The pairs that stand, in the order they came, and after them those that a person set aside."""
    return sorted(conflicts, key=lambda conflict: conflict.key in set_aside)


def others_line(side: "Side", articles: Mapping[int, Article]) -> str:
    """Who else gives the figure of a side, in a sentence; empty when nobody does."""
    who = list(dict.fromkeys(outlet_words(articles[place.article_id]) for place in side.others))
    return f"“{one_line(side.figure)}” also in {some_of(who, _MOST_OTHERS)}." if who else ""


def sentence_of(side: "Side", texts: Mapping[int, str]) -> str:
    """The sentence that a figure stands in, on one line."""
    return one_line(side.sentence.of(texts[side.place.article_id]))


def sides_words(conflict: "Conflict", articles: Mapping[int, Article]) -> tuple[str, str]:
    """Outlet and date of both sides."""
    left, right = (articles[side.place.article_id] for side in (conflict.left, conflict.right))
    return article_words(left), article_words(right)


def none_found(snapshot: Snapshot) -> str:
    """Why no pair of figures is listed, in a sentence, after the articles were read."""
    from workbench.figures.mentions import READ_LANGUAGES

    read = sum(article.language in READ_LANGUAGES for article in snapshot.articles)
    if len(snapshot.articles) < 2:
        return f"Figures are compared between articles, and this case has {count(len(snapshot.articles), 'article')}."
    if read < 2:
        have = "is in English" if read else "are in English"
        return (
            f"{_capital(_number(read))} of the {len(snapshot.articles)} articles {have}, and no other language is read."
        )
    return (
        f"No two of the {read:,} articles in English give different figures for what looks like the same event; "
        "other languages are not read."
    )


def counted_pairs(conflicts: Sequence["Conflict"], set_aside: Collection[str]) -> str:
    """How many pairs there are: `3 pairs of figures conflict; 1 more is set aside.`."""
    aside = sum(conflict.key in set_aside for conflict in conflicts)
    standing = len(conflicts) - aside
    more = f"; {aside:,} more {'is' if aside == 1 else 'are'} set aside" if aside else ""
    return f"{count(standing, 'pair')} of figures {'conflicts' if standing == 1 else 'conflict'}{more}."


def _number(read: int) -> str:
    return "one" if read else "none"


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
