"""What a person stays with when the case changes under them."""

from workbench.comparison import Comparison
from workbench.model import Family, Witness
from workbench.snapshot import Snapshot


def same_family(before: Family, snapshot: Snapshot) -> Family | None:
    """The family with that number, or after a new alignment the one that holds the same witnesses best."""
    found = snapshot.family.get(before.id)
    places = {witness.place for witness in before.witnesses}
    if found and places & {witness.place for witness in found.witnesses}:
        return found
    shared = {f.id: len(places & {witness.place for witness in f.witnesses}) for f in snapshot.families}
    best = max(shared, key=lambda number: shared[number], default=None)
    return snapshot.family[best] if best is not None and shared[best] else None


def kept(before: Comparison, base: Witness) -> Witness:
    """The witness to stay with: the one compared before, or the former base where that one is the base now."""
    return before.base if before.witness.place == base.place else before.witness
