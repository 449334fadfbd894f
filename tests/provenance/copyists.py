"""Stories with a known descent: copyists who edit at random, lose their exemplars, and sometimes name them.

All texts and names are invented. The same seed makes the same story.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from workbench.model import Article, DatePrecision, Family, Place, PublicationDate, Witness, Zone, ZoneKind
from workbench.spans import Span

EXEMPLARS = tuple(
    " ".join(lines.split())
    for lines in (
        """The dam above Orsk Valley will be drained to half of its 41 million cubic metres before the first
        frost because inspectors found a crack of nine metres under the eastern sluice and the villages
        downstream could be flooded""",
        """At least 230 drivers of the tram company will lose their jobs in the spring after the city council
        refused to pay for the new line to the hospital and the old wagons were declared unsafe by an
        engineer from the ministry""",
        """Two fishing boats carrying 18 sailors were stopped near the lighthouse on Friday night by a patrol
        which suspected that crates of unlicensed medicine had been loaded in the southern harbour under
        false papers""",
        """The museum has agreed to return 57 bronze figures to the island after a court decided that they were
        bought from a dealer who might have known that the temple had been plundered during the occupation""",
        """Officials may close the airport for up to twelve days in August while workers replace the lights of
        the main runway, and about 300 flights will be moved to the military airfield beyond the river""",
    )
)
OUTLETS = (
    "Amber Gazette", "Basalt Herald", "Cobalt Tribune", "Drift Courier", "Ember Chronicle", "Fjord Telegraph",
    "Granite Post", "Heather Journal", "Inlet Observer", "Juniper Times", "Kelp Dispatch", "Larch Examiner",
    "Marsh Sentinel", "Nettle Ledger", "Osier Mirror", "Pebble Argus", "Quartz Inquirer", "Reed Bulletin",
    "Slate Express", "Tern Standard",
)  # fmt: skip
_SYNONYMS = {
    "found": "discovered", "villages": "settlements", "flooded": "inundated", "drained": "emptied",
    "refused": "declined", "jobs": "posts", "unsafe": "dangerous", "stopped": "intercepted", "crates": "boxes",
    "medicine": "drugs", "return": "hand", "bought": "acquired", "plundered": "looted", "dealer": "trader",
    "close": "shut", "workers": "crews", "replace": "renew", "flights": "departures", "beyond": "across",
    "company": "operator", "sailors": "seamen", "court": "tribunal", "could": "will", "may": "will", "might": "must",
    "about": "some", "before": "ahead",
}  # fmt: skip
_ADDITIONS = (
    "deadly", "controversial", "long-awaited", "so-called", "cash-strapped", "in a surprise move", "as feared",
    "of all places", "without any warning", "once again", "to the dismay of many", "quietly", "reportedly",
    "under pressure", "rusting", "embattled",
)  # fmt: skip
START = date(2021, 5, 3)


@dataclass(frozen=True)
class Story:
    """A family, its articles and texts, and for each place the nearest exemplar that is still there, if any."""

    family: Family
    articles: dict[int, Article]
    texts: dict[int, str]
    parents: dict[Place, Place | None]


@dataclass(frozen=True)
class Habits:
    """How copyists work: how many edits they make, and how often they name, lose and do not date."""

    edits: float = 2.5
    naming: float = 0.3
    lost: float = 0.2
    undated: float = 0.15
    coarse: float = 0.15


def story(seed: int, habits: Habits = Habits()) -> Story:
    """A story of 3 to 16 copyists, each of which copies an earlier one at random."""
    random = Random(seed)
    count = random.randint(3, 16)
    passages, parents, days = [random.choice(EXEMPLARS)], [-1], [0]
    for k in range(1, count):
        parent = random.randrange(k)
        parents.append(parent)
        passages.append(_copied(passages[parent], random, habits.edits))
        days.append(days[parent] + random.choice((0, 1, 1, 2, 3)))
    lost = {k for k in range(count) if random.random() < habits.lost}
    if count - len(lost) < 2:
        lost = set()
    outlets = random.sample(OUTLETS, count)
    articles, texts, places = {}, {}, {}
    for k in sorted(set(range(count)) - lost, key=lambda _: random.random()):
        names = outlets[parents[k]] if parents[k] >= 0 and random.random() < habits.naming else ""
        text, place = _page(k + 1, passages[k], names)
        published = _published(days[k], random, habits)
        zones = (Zone(ZoneKind.BODY, Span(0, len(text))),)
        span = Span(0, len(text))
        articles[k + 1] = Article(k + 1, k + 1, span, f"Story {k}", outlets[k], "", "", published, "", "en", zones)
        texts[k + 1], places[k] = text, place
    witnesses = tuple(Witness(k + 1, place) for k, place in places.items())
    truth = {place: places.get(_surviving(k, parents, lost)) for k, place in places.items()}
    return Story(Family(1, witnesses), articles, texts, truth)


def _surviving(k: int, parents: list[int], lost: set[int]) -> int:
    """The nearest ancestor that is not lost; -1 when there is none."""
    parent = parents[k]
    while parent in lost:
        parent = parents[parent]
    return parent


def _page(number: int, passage: str, names: str) -> tuple[str, Place]:
    """An article that quotes the passage, with or without saying where it has it from."""
    lead = (
        f"The matter has been talked about for weeks.\n\nThe {names} reported the news first. "
        if names
        else ("The matter has been talked about for weeks.\n\n")
    )
    start = len(lead)
    return f"{lead}{passage}.\n\nNobody was ready to comment.", Place(number, Span(start, start + len(passage)))


def _published(day: int, random: Random, habits: Habits) -> PublicationDate:
    chance = random.random()
    if chance < habits.undated:
        return PublicationDate()
    iso = (START + timedelta(days=day)).isoformat()
    if chance < habits.undated + habits.coarse:
        return PublicationDate(iso[:7], DatePrecision.MONTH, iso[:7])
    return PublicationDate(iso, DatePrecision.DAY, iso)


def _copied(text: str, random: Random, edits: float) -> str:
    """A copy with about so many edits; now and then none."""
    words = text.split()
    for _ in range(min(8, int(random.expovariate(1 / edits) + 0.5))):
        random.choice((_misspell, _replace, _cut, _add, _figure))(words, random)
    return " ".join(words)


def _misspell(words: list[str], random: Random) -> None:
    at = random.choice([k for k, word in enumerate(words) if len(word) > 5] or [0])
    letter = random.randrange(1, max(2, len(words[at]) - 2))
    word = words[at]
    words[at] = random.choice((word[:letter] + word[letter + 1 :], word[: letter + 1] + word[letter:]))


def _replace(words: list[str], random: Random) -> None:
    known = [k for k, word in enumerate(words) if word in _SYNONYMS]
    if known:
        at = random.choice(known)
        words[at] = _SYNONYMS[words[at]]


def _cut(words: list[str], random: Random) -> None:
    length = random.choice((1, 1, 2, 3, 5, 8))
    if len(words) > 15 + length:
        at = random.choice((random.randrange(len(words) - length), len(words) - length))
        del words[at : at + length]


def _add(words: list[str], random: Random) -> None:
    words[(at := random.randrange(1, len(words))) : at] = random.choice(_ADDITIONS).split()


def _figure(words: list[str], random: Random) -> None:
    numbers = [k for k, word in enumerate(words) if word.isdigit()]
    if numbers:
        at = random.choice(numbers)
        words[at] = str(int(words[at]) + random.choice((-1, 1, 2, 5, 10, 100)) or 7)
