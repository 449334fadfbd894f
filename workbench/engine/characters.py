"""What characters are to words: letters, signs, marks, what joins, what ends a sentence."""

import re
import unicodedata
from functools import cache

import numpy as np

from workbench.engine.arrays import Bytes, Hashes, Words
from workbench.text.folding import bare, is_diacritic

_PLANE = 0x10000
_CHARACTERS = 0x110000
_BLOCK_BITS = 8
OTHER, WORD, JOINER, ALONE, SIGN, MARK = range(1, 7)
CLASS, CAPITAL, QUOTE, STOP, END = (np.uint8(bits) for bits in (7, 8, 16, 32, 64))
"""What is known of a character, in one byte: its class, which is never 0, and what else it may be."""
_SPACELESS = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
_SENTENCE_ENDS = ".!?\n…。！？।॥؟۔။።။"
_STOPS = ".,!?…"
_QUOTES = "'\"«»「」"


class _Characters:
    """What there is to know of every character, looked up block by block when one is met."""

    def __init__(self) -> None:
        self._kinds, self._folded = np.zeros(_CHARACTERS, np.uint8), np.zeros(_CHARACTERS, np.uint64)

    def kinds(self, codes: Words) -> Bytes:
        """The class of each character and what else it is."""
        kinds: Bytes = self._kinds.take(codes)
        if len(kinds) and not kinds.min():
            for block in np.unique(codes.compress(kinds == 0) >> np.uint32(_BLOCK_BITS)).tolist():
                self._learn(range(block << _BLOCK_BITS, (block + 1) << _BLOCK_BITS))
            kinds = self._kinds.take(codes)
        return kinds

    def folded(self, codes: Words) -> Hashes:
        """The numbers of the bare forms of characters whose kinds were asked for, plus one."""
        found: Hashes = self._folded.take(codes)
        return found

    def _learn(self, block: range) -> None:
        characters = [chr(code) for code in block]
        bared = [bare(character) for character in characters]
        here = slice(block.start, block.stop)
        # The kinds last: another thread takes a block for known that has them.
        self._folded[here] = [ord(character) + 1 for character in bared]
        self._kinds[here] = [_kind_of(*each) for each in zip(characters, bared, strict=True)]


characters = cache(_Characters)
"""The characters; there is one table of them in a process."""


def _kind_of(character: str, bared: str) -> int:
    kind = _class_of(character)
    # Capitals beyond the basic plane are mathematical ones.
    traits = {CAPITAL: character.isupper() and ord(character) < _PLANE}
    traits |= {QUOTE: bared in _QUOTES, STOP: bared in _STOPS, END: bared in _SENTENCE_ENDS}
    return kind + sum(int(trait) for trait, has in traits.items() if has)


def _class_of(character: str) -> int:
    """What a character is to a word: a sign is a part of the character before it, a mark is so and does not count."""
    category = unicodedata.category(character)
    if character in "'’ʼ" or category == "Cf":
        return JOINER
    if is_diacritic(character):
        return MARK
    if category.startswith("M"):
        return SIGN
    if not character.isalnum():
        return OTHER
    return ALONE if _SPACELESS.match(character) else WORD
