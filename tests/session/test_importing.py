"""What a session reads into a case."""

from pathlib import Path

import pytest

from workbench.errors import Cancelled
from workbench.session import Session


def test_a_folder_is_read_once(session: Session, folder: Path) -> None:
    first = session.import_paths([folder])
    assert (first.added, first.known, first.refused) == (3, 0, ())
    again = session.import_paths([folder])
    assert (again.added, again.known) == (0, 3)
    assert len(session.snapshot().articles) == 3


def test_a_file_that_cannot_be_read_does_not_keep_the_others_out(session: Session, folder: Path) -> None:
    (folder / "broken.txt").write_bytes(b"")
    result = session.import_paths([folder])
    assert result.added == 3
    (refusal,) = result.refused
    assert refusal.path.name == "broken.txt"
    assert refusal.reason.endswith(".")


def test_cancelling_keeps_what_was_read(session: Session, folder: Path) -> None:
    def report(stage: str, done: int, total: int) -> None:
        if done == 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        session.import_paths([folder], report)
    assert len(session.snapshot().sources) == 1
    assert session.import_paths([folder]).added == 2


def test_a_long_page_can_be_stopped_and_is_not_imported_then(session: Session, folder: Path) -> None:
    (folder / "herald.html").write_text("<p>Boats wait in the harbour.\n" * 3000, encoding="utf-8")
    told: list[tuple[str, int, int]] = []

    def report(stage: str, done: int, total: int) -> None:
        told.append((stage, done, total))
        if len(told) > 10:
            raise Cancelled

    with pytest.raises(Cancelled):
        session.import_paths([folder / "echo.txt", folder / "herald.html", folder / "post.txt"], report)
    assert {stage for stage, _, _ in told} == {"Reading"}
    assert [(done, total) for _, done, total in told] == sorted((done, 3) for _, done, _ in told)
    assert told[-1][1] == 1
    assert [source.name for source in session.snapshot().sources] == ["echo.txt"]
