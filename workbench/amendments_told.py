"""The changes to the word lists of a case in plain words: for undo, for the report, for whoever opens the case."""

from collections import Counter
from collections.abc import Iterable

from workbench.amendments import Amended, Amendment
from workbench.word_lists import is_list, lists_version, short

Change = tuple[Amendment | None, Amendment | None]
"""An amendment before and after; `None` where there was none."""


def changes_between(before: Amended, after: Amended) -> tuple[Change, ...]:
    """What a step has to do to come from one to the other: what goes first, then what comes."""
    gone = [one for one in before.amendments if one not in after.amendments]
    come = [one for one in after.amendments if one not in before.amendments]
    return (*((one, None) for one in gone), *((None, one) for one in come))


def summary_of(changes: Iterable[Change]) -> str:
    """A step that changes the lists in a few words, for undo: `Add “regime” to loaded-nouns`."""
    told: list[tuple[str, str]] = []
    for gone, come in changes:
        one = come or gone
        if one is not None:
            adds = one.removed == (come is None)
            told.append((f"“{short(one.entry)}”", f"to {one.list_id}" if adds else f"from {one.list_id}"))
    if len(told) == 1:
        entry, where = told[0]
        return f"{'Add' if where.startswith('to') else 'Remove'} {entry} {where}"
    if len(told) == 2 and told[0][0] == told[1][0]:
        first, second = sorted((where for _, where in told), key=lambda where: where.startswith("to"))
        return f"Move {told[0][0]} {first} {second}"
    return f"Change the word lists ({len(told):,} changes)"


def basis_in_words(words: Amended) -> str:
    """By which lists labels come about, with every change, in one line for the report."""
    lists = f"the word lists of Variorum {shown_version(lists_version())}"
    sides = [_listed(words, removed=False), _listed(words, removed=True)]
    told = "; ".join(side for side in sides if side)
    before = sorted({one.against for one in words.amendments if one.against != lists_version()}, key=_order)
    older = f" (the changes were made against {', '.join(map(shown_version, before))})" if before else ""
    return f"{lists} with {told}{older}" if told else f"{lists}, unchanged"


def _listed(words: Amended, *, removed: bool) -> str:
    of_kind = [one for one in words.amendments if one.removed == removed and is_list(one.list_id)]
    noun = ("removal" if removed else "addition") + ("" if len(of_kind) == 1 else "s")
    entries = ", ".join(f"“{one.entry}” ({one.list_id})" for one in of_kind)
    return f"{len(of_kind):,} {noun}: {entries}" if of_kind else ""


def version_notice(words: Amended) -> str:
    """One line where the program's lists are not those that the changes were made against; else empty."""
    if not words.amendments:
        return ""  # the usual case, in which a start need not read every list for its version
    current = lists_version()
    others = Counter(one.against for one in words.amendments if one.against != current)
    if not others:
        return ""
    against = max(others, key=_order)
    newer = all(_order(current)[0] > _order(one)[0] for one in others)
    how = "newer than" if newer else "others than"
    return (
        f"The program’s word lists ({shown_version(current)}) are {how} those that the changes of this case were made "
        f"against ({shown_version(against)}): labels follow the program’s lists, with the changes on top."
    )


def _order(version: str) -> tuple[tuple[int, ...], str]:
    number, _, digest = version.partition("+")
    return tuple(int(part) for part in number.split(".") if part.isdigit()), digest


def shown_version(version: str) -> str:
    """A version of the lists as it is shown: `0.1.0 (1a2b3c4d)`."""
    number, _, digest = version.partition("+")
    return f"{number} ({digest})" if digest else number


def counted_changes(words: Amended) -> str:
    """How many changes there are: `3 added, 1 taken out`; empty when there are none."""
    counts = Counter(one.removed for one in words.amendments)
    parts = (f"{counts[False]:,} added" if counts[False] else "", f"{counts[True]:,} taken out" if counts[True] else "")
    return ", ".join(filter(None, parts))
