"""Folded copies of text for comparing and for finding, with offsets untouched.

Stored text is never folded; one character in gives one character out, so that every offset holds in both.
"""

import unicodedata

_ALIKE = {
    **dict.fromkeys("‘’‚‛′ʼ＇`´", "'"),
    **dict.fromkeys("“”„‟″«»＂", '"'),
    **dict.fromkeys("‐‑‒–—―−﹘﹣－", "-"),
}
_ONE_LETTER = {
    **dict(zip("øłđıßæœðþς", "oldisaodtσ", strict=True)),
    **dict(zip("ىیةکەۀ", "ييهكهه", strict=True)),
}
"""Letters that do not come apart in Unicode, and those of Arabic script that outlets write one for the other."""
_DIACRITICS = (
    (0x0300, 0x036F),
    (0x0483, 0x0487),
    (0x0591, 0x05BD),
    (0x05BF, 0x05C7),
    (0x0610, 0x061A),
    (0x0640, 0x0640),
    (0x064B, 0x065F),
    (0x0670, 0x0670),
    (0x06D6, 0x06DC),
    (0x093C, 0x093C),
    (0x09BC, 0x09BC),
    (0x0A3C, 0x0A3C),
    (0x1AB0, 0x1AFF),
    (0x1DC0, 0x1DFF),
    (0x20D0, 0x20FF),
    (0xFE00, 0xFE0F),
    (0xFE20, 0xFE2F),
)
"""Accents, Hebrew points, Arabic vowel signs, the Arabic stretching line, the dots under Indic letters, variation
selectors. The vowel signs of Indic and Thai letters are not among them: they are letters in all but name."""


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


class _Baring(dict[int, str]):
    """Fills itself with the bare form of each character met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        plain = unicodedata.normalize("NFKC", character)
        letter = _without_diacritics(fold(plain if len(plain) == 1 else character))
        self[code] = _ONE_LETTER.get(letter, letter)
        return self[code]


_FOLDING = _Folding()
_BARING = _Baring()


def fold(text: str) -> str:
    """`text` in lower case with plain quotes, dashes and spaces; as long as before, character for character."""
    return text.translate(_FOLDING)


def bare(text: str) -> str:
    """`text` folded further, for finding: "Łódź" and "LODZ", "ещё" and "еще", "４１" and "41" are the same.

    As long as before. Diacritics that are characters of their own stay; `is_diacritic` tells them.
    """
    return text.translate(_BARING)


def plain(text: str) -> str:
    """`text` bare and without diacritics that are characters of their own: for finding where no offset is needed."""
    if text.isascii():
        return text.lower()
    found = bare(text)
    return found if found.isascii() else "".join(c for c in found if not is_diacritic(c))


def is_diacritic(character: str) -> bool:
    """Whether a character only decorates the letter before it, so that a word is the same word without it."""
    code = ord(character)
    return code >= _DIACRITICS[0][0] and any(first <= code <= last for first, last in _DIACRITICS)


def _without_diacritics(character: str) -> str:
    """The letter that a composed character decorates; the character where its marks are part of the letter."""
    base, *marks = list(unicodedata.normalize("NFD", character.lower()))
    return base if marks and all(map(is_diacritic, marks)) else character
