"""Real words to build large sets of articles from: the paragraphs of the public evaluation sets, cut into short runs.

The pool holds some 1.3 million words, and 100,000 articles need 37 million. Paragraphs or sentences reused whole would
make everything a copy of everything, so an article is put together from runs of two to five words, which stand in
their sentences as they stood in the original (at the start, in the middle, at the end). The lengths of the runs, and
the share of stock phrases ("at the end of the"), are chosen so that two generated articles share about as many
sequences of four words as two real, unrelated articles do. Of four, five, six and eight words, a million pairs of
articles of 400 words share 22,000, 1,200, 60 and 0 (`news` with `pan13`), and 16,000, 1,400, 190 and 7 (generated,
nothing planted). Generated articles have no subject, so that those of one subject are not alike, as real ones are.
"""

import json
import random
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

_LENGTHS = (2, 3, 4, 5)
_LENGTH_WEIGHTS = (0.46, 0.466, 0.07, 0.004)
_PHRASE_WORDS = 4
_LEAST_DOCUMENTS = 4
"""In how many documents of the pool four words must recur to be a stock phrase."""
_SENTENCE = re.compile(r"(?<=[.!?])[”\"]?\s+(?=[“\"A-Z])")
_ODD = re.compile(r"[^\w\s.,;:!?'’\-–%$()]")
_LETTERS = re.compile(r"[a-z]+(?:['’-][a-z]+)*", re.I)


@dataclass(frozen=True)
class Pool:
    """What articles are made of, and held-back sentences for the quotations, which stand nowhere else."""

    starts: Sequence[str]
    middles: Sequence[str]
    ends: Sequence[str]
    phrases: Sequence[str]
    phrase_weights: Sequence[int]
    paragraphs: Sequence[str]
    quotes: Sequence[str]

    def sentence(self, rng: random.Random, phrases: float = 0.15) -> str:
        """A new sentence of some 18 words; a share of `phrases` of them has a stock phrase in it."""
        middles = rng.choices(self.middles, k=rng.randint(3, 6))
        if rng.random() < phrases:
            middles[rng.randrange(len(middles))] = rng.choices(self.phrases, cum_weights=self.phrase_weights)[0]
        return " ".join((rng.choice(self.starts), *middles, rng.choice(self.ends)))


def load_pool(shared: Path, seed: int = 1) -> Pool:
    """The pool of the evaluation sets under `shared`; of every three documents one is held back for quotations."""
    rng = random.Random(seed)
    documents = [list(dict.fromkeys(paragraphs)) for paragraphs in _documents(shared / "eval")]
    used = [paragraphs for number, paragraphs in enumerate(documents) if number % 3]
    quotes = _quotes(rng, [paragraphs for number, paragraphs in enumerate(documents) if number % 3 == 0])
    sentences = {
        sentence: None for paragraphs in used for paragraph in paragraphs for sentence in _sentences(paragraph)
    }
    cut = [runs for sentence in sentences if len(runs := _runs(rng, sentence.split())) >= 3]
    phrases = _stock_phrases(used)
    taken = {gram for quote in quotes for gram in _grams(quote, 5)}
    return Pool(
        starts=[runs[0] for runs in cut],
        middles=[run for runs in cut for run in runs[1:-1]],
        ends=[runs[-1] for runs in cut],
        phrases=list(phrases),
        phrase_weights=list(accumulate(phrases.values())),
        paragraphs=[text for text in _paragraphs(sentences) if taken.isdisjoint(_grams(text, 5))],
        quotes=quotes,
    )


def _documents(folder: Path) -> Iterable[list[str]]:
    for line in (folder / "news/articles.jsonl").read_text(encoding="utf-8").splitlines():
        yield json.loads(line)["text"].split(" ### ")
    for kind in ("src", "susp"):
        for path in sorted((folder / "pan13" / kind).glob("*.txt")):
            yield [part.replace("\n", " ").strip() for part in re.split(r"\n\s*\n", path.read_text(encoding="utf-8"))]


def _sentences(paragraph: str) -> list[str]:
    """The sentences that look like prose: no markup, no tables."""
    return [
        sentence
        for sentence in _SENTENCE.split(paragraph)
        if len(words := sentence.split()) >= 6
        and len(_ODD.findall(sentence)) <= 2
        and sum(bool(_LETTERS.fullmatch(word.strip(".,;:!?()'’“”\""))) for word in words) >= 0.85 * len(words)
    ]


def _paragraphs(sentences: Iterable[str]) -> list[str]:
    """Sentences that follow each other, 40 words or more at a time: a paragraph of agency copy."""
    paragraphs, taken = [], list[str]()
    for sentence in sentences:
        taken.append(sentence)
        if sum(map(len, map(str.split, taken))) >= 40:
            paragraphs.append(" ".join(taken))
            taken = []
    return [paragraph for paragraph in paragraphs if len(paragraph.split()) <= 90]


def _runs(rng: random.Random, words: Sequence[str]) -> list[str]:
    runs, at = [], 0
    while at < len(words):
        length = rng.choices(_LENGTHS, _LENGTH_WEIGHTS)[0]
        runs.append(" ".join(words[at : at + length]))
        at += length
    return runs


def _grams(text: str, size: int) -> set[str]:
    words = re.findall(r"\w+", text.lower())
    return {" ".join(words[at : at + size]) for at in range(len(words) - size + 1)}


def _stock_phrases(documents: Iterable[Iterable[str]]) -> dict[str, int]:
    """Four words that recur, with the number of documents they stand in."""
    found: Counter[str] = Counter()
    for paragraphs in documents:
        found.update(set().union(*(_grams(" ".join(_sentences(text)), _PHRASE_WORDS) for text in paragraphs)))
    return {phrase: count for phrase, count in sorted(found.items()) if count >= _LEAST_DOCUMENTS}


def _quotes(rng: random.Random, documents: Iterable[Iterable[str]]) -> list[str]:
    """Quotations of 8 to 30 words, no two of which share six words."""
    seen: set[str] = set()
    quotes = []
    for sentence in (sentence for paragraphs in documents for text in paragraphs for sentence in _sentences(text)):
        words = re.sub(r"[“”\"()]", "", sentence).split()
        length = rng.randint(8, 30)
        grams = _grams(quote := " ".join(words[:length]), 6)
        if len(words) < 8 or not seen.isdisjoint(grams) or not _says_something(quote):
            continue
        seen |= grams
        quotes.append(quote.rstrip(".,;:!?"))
    rng.shuffle(quotes)
    return quotes


def _says_something(quote: str) -> bool:
    words = re.findall(r"\w+", quote.lower())
    return (
        len(words) >= 8
        and len(set(words)) > 0.6 * len(words)
        and sum(len(word) > 4 for word in words) >= 0.3 * len(words)
    )
