"""After a decision a session reads only what the decision touched; what it shows is what a fresh session reads."""

import random
from collections.abc import Callable

import pytest

from db.casefile import open_case
from workbench.model import LabelKind, Target
from workbench.session import Session
from workbench.snapshot import Snapshot


def fresh(session: Session) -> Snapshot:
    """The case as another session reads it from the file."""
    other = Session(open_case(session.store.path))
    try:
        return other.snapshot()
    finally:
        other.close()


def decisions(session: Session, rng: random.Random) -> list[Callable[[], Snapshot]]:
    """Some of all that can be decided now."""
    now = session.snapshot()
    family = rng.choice(now.families)
    base, witness = now.base(family), rng.choice(now.others(family))
    target, code = Target(witness.place, base.place), rng.choice(now.codes)
    label = rng.choice(list(LabelKind))
    return [
        lambda: session.toggle_tag(target, code),
        lambda: session.set_note(target, rng.choice(["", "Seen.", "Why?"])),
        lambda: session.review([target, Target(witness.place)]),
        lambda: session.take_back_review([target]),
        lambda: session.rule(target, (label,), rng.choice([None, (), (label,)])),
        lambda: session.choose_base(family, witness),
        lambda: session.say_source(witness, rng.choice([None, base])),
        lambda: session.delete_code(code) if len(now.codes) > 2 else now,
        *([session.undo] if now.undo_summary else []),
        *([session.redo] if now.redo_summary else []),
    ]


@pytest.mark.parametrize("seed", range(4))
def test_after_any_decisions_a_session_shows_what_a_fresh_one_reads(aligned: Session, seed: int) -> None:
    rng = random.Random(seed)
    for number in range(25):
        rng.choice(decisions(aligned, rng))()
        if number % 5 == 4:
            assert aligned.snapshot() == fresh(aligned)
    assert aligned.snapshot() == fresh(aligned)


def test_what_another_window_decided_meanwhile_is_seen_after_a_decision_of_ones_own(aligned: Session) -> None:
    now = aligned.snapshot()
    family = now.families[0]
    place = family.witnesses[0].place
    other = Session(open_case(aligned.store.path))
    other.set_note(Target(place), "From the other window.")
    other.close()
    after = aligned.toggle_tag(Target(place), now.codes[0])
    assert [note.text for note in after.notes] == ["From the other window."]
    assert len(after.tags) == 1


def test_what_a_decision_does_not_touch_is_not_read_again(aligned: Session) -> None:
    target = Target(aligned.snapshot().families[0].witnesses[0].place)
    before = aligned.review([target])
    after = aligned.toggle_tag(target, before.codes[0])
    assert after.reviews is before.reviews
    assert aligned.undo().reviews[0] is before.reviews[0]
