"""The sample case holds every trouble it is there for; `expected.toml` beside this file says where."""

import hashlib
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

EXPECTED = tomllib.loads(Path(__file__).with_name("expected.toml").read_text("utf-8"))
ENCODINGS = {page["file"]: page["encoding"] for page in EXPECTED["pages"]}
HTML = [name for name in ENCODINGS if name.endswith(".html")]


@pytest.fixture
def sample(checkout: Path) -> Path:
    return checkout / "resources" / "sample"


def text_of(sample: Path, name: str) -> str:
    return (sample / name).read_bytes().decode(ENCODINGS[name])


def plain(markup: str) -> str:
    """The words of a page, roughly: enough to count them and to look for phrases."""
    markup = re.sub(r"(?is)<(script|style|head).*?</\1>", " ", markup)
    return " ".join(re.sub(r"<[^>]+>", " ", markup).replace("&nbsp;", " ").split())


def main_family() -> list[dict[str, Any]]:
    return next(family["witnesses"] for family in EXPECTED["families"] if family.get("main"))


def test_the_map_lists_every_page_of_the_sample_and_nothing_else_is_there(sample: Path) -> None:
    assert sorted(ENCODINGS) == sorted(path.name for path in sample.iterdir() if not path.name.startswith("."))


@pytest.mark.parametrize("name", ENCODINGS)
def test_every_page_is_a_story_of_a_newspapers_length(sample: Path, name: str) -> None:
    assert 230 <= len(plain(text_of(sample, name)).split()) <= 900


@pytest.mark.parametrize("name", HTML)
def test_html_pages_look_as_browsers_save_them(sample: Path, name: str) -> None:
    page = text_of(sample, name)
    assert re.search(r"<title>[^<]{10,}</title>", page)
    assert page.count("<p") >= 6
    assert "<nav" in page or "menu" in page or 'class="nav"' in page or "BINGO" in page


def test_no_page_reaches_for_anything_in_the_real_web(sample: Path) -> None:
    hosts = {host for name in ENCODINGS for host in re.findall(r"https?://([^/\"\s]+)", text_of(sample, name))}
    assert {host for host in hosts if not host.endswith(".example")} == {"schema.org"}


@pytest.mark.parametrize("family", EXPECTED["families"], ids=lambda family: family["name"])
def test_every_expected_witness_stands_exactly_once_in_its_page(sample: Path, family: dict[str, Any]) -> None:
    for witness in family["witnesses"]:
        text = text_of(sample, witness["file"])
        assert text.count(witness["text"]) == 1, witness["file"]
        assert text.partition(witness["text"])[2].startswith(witness.get("frame", "")), witness["file"]


def test_the_quote_stands_in_at_least_five_outlets_and_almost_always_otherwise() -> None:
    pages = {page["file"]: page["articles"] for page in EXPECTED["pages"]}
    outlets = {pages[witness["file"]][witness.get("article", 0)]["outlet"] for witness in main_family()}
    assert len(outlets) >= 5
    assert len({" ".join(witness["text"].split()) for witness in main_family()}) == len(main_family())


@pytest.mark.parametrize(
    ("name", "has", "lacks"),
    [
        ("02-harbour-courier.html", "At least 3,800", "also sold as"),
        ("03-kestrian-observer.html", "from Jelmin", "could be closed"),
        ("04-daily-lantern.html", "More than 4,000 tonnes of deadly", "At least"),
        ("04-daily-lantern.html", "a ministry insider admitted", "the source said"),
        ("05-northern-post.html", "“moved by barge", "will be moved"),
        ("07-downstream-desk-digest.txt", "smuggled by barge", "will be shipped"),
        ("10-radio-velm.html", "may be closed", "could be closed"),
    ],
)
def test_each_outlet_edits_the_quote_in_its_own_way(sample: Path, name: str, has: str, lacks: str) -> None:
    text = text_of(sample, name)
    assert has in text
    assert lacks not in text


