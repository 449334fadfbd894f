"""What happens when the program itself is wrong: one sentence in the window, the rest in a log file."""

import sys
import threading
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from platformdirs import user_log_path

Tell = Callable[[str], None]
"""Shows a sentence to the person."""


class CrashHook:
    """Takes every exception that nothing else took. The case file is safe: what was decided is already in it."""

    def __init__(self, tell: Tell, folder: Path | None = None) -> None:
        self._tell = tell
        self._folder = folder or user_log_path("Variorum", appauthor=False)

    @property
    def log(self) -> Path:
        """The log file."""
        return self._folder / "variorum.log"

    def install(self) -> None:
        """Become the hook of the interpreter and of its threads."""
        sys.excepthook = self._hook
        threading.excepthook = lambda args: self.report(args.exc_value) if args.exc_value else None

    def report(self, error: BaseException) -> None:
        """Write an exception to the log and say so."""
        written = self._write(error)
        where = f"what happened is written in {self.log}" if written else "the log file could not be written"
        self._tell(f"Something went wrong inside Variorum. Your case is safe; {where}.")

    def _write(self, error: BaseException) -> bool:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with self.log.open("a", encoding="utf-8") as file:
                file.write(f"\n{datetime.now(UTC).isoformat(timespec='seconds')}\n")
                file.writelines(traceback.format_exception(error))
        except OSError:
            return False
        return True

    def _hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.report(error)
