"""Scripts that say much with few characters: Chinese, Japanese, Korean, Thai and Lao, against alphabets."""

import re
from collections.abc import Sequence

import numpy as np

from workbench.engine.tokens import Corpus, Flags

_COMPACT = re.compile("[\u0e00-\u0eff\u2e80-\ud7ff\U00020000-\U0003ffff]")
_WORTH = 3
"""How many letters of an alphabet a character of such a script stands for."""


def breadth(text: str) -> int:
    """The length of a text in characters of an alphabet: what is a line in Chinese is a paragraph in English."""
    return len(text) + (_WORTH - 1) * sum(1 for _ in _COMPACT.finditer(text))


def compact(corpus: Corpus, texts: Sequence[str]) -> Flags:
    """For every token of the corpus of `texts` whether it is of such a script."""
    code = np.zeros(len(corpus), np.int64)
    for doc, text in enumerate(texts):
        codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
        first, last = corpus.tokens_of(doc)
        code[first:last] = codes[corpus.start[first:last]]
    return ((code >= 0x0E00) & (code <= 0x0EFF)) | ((code >= 0x2E80) & (code <= 0xD7FF)) | (code >= 0x20000)
