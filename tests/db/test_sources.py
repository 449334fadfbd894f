"""Sources and articles go in once and come out exactly."""

import hashlib
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.casefile import open_case
from db.texts import packed
from tests.db.builders import STORY, article, reading, zoned
from workbench.errors import UserError
from workbench.model import DatePrecision, PublicationDate
from workbench.reading.model import ReadArticle
from workbench.spans import OffsetMap, Run, Span

any_text = st.text(alphabet=st.characters(codec=None), max_size=80)
awkward_text = st.text(alphabet=st.sampled_from("\ud800\udfff\ud83d\ude00\0\r\n\ufeff\u202ea😀é"), max_size=30)


def test_a_source_comes_back_as_it_was_read(store) -> None:
    before = datetime.now(UTC)
    source = store.add_reading(reading())
    assert source is not None
    assert store.sources() == (source,)
    assert (source.name, source.origin) == ("bridge.txt", "/articles/bridge.txt")
    assert (source.media_type, source.encoding) == ("text/plain", "utf-8")
    assert source.sha256 == hashlib.sha256(STORY.encode()).hexdigest()
    assert before <= source.imported <= datetime.now(UTC)
    assert store.source_bytes(source.id) == STORY.encode()


def test_an_article_comes_back_with_all_that_the_page_said(store) -> None:
    store.add_reading(reading(articles=[article(0, len(STORY), zones=zoned())]))
    (found,) = store.articles()
    assert (found.title, found.outlet, found.byline, found.language) == (
        "Bridge closed",
        "Harbour Post",
        "Ann Lee",
        "en",
    )
    assert found.published == PublicationDate("2026-03-04", DatePrecision.DAY, "4 March 2026")
    assert found.zones == zoned()
    assert found.body == (Span(14, 70),)
    assert store.texts() == {found.id: STORY}


def test_the_same_bytes_are_added_once_whatever_they_are_called(store) -> None:
    assert store.add_reading(reading()) is not None
    revision = store._db.execute("SELECT total_changes()").fetchone()
    assert store.add_reading(reading(name="again.txt")) is None
    assert store._db.execute("SELECT total_changes()").fetchone() == revision
    assert len(store.sources()) == len(store.articles()) == 1


def test_articles_stand_in_the_order_of_import_and_of_their_place(store) -> None:
    page = "One. Two. Three."
    store.add_reading(reading(page, articles=[article(10, 16, "C"), article(0, 4, "A"), article(5, 9, "B")]))
    store.add_reading(reading("Zero.", name="zero.txt", articles=[article(0, 5, "D")]))
    assert [found.outlet for found in store.articles()] == ["A", "B", "C", "D"]
    assert list(store.texts().values()) == ["One.", "Two.", "Three.", "Zero."]
    assert [found.id for found in store.articles()] == sorted(found.id for found in store.articles())


def test_texts_of_some_articles_are_those_asked_for(store) -> None:
    store.add_reading(reading("One. Two.", articles=[article(0, 4), article(5, 9)]))
    first, second = (found.id for found in store.articles())
    assert store.texts([second]) == {second: "Two."}
    assert store.texts({first, second}) == {first: "One.", second: "Two."}
    assert store.texts([]) == {}
    with pytest.raises(LookupError, match="no such article: 99"):
        store.texts([99])


def test_a_source_without_articles_is_kept(store) -> None:
    assert store.add_reading(reading(articles=[])) is not None
    assert store.articles() == ()
    assert store.texts() == {}


def test_an_unknown_source_is_a_mistake_of_the_caller(store) -> None:
    for method in (store.source_bytes, store.offset_map):
        with pytest.raises(LookupError, match="no such source: 7"):
            method(7)


def test_an_offset_map_comes_back_run_by_run(store) -> None:
    offsets = OffsetMap((Run(0, 5, 20, 5), Run(5, 1, 25, 6), Run(6, 10, 40, 10)))
    source = store.add_reading(reading(offsets=offsets))
    assert store.offset_map(source.id) == offsets
    assert store.offset_map(source.id).to_file(Span(5, 8)) == Span(25, 42)


