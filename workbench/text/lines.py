"""Text as it is shown on one line: white space folded, cut short where it is long."""


def one_line(text: str) -> str:
    """`text` without line breaks and runs of spaces."""
    return " ".join(text.split())


def beginning(text: str, length: int) -> str:
    """The first words of `text` on one line, `length` characters at most, with `…` where there is more."""
    line = one_line(text)
    if len(line) <= length:
        return line
    cut = line[: length - 1]
    words, space, _ = cut.rpartition(" ")
    return (words if space and len(words) > length // 2 else cut).rstrip(" ,;:—–-(") + "…"
