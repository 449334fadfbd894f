"""Spelling variants: narrow on purpose."""

import pytest

from workbench.comparing.variants import same_but_for_spelling, same_name

SAME_NAMES = [
    "Zor Zur",
    "Kiev Kyiv",
    "Donbass Donbas",
    "Sergei Serhiy",
    "Qaddafi Gaddafi",
    "Zaporozhye Zaporizhzhia",
    "Yousef Youssef",
    "Mohammed Muhammad",
    "Leïla Leila",
]
OTHER_NAMES = [
    *(
        "Iran Iraq",
        "Austria Australia",
        "Niger Nigeria",
        "Slovakia Slovenia",
        "Daniel David",
        "North South",
        "Mali Malta",
    ),
    *("Hassan Hussein", "Martin Morton", "Biden Baden", "Gaza Giza", "Bush Bash", "Syria Serbia", "Maria Marta"),
    *("Monday Sunday", "Arctic Antarctic", "Sunni Shia", "Lagos Laos", "62 66"),
]
SAME_WORDS = [
    "stand-off standoff",
    "cyber-attack cyberattack",
    "colour color",
    "organise organize",
    "centre center",
    "travelled traveled",
    "defence defense",
    "programme program",
    "naïve naive",
]
OTHER_WORDS = ["filled filed", "form from", "not now", "legal illegal", "rise rose", "four for", "17 7", "cat cut"]


@pytest.mark.parametrize("pair", SAME_NAMES)
def test_transliterations_are_one_name(pair: str) -> None:
    a, b = pair.lower().split()
    assert same_name(a, b)
    assert same_name(b, a)


@pytest.mark.parametrize("pair", OTHER_NAMES)
def test_different_names_are_never_one(pair: str) -> None:
    a, b = pair.lower().split()
    assert not same_name(a, b)
    assert not same_name(b, a)


@pytest.mark.parametrize("pair", SAME_WORDS)
def test_spellings_of_one_word_are_seen(pair: str) -> None:
    a, b = pair.split()
    assert same_but_for_spelling(a, b)
    assert same_but_for_spelling(b, a)


@pytest.mark.parametrize("pair", OTHER_WORDS)
def test_different_words_are_never_spellings(pair: str) -> None:
    a, b = pair.split()
    assert not same_but_for_spelling(a, b)
