"""A codebook as a file of its own, so that two people can code by the same one: REFI-QDA .qdc or CSV."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from workbench.chosen_file import read_at_most
from workbench.codebook import check_number
from workbench.codebook_csv import csv_of, read_csv
from workbench.codebook_import import ForeignCode
from workbench.codebook_tree import CodeTree
from workbench.errors import UserError
from workbench.model import Code
from workbench.text.sentence_parts import counted
from workbench.word_lists import short

LARGEST = 5_000_000
"""A file of more bytes than this is not read."""


class ForeignCodebook(NamedTuple):
    """The codes of a file, parents before what stands under them, and what of the file could not be kept."""

    codes: tuple[ForeignCode, ...]
    remarks: tuple[str, ...]


def kind_of(path: Path) -> str:
    """`qdc` or `csv`; raises `UserError` for any other ending."""
    kind = path.suffix.lower().removeprefix(".")
    if kind not in ("qdc", "csv"):
        raise UserError(
            f"“{short(path.name)}” does not say how the codebook is written; give it the ending .qdc or .csv."
        )
    return kind


def written(codes: Iterable[Code], kind: str) -> bytes:
    """The codebook as a file of the kind `qdc` or `csv`."""
    tree = CodeTree(codes)
    if kind == "csv":
        return csv_of(tree)
    from workbench.qdc import qdc_of  # a window opens without an XML parser

    return qdc_of(tree)


def left_out(codes: Iterable[Code], kind: str) -> str:
    """What a file of that kind cannot hold of the codebook, in one sentence; empty when it holds all."""
    keys = sum(code.digit >= 0 for code in codes)
    if kind != "qdc" or not keys:
        return ""
    return f"A .qdc file has no place for keys, so {counted(keys, 'key')} stayed behind; a .csv file keeps them."


def read_codebook(path: Path) -> ForeignCodebook:
    """The codes of a file; raises `UserError` when it cannot be read or holds none."""
    kind, name, content = kind_of(path), short(path.name), _content(path)
    remarks: list[str] = []
    if kind == "qdc":
        from workbench.qdc import read_qdc

        codes, remarks = read_qdc(content, name)
    else:
        codes = read_csv(_text(content, name), name)
    if not codes:
        raise UserError(f"“{name}” has no codes in it.")
    check_number(len(codes), name)
    return ForeignCodebook(tuple(codes), tuple(remarks))


def _content(path: Path) -> bytes:
    name = short(path.name)
    content = read_at_most(path, LARGEST, name)
    if len(content) > LARGEST:
        raise UserError(f"“{name}” is larger than {LARGEST // 1_000_000} MB, far more than a codebook is.")
    if not content.strip(b"\0 \t\r\n"):
        raise UserError(f"“{name}” is empty: export it anew from the program it comes from.")
    return content


def _text(content: bytes, name: str) -> str:
    wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))  # as some spreadsheets write "Unicode text"
    try:
        return content.decode("utf-16" if wide else "utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError:
        raise UserError(f"“{name}” is not a text in UTF-8: save it as “CSV UTF-8” and read it again.") from None
