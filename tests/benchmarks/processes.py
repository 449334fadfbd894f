"""What a command takes, its worker processes included."""

import os
import subprocess
import threading
import time
from dataclasses import dataclass
from pathlib import Path

_PROC = Path("/proc")


@dataclass(frozen=True)
class Taken:
    """Seconds by the clock, and the most memory seen at once in gigabytes (shared pages counted once; None where the
    system does not say)."""

    seconds: float
    gigabytes: float | None


def measured(command: list[str]) -> Taken:
    """Run a command to its end. Raises `CalledProcessError` when it fails."""
    start = time.perf_counter()
    with subprocess.Popen(command) as process:
        peak = [0]
        watcher = threading.Thread(target=_watch, args=(process, peak))
        watcher.start()
        status = process.wait()
        taken = time.perf_counter() - start
        watcher.join()
    if status:
        raise subprocess.CalledProcessError(status, command)
    return Taken(taken, peak[0] / 1e6 if peak[0] else None)


def _watch(process: subprocess.Popen[bytes], peak: list[int]) -> None:
    while process.poll() is None:
        peak[0] = max(peak[0], sum(map(_kilobytes, _family(process.pid))))
        time.sleep(0.2)


def _family(pid: int) -> list[int]:
    """A process and all below it."""
    found = [pid]
    for one in found:
        try:
            for task in (_PROC / str(one) / "task").iterdir():
                found += map(int, (task / "children").read_text().split())
        except OSError:  # ended meanwhile, or no such file system
            continue
    return found


def _kilobytes(pid: int) -> int:
    try:
        lines = (_PROC / str(pid) / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def megabytes(pid: int) -> float | None:
    """The memory of a process and all below it, shared pages counted once; None where the system does not say."""
    found = sum(map(_kilobytes, _family(pid)))
    return found / 1000 if found else None


def jobs() -> int:
    """As many processes as there are cores, two at least."""
    return max(2, os.cpu_count() or 2)
