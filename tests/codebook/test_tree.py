"""Which code stands under which, also where a case says what cannot be."""

from dataclasses import replace

from hypothesis import given

from tests.codebook.books import BOOK, DRY, FIGURES, LOADED, WORDING, books
from workbench.codebook_tree import CodeTree
from workbench.model import Code


def test_codes_come_each_before_those_under_it() -> None:
    tree = CodeTree(BOOK)
    assert [(code.name, depth) for code, depth in tree.walk()] == [
        ("Wording", 0), ("Loaded word", 1), ("Drier word", 1), ("Figures", 0),
    ]  # fmt: skip
    assert tree.path(LOADED) == "Wording / Loaded word"
    assert tree.path(FIGURES) == "Figures"
    assert tree.holds(WORDING, DRY)
    assert not tree.holds(DRY, WORDING)
    assert tree.named("LOADED WORD", "wording") == LOADED
    assert tree.named("Loaded word", "") is None


def test_a_code_whose_parent_is_gone_stands_at_the_top() -> None:
    tree = CodeTree([replace(LOADED, parent="nowhere"), FIGURES])
    assert [code.name for code in tree.under()] == ["Loaded word", "Figures"]


def test_a_circle_is_cut_open_and_no_code_is_lost() -> None:
    circle = [Code("a", "A", "#000000", parent="c"), Code("b", "B", "#000000", parent="a")]
    circle += [Code("c", "C", "#000000", parent="b"), Code("d", "D", "#000000", parent="c")]
    circle += [Code("e", "E", "#000000", parent="e")]
    tree = CodeTree(circle)
    assert sorted(code.id for code, _ in tree.walk()) == ["a", "b", "c", "d", "e"]
    assert tree.path(circle[3]) == "A / B / C / D"
    assert tree.path(circle[4]) == "E"


@given(books())
def test_every_code_is_walked_once(codes: tuple[Code, ...]) -> None:
    tree = CodeTree(codes)
    walked = [code.id for code, _ in tree.walk()]
    assert sorted(walked) == sorted(code.id for code in codes)
    assert all(len(tree.above(code)) == depth for code, depth in tree.walk())
