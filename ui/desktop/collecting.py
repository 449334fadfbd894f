"""When the garbage collector may run: not amid what a person waits for."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collect_later() -> Iterator[None]:
    """Let the collector wait for the length of the block.

    Going through all objects of a large case took longer (90 ms of 165) than laying out two long articles did.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
