"""A folded copy of text for comparing: case, quotes, dashes and spaces made alike, offsets untouched.

Stored text is never folded; one character in gives one character out, so that every offset holds in both.
"""

import unicodedata

_ALIKE = {
    **dict.fromkeys("‘’‚‛′ʼ＇`´", "'"),
    **dict.fromkeys("“”„‟″«»＂", '"'),
    **dict.fromkeys("‐‑‒–—―−﹘﹣－", "-"),
}


class _Folding(dict[int, str]):
    """Fills itself with the folded form of each character met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        lowered = character.lower()
        if character in _ALIKE:
            folded = _ALIKE[character]
        elif len(lowered) == 1 and lowered != character:
            folded = lowered
        elif unicodedata.category(character) == "Zs":
            folded = " "
        else:
            folded = character
        self[code] = folded
        return folded


_FOLDING = _Folding()


def fold(text: str) -> str:
    """`text` in lower case with plain quotes, dashes and spaces; as long as before, character for character."""
    return text.translate(_FOLDING)
