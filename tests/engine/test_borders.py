from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engine.places import Texts
from workbench.engine.gathering import Gathering, Stretch

SENTENCE = "The harbour master of Velm closed both locks for the winter because the ice had cut the hull of a ferry"


def test_a_border_a_few_words_inside_a_sentence_moves_out_to_its_beginning_and_end() -> None:
    texts = Texts(f"Nothing moved. {SENTENCE}. Nobody slept.")
    inner = SENTENCE.removeprefix("The harbour ").removesuffix(" a ferry")
    assert texts.settled(inner) == [SENTENCE]


def test_a_word_of_the_sentence_before_and_of_the_one_after_falls_away() -> None:
    texts = Texts(f"On the quays of the town nothing moved. {SENTENCE}. Nobody slept in the houses by the sea.")
    assert texts.settled(f"nothing moved. {SENTENCE}. Nobody slept") == [SENTENCE]


def test_no_more_than_one_word_in_six_falls_away_on_either_side() -> None:
    text = "That is what I heard from poor old Brandt. The crews must wait for spring. Then he left us for the sea."
    told = "poor old Brandt. The crews must wait for spring. Then he left"
    assert Texts(text).settled(told) == [told]


def test_a_border_inside_a_quotation_moves_out_to_take_all_of_it() -> None:
    text = f"Later on she told us, well, “now we must say it: {SENTENCE} on this very day at once”, or so."
    assert Texts(text).settled(SENTENCE) == [f"now we must say it: {SENTENCE} on this very day at once"]


def test_words_in_quotation_marks_inside_a_passage_do_not_draw_its_borders() -> None:
    text = "Yesterday and all of today the so-called “winter fleet” and its “great voyage” abroad was mocked by all."
    told = "so-called “winter fleet” and its “great voyage” abroad"
    assert Texts(text).settled(told) == [told]


def test_a_quotation_inside_another_ends_nothing() -> None:
    text = "“And, ‘Close the locks.’ But he may refuse it all,” the pilot said on the quay."
    told = "And, ‘Close the locks.’ But he may refuse it all"
    assert Texts(text).settled(told) == [told]
    inner = "Close the locks.’ But he may refuse it all"
    assert Texts(text).settled(inner) == [inner]
    spoken = "Close all of the locks before noon,’ he told us"
    assert Texts(f"“And, ‘{spoken} twice,” the pilot said.").settled(spoken) == [f"{spoken} twice"]
    question = "“All I can do is ask, ‘Did you?’” the pilot said on the quay."
    assert Texts(question).settled("All I can do is ask, ‘Did you") == ["All I can do is ask, ‘Did you"]


def test_the_outlets_own_words_behind_a_quotation_are_left_out() -> None:
    text = f"“{SENTENCE},” the pilot told the Velm Courier after noon, and went home to eat."
    assert Texts(text).settled(f"{SENTENCE},” the pilot told the Velm Courier") == [SENTENCE]


def test_where_most_leave_the_outlets_own_words_out_those_without_marks_do_too() -> None:
    tail = "the pilot told the Velm Courier"
    marked, plain = f"“{SENTENCE},” {tail} after noon.", f"{SENTENCE}, {tail} at night by the sea wall."
    told = (f"{SENTENCE},” {tail}", f"{SENTENCE},” {tail}", f"{SENTENCE}, {tail}")
    assert Texts(marked, marked, plain).settled(*told) == [SENTENCE] * 3
    assert Texts(plain, plain, marked).settled(told[2], told[2], told[0]) == [told[2], told[2], SENTENCE]


def test_a_short_quotation_at_the_beginning_does_not_cut_off_the_rest() -> None:
    text = "“It is over,” the pilot said when the harbour master closed both locks for the winter in Velm."
    told = text.removeprefix("“").removesuffix(".")
    assert Texts(text).settled(told) == [told]


def test_two_quotations_with_words_between_them_stay_one_passage() -> None:
    text = (
        "“The locks are closed for the whole winter,” the pilot said. “Nobody will sail,” he added, and left for home."
    )
    told = "The locks are closed for the whole winter,” the pilot said. “Nobody will sail"
    assert Texts(text).settled(told) == [told]


def test_the_others_begin_and_end_where_the_model_does_though_they_were_edited_there() -> None:
    shared = "ferries will stay in the port of Velm until the ice on the upper lake has gone"
    texts = Texts(f"Now then. More than forty {shared}. So it is.", f"Well now. At the least some thirty {shared}. So.")
    assert texts.settled(f"More than forty {shared}", shared) == [
        f"More than forty {shared}",
        f"At the least some thirty {shared}",
    ]


def test_stop_words_that_led_on_to_words_no_longer_shared_fall_away() -> None:
    text = "Later that day officers opened free passage from the locks to the rest of all the boats that wait in Velm."
    assert Texts(text).settled("officers opened free passage from the locks to the") == [
        "officers opened free passage from the locks"
    ]


def test_signs_that_stand_alone_and_datelines_are_borders() -> None:
    text = f"The weather at sea | {SENTENCE} | Print this page"
    assert Texts(text).settled(f"sea | {SENTENCE} | Print") == [SENTENCE]
    dated = f"VELM (on Monday, 3 May 2031) — {SENTENCE}."
    assert Texts(dated).settled(f"May 2031) — {SENTENCE}") == [SENTENCE]


def test_no_border_moves_into_another_stretch_of_text() -> None:
    text = f"Caption of a boat, {SENTENCE} and a quay"
    texts = Texts(text, breaks="The harbour")
    assert texts.settled(SENTENCE.removeprefix("The ")) == [f"{SENTENCE} and a quay".removeprefix("The ")]


def test_places_of_one_article_that_would_meet_stay_as_they_were() -> None:
    text = "Old boats the locks of Velm are shut to all of us, the locks of Velm are shut to all of us this winter."
    texts = Texts(text)
    phrase = "the locks of Velm are shut to all of us"
    places = [(0, texts.place(0, phrase)), (0, texts.place(0, phrase, after="us, "))]
    assert texts.told(texts.placed(Gathering(places))) == [f"Old boats {phrase}", f"{phrase} this winter"]


WORDS = st.lists(
    st.sampled_from(["ice", "the", "“lock", "gate”", "said.", "Then", '"', "'Velm'", "|", "sea,", "\n\n"]), min_size=8
)


@settings(max_examples=80)
@given(WORDS, st.data())
def test_a_passage_keeps_the_most_of_its_words_and_stays_inside_its_text(words: list[str], data: st.DataObject) -> None:
    texts = Texts(" ".join(["Now comes an old tale of", *words, "end"]), "of other words")
    count = texts.archive.tokens_of(0)[1]
    first = data.draw(st.integers(0, count - 6))
    stretch = Stretch(first, data.draw(st.integers(min(first + 6, count), count)))
    ((doc, place),) = texts.placed(Gathering([(0, stretch)]))
    assert doc == 0
    assert 0 <= place.start < place.end <= count
    assert stretch.share_in(place) >= 0.4
