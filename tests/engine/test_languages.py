"""Passages shared and edited in many languages, with no word of tuning for any of them."""

import json
import unicodedata
from pathlib import Path

import pytest

from db.casefile import open_case
from tests.engine.newsroom import Edition, borders_agree, read, story
from tests.engine.stories import filler
from ui.cli.app import run
from workbench.engine.pairs import align_pair
from workbench.spans import Span

LANGUAGES = read("languages.toml")


def edition_in(language: str) -> Edition:
    """Two articles in a language, one of which edits the passage of the other."""
    told = LANGUAGES[language]
    (before, after), (before_too, after_too) = told["stories"]
    stop = told.get("stop", ". ")
    return Edition.of(
        [f"{before} ⟦{told['original']}⟧{stop}{after}", f"{before_too} ⟦{told['edited']}⟧{stop}{after_too}"]
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_edited_passage_is_found(language: str) -> None:
    edition_in(language).assert_one_family()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_surrounds_the_passage_is_no_family(language: str) -> None:
    assert Edition.of([" ".join(story) for story in LANGUAGES[language]["stories"]]).families() == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_passage_begins_and_ends_with_whole_characters(language: str) -> None:
    edition = edition_in(language)
    for family in edition.families():
        for _, text in edition.told(family):
            assert not unicodedata.category(text[0]).startswith("M")
        for place in family.places:
            rest = edition.articles[place.article_id].text[place.span.end :]
            assert not unicodedata.category(rest[0]).startswith("M")


def test_all_languages_of_one_case_are_told_apart() -> None:
    texts = [article.text for language in LANGUAGES for article in edition_in(language).articles]
    edition = Edition.of(texts)
    pairs = [{place.article_id for place in family.places} for family in edition.families()]
    for k, language in enumerate(LANGUAGES):
        assert any({2 * k, 2 * k + 1} <= pair for pair in pairs), language
    assert all(len({k // 2 for k in pair}) == 1 or _cousins(pair) for pair in pairs)


def _cousins(pair: set[int]) -> bool:
    """Whether all articles of a family are in languages of one script that may well share words."""
    names = [list(LANGUAGES)[k // 2].split()[0] for k in pair]
    return len(set(names)) == 1


def test_the_command_line_finds_them_by_code_points(tmp_path: Path) -> None:
    rows = {}
    for language in LANGUAGES:
        for k, article in enumerate(edition_in(language).articles):
            rows[f"{language} {k}"] = article.text
    lines = [
        json.dumps({"id": name, "text": text}, ensure_ascii=k % 2 == 0) for k, (name, text) in enumerate(rows.items())
    ]
    (tmp_path / "texts.jsonl").write_text("\n".join(lines), "utf-8")
    out = tmp_path / "out.json"
    assert run(["engine", "families", str(tmp_path / "texts.jsonl"), "-o", str(out)], open_case) == 0
    families = json.loads(out.read_text("utf-8"))["families"]
    for language in LANGUAGES:
        expected = [marked[0] for marked in edition_in(language).marked]
        names = [f"{language} 0", f"{language} 1"]
        assert any(
            all(
                any(
                    witness["id"] == name and borders_agree(rows[name], Span(*witness["span"]), span, 3)
                    for witness in family["witnesses"]
                )
                for name, span in zip(names, expected, strict=True)
            )
            for family in families
        ), language


COPIED = ("Russian", "Arabic", "Hindi", "Chinese", "Japanese", "Thai", "Khmer", "Burmese")


@pytest.mark.parametrize("language", COPIED)
def test_a_copied_paragraph_is_aligned(language: str) -> None:
    told = LANGUAGES[language]
    stop = told.get("stop", ". ")
    paragraph = f"{told['original']}{stop}{' '.join(told['stories'][0])} {told['edited']}"
    a, b = f"{filler(1, 4)} {paragraph} {filler(2, 4)}", f"{filler(3, 4)} {paragraph} {filler(4, 4)}"
    (found,) = align_pair(a, b)
    for span, text in ((found.a, a), (found.b, b)):
        start = text.index(paragraph)
        assert borders_agree(text, span, Span(start, start + len(paragraph)), 1)


SPELT_TWO_WAYS = {
    "composed and decomposed French": (
        "Le Sénat a rejeté à l’unanimité le décret sur la pêche côtière, jugé contraire aux libertés des équipages",
        lambda text: unicodedata.normalize("NFD", text),
    ),
    "composed and decomposed Vietnamese": (
        LANGUAGES["Vietnamese"]["original"],
        lambda text: unicodedata.normalize("NFD", text),
    ),
    "diacritics dropped": (
        "Prezydent spędził święta w Łodzi, gdzie wręczył żołnierzom odznaczenia i złożył życzenia załogom śmigłowców",
        lambda text: text.translate(str.maketrans("ąćęłńóśźżŁ", "acelnoszzL")),
    ),
    "umlauts dropped": (
        "Außenministerin Müller erklärte in Zürich, sämtliche Flüchtlinge dürften über die Brücke zurückkehren",
        lambda text: text.translate(str.maketrans("äöüÄÖÜ", "aouAOU")),
    ),
    "Arabic with its vowels": (
        "فَتَحَت الوِزارَةُ الحُدودَ يَوْمَ الاثْنَيْنِ وسَمَحَتْ بِمُرورِ الشّاحِناتِ المُحَمَّلَةِ بالحُبوبِ والأَدْوِيَةِ",
        lambda text: "".join(c for c in text if unicodedata.category(c) != "Mn"),
    ),
    "Russian without dots": (
        "Актёр Пётр Королёв объявил, что ещё весной пошлёт счёт за всё, что учёные нашли в чёрном ящике самолёта",
        lambda text: text.replace("ё", "е"),
    ),
    "Greek capitals": (
        "Ο πρωθυπουργός και ο δήμαρχος της πόλης επισκέφθηκαν τους πλημμυροπαθείς στις όχθες του ποταμού το Σάββατο",
        str.upper,
    ),
    "German capitals": (
        "Die Straße zum See bleibt im Sommer für Wagen gesperrt, weil jemand die Schranke zweimal aufgebrochen hat",
        str.upper,
    ),
    "full-width letters and figures": (
        "At least 41 people were killed and 130 wounded when a crowded ferry struck the pier of Halvern before dawn",
        lambda text: "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text),
    ),
    "ligatures": (
        "The office flew two hundred firefighters to the burning harbour, where staff had pumped water since morning",
        lambda text: text.replace("ffi", "ﬃ").replace("ff", "ﬀ").replace("fi", "ﬁ").replace("fl", "ﬂ"),
    ),
    "Arabic stretched for justification": (
        LANGUAGES["Arabic"]["original"],
        lambda text: text.replace("ال", "الـ").replace("ت", "تـ"),
    ),
    "marks of direction": (
        LANGUAGES["Hebrew"]["original"],
        lambda text: "\u200f" + text.replace(" ", " \u200f").replace("ה", "ה\u200f") + "\u200e",
    ),
}


@pytest.mark.parametrize("way", SPELT_TWO_WAYS)
def test_a_passage_is_found_whatever_way_its_characters_are_written(way: str) -> None:
    passage, written = SPELT_TWO_WAYS[way]
    assert written(passage) != passage
    Edition.with_passages(f"⟦{passage}⟧.", f"⟦{written(passage)}⟧!", f"⟦{passage}⟧?").assert_one_family()


def test_each_article_has_the_stop_words_of_its_own_language() -> None:
    """A turn of phrase of common Russian words proves as much among English articles as among Russian ones."""
    common = "и это было не только потому, что он так и не"
    russian = [
        f"{LANGUAGES['Russian']['stories'][k][0]} Сторож ушёл, {common} {verb}. {LANGUAGES['Russian']['stories'][k][1]}"
        for k, verb in enumerate(("дождался смены", "выучил немецкий"))
    ]
    english = [story(k, "") for k in range(12)]
    alone, among = Edition.of(russian), Edition.of([*russian, *english])
    assert [alone.told(family) for family in alone.families()] == [among.told(family) for family in among.families()]


def test_a_passage_is_found_among_articles_in_another_language() -> None:
    told = LANGUAGES["Russian"]
    english = [story(k, "") for k in range(12)]
    Edition.of(
        [
            *english,
            f"{told['stories'][0][0]} ⟦{told['original']}⟧. {told['stories'][0][1]}",
            f"{told['stories'][1][0]} ⟦{told['edited']}⟧. {told['stories'][1][1]}",
        ]
    ).assert_one_family()


def test_a_quotation_in_another_language_is_found_in_an_english_article() -> None:
    quote = LANGUAGES["Russian"]["original"]
    Edition.with_passages(f"He wrote in Russian: «⟦{quote}⟧».", f"On her wall stood “⟦{quote}⟧”.").assert_one_family()


def test_the_name_of_an_office_is_no_family_in_chinese() -> None:
    stories = LANGUAGES["Chinese"]["stories"]
    edition = Edition.of(
        [f"{a}中华人民共和国国务院{more}。{b}" for (a, b), more in zip(stories, ("昨天下雨", "没有回信"), strict=True)]
    )
    assert edition.families() == []
