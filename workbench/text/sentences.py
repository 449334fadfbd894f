"""Sentences with their places: sentencex, and a layer that joins what it splits at an abbreviation."""

import re

import sentencex

from workbench.spans import Span

_ABBREVIATIONS = (
    "a.m.", "p.m.", "Ft.", "Mt.", "St.", "Lt.", "Gen.", "Col.", "Sgt.", "Gov.", "Sen.", "Rep.", "Rev.", "No.",
)  # fmt: skip
_ABBREVIATION_AT_END = re.compile(rf"\b(?:{'|'.join(map(re.escape, _ABBREVIATIONS))})$")
_FULL_STOPS = "។៕༎"
_READABLE = {
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
    **dict.fromkeys(map(ord, "\x85\u2028\u2029"), "\n"),
    **dict.fromkeys(
        map(ord, "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"),
        " ",
    ),
    **dict.fromkeys(map(ord, _FULL_STOPS), "。"),
}
"""What sentencex cannot take (lone surrogates), what it dies of (an initial before an unusual space) and full stops
that it does not know, by what stands in their place; one character for one. All but the full stops cannot be printed,
by Python's reckoning, and none is in ASCII."""
_DAY_OF_MONTH = re.compile(r"\b\d\d?\.$")
_MONTH = re.compile(r"(?:Jan|Jän|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)")
_CLOCK = ("a.m.", "p.m.")
_DAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:[A-Z]{2,4}\b)")


def sentences(text: str, language: str = "en") -> list[Span]:
    """The sentences of `text` without the white space around them, in order, in code points.

    A paragraph break always ends a sentence. `language` is an ISO 639-1 code.
    """
    return [Span(start, end) for start, end in sentence_borders(text, language)]


def sentence_borders(text: str, language: str = "en") -> list[tuple[int, int]]:
    """Where each of the `sentences` of `text` begins and ends, for those who have many texts and need no spans."""
    borders: list[tuple[int, int]] = []
    first = end = 0
    readable = _readable(text)
    for piece in sentencex.segment(language or "en", readable):
        sentence = piece.strip()
        if not sentence:
            continue
        # Looked up, not counted: of a long text sentencex drops a paragraph break every ten thousand characters.
        start = readable.index(sentence, end)
        if end and not _belong_together(text, first, end, start):
            borders.append((first, end))
            first = start
        elif not end:
            first = start
        end = start + len(sentence)
    return [*borders, (first, end)] if end else borders


def _readable(text: str) -> str:
    """`text` as sentencex can take it, as long as before; nearly always as it is, which is quick to see."""
    if text.isascii() or (text.isprintable() and not any(map(text.__contains__, _FULL_STOPS))):
        return text
    return text.translate(_READABLE)


def _belong_together(text: str, first: int, end: int, start: int) -> bool:
    """Whether the sentence from `first` to `end`, before `start`, was cut at an abbreviation ("10 a.m. Monday")."""
    if "\n" in text[end:start]:
        return False
    if text[start].islower():
        return True
    if text[end - 1] != ".":
        return False
    ending = text[max(first, end - 8) : end]
    if ending[-2:-1].isdecimal():
        return bool(_DAY_OF_MONTH.search(ending) and _MONTH.match(text, start))
    if not ending.endswith(_ABBREVIATIONS) or not _ABBREVIATION_AT_END.search(ending):
        return False
    return not ending.endswith(_CLOCK) or bool(_DAY.match(text, start))
