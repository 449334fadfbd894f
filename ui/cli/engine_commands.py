"""The engine without a case: for measuring it, and for feeding other programs."""

import json
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import click

from ui.cli.case_commands import jobs_option
from ui.cli.jsonlines import rows, text_lines
from ui.cli.output import check_out, put
from ui.cli.progress import progress
from ui.cli.steps import verbatim
from workbench.comparing.compare import compare
from workbench.engine.families import EngineArticle, find_families
from workbench.engine.pairs import align_pair
from workbench.errors import UserError
from workbench.model import Edit
from workbench.ports import FoundFamily
from workbench.spans import Span

_IN = click.Path(path_type=Path)
_out_option = click.option(
    "-o", "--output", "out", type=_IN, required=True, metavar="OUT", help="The file to write; “-” is standard output."
)


@click.group()
def engine() -> None:
    """Use the engine on plain texts, without a case.

    All offsets, in and out, count Unicode code points, half open, in the text as it stands in the file.
    """


@engine.command(
    epilog=verbatim(
        "LIST:     PATH_A<TAB>PATH_B",
        'OUT:      {"a": PATH_A, "b": PATH_B,\n'
        '           "alignments": [{"a": [start, end], "b": [start, end], "score": s}]}',
        "Example:  main.py engine pairs pairs.tsv -o pairs.jsonl",
    )
)
@click.argument("list_", metavar="LIST", type=_IN)
@_out_option
def pairs(list_: Path, out: Path) -> None:
    """Align pairs of text files.

    LIST has one pair a line, two paths with a tab between them. Each file is taken whole, as plain UTF-8 text, line
    ends included. OUT gets one JSON object a line, in the order of LIST.
    """
    read = lru_cache(maxsize=64)(_read)  # lists name the same file many times in a row
    check_out(out, [list_])
    items = list(_pairs(list_))
    check_out(out, {Path(name) for _, *names in items for name in names})
    _write_lines(out, items, lambda pair: _aligned(read, *pair))


def _pairs(list_: Path) -> Iterator[tuple[str, str, str]]:
    for place, line in text_lines(list_):
        paths = line.split("\t")
        if len(paths) != 2:
            raise UserError(f"{place} is not two paths with one tab between them.")
        yield place, paths[0], paths[1]


def _aligned(read: Callable[[str], str], place: str, a: str, b: str) -> Mapping[str, Any]:
    found = align_pair(_whole_text(read, place, a), _whole_text(read, place, b))
    alignments = [{"a": _pair(one.a), "b": _pair(one.b), "score": round(one.score, 3)} for one in found]
    return {"a": a, "b": b, "alignments": alignments}


def _whole_text(read: Callable[[str], str], place: str, path: str) -> str:
    try:
        return read(path)
    except UnicodeDecodeError as error:
        raise UserError(f"{place} names “{path}”, which is not UTF-8 text (byte {error.start}).") from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "no such name can be"
        raise UserError(f"{place} names “{path}”, which cannot be read ({reason}).") from error


def _read(path: str) -> str:
    """The text of a file, line ends as they are."""
    return Path(path).read_bytes().decode("utf-8")


@engine.command(
    epilog=verbatim(
        'TEXTS:    {"id": ..., "text": "..."}',
        'OUT:      {"families": [{"boilerplate": false,\n'
        '                         "witnesses": [{"id": ..., "span": [start, end]}]}]}',
        "Example:  main.py engine families articles.jsonl -o families.json",
    )
)
@click.argument("texts", type=_IN)
@_out_option
@jobs_option
def families(texts: Path, out: Path, jobs: int) -> None:
    """Find the families of many texts.

    TEXTS has one JSON object a line, every id once. OUT is one JSON object.
    """
    check_out(out, [texts])
    names, articles = _articles(texts)
    with progress() as report:
        found = find_families(articles, report, jobs)
    result = {"families": [_family(family, names) for family in found]}
    put(out, (json.dumps(result, ensure_ascii=False) + "\n").encode())


def _articles(texts: Path) -> tuple[list[Any], list[EngineArticle]]:
    """The ids of a file of texts, and the articles, numbered in the same order."""
    places: dict[str, str] = {}
    names: list[Any] = []
    articles: list[EngineArticle] = []
    for place, fields in rows(texts, "text"):
        key = json.dumps(fields["id"])
        if key in places:
            raise UserError(
                f"{place} has the id {key} again, which {places[key][0].lower()}{places[key][1:]} has already."
            )
        places[key] = place
        articles.append(EngineArticle(len(names), fields["text"]))
        names.append(fields["id"])
    return names, articles


def _family(family: FoundFamily, names: list[Any]) -> dict[str, Any]:
    witnesses = [{"id": names[place.article_id], "span": _pair(place.span)} for place in family.places]
    return {"boilerplate": family.boilerplate, "witnesses": witnesses}


@engine.command(
    epilog=verbatim(
        'PAIRS:    {"id": ..., "base": "...", "witness": "..."}',
        'OUT:      {"id": ..., "base": "...", "witness": "...",\n'
        '           "edits": [{"base": [start, end], "witness": [start, end], "labels": [...]}]}',
        "Example:  main.py engine edits pairs.jsonl -o edits.jsonl",
    )
)
@click.argument("pairs_", metavar="PAIRS", type=_IN)
@_out_option
def edits(pairs_: Path, out: Path) -> None:
    """Compare pairs of passages word by word.

    PAIRS has one JSON object a line. OUT repeats each line with the edits added.
    """
    check_out(out, [pairs_])
    compared = list(rows(pairs_, "base", "witness"))
    _write_lines(out, compared, lambda row: row.fields | {"edits": _edits(row.fields)})


def _edits(fields: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [_edit(edit) for edit in compare(fields["base"], fields["witness"])]


def _edit(edit: Edit) -> dict[str, Any]:
    labels = [label.kind.value for label in edit.labels]
    return {"base": _pair(edit.base), "witness": _pair(edit.witness), "labels": labels}


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def _write_lines(out: Path, items: list[Any], line: Callable[[Any], Mapping[str, Any]]) -> None:
    """Compute one JSON line an item and write them all, or none."""
    lines = []
    with progress() as report:
        for done, item in enumerate(items):
            report("Working", done, len(items))
            lines.append(json.dumps(line(item), ensure_ascii=False) + "\n")
    put(out, "".join(lines).encode())
