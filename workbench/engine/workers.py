"""Aligning chains, in this process or in several, with an ear for the cancel button."""

import signal
from collections.abc import Iterator, Sequence
from multiprocessing import TimeoutError as NotYet
from multiprocessing import get_context

from workbench.engine.alignments import Aligned, Aligner
from workbench.engine.chains import Chains
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
    # Forking is not safe beside the threads of a desktop: start afresh on every system. Leaving the block, also by a
    # cancellation, ends the processes at once, whatever they are at.
    with get_context("spawn").Pool(jobs, _begin, (aligner,)) as pool:
        results = pool.imap(_aligned_by_worker, pieces)
        for done in range(len(pieces)):
            while True:
                report(_STAGE, done, len(pieces))
                try:
                    yield results.next(_PATIENCE)
                except NotYet:
                    continue
                break


_aligner: list[Aligner] = []
"""The aligner of this process, when it is one of several."""


def _begin(aligner: Aligner) -> None:
    # Ctrl+C is the main process's to hear; it ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _aligner[:] = [aligner]


def _aligned_by_worker(chains: Chains) -> list[Aligned]:
    return _aligner[0].align(chains)
