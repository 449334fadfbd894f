"""What a person made of families, in sentences that a hostile reader can check."""

from collections.abc import Iterable, Iterator

from workbench.by_hand import ByHand, Difference, difference
from workbench.model import Family, Place
from workbench.reporting.wording import day_in_words, moment_in_words
from workbench.snapshot import Snapshot
from workbench.text.lines import one_line
from workbench.text.sentence_parts import counted

_MOST = 6
"""So many articles are named, the others counted."""


def by_hand_sentence(snapshot: Snapshot, family: Family) -> str:
    """That a person made or changed a family, when, and what the program had found; empty where nobody did."""
    made = snapshot.by_hand.get(family.id)
    if made is None:
        return ""
    differs = difference(family, made.found)
    what = "Corrected by hand" if made.found else "Made by hand"
    changes = "; ".join(_changes(snapshot, family, made, differs))
    told = f"{what}{_when(made)}: the program had found {_found(made.found)} here{f'; {changes}' if changes else ''}"
    return told if told[-1] in ".?!" else f"{told}."


def steps_told(made: ByHand) -> tuple[str, ...]:
    """Each decision about a family with its time: `22 November 2026, 01:12 UTC: Take a witness out.`."""
    return tuple(f"{moment_in_words(step.at)}: {step.summary}." for step in made.steps)


def corrections_told(snapshot: Snapshot, quoted: Iterable[str] = ()) -> str:
    """How many families of a case people made, changed and dismissed; `quoted` are the beginnings of the last."""
    made = sum(not one.found for one in snapshot.by_hand.values())
    changed, gone = len(snapshot.by_hand) - made, len(snapshot.dismissed)
    if not made + changed + gone:
        return "No family was made, changed or dismissed by hand: they are as the program found them."
    acts = [
        f"{counted(number, 'family', 'families')} {'was' if number == 1 else 'were'} {what} by hand"
        for number, what in ((made, "made"), (changed, "changed"), (gone, "dismissed"))
        if number
    ]
    lost = "; ".join(quoted)
    where = " Each that was made or changed says so in its section." if made + changed else ""
    return f"{', '.join(acts)}.{where}{f' Dismissed, and therefore not shown: {lost}.' if lost else ''}"


def _when(made: ByHand) -> str:
    days = list(dict.fromkeys(day_in_words(step.at) for step in made.steps))
    if not days:
        return ""
    return f" on {days[0]}" if len(days) == 1 else f" from {days[0]} to {days[-1]}"


def _found(found: tuple[Family, ...]) -> str:
    if not found:
        return "no family"
    sizes = [counted(len(family.witnesses), "witness", "witnesses") for family in found]
    return f"a family of {sizes[0]}" if len(found) == 1 else f"{len(found)} families, of {' and '.join(sizes)},"


def _changes(snapshot: Snapshot, family: Family, made: ByHand, differs: Difference) -> Iterator[str]:
    if made.found and differs.taken_out:
        yield f"not in this family by hand: {_articles(snapshot, differs.taken_out)}"
    if made.found and differs.added:
        yield f"put in by hand: {_articles(snapshot, differs.added)}"
    if differs.reshaped:
        yield f"borders moved by hand: {_articles(snapshot, [one.now for one in differs.reshaped])}"
    if made.found and family.boilerplate is not all(one.boilerplate for one in made.found):
        yield "marked as boilerplate by hand" if family.boilerplate else "marked as no boilerplate by hand"


def _articles(snapshot: Snapshot, places: Iterable[Place]) -> str:
    names = [_name(snapshot, place) for place in places]
    more = f" and {len(names) - _MOST} more" if len(names) > _MOST else ""
    return ", ".join(names[:_MOST]) + more


def _name(snapshot: Snapshot, place: Place) -> str:
    article = snapshot.article[place.article_id]
    return one_line(article.outlet) or one_line(article.title) or "an article without a title"
