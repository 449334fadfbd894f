"""Tells stock phrases, which any two stories share, from passages worth comparing."""

import re
from functools import cache, lru_cache

from workbench.resources import read_toml
from workbench.text.folding import bare, is_diacritic

_MOST_LEFT, _MOST_SHARE_LEFT = 3, 0.3
"""A passage says nothing of its own when no more than so many words, or such a share of them, are left of it."""
_LONGEST = 40
"""Words; nobody writes a longer stock phrase, and the patterns need not be tried."""
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


@cache
def _stock() -> re.Pattern[str]:
    patterns = read_toml("engine/stock.toml")["patterns"]
    return re.compile("|".join(rf"\b(?:{pattern})(?![\w'])" for pattern in patterns))


@lru_cache(maxsize=4096)
def is_stock(passage: str) -> bool:
    """Whether a passage is made of stock phrases ("did not immediately respond to a request for comment")."""
    text = bare(passage)
    if not text.isascii():
        text = "".join(character for character in text if not is_diacritic(character))
    words = _WORD.findall(text)
    if not 0 < len(words) <= _LONGEST:
        return False
    left = _stock().sub(" ", " ".join(words)).split()
    return len(left) < len(words) and len(left) <= max(_MOST_LEFT, _MOST_SHARE_LEFT * len(words))
