"""What an import makes of two codebooks that know each other, a little or not at all."""

from dataclasses import replace

from hypothesis import given

from tests.codebook.books import BOOK, LOADED, WORDING, books, shape
from workbench.codebook import same_name
from workbench.codebook_import import ForeignCode, brought_in, guid_of, told
from workbench.codebook_tree import CodeTree
from workbench.model import Code


def foreign(codes: tuple[Code, ...]) -> list[ForeignCode]:
    """The codes as a file of another program would give them."""
    numbers: dict[str, int] = {"": -1}
    found = []
    for code, _ in CodeTree(codes).walk():
        found.append(
            ForeignCode(code.name, numbers[code.parent], guid_of(code), code.colour, code.digit, code.description)
        )
        numbers[code.id] = len(found) - 1
    return found


@given(books(), books())
def test_whatever_is_brought_in_the_codebook_stays_sound(mine: tuple[Code, ...], theirs: tuple[Code, ...]) -> None:
    result = brought_in(mine, foreign(theirs))
    codes = result.codes
    assert {code.id for code in mine} <= {code.id for code in codes}, "no code is lost"
    assert len({code.id for code in codes}) == len(codes)
    assert len({(code.parent, same_name(code.name)) for code in codes}) == len(codes), "no two beside each other"
    keys = [code.digit for code in codes if code.digit >= 0]
    assert len(set(keys)) == len(keys), "each key is one code's"
    tree = CodeTree(codes)
    assert all(tree.parent_id(code) == code.parent for code in codes), "no circles, no parent that is not there"
    assert len({guid_of(code) for code in codes}) == len(codes)
    again = brought_in(codes, foreign(theirs))
    assert {code.id for code in again.codes} == {code.id for code in codes}, "the second time nothing is added"


def test_a_code_is_known_by_its_guid_and_takes_over_what_the_file_says() -> None:
    changed = (replace(WORDING, name="Words", colour="#000000"), replace(LOADED, parent="", name="Charged"))
    result = brought_in(BOOK, foreign(changed))
    assert (result.added, result.updated) == (0, 2)
    assert (("Charged",), "#332288", 2, "") in shape(result.codes)
    assert (("Words",), "#000000", 1, "How it is put.") in shape(result.codes)
    assert (("Words", "Drier word"), "#117733", -1, "") in shape(result.codes)


def test_a_code_is_known_by_its_name_under_the_same_parent() -> None:
    result = brought_in(BOOK, [ForeignCode("WORDING"), ForeignCode("loaded WORD", 0, "", "", -1, "New.")])
    assert (result.added, result.updated) == (0, 1)
    assert {(code.id, code.name) for code in result.codes} == {(code.id, code.name) for code in BOOK}
    assert next(code for code in result.codes if code.id == "loaded").description == "New."
    elsewhere = brought_in(BOOK, [ForeignCode("Loaded word")])
    assert (elsewhere.added, elsewhere.updated) == (1, 0)


def test_two_codes_may_change_names() -> None:
    one, other = Code("a", "Ebb", "#000000"), Code("b", "Flood", "#111111")
    result = brought_in((one, other), foreign((replace(one, name="Flood"), replace(other, name="Ebb"))))
    assert {(code.id, code.name) for code in result.codes} == {("a", "Flood"), ("b", "Ebb")}
    assert result.remarks == ()


def test_a_name_that_is_another_codes_gets_a_number_and_it_is_said() -> None:
    one, other = Code("a", "Ebb", "#000000"), Code("b", "Flood", "#111111")
    result = brought_in((one, other), foreign((replace(one, name="Flood"),)))
    assert {(code.id, code.name) for code in result.codes} == {("a", "Flood (2)"), ("b", "Flood")}
    assert result.remarks == ("1 code given a number, as another has the name",)


def test_the_child_may_become_the_parent() -> None:
    turned = (replace(LOADED, parent=""), replace(WORDING, parent="loaded"))
    assert ("Loaded word", "Wording", "Drier word") in {
        path for path, *_ in shape(brought_in(BOOK, foreign(turned)).codes)
    }


def test_a_key_that_another_code_has_stays_with_it_and_it_is_said() -> None:
    result = brought_in(BOOK, [ForeignCode("Tides", digit=3), ForeignCode("Ebb", digit=7)])
    digits = {code.name: code.digit for code in result.codes}
    assert (digits["Figures"], digits["Tides"], digits["Ebb"]) == (3, -1, 7)
    assert told(result, ["1 set"]) == (
        "2 codes added, 0 changed; not kept as it stood in the file: 1 set; 1 key left out, as another code has it."
    )
