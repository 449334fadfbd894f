"""Why a family was found, in words that a person can check against the texts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.model import Family, Witness
from workbench.progress import ProgressReport, silent
from workbench.snapshot import Snapshot
from workbench.text.sentence_parts import both_ends

if TYPE_CHECKING:
    from workbench.engine.explaining import Explanation, Passage, Run

_TRIED = 12
"""With how many other witnesses one is compared that is too little like the base."""
_LONGEST_QUOTE = 160
_MOST_SEEDS = 3
_WIDER = 1.5
"""How many times as long as the passage the alignment is for that to be said."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a witness is in its family: what it shares with the base, or with the witness `via` that it came in by."""

    witness: Witness
    found: "Explanation"
    via: Witness | None = None


def reasons(
    snapshot: Snapshot,
    family: Family,
    texts: Mapping[int, str],
    report: ProgressReport = silent,
    most: int | None = None,
) -> tuple[Reason, ...]:
    """Why each witness but the base is in a family, in their order, of the first `most` at least where that is given.

    `texts` are those of the articles, by id. Raises `Cancelled` when `report` does.
    """
    base, others = snapshot.base(family), snapshot.others(family)[:most]
    told = []
    for done, witness in enumerate(others):
        report("Explaining", done, len(others))
        told.append(_reason(snapshot, base, witness, family.witnesses, texts))
    return tuple(told)


def _reason(
    snapshot: Snapshot, base: Witness, witness: Witness, family: Sequence[Witness], texts: Mapping[int, str]
) -> Reason:
    from workbench.engine.articles import EngineArticle
    from workbench.engine.explaining import Passage, explain

    least = snapshot.settings.sensitivity.least_score

    def passage(one: Witness) -> "Passage":
        article = snapshot.article[one.place.article_id]
        return Passage(EngineArticle(article.id, texts[article.id], article.zones), one.place.span)

    found = explain(passage(base), passage(witness))
    if enough(found, least):
        return Reason(witness, found)
    for via in [one for one in family if one.id not in (base.id, witness.id)][:_TRIED]:
        other = explain(passage(via), passage(witness))
        if enough(other, least):
            return Reason(witness, other, via)
    return Reason(witness, found)


def enough(found: "Explanation", least: float) -> bool:
    """Whether what two passages share scores what is needed."""
    return found.score is not None and round(found.score, 2) >= least


def shared_words(found: "Explanation") -> str:
    """How much is shared: `32 of 38 words shared`."""
    return f"{found.shared:,} of {_words(found.words)} shared"


def longest_words(found: "Explanation") -> str:
    """The longest run in words: `the longest run of 14 words: “…”`."""
    if found.longest.words == 0:
        return "no word the same letter for letter"
    return f"the longest run of {_words(found.longest.words)}: {quoted(found.longest)}"


def score_words(found: "Explanation", least: float) -> str:
    """The score in words: `score 41, at least 7 needed`."""
    needed = f"at least {_number(least)} needed"
    if found.score is None:
        return f"no score of its own, {needed}"
    around = f" with the words around it, {_words(found.reach)} in all" if found.reach >= _WIDER * found.words else ""
    return f"score {_number(found.score)}{around}, {needed}"


def seed_words(found: "Explanation") -> str:
    """What first brought the two together, in words."""
    if found.runs:
        runs = ", ".join(f"{quoted(run)} ({_words(run.words)})" for run in found.runs[:_MOST_SEEDS])
        return f"first noticed by the same words in a row: {runs}{_more(len(found.runs))}"
    if found.triples:
        triples = "; ".join(", ".join(f"“{word}”" for word in triple) for triple in found.triples[:_MOST_SEEDS])
        return f"first noticed by the same words near one another: {triples}{_more(len(found.triples))}"
    return "no run of words or words near one another of its own"


def found_because(found: "Explanation", least: float) -> str:
    """All but the seeds in one line, which begins small and ends without a stop."""
    return f"{shared_words(found)}, {longest_words(found)}; {score_words(found, least)}"


def quoted(run: "Run") -> str:
    """A run between quotation marks, on one line, its middle left out where it is long."""
    return f"“{both_ends(run.text, _LONGEST_QUOTE)}”"


def _words(number: int) -> str:
    return f"{number:,} {'word' if number == 1 else 'words'}"


def _number(value: float) -> str:
    """A score with one digit after the point, if that is not 0."""
    return f"{value:.1f}".removesuffix(".0")


def _more(number: int) -> str:
    return f" and {number - _MOST_SEEDS:,} more" if number > _MOST_SEEDS else ""
