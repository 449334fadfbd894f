"""Quid, a finder of quotations, on some of the verbatim pairs of the public set: time as ratio, and both scores.

Quid is Apache-2.0, but two of the libraries it needs are LGPL and MPL, so it is no dependency of ours: run this with
`uv run --with Quid==2.6.7 pytest tests/benchmarks/test_peers.py`. It is skipped where Quid is not there.
"""

import json
import shutil
import subprocess
import sys
import warnings
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.benchmarks.conftest import Ratio
from workbench.engine.pairs import align_pair

Passages = list[tuple[tuple[int, int], tuple[int, int]]]
PAIRS = 10
KIND = "02-no-obfuscation"


def _sample(corpus: Path, folder: Path) -> list[tuple[str, str]]:
    """Evenly drawn pairs, with their truth laid out in `folder` as the scorer wants it."""
    pairs = [(a, b) for a, b in map(str.split, (corpus / KIND / "pairs").read_text(encoding="utf-8").splitlines())]
    drawn = pairs[:: len(pairs) // PAIRS][:PAIRS]
    (folder / KIND).mkdir(parents=True)
    (folder / KIND / "pairs").write_text("\n".join(" ".join(pair) for pair in drawn), encoding="utf-8")
    for a, b in drawn:
        shutil.copy(corpus / KIND / f"{Path(a).stem}-{Path(b).stem}.xml", folder / KIND)
    return drawn


def _plagdet(scorer: Path, folder: Path, found: dict[tuple[str, str], Passages]) -> float:
    out = folder.with_suffix(".jsonl")
    rows = (
        {"a": a, "b": b, "alignments": [{"a": list(one), "b": list(other)} for one, other in passages]}
        for (a, b), passages in found.items()
    )
    out.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    done = subprocess.run([sys.executable, scorer, "score", folder, out], capture_output=True, text=True, check=True)
    return float(json.loads(done.stdout.splitlines()[-1])["all"]["plagdet"])


def _ours(a: str, b: str) -> Passages:
    return [((one.a.start, one.a.end), (one.b.start, one.b.end)) for one in align_pair(a, b)]


def test_verbatim_pairs_against_quid(
    shared: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    compared: Callable[..., Ratio],
) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        quid = pytest.importorskip("quid.core.Quid", reason="run with `uv run --with Quid==2.6.7`").Quid
    corpus, folder = shared / "eval/pan13", tmp_path / "sample"
    pairs = _sample(corpus, folder)
    texts = [
        tuple((corpus / kind / name).read_bytes().decode() for kind, name in zip(("susp", "src"), pair, strict=True))
        for pair in pairs
    ]
    found: dict[str, list[Passages]] = {}

    def quids(a: str, b: str) -> Passages:
        return [
            ((one.target_span.start, one.target_span.end), (one.source_span.start, one.source_span.end))
            for one in quid(keep_ambiguous_matches=False).compare(b, a)
        ]

    def over_all(name: str, way: Callable[[str, str], Passages]) -> None:
        found[name] = [way(a, b) for a, b in texts]

    compared("Quid", lambda: over_all("ours", _ours), lambda: over_all("Quid", quids), rounds=1)
    scores = {
        name: _plagdet(shared / "eval/score_pan.py", folder, dict(zip(pairs, passages, strict=True)))
        for name, passages in found.items()
    }
    with capsys.disabled():
        print(f"plagdet of {len(pairs)} verbatim pairs: {scores['ours']:.3f}, Quid {scores['Quid']:.3f}")
    assert scores["ours"] > 0.9
