"""What the window knows of the open case."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from workbench.errors import UserError
from workbench.session import Session
from workbench.snapshot import Snapshot


class CaseState(NamedTuple):
    """Where the case is, how it stands, the texts of its articles by id; `loss` says why nothing can be written to it.

    A case that was opened for looking only has no loss while its file is in its place.
    """

    path: Path
    snapshot: Snapshot
    texts: Mapping[int, str]
    read_only: bool
    loss: str = ""


def read_state(session: Session, known: CaseState | None = None) -> CaseState:
    """The case as it stands; the texts are those that are `known` already while the articles are the same.

    Of a case whose file is lost and cannot even be read, what is known stays. Belongs to the store's lane.
    """
    path, loss = session.store.path, session.store.loss()
    here = known if known is not None and known.path == path else None
    try:
        snapshot = session.snapshot()
        texts = here.texts if here and here.snapshot.articles == snapshot.articles else session.store.texts()
    except UserError:
        if here is None or not loss:
            raise
        snapshot, texts = here.snapshot, here.texts
    return CaseState(path, snapshot, texts, session.store.read_only, loss)


def glance(session: Session, known: CaseState) -> CaseState | None:
    """The case as it stands; `None` where it is busy just now, which is told only to who wants something of it."""
    with suppress(UserError):
        return read_state(session, known)
    return None
