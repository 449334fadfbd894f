"""What a line of a page is, judged by itself: by its wording, its shape and its markup."""

import re
from collections.abc import Sequence
from enum import Enum, auto
from functools import cache

from workbench.progress import ProgressReport, silent
from workbench.reading.blocks import Block, Role
from workbench.reading.dates import dates_in, is_clock
from workbench.reading.outlets import looks_like_outlet, signs_for_agency
from workbench.resources import read_toml

MAX_SHORT_WORDS = 16
"""Words; bylines, date lines and section lines are no longer."""
_LINES_A_REPORT = 100
_PROSE_WORDS = 6
_LONG_PROSE_WORDS = 36
"""Words; longer lines are running text even without a full stop."""
_MAX_PATTERN_LINE = 400
_LINE_END = 40
_MOSTLY_LINK = 0.6
_TITLE_CASE = 0.75
_DAY_LENGTH = len("2016-10-21")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_TIME_WORDS = re.compile(
    r"\b\d{1,2}[:.]\d{2}( ?[ap]\.?m\b\.?)?|\b(?:GMT|UTC|E[SD]T|P[SD]T|C[SE]?S?T|BST|MSK)\b"
    r"|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?",
    re.I,
)
_POSTING_WORDS = re.compile(
    r"\b(?:posted|published|updated|filed|written|submitted|by|on|at|in|date|admin|modified|last|first)\b:?", re.I
)


class Kind(Enum):
    """What a line looks like, before its neighbours are asked."""

    CLOCK = auto()
    COMMENT = auto()
    COMMENTS_START = auto()
    CAPTION = auto()
    PICTURE_NAME = auto()
    BYLINE = auto()
    DATE = auto()
    SECTION = auto()
    END = auto()
    FURNITURE = auto()
    DATELINE = auto()
    PROSE = auto()
    TITLE = auto()
    SHORT = auto()


STORY = frozenset({Kind.PROSE, Kind.DATELINE})
"""Running text."""
CREDIT = frozenset({Kind.BYLINE, Kind.DATE, Kind.SECTION})
"""Who, when, under which heading."""


@cache
def pattern(table: str) -> re.Pattern[str]:
    """The patterns of one table of lines.toml, as one."""
    return re.compile("|".join(f"(?:{line})" for line in read_toml("reading/lines.toml")[table]["lines"]), re.I)


@cache
def _datelines() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(line) for line in read_toml("reading/lines.toml")["dateline"]["lines"])


@cache
def _picture_name() -> re.Pattern[str]:
    names: str = read_toml("reading/lines.toml")["caption"]["names"]
    return re.compile(names)


def matches(table: str, line: str) -> bool:
    """Whether the line is of the kind that a table of lines.toml describes."""
    return bool(pattern(table).search(line[:_MAX_PATTERN_LINE]))


def dateline(line: str) -> re.Match[str] | None:
    """Place, date and agency with which a first paragraph begins, if it does."""
    return next((found for one in _datelines() if (found := one.match(line[:120]))), None)


def stated_dateline(block: Block) -> bool:
    """Whether the block begins with a dateline that gives the year."""
    found = dateline(block.plain)
    return bool(found and (given := found.groupdict().get("date")) and dates_in(given))


