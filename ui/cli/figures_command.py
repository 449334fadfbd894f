"""Figures that conflict, on the command line: the pairs are listed, set aside and brought back."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from ui.cli.paragraphs import paragraph
from ui.cli.progress import progress
from ui.cli.steps import open_session, verbatim
from ui.figures import ENGLISH_ONLY, counted_pairs, in_order, none_found, others_line, sentence_of, sides_words
from workbench.errors import UserError
from workbench.figures.conflicts import conflicting_figures
from workbench.figures.model import Conflict
from workbench.figures.telling import agreement_lines, caution_lines
from workbench.ports import OpenCase
from workbench.session import Session

_LEAST_KEY = 4
"""How many characters of a key are enough to name it, where no other begins with them."""


@click.command(
    epilog=verbatim(
        "Examples:\n"
        "  main.py figures dam.variorum\n"
        "  main.py figures dam.variorum --set-aside 51daf1ea8f987f3d\n"
        "  main.py figures dam.variorum --all"
    )
)
@click.argument("case", type=click.Path(path_type=Path))
@click.option("--all", "every", is_flag=True, help="List the pairs that were set aside too, at the end.")
@click.option("--set-aside", "aside", metavar="KEY", help="Set a pair aside: it is left out of list and report.")
@click.option("--bring-back", "back", metavar="KEY", help="Bring a pair back that was set aside.")
@click.pass_obj
def figures(open_case: OpenCase, case: Path, every: bool, aside: str | None, back: str | None) -> None:
    """List the figures of a case that conflict.

    Two articles that give different numbers or dates for what looks like the same event are a pair, whether one was
    copied from the other or not; the likeliest come first. Each is told with both sentences, a score from 0 to 1, what
    agrees, what speaks against it, and the KEY by which it can be set aside; its first four characters will do. In the
    desktop both can be undone. Only English is read.
    """
    if aside is not None and back is not None:
        raise UserError("“--set-aside” and “--bring-back” exclude each other; give one of them.")
    with open_session(open_case, case) as session:
        if back is not None:
            _bring_back(session, back)
            return
        conflicts = _found(session)
        if aside is not None:
            _set_aside(session, conflicts, aside)
        else:
            click.echo("\n".join(_lines(session, conflicts, every=every)))


def _found(session: Session) -> list[Conflict]:
    snapshot, texts = session.snapshot(), session.store.texts()
    with snapshot.words.lexicon.in_force(), progress() as report:
        return conflicting_figures([(one, texts[one.id]) for one in snapshot.articles], report)


def _set_aside(session: Session, conflicts: Sequence[Conflict], given: str) -> None:
    by_key = {conflict.key: conflict for conflict in conflicts}
    key = _key_like(given, by_key, "pair of conflicting figures")
    known = key in session.snapshot().dismissals
    if not known:
        session.toggle_dismissal(key)
    click.echo(f"{'Was set aside already' if known else 'Set aside'}: {by_key[key].summary}")


def _bring_back(session: Session, given: str) -> None:
    key = _key_like(given, sorted(session.snapshot().dismissals), "pair that was set aside")
    session.toggle_dismissal(key)
    click.echo(f"Brought back: {key}.")


def _key_like(given: str, keys: Sequence[str] | dict[str, Conflict], what: str) -> str:
    """The key that is given, whole or by its beginning; raises `UserError` when it is none or more than one."""
    wanted = given.strip().casefold()
    found = [key for key in keys if key == wanted or (len(wanted) >= _LEAST_KEY and key.startswith(wanted))]
    if len(found) == 1:
        return found[0]
    if found:
        raise UserError(f"{len(found)} keys begin with “{given}”; give more of the one that is meant.")
    raise UserError(f"There is no {what} with the key “{given}”; “figures CASE --all” lists them with their keys.")


def _lines(session: Session, conflicts: Sequence[Conflict], *, every: bool) -> Iterator[str]:
    snapshot, texts = session.snapshot(), session.store.texts()
    shown = [one for one in in_order(conflicts, snapshot.dismissals) if every or one.key not in snapshot.dismissals]
    yield paragraph(f"{counted_pairs(conflicts, snapshot.dismissals)} {ENGLISH_ONLY}" if conflicts else _none(session))
    for number, conflict in enumerate(shown, start=1):
        mark = ", set aside" if conflict.key in snapshot.dismissals else ""
        yield ""
        yield paragraph(f"{number}. {conflict.summary}")
        yield paragraph(f"Score {conflict.score:.2f}, key {conflict.key}{mark}", 1)
        for side, who in zip((conflict.left, conflict.right), sides_words(conflict, snapshot.article), strict=True):
            yield paragraph(f"{who}: {sentence_of(side, texts)}", 1)
            if others := others_line(side, snapshot.article):
                yield paragraph(others, 2)
        yield paragraph(" ".join(agreement_lines(conflict)), 1)
        if conflict.cautions:
            yield paragraph(f"Against it: {' '.join(caution_lines(conflict))}", 1)


def _none(session: Session) -> str:
    return none_found(session.snapshot())
