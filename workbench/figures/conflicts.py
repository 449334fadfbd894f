"""Conflicting figures: two articles that give different numbers or dates for one event, whether copied or not."""

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from functools import partial

from workbench.figures.gathering import Judged, gathered, ordered
from workbench.figures.judging import judge
from workbench.figures.matching import Rarity, candidates, thing_class
from workbench.figures.mentions import Mention, context_places, mentions_of
from workbench.figures.model import Agreement, Conflict
from workbench.figures.wording import Reading, agreements
from workbench.model import Article, Place
from workbench.progress import ProgressReport, silent

LEAST_SCORE = 0.5
"""What a pair has to score to be shown: eight of ten are true then, or can be argued."""
_ADMITTED_NEAR, _ADMITTED_FAR = 0.45, 0.65
_NEAR = 300
"""How many characters around a sentence are read with it."""


def conflicting_figures(
    articles: Sequence[tuple[Article, str]], report: ProgressReport = silent, least_score: float = LEAST_SCORE
) -> list[Conflict]:
    """The conflicts between articles, given with their texts, best first; their order does not matter.

    Articles in other languages than English are left out. Raises `Cancelled` when `report` does.
    """
    by_id = {article.id: (article, text) for article, text in articles}
    mentions: list[Mention] = []
    for done, (article, text) in enumerate(sorted(articles, key=lambda pair: pair[0].id)):
        heard = partial(report, "Reading figures", done, len(articles))
        mentions.extend(mentions_of(article, text, heard))
    copies, first = _copies(mentions)
    rarity = Rarity(mentions, len(articles))
    said = _by_article(mentions)
    judged: list[Judged] = []
    for a, b in candidates(first, rarity, report):
        left, right = ordered(a, b)
        pair = _judged(left, right, rarity, said)
        if pair and pair.verdict.score >= least_score:
            judged.append(pair)
    return gathered(judged, copies, partial(_worded, by_id))


def _copies(mentions: Sequence[Mention]) -> tuple[Mapping[Hashable, list[Place]], list[Mention]]:
    """Where the sentence of each figure stands, word for word; and of each the first that does."""
    places: defaultdict[Hashable, list[Place]] = defaultdict(list)
    first: dict[Hashable, Mention] = {}
    for mention in mentions:
        places[mention.copy].append(mention.place)
        first.setdefault(mention.copy, mention)
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


def _worded(by_id: Mapping[int, tuple[Article, str]], pair: Judged) -> tuple[Agreement, ...]:
    """What agrees in a pair, with its places in the two articles."""
    left, right = (_reading(mention, *by_id[mention.place.article_id]) for mention in (pair.left, pair.right))
    return agreements(left, right, pair.verdict.shared)


def _reading(mention: Mention, article: Article, text: str) -> Reading:
    return Reading(mention, text, context_places(mention, article, text))
