import random
from itertools import accumulate

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engine.stories import filler
from workbench.engine.pairs import Alignment, align_pair

PARAGRAPH = filler(500, 6)
SYLLABLES = [consonant + vowel for consonant in "bdfgklmnprstvz" for vowel in "aeiou"]


def shuffled(text: str, seed: int = 1) -> str:
    """The same words, shuffled within each sentence: what a rewording leaves of a text."""
    rng = random.Random(seed)
    told = []
    for sentence in text.rstrip(".").split(". "):
        words = sentence.lower().split()
        rng.shuffle(words)
        told.append(" ".join(words[: int(len(words) * 0.8)]))
    return ". ".join(told) + "."


def topical(seed: int, sentences: int) -> list[str]:
    """Sentences of one invented language, common words and rare ones, that any two seeds share."""
    words = random.Random(0)
    vocabulary = ["".join(words.choices(SYLLABLES, k=words.randint(2, 4))) for _ in range(12_000)]
    weights = list(accumulate(1 / (rank + 3) for rank in range(len(vocabulary))))
    rng = random.Random(seed)
    lengths = [rng.randint(8, 24) for _ in range(sentences)]
    return [" ".join(rng.choices(vocabulary, cum_weights=weights, k=length)).capitalize() + "." for length in lengths]


def digest(sentences: list[str]) -> str:
    """A summary: of every sixth sentence the longest words, two sentences' told in one."""
    told = []
    for first, second in zip(sentences[::6], sentences[3::6], strict=False):
        words = sorted({*first[:-1].lower().split(), *second[:-1].lower().split()}, key=lambda word: (-len(word), word))
        told.append(" ".join(words[:14]).capitalize() + ".")
    return " ".join(told)


def near(found: Alignment, a: str, b: str, told_in_a: str, told_in_b: str, by: int = 5) -> bool:
    """Whether an alignment is that of two given passages, to a few characters."""
    at_a, at_b = a.index(told_in_a), b.index(told_in_b)
    off = [found.a.start - at_a, found.a.end - at_a - len(told_in_a)]
    off += [found.b.start - at_b, found.b.end - at_b - len(told_in_b)]
    return max(map(abs, off)) <= by


def test_a_copied_paragraph_is_found_to_the_letter() -> None:
    a, b = f"{filler(1)} {PARAGRAPH} {filler(2)}", f"{filler(3)} {PARAGRAPH} {filler(4)}"
    (found,) = align_pair(a, b)
    assert found.a.of(a).strip(".") == PARAGRAPH.strip(".")
    assert found.b.of(b).strip(".") == PARAGRAPH.strip(".")
    assert found.score > 0.9


def test_a_reworded_paragraph_is_found_by_its_sentences() -> None:
    reworded = shuffled(PARAGRAPH)
    a, b = f"{filler(1)} {reworded} {filler(2)}", f"{filler(3)} {PARAGRAPH} {filler(4)}"
    (found,) = align_pair(a, b)
    assert near(found, a, b, reworded, PARAGRAPH)


def test_a_copied_and_a_reworded_paragraph_of_one_pair_are_both_found() -> None:
    other = filler(600, 6)
    a = f"{filler(1)} {PARAGRAPH} {filler(2, 12)} {shuffled(other)} {filler(7)}"
    b = f"{filler(3)} {other} {filler(4, 12)} {PARAGRAPH} {filler(8)}"
    copied, reworded = align_pair(a, b)
    assert near(copied, a, b, PARAGRAPH, PARAGRAPH)
    assert near(reworded, a, b, shuffled(other), other)


def test_a_paragraph_copied_for_a_third_and_reworded_for_the_rest_is_one_alignment() -> None:
    rest = filler(600, 14)
    start = filler(500, 4)
    a, b = f"{filler(1)} {start} {shuffled(rest)} {filler(2)}", f"{filler(3)} {start} {rest} {filler(4)}"
    (found,) = align_pair(a, b)
    assert near(found, a, b, f"{start} {shuffled(rest)}", f"{start} {rest}", by=10)


