"""A report as dicts, lists and strings, worded for the reader: what the PDF and HTML templates are filled with."""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable

from workbench.reporting.clean import flowing
from workbench.reporting.model import (
    Reference,
    Remark,
    Report,
    ReportEdit,
    ReportFamily,
    ReportWitness,
    RunKind,
    TextRun,
    outlet_key,
    sides,
)
from workbench.reporting.page_findings import Page, case_pages, finding_page, frame_page
from workbench.reporting.wording import (
    because,
    blank,
    by_hand,
    facts,
    label,
    method,
    moment_in_words,
    outlet,
    summary,
    when,
)
from workbench.resources import read_toml
from workbench.text.lines import beginning, one_line
from workbench.text.sentence_parts import counted

WHOLE = 1800
"""Up to this many characters, the renderings of a family are kept together on a page, which holds about 2,500."""

ROW = 900
"""Up to this many characters, a row of a table is kept together."""

TITLE = 240
"""How many characters of a headline or a byline are shown at most."""

HEADING_LENGTH = 68
"""How many characters of a passage its heading shows at most."""

_SHORT_TITLE = 70
_FRAME = 160
"""How many characters of a frame are shown on either side."""
_STYLE = "style"

_CLOSING = frozenset(".,;:!?)]}’”»…%'\"")
_OPENING = frozenset("([{‘“«$€£-–/")


def page_of(report: Report) -> Page:
    """Everything the templates print. Texts are flowing, but not yet cleaned of what a page cannot show."""
    words = read_toml("report/words.toml")
    return {
        "title": report.case,
        "running": beginning(report.case, 80),
        "kind": words["kind"],
        "about": words["about"],
        "made": moment_in_words(report.made),
        "program": report.program,
        "aligned": report.aligned,
        "counts": _counts(report),
        "method": [{"title": title, "text": text} for title, text in method(report, words["method"])],
        "legend": [{"kind": kind, "text": text} for kind, text in words["runs"].items()],
        "labels": [
            {"word": label(count.word), "meaning": words["labels"][count.word], "number": count.number}
            for count in report.labels
        ],
        "codes": [{"word": count.word, "number": count.number} for count in report.codes],
        "outlets": _outlets(report),
        "families": [_family(family) for family in report.families],
        "boilerplate": [_boilerplate(family) for family in report.boilerplate],
        "remarks": [_remark(remark) for remark in report.remarks],
        "sources": [_source(report, number) for number in range(len(report.sources))],
        **case_pages(report),
    }


def _counts(report: Report) -> list[Page]:
    numbers = (
        (len(report.sources), "source", "sources"),
        (len(report.articles), "article", "articles"),
        (report.outlets, "outlet", "outlets"),
        (len(report.families), "family", "families"),
        (report.witnesses, "witness", "witnesses"),
        (report.edits, "edit", "edits"),
    )
    return [{"number": f"{number:,}", "word": one if number == 1 else many} for number, one, many in numbers]


def _outlets(report: Report) -> list[Page]:
    """What each outlet did over all families, the busiest first; typography does not count."""
    names: dict[str, str] = {}
    passages: Counter[str] = Counter()
    edits: Counter[str] = Counter()
    labels: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for witness in (witness for family in report.families for witness in family.witnesses):
        key = outlet_key(witness.where)
        names.setdefault(key, one_line(witness.where.outlet) or outlet(witness.where))
        passages[key] += 1
        edits[key] += witness.changed
        labels[key].update({count.word: count.number for count in witness.labels if count.word != _STYLE})
    return [
        {
            "outlet": names[key],
            "passages": passages[key],
            "edits": edits[key],
            "labels": ", ".join(f"{number} {label(word)}" for word, number in labels[key].most_common()) or "none",
        }
        for key in sorted(names, key=lambda key: (-edits[key], names[key]))
    ]


def _family(family: ReportFamily) -> Page:
    names = Counter(outlet(witness.where) for witness in family.witnesses)
    return {
        "number": family.number,
        "heading": beginning(family.base.text, HEADING_LENGTH),
        "facts": facts(family),
        "because": because(family),
        "by_hand": one_line(family.by_hand),
        "long": sum(len(run.text) for witness in family.witnesses for run in witness.runs) > WHOLE,
        "witnesses": [_witness(witness, names[outlet(witness.where)] > 1) for witness in family.witnesses],
        "edited": [_edited(witness) for witness in family.witnesses if witness.edits],
        "tagged": any(edit.remark for witness in family.witnesses for edit in witness.edits),
        "remarks": [_remark(remark) for remark in family.remarks],
        "finding": finding_page(family),
    }


def _witness(witness: ReportWitness, ambiguous: bool) -> Page:
    """One rendering; its headline is shown where the outlet alone does not tell which article it is from."""
    return {
        "title": beginning(witness.where.title, _SHORT_TITLE) if ambiguous else "",
        "before": beginning_of_frame(witness.before),
        "after": end_of_frame(witness.after),
        "outlet": outlet(witness.where),
        "when": when(witness.where.published),
        "base": witness.base,
        "summary": summary(witness),
        "direction": direction(witness.text),
        "language": witness.where.language,
        "long": len(witness.text) > ROW,
        "runs": [{"kind": run.kind.value, "text": run.text} for run in shown_runs(witness.runs)],
        "remark": _remark(witness.remark) if witness.remark else None,
        "where": _where(witness.where),
        "frame": frame_page(witness.frame),
    }


