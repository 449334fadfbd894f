import os
import signal
import sys
from multiprocessing import active_children

import numpy as np
import pytest

from tests.engine.stories import QUOTE, story
from workbench.engine.alignments import Aligner
from workbench.engine.chains import Chains, chain
from workbench.engine.seeds import Field, find_seeds
from workbench.engine.tokens import Corpus
from workbench.engine.weights import stop_flags, token_weights
from workbench.engine.workers import align_all
from workbench.errors import Cancelled, UserError
from workbench.progress import silent


@pytest.fixture(scope="module")
def work() -> tuple[Aligner, list[Chains]]:
    corpus = Corpus([story(k, QUOTE + ".") for k in range(12)])
    stop = stop_flags(corpus)
    field = Field.whole(corpus)
    chains = chain(find_seeds(field, lambda done, total: None), field.stretch)
    aligner = Aligner(corpus, token_weights(corpus, stop), np.ones(len(corpus), np.bool_), field.stretch)
    return aligner, [chains[k : k + 6] for k in range(0, len(chains), 6)]


def test_several_processes_find_what_one_finds(work: tuple[Aligner, list[Chains]]) -> None:
    aligner, pieces = work
    assert align_all(aligner, pieces, silent, 2) == align_all(aligner, pieces, silent, 1)


def test_cancelling_ends_the_processes(work: tuple[Aligner, list[Chains]]) -> None:
    aligner, pieces = work

    def refuse(stage: str, done: int, total: int) -> None:
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        align_all(aligner, pieces, refuse, 2)
    for process in active_children():
        process.join(10)
    assert not active_children()


@pytest.mark.skipif(sys.platform == "win32", reason="processes are killed by signal")
def test_a_process_that_dies_is_told_in_one_sentence(work: tuple[Aligner, list[Chains]]) -> None:
    aligner, pieces = work

    def kill(stage: str, done: int, total: int) -> None:
        for process in active_children():
            if process.pid:
                os.kill(process.pid, signal.SIGKILL)

    with pytest.raises(UserError, match="ended before its time"):
        align_all(aligner, pieces, kill, 2)
