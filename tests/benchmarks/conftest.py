"""Benchmarks, run by `uv run pytest tests/benchmarks`: each times our code and a peer in turn and prints the ratio."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

import pytest


@dataclass(frozen=True)
class Ratio:
    """Medians of two ways of doing a job, in seconds."""

    ours: float
    peer: float

    @property
    def value(self) -> float:
        return self.ours / self.peer


@pytest.fixture
def compared(
    request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str]
) -> Callable[[str, Callable[[], object], Callable[[], object], int], Ratio]:
    """Time `ours` and `peer` in turn, `rounds` times each after a warm-up, and print the ratio."""

    def measure(peer_name: str, ours: Callable[[], object], peer: Callable[[], object], rounds: int = 5) -> Ratio:
        times: tuple[list[float], list[float]] = ([], [])
        for k in range(rounds + 1):
            for taken, job in zip(times, (ours, peer), strict=True):
                start = time.perf_counter()
                job()
                if k:
                    taken.append(time.perf_counter() - start)
        ratio = Ratio(*map(statistics.median, times))
        with capsys.disabled():
            print(
                f"\n{request.node.name}: {ratio.ours * 1000:.1f} ms, {peer_name} {ratio.peer * 1000:.1f} ms, "
                f"ratio {ratio.value:.3f}"
            )
        return ratio

    return measure
