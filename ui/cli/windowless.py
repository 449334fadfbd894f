"""What a start without a display does: the work of the desktop's first minutes, told on the terminal."""

import os
import sys
from itertools import count as count_from
from pathlib import Path
from shutil import get_terminal_size
from textwrap import shorten

import click
from tabulate import tabulate

from ui.cli.steps import PROCESSORS, count, find_in, open_session, read_into, write_out
from workbench.model import Family
from workbench.ports import OpenCase
from workbench.session import Session
from workbench.visible import without_white_space_edits

_FIXED = 36
"""The columns that every row needs for number, date, edits and rules."""


def work_without_window(open_case: OpenCase, case: Path, import_first: Path | None) -> int:
    """Align the case where that is to be done, print its families as a table, write the report beside it.

    The sample case has a folder of its own, where its report is written anew; elsewhere nothing is replaced.
    """
    click.echo(f"There is no display to open a window on, so “{case.stem}” is worked on here, in the terminal.")
    with open_session(open_case, case, create=import_first is not None) as session:
        if import_first and not session.snapshot().sources:
            read_into(session, (import_first,))
        if not session.snapshot().aligned:
            find_in(session, PROCESSORS)
        click.echo(f"\n{families_table(session)}\n")
        report = case.with_suffix(".pdf")
        write_out(session, report if import_first else _free(report), "pdf")
    click.echo(f"The case is kept in {case}.")
    return 0


def _free(path: Path) -> Path:
    """The path, or while something stands there the next one with a number: `dam.pdf`, `dam (2).pdf`, `dam (3).pdf`."""
    names = (path if number == 1 else path.with_stem(f"{path.stem} ({number})") for number in count_from(1))
    return next(name for name in names if not os.path.lexists(name))


def families_table(session: Session) -> str:
    """The families of a case as a table of text, the largest first; those of boilerplate are counted below it."""
    families = session.snapshot().families
    shown = sorted((family for family in families if not family.boilerplate), key=lambda f: -len(f.witnesses))
    rows = [(number, *_row(session, family)) for number, family in enumerate(shown, 1)]
    if not rows:
        return "The articles share no passages."
    head = ("", "Passage, as the base has it", "Outlets, the base first", "First on", "Edits")
    free = max(44, min(get_terminal_size((120, 24)).columns, 140) - _FIXED)
    widths = [3, free * 2 // 3, free // 3, 10, 5]
    table = tabulate(rows, head, tablefmt=rules_of_tables(), maxcolwidths=widths, disable_numparse=True)
    apart = len(families) - len(shown)
    return f"{table}\nSet apart as boilerplate: {count(apart, 'family', 'families')}." if apart else table


def rules_of_tables() -> str:
    """The rules between the cells of a table, as far as the terminal can draw them."""
    return "simple_grid" if _shows("│") else "grid"


def _shows(character: str) -> bool:
    """Whether the terminal has a character."""
    try:
        character.encode(sys.stdout.encoding)
    except (LookupError, UnicodeEncodeError):
        return False
    return True


def _row(session: Session, family: Family) -> tuple[str, str, str, str]:
    snapshot = session.snapshot()
    base, others = snapshot.base(family), snapshot.others(family)
    articles = [snapshot.article[witness.place.article_id] for witness in (base, *others)]
    outlets = dict.fromkeys(article.outlet or article.title or "unnamed" for article in articles)
    comparisons = (session.comparison(family, base, other) for other in others)
    edits = sum(len(without_white_space_edits(c.edits, c.base_text, c.witness_text)) for c in comparisons)
    text = base.place.span.of(session.store.texts({base.place.article_id})[base.place.article_id])
    return (
        shorten(text, 160, placeholder=" …"),
        ", ".join(outlets),
        articles[0].published.iso[:10] or "unknown",
        str(edits),
    )
