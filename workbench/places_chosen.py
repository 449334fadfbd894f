"""Places that a person chooses: made to fit their text, or refused in one sentence."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from workbench.by_hand import touch
from workbench.errors import UserError
from workbench.model import Place
from workbench.spans import Span


def checked(place: Place, text: str) -> Place:
    """A place without the white space around it; raises `UserError` when it is not in the text, or blank."""
    if place.span.end > len(text):
        raise UserError("The passage reaches beyond the end of its article: choose text of the article only.")
    part = place.span.of(text)
    start = place.span.start + len(part) - len(part.lstrip())
    span = Span(start, max(start, place.span.start + len(part.rstrip())))
    if not any(map(str.isalnum, span.of(text))):
        raise UserError("There is no word in this passage: choose at least one.")
    return Place(place.article_id, span)


def without_overlaps(places: Sequence[Place]) -> None:
    """Raises `UserError` when two places have text in common."""
    if any(touch(one, other) for one, other in pairwise(sorted(places))):
        raise UserError("Two passages of one family cannot overlap in an article: leave the other one's text alone.")


def joined(places: Sequence[Place], texts: Mapping[int, str]) -> Mapping[Place, Place]:
    """For each place the one it becomes when those that meet, with no word between them, are made one."""
    made: dict[Place, Place] = {}
    run: list[Place] = []
    for place in sorted(set(places)):
        if run and not _meets(run, place, texts):
            made |= _as_one(run)
            run = []
        run.append(place)
    return made | _as_one(run)


def _meets(run: Sequence[Place], place: Place, texts: Mapping[int, str]) -> bool:
    if run[0].article_id != place.article_id:
        return False
    reached = max(one.span.end for one in run)
    return not any(map(str.isalnum, texts[place.article_id][reached : place.span.start]))


def _as_one(run: Sequence[Place]) -> dict[Place, Place]:
    if not run:
        return {}
    whole = Place(run[0].article_id, Span(run[0].span.start, max(one.span.end for one in run)))
    return dict.fromkeys(run, whole)
