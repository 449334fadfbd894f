"""Conflicting figures: two articles that give different numbers or dates for one event, whether copied or not."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from workbench.figures.gathering import Judged, gathered, ordered
from workbench.figures.judging import judge
from workbench.figures.matching import Rarity, candidates, thing_class
from workbench.figures.mentions import Mention, mentions_of
from workbench.figures.model import Conflict
from workbench.figures.wording import joined, told_in_full
from workbench.model import Article, Place
from workbench.progress import ProgressReport, silent

LEAST_SCORE = 0.5
"""What a pair has to score to be shown: eight of ten are true then, or can be argued."""
_ADMITTED_NEAR, _ADMITTED_FAR = 0.45, 0.65
_NEAR = 300
"""How many characters around a sentence are read with it."""
_STEP = 2000


def conflicting_figures(
    articles: Sequence[tuple[Article, str]], report: ProgressReport = silent, least_score: float = LEAST_SCORE
) -> list[Conflict]:
    """The conflicts between articles, given with their texts, best first; their order does not matter.

    Articles in other languages than English are left out. Raises `Cancelled` when `report` does.
    """
    texts = {article.id: text for article, text in articles}
    mentions: list[Mention] = []
    for done, (article, text) in enumerate(sorted(articles, key=lambda pair: pair[0].id)):
        report("Reading figures", done, len(articles))
        mentions.extend(mentions_of(article, text))
    copies, first = _copies(mentions)
    rarity = Rarity(mentions, len(articles))
    said = _by_article(mentions)
    judged: list[Judged] = []
    for done, (a, b) in enumerate(candidates(first, rarity)):
        if done % _STEP == 0:
            report("Comparing figures", done, 0)
        left, right = ordered(a, b)
        pair = _judged(left, right, rarity, said)
        if pair and pair.verdict.score >= least_score:
            judged.append(pair)
    return [_in_words(conflict, texts) for conflict in gathered(judged, copies)]


def _copies(mentions: Sequence[Mention]) -> tuple[dict[tuple[str, int], list[Place]], list[Mention]]:
    """Where the sentence of each figure stands, word for word; and of each the first that does, with its own time."""
    places: defaultdict[tuple[str, int], list[Place]] = defaultdict(list)
    first: dict[tuple[object, ...], Mention] = {}
    for mention in mentions:
        places[mention.copy].append(mention.place)
        first.setdefault((mention.copy, tuple(moment.days for moment in mention.setting.days)), mention)
    return places, list(first.values())


def _by_article(mentions: Sequence[Mention]) -> Mapping[int, list[Mention]]:
    said: defaultdict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        said[mention.place.article_id].append(mention)
    return said


def _judged(left: Mention, right: Mention, rarity: Rarity, said: Mapping[int, list[Mention]]) -> Judged | None:
    verdict = judge(left, right, rarity)
    if verdict is None:
        return None
    for one, other in ((left, right), (right, left)):
        given = [mention for mention in said[one.place.article_id] if _gives(mention, one, other)]
        if given:
            near = any(abs(mention.setting.sentence.start - one.setting.sentence.start) <= _NEAR for mention in given)
            verdict = verdict._replace(
                score=round(verdict.score * (_ADMITTED_NEAR if near else _ADMITTED_FAR), 3),
                cautions=(*verdict.cautions, f"the article with {one.text} gives {other.text} too"),
            )
            break
    return Judged(left, right, verdict)


def _gives(mention: Mention, own: Mention, other: Mention) -> bool:
    """Whether a figure in the article of one is that of the other article, of the same thing."""
    return (
        mention is not own
        and mention.kind is other.kind
        and mention.unit == other.unit
        and mention.moment is None
        and thing_class(mention) == thing_class(other)
        and mention.amount.value == other.amount.value
    )


def _in_words(conflict: Conflict, texts: Mapping[int, str]) -> Conflict:
    left, right = texts[conflict.left.place.article_id], texts[conflict.right.place.article_id]
    told = joined(conflict.agreements, left, right)
    return replace(conflict, agreements=told, summary=told_in_full(conflict.summary, told))
