"""The report's own words: dates, counts and labels as a reader sees them. English, whatever the system's language."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime

from workbench.amendments_told import basis_in_words
from workbench.comparing.labels import TOO_DIFFERENT
from workbench.model import DatePrecision, PublicationDate
from workbench.reporting.model import Count, Reference, Report, ReportFamily, ReportWitness
from workbench.rulings import Verdict, Word
from workbench.settings import told
from workbench.text.lines import one_line
from workbench.text.sentence_parts import counted

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def when(published: PublicationDate) -> str:
    """A date of publication with its precision: `12 October 2016, 08:15`, `October 2016`, `date unknown: …`."""
    if published.precision is DatePrecision.UNKNOWN or not published.iso:
        return "date unknown: the page states none"
    if published.precision is DatePrecision.YEAR:
        return published.iso
    if published.precision is DatePrecision.MONTH:
        year, month = published.iso.split("-")[:2]
        return f"{MONTHS[int(month) - 1]} {year}"
    return _day_and_time(published)


def _day_and_time(published: PublicationDate) -> str:
    try:
        moment = datetime.fromisoformat(published.iso)
    except ValueError:
        return published.iso
    day = _day(moment)
    if published.precision is DatePrecision.DAY:
        return day
    zone = f" {moment:%Z}" if moment.tzinfo else ""
    return f"{day}, {moment:%H:%M}{zone}"


def day_in_words(moment: datetime) -> str:
    """The day of a moment of the program's own, in UTC: `22 November 2026`."""
    return _day(moment.astimezone(UTC))


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def moment_in_words(moment: datetime) -> str:
    """A moment of the program's own: `22 November 2026, 01:12 UTC`."""
    utc = moment.astimezone(UTC)
    return f"{_day(utc)}, {utc:%H:%M} UTC"


def method(report: Report, words: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """How the report was made, title and text, with what holds for this case in its place."""
    every = told(report.settings)
    standing = " ".join(f"{one.name}: {one.value}. {one.meaning}" for one in every)
    defaults = "" if any(one.changed for one in every) else " These are the defaults."
    for title, text in words.items():
        yield (
            title,
            text.format(
                settings=standing,
                defaults=defaults,
                words=basis_in_words(report.words),
                by_hand=report.by_hand,
                reviewed=reviewed_in_words(report),
            ),
        )


def outlet(where: Reference) -> str:
    """Who published it, and who carried it when that was someone else."""
    name = one_line(where.outlet) or "outlet unknown"
    return f"{name}, carried by {one_line(where.republisher)}" if where.republisher else name


def label(word: str) -> str:
    """A label as a reader sees it."""
    return word.replace("-", " ")


def by_hand(verdict: Verdict | None) -> str:
    """What a person said of the labels, to stand after those of the program: `→ wording by hand`."""
    if verdict is None:
        return ""
    word = (
        ", ".join(label(kind.value) for kind in verdict.labels) if verdict.word is Word.CHANGED else verdict.word.value
    )
    then = ", ".join(label(kind.value) for kind in verdict.then) or "nothing"
    return f"→ {word} by hand" + (f", when the program said {then}" if verdict.otherwise else "")


def blank(text: str) -> str:
    """What to say of text without words: `nothing`, `a space`, `a line break`."""
    if not text:
        return "nothing"
    if "\n" in text or "\r" in text:
        return "a line break"
    return "a no-break space" if "\u00a0" in text else "a space" if len(text) == 1 else "spaces"


def summary(witness: ReportWitness) -> str:
    """What was done to a witness, in one line: `3 edits: 2 wording, name`."""
    if witness.base:
        return "the others are compared with this one"
    if not witness.edits:
        return "the same, character for character"
    if any(label.reason == TOO_DIFFERENT for edit in witness.edits for label in edit.labels):
        return TOO_DIFFERENT
    if not witness.changed:
        return f"the same words, {counted(len(witness.edits), 'difference')} of style"
    kinds = ", ".join(_several(count) for count in witness.labels if count.word != "style")
    style = len(witness.edits) - witness.changed
    return f"{counted(witness.changed, 'edit')}: {kinds}" + (f"; {style} of style" if style else "")


def _several(count: Count) -> str:
    return f"{count.number} {label(count.word)}" if count.number > 1 else label(count.word)


def facts(family: ReportFamily) -> str:
    """The family in one line: how many witnesses, outlets, edits, and over what time."""
    parts = [
        counted(len(family.witnesses), "witness", "witnesses"),
        counted(family.outlets, "outlet"),
        counted(family.changed, "edit"),
        _range([witness.where.published for witness in family.witnesses]),
        _reviewed(family),
    ]
    return " · ".join(part for part in parts if part)


def _reviewed(family: ReportFamily) -> str:
    """Whether a person marked the edits as reviewed. Differences of style are among them, so no number stands here."""
    done = {edit.reviewed for witness in family.witnesses for edit in witness.edits}
    return "" if True not in done else "reviewed in part" if False in done else "all edits reviewed"


def reviewed_in_words(report: Report) -> str:
    """How many edits a person marked as reviewed, in a sentence."""
    edits = [edit for family in report.families for witness in family.witnesses for edit in witness.edits]
    done = sum(edit.reviewed for edit in edits)
    if not done:
        return "No edit was marked as reviewed by a person."
    how_many = f"All {len(edits):,} edits" if done == len(edits) else f"{done:,} of {len(edits):,} edits"
    were = "was" if done == 1 else "were"
    return f"{how_many} {were} marked as reviewed by a person, differences of style counted among them."


def because(family: ReportFamily) -> str:
    """Why the family was found, in one line."""
    if not family.because or len(family.witnesses) < 2:
        return ""
    how = "What they share" if family.by_hand else "Found because"
    return f"{how}: {one_line(family.because)} (the base beside {outlet(family.witnesses[1].where)})."


def _range(dates: list[PublicationDate]) -> str:
    """From the first to the last day, and how many witnesses are undated."""
    known = sorted((published for published in dates if published.iso), key=lambda published: published.iso + "~")
    if not known:
        return ""
    first, last = (when(known[k]).partition(", ")[0] for k in (0, -1))
    undated = f", {len(dates) - len(known)} undated" if len(known) < len(dates) else ""
    return (first if first == last else f"{first} to {last}") + undated
