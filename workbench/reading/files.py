"""Files on disk: which of them are texts, and what each holds."""

import hashlib
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.errors import UserError
from workbench.progress import ProgressReport, silent
from workbench.reading.blocks import MAX_BLOCKS, TooManyBlocks, text_blocks
from workbench.reading.model import Reading
from workbench.spans import OffsetMap

if TYPE_CHECKING:
    from workbench.reading.extractor import Opinion
    from workbench.reading.facts import PageFacts

TEXT_SUFFIXES = frozenset({".txt", ".text", ".md", ".html", ".htm", ".xhtml"})
"""Endings by which a folder is searched."""
MAX_BYTES = 20_000_000
"""No page of text is longer; what is, was chosen by mistake."""
MAX_CHARACTERS = 5_000_000
"""Of readable text; the longest novels have three million."""
_HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
_MARKUP = re.compile(r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S)
_ANY_TAG = re.compile(
    r"<(?:p|div|br|a|span|body|h[1-6]|table|ul|ol|li|article|section|!doctype|html|head|title|meta)\b", re.I
)


def text_files(paths: Iterable[Path]) -> list[Path]:
    """Files as they are given, folders searched recursively for texts, sorted; each file once.

    Left out of folders: hidden files, and the `…_files` folders that browsers put beside a saved page. Raises
    `UserError` when a path does not exist or a folder holds no texts.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            found.update(dict.fromkeys(_texts_within(path)))
        elif path.exists():
            found[path] = None
        else:
            raise UserError(f"There is no file or folder “{path}”: check the name.")
    return list(found)


def read_file(path: Path, report: ProgressReport = silent) -> Reading:
    """Read one file whole and find its articles.

    Reports several times a second, in characters and lines of this file. Raises `UserError` for a file that cannot be
    read or holds no text, `Cancelled` when the report does.
    """
    content = _bytes_of(path)
    name = path.name
    if not content:
        raise UserError(f"“{name}” is empty: nothing was imported from it.")
    from workbench.reading.decoding import decode

    decoded = decode(content, name)
    if not decoded.text.strip("\ufeff \t\r\n\f\v\xa0\u200b"):
        raise UserError(f"“{name}” holds nothing but white space: nothing was imported from it.")
    is_html = _is_html(path, decoded.text)
    reading = Reading(
        name=name,
        origin=str(path),
        content=content,
        sha256=hashlib.sha256(content).hexdigest(),
        media_type="text/html" if is_html else "text/plain",
        encoding=decoded.encoding,
        text=decoded.text,
        offsets=OffsetMap(),
        articles=(),
    )
    try:
        return _read_html(reading, path.stem, report) if is_html else _read_plain(reading, path, report)
    except TooManyBlocks:
        raise UserError(
            f"“{name}” has more than {MAX_BLOCKS:,} lines, too many for a page of text: choose another file."
        ) from None


def _read_plain(reading: Reading, path: Path, report: ProgressReport) -> Reading:
    """Plain text and Markdown: the readable text is the decoded file."""
    from workbench.reading.articles import find_articles
    from workbench.reading.facts import PageFacts

    _refuse_endless(reading.text, reading.name)
    blocks = text_blocks(reading.text, markdown=path.suffix.lower() == ".md")
    return replace(reading, articles=find_articles(blocks, PageFacts(), path.stem, report))


def _read_html(reading: Reading, stem: str, report: ProgressReport) -> Reading:
    """HTML: the readable text is what a reader sees."""
    from workbench.reading.articles import find_articles
    from workbench.reading.extractor import ask, mark_main
    from workbench.reading.facts import facts_of
    from workbench.reading.markup import read_markup

    page = read_markup(reading.text, report)
    if not page.blocks:
        raise UserError(f"“{reading.name}” is a page without visible text: save it again once it has loaded fully.")
    _refuse_endless(page.text, reading.name)
    opinion = ask(reading.text, page.depth, page.elements)
    facts = _completed(facts_of(page.head), opinion)
    articles = find_articles(mark_main(page.blocks, opinion), facts, stem, report)
    return replace(reading, text=page.text, offsets=page.offsets, articles=articles)


def _refuse_endless(text: str, name: str) -> None:
    """Refuse what nobody could read, before every line of it is looked at."""
    if len(text) > MAX_CHARACTERS:
        raise UserError(
            f"“{name}” holds more than {MAX_CHARACTERS // 1_000_000} million characters of text, too many for a page: "
            "choose another file."
        )


def _completed(facts: "PageFacts", opinion: "Opinion") -> "PageFacts":
    """The facts with the extractor's where the page's head gives none."""
    return replace(
        facts,
        headline=facts.headline or opinion.title,
        site=facts.site or opinion.site,
        author=facts.author or opinion.author,
    )


def _bytes_of(path: Path) -> bytes:
    """The content of a regular file of honest size."""
    try:
        if path.is_dir():
            raise UserError(f"“{path.name}” is a folder, not a file: choose the files in it.")
        if path.exists() and not path.is_file():
            raise UserError(f"“{path.name}” is a device or pipe, not a file: choose a saved page.")
        if path.stat().st_size > MAX_BYTES:
            raise UserError(
                f"“{path.name}” is larger than {MAX_BYTES // 1_000_000} MB, too large for a page of text: "
                "choose another file."
            )
        return path.read_bytes()
    except FileNotFoundError:
        raise UserError(f"There is no file “{path}”: check the name.") from None
    except PermissionError:
        raise UserError(f"“{path.name}” cannot be read: you have no permission to open it.") from None
    except OSError as error:
        raise UserError(f"“{path.name}” cannot be read: {error.strerror or error}.") from None


def _is_html(path: Path, text: str) -> bool:
    """Whether the text is a page: by how it begins, or by its name when there is any tag in it."""
    return bool(_MARKUP.match(text[:4096])) or (path.suffix.lower() in _HTML_SUFFIXES and bool(_ANY_TAG.search(text)))


def _texts_within(folder: Path) -> list[Path]:
    """The texts of a folder and of the folders in it, sorted."""
    found = sorted(_walk(folder))
    if not found:
        endings = ", ".join(sorted(TEXT_SUFFIXES))
        raise UserError(f"The folder “{folder}” holds no texts: choose one with files ending in {endings}.")
    return found


def _walk(folder: Path) -> Iterator[Path]:
    """Texts below a folder; links to folders are not followed, so that the search ends."""

    def refuse(error: OSError) -> None:
        if error.filename == str(folder):
            raise UserError(f"The folder “{folder}” cannot be read: {error.strerror}.") from None

    for where, folders, files in os.walk(folder, onerror=refuse):
        stems = {Path(file).stem for file in files if Path(file).suffix.lower() in _HTML_SUFFIXES}
        folders[:] = [name for name in folders if not name.startswith(".") and name.removesuffix("_files") not in stems]
        for file in files:
            if not file.startswith(".") and Path(file).suffix.lower() in TEXT_SUFFIXES:
                yield Path(where) / file
