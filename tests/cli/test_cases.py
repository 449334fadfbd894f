"""Which case a start shows."""

import json
from pathlib import Path

import pytest

from db.casefile import open_case
from ui.cases import SAMPLE_PAGES, first_case, recent_cases, remember_case, remembering, sample_case
from workbench.errors import UserError


def make(path: Path) -> Path:
    path.write_bytes(b"case")
    return path


def test_the_first_start_shows_the_sample_case_in_the_users_own_folder(user_folders: Path) -> None:
    path, pages = first_case()
    assert path.name == "Sample case.variorum"
    assert pages == SAMPLE_PAGES
    assert path.parent.is_dir()
    assert SAMPLE_PAGES not in path.parents


def test_a_sample_case_is_filled_from_its_pages_also_when_it_is_a_recent_one() -> None:
    sample = make(first_case()[0])
    remember_case(sample)
    assert first_case() == (sample, SAMPLE_PAGES)


def test_later_starts_show_the_case_used_last(tmp_path: Path) -> None:
    first, second = make(tmp_path / "a.variorum"), make(tmp_path / "b.variorum")
    remember_case(first)
    remember_case(second)
    assert first_case() == (second, None)
    remember_case(first)
    assert recent_cases() == [first, second]


def test_a_case_that_is_gone_is_passed_over(tmp_path: Path) -> None:
    first, second = make(tmp_path / "a.variorum"), make(tmp_path / "b.variorum")
    remember_case(first)
    remember_case(second)
    second.unlink()
    assert first_case() == (first, None)


def test_only_the_last_ten_are_kept(tmp_path: Path) -> None:
    for number in range(12):
        remember_case(make(tmp_path / f"{number}.variorum"))
    assert [path.stem for path in recent_cases()] == [str(number) for number in range(11, 1, -1)]


def test_relative_names_are_kept_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    make(Path("here.variorum"))
    remember_case(Path("here.variorum"))
    assert recent_cases() == [tmp_path / "here.variorum"]


def test_a_case_that_was_opened_is_a_recent_one_and_one_that_could_not_be_is_none(tmp_path: Path) -> None:
    opening = remembering(open_case)
    opening(tmp_path / "new.variorum", create=True).close()
    with pytest.raises(UserError):
        opening(make(tmp_path / "no-case.variorum"))
    assert recent_cases() == [tmp_path / "new.variorum"]


@pytest.mark.parametrize("content", [b"", b"{", b"3", b"[1, null]", b"\xff"])
def test_a_damaged_list_is_no_list(tmp_path: Path, content: bytes, user_folders: Path) -> None:
    remember_case(make(tmp_path / "a.variorum"))
    (listed,) = user_folders.rglob("recent.json")
    listed.write_bytes(content)
    assert recent_cases() == []
    remember_case(tmp_path / "a.variorum")
    assert recent_cases() == [tmp_path / "a.variorum"]


def test_a_place_that_no_system_looks_at_does_not_keep_the_program_from_starting(
    tmp_path: Path, user_folders: Path
) -> None:
    remember_case(make(tmp_path / "a.variorum"))
    (listed,) = user_folders.rglob("recent.json")
    listed.write_text(json.dumps([f"/{'a' * 5000}.variorum", "/\0.variorum", str(tmp_path / "a.variorum")]))
    assert recent_cases() == [tmp_path / "a.variorum"]


def test_the_sample_case_stays_in_its_place_whatever_was_opened_last(tmp_path: Path) -> None:
    remember_case(make(tmp_path / "other.variorum"))
    path, pages = sample_case()
    assert path != first_case()[0]
    assert (path.name, pages) == ("Sample case.variorum", SAMPLE_PAGES)
