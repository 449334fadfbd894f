"""Fifty witnesses of eighty words in columns: time, and how many words that belong together stand together.

CollateX is the peer. It is GPL-3.0 and needs Levenshtein, GPL-2.0 or later, so both serve this measurement only, are no
dependencies of ours and are never shipped: run this with
`uv run --with collatex==2.3 --with levenshtein==0.27.5 pytest tests/benchmarks/test_collation.py`. The comparison is
skipped where they are not there.
"""

import random
import time
import warnings
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

import pytest

from tests.engine.stories import filler
from workbench.comparing.collation import collate

WITNESSES = 50
WORDS = 80
SMALL = ("the", "of", "and", "to", "a", "in", "that", "was", "for", "on", "with", "as", "by", "at", "from")
SHARES = (0.05, 0.1, 0.2)
"""Of the words of a witness so many are dropped, replaced or doubled by another word."""

Word = tuple[int, int]
"""A witness and the number of one of its words."""


class PlantedFamily(NamedTuple):
    """Witnesses as lists of words, each with its number in the text that all were made of, -1 for words put in."""

    words: list[list[str]]
    origins: list[list[int]]

    @property
    def texts(self) -> list[str]:
        return [" ".join(words) for words in self.words]

    @property
    def pairs(self) -> int:
        """How many pairs of words of two witnesses belong together."""
        together = Counter(origin for origins in self.origins for origin in origins if origin >= 0)
        return sum(count * (count - 1) // 2 for count in together.values())


class Aligned(NamedTuple):
    """Pairs of words of two witnesses that stand in one column.

    `found` is the share of those that belong together, `right` the share of the equal words in one column that do.
    """

    found: float
    right: float


def planted(share: float) -> PlantedFamily:
    rng = random.Random(f"{share}")
    rare = filler(7, 40).lower().replace(".", "").split()
    base: list[str] = []
    while len(base) < WORDS:
        word = rng.choice(SMALL) if rng.random() < 0.4 else rare.pop()
        base += [word] if word not in base[-1:] else []  # of two equal neighbours nobody can say which was dropped
    family = PlantedFamily([], [])
    for _ in range(WITNESSES):
        edited: list[tuple[str, int]] = []
        for number, word in enumerate(base):
            other, fate = rng.choice((*SMALL, *rare)), rng.random() / share
            edited += [(other, -1)] if fate < 2 / 3 else []
            edited += [(word, number)] if not 1 / 3 <= fate < 1 else []
        family.words.append([word for word, _ in edited])
        family.origins.append([origin for _, origin in edited])
    return family


def judged(family: PlantedFamily, columns: Iterable[Iterable[Word]]) -> Aligned:
    """`columns` holds the words of all witnesses that stand in each column."""
    told = right = 0
    for column in columns:
        words = list(column)
        told += _pairs(family.words[witness][word] for witness, word in words)
        right += _pairs(origin for witness, word in words if (origin := family.origins[witness][word]) >= 0)
    return Aligned(right / family.pairs, right / told)


def _pairs(values: Iterable[object]) -> int:
    return sum(count * (count - 1) // 2 for count in Counter(values).values())


def ours(family: PlantedFamily) -> list[list[Word]]:
    collation = collate(family.texts)
    reached: Counter[int] = Counter()
    columns = []
    for number in range(len(collation.columns)):
        counts = [len(collation.text(number, witness).split()) for witness in range(WITNESSES)]
        columns.append([(witness, reached[witness] + k) for witness, count in enumerate(counts) for k in range(count)])
        reached.update(dict(enumerate(counts)))
    return columns


def collatex_columns(table: Any) -> list[list[Word]]:
    reached: Counter[int] = Counter()
    columns = []
    for column in table.columns:
        counts = {int(sigil): len(tokens) for sigil, tokens in column.tokens_per_witness.items()}
        columns.append([(witness, reached[witness] + k) for witness, count in counts.items() for k in range(count)])
        reached.update(counts)
    return columns


def least_time(job: Callable[[], object], rounds: int) -> float:
    """Processor seconds, the least of some rounds: what others do on the machine does not count."""
    taken = []
    for _ in range(rounds):
        start = time.process_time()
        job()
        taken.append(time.process_time() - start)
    return min(taken)


@pytest.mark.parametrize("share", SHARES)
def test_fifty_witnesses_take_less_than_a_second(share: float, capsys: pytest.CaptureFixture[str]) -> None:
    family = planted(share)
    taken = least_time(lambda: collate(family.texts), rounds=5)
    aligned = judged(family, ours(family))
    with capsys.disabled():
        print(
            f"\n{WITNESSES} witnesses of {WORDS} words, {share:.0%} edited: {taken * 1000:.0f} ms; "
            f"{aligned.found:.2%} of the words that belong together stand in one column, "
            f"{aligned.right:.2%} of the equal words in one column belong together"
        )
    assert taken < 1
    assert min(aligned) > 0.98


@pytest.mark.parametrize("share", SHARES)
def test_against_collatex(share: float, capsys: pytest.CaptureFixture[str]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        collatex = pytest.importorskip("collatex", reason="run with --with collatex==2.3 --with levenshtein==0.27.5")
    family = planted(share)
    tables: list[Any] = []

    def peer() -> None:
        collation = collatex.Collation()
        for witness, text in enumerate(family.texts):
            collation.add_plain_witness(str(witness), text)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tables.append(collatex.collate(collation, segmentation=False))

    mine, its = least_time(lambda: collate(family.texts), rounds=5), least_time(peer, rounds=1)
    aligned, rival = judged(family, ours(family)), judged(family, collatex_columns(tables[-1]))
    with capsys.disabled():
        print(
            f"\n{share:.0%} edited: {mine * 1000:.0f} ms, CollateX {its * 1000:.0f} ms, {its / mine:.0f} times faster; "
            f"in one column of what belongs there {aligned.found:.2%}, CollateX {rival.found:.2%}; "
            f"equal words there that belong together {aligned.right:.2%}, CollateX {rival.right:.2%}"
        )
    assert mine < its / 20
    assert aligned.found >= rival.found
