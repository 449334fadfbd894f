"""The word lists are whole, and are looked up folded."""

import tomllib
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from workbench.comparing.lexicon import classes, groups, pairs, word_list
from workbench.resources import RESOURCES

FILES = sorted((RESOURCES / "words").glob("*.toml"))


def _strings(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for key, value in node.items():
            yield key
            yield from _strings(value)
    elif isinstance(node, list):
        for value in node:
            yield from _strings(value)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_list_file_says_what_it_holds_and_has_no_stray_space(path: Any) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# ")
    for word in _strings(tomllib.loads(text)):
        assert word == word.strip()
        assert word


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_array_of_words_names_one_twice(path: Any) -> None:
    for name, node in tomllib.loads(path.read_text(encoding="utf-8")).items():
        if isinstance(node, list) and all(isinstance(word, str) for word in node):
            assert [word for word, count in Counter(node).items() if count > 1] == [], name


def test_a_list_is_looked_up_folded() -> None:
    assert "monday" in word_list("time", "weekdays")
    assert "Monday" not in word_list("time", "weekdays")


def test_several_arrays_are_read_as_one_list() -> None:
    both = word_list("time", "weekdays", "months")
    assert both == word_list("time", "weekdays") | word_list("time", "months")
    assert both < word_list("time")


def test_words_with_values_are_read_by_their_names() -> None:
    assert {"dozen", "million"} <= word_list("numbers", "value")


def test_a_verb_of_saying_has_its_stance() -> None:
    assert classes("reporting")["admit"] == "admission"
    assert classes("reporting")["boast"] == "coloured"


def test_every_stance_has_its_sense_in_words() -> None:
    reporting = tomllib.loads((RESOURCES / "words" / "reporting.toml").read_text(encoding="utf-8"))
    assert set(reporting["sense"]) == set(reporting) - {"sense"}


def test_antonyms_hold_in_both_directions() -> None:
    antonyms = pairs("polarity", "antonyms")
    assert ("rise", "fall") in antonyms
    assert all((second, first) in antonyms for first, second in antonyms)


def test_no_word_is_its_own_opposite() -> None:
    assert all(first != second for first, second in pairs("polarity", "antonyms"))


def test_names_for_one_thing_share_a_group() -> None:
    known = groups("naming")
    assert known["isis"] & known["daesh"]
    assert not known["isis"] & known["moscow"]
