"""A case of two long articles that share two passages in the same order; of the first a phrase moved, edited."""

import random
from pathlib import Path

from db.casefile import open_case
from ui.desktop.case.casework import Casework
from workbench.comparison import Comparison, comparison_of
from workbench.model import Family, Place, Witness
from workbench.session import Session
from workbench.spans import Span

FERRY = (
    "The ferry company promised on Friday that its two oldest boats would be sold before the winter storms "
    "and never again sail between the mainland and the outer lighthouse rocks."
)
COUNT = "About {} families live there now, most of them fishers who own neither a boat nor a house of their own."
STORMS = "before the {} winter storms set in again"
WALL = "the long sea wall at Fennick Bay will be finished by the men whom the harbour board of Ostrel has sent there"
BEGINS = "On Monday evening the board said"
BASE_PASSAGE = (
    f"{BEGINS} that {STORMS.format('great')} {WALL}, and that nobody in the town has complained about it so far."
    f"\n\n{COUNT.format(200)}"
)
WITNESS_PASSAGE = (
    f"{BEGINS} that {WALL} {STORMS.format('heavy')}, and that nobody in the town has complained about it so far."
    f"\n\n{COUNT.format(350)}"
)


def _filler(topic: str, paragraphs: int) -> str:
    """Paragraphs of made-up words that stand nowhere else."""
    rng = random.Random(topic)
    parts = [
        a + b
        for a in ["bormi", "calto", "denga", "firsu", "galve", "hompi", "jurta", "kelno"]
        for b in ["dar", "nis", "tol", "web"]
    ]

    def sentence() -> str:
        return " ".join(rng.choice(parts) + rng.choice(parts)[:3] for _ in range(28)).capitalize() + "."

    return "\n\n".join(sentence() for _ in range(paragraphs))


def write_long_case(folder: Path) -> Path:
    """Make the case, aligned."""
    pages = folder / "long"
    pages.mkdir()
    head = "{0}\n\n{1}\n\n{2}\n\n"
    texts = {
        "base.txt": head.format("Forty sent out at dawn", "Alder News", "12 March 2019")
        + "\n\n".join((_filler("market", 4), BASE_PASSAGE, _filler("cellar", 30), FERRY, _filler("garden", 12))),
        "witness.txt": head.format("Fifty leave Port Alder", "The Morning Lamp", "14 March 2019")
        + "\n\n".join((_filler("theatre", 25), WITNESS_PASSAGE, _filler("orchard", 6), FERRY, _filler("quarry", 40))),
    }
    for name, text in texts.items():
        (pages / name).write_text(text, encoding="utf-8")
    path = folder / "Long.variorum"
    session = Session(open_case(path, create=True))
    session.import_paths([pages])
    session.align()
    session.close()
    return path


def passage_of(case: Casework) -> tuple[Family, Comparison]:
    """The passage that was edited as one family, with what moved in it, and the comparison of its witnesses."""
    texts = {article.id: case.texts[article.id] for article in case.snapshot.articles}
    witnesses = []
    for wanted in (BASE_PASSAGE, WITNESS_PASSAGE):
        number, text = next((number, text) for number, text in texts.items() if wanted in text)
        start = text.index(wanted)
        witnesses.append(Witness(900 + number, Place(number, Span(start, start + len(wanted)))))
    family = Family(900, tuple(witnesses))
    return family, comparison_of(family, witnesses[0], witnesses[1], texts, case.snapshot.words.lexicon)
