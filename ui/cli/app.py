"""The way into the command line, and how its failures are told: one sentence and an exit status."""

import io
import os
import sys
import tomllib
from collections.abc import Callable, Sequence
from typing import Any

import click

from ui.cli.case_commands import align, compare, export, import_
from ui.cli.engine_commands import engine
from ui.cli.explain_command import explain
from ui.cli.figures_command import figures
from ui.cli.history_command import history
from ui.cli.settings_command import settings
from ui.cli.sources_command import sources
from ui.cli.words_command import words
from ui.desktop.crash import CrashHook
from workbench.errors import Cancelled, UserError
from workbench.ports import OpenCase
from workbench.resources import RESOURCES

CRASHED = 1
"""The exit status of a mistake of ours."""
FAILED = 2
"""The exit status of anything a user can mend."""
INTERRUPTED = 130
"""The exit status after Ctrl+C, as shells have it."""
PIPE_CLOSED = 141
"""The exit status when the reader of our output went away, as shells have it."""

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
        commands=[import_, align, settings, words, explain, sources, figures, history, export, compare, engine],
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


def guarded(work: Callable[[], Any]) -> int:
    """Do the work of a command and return its exit status; whatever goes wrong is told in one sentence."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a console that has no curly quotes gets question marks
    try:
        status = work()
        sys.stdout.flush()
    except click.exceptions.Exit as wanted:  # after --help and --version
        return wanted.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return FAILED
    except click.ClickException as error:
        return _told(_usage(error))
    except UserError as error:
        return _told(str(error))
    except (KeyboardInterrupt, click.Abort, Cancelled):
        click.echo("\nStopped: what was finished before stays, nothing half-done was kept.", err=True)
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python complains when it flushes at exit
        return PIPE_CLOSED
    except Exception as error:  # noqa: BLE001 - the top-level hook
        CrashHook(lambda sentence: click.echo(f"Error: {sentence}", err=True)).report(error)
        return CRASHED
    return status if isinstance(status, int) else 0


def _told(sentence: str) -> int:
    click.echo(f"Error: {sentence}", err=True)
    return FAILED


def _usage(error: click.ClickException) -> str:
    context = error.ctx if isinstance(error, click.UsageError) else None
    sentence = error.format_message().strip().replace("\n", " ")
    return f"{sentence} (see “{context.command_path} --help”)" if context else sentence
