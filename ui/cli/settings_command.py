"""The settings of a case on the command line: shown as a table, set by options."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from shutil import get_terminal_size
from typing import Any, TypeVar

import click
from tabulate import tabulate

from ui.cli.steps import open_session, verbatim
from ui.cli.windowless import rules_of_tables
from workbench.ports import OpenCase
from workbench.session import Session
from workbench.settings import Sensitivity, Settings, told

_ANY = "any"
_Command = TypeVar("_Command", bound=Callable[..., Any])


class _Days(click.ParamType[int | str]):
    """A number of days, or `any`."""

    name = "days"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int | str:
        """The number, or `any` as it stands."""
        if value == _ANY or isinstance(value, int):
            return _ANY if value == _ANY else int(value)
        try:
            return int(value)
        except ValueError:
            self.fail(f"“{value}” is neither a number of days nor “{_ANY}”.", param, ctx)


_OPTIONS = (
    click.option(
        "--sensitivity",
        type=click.Choice([one.value for one in Sensitivity]),
        help="How little two passages may have in common to be found.",
    ),
    click.option("--shortest", type=int, metavar="WORDS", help="Leave out passages of fewer words."),
    click.option(
        "--boilerplate/--no-boilerplate", default=None, help="Keep donation lines, licences and the like, set apart."
    ),
    click.option(
        "--same-outlet/--different-outlets",
        default=None,
        help="Keep passages that one outlet alone carries, in several of its articles.",
    ),
    click.option(
        "--days",
        type=_Days(),
        metavar="N",
        help=f"Renderings published more than N days apart are families of their own; “{_ANY}” for no such limit.",
    ),
)


def settings_options(command: _Command) -> _Command:
    """Give a command the options that set how passages are found, each `None` unless it is used."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def set_in(session: Session, wanted: dict[str, Any]) -> bool:
    """Change the settings of a case by the options that were used; whether anything is different from before."""
    before = session.snapshot().settings
    after = changed(before, wanted)
    session.change_settings(after)
    return after != before


def changed(settings: Settings, wanted: dict[str, Any]) -> Settings:
    """The settings with what the options say; raises `UserError` for numbers that make no sense."""
    used = {name: value for name, value in wanted.items() if value is not None}
    if "sensitivity" in used:
        used["sensitivity"] = Sensitivity(used["sensitivity"])
    if used.get("days") == _ANY:
        used["days"] = None
    return replace(settings, **used)


@click.command(
    epilog=verbatim(
        "Examples:\n"
        "  main.py settings dam.variorum\n"
        "  main.py settings dam.variorum --sensitivity sensitive --shortest 8\n"
        "  main.py settings dam.variorum --no-boilerplate --different-outlets --days 30\n"
        "  main.py settings dam.variorum --defaults"
    )
)
@click.argument("case", type=click.Path(path_type=Path))
@settings_options
@click.option("--defaults", is_flag=True, help="Go back to the defaults; other options count from there.")
@click.pass_obj
def settings(open_case: OpenCase, /, case: Path, defaults: bool, **wanted: Any) -> None:
    """Show how passages are found in a case, or set it.

    The settings are kept in the case and stand in its report. The next “align” uses them. In the desktop the change can
    be undone like any decision.
    """
    with open_session(open_case, case) as session:
        if defaults:
            wanted = _all_of(Settings()) | {name: value for name, value in wanted.items() if value is not None}
        if any(value is not None for value in wanted.values()):
            set_in(session, wanted)
        click.echo(settings_table(session.snapshot().settings))
        if session.snapshot().families and not session.snapshot().aligned:
            click.echo("The families in the case are not those of these settings and articles; “align” finds them.")


def _all_of(plain: Settings) -> dict[str, Any]:
    """The options that would set all of some settings."""
    return {
        "sensitivity": plain.sensitivity.value,
        "shortest": plain.shortest,
        "boilerplate": plain.boilerplate,
        "same_outlet": plain.same_outlet,
        "days": _ANY if plain.days is None else plain.days,
    }


def settings_table(shown: Settings) -> str:
    """The settings as a table of text; a star marks those that are not the defaults."""
    rows = [(one.name, f"{one.value} *" if one.changed else one.value, one.meaning) for one in told(shown)]
    width = max(30, min(get_terminal_size((100, 24)).columns, 120) - 44)
    table = tabulate(
        rows,
        ("Setting", "Set to", "Which means"),
        tablefmt=rules_of_tables(),
        maxcolwidths=[None, None, width],
        disable_numparse=True,
    )
    return f"{table}\n* not the default" if any(one.changed for one in told(shown)) else table
