"""Tags and notes that fit no witness and no edit as the families stand now, so that none is ever lost from sight."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ui.desktop.digest import PairDigest, PairKey, Texts, pairs_of
from ui.desktop.signs import Piece, Sign
from ui.desktop.wording import article_words, shortened, visible
from workbench.model import Article, Code, Place, Target
from workbench.snapshot import Snapshot

_MOST = 240
_ARROW = Piece("  →  ", Sign.SAME)


@dataclass(frozen=True, slots=True)
class UnplacedRow:
    """What a person put on a place that no view shows: where it lies, what it says there, the codes and the note."""

    target: Target
    article: Article
    pieces: tuple[Piece, ...]
    codes: tuple[Code, ...]
    note: str

    @property
    def quoted(self) -> str:
        """The text at the place in words: `“12” to “20”` for an edit."""
        return " to ".join(f"“{piece.text}”" for piece in self.pieces if piece is not _ARROW)

    @property
    def spoken(self) -> str:
        """The row in words."""
        parts = [article_words(self.article), self.quoted]
        parts += [f"tagged {code.name}" for code in self.codes] + ([f"note: {self.note}"] if self.note else [])
        return ", ".join(parts)

    @property
    def searched(self) -> str:
        """What the filter looks at."""
        words = (article_words(self.article), self.article.title, self.quoted, self.note)
        return " ".join((*words, *(code.name for code in self.codes))).casefold()


def unplaced_rows(snapshot: Snapshot, texts: Texts, digests: Mapping[PairKey, PairDigest]) -> list[UnplacedRow]:
    """The targets of tags and notes that neither a witness nor an edit of the listed families has, oldest first.

    Families of boilerplate do not count, as they are mostly out of sight. While the edits of a pair are still being
    counted, what lies within it is taken to fit.
    """
    shown = _Shown(snapshot, digests)
    targets = dict.fromkeys((*(tag.target for tag in snapshot.tags), *(note.target for note in snapshot.notes)))
    return [_row(target, snapshot, texts) for target in targets if not shown.has(target)]


class _Shown:
    """The witnesses and edits that one comes to by way of the families."""

    def __init__(self, snapshot: Snapshot, digests: Mapping[PairKey, PairDigest]) -> None:
        families = [family for family in snapshot.families if not family.boilerplate]
        self._witnesses = {witness.place for family in families for witness in family.witnesses}
        self._digests = digests
        self._pairs: dict[tuple[int, int], list[PairKey]] = defaultdict(list)
        for pair in (pair for family in families for pair in pairs_of(snapshot, family)):
            self._pairs[pair[0].article_id, pair[1].article_id].append(pair)

    def has(self, target: Target) -> bool:
        """Whether a tag on the target is seen."""
        if target.base is None:
            return target.place in self._witnesses
        pairs = self._pairs.get((target.base.article_id, target.place.article_id), ())
        return any(self._has_edit(pair, target.base, target.place) for pair in pairs)

    def _has_edit(self, pair: PairKey, base: Place, place: Place) -> bool:
        digest = self._digests.get(pair)
        if digest is None:
            return pair[0].span.contains(base.span) and pair[1].span.contains(place.span)
        return (base.span, place.span) in digest.places


def _row(target: Target, snapshot: Snapshot, texts: Texts) -> UnplacedRow:
    codes = tuple(_codes(target, snapshot))
    note = snapshot.note_on(target)
    article = snapshot.article[target.place.article_id]
    return UnplacedRow(target, article, _pieces(target, texts), codes, note.text if note else "")


def _codes(target: Target, snapshot: Snapshot) -> Iterator[Code]:
    """The codes on a target; one that the codebook has no longer goes by its id."""
    for tag in snapshot.tags_on(target):
        yield snapshot.code.get(tag.code_id) or Code(tag.code_id, tag.code_id, "#808080")


def _pieces(target: Target, texts: Texts) -> tuple[Piece, ...]:
    if target.base is None:
        return (Piece(_quote(target.place, texts), Sign.SAME),)
    old, new = (_quote(place, texts) for place in (target.base, target.place))
    arrow = (_ARROW,) if old and new else ()
    return (*_piece(old, Sign.REMOVED), *arrow, *_piece(new, Sign.ADDED))


def _piece(text: str, sign: Sign) -> Iterable[Piece]:
    return (Piece(text, sign),) if text else ()


def _quote(place: Place, texts: Texts) -> str:
    return shortened(visible(place.span.of(texts.get(place.article_id, ""))), _MOST)
