import gc

import pytest

from workbench.collecting import collect_later


def test_the_collector_waits_and_goes_on_whatever_happens() -> None:
    assert gc.isenabled()
    with pytest.raises(ValueError, match="no number"), collect_later():
        int("no number" if not gc.isenabled() else "1")
    assert gc.isenabled()


def test_one_wait_within_another_ends_with_the_outer_one() -> None:
    with collect_later():
        with collect_later():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
