"""The public evaluation sets, where they are beside the checkout: scores and seconds, printed."""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

MAIN = Path(__file__).parents[2] / "main.py"


def run(*arguments: object) -> str:
    done = subprocess.run([sys.executable, *map(str, arguments)], capture_output=True, text=True, check=True)
    return done.stdout


def scored(capsys: pytest.CaptureFixture[str], name: str, start: float, scores: str) -> None:
    with capsys.disabled():
        print(f"\n{name}: {time.perf_counter() - start:.1f} s with the start of the program")
        print(scores)


def test_passages_of_given_pairs(shared: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    scorer, corpus, pairs, out = (
        shared / "eval/score_pan.py",
        shared / "eval/pan13",
        tmp_path / "pairs",
        tmp_path / "out",
    )
    pairs.write_text(run(scorer, "list", corpus), encoding="utf-8")
    start = time.perf_counter()
    run(MAIN, "engine", "pairs", pairs, "-o", out)
    lines = run(scorer, "score", corpus, out).splitlines()
    scored(capsys, "pan13, 500 pairs", start, "\n".join(lines[:-1]))
    assert json.loads(lines[-1])["all"]["plagdet"] > 0.9


def test_families_of_news(shared: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    news, out = shared / "eval/news", tmp_path / "out"
    start = time.perf_counter()
    run(MAIN, "engine", "families", news / "articles.jsonl", "-o", out)
    last = run(shared / "eval/score_quotes.py", news, out).splitlines()[-1]
    scored(capsys, "news, 327 articles", start, last)
    assert json.loads(last)["sound"] > 0.98


def test_edits_of_annotated_pairs(shared: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gold, out = shared / "eval/edits/edits_public.jsonl", tmp_path / "out"
    start = time.perf_counter()
    run(MAIN, "engine", "edits", gold, "-o", out)
    lines = run(shared / "eval/edits/score_edits.py", gold, out).splitlines()
    scored(capsys, "edits, 120 pairs", start, "\n".join(lines[:-1]))
    assert json.loads(lines[-1])["span_f1"] > 0.8
