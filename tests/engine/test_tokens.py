from hypothesis import given
from hypothesis import strategies as st

from workbench.engine.tokens import Corpus, cut
from workbench.text.folding import fold


def tokens_of(text: str) -> list[str]:
    pieces = cut(text)
    return [text[start:end] for start, end in zip(pieces.start.tolist(), pieces.end.tolist(), strict=True)]


def test_words_are_tokens_with_their_apostrophes() -> None:
    assert tokens_of("“Don’t,” he said – the U.S. won't.") == ["Don’t", "he", "said", "the", "U", "S", "won't"]


def test_languages_without_spaces_count_by_characters() -> None:
    assert tokens_of("中国 and ไทย") == ["中", "国", "and", "ไ", "ท", "ย"]


def test_offsets_count_code_points_beyond_the_basic_plane() -> None:
    assert tokens_of("😀 one 𝔘 two") == ["one", "𝔘", "two"]


def test_case_and_the_form_of_apostrophes_do_not_make_another_word() -> None:
    pieces = cut("Don’t don't DON'T")
    assert len(set(pieces.word.tolist())) == 1


def test_soft_hyphens_and_dropped_apostrophes_do_not_make_another_word() -> None:
    assert len(set(cut("co\u00adoperate cooperate").word.tolist())) == 1
    assert len(set(cut("dont don’t").stem.tolist())) == 1


def test_a_quotation_is_seen_at_both_ends_also_before_a_comma() -> None:
    pieces = cut("he said “we will go,” and left")
    assert pieces.opens.tolist() == [False, False, True, False, False, False, False]
    assert pieces.closes.tolist() == [False, False, False, False, True, False, False]


def test_a_capital_inside_a_sentence_is_a_name_and_at_its_start_is_not() -> None:
    assert cut("The mayor met Anna. She left").name.tolist() == [False, False, False, True, False, False]


@given(st.text())
def test_tokens_are_ordered_stretches_of_the_text(text: str) -> None:
    pieces = cut(text)
    borders = [edge for pair in zip(pieces.start.tolist(), pieces.end.tolist(), strict=True) for edge in pair]
    assert borders == sorted(borders)
    assert all(0 <= edge <= len(text) for edge in borders)
    assert all(start < end for start, end in zip(pieces.start.tolist(), pieces.end.tolist(), strict=True))


@given(st.lists(st.text(max_size=30), max_size=6))
def test_a_corpus_cuts_each_text_as_if_it_were_alone(texts: list[str]) -> None:
    corpus = Corpus(texts)
    for doc, text in enumerate(texts):
        low, high = corpus.tokens_of(doc)
        alone = cut(text)
        assert corpus.start[low:high].tolist() == alone.start.tolist()
        assert corpus.end[low:high].tolist() == alone.end.tolist()
        assert corpus.word[low:high].tolist() == alone.word.tolist()


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)
