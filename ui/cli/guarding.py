"""How failures are told: one sentence and an exit status."""

import io
import os
import sys
from collections.abc import Callable
from typing import Any

import click

from workbench.errors import Cancelled, UserError

CRASHED = 1
"""The exit status of a mistake of ours."""
FAILED = 2
"""The exit status of anything a user can mend."""
INTERRUPTED = 130
"""The exit status after Ctrl+C, as shells have it."""
PIPE_CLOSED = 141
"""The exit status when the reader of our output went away, as shells have it."""


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
        from ui.desktop.crash import CrashHook

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
