"""Passages found between unrelated articles: all of them are false."""

import json
from itertools import product
from pathlib import Path

import pytest

from workbench.engine.families import EngineArticle, find_families
from workbench.settings import Sensitivity

_WORDS = 400
_SHOWN = 5


def _articles(shared: Path) -> tuple[list[EngineArticle], int]:
    """News of 2018, and after them documents of 2013 and before; the second value is the number of the first."""
    news = (shared / "eval/news/articles.jsonl").read_text(encoding="utf-8").splitlines()
    documents = sorted((shared / "eval/pan13").glob("s[ru]*/*.txt"))
    texts = [json.loads(line)["text"] for line in news]
    texts += [path.read_bytes().decode("utf-8") for path in documents]
    return [EngineArticle(number, text) for number, text in enumerate(texts)], len(news)


@pytest.mark.parametrize("sensitivity", Sensitivity)
def test_passages_of_news_in_older_documents(
    shared: Path, capsys: pytest.CaptureFixture[str], sensitivity: Sensitivity
) -> None:
    articles, news = _articles(shared)
    texts = [article.text for article in articles]
    found: dict[tuple[int, int], str] = {}
    for family in find_families(articles, least_score=sensitivity.least_score):
        sides = ([place for place in family.places if (place.article_id < news) == side] for side in (True, False))
        for a, b in product(*sides):
            found[a.article_id, b.article_id] = f"{a.span.of(texts[a.article_id])!r} {b.span.of(texts[b.article_id])!r}"
    words = [len(text.split()) for text in texts]
    pairs = sum(words[:news]) * sum(words[news:]) / _WORDS**2
    with capsys.disabled():
        print(
            f"\n{sensitivity.value}, least score {sensitivity.least_score}: {len(found)} pairs with a false passage "
            f"among {news * (len(texts) - news)}, "
            f"which is {1e6 * len(found) / pairs:.2f} a million pairs of articles of {_WORDS} words"
        )
        print(*list(found.values())[:_SHOWN], sep="\n")
    assert len(found) < 40 * pairs / 1e6
