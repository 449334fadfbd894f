"""What the lists show, row by row, made from a case before anything is painted."""

from collections.abc import Mapping
from dataclasses import dataclass

from ui.desktop.case.digest import Digest, Texts
from ui.desktop.case.family_book import FamilyBook
from ui.desktop.case.reviewed import Reviewed
from ui.desktop.case.studies import Shared
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
from workbench.model import Article, Code, Family, Place
from workbench.snapshot import Snapshot
from workbench.text.lines import one_line
from workbench.text.sentence_parts import percent

_EXCERPT = 240
_MOST_OUTLETS, _MOST_SENTENCES = 2, 10


@dataclass(frozen=True, slots=True)
class FamilyRow:
    """A family as the list shows it; `digest` and `reviewed` are `None` while the edits are being counted."""

    family: Family
    excerpt: str
    outlets: tuple[str, ...]
    dates: str
    digest: Digest | None
    codes: tuple[Code, ...]
    notes: tuple[str, ...]
    reviewed: Reviewed | None

    @property
    def spoken(self) -> str:
        """The row in words."""
        parts = [shortened(self.excerpt, 120), count(len(self.family.witnesses), "witness", "witnesses")]
        parts += [listed(self.outlets), self.dates, self.edits_words]
        if self.digest:
            parts.append(listed((LABEL_WORDS[kind] for kind, _ in self.digest.labels), 4))
        if self.codes:
            parts.append("tagged " + listed(code.name for code in self.codes))
        parts += [f"note: {shortened(note, 80)}" for note in self.notes[:1]]
        parts += [count(len(self.notes) - 1, "further note")] if len(self.notes) > 1 else []
        parts.append(self.reviewed.state if self.reviewed and self.reviewed.total else "")
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
        style = self.digest.style
        if not self.digest.edits:
            return f"{count(style, 'edit')} of style" if style else "word for word"
        more = f" + {style:,} of style" if style else ""
        return f"{count(self.digest.edits, 'edit')}{more}, {max(1, round(self.digest.share * 100))} % of the text"


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
    def searched(self) -> tuple[str, ...]:
        """What the filter looks at."""
        article = self.article
        return article.title, outlet_words(article), date_words(article.published), article.byline, self.source


def family_row(book: FamilyBook, number: int) -> FamilyRow:
    """A family as it stands now."""
    family, snapshot, marks = book.family(number), book.snapshot, book.marks(number)
    articles = [snapshot.article[witness.place.article_id] for witness in family.witnesses]
    return FamilyRow(
        family,
        _wording(book.base(number).place, book.texts)[:_EXCERPT],
        tuple(dict.fromkeys(article.outlet or OUTLET_UNKNOWN for article in articles)),
        date_range(articles),
        book.digest(number),
        tuple(snapshot.code[code] for code in marks.codes if code in snapshot.code),
        marks.notes,
        book.reviewed(number),
    )


def _wording(place: Place, texts: Texts) -> str:
    """What stands at a place, on one line."""
    return one_line(place.span.of(texts.get(place.article_id, "")))


def article_row(snapshot: Snapshot, article_id: int, shared: Mapping[int, Shared]) -> ArticleRow:
    """An article with what it shares apart from boilerplate."""
    article = snapshot.article[article_id]
    source = snapshot.source.get(article.source_id)
    return ArticleRow(article, source.name if source else "", shared.get(article_id))