def test_bytes_are_kept_small_and_exact(store) -> None:
    content = b"<p>The harbour bridge</p>\r\n\0\xff" * 5000
    source = store.add_reading(reading(content=content))
    ((size,),) = store._db.execute("SELECT length(content) FROM contents").fetchall()
    assert size < len(content) / 20
    assert store.source_bytes(source.id) == content


def test_an_empty_source_can_be_kept(store) -> None:
    source = store.add_reading(reading("", articles=[]))
    assert store.source_bytes(source.id) == b""


@pytest.mark.parametrize("content", [b"forged", STORY.encode()[:-1] + b"!"])
def test_bytes_that_were_altered_are_not_handed_out(store, content: bytes) -> None:
    source = store.add_reading(reading())
    store._db.execute("UPDATE contents SET content = ?, size = ?", [packed(content), len(content)])
    with pytest.raises(UserError, match="was altered"):
        store.source_bytes(source.id)


@pytest.mark.parametrize("blob", [b"no zlib", packed(b"x" * 10_000_000), packed(STORY.encode())[:20], b""])
def test_bytes_that_cannot_be_unpacked_mean_damage(store, blob: bytes) -> None:
    source = store.add_reading(reading())
    store._db.execute("UPDATE contents SET content = ?", [blob])
    with pytest.raises(UserError, match="damaged"):
        store.source_bytes(source.id)


@pytest.mark.parametrize("zones", ['[["horoscope",0,3]]', '[["headline",0,null]]', '[["headline","0",3]]', "[5]", "5"])
def test_values_that_no_case_can_hold_mean_damage(store, zones: str) -> None:
    store.add_reading(reading(articles=[article(0, 5, zones=zoned())]))
    store._db.execute("UPDATE articles SET zones = ?", [zones])
    with pytest.raises(UserError, match="damaged"):
        store.articles()


@pytest.mark.parametrize("wanted", [None, [1]])
def test_an_article_whose_source_has_no_text_means_damage(store, wanted: list[int] | None) -> None:
    store.add_reading(reading())
    store._db.execute("DELETE FROM contents")
    with pytest.raises(UserError, match="damaged"):
        store.texts(wanted)


def test_a_reading_that_cannot_go_in_whole_does_not_go_in_at_all(store) -> None:
    store._db.execute("CREATE TEMP TRIGGER fault BEFORE INSERT ON articles BEGIN SELECT RAISE(ABORT, 'fault'); END")
    with pytest.raises(UserError):
        store.add_reading(reading())
    assert store.sources() == ()
    assert store._db.execute("SELECT count(*) FROM contents").fetchone() == (0,)


@settings(max_examples=40)
@given(text=any_text | awkward_text, cut=st.integers(0, 80))
def test_every_text_and_every_offset_survives(tmp_path_factory, text: str, cut: int) -> None:
    path = tmp_path_factory.mktemp("texts") / "any.variorum"
    cut = min(cut, len(text))
    content = text.encode("utf-8", "surrogatepass") + b"."
    with closing(open_case(path, create=True)) as store:
        store.add_reading(
            reading(text, content=content, name=text, articles=[article(0, cut, text), article(cut, len(text), text)])
        )
    with closing(open_case(path)) as store:
        assert "".join(store.texts().values()) == text
        assert [len(part) for part in store.texts().values()] == [cut, len(text) - cut]
        assert store.sources()[0].name == text
        assert [found.outlet for found in store.articles()] == [text, text]
        assert store.source_bytes(1) == content


@settings(max_examples=40)
@given(title=awkward_text, evidence=any_text, iso=st.sampled_from(["", "2016", "2016-10-12T08:15"]))
def test_what_a_page_says_survives_to_the_letter(tmp_path_factory, title: str, evidence: str, iso: str) -> None:
    path: Path = tmp_path_factory.mktemp("pages") / "any.variorum"
    published = PublicationDate(iso, DatePrecision.UNKNOWN, evidence)
    read = ReadArticle(Span(0, 3), title, title, evidence, title, published, evidence, "", ())
    with closing(open_case(path, create=True)) as store:
        store.add_reading(reading("abc", articles=[read]))
        (found,) = store.articles()
    assert (found.title, found.outlet, found.byline) == (title, title, title)
    assert (found.republisher, found.url, found.published) == (evidence, evidence, published)