def size(block: Block) -> int:
    """Words of the block; two Chinese, Japanese or Korean characters count as one."""
    return max(len(block.words), len(_CJK.findall(block.plain)) // 2)


def kinds_of(blocks: Sequence[Block], report: ProgressReport = silent) -> list[Kind]:
    """The kind of every line; between the counter of a picture gallery and the next credit stands a caption."""
    kinds = []
    for index, block in enumerate(blocks):
        if index % _LINES_A_REPORT == 0:
            report("Reading", index, len(blocks))
        kinds.append(kind_of(block))
    for index, block in enumerate(blocks):
        if matches("gallery", block.plain):
            below = range(index + 1, min(index + 4, len(blocks)))
            credit = next((line for line in below if kinds[line] is Kind.CAPTION), min(index + 1, len(blocks) - 1))
            kinds[index : credit + 1] = [Kind.FURNITURE] + [Kind.CAPTION] * (credit - index)
    return kinds


def kind_of(block: Block) -> Kind:
    """The kind of one line."""
    line = block.plain
    if Role.COMMENTS in block.roles:
        return Kind.COMMENT
    if is_clock(line):
        return Kind.CLOCK
    if Role.CAPTION in block.roles or _is_caption(line):
        return Kind.CAPTION
    return _kind_of_credit(block) or _kind_of_furniture(block) or _kind_of_text(block)


def _is_caption(line: str) -> bool:
    return matches("caption", line) and "rights reserved" not in line.lower()


def _kind_of_credit(block: Block) -> Kind | None:
    """Bylines, date lines and section lines: short, and no sentence."""
    line, count = block.plain, len(block.words)
    if Role.FURNITURE in block.roles or block.level or count > MAX_SHORT_WORDS:
        return None
    if is_date_line(line) or (Role.DATE in block.roles and dates_in(line)):
        return Kind.DATE
    if block.ends_sentence and count > 5:
        return None
    if matches("section", line):
        return Kind.SECTION
    if matches("byline", line) or is_slashed_credit(line) or signs_for_agency(line) or Role.BYLINE in block.roles:
        return Kind.BYLINE
    return None


def _kind_of_furniture(block: Block) -> Kind | None:
    """What belongs to the page and not to the story."""
    line = block.plain
    if matches("comments", line):
        return Kind.COMMENTS_START
    if matches("end", line):
        return Kind.END
    if matches("furniture", line) or Role.FURNITURE in block.roles or _is_tag_list(line):
        return Kind.FURNITURE
    if block.linked > _MOSTLY_LINK and not block.level and not block.ends_sentence:
        return Kind.FURNITURE
    return None


def _kind_of_text(block: Block) -> Kind:
    """Running text, a title, or a line too short to tell."""
    line, count = block.plain, size(block)
    if block.level:
        return Kind.TITLE if count else Kind.SHORT
    if len(line) <= _MAX_PATTERN_LINE and _picture_name().match(line):
        return Kind.PICTURE_NAME
    if count > _PROSE_WORDS and dateline(line):
        return Kind.DATELINE
    shouted = (
        bool(re.search(r"[?!]\W*$", line[-_LINE_END:])) and block.capitals >= _TITLE_CASE and count <= MAX_SHORT_WORDS
    )
    if (
        count >= _PROSE_WORDS
        and (block.ends_sentence or (line.endswith(":") and block.capitals < _TITLE_CASE))
        and not shouted
    ):
        return Kind.PROSE
    if count >= _LONG_PROSE_WORDS:
        return Kind.PROSE
    begins = next((c for c in line if c.isalnum()), "")
    if 3 <= count <= _LONG_PROSE_WORDS and begins and not begins.islower() and not line.endswith((".", ",", ";")):
        return Kind.TITLE
    return Kind.SHORT


def _is_tag_list(line: str) -> bool:
    """Whether the line is a list of names and topics and nothing else."""
    items = [item.strip() for item in line.split(",")]
    return (
        len(items) >= 4
        and not line.endswith(".")
        and all(item and _is_name(item) and len(item.split()) <= 3 for item in items)
    )


def is_date_line(line: str) -> bool:
    """Whether the line is a date with, at most, a name set off from it, as in "Daily Post, 3 May 2016"."""
    found = dates_in(line) if len(line) < 160 else ()
    if not found:
        return False
    rest, position, set_off = [], 0, True
    for date in found:
        before, after = line[position : date.start], line[date.end :]
        bare = not after.strip() and len(before.split()) <= 4 and _is_name(before) and len(date.iso) >= _DAY_LENGTH
        set_off = set_off and (bare or _is_set_off(before, after))
        rest.append(before)
        position = date.end
    rest.append(line[position:])
    left = " ".join(rest)
    names = _words_left(left)
    return not names or (len(names) <= 10 and set_off and all(not name[0].islower() or len(name) < 4 for name in names))


def _is_set_off(before: str, after: str) -> bool:
    """Whether a date is parted from what stands around it by more than a blank."""
    before_ok = (
        not _words_left(before)
        or looks_like_outlet(before.strip())
        or bool(re.search(r"(?:[,|/•·–—:(\[-]|\b(?:on|posted|published|updated|at))\s*$", before, re.I))
    )
    after_ok = not _words_left(after) or bool(re.match(r"\s*(?:[,|/•·–—:)\]-]|by\b|in\b|at\b|\d)", after, re.I))
    weekday = bool(_TIME_WORDS.search(before[-12:]))
    return (before_ok or weekday) and after_ok


def _words_left(text: str) -> list[str]:
    """The words that are neither of time nor of posting."""
    return re.findall(r"[^\W\d_][\w'’.-]*", _POSTING_WORDS.sub(" ", _TIME_WORDS.sub(" ", text)))


def is_slashed_credit(line: str) -> bool:
    """Whether the line is of the form "Author / Outlet" or "Author | Outlet"."""
    parts = re.split(r"\s+[/|]\s+|(?<=[a-z])\s?/\s+(?=[A-Z])", line)
    return 2 <= len(parts) <= 3 and all(_is_name(part) for part in parts)


def _is_name(text: str) -> bool:
    """Whether up to five words, the longer ones with capitals, could be somebody's name."""
    words = re.findall(r"[^\W_][\w'’.&-]*", text)
    return (
        1 <= len(words) <= 5
        and all(len(word) <= 3 or not word[0].islower() for word in words)
        and not words[0][0].islower()
    )


def has_masthead(blocks: Sequence[Block]) -> bool:
    """Whether a page begins with the name of a paper above the number of an issue."""
    return len(blocks) > 1 and matches("issue", blocks[1].plain) and _is_name(blocks[0].plain)


def is_name(line: str) -> bool:
    """Whether the whole line could be the name of a person or an outlet."""
    return _is_name(line) and not re.search(r"[:;?!“”]", line)
