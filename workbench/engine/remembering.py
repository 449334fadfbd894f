"""What the engine knows of articles as bytes, to be kept in the case."""

from collections.abc import Sequence
from dataclasses import fields

import numpy as np
import numpy.typing as npt

from workbench.engine.articles import Row
from workbench.engine.families import NOTHING_KNOWN, Known
from workbench.engine.found import Found, Places
from workbench.engine.passages import Passages
from workbench.ports import Remembered

ENGINE = 2
"""To be raised whenever the engine finds other families in the same articles."""
_BYTES_A_TOKEN = 10
_PASSAGE, _FAMILY, _PLACE = 6, 3, 5
"""Numbers kept of each passage, family and place of a family."""

Table = npt.NDArray[np.int64]


def key_of(least_score: float) -> str:
    """By which engine, at which sensitivity something was found."""
    return f"{ENGINE}/{least_score:g}"


def remembered(known: Known, article_ids: Sequence[int], least_score: float) -> Remembered:
    """What is known of some articles, as the case keeps it."""
    rows = {article_id: _row_bytes(row) for article_id, row in zip(article_ids, known.rows, strict=True)}
    return Remembered(key_of(least_score), rows, _passages_bytes(known.passages) + _families_bytes(known.found))


def recalled(kept: Remembered | None, article_ids: Sequence[int], least_score: float) -> Known:
    """What is known of the first of some articles.

    Nothing, when what was kept is of other articles, another engine or another sensitivity, or is damaged.
    """
    if kept is None or kept.key != key_of(least_score) or [*kept.rows] != [*article_ids[: len(kept.rows)]]:
        return NOTHING_KNOWN
    try:
        rows = tuple(map(_row, kept.rows.values()))
        passages, rest = _passages(kept.content)
        known = Known(rows, passages, _families(rest))
        _check(known, article_ids)
    except ValueError:
        return NOTHING_KNOWN
    return known


def _check(known: Known, article_ids: Sequence[int]) -> None:
    """Raise `ValueError` when what was kept points beyond the articles."""
    tokens = sum(len(row.word) for row in known.rows)
    sides = known.passages.a_start, known.passages.a_end, known.passages.b_start, known.passages.b_end
    if any(len(side) and (side.min() < 0 or side.max() > tokens) for side in sides):
        raise ValueError("a passage stands beyond the last token")
    places = known.found.places
    if not np.isin(places.article, article_ids[: len(known.rows)]).all():
        raise ValueError("a witness stands in no article")
    if (places.start < 0).any() or (places.end <= places.start).any():
        raise ValueError("a witness is no stretch of text")


def _row_bytes(row: Row) -> bytes:
    return row.word.astype("<u4").tobytes() + row.stem.astype("<u4").tobytes() + row.marks.astype("<u2").tobytes()


def _row(kept: bytes) -> Row:
    count, rest = divmod(len(kept), _BYTES_A_TOKEN)
    if rest:
        raise ValueError("a row of tokens is cut off")
    return Row(
        np.frombuffer(kept, "<u4", count),
        np.frombuffer(kept, "<u4", count, 4 * count),
        np.frombuffer(kept, "<u2", count, 8 * count),
    )


def _passages_bytes(passages: Passages) -> bytes:
    sides = passages.a_start, passages.a_end, passages.b_start, passages.b_end, passages.shared
    return _counted(np.stack([*sides, passages.score.view(np.int64)]))


def _passages(kept: bytes) -> tuple[Passages, bytes]:
    table, rest = _table(kept, _PASSAGE)
    a_start, a_end, b_start, b_end, shared, score = table
    return Passages(a_start, a_end, b_start, b_end, shared, score.view(np.float64)), rest


def _families_bytes(found: Found) -> bytes:
    places = found.places
    return _counted(np.stack([found.root, found.boilerplate.astype(np.int64), found.sizes])) + _counted(
        np.stack([getattr(places, field.name) for field in fields(places)])
    )


def _families(kept: bytes) -> Found:
    (root, boilerplate, sizes), rest = _table(kept, _FAMILY)
    places, _ = _table(rest, _PLACE)
    if int(sizes.sum()) != places.shape[1] or (sizes < 0).any():
        raise ValueError("families and their witnesses do not belong together")
    return Found(root, boilerplate != 0, np.append(0, np.cumsum(sizes)), Places(*places))


def _counted(table: Table) -> bytes:
    width = np.array([table.shape[1]], "<i8")
    return width.tobytes() + np.ascontiguousarray(table).astype("<i8").tobytes()


def _table(kept: bytes, height: int) -> tuple[Table, bytes]:
    """A table of so many rows, and what stands behind it."""
    (width,) = np.frombuffer(kept, "<i8", 1).tolist()
    end = 8 + 8 * height * width
    if width < 0 or end > len(kept):
        raise ValueError("a table is cut off")
    return np.frombuffer(kept, "<i8", height * width, 8).reshape(height, width).astype(np.int64), kept[end:]
