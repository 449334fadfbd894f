"""Reads PDFs back."""

from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2


class ReadPdf(NamedTuple):
    """What a reader finds in a PDF: the text of each page on one line, the bookmarks with their level, the metadata."""

    pages: tuple[str, ...]
    bookmarks: tuple[tuple[int, str], ...]
    metadata: dict[str, str]
    content: bytes

    @property
    def text(self) -> str:
        """All of its text, on one line."""
        return " ".join(self.pages)

    @property
    def accessible(self) -> bool:
        """Whether it says that it conforms to PDF/UA-1."""
        return b"<pdfuaid:part>1</pdfuaid:part>" in self.content


def read_pdf(content: bytes) -> ReadPdf:
    """Read a PDF with PDFium."""
    document = pypdfium2.PdfDocument(content)
    try:
        return ReadPdf(tuple(_pages(document)), tuple(_bookmarks(document)), document.get_metadata_dict(), content)
    finally:
        document.close()


def _pages(document: pypdfium2.PdfDocument) -> Iterator[str]:
    for page in document:
        text_page = page.get_textpage()
        yield " ".join(text_page.get_text_range().split())
        text_page.close()
        page.close()


def _bookmarks(document: pypdfium2.PdfDocument) -> Iterator[tuple[int, str]]:
    for bookmark in document.get_toc():
        yield bookmark.level, bookmark.get_title()
