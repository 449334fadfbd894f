import difflib
import random
import re
from collections.abc import Callable

import pytest

from tests.benchmarks.conftest import Ratio
from tests.engine.stories import filler
from workbench.comparing.compare import compare

Compared = Callable[..., Ratio]


def edited(words: int, share: float) -> tuple[str, str]:
    """A text of so many words, and the same with a share of them replaced, dropped or doubled."""
    rng = random.Random(3)
    base = filler(1, words // 10).split()[:words]
    changes: list[Callable[[str], str]] = [lambda word: word[::-1], lambda word: "", lambda word: f"{word} said {word}"]
    witness = [rng.choice(changes)(word) if rng.random() < share else word for word in base]
    return " ".join(base), " ".join(filter(None, witness))


@pytest.mark.parametrize(("words", "share"), [(300, 0.05), (300, 0.3), (5000, 0.05), (5000, 0.3)])
def test_edits_with_labels_against_difflib_over_the_same_words(compared: Compared, words: int, share: float) -> None:
    base, witness = edited(words, share)
    a, b = (re.findall(r"\w+|[^\w\s]", side) for side in (base, witness))
    assert compare(base, witness)
    compared(
        "difflib",
        lambda: compare(base, witness),
        lambda: difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes(),
        rounds=3,
    )
