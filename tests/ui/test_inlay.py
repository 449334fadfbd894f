"""Between an article's own text and the same with something put into it every position has its way, there and back."""

from hypothesis import given
from hypothesis import strategies as st

from ui.desktop.sides.inlay import Inlay, Put
from workbench.spans import Span

OWN = "ab cd ef"
puts = st.lists(st.tuples(st.integers(0, len(OWN)), st.integers(1, 3)), max_size=5).map(sorted)


def shown(given_puts: list[tuple[int, int]]) -> str:
    pieces, reached = [], 0
    for position, length in given_puts:
        pieces += [OWN[reached:position], "#" * length]
        reached = position
    return "".join((*pieces, OWN[reached:]))


@given(puts, st.integers(0, len(OWN)), st.integers(0, len(OWN)))
def test_an_own_stretch_is_shown_whole_and_nothing_else_is(where: list[tuple[int, int]], one: int, other: int) -> None:
    inlay, text, span = Inlay(Put(*put) for put in where), shown(where), Span(min(one, other), max(one, other))
    pieces = inlay.shown(span)
    assert "".join(piece.of(text) for piece in pieces) == span.of(OWN)
    assert len(pieces) == 1 or all(map(len, pieces))
    assert inlay.own_span(Span(pieces[0].start, pieces[-1].end)) == span
    assert inlay.own_text(text) == OWN


@given(puts)
def test_within_what_is_put_in_one_is_where_it_stands(where: list[tuple[int, int]]) -> None:
    inlay, text = Inlay(Put(*put) for put in where), shown(where)
    owns = [inlay.own(position) for position in range(len(text) + 1)]
    assert owns == sorted(owns)
    assert all(text[position] == "#" or text[position] == OWN[own] for position, own in enumerate(owns[:-1]))
    for number, (position, length) in enumerate(where):
        put = inlay.put(number)
        assert put.of(text) == "#" * length
        assert {inlay.own(at) for at in range(put.start, put.end)} == {position}


def test_where_nothing_is_put_in_all_is_as_it_was() -> None:
    inlay = Inlay()
    assert not inlay
    assert inlay.shown(Span(2, 5)) == (Span(2, 5),)
    assert inlay.own_span(Span(2, 5)) == Span(2, 5)
