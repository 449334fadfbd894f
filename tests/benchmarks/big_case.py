"""A case of 2,000 articles and 5,000 families, written straight into a case file: what the desktop is measured on.

Its texts are invented by a seeded generator, and the same seed gives the same case. Every family is a sentence or a
paragraph in 2 to 12 articles, edited as newspapers edit: a number raised, a verb sharpened, a doubt left out, a clause
put in. Two more articles of 20,000 words each share long passages. Families are written as planted: no engine runs.

`python -m tests.benchmarks.big_case OUT.variorum` writes it to a file that is not there yet.
"""

import hashlib
import random
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from db.casefile import open_case
from workbench.model import DatePrecision, Place, PublicationDate, Zone, ZoneKind
from workbench.ports import CaseStore, FoundFamily
from workbench.reading.model import ReadArticle, Reading
from workbench.spans import OffsetMap, Span

LONG_TITLE = "The long record of the harbour inquiry"
"""How the titles of the two articles of 20,000 words begin."""
_BREAK = "\n\n"
_SIZES, _SIZE_WEIGHTS = range(2, 13), (40, 20, 12, 8, 5, 4, 3, 3, 2, 2, 1)
_OUTLETS = [
    f"{place} {name}"
    for place in ["Alder", "Brisk", "Corrow", "Dunmere", "Eastry", "Fennick", "Gullane", "Harrow", "Isker", "Jarvis"]
    for name in ["Post", "Courier", "Herald", "Ledger", "Lamp", "Gazette", "Mirror", "Witness"]
]
_PEOPLE = "the minister|the harbour board|a spokesman|the union|the mayor|two officials|the ferry company|a witness"
_VERBS = "said|announced|confirmed|told reporters|wrote|explained|noted|repeated"
_SHARP = "admitted|claimed|insisted|boasted|conceded|warned"
_NOUNS = (
    "harbour|bridge|ferry|cargo|contract|storm|warehouse|inquiry|budget|strike|school|clinic|tunnel|railway|market|river|"
    "pipeline|dock|vessel|reservoir|archive|museum|airport|refinery|orchard|quarry|lighthouse|festival|council|border"
)
_KINDS = "old|northern|unfinished|public|costly|narrow|flooded|private|new|disputed|quiet|repaired|empty|secret|wooden"
_DOINGS = (
    "would be closed|would be sold|had been inspected|was to be rebuilt|may be moved|could be lost|had cost too much|"
    "was never insured|will be opened again|should be examined|might be delayed|had been promised to others"
)
_WHEN = (
    "before the winter|this autumn|after the spring tides|within three months|by the end of the year|on Tuesday night|"
    "since the last election|without notice|when the ice has gone|as soon as the papers are signed"
)
_WHY = (
    "because of the rising water|despite the protests of families nearby|according to a report seen by this paper|"
    "which includes the land behind the station|although nobody had asked for it|as the board had been told in private|"
    "to make room for a wider road|so that the debts can be paid|for reasons that were not given"
)
_CLAUSES = ("reportedly", "it is understood", "in a shock move", "as feared", "at long last", "quietly")


@dataclass(frozen=True)
class Size:
    """How large a case is to be."""

    articles: int = 2_000
    families: int = 5_000
    words: int = 400
    """Words of an article beside what it shares."""
    long_words: int = 20_000
    seed: int = 1


@dataclass
class _Story:
    """An article in the making: its paragraphs, and which of them belong to which family."""

    title: str
    outlet: str
    date: str
    paragraphs: list[str] = field(default_factory=list)
    shared: list[tuple[int, str]] = field(default_factory=list)
    """Families and their wording here."""


class _Teller:
    """Invents sentences, and edits them."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng

    def _one(self, words: str) -> str:
        return self._rng.choice(words.split("|"))

    def _thing(self) -> str:
        place = self._rng.choice(_OUTLETS).split()[0]
        return f"the {self._one(_KINDS)} {self._one(_NOUNS)} of {place} {self._one(_NOUNS)}"

    def sentence(self) -> str:
        """A sentence of some 25 words."""
        number = f"{self._rng.randint(2, 9)},{self._rng.randint(100, 999)}"
        parts = [
            f"{self._one(_PEOPLE)} {self._one(_VERBS)} {self._one(_WHEN)} that {self._thing()} {self._one(_DOINGS)}",
            f"about {number} {self._one(_NOUNS)} workers of {self._thing()} were told {self._one(_WHEN)}",
            f"“{self._thing()} {self._one(_DOINGS)} {self._one(_WHEN)},” {self._one(_PEOPLE)} {self._one(_VERBS)}",
        ]
        told = f"{self._rng.choice(parts)} {self._one(_WHY)}."
        return told[0].upper() + told[1:]

    def passage(self, sentences: int) -> str:
        """Some sentences, one after the other."""
        return " ".join(self.sentence() for _ in range(sentences))

    def story(self, words: int) -> list[str]:
        """Paragraphs of so many words in all, and a few more."""
        paragraphs = []
        while words > 0:
            paragraphs.append(self.passage(self._rng.randint(1, 4)))
            words -= len(paragraphs[-1].split())
        return paragraphs

    def edited(self, text: str, share: float) -> str:
        """Another outlet's rendering: that share of the words is touched."""
        return " ".join(word for word in (self._touched(word, share) for word in text.split()) if word)

    def _touched(self, word: str, share: float) -> str:
        if self._rng.random() >= share or not word.isalnum():
            return word
        fate = self._rng.randrange(4)
        if fate == 0:
            return f"{word} {self._rng.choice(_CLAUSES)}"
        return "" if fate == 1 else self._one(_SHARP) if word in _VERBS else self._one(_NOUNS)


