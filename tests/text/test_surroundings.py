from hypothesis import given
from hypothesis import strategies as st

from workbench.spans import Span
from workbench.text.surroundings import rest_of_sentence

QUOTE = "The barges will leave before the inspectors arrive"


def framed(text: str, passage: str = QUOTE) -> tuple[str, str]:
    start = text.index(passage)
    found = rest_of_sentence(text, Span(start, start + len(passage)))
    return found.before.of(text), found.after.of(text)


def test_the_verb_of_saying_after_a_quotation_is_its_frame() -> None:
    text = f"It was raining.\n\n“{QUOTE},” a ministry insider admitted. Nobody else spoke."
    assert framed(text) == ("“", ",” a ministry insider admitted.")


def test_the_source_named_before_a_quotation_is_its_frame() -> None:
    text = f"It was raining. The agency cited a source as saying “{QUOTE}.” The minister left."
    assert framed(text)[0] == "The agency cited a source as saying “"
    assert "minister" not in framed(text)[1]


def test_another_sentence_of_the_same_quotation_is_no_frame() -> None:
    assert framed(f"“Nobody asked the town. {QUOTE}. And nobody will,” the mayor said.") == ("", "")


def test_quotation_marks_alone_are_no_frame() -> None:
    assert framed(f"“{QUOTE}.”") == ("", "")


def test_a_frame_stays_in_its_paragraph() -> None:
    assert framed(f"A headline\n\n{QUOTE}\n\nThe next paragraph goes on.") == ("", "")


@given(st.text(alphabet="ab .,\n“”é😀", max_size=300), st.data())
def test_a_frame_touches_its_passage_on_both_sides(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = rest_of_sentence(text, Span(start, end))
    assert not len(found.before) or found.before.end == start
    assert not len(found.after) or found.after.start == end
    assert found.after.end <= len(text)
