"""How witnesses are called in sentences: by their outlet, and where an outlet has several by outlet and date."""

from collections import Counter
from collections.abc import Iterable, Mapping

from workbench.model import Article, DatePrecision, Place, PublicationDate, outlet_name
from workbench.text.lines import one_line

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_LONGEST_TITLE = 28


def names_of(places: Iterable[Place], articles: Mapping[int, Article]) -> dict[Place, str]:
    """A name for each place: `The Sun`, `RT News (12 October 2016)`, and for two of one day their headlines."""
    unique = sorted(set(places))
    names = {place: outlet_of(articles[place.article_id]) for place in unique}
    for told_apart in (_with_date, _with_title, _with_number):
        counts = Counter(outlet_name(name) for name in names.values())
        for place, name in names.items():
            if counts[outlet_name(name)] > 1:
                names[place] = told_apart(articles[place.article_id], place)
    return names


def outlet_of(article: Article) -> str:
    """The outlet as it is called in a sentence; an article that names none by its headline."""
    name = one_line(article.outlet)
    return name or (f"“{_cut(article.title)}”" if article.title.strip() else f"article {article.id}")


def _with_date(article: Article, _: Place) -> str:
    told = date_told(article.published)
    return f"{outlet_of(article)} ({told})" if told else f"{outlet_of(article)} (no date)"


def _with_title(article: Article, _: Place) -> str:
    title = _cut(article.title) or f"article {article.id}"
    told = date_told(article.published)
    return f"{outlet_of(article)} ({told + ', ' if told else ''}“{title}”)"


def _with_number(article: Article, place: Place) -> str:
    return f"{_with_title(article, place)[:-1]}, article {article.id}, from character {place.span.start:,})"


def date_told(published: PublicationDate) -> str:
    """A date as it is written in a sentence, `12 October 2016`; empty when there is none."""
    if published.precision is DatePrecision.UNKNOWN or not published.iso:
        return ""
    parts = published.iso[:10].split("-")
    try:
        month = _MONTHS[int(parts[1]) - 1] if len(parts) > 1 else ""
        day = str(int(parts[2])) if len(parts) > 2 else ""
    except (ValueError, IndexError):
        return published.iso
    return " ".join(part for part in (day, month, parts[0]) if part)


def when(published: PublicationDate, other: PublicationDate) -> str:
    """A date as it is told beside another: with the time of day where both are of one day."""
    clock = published.iso[11:16] if published.iso[:10] == other.iso[:10] else ""
    return f"{date_told(published)}{f', {clock}' if clock else ''}"


def _cut(text: str) -> str:
    text = one_line(text)
    return (
        text
        if len(text) <= _LONGEST_TITLE
        else f"{text[:_LONGEST_TITLE].rpartition(' ')[0] or text[:_LONGEST_TITLE]} …"
    )
