"""Sources brought in without a verb of their own, and words that cite nobody: "according to", "it was claimed"."""

from collections.abc import Iterator

from workbench.comparing.lemmas import lemma
from workbench.framing.cues import Cue, Named, Stretch, content_end, has_verb, left_content, named, words_in
from workbench.framing.lines import Line
from workbench.framing.lists import is_adverb, listed, phrases, saying_lemma
from workbench.framing.nouns import left_noun
from workbench.framing.nouns_after import right_noun
from workbench.framing.wordclasses import is_possessive


def phrase_cues(line: Line) -> Iterator[Cue]:
    """The cues of a line that are phrases, in order."""
    for at in range(len(line)):
        cue = _before_source(line, at) or _possessed(line, at) or _nobody(line, at) or _impersonal(line, at)
        cue = cue or _hearsay(line, at) or _evidential(line, at) or _put(line, at) or _heard(line, at)
        if cue:
            yield cue


def _starts(line: Line, at: int, name: str) -> int:
    """The length of the phrase of a list that begins at a token; 0 where none does."""
    for phrase in phrases(name):
        if line.key(at) == phrase[0] and tuple(line.keys[at : at + len(phrase)]) == phrase:
            return len(phrase)
    return 0


def _around(line: Line, first: int, stop: int) -> tuple[Stretch, ...]:
    """What is laid to a phrase at `first` to `stop`: what follows its comma, what stands before it, or both."""
    before = first
    left = left_content(line, before)
    following = stop < len(line) and line.key(stop) in (",", ":", "-", "--")
    right: tuple[Stretch, ...] = (
        ((stop + 1, content_end(line, stop + 1)),) if following and words_in(line, stop + 1, len(line)) >= 2 else ()
    )
    if not left or (right and words_in(line, *left[0]) < 3 and not has_verb(line, *left[0])):
        if not right and stop < len(line) and has_verb(line, stop, len(line)):
            right = ((stop, content_end(line, stop)),)
        return left + right if left and not _is_adjunct(line, *left[0]) else right
    return left + right


def _is_adjunct(line: Line, first: int, stop: int) -> bool:
    return not has_verb(line, first, stop) and line.key(first) in (
        "in",
        "on",
        "at",
        "but",
        "and",
        "also",
        "meanwhile",
        "however",
        "still",
    )


def _before_source(line: Line, at: int) -> Cue | None:
    length = _starts(line, at, "before_source")
    if not length or line.key(at + length) in (
        "plan",
        "plans",
        "schedule",
        "taste",
        "law",
        "size",
        "age",
        "need",
        "needs",
    ):
        return None
    noun = right_noun(line, at + length)
    if noun is None:
        return None
    sources = named(line, noun, (at, at + length))
    stop = noun.edge
    if line.key(stop) in ("quoted", "cited") and line.key(stop + 1) == "by":
        outlet = right_noun(line, stop + 2)
        if outlet:
            stop = outlet.stop
            sources = (named(line, outlet, (noun.stop, noun.stop + 2))[0], *sources)
    phrase = " ".join(line.keys[at : at + length])
    scope = _around(line, at, stop + (line.key(stop) == ")"))
    return Cue(sources, (at, at + length), phrase, (at, stop), scope)


def _possessed(line: Line, at: int) -> Cue | None:
    """By the ministry's count; in her own words."""
    if line.key(at) not in ("by", "in"):
        return None
    stop = next((k for k in range(at + 1, min(at + 9, len(line))) if is_possessive(line.key(k))), 0)
    own = line.key(at + 1) in ("his", "her", "their") and line.key(at + 2) == "own"
    stop = stop or (at + 2 if own else 0)
    if not stop or line.key(stop + 1) not in listed("phrases", "possessed"):
        return None
    noun = right_noun(line, at + 1)
    if noun is None:
        return None
    last = stop + 1
    source = noun._replace(stop=last if not own else at + 2, description=None)
    return Cue(
        named(line, source),
        (last, last + 1),
        f"{line.key(at)} … {line.key(last)}",
        (at, last + 1),
        _around(line, at, last + 1),
    )


