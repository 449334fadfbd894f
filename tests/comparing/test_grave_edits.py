"""A figure, a name or a negation that changed is never lost among other edits."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.comparing.compare import compare
from workbench.model import Edit

SENTENCES = (
    "The ferry left the harbour of Tarn with 340 people on board and did not return before dark.",
    "Mayor Lund told the council that the bridge would not open this year because the steel was late.",
    "Some 12 boats from Orsk were seen near the lighthouse, where the current is never weak.",
    "Inspector Vale counted 58 crates in the shed behind the mill and sent the list to the court.",
    "The harvest in Dunmore was not sold, although buyers had offered 75 crowns a sack.",
    "A nurse from Halden said that 19 children were treated for burns after the fire at the school.",
)
FIGURES = {"340": "430", "12": "21", "58": "85", "75": "57", "19": "90"}
NAMES = {"Tarn": "Brel", "Orsk": "Velm", "Dunmore": "Ashby", "Halden": "Kirkby"}
NEGATIONS = {"did not return": "did return", "would not open": "would open", "was not sold": "was sold"}
OTHERS = {
    "people on board": "passengers", "before dark": "until the evening", "told the council": "informed the board",
    "because the steel was late": "as material was missing", "were seen near": "lay by", "behind the mill": "next door",
    "sent the list": "handed a copy", "buyers had offered": "traders would have paid", "treated for": "taken in with",
}  # fmt: skip


def _covering(edits: tuple[Edit, ...], base: str, phrase: str) -> list[Edit]:
    """The edits that touch one occurrence of a phrase in the base."""
    start = base.index(phrase)
    end = start + len(phrase)
    return [edit for edit in edits if edit.base.start < end and start < edit.base.end]


@given(
    grave=st.sampled_from([("number", FIGURES), ("name", NAMES), ("negation", NEGATIONS)]),
    which=st.integers(0, 10),
    others=st.sets(st.sampled_from(sorted(OTHERS)), max_size=7),
    seed=st.integers(0, 99),
)
@settings(max_examples=150, deadline=None)
def test_a_figure_name_or_negation_among_other_edits_has_its_label(
    grave: tuple[str, dict[str, str]], which: int, others: set[str], seed: int
) -> None:
    kind, changes = grave
    phrase = sorted(changes)[which % len(changes)]
    base = " ".join(random.Random(seed).sample(SENTENCES, len(SENTENCES)))
    witness = base.replace(phrase, changes[phrase])
    for other in others:
        witness = witness.replace(other, OTHERS[other])
    found = _covering(compare(base, witness), base, phrase)
    assert kind in {label.kind.value for edit in found for label in edit.labels}


def test_a_figure_that_changed_in_a_phrase_that_moved_is_labelled() -> None:
    base = "In a letter of 12 pages to the board, the miners asked for better pay and shorter shifts."
    witness = "The miners asked for better pay and shorter shifts, in a letter of 21 pages to the board."
    edits = compare(base, witness)
    moved = [edit for edit in edits if "moved" in {label.kind.value for label in edit.labels}]
    assert len(moved) == 2
    for edit in moved:
        kinds = {label.kind.value: label.reason for label in edit.labels}
        assert kinds["number"] == "12 to 21"
        assert kinds["moved"].endswith("edited: 12 to 21")
