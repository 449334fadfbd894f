"""A long piece of work in a process of its own: Python runs one thread at a time, and a window must not wait for it.

What goes in and what comes out is streamed in parts, as no part may keep the process that waits for it. All memory that
the work took is given back when it ends.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, suppress
from itertools import islice
from multiprocessing import get_context
from multiprocessing.connection import Connection
from time import monotonic
from typing import TypeVar, cast

from workbench.errors import UserError
from workbench.progress import ProgressReport

_PATIENCE = 0.1
"""Seconds between two looks at the cancel button."""
_KIND = 10
"""By how much others go before the process, as Unix counts it."""
_LAST_WORDS = 2.0
_SAID, _FOUND, _FAILED, _DONE = range(4)

Part = TypeVar("Part")
Result = TypeVar("Result")
Work = Callable[[Iterator[Part], ProgressReport], Iterable[Result]]
"""What another process can import: it is given parts as they come, and gives results."""


def apart(work: Work[Part, Result], parts: Iterable[Part], report: ProgressReport) -> list[Result]:
    """What `work` makes of `parts`, in another process, which ends when `report` raises.

    Raises the `UserError` that the work raised, and one of its own where the process ended before its time.
    """
    # Forking is not safe beside the threads of a desktop: start afresh on every system.
    context = get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=_run, args=(there, work), daemon=True)
    process.start()
    there.close()
    try:
        with closing(here):
            return _followed(here, parts, report)
    except (EOFError, BrokenPipeError, ConnectionResetError):
        process.join(_LAST_WORDS)
        if process.exitcode == 1:
            raise RuntimeError("the work in another process failed; what it failed over is on standard error") from None
        raise UserError(
            "A process that worked for this window ended before its time, perhaps for lack of memory: close other "
            "programs, and try again."
        ) from None
    finally:
        process.terminate()
        process.join()


def _followed(here: Connection, parts: Iterable[Part], report: ProgressReport) -> list[Result]:
    said: tuple[str, int, int] = "Beginning", 0, 0
    found: list[Result] = []
    waiting = iter(parts)
    sent = False
    while True:
        report(*said)
        if not sent:
            part = tuple(islice(waiting, 1))  # the empty one says that there are no more
            here.send(part)
            sent = not part
        elif not here.poll(_PATIENCE):
            continue
        while here.poll():
            kind, told = here.recv()
            if kind == _DONE:
                return found
            if kind == _FAILED:
                raise told
            if kind == _FOUND:
                found.append(told)
            else:
                said = told


# In the other process


def _run(there: Connection, work: Work[Part, Result]) -> None:
    with suppress(AttributeError, OSError):
        os.nice(_KIND)
    with suppress(BrokenPipeError, ConnectionResetError):  # nobody waits any more
        try:
            for result in work(_parts(there), _telling(there)):
                there.send((_FOUND, result))
            there.send((_DONE, None))
        except UserError as error:
            there.send((_FAILED, error))


def _parts(there: Connection) -> Iterator[Part]:
    while part := there.recv():
        yield cast(Part, part[0])


def _telling(there: Connection) -> ProgressReport:
    told = 0.0

    def report(stage: str, done: int, total: int) -> None:
        nonlocal told
        if monotonic() - told > _PATIENCE:
            told = monotonic()
            there.send((_SAID, (stage, done, total)))

    return report
