"""Why a family was found, as text for terminal and window. Knows no Qt."""

from collections.abc import Mapping, Sequence
from textwrap import shorten
from typing import NamedTuple

from ui.desktop.wording import article_words
from workbench.by_hand_told import by_hand_sentence, steps_told
from workbench.model import Family, Witness
from workbench.snapshot import Snapshot
from workbench.why import Reason, enough, found_because, seed_words

_HEADING = 100


class Part(NamedTuple):
    """A heading and the lines below it."""

    heading: str
    lines: tuple[str, ...]


def why_parts(
    snapshot: Snapshot, family: Family, found: Sequence[Reason], texts: Mapping[int, str]
) -> tuple[Part, ...]:
    """What is said of a family: first of the base, then of every other witness."""
    base = snapshot.base(family)
    sensitivity = snapshot.settings.sensitivity
    least = sensitivity.least_score
    text = shorten(base.place.span.of(texts[base.place.article_id]), _HEADING, placeholder=" …")
    made = snapshot.by_hand.get(family.id)
    said = (by_hand_sentence(snapshot, family), *steps_told(made)) if made else ()
    opening = (
        *said,
        f"Base: {_name(snapshot, base)}.",
        f"Each witness below is compared with it; sensitivity “{sensitivity.value}” asks for a score of {least:g}.",
    )
    return (Part(f"“{text}”", opening), *(_part(snapshot, reason, least, by_hand=bool(made)) for reason in found))


def _part(snapshot: Snapshot, reason: Reason, least: float, *, by_hand: bool) -> Part:
    lines = [_sentence(found_because(reason.found, least)), _sentence(seed_words(reason.found))]
    if reason.via:
        lines.insert(0, f"Too little like the base by itself; with {_name(snapshot, reason.via)}:")
    elif not enough(reason.found, least):
        stays = "a person put it here" if by_hand else "it stays as it was found before"
        lines.insert(0, f"Too little like each of the others to be found today; {stays}:")
    return Part(_name(snapshot, reason.witness), tuple(lines))


def _name(snapshot: Snapshot, witness: Witness) -> str:
    return article_words(snapshot.article[witness.place.article_id])


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."