def test_the_digest_holds_four_articles_of_two_outlets_each_with_head_outlet_and_dateline(sample: Path) -> None:
    digest = next(page for page in EXPECTED["pages"] if "digest" in page["file"])
    text = text_of(sample, digest["file"])
    assert len(digest["articles"]) == 4
    assert len({article["outlet"] for article in digest["articles"]}) == 2
    assert len(re.findall(r"(?m)^\(March,? \d,? 2024\) — ", text)) == 4
    for article in digest["articles"]:
        assert article["title"].split(": ")[-1] in " ".join(text.split())


@pytest.mark.parametrize("shared", EXPECTED["boilerplate"], ids=lambda shared: shared["text"][:30])
def test_furniture_is_shared_word_for_word_between_pages(sample: Path, shared: dict[str, Any]) -> None:
    assert len(shared["files"]) >= 2
    for name in ENCODINGS:
        assert text_of(sample, name).count(shared["text"]) == (name in shared["files"])


def test_the_paraphrase_has_the_content_of_the_quote_without_its_words(sample: Path) -> None:
    quote = set(_runs(main_family()[0]["text"], 4))
    for paraphrase in EXPECTED["paraphrases"]:
        assert text_of(sample, paraphrase["file"]).count(paraphrase["text"]) == 1
        assert not quote & set(_runs(paraphrase["text"], 4))


def _runs(text: str, length: int) -> list[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return [tuple(words[k : k + length]) for k in range(len(words) - length + 1)]


def test_dates_that_are_not_the_date_of_publication_stand_on_the_pages(sample: Path) -> None:
    published = {page["file"]: page["articles"][0]["published"] for page in EXPECTED["pages"]}
    for date in EXPECTED["misleading_dates"]:
        assert text_of(sample, date["file"]).count(date["text"]) == 1
        assert date["text"] not in published[date["file"]]


def test_a_comment_repeats_the_headline(sample: Path) -> None:
    for comment in EXPECTED["comments"]:
        page = text_of(sample, comment["file"])
        head, comments = page.split('id="comments"')
        assert comment["text"] in comments
        assert comment["text"].split(".")[0] in head


def test_a_headline_claims_more_than_its_story(sample: Path) -> None:
    for story in EXPECTED["overclaims"]:
        head, body = text_of(sample, story["file"]).split("</h1>")
        assert story["headline"] in head.split("<h1>")[1]
        assert story["body"] in body


def test_two_outlets_give_different_figures_for_the_same_event(sample: Path) -> None:
    assert "Fourteen people were treated" in text_of(sample, "01-tessera-news-agency.html")
    assert "Twenty-one people were treated" in text_of(sample, "03-kestrian-observer.html")


def test_the_bytes_have_their_own_troubles(sample: Path) -> None:
    lantern = (sample / "04-daily-lantern.html").read_bytes()
    with pytest.raises(UnicodeDecodeError):
        lantern.decode("utf-8")
    assert "café voucher worth €20" in lantern.decode("windows-1252")
    post = (sample / "05-northern-post.html").read_bytes()
    assert post.count(b"\r\n") == post.count(b"\n") > 20
    letter = text_of(sample, "06-osmer-shipping-letter.txt")
    assert "🚢 “At least 3,800" in letter
    assert "sup-\nposed" in letter
    courier = text_of(sample, "02-harbour-courier.html")
    assert "&nbsp;" in courier
    assert "&ldquo;" in courier


def test_no_file_of_the_sample_is_a_copy_of_another(sample: Path) -> None:
    sums = {hashlib.sha256((sample / name).read_bytes()).hexdigest() for name in ENCODINGS}
    assert len(sums) == len(ENCODINGS)


def test_the_sample_shares_no_sentence_with_the_seeds(sample: Path, shared: Path) -> None:
    seeds = {run for path in (shared / "seeds").iterdir() for run in _runs(path.read_text("utf-8"), 8)}
    for name in ENCODINGS:
        assert not seeds & set(_runs(plain(text_of(sample, name)), 8)), name
