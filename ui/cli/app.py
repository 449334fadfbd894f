"""The way into the command line."""

import tomllib
from collections.abc import Sequence

import click

from ui.cli.case_commands import align, compare, export, import_
from ui.cli.codebook_command import codebook
from ui.cli.engine_commands import engine
from ui.cli.explain_command import explain
from ui.cli.figures_command import figures
from ui.cli.guarding import guarded
from ui.cli.history_command import history
from ui.cli.settings_command import settings
from ui.cli.sources_command import sources
from ui.cli.words_command import words
from workbench.ports import OpenCase
from workbench.resources import RESOURCES

_HELP = """Find the passages that news outlets share, and what each outlet did to them.

    Without a command the desktop opens on the case used last, or on the sample case; with the name of a case file
    alone it opens that case.

    \b
    Examples:
      main.py                                        open the desktop
      main.py dam.variorum                           open the desktop on a case
      main.py compare saved-pages/ -o dam.pdf        a report in one go
      main.py import dam.variorum saved-pages/       step by step: collect,
      main.py align dam.variorum                     find the families,
      main.py export dam.variorum --format pdf -o dam.pdf

    \b
    Exit status: 0 when all went well, 2 when something is wrong with what was given (one sentence says what),
    130 after Ctrl+C.
    """


def build(open_case: OpenCase) -> click.Group:
    """The group of all commands, on cases that are opened by `open_case`."""
    group = click.Group(
        "main.py",
        commands=[
            import_,
            align,
            settings,
            words,
            codebook,
            explain,
            sources,
            figures,
            history,
            export,
            compare,
            engine,
        ],
        help=_HELP,
        context_settings={"obj": open_case, "help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    click.version_option(package_name=None, version=_version(), prog_name="Variorum")(group)
    return group


def _version() -> str:
    with (RESOURCES.parent / "pyproject.toml").open("rb") as file:
        return str(tomllib.load(file)["project"]["version"])


def run(arguments: Sequence[str], open_case: OpenCase) -> int:
    """Carry out one command line and return its exit status."""

    def invoke() -> object:
        group = build(open_case)
        with group.make_context("main.py", list(arguments)) as context:
            return group.invoke(context)

    return guarded(invoke)
