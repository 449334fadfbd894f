"""Large sets of articles with planted quotations, wire paragraphs, full copies and boilerplate.

The same seed gives the same set.

`python -m tests.benchmarks.generator 20000 OUT.jsonl` writes the articles as JSON lines, and beside them
OUT.planted.json with every planted place. Articles come one by one, so that 100,000 need no more memory than
their plan.
"""

import json
import random
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.benchmarks.planting import KINDS, NEW_WORDS, render
from tests.benchmarks.pool import Pool, load_pool

BREAK = "\n\n"
FURNITURE = (
    """\
This story may be republished free of charge in print and online under an open licence, provided that it is not edited
and that the Lakeside Desk is named as its author.

Our newsroom takes no money from governments or parties. If you can, please support our reporting with a donation
today; every small sum keeps our pages open to all readers.

Sign up for our morning newsletter and get the five stories that matter most in your inbox before breakfast. You can
leave the list at any time with one click.

All rights reserved. No part of this page may be stored, broadcast or rewritten without written leave of the
publisher. Photographs belong to their agencies.

Have you seen a mistake on this page? Write to our readers’ editor, who answers every letter within three working days
and lists all corrections at the foot of the story.

By reading on you agree to our use of cookies, which help us to count visits and to show advertisements that pay for
the journalism you have just read.
""".strip()
    .replace("\n\n", "|")
    .replace("\n", " ")
    .split("|")
)
"""Licences, donation lines and newsletter boxes, invented."""
_FRAMES = (
    "“{}”, said a person who was there.",
    "“{}”, the spokesman told reporters.",
    "{}, according to the statement.",
    "{}.",
)
_COPY_EDITS = (0, 0, 1, 3, 8)
"""Words replaced in a copy."""
_PARAGRAPH_WORDS = 50


@dataclass(frozen=True)
class Plan:
    """How many articles, and how much is planted in them. Shares are of articles, or of paragraphs, 0 to 1."""

    articles: int
    seed: int = 1
    words: int = 400
    wire_share: float = 0.02
    copy_share: float = 0.03
    furniture_share: float = 0.5
    quotes_per_article: float = 0.1
    viral: int = 50
    exact_share: float = 0.3


@dataclass(frozen=True)
class Planted:
    """Something planted in an article, and its place there.

    `what` is "quote", "viral", "wire", "copy" or "furniture", `of` the number of the text (of a copy: of the article
    copied), `kind` the edit, `distance` the edit distance from the text planted.
    """

    what: str
    of: int
    article: int
    span: tuple[int, int]
    kind: str = "exact"
    distance: float = 0.0


@dataclass(frozen=True)
class Article:
    """One generated article."""

    number: int
    text: str
    planted: tuple[Planted, ...]


@dataclass(frozen=True)
class _Piece:
    """A paragraph: the planted text with what stands before and after it."""

    before: str
    text: str = ""
    after: str = ""
    what: str = ""
    of: int = 0
    kind: str = "exact"
    distance: float = 0.0

    @property
    def whole(self) -> str:
        return self.before + self.text + self.after


