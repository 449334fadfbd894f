"""What the lists show, row by row, made from a case before anything is painted."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ui.desktop.digest import Digest, PairDigest, PairKey, Texts, family_digest, pairs_of
from ui.desktop.studies import Shared
from ui.desktop.wording import (
    LABEL_WORDS,
    OUTLET_UNKNOWN,
    article_words,
    count,
    date_range,
    date_words,
    listed,
    outlet_words,
    shortened,
    some_of,
)
from workbench.model import Article, Code, Family, Place, Target
from workbench.snapshot import Snapshot
from workbench.summing.coverage import percent

_EXCERPT = 240
_MOST_OUTLETS, _MOST_SENTENCES = 2, 10


@dataclass(frozen=True, slots=True)
class FamilyRow:
    """A family as the list shows it: `wordings` are what its witnesses say, one after the other.

    `digest` is `None` while the edits are being counted.
    """

    family: Family
    excerpt: str
    outlets: tuple[str, ...]
    dates: str
    digest: Digest | None
    codes: tuple[Code, ...]
    notes: int
    wordings: str

    @property
    def spoken(self) -> str:
        """The row in words."""
        parts = [shortened(self.excerpt, 120), count(len(self.family.witnesses), "witness", "witnesses")]
        parts += [listed(self.outlets), self.dates, self.edits_words]
        if self.digest:
            parts.append(listed((LABEL_WORDS[kind] for kind, _ in self.digest.labels), 4))
        if self.codes:
            parts.append("tagged " + listed(code.name for code in self.codes))
        if self.family.boilerplate:
            parts.append("boilerplate")
        if self.family.by_hand:
            parts.append("corrected by hand")
        return ", ".join(part for part in parts if part)

    @property
    def edits_words(self) -> str:
        """How much was edited."""
        if self.digest is None:
            return "counting edits…"
        if not self.digest.edits:
            return "word for word"
        return f"{count(self.digest.edits, 'edit')}, {max(1, round(self.digest.share * 100))} % of the text"

    @property
    def searched(self) -> str:
        """What the filter looks at: what every witness says, not the base alone."""
        labels = (LABEL_WORDS[kind] for kind, _ in self.digest.labels) if self.digest else ()
        return " ".join((self.wordings, *self.outlets, self.dates, *labels, *(c.name for c in self.codes))).casefold()


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article as the list shows it; `shared` says how much of its story others have, `None` while it is counted."""

    article: Article
    source: str
    shared: Shared | None

    @property
    def spoken(self) -> str:
        """The row in words."""
        told = self.told.replace("\n", " ") if self.shared else self.shared_words
        return f"{self.article.title or 'Untitled'}, {article_words(self.article)}, {told}"

    @property
    def shared_words(self) -> str:
        """How much of its story is shared, and with whom: `17 %, with True Activist and The Sun`."""
        if self.shared is None:
            return "counting shared text…"
        if not self.shared.coverage.passages:
            return "nothing shared"
        share = percent(self.shared.coverage.share)
        return f"{share}, with {some_of(self.shared.outlets, _MOST_OUTLETS)}"

    @property
    def told(self) -> str:
        """What is shared passage by passage, a sentence a line; empty while it is counted."""
        sentences = [sentence.text for sentence in self.shared.coverage.sentences] if self.shared else []
        more = len(sentences) - _MOST_SENTENCES
        if more > 0:
            left = count(more, "further passage")
            sentences = [*sentences[:_MOST_SENTENCES], f"{left} {'is' if more == 1 else 'are'} shared too."]
        return "\n".join(sentences)

    @property
    def searched(self) -> str:
        """What the filter looks at."""
        article = self.article
        words = (article.title, outlet_words(article), date_words(article.published), article.byline, self.source)
        return " ".join(words).casefold()


def family_rows(snapshot: Snapshot, texts: Texts, digests: Mapping[PairKey, PairDigest]) -> list[FamilyRow]:
    """The families, those with most witnesses first, boilerplate last."""
    marked = _marked_places(snapshot)
    rows = [_family_row(snapshot, family, texts, digests, marked) for family in snapshot.families]
    return sorted(rows, key=_family_rank)


def _family_rank(row: FamilyRow) -> tuple[bool, int, int, Place]:
    first = row.family.witnesses[0].place
    return row.family.boilerplate, -len(row.family.witnesses), -len(first.span), first


def _family_row(
    snapshot: Snapshot,
    family: Family,
    texts: Texts,
    digests: Mapping[PairKey, PairDigest],
    marked: Mapping[int, list[tuple[Target, str]]],
) -> FamilyRow:
    base = snapshot.base(family).place
    articles = [snapshot.article[witness.place.article_id] for witness in family.witnesses]
    found = [mark for witness in family.witnesses for mark in _marks_within(witness.place, marked)]
    codes = dict.fromkeys(code for _, code in found if code)
    return FamilyRow(
        family,
        _wording(base, texts)[:_EXCERPT],
        tuple(dict.fromkeys(article.outlet or OUTLET_UNKNOWN for article in articles)),
        date_range(articles),
        family_digest(pairs_of(snapshot, family), digests),
        tuple(snapshot.code[code] for code in codes if code in snapshot.code),
        sum(not code for _, code in found),
        " ".join(_wording(witness.place, texts) for witness in family.witnesses),
    )


def _wording(place: Place, texts: Texts) -> str:
    """What stands at a place, on one line."""
    return " ".join(place.span.of(texts.get(place.article_id, "")).split())


def _marked_places(snapshot: Snapshot) -> Mapping[int, list[tuple[Target, str]]]:
    """Tags (with the id of their code) and notes (with an empty one) by article."""
    found: dict[int, list[tuple[Target, str]]] = defaultdict(list)
    for tag in snapshot.tags:
        found[tag.target.place.article_id].append((tag.target, tag.code_id))
    for note in snapshot.notes:
        found[note.target.place.article_id].append((note.target, ""))
    return found


def _marks_within(place: Place, marked: Mapping[int, list[tuple[Target, str]]]) -> Iterable[tuple[Target, str]]:
    return (mark for mark in marked.get(place.article_id, ()) if place.span.contains(mark[0].place.span))


def article_rows(snapshot: Snapshot, shared: Mapping[int, Shared]) -> list[ArticleRow]:
    """The articles, in the order of import, with what they share apart from boilerplate."""
    return [
        ArticleRow(
            article,
            snapshot.source[article.source_id].name if article.source_id in snapshot.source else "",
            shared.get(article.id),
        )
        for article in snapshot.articles
    ]
