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
def export(folder: Path, shared: Path, exported: Callable[..., dict[str, Any]]) -> dict[str, Any]:
    return exported(folder, shared / "seeds")


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
    export: dict[str, Any], folder: Path, shared: Path, main: Callable[..., Any]
) -> None:
    ran = main(folder, "import", "c.variorum", shared / "seeds")
    assert ran.out == "Imported 0 sources (5 more were there already); c.variorum holds 8 articles.\n"
    main(folder, "export", "c.variorum", "-o", "again.json")
    assert json.loads((folder / "again.json").read_text("utf-8")) == export
