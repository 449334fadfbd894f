"""Texts, bytes, moments and steps come back exactly as they were kept."""

import tracemalloc
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.steps import restored_step, stored_changes
from db.texts import (
    packed,
    packed_offsets,
    restored,
    restored_json,
    restored_time,
    stored,
    stored_json,
    stored_time,
    unpacked,
    unpacked_offsets,
)
from tests.db.builders import NOON, place, tag
from workbench.model import BaseChoice, Code, Note, Target
from workbench.spans import OffsetMap, Run
from workbench.steps import Change, Step

any_text = st.text(alphabet=st.characters(codec=None)) | st.text(alphabet="\ud83d\ude00\0a")


@given(any_text)
def test_a_text_survives(text: str) -> None:
    assert restored(stored(text)) == text
    assert restored_json(stored_json([text])) == [text]


@pytest.mark.parametrize("text", ["", "plain", "“Zür”, 😀", "line\r\nline"])
def test_ordinary_text_stays_text_for_whoever_opens_the_file(text: str) -> None:
    assert stored(text) == text


@pytest.mark.parametrize("text", ["a\0b", "\ud83d\ude00", "caf\udce9"])
def test_text_that_sqlite_would_spoil_is_kept_as_bytes(text: str) -> None:
    assert isinstance(stored(text), bytes)


@given(st.binary(max_size=2000))
def test_bytes_survive(content: bytes) -> None:
    assert unpacked(packed(content), len(content)) == content


@pytest.mark.parametrize("size", [0, 4, 6, 10**9])
def test_bytes_of_another_length_are_refused(size: int) -> None:
    with pytest.raises(ValueError, match="damaged"):
        unpacked(packed(b"12345"), size)


def test_bytes_that_swell_are_refused_before_they_fill_the_memory(monkeypatch) -> None:
    monkeypatch.setattr("db.texts._LARGEST_MAP", 1000)
    blob = packed(bytes(50_000_000))
    tracemalloc.start()
    with pytest.raises(ValueError, match="damaged"):
        unpacked(blob, 10)
    with pytest.raises(ValueError, match="damaged"):
        unpacked_offsets(blob)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 1_000_000


@given(st.lists(st.builds(Run, *[st.integers(0, 10**9)] * 4)))
def test_an_offset_map_survives(runs: list[Run]) -> None:
    assert unpacked_offsets(packed_offsets(OffsetMap(tuple(runs)))) == OffsetMap(tuple(runs))


moments = st.datetimes(datetime(1, 1, 2), datetime(9999, 12, 30), timezones=st.just(UTC))  # noqa: DTZ001


@given(moments, moments)
def test_moments_survive_and_sort_as_text(one: datetime, other: datetime) -> None:
    assert restored_time(stored_time(one)) == one
    assert (stored_time(one) < stored_time(other)) == (one < other)


def test_a_moment_of_another_zone_is_kept_in_utc() -> None:
    summer = datetime(2026, 7, 1, 14, 30, tzinfo=timezone(timedelta(hours=2)))
    assert stored_time(summer) == "2026-07-01T12:30:00.000000+00:00"


@given(any_text, any_text)
def test_a_step_of_every_kind_of_record_survives(summary: str, text: str) -> None:
    edit = Target(place(1, 2), place(3, 3, article_id=2))
    step = Step(
        summary,
        (
            Change(None, tag(1, target=edit)),
            Change(tag(2), None),
            Change(Note(edit, text, NOON), Note(edit, text + text, NOON)),
            Change(None, BaseChoice(place())),
            Change(Code("a", text, "#000000", 0, text), Code("a", text, "#ffffff", -1, text)),
        ),
    )
    assert restored_step(stored(summary), stored_changes(step)) == step


def test_an_unknown_kind_of_record_is_refused() -> None:
    with pytest.raises(ValueError, match="no such kind"):
        restored_step("Future", '[[null,{"kind":"stamp"}]]')
