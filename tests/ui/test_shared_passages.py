"""What else two articles share is known from the families of the case."""

from tests.ui.by_hand import article, comparison
from ui.desktop.case.shared_passages import Shared, in_order, other_passages, shared_passages
from workbench.model import Family, Place, Witness
from workbench.snapshot import Snapshot
from workbench.spans import Span

TEXT = "word " * 40


def family(number: int, *places: tuple[int, int, int], boilerplate: bool = False) -> Family:
    witnesses = [Witness(10 * number + k, Place(a, Span(s, e))) for k, (a, s, e) in enumerate(places)]
    return Family(number, tuple(witnesses), boilerplate)


def case(*families: Family) -> Snapshot:
    return Snapshot(articles=(article(1, TEXT), article(2, TEXT)), families=families)


FOUND = comparison(TEXT, TEXT, (Span(50, 60), Span(80, 90)))
IDS = FOUND.base.place.article_id, FOUND.witness.place.article_id


def test_the_other_families_with_a_witness_in_both_articles_are_shared() -> None:
    one, other = IDS
    own = FOUND.family
    families = (
        own,
        family(7, (one, 100, 120), (other, 10, 30)),
        family(8, (one, 5, 15), (other, 0, 9), (other, 40, 55)),
        family(9, (one, 150, 160), (99, 0, 10)),
        family(11, (one, 170, 180), (other, 170, 180), boilerplate=True),
    )
    assert shared_passages(case(*families), FOUND) == (
        Shared(Span(5, 15), Span(0, 9)),
        Shared(Span(100, 120), Span(10, 30)),
    )
    assert other_passages(case(*families), one, own) == (Span(5, 15), Span(100, 120), Span(150, 160))


def test_what_crosses_the_passage_or_a_longer_one_is_out_of_order() -> None:
    passage = Shared(Span(50, 60), Span(80, 90))
    before, after = Shared(Span(0, 20), Span(10, 30)), Shared(Span(100, 120), Span(95, 115))
    crossing, within = Shared(Span(70, 75), Span(0, 5)), Shared(Span(22, 25), Span(5, 8))
    assert list(in_order(passage, [after, crossing, within, before])) == [before, passage, after]