def _nobody(line: Line, at: int) -> Cue | None:
    length = _starts(line, at, "nobody")
    if not length or line.quoted[at] >= 0:
        return None
    stop = at + length + (line.key(at + length) == "that")
    right = (stop, content_end(line, stop))
    scope = (right,) if words_in(line, *right) >= 2 else left_content(line, at)
    return Cue((), (at, at + length), " ".join(line.keys[at : at + length]), (at, stop), scope)


def _impersonal(line: Line, at: int) -> Cue | None:
    """It was claimed that; it has been widely reported that."""
    if line.key(at) != "it":
        return None
    place, being = at + 1, False
    while place < at + 6 and (
        line.key(place) in ("is", "was", "has", "had", "been", "being", "'s") or is_adverb(line.key(place))
    ):
        being |= line.key(place) in ("is", "was", "been", "being")
        place += 1
    found = saying_lemma(line.key(place))
    if not being or found not in listed("verbs", "impersonal") or not line.key(place).endswith(("d", "n", "t")):
        return None
    stop = place + 1
    sources, stop = by_whom(line, stop)
    if line.key(stop) == "that":
        stop += 1
    elif line.key(stop) in (",", "."):
        return Cue(sources, (place, place + 1), found, (at, stop), left_content(line, at))
    elif not has_verb(line, stop, len(line)):
        return None
    return Cue(sources, (place, place + 1), found, (at, stop), ((stop, content_end(line, stop)),))


def _hearsay(line: Line, at: int) -> Cue | None:
    """The convoy is said to have turned back."""
    key = line.key(at)
    if line.key(at + 1) != "to" or not key.endswith(("d", "n", "t")) or line.key(at + 2) == "the":
        return None
    found = saying_lemma(key) or lemma(key)
    being = at - 1
    while being >= 0 and is_adverb(line.key(being)):
        being -= 1
    if found not in listed("verbs", "hearsay") or line.key(being) not in listed("words", "being") or found == "expect":
        return None
    noun = left_noun(line, being if line.key(being) != "been" else being - 1)
    start = noun.edge if noun else 0
    scope = ((start, being), (at + 2, content_end(line, at + 2)))
    return Cue((), (at, at + 1), found, (being, at + 2), tuple(s for s in scope if s[1] > s[0]))


def _evidential(line: Line, at: int) -> Cue | None:
    if line.key(at) not in listed("verbs", "evidential"):
        return None
    scope = ((0, at), (at + 1, content_end(line, at)))
    return Cue((), (at, at + 1), line.key(at), (at, at + 1), tuple(s for s in scope if s[1] > s[0]))


def _put(line: Line, at: int) -> Cue | None:
    """As the foreman put it, …; police put the toll at nineteen."""
    if line.key(at) not in ("put", "puts"):
        return None
    noun = left_noun(line, at)
    if noun is None:
        return None
    sources, verb = named(line, noun, (at, at + 1)), (at, at + 1)
    if line.key(at + 1) == "it":
        scope = _around(line, noun.edge - (line.key(noun.edge - 1) == "as"), at + 2)
        return Cue(sources, verb, "put", (noun.edge, at + 2), scope, True) if scope else None
    counted = next((k for k in range(at + 1, at + 5) if line.key(k) in listed("verbs", "put_at")), 0)
    if not counted or "at" not in line.keys[counted : counted + 12]:
        return None
    return Cue(sources, verb, "put", (noun.edge, at + 1), ((at + 1, content_end(line, at + 1)),), True)


def _heard(line: Line, at: int) -> Cue | None:
    """The tribunal heard that …: by whom is not said."""
    if line.key(at) not in ("heard", "hears") or line.key(at - 1) not in listed("verbs", "hearing"):
        return None
    stop = at + 1 + (line.key(at + 1) == "that")
    noun = left_noun(line, at)
    if stop == at + 1 and line.key(stop) != "how":
        return (
            Cue((), (at, at + 1), "hear", (at - 1, stop), left_content(line, noun.edge)) if noun and noun.edge else None
        )
    return Cue((), (at, at + 1), "hear", (at - 1, stop), ((stop, content_end(line, stop)),), True)


def by_whom(line: Line, place: int) -> tuple[tuple[Named, ...], int]:
    """The source that "by" brings in at a token, and the token behind it; none, and the same token, without one."""
    noun = right_noun(line, place + 1) if line.key(place) == "by" else None
    return (named(line, noun), noun.edge) if noun else ((), place)
