"""Scripts that say much with few characters: Chinese, Japanese, Korean, and such as stand without spaces, like Thai."""

import re
from collections.abc import Sequence

import numpy as np

from workbench.engine.arrays import Flags
from workbench.engine.tokens import Corpus

_IDEOGRAPHS = re.compile("[\u2e80-\u2fdf\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_SYLLABLES = re.compile("[\u3040-\u30ff\uac00-\ud7a3]")
_IDEOGRAPH, _SYLLABLE = 4, 2
"""How many letters of an alphabet a character stands for, by the length of translations."""


def breadth(text: str) -> int:
    """The length of a text in letters of an alphabet: what is a line in Chinese is a paragraph in English."""
    if text.isascii():
        return len(text)
    ideographs, syllables = len(_IDEOGRAPHS.findall(text)), len(_SYLLABLES.findall(text))
    return len(text) + (_IDEOGRAPH - 1) * ideographs + (_SYLLABLE - 1) * syllables


def compact(corpus: Corpus, texts: Sequence[str]) -> Flags:
    """For every token of the corpus of `texts` whether it is of a script whose shortest words or tokens count."""
    code = np.zeros(len(corpus), np.int64)
    for doc, text in enumerate(texts):
        codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
        first, last = corpus.tokens_of(doc)
        code[first:last] = codes[corpus.start[first:last]]
    return ((code >= 0x0E00) & (code <= 0x0EFF)) | ((code >= 0x2E80) & (code <= 0xD7FF)) | (code >= 0x20000)
