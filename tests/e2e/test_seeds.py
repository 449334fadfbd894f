"""Acceptance on the first corpus: eight articles, and the agency quote with exactly its four witnesses."""

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

TOLERANCE = 15


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("seeds")


@pytest.fixture(scope="module")
def export(
    folder: Path, shared: Path, inside: Callable[..., Any], exported: Callable[..., dict[str, Any]]
) -> dict[str, Any]:
    return exported(inside, folder, shared / "seeds")


@pytest.fixture(scope="module")
def gold(shared: Path) -> dict[str, Any]:
    return json.loads((shared / "gold" / "seed_public.json").read_text("utf-8"))


def article_of(export: dict[str, Any], number: int) -> dict[str, Any]:
    return next(article for article in export["articles"] if article["id"] == number)


def name_of(export: dict[str, Any], article: dict[str, Any]) -> str:
    return next(source["name"] for source in export["sources"] if source["id"] == article["source"])


def places(export: dict[str, Any], family: dict[str, Any]) -> list[tuple[str, int, int]]:
    """The witnesses of a family as (source file, start, end)."""
    return sorted(
        (name_of(export, article_of(export, witness["article"])), *witness["span"]) for witness in family["witnesses"]
    )


def test_there_are_eight_articles_four_of_them_in_the_digest(export: dict[str, Any]) -> None:
    assert len(export["articles"]) == 8
    assert sum(name_of(export, article).startswith("003") for article in export["articles"]) == 4


def test_the_articles_of_the_gold_have_its_outlets_dates_titles_and_bodies(
    export: dict[str, Any], gold: dict[str, Any]
) -> None:
    for expected in gold["articles"]:
        start, end = expected["body"]
        article = max(
            (a for a in export["articles"] if name_of(export, a) == gold["files"][expected["file"]]),
            key=lambda a: sum(max(0, min(end, e) - max(start, s)) for s, e in a["body"]),
        )
        assert article["outlet"] == expected["outlet"]
        assert article["published"] == expected["date"]
        assert " ".join(article["title"].split()) == " ".join(expected["title"].split())
        assert abs(article["body"][0][0] - start) <= TOLERANCE
        assert abs(article["body"][-1][1] - end) <= TOLERANCE


def test_the_familys_witnesses_are_those_of_the_gold_and_no_others(
    export: dict[str, Any], gold: dict[str, Any]
) -> None:
    files = {article["id"]: gold["files"][article["file"]] for article in gold["articles"]} | gold["files"]
    for family in gold["families"]:
        expected = sorted((files[article], start, end) for article, start, end in family["witnesses"])
        assert any(_same(places(export, found), expected) for found in export["families"] if not found["boilerplate"])


def _same(found: list[tuple[str, int, int]], expected: list[tuple[str, int, int]]) -> bool:
    return len(found) == len(expected) and all(
        name == other and abs(start - first) <= TOLERANCE and abs(end - last) <= TOLERANCE
        for (name, start, end), (other, first, last) in zip(found, expected, strict=True)
    )


def test_every_span_leads_to_its_text_in_the_file_as_it_is(export: dict[str, Any], shared: Path) -> None:
    texts = {path.name: path.read_bytes().decode("utf-8") for path in (shared / "seeds").iterdir()}
    for family in export["families"]:
        for witness in family["witnesses"]:
            start, end = witness["span"]
            name = name_of(export, article_of(export, witness["article"]))
            assert texts[name][start:end] == witness["text"]


def test_shared_furniture_is_set_apart(export: dict[str, Any]) -> None:
    assert any(family["boilerplate"] for family in export["families"])


def test_sources_carry_the_sums_of_their_bytes(export: dict[str, Any], shared: Path) -> None:
    sums = {path.name: sha256(path.read_bytes()).hexdigest() for path in (shared / "seeds").iterdir()}
    assert {source["name"]: source["sha256"] for source in export["sources"]} == sums


def test_importing_again_adds_nothing(
    export: dict[str, Any], folder: Path, shared: Path, inside: Callable[..., Any]
) -> None:
    ran = inside(folder, "import", "c.variorum", shared / "seeds")
    assert ran.out == "Imported 0 sources (5 more were there already); c.variorum holds 8 articles.\n"
    inside(folder, "export", "c.variorum", "-o", "again.json")
    assert json.loads((folder / "again.json").read_text("utf-8")) == export


FAR = 45
"""Code points that a border of a reworded passage may be from where a person would set it."""
BY_HAND = {
    "what was granted": [("003", 3245, 3342), ("003", 3815, 3912)],
    "why it is needed": [("002", 1646, 1853), ("003", 4848, 5021)],
    "who is to watch over it": [("002", 539, 657), ("003", 5267, 5402)],
    "what a general hopes": [("003", 2623, 2855), ("003", 8863, 9095)],
    "how many may flee": [("003", 1687, 1779), ("003", 9727, 9819)],
}
"""All passages that a person finds in two of the eight articles besides the agency quote, by file and place."""
BY_HAND_LOOSELY = {
    "what would be hit": [("002", 1221, 1282), ("003", 4552, 4612)],
    "who is sent": [("002", 971, 1041), ("003", 4661, 4782)],
    "what the headlines claim": [("002", 34, 75), ("003", 5863, 5919)],
}
"""Three more, which are short or share little more than half of their words."""
DONATION_TO_CONTACT = {"000": (2737, 4477), "001": (3613, 5342)}
"""From the request for donations to the last line of the licence."""


def _near(found: list[tuple[str, int, int]], expected: list[tuple[str, int, int]], far: int) -> bool:
    return len(found) == len(expected) and all(
        name.startswith(other) and abs(start - first) <= far and abs(end - last) <= far
        for (name, start, end), (other, first, last) in zip(found, expected, strict=True)
    )


def found_in(export: dict[str, Any], boilerplate: bool) -> list[list[tuple[str, int, int]]]:
    return [places(export, family) for family in export["families"] if family["boilerplate"] is boilerplate]


@pytest.mark.parametrize("passage", BY_HAND)
def test_every_passage_that_a_person_finds_is_found(export: dict[str, Any], passage: str) -> None:
    assert sum(_near(found, BY_HAND[passage], FAR) for found in found_in(export, boilerplate=False)) == 1


def test_no_family_is_one_that_a_person_would_throw_away(export: dict[str, Any], gold: dict[str, Any]) -> None:
    files = {article["id"]: article["file"] for article in gold["articles"]} | {name: name for name in gold["files"]}
    in_gold = [
        sorted((files[article], start, end) for article, start, end in family["witnesses"])
        for family in gold["families"]
    ]
    by_hand = [*in_gold, *BY_HAND.values(), *BY_HAND_LOOSELY.values()]
    for found in found_in(export, boilerplate=False):
        assert any(_near(found, expected, FAR) for expected in by_hand), found


def test_donation_texts_and_licences_are_boilerplate_from_end_to_end(export: dict[str, Any]) -> None:
    for name, (start, end) in DONATION_TO_CONTACT.items():
        inside = [
            (max(start, low), min(end, high))
            for found in found_in(export, boilerplate=True)
            for file, low, high in found
            if file.startswith(name)
        ]
        assert sum(high - low for low, high in inside) >= 0.95 * (end - start)


def test_no_passage_touches_donation_texts_and_licences(export: dict[str, Any]) -> None:
    for found in found_in(export, boilerplate=False):
        for file, low, high in found:
            start, end = DONATION_TO_CONTACT.get(file[:3], (0, 0))
            assert min(end, high) <= max(start, low)
