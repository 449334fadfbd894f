"""A case about a bridge: its stories, and ways to look into it. The texts are invented."""

from workbench.model import Code, Family, Target, Witness
from workbench.session import Session
from workbench.snapshot import Snapshot, target_of

QUOTE = (
    "The old harbour bridge will stay closed until the end of May because two of its main cables are badly corroded "
    "and cannot carry lorries"
)
STORIES = {
    "post": f"Bridge stays shut\n\nBoats passed slowly on a grey morning.\n\n“{QUOTE},” the mayor said on Tuesday.\n",
    "herald": f"Mayor under fire\n\nShopkeepers are angry.\n\n“{QUOTE.replace('badly ', '')},” the mayor admitted.\n",
    "echo": "Weather\n\nRain is expected along the whole coast on Thursday, with some sun in the hills later on.\n",
}


def quote_family(snapshot: Snapshot) -> Family:
    (family,) = (found for found in snapshot.families if not found.boilerplate)
    return family


def edit_target(session: Session) -> Target:
    """The target of the first edit of the quote's family."""
    family = quote_family(session.snapshot())
    base, other = pair(session.snapshot(), family)
    return target_of(session.comparison(family, base, other).edits[0], base.place, other.place)


def pair(snapshot: Snapshot, family: Family) -> tuple[Witness, Witness]:
    return snapshot.base(family), snapshot.others(family)[0]


def code(session: Session, digit: int = 1) -> Code:
    return session.snapshot().codes[digit - 1]


def decisions(snapshot: Snapshot) -> tuple[object, ...]:
    return snapshot.tags, snapshot.notes, snapshot.base_choices