def test_two_copied_paragraphs_that_changed_places_are_two_alignments() -> None:
    other = filler(600, 6)
    a = f"{PARAGRAPH} {filler(1, 10)} {other}"
    b = f"{other} {filler(3, 10)} {PARAGRAPH}"
    assert [found.a.of(a).split()[0] for found in align_pair(a, b)] == [PARAGRAPH.split()[0], other.split()[0]]


def test_a_paragraph_that_sums_up_a_whole_document_is_aligned_with_all_of_it() -> None:
    article = topical(1, 48)
    summary = digest(article)
    before, after = (" ".join(topical(seed, 25)) for seed in (2, 3))
    a, b = f"{before} {summary} {after}", " ".join(article)
    (found,) = align_pair(a, b)
    assert near(found, a, b, summary, b, by=40)
    (mirrored,) = align_pair(b, a)
    assert (mirrored.a, mirrored.b) == (found.b, found.a)


def test_a_brief_that_sums_up_an_article_is_aligned_with_all_of_it() -> None:
    article = topical(1, 40)
    brief, whole = digest(article), " ".join(article)
    (found,) = align_pair(brief, whole)
    assert near(found, brief, whole, brief, whole, by=40)


def test_a_reworded_paragraph_of_a_long_article_is_no_summary_of_it() -> None:
    article = topical(1, 60)
    source = " ".join(article[20:28])
    a, b = f"{' '.join(topical(2, 25))} {shuffled(source)} {' '.join(topical(3, 25))}", " ".join(article)
    (found,) = align_pair(a, b)
    assert near(found, a, b, shuffled(source), source, by=10)


def test_a_place_told_again_in_quite_other_sentences_is_no_summary_of_the_whole_article() -> None:
    article = topical(1, 60)
    words = [word for sentence in article[20:28] for word in sentence[:-1].lower().split()]
    random.Random(1).shuffle(words)
    retold = " ".join(" ".join(words[k : k + 11]).capitalize() + "." for k in range(0, len(words), 11))
    a, b = f"{' '.join(topical(2, 25))} {retold} {' '.join(topical(3, 25))}", " ".join(article)
    assert all(len(found.b) < len(b) / 3 for found in align_pair(a, b))


def test_articles_on_one_subject_share_nothing_when_no_passage_is_common() -> None:
    for seed in range(5):
        assert align_pair(" ".join(topical(seed, 40)), " ".join(topical(seed + 50, 25))) == []


def test_unrelated_documents_share_nothing() -> None:
    assert align_pair(filler(1, 40), filler(2, 40)) == []


def test_empty_documents_share_nothing() -> None:
    assert align_pair("", "") == []
    assert align_pair(PARAGRAPH, "") == []
    assert align_pair("…", PARAGRAPH) == []


def test_two_short_notes_that_tell_the_same_are_aligned_from_end_to_end() -> None:
    a = (
        "The harbour authority said on Monday that more than forty tankers would be sent to the old refinery docks "
        "before the ice closes the strait. The mayor, who had opposed the plan for months, called the decision a "
        "betrayal of the fishing families. A new vote in the council is expected in March."
    )
    b = (
        "Fishing families were betrayed by the decision, said the mayor, who for months had opposed the plan. More "
        "than forty tankers are to go to the refinery's old docks before ice closes the strait, the authority of the "
        "harbour announced Monday. In March the council is expected to vote anew."
    )
    other = (
        "Shareholders of the dairy cooperative voted on Monday against merging with its northern rival, citing doubts "
        "over the price of milk. The chairman, who had argued for the merger for months, resigned after the meeting. "
        "A new election is expected in March, before the accounts of the year are closed."
    )
    (found,) = align_pair(a, b)
    assert near(found, a, b, a, b)
    assert align_pair(a, other) == []


def test_two_chinese_notes_that_tell_the_same_are_aligned_though_shorter_in_characters() -> None:
    a = (
        "据当地媒体报道，港务局周一表示，超过四十艘油轮将在冰封海峡之前被派往旧炼油厂码头。"
        "市长几个月来一直反对这一计划，他称这一决定是对渔民家庭的背叛。预计议会将于三月举行新的投票。"
    )
    b = (
        "港务局星期一宣布，四十多艘油轮将在海峡结冰前驶往炼油厂旧码头。"
        "数月来一直反对该计划的市长说，这一决定背叛了渔民家庭。议会预计三月将再次投票。"
    )
    other = (
        "乳业合作社的股东投票反对与北方的竞争对手合并，理由是对牛奶价格和两家工厂关闭的疑虑。"
        "董事会主席在会议结束后宣布辞职，并感谢员工多年来的支持与合作。"
    )
    (found,) = align_pair(a, b)
    assert near(found, a, b, a, b)
    assert align_pair(a, other) == []