def _edited(witness: ReportWitness) -> Page:
    return {
        "witness": f"{outlet(witness.where)}, {when(witness.where.published)}",
        "edits": [_edit(edit) for edit in witness.edits],
    }


def _edit(edit: ReportEdit) -> Page:
    return {
        "number": edit.number,
        "base": _side(edit.base_text),
        "witness": _side(edit.text),
        "long": len(edit.base_text) + len(edit.text) + len(edit.remark.note if edit.remark else "") > ROW,
        "kinds": [kind.value for kind in sides(edit.labels)],
        "labels": [{"word": label(found.kind.value), "reason": found.reason} for found in edit.labels],
        "ruled": edit.verdict is not None,
        "by_hand": by_hand(edit.verdict),
        "remark": _remark(edit.remark) if edit.remark else None,
    }


def _side(text: str) -> Page:
    """One side of an edit: its words, and what to say where there are none."""
    return {"text": flowing(text).strip(), "blank": blank(text)}


def _remark(remark: Remark) -> Page:
    places = [_place(remark.where)] + ([_place(remark.base_where)] if remark.base_where else [])
    return {
        "codes": [{"name": code.name, "colour": code.colour} for code in remark.codes],
        "note": remark.note.strip(),
        "witness": _side(remark.text),
        "base": _side(remark.base_text) if remark.base_where else None,
        "places": places,
    }


def _place(where: Reference) -> str:
    return f"{outlet(where)}, {when(where.published)}; {one_line(where.source.name)}, characters {_characters(where)}"


def _characters(where: Reference) -> str:
    return f"{where.span.start} to {where.span.end}"


def _where(where: Reference) -> Page:
    return {
        "title": beginning(where.title, TITLE) or "no headline",
        "byline": beginning(where.byline, TITLE),
        "url": one_line(where.url),
        "evidence": beginning(where.published.evidence, TITLE),
        "file": one_line(where.source.name),
        "sha256": where.source.sha256,
        "characters": _characters(where),
    }


def _boilerplate(family: ReportFamily) -> Page:
    outlets = sorted({witness.where.outlet for witness in family.witnesses if witness.where.outlet})
    return {
        "heading": beginning(family.base.text, 160),
        "witnesses": counted(len(family.witnesses), "witness", "witnesses"),
        "by_hand": one_line(family.by_hand),
        "outlets": ", ".join(outlets[:6]) + (f" and {len(outlets) - 6} more" if len(outlets) > 6 else ""),
    }


def _source(report: Report, number: int) -> Page:
    source = report.sources[number]
    articles = sum(article.source.id == source.id for article in report.articles)
    return {
        "number": number + 1,
        "name": one_line(source.name),
        "sha256": source.sha256,
        "facts": f"{source.media_type}, {source.encoding or 'encoding unknown'}, "
        f"{counted(articles, 'article')}, imported {moment_in_words(source.imported)}",
    }


def shown_runs(runs: Iterable[TextRun]) -> list[TextRun]:
    """The runs as they are set: flowing, the white space around marked words unmarked.

    A space is put wherever removed words would touch the words beside them.
    """
    shown: list[TextRun] = []
    for run in runs:
        for piece in _pieces(TextRun(flowing(run.text), run.kind)):
            before = shown[-1].text[-1:] if shown else ""
            text = piece.text
            if not shown or before.isspace():
                text = text.lstrip(" \n")
            elif _touching(shown[-1], piece):
                shown.append(TextRun(" "))
            if text:
                shown.append(TextRun(text, piece.kind))
    return shown


def _pieces(run: TextRun) -> list[TextRun]:
    """A run with the white space at its ends apart, unmarked; nothing is apart in text that is equal."""
    core = run.text.strip()
    if run.kind is RunKind.EQUAL or len(core) == len(run.text):
        return [run]
    if not core:
        return [] if run.away else [TextRun(run.text)]
    start = run.text.index(core)
    return [TextRun(run.text[:start]), TextRun(core, run.kind), TextRun(run.text[start + len(core) :])]


def _touching(last: TextRun, run: TextRun) -> bool:
    """Whether one of two neighbours is removed and would run into the other."""
    return (last.away or run.away) and _touch(last.text[-1:], run.text[:1])


def _touch(before: str, after: str) -> bool:
    """Whether two characters would run two words together."""
    if not before or not after or before.isspace() or after.isspace():
        return False
    return before not in _OPENING and after not in _CLOSING


def beginning_of_frame(text: str) -> str:
    """The frame before a passage as it is set, its end if it is long."""
    shown = flowing(text).lstrip()
    return shown if len(shown) <= _FRAME else "… " + shown[-_FRAME:].partition(" ")[2]


def end_of_frame(text: str) -> str:
    """The frame after a passage as it is set, its beginning if it is long."""
    shown = flowing(text).rstrip()
    return shown if len(shown) <= _FRAME else shown[:_FRAME].rpartition(" ")[0] + " …"


def direction(text: str) -> str:
    """`rtl` when the first letter of `text` runs from right to left (UAX 9, rules P2 and P3), else `ltr`."""
    for character in text:
        strong = unicodedata.bidirectional(character)
        if strong in ("R", "AL", "L"):
            return "ltr" if strong == "L" else "rtl"
    return "ltr"
