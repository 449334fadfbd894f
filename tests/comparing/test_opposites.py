import pytest

from tests.comparing.marking import kinds_of
from workbench.comparing.opposites import opposite, scales

PAIRS = [
    ("repeal", "retain"), ("approve", "veto"), ("rise", "fall"), ("unlawful", "lawful"), ("agree", "disagree"),
    ("upgrade", "downgrade"), ("overstate", "understate"), ("harmful", "harmless"), ("pro-union", "anti-union"),
    ("delight", "dismay"), ("driest", "wettest"), ("insider", "outsider"),
]  # fmt: skip
STRANGERS = [
    ("rise", "grow"), ("approve", "back"), ("overtake", "undertake"), ("cover", "discover"), ("course", "discourse"),
    ("enclose", "disclose"), ("form", "inform"), ("house", "river"), ("major", "weak"),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b"), PAIRS)
def test_opposites_are_known_from_either_side_and_can_be_looked_up(a: str, b: str) -> None:
    assert opposite(a, b)
    assert opposite(b, a)
    assert set(scales(a)) & set(scales(b)) or a in b or b in a or a[:4] == b[:4]


@pytest.mark.parametrize(("a", "b"), STRANGERS)
def test_words_that_only_look_so_are_no_opposites(a: str, b: str) -> None:
    assert not opposite(a, b)


@pytest.mark.parametrize(
    "text",
    [
        "She was [[acquitted=>found guilty]] of it.",
        "The board [[turned down=>approved]] the plan.",
        "It was to the [[delight=>dismay]] of all.",
        "The minister [[dodged=>answered]] the question.",
    ],
)
def test_an_edit_that_turns_the_sense_round_is_a_negation(text: str) -> None:
    assert kinds_of(text) == {"negation"}
