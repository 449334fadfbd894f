"""What stands in one column: which witnesses read the same, and how much they disagree."""

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from workbench.comparing.tokens import tokens
from workbench.spans import Span
from workbench.text.folding import fold

STYLE = 0.1
"""How much two witnesses disagree that differ in typography only."""
BEYOND = 0.5
"""How much a witness disagrees with others where it has not begun yet, or has ended."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One text of a column and the witnesses that have it, in their order.

    `wording` is the number of the column's first reading that is the same but for case, quotes, dashes and white space;
    its own number where there is none. A reading without words is that of witnesses that have nothing there.
    """

    text: str
    witnesses: tuple[int, ...]
    wording: int

    @property
    def has_words(self) -> bool:
        """Whether there is anything in it but white space."""
        return bool(self.text.strip())


def readings_of(spans: Sequence[Span], texts: Sequence[str]) -> tuple[Reading, ...]:
    """The readings of a column, the one that most witnesses have first, then by their letters."""
    found: dict[str, list[int]] = {}
    for witness, (span, text) in enumerate(zip(spans, texts, strict=True)):
        found.setdefault(span.of(text), []).append(witness)
    ordered = sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))
    letters = [_letters(text) for text, _ in ordered]
    twice = {word for word, count in Counter(letters).items() if count > 1}
    wordings: dict[Hashable, int] = {}
    readings = []
    for number, ((text, those), word) in enumerate(zip(ordered, letters, strict=True)):
        wording = wordings.setdefault(tuple(tokens(text).keys) if word in twice else number, number)
        readings.append(Reading(text, tuple(those), wording))
    return tuple(readings)


def _letters(text: str) -> str:
    """What two texts must have in common to be the same but for style."""
    return "".join(fold(text).split())


def disagreement(readings: Sequence[Reading], spans: Sequence[Span], texts: Sequence[str]) -> float:
    """The share of pairs of witnesses that read differently, 0 to 1.

    Typography alone counts a tenth; the blank of a witness that has not begun yet or has ended counts half, so that a
    trimmed rendering does not outshine what was edited.
    """
    count = len(spans)
    if len(readings) < 2:
        return 0.0
    sizes: dict[int, int] = {}
    exact = 0
    for reading in readings:
        sizes[reading.wording] = sizes.get(reading.wording, 0) + len(reading.witnesses)
        exact += _pairs(len(reading.witnesses))
    alike = sum(map(_pairs, sizes.values()))
    blank = [witness for reading in readings if not reading.has_words for witness in reading.witnesses]
    beyond = sum(_is_beyond(spans[witness], texts[witness]) for witness in blank)
    differing = _pairs(count) - alike - (1 - BEYOND) * beyond * (count - len(blank))
    return (differing + STYLE * (alike - exact)) / _pairs(count)


def _pairs(count: int) -> int:
    return count * (count - 1) // 2


def _is_beyond(span: Span, text: str) -> bool:
    """Whether an empty place lies before or after all words of a text."""
    return not text[: span.start].strip() or not text[span.end :].strip()