class Generator:
    """Makes the articles of a plan, one by one and in any order."""

    def __init__(self, plan: Plan, pool: Pool) -> None:
        self._plan, self._pool = plan, pool
        rng = random.Random(plan.seed)
        self._copied = self._choose_copies(rng)
        in_copies = {*self._copied, *self._copied.values()}
        self._free = [number for number in range(plan.articles) if number not in in_copies]
        self._wire: dict[int, list[int]] = defaultdict(list)
        self._quotes: dict[int, list[tuple[str, int, str]]] = defaultdict(list)
        self._plant_wire(rng)
        self._plant_viral(rng)
        self._plant_quotes(rng)

    def __iter__(self) -> Iterator[Article]:
        return map(self.article, range(self._plan.articles))

    def article(self, number: int) -> Article:
        """Article `number`, from 0."""
        rng = self._rng("article", number)
        original = self._copied.get(number)
        if original is None:
            pieces = self._body(number, rng)
        else:
            body = self._body(original, self._rng("article", original))
            pieces = [_retouched(rng, BREAK.join(piece.before for piece in body), original)]
        if rng.random() < self._plan.furniture_share:
            which = rng.randrange(len(FURNITURE))
            pieces.append(_Piece("", FURNITURE[which], "", "furniture", which))
        return _joined(number, pieces)

    def _rng(self, *key: object) -> random.Random:
        return random.Random(" ".join(map(str, (self._plan.seed, *key))))

    def _body(self, number: int, rng: random.Random) -> list[_Piece]:
        planted = [*self._wire_pieces(number), *self._quote_pieces(number, rng)]
        words = sum(len(piece.whole.split()) for piece in planted)
        wanted = max(0.4, rng.gauss(0.9, 0.3)) * self._plan.words  # the last paragraph goes beyond it
        pieces = []
        while words < wanted:
            pieces.append(_Piece(" ".join(self._pool.sentence(rng) for _ in range(rng.randint(1, 4)))))
            words += len(pieces[-1].whole.split())
        for piece in planted:
            pieces.insert(rng.randint(0, len(pieces)), piece)
        return pieces

    def _wire_pieces(self, number: int) -> Iterator[_Piece]:
        for which in self._wire.get(number, ()):
            yield _Piece("", self._pool.paragraphs[which % len(self._pool.paragraphs)], "", "wire", which)

    def _quote_pieces(self, number: int, rng: random.Random) -> Iterator[_Piece]:
        for what, which, kind in self._quotes.get(number, ()):
            rendering = render(rng, self._pool.quotes[which], kind)
            before, after = rng.choice(_FRAMES).split("{}")
            before = f"{self._pool.sentence(rng)} {before}"
            if rng.random() < 0.5:
                after = f"{after} {self._pool.sentence(rng)}"
            yield _Piece(before, rendering.text, after, what, which, rendering.kind, rendering.distance)

    def _choose_copies(self, rng: random.Random) -> dict[int, int]:
        """Copy to original; nothing else is planted in either, and some originals have several copies."""
        count = round(self._plan.copy_share * self._plan.articles)
        drawn = rng.sample(range(self._plan.articles), min(self._plan.articles, 2 * count))
        originals = drawn[count:]
        return {copy: originals[int(len(originals) * rng.random() ** 2)] for copy in drawn[:count]} if originals else {}

    def _plant_wire(self, rng: random.Random) -> None:
        """Paragraphs that stand whole in 2 to 30 articles, as agency copy does."""
        left = round(self._plan.wire_share * self._plan.articles * self._plan.words / _PARAGRAPH_WORDS)
        which = 0
        while left >= 2 and len(self._free) >= 2:
            articles = rng.sample(self._free, min(rng.randint(2, 30), left, len(self._free)))
            for article in articles:
                self._wire[article].append(which)
            left -= len(articles)
            which += 1

    def _plant_viral(self, rng: random.Random) -> None:
        """Quotations in 150 to 1,000 articles each when there are 20,000 or more, in fewer when there are fewer."""
        scale = min(1.0, self._plan.articles / 20_000)
        for which in range(self._plan.viral):
            count = max(2, round(scale * rng.randint(150, 1000)))
            self._plant(rng, "viral", which, min(count, len(self._free)), 0.5)

    def _plant_quotes(self, rng: random.Random) -> None:
        last = min(
            len(self._pool.quotes), self._plan.viral + round(self._plan.quotes_per_article * self._plan.articles)
        )
        for which in range(self._plan.viral, last):
            self._plant(rng, "quote", which, min(rng.randint(2, 6), len(self._free)), self._plan.exact_share)

    def _plant(self, rng: random.Random, what: str, which: int, count: int, exact: float) -> None:
        """The first rendering is exact, so that every edit can be measured against the text itself."""
        for place, article in enumerate(rng.sample(self._free, count)):
            kind = "exact" if place == 0 or rng.random() < exact else rng.choice(KINDS[1:])
            self._quotes[article].append((what, which, kind))


def _retouched(rng: random.Random, text: str, original: int) -> _Piece:
    """A copy of an article, with a few words replaced or none."""
    edits = rng.choice(_COPY_EDITS)
    words = text.split(" ")
    for at in rng.sample(range(len(words)), min(edits, len(words))):
        if BREAK not in words[at]:
            words[at] = rng.choice(NEW_WORDS)
    return _Piece("", " ".join(words), "", "copy", original, "edited" if edits else "exact")


def _joined(number: int, pieces: list[_Piece]) -> Article:
    texts, planted, at = [], [], 0
    for piece in pieces:
        start = at + len(piece.before)
        if piece.what:
            span = (start, start + len(piece.text))
            planted.append(Planted(piece.what, piece.of, number, span, piece.kind, piece.distance))
        texts.append(piece.whole)
        at += len(texts[-1]) + len(BREAK)
    return Article(number, BREAK.join(texts), tuple(planted))


def write_set(generator: Generator, out: Path) -> Path:
    """Write JSON lines {"id", "text"} to `out`, and the planted places to the path returned."""
    places = out.with_suffix(".planted.json")
    listed: list[dict[str, object]] = []
    with out.open("w", encoding="utf-8") as lines:
        for article in generator:
            lines.write(json.dumps({"id": article.number, "text": article.text}, ensure_ascii=False) + "\n")
            listed += map(asdict, article.planted)
    places.write_text(json.dumps(listed), encoding="utf-8")
    return places


if __name__ == "__main__":
    shared = Path(__file__).resolve().parents[3] / "shared"
    write_set(Generator(Plan(int(sys.argv[1])), load_pool(shared)), Path(sys.argv[2]))
