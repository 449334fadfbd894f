"""Tags and notes that fit no witness and no edit as the families stand now, so that none is ever lost from sight."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ui.desktop.case.digest import PairKey, Texts
from ui.desktop.case.family_book import FamilyBook, News
from ui.desktop.signs import Piece, Sign
from ui.desktop.wording import article_words, shortened, visible
from workbench.model import Article, Code, Place, Target
from workbench.snapshot import Snapshot

_MOST = 240
_MANY = 200
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


class Fitting:
    """Which targets of tags and notes a witness or an edit of the listed families has; kept while the families hold.

    Families of boilerplate do not count, as they are mostly out of sight. While the edits of a family are still being
    counted, what lies within it is taken to fit.
    """

    def __init__(self, book: FamilyBook) -> None:
        self._book = book
        self._fits: dict[Target, bool] = {}

    def follow(self, news: News) -> None:
        """Look anew at what lies in families that are not what they were."""
        if news.everything or len(news.families) > _MANY:
            self._fits.clear()
            return
        families = (self._book.family(number) for number in news.families)
        articles = {witness.place.article_id for family in families for witness in family.witnesses}
        for target in [target for target in self._fits if target.place.article_id in articles]:
            del self._fits[target]

    def has(self, target: Target) -> bool:
        """Whether one comes to the target by way of the families."""
        if target not in self._fits:
            self._fits[target] = any(self._is_in(number, target) for number in self._near(target))
        return self._fits[target]

    def _near(self, target: Target) -> Iterator[int]:
        """The families that have the target inside."""
        for number in self._book.families_of(target.place.article_id):
            family = self._book.family(number)
            if not family.boilerplate and any(witness.place.holds(target.place) for witness in family.witnesses):
                yield number

    def _is_in(self, number: int, target: Target) -> bool:
        if target.base is None:
            return any(witness.place == target.place for witness in self._book.family(number).witnesses)
        pairs = [pair for pair in self._book.pairs(number) if pair[0].article_id == target.base.article_id]
        return any(self._has_edit(pair, target.base, target.place) for pair in pairs)

    def _has_edit(self, pair: PairKey, base: Place, place: Place) -> bool:
        if not pair[1].holds(place):
            return False
        digest = self._book.digests.get(pair)
        return pair[0].holds(base) if digest is None else digest.has(base.span, place.span)


def unplaced_rows(book: FamilyBook, fitting: Fitting | None = None) -> list[UnplacedRow]:
    """The targets of tags and notes that neither a witness nor an edit of the listed families has, oldest first."""
    known, snapshot = fitting or Fitting(book), book.snapshot
    targets = dict.fromkeys((*(tag.target for tag in snapshot.tags), *(note.target for note in snapshot.notes)))
    return [_row(target, snapshot, book.texts) for target in targets if not known.has(target)]


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
