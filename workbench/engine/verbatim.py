"""Passages that two documents share word for word, or nearly."""

import numpy as np

from workbench.engine.chains import chain
from workbench.engine.seeds import Field, Tier, ngrams
from workbench.engine.tokens import Corpus
from workbench.spans import Span

_NGRAMS = Tier(5, 8)
_GAP = 60
_SLACK = 30
_LEAST_DENSITY = 0.6
"""How much of a passage shared five-grams must cover for it to be a copy and not a rewording."""


def verbatim_passages(corpus: Corpus, least_characters: int) -> list[tuple[Span, Span, float]]:
    """The passages of at least `least_characters` that both texts of a corpus of two have.

    Each comes with its density of shared five-grams, 0 to 1.
    """
    chains = chain(ngrams(Field.whole(corpus), _NGRAMS), corpus.doc.astype(np.int64), _GAP, _SLACK)
    a_size, b_size = chains.a_end - chains.a_start, chains.b_end - chains.b_start
    density = (chains.seeds + _NGRAMS.length - 1) / np.maximum(a_size, b_size)
    found = []
    for k in np.flatnonzero(density > _LEAST_DENSITY).tolist():
        a = Span(int(corpus.start[chains.a_start[k]]), int(corpus.end[chains.a_end[k] - 1]))
        b = Span(int(corpus.start[chains.b_start[k]]), int(corpus.end[chains.b_end[k] - 1]))
        if min(len(a), len(b)) >= least_characters:
            found.append((a, b, min(1.0, float(density[k]))))
    return found