def test_thai_without_spaces_is_aligned_with_its_sentences_in_another_order() -> None:
    ours = (
        "การท่าเรือประกาศเมื่อวันจันทร์ว่าเรือบรรทุกน้ำมันกว่าสี่สิบลำจะถูกส่งไปยังท่าเรือโรงกลั่นเก่า. "
        "นายกเทศมนตรีคัดค้านแผนนี้มาหลายเดือนและกล่าวว่าเป็นการทรยศต่อครอบครัวชาวประมง. "
        "สภาเมืองจะลงคะแนนใหม่ในเดือนมีนาคมหลังจากรับฟังความคิดเห็นของประชาชน."
    )
    theirs = ". ".join(reversed(ours.rstrip(".").split(". "))) + "."
    other = (
        "ผู้ถือหุ้นของสหกรณ์โคนมลงคะแนนไม่เห็นด้วยกับการควบรวมกิจการกับคู่แข่งทางเหนือ. "
        "ประธานกรรมการลาออกหลังการประชุมและขอบคุณพนักงานทุกคน."
    )
    a, b = f"{other} {ours}", theirs
    (found,) = align_pair(a, b)
    assert near(found, a, b, ours, theirs)
    assert align_pair(other, ours) == []


def test_rewordings_are_found_in_documents_of_a_hundred_thousand_words() -> None:
    ours, theirs = topical(1, 6_000), topical(2, 6_000)
    places = ((500, 1500, 6), (2500, 50, 10), (4500, 4550, 5))
    told = [(" ".join(ours[here : here + count]), there, count) for here, there, count in places]
    for passage, there, count in told:
        theirs[there : there + count] = shuffled(passage, there).split(". ")
        theirs[there : there + count] = [f"{sentence.rstrip('.')}." for sentence in theirs[there : there + count]]
    a, b = " ".join(ours), " ".join(theirs)
    found = align_pair(a, b)
    assert len(found) == len(told)
    for alignment, (passage, there, count) in zip(found, told, strict=True):
        assert near(alignment, a, b, passage, " ".join(theirs[there : there + count]), by=10)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("word " * 100_000, "word " * 100_000, 1),
        ("abcdefghij" * 50_000, "abcdefghij" * 50_000, 1),
        ("\ud800 bad \udfff word. " * 10_000, "\ud800 other \udfff thing. " * 10_000, 0),
        ("😀" * 100_000, "x", 0),
        (f"{PARAGRAPH} " * 80, f"{PARAGRAPH} " * 100, 1),
        ("\n".join(str(n % 97) for n in range(20_000)), "\n".join(str(n % 89) for n in range(20_000)), None),
    ],
    ids=["one word", "no spaces", "surrogates", "emoji", "one paragraph", "figures"],
)
def test_texts_that_repeat_themselves_are_aligned_without_end_or_crash(a: str, b: str, expected: int | None) -> None:
    found = align_pair(a, b)
    assert expected is None or len(found) == expected


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="abc .\n😀中国\ud800", max_size=600), st.text(alphabet="abc .\n😀中国\ud800", max_size=600))
def test_spans_stand_inside_their_documents(a: str, b: str) -> None:
    for found in align_pair(a, b):
        assert 0 <= found.a.start < found.a.end <= len(a)
        assert 0 <= found.b.start < found.b.end <= len(b)
        assert 0 <= found.score <= 1.0001


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 1000), st.integers(2, 8), st.integers(6, 30), st.integers(6, 30))
def test_a_document_is_its_own_rendering_from_end_to_end(seed: int, size: int, before: int, after: int) -> None:
    text = f"{filler(seed, before)} {filler(seed + 1, size)} {filler(seed + 2, after)}"
    (found,) = align_pair(text, text)
    assert found.a == found.b
    assert len(found.a) >= len(text) - 1
