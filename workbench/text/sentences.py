"""Sentences with their places: sentencex, and a layer that joins what it splits at an abbreviation."""

import re

import sentencex

from workbench.spans import Span

_ABBREVIATION_AT_END = re.compile(r"\b(?:a\.m|p\.m|Ft|Mt|St|Lt|Gen|Col|Sgt|Gov|Sen|Rep|Rev|No)\.\s*$")
_READABLE = {
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
    **dict.fromkeys(map(ord, "\x85\u2028\u2029"), "\n"),
    **dict.fromkeys(
        map(ord, "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"),
        " ",
    ),
    **dict.fromkeys(map(ord, "។៕༎"), "。"),
}
"""What sentencex cannot take (lone surrogates), what it dies of (an initial before an unusual space) and full stops
that it does not know, by what stands in their place; one character for one."""
_UNREADABLE = re.compile(f"[{''.join(map(chr, _READABLE))}]")
_DAY_OF_MONTH = re.compile(r"\b\d\d?\.$")
_MONTH = re.compile(r"(?:Jan|Jän|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)")
_CLOCK = re.compile(r"\b[ap]\.m\.\s*$")
_DAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:[A-Z]{2,4}\b)")


def sentences(text: str, language: str = "en") -> list[Span]:
    """The sentences of `text` without the white space around them, in order, in code points.

    A paragraph break always ends a sentence. `language` is an ISO 639-1 code.
    """
    spans: list[Span] = []
    end = 0
    readable = text.translate(_READABLE) if _UNREADABLE.search(text) else text
    for piece in sentencex.segment(language or "en", readable):
        sentence = piece.strip()
        if not sentence:
            continue
        # Looked up, not counted: of a long text sentencex drops a paragraph break every ten thousand characters.
        start = readable.index(sentence, end)
        end = start + len(sentence)
        if spans and _belong_together(text, spans[-1], start):
            spans[-1] = Span(spans[-1].start, end)
        else:
            spans.append(Span(start, end))
    return spans


def _belong_together(text: str, before: Span, start: int) -> bool:
    """Whether the sentence that ends before `start` was cut at an abbreviation ("10 a.m. Monday", "1990 г. в")."""
    if "\n" in text[before.end : start]:
        return False
    if text[start].islower():
        return True
    ending = text[max(before.start, before.end - 8) : before.end]
    if _DAY_OF_MONTH.search(ending) and _MONTH.match(text, start):
        return True
    if not _ABBREVIATION_AT_END.search(ending):
        return False
    return not _CLOCK.search(ending) or bool(_DAY.match(text, start))
