"""What several processes look at is what was put there."""

from multiprocessing.shared_memory import SharedMemory
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.engine.articles import EngineArticle
from workbench.engine.columns import ArticlesInColumns, columns_of
from workbench.engine.sharing import Attached, has_room_for, shared
from workbench.model import Zone, ZoneKind
from workbench.spans import Span

ZONES = st.lists(
    st.builds(Zone, st.sampled_from(ZoneKind), st.builds(Span, st.integers(0, 5), st.integers(5, 90))), max_size=3
)
ARTICLES = st.lists(st.builds(EngineArticle, st.integers(0, 2**40), st.text(max_size=40), ZONES.map(tuple)), max_size=5)


def test_arrays_are_found_by_their_handle() -> None:
    arrays = {"few": np.arange(3), "none": np.zeros(0, np.uint8), "table": np.ones((2, 3), np.float32)}
    with shared(arrays) as handle:
        attached = Attached(handle)
        for name, array in arrays.items():
            assert attached.arrays[name].dtype == array.dtype
            assert np.array_equal(attached.arrays[name], array)
        attached.close()


def test_nothing_is_left_once_it_is_over() -> None:
    with shared({"one": np.arange(10)}) as handle:
        pass
    with pytest.raises(FileNotFoundError):
        SharedMemory(handle.block)


@given(ARTICLES)
def test_articles_in_columns_come_back_as_they_were(articles: list[EngineArticle]) -> None:
    assert list(ArticlesInColumns(columns_of(articles))) == articles


def test_lone_surrogates_come_back_too() -> None:
    articles = [EngineArticle(1, "a\ud800b"), EngineArticle(2, "")]
    back = ArticlesInColumns(columns_of(articles))
    assert [*back[:]] == articles
    assert back[-1] == articles[1]
    with pytest.raises(IndexError):
        back[2]


def test_more_than_there_is_room_for_is_not_shared() -> None:
    arrays = {"one": np.arange(10)}
    assert has_room_for(arrays)
    huge = np.broadcast_to(np.zeros(1), (1 << 50,))
    assert not has_room_for({"one": huge}) or not Path("/dev/shm").is_dir()
