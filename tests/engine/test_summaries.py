import random
from collections.abc import Callable

import pytest

from tests.engine.stories import filler
from tests.engine.test_pairs import digest, shuffled, topical
from workbench.engine.bags import Bags
from workbench.engine.sentences import Sentences
from workbench.engine.summaries import Found, Summary, summary
from workbench.spans import Span

ARTICLE = topical(1, 60)
BEFORE, AFTER = topical(2, 25), topical(3, 25)


def summary_of(told: str, article: list[str], found: list[Found] | None = None) -> tuple[Summary | None, Bags]:
    bags = Bags(Sentences(f"{' '.join(BEFORE)} {told} {' '.join(AFTER)}", " ".join(article)))
    return summary(bags, found or []), bags


def retold(sentences: list[str]) -> str:
    """The same words in quite other sentences."""
    words = [word for sentence in sentences for word in sentence[:-1].lower().split()]
    random.Random(1).shuffle(words)
    return " ".join(" ".join(words[k : k + 11]).capitalize() + "." for k in range(0, len(words), 11))


def test_words_from_all_over_a_document_sum_it_up() -> None:
    found, bags = summary_of(digest(ARTICLE), ARTICLE)
    assert found is not None
    assert found.side == 0
    told, summed_up = bags.sentences.spans(found.region)
    assert told.of(bags.sentences.texts[0]).strip(".") == digest(ARTICLE).strip(".")
    assert summed_up.of(bags.sentences.texts[1]).strip(".") == " ".join(ARTICLE).strip(".")


def test_a_summary_of_one_part_of_a_document_is_one_of_that_part() -> None:
    found, _ = summary_of(digest(ARTICLE), [filler(4, 40), *ARTICLE, filler(5, 40)])
    assert found is not None
    first, last = found.region.side(1)
    assert 30 <= first <= 50
    assert 90 <= last <= 110


@pytest.mark.parametrize("tell", [lambda part: shuffled(" ".join(part)), retold])
def test_what_one_place_accounts_for_sums_up_nothing(tell: Callable[[list[str]], str]) -> None:
    assert summary_of(tell(ARTICLE[20:28]), ARTICLE)[0] is None


def test_what_passages_already_found_account_for_sums_up_nothing() -> None:
    start = len(" ".join(BEFORE)) + 1
    told = Span(start, start + len(digest(ARTICLE)))
    assert summary_of(digest(ARTICLE), ARTICLE, [Found((told, Span(0, 500)), 1.0)])[0] is None


@pytest.mark.parametrize("seed", range(5))
def test_a_short_article_does_not_sum_up_a_long_one_because_they_share_the_words_of_their_subject(seed: int) -> None:
    bags = Bags(Sentences(" ".join(topical(seed + 10, 14)), " ".join(topical(seed + 50, 500))))
    assert summary(bags, []) is None
