"""Bytes to text: nothing is repaired, the right encoding is found, what is no text is refused in one sentence."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import UserError
from workbench.reading.decoding import decode
from workbench.resources import read_toml

RUSSIAN = (
    "Москва, 12 октября. Министр сообщил в среду, что переговоры продолжатся. «Мы готовы», — сказал он журналистам."
)
FRENCH = (
    "Paris. Le ministre a déclaré mercredi que les négociations se poursuivront. « Nous sommes prêts », a-t-il ajouté."
)
GERMAN = "Der Minister erklärte am Mittwoch, die Gespräche würden fortgesetzt. Über die Größe sagte er nichts."
ENGLISH = "The minister said “we are ready” — and the café owner’s reply was short. It didn’t say more than that."
POLISH = "Minister powiedział w środę, że rozmowy będą kontynuowane. Żaden urzędnik nie chciał się wypowiadać."
CZECH = "Ministr ve středu řekl, že jednání budou pokračovat. Žádný úředník se k věci nechtěl vyjádřit, protože čeká."
JAPANESE = "政府は水曜日、交渉を続けると発表した。記者団の質問には答えなかった。これは新聞の記事です。" * 2


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "cp1251"),
        (RUSSIAN.translate({0xAB: '"', 0xBB: '"', 0x2014: "-"}), "koi8-r"),
        (RUSSIAN, "utf-16"),
        (RUSSIAN, "utf-16-le"),
        (RUSSIAN, "utf-16-be"),
        (RUSSIAN, "utf-32"),
        (RUSSIAN, "utf-8"),
        (RUSSIAN, "utf-8-sig"),
        (FRENCH, "cp1252"),
        (GERMAN, "latin-1"),
        (ENGLISH, "cp1252"),
        (ENGLISH, "utf-16-be"),
        (POLISH, "cp1250"),
        (POLISH, "iso8859-2"),
        (CZECH, "cp1250"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
        (JAPANESE, "iso2022_jp"),
    ],
)
def test_text_in_a_common_encoding_is_read_right(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "page.txt").text == text


@pytest.mark.parametrize(
    ("text", "encoding"), [(RUSSIAN, "cp1251"), (FRENCH, "cp1252"), (ENGLISH, "utf-8-sig"), (POLISH, "utf-16")]
)
def test_the_bytes_decoded_with_the_encoding_it_names_are_the_text(text: str, encoding: str) -> None:
    content = text.encode(encoding)
    decoded = decode(content, "page.txt")
    assert content.decode(decoded.encoding) == decoded.text


@pytest.mark.parametrize("text", [GERMAN + " \x1b(B", "\x1b$" + RUSSIAN, "plain \x1b(0 text", "plain \x1b$ text"])
def test_utf8_with_the_escapes_of_a_terminal_in_it_is_still_utf8(text: str) -> None:
    assert decode(text.encode(), "page.txt") == (text, "utf-8")


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\n", "\r\n\n\r"])
def test_line_ends_stay_as_they_are(ending: str) -> None:
    text = f"one{ending}two{ending}{ending}three"
    assert decode(text.encode(), "page.txt").text == text


@given(
    st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1).filter(lambda text: "\ufeff" not in text[:1])
)
def test_any_utf8_text_without_control_codes_comes_back_unchanged(text: str) -> None:
    assert decode(text.encode(), "page.txt").text == text


def test_text_that_looks_misencoded_is_not_repaired() -> None:
    mojibake = "The cafÃ© ownerâ€™s reply"
    assert decode(mojibake.encode(), "page.txt").text == mojibake


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert decode(codecs.BOM_UTF8 + b"first line", "page.txt").text == "first line"


def test_a_page_may_declare_its_charset() -> None:
    page = f'<html><head><meta charset="windows-1251"></head><body>{RUSSIAN[:20]}</body></html>'
    assert decode(page.encode("cp1251"), "page.html").text == page


def test_a_declared_latin_1_is_read_as_windows_1252_as_browsers_do() -> None:
    page = '<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1"><p>“Quoted” – he’s sure'
    decoded = decode(page.encode("cp1252"), "page.html")
    assert decoded.text == page
    assert decoded.encoding == "cp1252"


@pytest.mark.parametrize(
    ("label", "text", "encoding"),
    [
        ("x-cp1251", RUSSIAN, "cp1251"),
        ("KOI8-U", RUSSIAN.translate({0xAB: '"', 0xBB: '"', 0x2014: "-"}), "koi8-u"),
        ("x-sjis", JAPANESE, "cp932"),
        ("windows-31j", "①" + JAPANESE, "cp932"),
        ("gb2312", "政府星期三宣布，谈判将继续进行。镕" * 3, "gbk"),
        ("ks_c_5601-1987", "정부는 수요일 협상을 계속한다고 밝혔다. 똠" * 3, "cp949"),
        ("iso-8859-8-i", "הממשלה הודיעה ביום רביעי" * 3, "iso8859-8"),
    ],
)
def test_a_label_means_what_it_means_on_the_web(label: str, text: str, encoding: str) -> None:
    page = f'<meta charset="{label}"><p>{text}'
    decoded = decode(page.encode(encoding), "page.html")
    assert decoded.text == page
    assert page.encode(encoding).decode(decoded.encoding) == page


def test_every_label_leads_to_codecs_that_python_has() -> None:
    encodings = read_toml("reading/encodings.toml")["encoding"]
    labels = [label for encoding in encodings for label in encoding["labels"]]
    assert len(labels) == len(set(labels)) > 150
    assert labels == [label.lower() for label in labels]
    for encoding in encodings:
        for codec in encoding["codecs"]:
            assert codecs.lookup(codec)._is_text_encoding, codec


@pytest.mark.parametrize(
    "label",
    ["raw_unicode_escape", "unicode_escape", "unicode-escape", "idna", "punycode", "rot13", "base64", "hex", "utf-7",
     "UTF7", "mbcs", "oem", "undefined", "utf_8_sig", "cp65001", "palmos", "zlib", "utf-16", "utf-32"],
)  # fmt: skip
def test_a_codec_that_is_no_encoding_of_the_web_is_never_used(label: str) -> None:
    page = f'<meta charset="{label}"><p>{GERMAN} \\ud800 \\x41 +AGE-'
    decoded = decode(page.encode("cp1252"), "page.html")
    assert decoded.text == page
    assert decoded.encoding == "cp1252"


def test_bytes_that_would_yield_half_a_character_are_not_taken_for_text() -> None:
    page = b'<meta charset="gb18030"><p>' + "政府星期三宣布，".encode("gb18030") + b"\x83\x36\xc7\x38"
    try:
        text = decode(page, "page.html").text
    except UserError:
        text = ""
    assert not any("\ud800" <= character <= "\udfff" for character in text)


def test_a_page_whose_declaration_is_wrong_is_still_read_as_the_utf8_it_is() -> None:
    page = '<meta charset="windows-1252"><p>' + RUSSIAN
    assert decode(page.encode(), "page.html").text == page


def test_a_page_with_an_unknown_charset_is_guessed() -> None:
    page = '<meta charset="klingon-8"><p>' + GERMAN
    assert decode(page.encode("cp1252"), "page.html").text == page


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "PDF is not supported yet"),
        (b"PK\x03\x04\x14\x00\x06\x00", "DOCX"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "DOC files"),
        (b"{\\rtf1\\ansi", "RTF"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "an image"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "an image"),
        (b"GIF89a\x01\x00", "an image"),
        (b"\x1f\x8b\x08\x00\x00", "compressed"),
        (b"SQLite format 3\x00\x10", "case file"),
        (b"bplist00\xd1", "web archive"),
        (b"\x00\x01\x02\x03binary\x00\x00\x07", "binary"),
        (b"text with one \x00 in it", "binary"),
        (bytes(range(256)) * 4, "binary"),
    ],
)
def test_what_is_no_text_is_refused_by_name_with_advice(content: bytes, says: str) -> None:
    with pytest.raises(UserError, match=says) as refusal:
        decode(content, "thing.txt")
    assert "“thing.txt”" in str(refusal.value)
    assert str(refusal.value).endswith(".")


def test_utf8_with_a_few_damaged_bytes_is_refused_and_the_place_is_named() -> None:
    content = RUSSIAN.encode()
    with pytest.raises(UserError, match="damaged bytes, the first at byte 13"):
        decode(content[:13] + b"\xff" + content[13:], "page.txt")


def test_a_file_that_breaks_the_promise_of_its_byte_order_mark_is_refused() -> None:
    with pytest.raises(UserError, match="says that it is UTF-16"):
        decode(codecs.BOM_UTF16_LE + b"odd", "page.txt")


@given(st.binary(max_size=300))
def test_any_bytes_are_either_read_or_refused(content: bytes) -> None:
    try:
        decoded = decode(content, "page.txt")
    except UserError:
        return
    assert content.decode(decoded.encoding) == decoded.text
    decoded.text.encode("utf-8")
