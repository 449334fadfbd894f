"""Aligning chains, in this process or in several, with an ear for the cancel button."""

import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import active_children, get_context

from workbench.engine.alignments import Aligned, Aligner
from workbench.engine.chains import Chains
from workbench.errors import UserError
from workbench.progress import ProgressReport

_STAGE = "Aligning"
_PATIENCE = 0.2
"""Seconds between two looks at the cancel button while other processes work."""


def align_all(aligner: Aligner, pieces: Sequence[Chains], report: ProgressReport, jobs: int) -> list[Aligned]:
    """Align all pieces, in their order, with `jobs` processes where that pays."""
    here = jobs <= 1 or len(pieces) < 2 * jobs
    results = _one_by_one(aligner, pieces, report) if here else _side_by_side(aligner, pieces, report, jobs)
    return [aligned for result in results for aligned in result]


def _one_by_one(aligner: Aligner, pieces: Sequence[Chains], report: ProgressReport) -> Iterator[list[Aligned]]:
    for done, piece in enumerate(pieces):
        report(_STAGE, done, len(pieces))
        yield aligner.align(piece)


def _side_by_side(
    aligner: Aligner, pieces: Sequence[Chains], report: ProgressReport, jobs: int
) -> Iterator[list[Aligned]]:
    others = set(active_children())
    # Forking is not safe beside the threads of a desktop: start afresh on every system.
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), _begin, (aligner,))
    try:
        futures = [pool.submit(_aligned_by_worker, piece) for piece in pieces]
        for done, future in enumerate(futures):
            report(_STAGE, done, len(pieces))
            while not wait([future], timeout=_PATIENCE).done:
                report(_STAGE, done, len(pieces))
            yield future.result()
    except BrokenProcessPool as error:
        raise UserError(
            "A process that aligned passages ended before its time, perhaps for lack of memory: close other programs, "
            "or align with fewer jobs."
        ) from error
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        # After a cancellation the processes would first finish what they are at.
        for process in set(active_children()) - others:
            process.terminate()


_aligner: list[Aligner] = []
"""The aligner of this process, when it is one of several."""


def _begin(aligner: Aligner) -> None:
    # Ctrl+C is the main process's to hear; it ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _aligner[:] = [aligner]


def _aligned_by_worker(chains: Chains) -> list[Aligned]:
    return _aligner[0].align(chains)
