"""The word lists of a case on the command line: shown, changed, shared as files."""

from collections.abc import Sequence
from pathlib import Path
from shutil import get_terminal_size

import click
from tabulate import tabulate

from ui.cli.output import check_out, put
from ui.cli.steps import count, open_session, verbatim
from workbench.amendments import Amended, Entry, State
from workbench.amendments_told import counted_changes, shown_version, version_notice
from workbench.errors import UserError
from workbench.ports import OpenCase
from workbench.word_files import read_changes, suffix_of, written
from workbench.word_lists import all_lists, is_list, list_named, lists_for, lists_version, short

_SIGNS = {State.SHIPPED: "", State.ADDED: "+", State.REMOVED: "−"}


@click.command(
    epilog=verbatim(
        "Examples:\n"
        "  main.py words dam.variorum\n"
        "  main.py words dam.variorum --find regime\n"
        "  main.py words dam.variorum --list hedges\n"
        "  main.py words dam.variorum --add loaded-nouns junta --remove hedges often\n"
        "  main.py words dam.variorum --move reporting-neutral reporting-claim declare\n"
        "  main.py words dam.variorum --add naming-groups 'Burma = Myanmar'\n"
        "  main.py words dam.variorum --export ours.toml\n"
        "  main.py words other.variorum --import ours.toml"
    )
)
@click.argument("case", type=click.Path(path_type=Path))
@click.option("--list", "shown", metavar="LIST", help="Show every entry of a list.")
@click.option("--find", metavar="WORD", help="Say in which lists a word or phrase stands.")
@click.option("--add", nargs=2, multiple=True, metavar="LIST ENTRY", help="Put an entry into a list.")
@click.option("--remove", nargs=2, multiple=True, metavar="LIST ENTRY", help="Take an entry out of a list.")
@click.option("--move", nargs=3, multiple=True, metavar="FROM TO ENTRY", help="Move an entry to another list.")
@click.option("--reset", is_flag=True, help="Go back to the program’s own lists; with --list, in that list alone.")
@click.option(
    "--import",
    "source",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Put the changes of a TOML or CSV file on top.",
)
@click.option(
    "--export", "out", type=click.Path(path_type=Path), metavar="FILE", help="Write the changes as TOML or CSV."
)
@click.option("--whole", is_flag=True, help="Export every entry, or those of --list, not the changes alone.")
@click.pass_obj
def words(
    open_case: OpenCase,
    /,
    case: Path,
    shown: str | None,
    find: str | None,
    add: tuple[tuple[str, str], ...],
    remove: tuple[tuple[str, str], ...],
    move: tuple[tuple[str, str, str], ...],
    reset: bool,
    source: Path | None,
    out: Path | None,
    whole: bool,
) -> None:
    """Show or change the word lists that labels come from.

    Changes belong to the case: its labels and its report follow them at once, and in the desktop they can be undone
    like any decision. All that one command changes is one step.
    """
    lists = lists_for(shown) if shown else ()
    kind = suffix_of(out) if out else ""
    if whole and not out:
        raise UserError("“--whole” says what to export; name a file with “--export”.")
    if out:
        check_out(out, [source] if source else [], case=case)
    wanted = read_changes(source) if source else []

    def changed(before: Amended) -> Amended:
        after = before.reset(shown) if reset else before
        after = after.merged(wanted)
        for list_id, entry in remove:
            after = after.remove(list_id, entry)
        for origin, target, entry in move:
            after = after.move(origin, target, entry)
        for list_id, entry in add:
            after = after.add(list_id, entry)
        return after

    with open_session(open_case, case) as session:
        before = session.snapshot().words
        after = session.change_words(changed).words
        if out:
            put(out, written(after, kind, whole=(lists or all_lists()) if whole else ()))
            click.echo(f"Wrote {out}.")
        elif find is not None:
            click.echo(_found(after, find))
        elif shown and not reset:
            click.echo(entries_table([entry for where in lists for entry in after.entries(where)]))
        else:
            _tell(before, after, len(wanted))


def _tell(before: Amended, after: Amended, wanted: int) -> None:
    """What is changed in the lists of a case by now."""
    if wanted:
        new = len({*after.amendments} - {*before.amendments}) + len({*before.amendments} - {*after.amendments})
        click.echo(f"Read {count(wanted, 'entry', 'entries')}: {count(new, 'change')}, the rest was so already.")
    click.echo(changes_table(after))
    if notice := version_notice(after):
        click.echo(notice)


def changes_table(words: Amended) -> str:
    """What was changed in the word lists, as a table of text, below a line that says which lists these are."""
    head = f"Word lists of Variorum {shown_version(lists_version())}"
    if not words.amendments:
        return f"{head}, unchanged in this case:\n{_lists_table(words)}"
    own = {(one.list_id, one.key) for one in words.amendments}
    entries = [e for where in all_lists() for e in words.entries(where) if (where.id, e.key) in own]
    lost = [one for one in words.amendments if not is_list(one.list_id)]
    rest = f"\nOf no effect, as this program has no such list: {count(len(lost), 'change')}." if lost else ""
    return f"{head}, with {counted_changes(words)}:\n{entries_table(entries)}{rest}"


def _lists_table(words: Amended) -> str:
    rows = [(where.id, len(words.entries(where)), where.meaning) for where in all_lists()]
    return _table(rows, ("List", "Entries", "What stands in it"))


def entries_table(entries: list[Entry]) -> str:
    """Entries with the lists they stand in; a sign marks those that a person put in or took out."""
    rows = [(_SIGNS[entry.state], entry.text, entry.list_id, entry.state.value) for entry in entries]
    return _table(rows, ("", "Entry", "List", "Which is"))


def _table(rows: Sequence[tuple[object, ...]], head: tuple[str, ...]) -> str:
    """A table with one line a row, as long as the terminal is wide enough for the longest cell."""
    width = max(30, get_terminal_size((100, 24)).columns - 44)
    widths = [width if name in ("Entry", "What stands in it") else None for name in head]
    return tabulate(rows, head, tablefmt="simple", maxcolwidths=widths, disable_numparse=True)


def _found(words: Amended, text: str) -> str:
    if not text.strip():
        raise UserError("Give a word or a phrase to find.")
    entries = words.entries_like(text)
    if not entries:
        return f"“{short(text)}” stands in none of the lists."
    meanings = dict.fromkeys(entry.list_id for entry in entries)
    told = "\n".join(f"{list_id}: {list_named(list_id).meaning}" for list_id in meanings)
    return f"{entries_table(entries)}\n{told}"
