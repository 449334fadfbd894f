"""Arrays that several processes look at without a copy each."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from multiprocessing.shared_memory import SharedMemory
from pathlib import Path
from shutil import disk_usage
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]
_ALIGNED = 64
_ROOM = Path("/dev/shm")  # noqa: S108 - only asked how much room it has
"""Where Linux keeps what is shared."""


class Handle(NamedTuple):
    """What another process needs to find some arrays: the name of the block, and where in it each of them stands."""

    block: str
    places: Mapping[str, tuple[int, tuple[int, ...], str]]


def has_room_for(arrays: Mapping[str, Array]) -> bool:
    """Whether arrays can be shared: a container may have little room, and to write beyond it ends the process."""
    needed = sum(array.nbytes + _ALIGNED for array in arrays.values())
    return not _ROOM.is_dir() or disk_usage(_ROOM).free > needed


@contextmanager
def shared(arrays: Mapping[str, Array]) -> Iterator[Handle]:
    """Put arrays where other processes find them, as long as the context lasts."""
    places: dict[str, tuple[int, tuple[int, ...], str]] = {}
    size = 0
    for name, array in arrays.items():
        places[name] = (size, array.shape, array.dtype.str)
        size += -(-array.nbytes // _ALIGNED) * _ALIGNED
    block = SharedMemory(create=True, size=max(1, size))
    try:
        handle = Handle(block.name, places)
        for name, view in _views(block, handle).items():
            view[...] = arrays[name]
        del view
        yield handle
    finally:
        block.close()
        block.unlink()


class Attached:
    """Arrays that another process shares; to be kept as long as they are used."""

    def __init__(self, handle: Handle) -> None:
        self._block = SharedMemory(handle.block)
        self.arrays = _views(self._block, handle)

    def close(self) -> None:
        """Let go of the block; the arrays must not be looked at any more."""
        self.arrays.clear()
        self._block.close()


def _views(block: SharedMemory, handle: Handle) -> dict[str, Array]:
    return {name: np.ndarray(shape, dtype, block.buf, offset) for name, (offset, shape, dtype) in handle.places.items()}
