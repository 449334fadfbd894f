"""Texts for the property tests: prose that was edited, and everything a keyboard or a hostile file can give."""

import random

from hypothesis import strategies as st

WORDS = (
    *(
        "the",
        "of",
        "and",
        "a",
        "to",
        "in",
        "said",
        "admitted",
        "reportedly",
        "nine",
        "not",
        "never",
        "militants",
        "fighters",
    ),
    *(
        "Kiev",
        "Kyiv",
        "Kharkiv",
        "Zor",
        "Zur",
        "ez-Zor",
        "ez-Zur",
        "Waré",
        "Ware",
        "stand-off",
        "standoff",
        "U.S.",
        "US",
    ),
    *(
        "don’t",
        "don't",
        "Monday",
        "Friday",
        "19",
        "9,000",
        "$340",
        "31%",
        "“",
        "”",
        '"',
        "'",
        "—",
        "-",
        ",",
        ".",
        ";",
        "(",
    ),
    *(")", "文", "字", "ไทย", "👩\u200d👩\u200d👧", "🇫🇷", "e\u0301t\u00e9", "אבג", "سلام", "city", "minister", "..."),
)
GAPS = (" ", " ", " ", " ", "", "\n\n", "\u00a0", "  ", "\t")

anything = st.text(max_size=60)
marks_only = st.text(alphabet=".,;:!?\"'“”‘’()-–— \u00a0", max_size=30)


@st.composite
def prose(draw: st.DrawFn) -> str:
    """Words, figures, marks and scripts of many kinds with uneven white space."""
    words = draw(st.lists(st.sampled_from(WORDS), max_size=40))
    return "".join(word + draw(st.sampled_from(GAPS)) for word in words)


@st.composite
def renderings(draw: st.DrawFn) -> tuple[str, str]:
    """Two texts of which one is mostly the other with words dropped, put in and swapped."""
    words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=60))
    chance = random.Random(draw(st.integers(0, 2**32)))
    edited: list[str] = []
    for word in words:
        fate = chance.random()
        if fate < 0.1:
            continue
        edited.append(chance.choice(WORDS) if fate < 0.25 else word)
        if fate > 0.9:
            edited.append(chance.choice(WORDS))
    return " ".join(words), " ".join(edited)


pairs = st.one_of(
    renderings(),
    st.tuples(prose(), prose()),
    st.tuples(anything, anything),
    st.tuples(marks_only, marks_only),
    st.tuples(st.just(""), anything),
)
