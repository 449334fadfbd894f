"""HTML cut into text and tags, however broken or hostile it is."""

# ruff: noqa: E501 - the pages under test are written as they are saved, one line a line

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reading.markup_pieces import check_offsets
from workbench.reading.markup import read_markup
from workbench.reading.tokens import Close, Open, Raw, Text, tokens


@given(
    st.lists(
        st.sampled_from(["<p>", "<div class='a'>", "</div>", "<b>", "</p>", "<td>", "</table>", "x ", "<!--c-->"]),
        max_size=60,
    )
)
def test_nothing_of_a_tag_ever_shows(pieces: list[str]) -> None:
    assert not set("<>/='") & set(read_markup("".join(pieces)).text)


@pytest.mark.parametrize(
    "piece",
    [
        "<div>", "<p>", "<b>", "<b><p>", "<table><td>", "<li>", "</div>", "<a ", '<a href="', "<a b='<a b=", '<a x=">" ', "<a x='>' ",
        "<!--", "<![", "<![CDATA[", "</", "<?", "<", "&", "&#", "&#x", "&#9999999999999999999999", "&amp", "<script>", "</script", "<title>",
        "<svg><title>", "<pre>\n", "<article></b>", "<h1></h2>", "<br>", " \n", "x<b>", "]]>", "<meta property=a content=b>", "<time datetime=2016>",
        "<!DOCTYPE html [<!ENTITY a '&a;&a;'>]>", "=", "<a =", "<div hidden>", "<form><table><tr>",
    ],
)  # fmt: skip
def test_hostile_repetition_is_read_to_its_end(piece: str) -> None:
    check_offsets(piece * 20_000 + "<p>end")


def test_a_hundred_thousand_nested_elements_are_read() -> None:
    page = read_markup("<div>" * 100_000 + "deep" + "</div>" * 100_000 + "<p>after</p>")
    assert page.text == "deep\n\nafter"
    assert page.depth == 100_000


def test_a_giant_attribute_is_passed_over() -> None:
    page = read_markup(f"<p title='{'x' * 2_000_000}' class='{'a ' * 200_000}'>Text</p>")
    assert page.text == "Text"


def test_a_long_number_of_a_character_is_no_character() -> None:
    assert read_markup(f"a&#{'9' * 10_000};b").text == "a�b"


def test_entities_that_a_doctype_defines_mean_nothing() -> None:
    source = "<!DOCTYPE a [<!ENTITY lol 'lol'>]><p>&lol;</p>"
    assert "&lol;" in read_markup(source).text


def test_nul_characters_are_left_out() -> None:
    assert check_offsets("<p>a\x00b</p>").text == "ab"


def test_tokens_of_a_small_page() -> None:
    source = "<p a=1 b='2&amp;3' A=4>x</p><script>1<2</script>"
    found = list(tokens(source))
    assert [type(token) for token in found] == [Open, Text, Close, Open, Raw, Close]
    assert isinstance(found[0], Open)
    assert found[0].attributes == {"a": "1", "b": "2&3"}
    assert source[found[4].start : found[4].end] == "1<2"


@given(st.text(st.sampled_from("<>/!-ab ='\"&;[]?\n"), max_size=80))
def test_tokens_are_in_order_and_inside_the_file(source: str) -> None:
    reached = 0
    for token in tokens(source):
        assert reached <= token.start <= token.end <= len(source)
        reached = token.end
