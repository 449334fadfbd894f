"""Where a sentence cites: the words that name sources, the verb, and which of the other words are laid to them."""

from dataclasses import dataclass, field

from workbench.framing.lines import Line
from workbench.framing.nouns import Noun
from workbench.framing.wordclasses import is_verb

Stretch = tuple[int, int]
"""Tokens of a line, half open."""


@dataclass(frozen=True)
class Named:
    """A source in a line: its tokens, those that describe it, and those of its own verb of saying."""

    tokens: Stretch
    description: Stretch | None = None
    verb: Stretch | None = None


@dataclass(frozen=True)
class Cue:
    """A place where a line cites: `sources` the outermost first, the verb, the whole clause, and what is laid to it.

    `open` says that what is said may follow in the next sentence, in marks. `strong` that "that", a colon or marks show
    what is said.
    """

    sources: tuple[Named, ...]
    verb: Stretch
    lemma: str
    clause: Stretch
    scope: tuple[Stretch, ...] = field(default=())
    strong: bool = False

    @property
    def open(self) -> bool:
        """Whether nothing in the line is laid to it."""
        return not self.scope


def named(line: Line, noun: Noun, verb: Stretch | None = None) -> tuple[Named, ...]:
    """A source, and before it the outlet that quoted it where the words say so: "a source quoted by Tessera"."""
    for at in range(noun.first + 1, noun.stop - 2):
        if line.key(at) in ("quoted", "cited") and line.key(at + 1) == "by":
            return Named((at + 2, noun.stop), None, (at, at + 2)), Named((noun.first, at), noun.description, verb)
    if noun.description:
        first, stop = noun.description
        if line.key(first) in ("citing", "quoting", "cited", "quoted") and stop - first > 1:
            inner = (first + 1, stop) if line.key(first).endswith("ing") else (first + 2, stop)
            if line.key(first).endswith("ing"):
                return Named((noun.first, noun.stop), None, verb), Named(inner, None, (first, first + 1))
            if line.key(first + 1) == "by" and stop - first > 2:
                return Named(inner, None, (first, first + 2)), Named((noun.first, noun.stop), None, verb)
    return (Named((noun.first, noun.stop), noun.description, verb),)


def has_verb(line: Line, first: int, stop: int) -> bool:
    """Whether a stretch has a finite verb or a stretch of quoted speech."""
    return any(is_verb(line, at) for at in range(first, stop))


def has_clause(line: Line, first: int, stop: int) -> bool:
    """Whether a stretch has a finite verb besides that of a relative clause: not "a share of what leaves the port"."""
    relative = next(
        (at for at in range(first + 1, stop) if line.key(at) in ("that", "which", "who", "whose", "what")), stop
    )
    if has_verb(line, first, relative):
        return True
    return sum(is_verb(line, at) for at in range(relative, stop)) >= 2


def words_in(line: Line, first: int, stop: int) -> int:
    """How many words stand in a stretch."""
    return sum(line.is_word(at) for at in range(first, stop))


_TURNS = frozenset(("but", "while", "although", "though", "whereas"))
_GOES_ON = frozenset(("that", "he", "she", "it", "they", "would", "will", "had", "not"))


def content_end(line: Line, first: int) -> int:
    """Where what is said from token `first` on ends: at the end of the line, or where another takes the word."""
    for at in range(first + 1, len(line)):
        if line.quoted[at] >= 0:
            continue
        if line.key(at) == ";":
            return at
        if line.key(at) in _TURNS and line.key(at - 1) == "," and line.key(at + 1) not in _GOES_ON:
            return at - 1
    return len(line)


def left_content(line: Line, stop: int, least: int = 2) -> tuple[Stretch, ...]:
    """What stands before token `stop` as what is said there, when it is enough to be said: `least` words."""
    end = stop
    while end and line.key(end - 1) in (",", "-", "--", "as", "so"):
        end -= 1
    start = 0
    while start < end and line.key(start) in ("and", "but", "so", "or", ","):
        start += 1
    quoted_last = end > 0 and line.quoted[end - 1] >= 0
    if words_in(line, start, end) >= least or (quoted_last and words_in(line, start, end)):
        return ((start, end),)
    return ()


def ends_quoted(line: Line, stop: int) -> bool:
    """Whether a quotation closes right before token `stop`, a comma aside."""
    place = stop - 1
    if place >= 0 and line.key(place) in (",", "-", "--") and line.quoted[place] < 0:
        place -= 1
    return place >= 0 and line.is_mark(place)


def opens_quoted(line: Line, place: int) -> bool:
    """Whether a quotation opens at token `place`."""
    return line.is_mark(place) and (place == 0 or line.quoted[place - 1] != line.quoted[place])
