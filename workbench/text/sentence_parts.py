"""What every sentence is made of that the program writes: numbers with their nouns, names in a row, quotations."""

from collections.abc import Iterable

from workbench.text.lines import one_line


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun: `1 edit`, `2 edits`, `1,200 families`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def joined(parts: Iterable[str]) -> str:
    """Phrases in a row: `A`, `A and B`, `A, B and C`."""
    row = list(parts)
    return f"{', '.join(row[:-1])} and {row[-1]}" if len(row) > 1 else "".join(row)


def both_ends(text: str, length: int) -> str:
    """A text on one line; of one that is longer than that how it begins and how it ends."""
    line = one_line(text)
    if len(line) <= length:
        return line
    half = length // 2
    return f"{line[:half].rpartition(' ')[0] or line[:half]} … {line[-half:].partition(' ')[2] or line[-half:]}"


def percent(part: float) -> str:
    """A share (0 to 1) in words that do not claim more than they know: `12 %`, `under 1 %`."""
    share = 100 * part
    if 0 < share < 1:
        return "under 1 %"
    return "over 99 %" if 99 < share < 100 else f"{share:.0f} %"
