"""The sample case comes out as its map says: articles, families, boilerplate, dates."""

import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

EXPECTED = tomllib.loads((Path(__file__).parents[1] / "sample" / "expected.toml").read_text("utf-8"))
ENCODINGS = {page["file"]: page["encoding"] for page in EXPECTED["pages"]}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("sample")


@pytest.fixture(scope="module")
def export(
    folder: Path, checkout: Path, main: Callable[..., Any], exported: Callable[..., dict[str, Any]]
) -> dict[str, Any]:
    return exported(main, folder, checkout / "resources" / "sample")


@pytest.fixture(scope="module")
def texts(checkout: Path) -> dict[str, str]:
    sample = checkout / "resources" / "sample"
    return {name: (sample / name).read_bytes().decode(encoding) for name, encoding in ENCODINGS.items()}


@pytest.fixture(scope="module")
def articles(export: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """The articles of each page, in their order."""
    names = {source["id"]: source["name"] for source in export["sources"]}
    found: dict[str, list[dict[str, Any]]] = {}
    for article in export["articles"]:
        found.setdefault(names[article["source"]], []).append(article)
    return found


@pytest.mark.parametrize("page", EXPECTED["pages"], ids=lambda page: page["file"])
def test_each_page_gives_its_articles_with_outlet_date_and_title(
    articles: dict[str, list[dict[str, Any]]], page: dict[str, Any]
) -> None:
    found = articles[page["file"]]
    assert len(found) == len(page["articles"])
    for article, expected in zip(found, page["articles"], strict=True):
        assert (article["outlet"], article["published"][:10]) == (expected["outlet"], expected["published"])
        assert " ".join(article["title"].split()) == expected["title"]


@pytest.mark.parametrize("family", EXPECTED["families"], ids=lambda family: family["name"])
def test_each_family_is_found_with_exactly_its_witnesses(
    export: dict[str, Any],
    articles: dict[str, list[dict[str, Any]]],
    texts: dict[str, str],
    family: dict[str, Any],
) -> None:
    expected = {}
    for witness in family["witnesses"]:
        start = texts[witness["file"]].index(witness["text"])
        end = start + len(witness["text"])
        article = articles[witness["file"]][witness.get("article", 0)]
        expected[article["id"]] = (start, end, end + len(witness.get("frame", "")))
    candidates = [
        {witness["article"]: witness["span"] for witness in found["witnesses"]}
        for found in export["families"]
        if not found["boilerplate"]
    ]
    assert any(_fits(found, expected) for found in candidates), [f for f in candidates if set(f) & set(expected)]


def _fits(found: dict[int, list[int]], expected: dict[int, tuple[int, int, int]]) -> bool:
    near = EXPECTED["tolerance"]
    return set(found) == set(expected) and all(
        abs(found[number][0] - start) <= near and end - near <= found[number][1] <= frame + near
        for number, (start, end, frame) in expected.items()
    )


@pytest.mark.parametrize("shared_text", EXPECTED["boilerplate"], ids=lambda shared: shared["text"][:30])
def test_shared_furniture_never_stands_among_the_families(
    export: dict[str, Any],
    texts: dict[str, str],
    articles: dict[str, list[dict[str, Any]]],
    shared_text: dict[str, Any],
) -> None:
    for name in shared_text["files"]:
        start = texts[name].index(shared_text["text"])
        end = start + len(shared_text["text"])
        numbers = {article["id"] for article in articles[name]}
        for family in export["families"]:
            for witness in family["witnesses"]:
                inside = witness["article"] in numbers and start < witness["span"][1] and witness["span"][0] < end
                assert not inside or family["boilerplate"], witness["text"]


def test_comments_have_no_witnesses(
    export: dict[str, Any], texts: dict[str, str], articles: dict[str, list[dict[str, Any]]]
) -> None:
    for comment in EXPECTED["comments"]:
        start = texts[comment["file"]].index(comment["text"])
        numbers = {article["id"] for article in articles[comment["file"]]}
        for family in export["families"]:
            for witness in family["witnesses"]:
                assert witness["article"] not in numbers or witness["span"][1] <= start


def test_the_edits_of_the_quote_are_what_a_person_would_name(export: dict[str, Any], texts: dict[str, str]) -> None:
    names = {source["id"]: source["name"] for source in export["sources"]}
    files = {article["id"]: names[article["source"]] for article in export["articles"]}
    family = max((f for f in export["families"] if not f["boilerplate"]), key=lambda f: len(f["witnesses"]))
    wording = {witness["id"]: texts[files[witness["article"]]] for witness in family["witnesses"]}
    edits = {
        (wording[e["base_witness"]][slice(*e["base"])], wording[e["witness"]][slice(*e["span"])]): e["labels"]
        for e in family["edits"]
    }
    assert "number" in edits["3,800", "4,000"]
    assert edits["Zhelmyn", "Jelmin"] in (["spelling"], ["name"])
    assert edits["could", "will"] == ["certainty"]
    assert any(witness.strip() == "deadly" and "loaded" in labels for (_, witness), labels in edits.items())


def test_importing_again_adds_nothing(
    export: dict[str, Any], folder: Path, checkout: Path, inside: Callable[..., Any]
) -> None:
    ran = inside(folder, "import", "c.variorum", checkout / "resources" / "sample")
    assert ran.out == "Imported 0 sources (11 more were there already); c.variorum holds 14 articles.\n"
    inside(folder, "export", "c.variorum", "-o", "again.json")
    assert json.loads((folder / "again.json").read_text("utf-8")) == export


def test_compare_writes_the_report_in_one_go(folder: Path, checkout: Path, main: Callable[..., Any]) -> None:
    ran = main(folder, "compare", checkout / "resources" / "sample", "-o", "report.pdf")
    assert ran.status == 0, ran
    assert (folder / "report.pdf").read_bytes().startswith(b"%PDF-")
    assert (folder / "report.variorum").is_file()