def _date(rng: random.Random) -> str:
    return f"2019-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"


def _stories(size: Size, rng: random.Random) -> list[_Story]:
    """The stories with what they share; the two long ones come last."""
    teller = _Teller(rng)
    stories = [
        _Story(
            teller.sentence()[:70],
            rng.choice(_OUTLETS),
            _date(rng),
            teller.story(round(rng.gauss(1, 0.3) * size.words)),
        )
        for _ in range(size.articles)
    ]
    between = max(1, size.families // 100)
    for number in range(size.families - between):
        text = teller.passage(rng.randint(1, 3))
        count = min(rng.choices(_SIZES, _SIZE_WEIGHTS)[0], size.articles)
        share = rng.choice((0.0, 0.03, 0.08, 0.15))
        for nth, story in enumerate(rng.sample(stories, count)):
            story.shared.append((number, teller.edited(text, share) if nth else text))
    long = [_Story(f"{LONG_TITLE}, part {part}", rng.choice(_OUTLETS), _date(rng)) for part in (1, 2)]
    for number in range(size.families - between, size.families):
        text = teller.passage(rng.randint(2, 14))
        for nth, story in enumerate(long):
            story.shared.append((number, teller.edited(text, 0.08) if nth else text))
    for story in long:
        told = sum(len(text.split()) for _, text in story.shared)
        story.paragraphs = teller.story(size.long_words - told)
    return [*stories, *long]


def _laid_out(story: _Story, rng: random.Random) -> tuple[str, list[tuple[int, Span]]]:
    """The text of a story, its passages among its paragraphs in their order, and where each family stands in it."""
    at = sorted(rng.randint(0, len(story.paragraphs)) for _ in story.shared)
    pieces: list[tuple[int, str]] = [(-1, story.title), (-1, story.outlet)]
    before = 0
    for place, (family, text) in zip(at, story.shared, strict=True):
        pieces += [(-1, paragraph) for paragraph in story.paragraphs[before:place]]
        pieces.append((family, text))
        before = place
    pieces += [(-1, paragraph) for paragraph in story.paragraphs[before:]]
    found, start = [], 0
    for family, text in pieces:
        if family >= 0:
            found.append((family, Span(start, start + len(text))))
        start += len(text) + len(_BREAK)
    return _BREAK.join(text for _, text in pieces), found


def _reading(name: str, story: _Story, text: str) -> Reading:
    head, line = len(story.title), len(story.outlet)
    zones = (
        Zone(ZoneKind.HEADLINE, Span(0, head)),
        Zone(ZoneKind.BYLINE, Span(head + 2, head + 2 + line)),
        Zone(ZoneKind.BODY, Span(head + line + 4, len(text))),
    )
    published = PublicationDate(story.date, DatePrecision.DAY, story.date)
    article = ReadArticle(Span(0, len(text)), story.title, story.outlet, "", "", published, "", "en", zones)
    content = text.encode()
    digest = hashlib.sha256(content).hexdigest()
    return Reading(name, f"/pages/{name}", content, digest, "text/plain", "utf-8", text, OffsetMap(), (article,))


def _added(store: CaseStore, stories: Sequence[_Story], rng: random.Random) -> Iterator[tuple[int, Place]]:
    """Add every story; gives families and places."""
    places = {}
    for number, story in enumerate(stories):
        text, found = _laid_out(story, rng)
        name = f"page-{number:05}.txt"
        source = store.add_reading(_reading(name, story, text))
        if source is not None:
            places[source.id] = found
    for article in store.articles():
        for family, span in places.get(article.source_id, ()):
            yield family, Place(article.id, span)


def write_big_case(path: Path, size: Size = Size()) -> Path:
    """Write the case to `path`, where no file is yet."""
    rng = random.Random(size.seed)
    with closing(open_case(path, create=True)) as store:
        families: dict[int, list[Place]] = {}
        for family, place in _added(store, _stories(size, rng), rng):
            families.setdefault(family, []).append(place)
        store.replace_families([FoundFamily(tuple(sorted(places)), False) for _, places in sorted(families.items())])
    return path


if __name__ == "__main__":
    write_big_case(Path(sys.argv[1]))
