"""What the panel of the frame shows, piece by piece."""

from dataclasses import dataclass

LOOKING = "Looking…"


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading and the lines below it; `grave` is what nobody must overlook, `lead` the line to read first."""

    heading: str
    lines: tuple[str, ...]
    lead: str = ""
    grave: bool = False
