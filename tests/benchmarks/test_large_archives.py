"""Generated archives through the command line: seconds, memory, and what was found of the planted passages."""

import json
import os
import sys
from pathlib import Path

import pytest

from tests.benchmarks.generator import Generator, Plan, Planted, write_set
from tests.benchmarks.pool import load_pool
from tests.benchmarks.processes import jobs, measured
from tests.benchmarks.recall import recall

MAIN = Path(__file__).parents[2] / "main.py"
VERY_LARGE = "VARIORUM_BENCHMARK_VERY_LARGE"


@pytest.mark.parametrize("articles", [2_000, 20_000, 100_000])
def test_an_archive(shared: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], articles: int) -> None:
    if articles > 20_000 and not os.environ.get(VERY_LARGE):
        pytest.skip(f"set {VERY_LARGE}=1 for {articles} articles")
    texts, out = tmp_path / "articles.jsonl", tmp_path / "families.json"
    places = write_set(Generator(Plan(articles), load_pool(shared)), texts)
    taken = measured(
        [sys.executable, str(MAIN), "engine", "families", str(texts), "-o", str(out), "--jobs", str(jobs())]
    )
    with texts.open(encoding="utf-8") as lines:
        articles_by_number = {row["id"]: row["text"] for row in map(json.loads, lines)}
    families = [
        [(witness["id"], (witness["span"][0], witness["span"][1])) for witness in family["witnesses"]]
        for family in json.loads(out.read_text(encoding="utf-8"))["families"]
    ]
    found = recall(
        [Planted(**row | {"span": tuple(row["span"])}) for row in json.loads(places.read_text(encoding="utf-8"))],
        families,
        articles_by_number,
    )
    memory = "memory not measured here" if taken.gigabytes is None else f"{taken.gigabytes:.2f} GB at most"
    with capsys.disabled():
        print(f"\n{articles} articles: {taken.seconds:.1f} s with the start of the program, {memory}\n{found}")
    assert found.of("quote, exact") > 0.9
    assert found.of("copy, exact") > 0.95
    assert found.of("wire") > 0.95
    assert found.false_witnesses < 0.05 * found.witnesses
