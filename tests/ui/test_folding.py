"""Unchanged text is folded to lines that say how much there is; the page keeps counting as the article does."""

from hypothesis import given
from hypothesis import strategies as st

from tests.ui.test_page import cut_texts
from ui.desktop.sides.folding import collapsed
from ui.desktop.sides.page import Page
from workbench.model import Zone, ZoneKind
from workbench.spans import Span

LEAD = [f"Paragraph {number} of what comes before, with a word or two more." for number in range(5)]
INSIDE = [f"Sentence {number} of the passage stands in a paragraph of its own here." for number in range(9)]
REST = [f"Paragraph {number} of what follows, with a word or two more." for number in range(3)]
TEXT = "\n\n".join(["The headline", *LEAD, *INSIDE, *REST])
PASSAGE = Span(TEXT.index(INSIDE[0]), TEXT.index(INSIDE[-1]) + len(INSIDE[-1]))
ZONES = (Zone(ZoneKind.HEADLINE, Span(0, 12)),)


def edit(number: int) -> Span:
    start = TEXT.index(INSIDE[number])
    return Span(start, start + 8)


def shown(page: Page) -> list[str]:
    return [page.shown(number) for number in range(len(page.blocks))]


def test_what_stands_outside_the_passage_is_folded_and_the_headline_stays() -> None:
    page = collapsed(Page(TEXT, ZONES, PASSAGE), [edit(number) for number in range(9)], ())
    assert shown(page) == ["The headline", "⋯ 5 paragraphs", *INSIDE, "⋯ 3 paragraphs"]


def test_within_the_passage_only_what_is_far_from_every_edit_is_folded() -> None:
    page = collapsed(Page(TEXT, ZONES, PASSAGE), [edit(1)], ())
    assert shown(page)[2:-1] == [*INSIDE[:3], "⋯ 5 paragraphs", INSIDE[8]]


def test_a_fold_that_was_opened_stays_open() -> None:
    page = collapsed(Page(TEXT, ZONES, PASSAGE), [edit(1)], [TEXT.index(LEAD[0])])
    assert shown(page)[:6] == ["The headline", *LEAD]
    assert shown(page)[-1] == "⋯ 3 paragraphs"


def test_the_rest_of_the_paragraph_that_the_passage_stands_in_stays() -> None:
    text = f"{LEAD[0]}\n\n{LEAD[1]}\n\nHe said: The passage it is. So he did.\n\n{REST[0]}\n\n{REST[1]}"
    start = text.index("The passage")
    page = collapsed(Page(text, (), Span(start, start + 18)), [], ())
    assert shown(page) == ["⋯ 2 paragraphs", "He said:", "The passage it is.", "So he did.", "⋯ 2 paragraphs"]


def test_one_short_paragraph_is_not_worth_a_fold_and_a_long_one_is() -> None:
    for length, folded in ((5, False), (60, True)):
        text = f"{'word ' * length}end.\n\nThe passage."
        page = collapsed(Page(text, (), Span(text.index("The"), len(text))), [], ())
        assert (shown(page)[0] == "⋯ 1 paragraph") == folded


@given(cut_texts(), st.data())
def test_positions_are_found_on_a_folded_page_too(case: tuple[str, Span, list[int]], data: st.DataObject) -> None:
    text, passage, cuts = case
    whole = Page(text, (), passage, cuts)
    first = data.draw(st.integers(0, max(0, len(whole.blocks) - 1)))
    last = data.draw(st.integers(first, len(whole.blocks)))
    page = whole.folded([range(first, last)] if last > first else [])
    for block in page.blocks:
        for position in range(block.span.start, block.span.end):
            back = page.from_document(page.to_document(position))
            assert back == (block.span.start if block.folded else position)
            assert bool(page.ranges(Span(position, position + 1))) != bool(block.folded)


def test_a_selection_that_embraces_a_fold_holds_what_is_folded() -> None:
    page = collapsed(Page(TEXT, ZONES, PASSAGE), [], ())
    start, fold = page.document_start(1), page.blocks[1]
    assert page.span_between(0, start + 1) == Span(0, fold.span.end)
    assert page.span_between(0, start) == Span(0, fold.span.start)


def test_all_selected_is_the_whole_article() -> None:
    page = collapsed(Page(TEXT, ZONES, PASSAGE), [], ())
    assert page.span_between(0, len("\n".join(shown(page)))) == Span(0, len(TEXT))
