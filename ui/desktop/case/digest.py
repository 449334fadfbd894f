"""What is found by comparing texts that are known already, computed away from the GUI thread and the case file."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from struct import Struct
from typing import cast

from workbench.comparing.lexicon import Lexicon
from workbench.comparison import Comparison, comparison_of
from workbench.model import Edit, Family, LabelKind, Place
from workbench.progress import ProgressReport, silent
from workbench.snapshot import EditEnds, Snapshot
from workbench.spans import Span
from workbench.visible import differs_in_white_space_only

Texts = Mapping[int, str]
"""The texts of articles by id."""


_PLACE = Struct("4I")


@dataclass(frozen=True, slots=True)
class Digest:
    """How a family was edited: edits that are more than style, the share of the text they touch, labels by count.

    `style` counts the edits that are of style only, those of white space not among them.
    """

    edits: int
    share: float
    labels: tuple[tuple[LabelKind, int], ...]
    style: int = 0


PairKey = tuple[Place, Place]
"""Base and witness; articles never change, so what is found for a pair holds as long as the word lists do."""


@dataclass(frozen=True, slots=True)
class PairDigest:
    """How one witness differs from the base: edits that are more than style, characters they touch, labels.

    `places` and `quiet` are the spans of the edits, those of style apart, packed: there are a hundred thousand of them.
    `blank` are those of the quiet ones that differ in white space only.
    """

    edits: int
    touched: int
    labels: tuple[LabelKind, ...]
    places: bytes = b""
    quiet: bytes = b""
    blank: bytes = b""

    def has(self, base: Span, witness: Span) -> bool:
        """Whether there is an edit of these two spans, if only of style."""
        wanted = _PLACE.pack(base.start, base.end, witness.start, witness.end)
        return any(wanted == known for packed in (self.places, self.quiet) for known in _unpacked(packed))

    def loud(self) -> Iterator[tuple[Span, Span]]:
        """The two spans of every edit that is more than style."""
        return _spans(self.places)

    def every(self) -> Iterator[tuple[Span, Span]]:
        """The two spans of every edit, those of style among them."""
        return _spans(self.places + self.quiet)


def edits_in(packed: bytes) -> frozenset[EditEnds]:
    """Edits of a digest as numbers, which are quick to compare."""
    return frozenset(cast("Iterator[EditEnds]", _PLACE.iter_unpack(packed)))


def pair_digest(edits: Iterable[Edit], base_text: str = "", witness_text: str = "") -> PairDigest:
    """What the list of families needs of one comparison."""
    every = list(edits)
    loud, quiet = [edit for edit in every if not edit.is_style_only], [edit for edit in every if edit.is_style_only]
    blank = (edit for edit in quiet if differs_in_white_space_only(edit, base_text, witness_text))
    labels = tuple(label.kind for edit in loud for label in edit.labels)
    touched = sum(max(len(edit.base), len(edit.witness)) for edit in loud)
    return PairDigest(len(loud), touched, labels, _packed(loud), _packed(quiet), _packed(blank))


def _spans(packed: bytes) -> Iterator[tuple[Span, Span]]:
    return ((Span(a, b), Span(c, d)) for a, b, c, d in _PLACE.iter_unpack(packed))


def _packed(edits: Iterable[Edit]) -> bytes:
    return b"".join(_PLACE.pack(e.base.start, e.base.end, e.witness.start, e.witness.end) for e in edits)


def _unpacked(packed: bytes) -> Iterator[bytes]:
    return (packed[at : at + _PLACE.size] for at in range(0, len(packed), _PLACE.size))


def digest_pairs(
    pairs: Iterable[PairKey], texts: Texts, lexicon: Lexicon, report: ProgressReport = silent
) -> dict[PairKey, PairDigest]:
    """Compare every pair by the word lists of the case; `Cancelled` comes from the report."""
    from workbench.comparing.compare import compare_places

    found: dict[PairKey, PairDigest] = {}
    for base, place in pairs:
        report("Counting edits", len(found), 0)
        ours, theirs = texts[base.article_id], texts[place.article_id]
        edits = compare_places(ours, base.span, theirs, place.span, lexicon)
        found[base, place] = pair_digest(edits, ours, theirs)
    return found


def compared(snapshot: Snapshot, family: Family, texts: Texts, report: ProgressReport) -> tuple[Comparison, ...]:
    """Every witness of a family beside its base, in their order; `Cancelled` comes from the report."""
    base, others, found = snapshot.base(family), snapshot.others(family), []
    for done, witness in enumerate(others):
        report("Comparing", done, len(others))
        found.append(comparison_of(family, base, witness, texts, snapshot.words.lexicon))
    return tuple(found)


def family_digest(pairs: Iterable[PairKey], known: Mapping[PairKey, PairDigest]) -> Digest | None:
    """A family's digest from those of its pairs; `None` while one of them is still being computed."""
    found = [(pair, known.get(pair)) for pair in pairs]
    if not found or any(digest is None for _, digest in found):
        return None
    digests = [(pair, digest) for pair, digest in found if digest is not None]
    length = sum(max(len(base.span), len(place.span)) for (base, place), _ in digests)
    labels = Counter(kind for _, digest in digests for kind in digest.labels)
    edits = sum(digest.edits for _, digest in digests)
    touched = sum(digest.touched for _, digest in digests)
    style = sum(len(digest.quiet) - len(digest.blank) for _, digest in digests) // _PLACE.size
    return Digest(edits, min(1.0, touched / length) if length else 0.0, tuple(labels.most_common()), style)
