"""From a file's bytes to its text, character for character: nothing is repaired and every line end stays."""

import codecs
import re
from functools import cache
from typing import NamedTuple

from charset_normalizer import from_bytes

from workbench.errors import UserError
from workbench.reading.language import language_scores
from workbench.resources import read_toml

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"""(?:<meta[^>]{0,200}?charset|<\?xml[^>]{0,200}?encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I
)
_PRESCAN = 4096
"""Bytes searched for a declared charset: the HTML standard looks at 1,024, but saved pages may begin with comments."""
_SAMPLE = 256 * 1024
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_SIGN_IN_WORD = re.compile(r"(?<=[^\W\d_])[¶±¹³¿¥£¯¦¼¾½¡¢§¨ª]|[¶±¹³¿¥£¯¦¼¾½¡¢§¨ª](?=[a-z])")
_SINGLE_BYTE_LATIN = ("cp1252", "cp1250", "cp1254", "cp1257", "iso8859_2")


class Decoded(NamedTuple):
    """`text` is `content.decode(encoding)`; a byte order mark is part of the encoding, not of the text."""

    text: str
    encoding: str


def refuse_binary(content: bytes, name: str) -> None:
    """Raise `UserError` when `content` begins like a file that is not text."""
    head = content[:64].lstrip()
    for form in read_toml("reading/formats.toml")["format"]:
        if any(head.startswith(bytes.fromhex(magic)) for magic in form["hex"]):
            raise UserError(f"“{name}” is {form['name']}, not a text: {form['advice']}.")


def decode(content: bytes, name: str) -> Decoded:
    """The text of `content` and its encoding, a Python codec name.

    In order of trust: byte order mark, strict UTF-8, the charset a page declares, the guess of charset-normalizer.
    `name` is how a sentence calls the file. Raises `UserError` for bytes that are no text, or text in no encoding.
    """
    refuse_binary(content, name)
    decoded = _by_bom(content, name) or _by_utf16_pattern(content) or _by_utf8(content) or _by_declaration(content)
    if decoded is None and b"\0" not in content:
        _refuse_damaged_utf8(content, name)
        decoded = _by_guess(content)
    if decoded is None and b"\0" not in content:
        raise UserError(f"The encoding of “{name}” cannot be told: open it in an editor and save it as UTF-8.")
    if decoded is None or _looks_binary(decoded.text):
        raise UserError(f"“{name}” is a binary file, not a text: import pages saved as HTML or plain text.")
    return decoded


def _attempt(content: bytes, encoding: str) -> Decoded | None:
    """`content` in `encoding`, or nothing where that does not work or yields what is no text (lone surrogates)."""
    try:
        text = content.decode(encoding)
        text.encode("utf-8")
    except UnicodeError:
        return None
    return Decoded(text, encoding)


def _by_bom(content: bytes, name: str) -> Decoded | None:
    """What the byte order mark says; a file that breaks its own promise is refused."""
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            decoded = _attempt(content, encoding)
            if decoded is None:
                raise UserError(f"“{name}” says that it is {encoding[:6].upper()} but is not: save it again as UTF-8.")
            return decoded
    return None


def _by_utf16_pattern(content: bytes) -> Decoded | None:
    """UTF-16 without a mark: NUL bytes, and all of them at odd or all at even places."""
    sample = content[:_SAMPLE]
    if len(content) % 2 or not (nuls := sample.count(0)):
        return None
    odd = sample[1::2].count(0)
    if odd not in (0, nuls) or nuls * 50 < len(sample):
        return None
    decoded = _attempt(content, "utf-16-le" if odd else "utf-16-be")
    return decoded if decoded and not _looks_binary(decoded.text) else None


def _by_utf8(content: bytes) -> Decoded | None:
    """Strict UTF-8, unless the bytes are the seven-bit ISO-2022 kind."""
    seven_bit = content.isascii() and (b"\x1b$" in content or b"\x1b(" in content)
    for encoding in ("iso2022_jp", "iso2022_kr") if seven_bit else ():
        if decoded := _attempt(content, encoding):
            return decoded
    return _attempt(content, "utf-8")


def _by_declaration(content: bytes) -> Decoded | None:
    """The charset that the page itself names in its head."""
    found = _DECLARED.search(content[:_PRESCAN])
    if not found:
        return None
    label = found.group(1).decode("ascii", "ignore").lower()
    tries = (_attempt(content, codec) for codec in _codecs_of_labels().get(label, ()))
    return next((decoded for decoded in tries if decoded), None)


@cache
def _codecs_of_labels() -> dict[str, tuple[str, ...]]:
    """The codecs for each label by which a page may name its encoding.

    Python's own labels are not asked: some of its codecs (`raw_unicode_escape`, `punycode`) turn ASCII into other text.
    """
    encodings = read_toml("reading/encodings.toml")["encoding"]
    return {label: tuple(encoding["codecs"]) for encoding in encodings for label in encoding["labels"]}


@cache
def _text_codecs() -> frozenset[str]:
    """Every codec that may be guessed, by the name that Python gives it."""
    encodings = read_toml("reading/encodings.toml")["encoding"]
    return frozenset(codecs.lookup(codec).name for encoding in encodings for codec in encoding["codecs"])


def _refuse_damaged_utf8(content: bytes, name: str) -> None:
    """Refuse a file that is UTF-8 but for a few bytes: any other reading would garble all the rest."""
    good = sum(len(run) for run in _MULTIBYTE.findall(content))
    other = len(_MULTIBYTE.sub(b"", content).translate(None, bytes(range(128))))
    if good >= 6 and good > 20 * other:
        where = _first_bad_byte(content)
        raise UserError(
            f"“{name}” is UTF-8 text with damaged bytes, the first at byte {where}: "
            "open it in an editor and save it again."
        )


def _first_bad_byte(content: bytes) -> int:
    """The offset of the first byte that is not UTF-8."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return len(content)


def _by_guess(content: bytes) -> Decoded | None:
    """What charset-normalizer finds in a sample, checked on the whole."""
    guesses = (found.encoding for found in from_bytes(content[:_SAMPLE]))
    best = next((guess for guess in guesses if codecs.lookup(guess).name in _text_codecs()), None)
    if best is None:
        return None
    if best in _SINGLE_BYTE_LATIN:
        return _best_latin(content)
    return _attempt(content, best)


def _best_latin(content: bytes) -> Decoded | None:
    """Of the Latin code pages, the one that yields most words of one language; windows-1252 when none is better."""
    tries = [decoded for encoding in (*_SINGLE_BYTE_LATIN, "latin-1") if (decoded := _attempt(content, encoding))]
    return max(tries, key=lambda decoded: _word_share(decoded.text), default=None)


def _word_share(text: str) -> float:
    """How much of `text` are words of the one language it is most like, less what has signs within its words."""
    scores = language_scores(text, most=None)
    return (scores[0][0] if scores else 0.0) - len(_SIGN_IN_WORD.findall(text[:_SAMPLE])) / (1 + text.count(" "))


def _looks_binary(text: str) -> bool:
    """Whether a NUL, or so many other control codes stand in it, that no person wrote this."""
    return "\0" in text or len(_CONTROL.findall(text[:_SAMPLE])) * 100 > len(text[:_SAMPLE])
