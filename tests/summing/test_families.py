"""What became of a passage, in sentences a colleague might write."""

import pytest

from tests.provenance.pages import Desk
from tests.provenance.reading import Case
from workbench.errors import Cancelled
from workbench.summing.families import summary_of
from workbench.summing.model import Sentence

TEXT = "the crew reportedly found 40 sealed drums of pale acid under the pier (port log 7) on Monday evening"


def told(desk: Desk, **options: object) -> tuple[Sentence, ...]:
    return summary_of(desk.family, desk.witnesses[0], desk.articles, desk.texts, **options)  # type: ignore[arg-type]


def sentences(desk: Desk) -> list[str]:
    return [sentence.text for sentence in told(desk)]


def two(first: str, second: str, dates: tuple[str, str] = ("2021-05-03", "2021-05-04")) -> Desk:
    desk = Desk()
    desk.page("Amber Gazette", first, dates[0])
    desk.page("Daily Lantern", second, dates[1])
    return desk


def test_a_verb_of_saying_and_a_hedge_are_told_as_a_colleague_would() -> None:
    worse = TEXT.replace("reportedly ", "")
    desk = two(f"“|{TEXT}|,” an officer said.", f"“|{worse}|,” an officer admitted.")
    assert "Daily Lantern turned “said” into “admitted” and dropped the hedge “reportedly”." in sentences(desk)


def test_every_sentence_stands_on_places_that_hold_what_it_quotes() -> None:
    worse = TEXT.replace("40 sealed", "55 leaking")
    desk = two(f"“|{TEXT}|,” an officer said.", f"“|{worse}|,” an officer said.")
    (sentence,) = (one for one in told(desk) if "“55”" in one.text or "55 leaking" in one.text)
    words = [place.span.of(desk.texts[place.article_id]) for place in sentence.places]
    assert any("40" in text for text in words)
    assert any("55" in text for text in words)


def test_where_it_is_open_who_was_first_nobody_is_said_to_have_done_anything() -> None:
    desk = two(f"It is said that |{TEXT}|.", f"It is said that |{TEXT.replace('40', '55')}|.", ("", ""))
    assert "Daily Lantern has “55” for “40”." in sentences(desk)


def test_another_source_is_not_said_to_have_changed_the_first_ones_words() -> None:
    desk = two(f"It is said that |{TEXT}|.", f"It is said that |{TEXT.replace('40', '55')}|.")
    assert "Daily Lantern turned “40” into “55”." in sentences(desk)
    with_provenance = [sentence.text for sentence in told(desk, provenance=desk.provenance())]
    assert "Daily Lantern has “55” for “40”." in with_provenance


def test_what_all_but_one_dropped_and_what_only_one_added_is_told() -> None:
    cut = TEXT.replace(" (port log 7)", "")
    desk = Desk()
    desk.page("Amber Gazette", f"It is said that |{TEXT}|.", "2021-05-03")
    for outlet, text in (
        ("Basalt Herald", cut),
        ("Cobalt Tribune", cut.replace("drums", "rusty drums")),
        ("Drift Post", TEXT),
    ):
        desk.page(outlet, f"It is said that |{text}|.", "2021-05-04")
    found = sentences(desk)
    assert any("port log 7" in text and text.endswith("was dropped by all but Drift Post.") for text in found)
    assert "Only Cobalt Tribune has “rusty”." in found
    assert "Drift Post kept the words of Amber Gazette." in found


def test_what_only_the_base_has_is_told() -> None:
    cut = TEXT.replace(" (port log 7)", "")
    desk = Desk()
    desk.page("Amber Gazette", f"It is said that |{TEXT}|.", "2021-05-03")
    for outlet in ("Basalt Herald", "Cobalt Tribune"):
        desk.page(outlet, f"It is said that |{cut}|.", "2021-05-04")
    assert any(text.startswith("Only Amber Gazette has") and "port log 7" in text for text in sentences(desk))


def test_the_same_edit_of_two_is_told_once_for_both() -> None:
    desk = Desk()
    desk.page("Amber Gazette", f"It is said that |{TEXT}|.", "2021-05-03")
    for outlet in ("Basalt Herald", "Cobalt Tribune"):
        desk.page(outlet, f"It is said that |{TEXT.replace('40', '55')}|.", "2021-05-04")
    assert "Basalt Herald and Cobalt Tribune both turned “40” into “55”." in sentences(desk)


def test_the_same_words_are_told_as_such_and_a_divided_word_is_no_edit() -> None:
    divided = TEXT.replace("evening", "eve-\nning")
    desk = two(f"It is said that |{TEXT}|.", f"It is said that |{divided}|.")
    assert sentences(desk) == ["Daily Lantern has the passage as Amber Gazette has it, word for word."]


def test_work_can_be_cancelled() -> None:
    desk = two(f"It is said that |{TEXT}|.", f"It is said that |{TEXT}|.")

    def cancel(*_: object) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        told(desk, report=cancel)


def test_the_sample_is_told_as_it_stands(sample: Case) -> None:
    family = sample.family("ammonium nitrate")
    base = sample.snapshot.base(family)
    found = [sentence.text for sentence in summary_of(family, base, sample.articles, sample.texts)]
    assert any("“said” into “admitted”" in text and "“3,800” into “4,000”" in text for text in found)
    assert "Radio Velm turned “ten days” into “two weeks” and “could” into “may”." in found
    assert "Harbour Courier dropped “(AN, also sold as Azonit)” and “at Port Aldery”." in found
