"""One article more in a case of many: how long until its families are there."""

import hashlib
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path

import pytest

from db.casefile import open_case
from tests.benchmarks.generator import BREAK, Article, Generator, Plan
from tests.benchmarks.pool import load_pool
from tests.benchmarks.processes import jobs
from workbench.model import PublicationDate
from workbench.reading.model import ReadArticle, Reading
from workbench.session import Session
from workbench.spans import OffsetMap, Span

ARTICLES = 20_000
_A_SOURCE = 1_000
_SPARE = 200


def _reading(name: str, texts: Sequence[str]) -> Reading:
    """A digest of these articles."""
    articles, at = [], 0
    for text in texts:
        articles.append(ReadArticle(Span(at, at + len(text)), name, name, "", "", PublicationDate(), "", "en", ()))
        at += len(text) + len(BREAK)
    whole = BREAK.join(texts)
    content = whole.encode()
    digest = hashlib.sha256(content).hexdigest()
    return Reading(name, f"/{name}", content, digest, "text/plain", "utf-8", whole, OffsetMap(), tuple(articles))


def _texts(articles: Iterator[Article], count: int) -> list[str]:
    return [article.text for article in islice(articles, count)]


def _taken(session: Session) -> float:
    start = time.perf_counter()
    session.align(jobs=jobs())
    return time.perf_counter() - start


def test_one_article_more(shared: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    articles = iter(Generator(Plan(ARTICLES + _SPARE), load_pool(shared)))
    with closing(Session(open_case(tmp_path / "large.variorum", create=True))) as session:
        for number in range(ARTICLES // _A_SOURCE):
            session.store.add_reading(_reading(f"digest-{number}.txt", _texts(articles, _A_SOURCE)))
        first = _taken(session)
        late = next(article for article in articles if any(planted.what == "viral" for planted in article.planted))
        session.store.add_reading(_reading("late.txt", [late.text]))
    with closing(Session(open_case(tmp_path / "large.variorum"))) as session:
        assert not session.store.aligned()
        session.snapshot()
        second = _taken(session)
        assert session.store.aligned()
        newest = max(article.id for article in session.snapshot().articles)
        its = [
            family
            for family in session.store.families()
            if any(witness.place.article_id == newest for witness in family.witnesses)
        ]
    assert its
    with capsys.disabled():
        print(
            f"\n{ARTICLES} articles in a case: {first:.1f} s; one more: {second:.2f} s for its {len(its)} families, "
            f"{second / first:.4f} of a full run"
        )
