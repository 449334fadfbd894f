"""How the window says things: dates, counts, edits. Every text that a screen reader speaks is made here."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from workbench.model import Article, DatePrecision, Edit, Label, LabelKind, PublicationDate, Source
from workbench.session import ImportResult
from workbench.snapshot import Snapshot
from workbench.text.lines import one_line
from workbench.text.sentence_parts import counted, joined

DATE_UNKNOWN = "date unknown"
OUTLET_UNKNOWN = "Outlet unknown"
ALTERED_QUOTE = "altered quote"
"""What is said of words that were changed inside quotation marks without a sign of it."""
_SPOKEN_LENGTH = 60

LABEL_WORDS: dict[LabelKind, str] = {
    **{kind: kind.value.replace("-", " ") for kind in LabelKind},
    LabelKind.LOADED: "loaded word",
    LabelKind.REPORT_VERB: "verb of saying",
}
"""The short word of each label."""

_FORMATS = {
    DatePrecision.TIME: "{d.day} {d:%b} {d.year}, {d:%H:%M}",
    DatePrecision.DAY: "{d.day} {d:%b} {d.year}",
    DatePrecision.MONTH: "{d:%B} {d.year}",
    DatePrecision.YEAR: "{d.year}",
}
_LENGTHS = {DatePrecision.TIME: 16, DatePrecision.DAY: 10, DatePrecision.MONTH: 7, DatePrecision.YEAR: 4}
_REST_OF_A_DAY = {DatePrecision.MONTH: "-01", DatePrecision.YEAR: "-01-01"}
_PRECISION_WORDS = {DatePrecision.MONTH: " (month only)", DatePrecision.YEAR: " (year only)"}


def date_words(published: PublicationDate) -> str:
    """A date as exactly as the page states it: `12 Oct 2016`, `October 2016 (month only)`, `date unknown`."""
    return short_date(published) + _PRECISION_WORDS.get(published.precision, "")


def short_date(published: PublicationDate) -> str:
    """A date as exactly as the page states it, its precision left to be seen: `October 2016`."""
    if published.precision is DatePrecision.UNKNOWN or not published.iso:
        return DATE_UNKNOWN
    stated, rest = published.iso[: _LENGTHS[published.precision]], _REST_OF_A_DAY.get(published.precision, "")
    try:
        moment = datetime.fromisoformat(stated + rest)
    except ValueError:
        return published.iso
    return _FORMATS[published.precision].format(d=moment)


def outlet_words(article: Article) -> str:
    """Who published an article, and who carried it."""
    outlet = article.outlet or OUTLET_UNKNOWN
    carried = article.republisher and article.republisher.casefold() != article.outlet.casefold()
    return f"{outlet}, carried by {article.republisher}" if carried else outlet


def article_words(article: Article) -> str:
    """An article in one phrase: outlet and date."""
    return f"{outlet_words(article)}, {date_words(article.published)}"


def source_words(source: Source) -> str:
    """The file an article came from."""
    return f"{source.name} · SHA-256 {source.sha256[:12]}…" if source.sha256 else source.name


count = counted
"""A number with its noun: `1 edit`, `12 edits`."""


def listed(words: Iterable[str], most: int = 3) -> str:
    """Words in a row, those beyond `most` counted: `A, B, C and 2 more`."""
    unique = list(dict.fromkeys(words))
    shown, more = unique[:most], len(unique) - most
    return ", ".join(shown) + (f" and {more} more" if more > 0 else "")


def some_of(words: Sequence[str], most: int) -> str:
    """Words in a row as a sentence has them, those beyond `most` counted: `A and B`, `A, B and 4 others`."""
    row = list(words) if len(words) <= most else [*words[: most - 1], f"{len(words) - most + 1} others"]
    return joined(row)


def shortened(text: str, most: int) -> str:
    """One line of at most `most` characters."""
    line = one_line(text)
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def label_words(labels: Sequence[Label]) -> str:
    """The labels of an edit: `number, quote`."""
    return ", ".join(LABEL_WORDS[label.kind] for label in labels) or "edit"


def edit_words(edit: Edit, base_text: str, witness_text: str) -> str:
    """What an edit does, to be spoken: `12 to 20`, `added “allegedly”`."""
    before, after = (_quoted(text) for text in (edit.base.of(base_text), edit.witness.of(witness_text)))
    moved = any(label.kind is LabelKind.MOVED for label in edit.labels)
    if not after:
        return f"{before} {'moved away' if moved else 'left out'}"
    if not before:
        return f"{after} {'moved here' if moved else 'put in'}"
    return f"{before} to {after}"


def _quoted(text: str) -> str:
    if text.isspace():
        return f"a {_space_words(text)}"
    return f"“{shortened(text, _SPOKEN_LENGTH)}”" if text else ""


def visible(text: str) -> str:
    """A text of white space alone in words; any other as it is."""
    return f"({_space_words(text)})" if text.isspace() else text


def _space_words(text: str) -> str:
    if "\n" in text:
        return "line break"
    return "no-break space" if {"\u00a0", "\u202f"} & set(text) else "space"


def spoken_edit(number: int, total: int, edit: Edit, base_text: str, witness_text: str) -> str:
    """An edit of a list, to be spoken: `Edit 4 of 12: number, “12” to “20”`."""
    return f"Edit {number} of {total}: {label_words(edit.labels)}, {edit_words(edit, base_text, witness_text)}"


def date_range(articles: Iterable[Article]) -> str:
    """From the earliest to the latest date of some articles, in a few words."""
    dates = [article.published for article in articles]
    known = sorted((date for date in dates if date.iso), key=lambda date: date.iso)
    if not known:
        return "dates unknown" if len(dates) > 1 else DATE_UNKNOWN
    first, last = (short_date(date).partition(",")[0] for date in (known[0], known[-1]))
    if first == last:
        return first
    if first[-5:] == last[-5:] and first[-5] == " ":
        first = first[:-5]
        if first[-4:] == last[-9:-5]:
            first = first[:-4]
    return f"{first} – {last}"


def case_words(snapshot: Snapshot, look_again: str) -> str:
    """What a case holds, for the status bar; `look_again` is the key that finds the passages anew."""
    shown = sum(not family.boilerplate for family in snapshot.families)
    stale = bool(snapshot.families) and not snapshot.aligned
    return (
        f"Articles or settings have changed since the passages were found: {look_again} looks again · " if stale else ""
    ) + " · ".join(
        (
            count(len(snapshot.articles), "article"),
            count(shown, "family", "families"),
            count(len(snapshot.tags), "tag"),
            count(len(snapshot.notes), "note"),
        )
    )


def aligned_sentence(snapshot: Snapshot) -> str:
    """What an alignment found, in a sentence."""
    boilerplate = sum(family.boilerplate for family in snapshot.families)
    found = count(len(snapshot.families) - boilerplate, "family", "families")
    apart = f", and {count(boilerplate, 'family', 'families')} of boilerplate" if boilerplate else ""
    return f"Found {found} of shared passages in {count(len(snapshot.articles), 'article')}{apart}."


def import_sentence(result: ImportResult) -> str:
    """What an import did, in a sentence."""
    parts = [f"{count(result.added, 'source')} imported"]
    if result.known:
        parts.append(f"{count(result.known, 'source')} already in the case")
    return ", ".join(parts) + "."


def refusal_sentence(result: ImportResult) -> str:
    """What an import refused, in a sentence; empty when it took everything."""
    if not result.refused:
        return ""
    if len(result.refused) == 1:
        return result.refused[0].reason
    rest = count(len(result.refused) - 1, "other file")
    return f"{result.refused[0].reason} {rest} could not be imported either: " + ", ".join(
        refusal.path.name for refusal in result.refused[1:6]
    )
