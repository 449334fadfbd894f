"""Sentences with their places: sentencex, and a layer that joins what it splits at an abbreviation."""

import re

import sentencex

from workbench.spans import Span

_ABBREVIATION_AT_END = re.compile(r"\b(?:a\.m|p\.m|Ft|Mt|St|Lt|Gen|Col|Sgt|Gov|Sen|Rep|Rev|No)\.\s*$")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_CLOCK = re.compile(r"\b[ap]\.m\.\s*$")
_DAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:[A-Z]{2,4}\b)")


def sentences(text: str, language: str = "en") -> list[Span]:
    """The sentences of `text` without the white space around them, in order, in code points.

    A paragraph break always ends a sentence. `language` is an ISO 639-1 code.
    """
    spans: list[Span] = []
    position = 0
    for piece in sentencex.segment(language or "en", _LONE_SURROGATE.sub("\ufffd", text)):
        start = position + len(piece) - len(piece.lstrip())
        end = position + len(piece.rstrip())
        position += len(piece)
        if end <= start:
            continue
        if spans and _belong_together(text, spans[-1], start):
            spans[-1] = Span(spans[-1].start, end)
        else:
            spans.append(Span(start, end))
    return spans


def _belong_together(text: str, before: Span, start: int) -> bool:
    """Whether the sentence that ends before `start` was cut at an abbreviation ("10 a.m. Monday", "Ft. Worth")."""
    if "\n" in text[before.end : start]:
        return False
    ending = text[max(before.start, before.end - 8) : before.end]
    if not _ABBREVIATION_AT_END.search(ending):
        return False
    return not _CLOCK.search(ending) or bool(_DAY.match(text, start))
