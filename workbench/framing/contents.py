"""What is said after a verb of saying, and whether a word or mark brings it in."""

from workbench.framing.cues import Stretch, content_end, has_clause, opens_quoted, words_in
from workbench.framing.lines import Line
from workbench.framing.lists import listed
from workbench.framing.wordclasses import is_preposition, is_verb

_OPENERS = frozenset(("that", "how", "whether", "why"))


def right_content(line: Line, after: int, verb: str, at: int) -> tuple[tuple[Stretch, ...], bool]:
    """What is said from token `after` on, and whether a word or mark brings it in."""
    if after >= len(line):
        return (), False
    key = line.key(after)
    if key == ":":
        return enough(line, after + 1), True
    if key in _OPENERS:
        return enough(line, after + (key == "that")), True
    if opens_quoted(line, after) and line.quoted[after] != line.quoted[at]:
        return enough(line, after), True
    if key in (",", ".", "-", "--", ";", "?", "!", ")"):
        return _after_mark(line, after, at)
    if line.quoted[after] != line.quoted[at] and line.quoted[at] >= 0:
        return (), False
    brief = not line.is_word(after + 1)
    if verb in ("say", "tell") and (key == "nothing" or (brief and key in ("so", "no", "little", "yes", "goodbye"))):
        return (), False
    return _bare_content(line, after, verb)


def _after_mark(line: Line, after: int, at: int) -> tuple[tuple[Stretch, ...], bool]:
    """What is said after a comma, a dash or a stop that follows the verb."""
    key = line.key(after)
    quoted = next((place for place in range(after + 1, min(after + 3, len(line))) if opens_quoted(line, place)), 0)
    if quoted and (key != "," or quoted == after + 1):
        return enough(line, quoted), True
    if key == ",":
        strong = line.key(after + 1) == "that"
        return enough(line, after + 1 + strong), strong
    if key in ("-", "--") and is_verb(line, at) and words_in(line, after, len(line)) > 2:
        return enough(line, after + 1), False
    return (), False


def _bare_content(line: Line, after: int, verb: str) -> tuple[tuple[Stretch, ...], bool]:
    that = _that_after(line, after)
    if that:
        return enough(line, that), True
    stop = content_end(line, after)
    quoted = any(
        line.quoted[place] >= 0 and line.quoted[place] != line.quoted[after - 1] for place in range(after, stop)
    )
    if not quoted:
        if verb not in listed("verbs", "bare"):
            return (), False
        if verb in listed("verbs", "nominal") and not has_clause(line, after, stop):
            return (), False
    return (((after, stop),), False) if words_in(line, after, stop) >= 2 else ((), False)


def _that_after(line: Line, first: int) -> int:
    """The token after a "that" that adjuncts keep from its verb: "told reporters over tea that"; 0 without one."""
    if not is_preposition(line.key(first)) and line.key(first) != "to":
        return 0
    for at in range(first, min(len(line), first + 16)):
        if line.key(at) == "that":
            return at + 1
        if is_verb(line, at) or line.is_mark(at) or line.key(at) in (":", ";", "which", "who"):
            return 0
    return 0


def enough(line: Line, first: int) -> tuple[Stretch, ...]:
    """What is said from token `first` on, where that is a word at least."""
    stop = content_end(line, first) if first < len(line) else first
    return ((first, stop),) if stop > first and words_in(line, first, stop) else ()
