"""Choosing files and folders: dialogs that do not stop the window, and what was dropped on it."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeAlias

import platformdirs
from PySide6.QtCore import QMimeData, QTimer
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from ui.cases import is_there

CASE_SUFFIX = ".variorum"
_CASES = f"Variorum cases (*{CASE_SUFFIX});;All files (*)"
_TEXTS = "Saved pages and texts (*.html *.htm *.xhtml *.txt *.text *.md);;All files (*)"
_REPORTS = {"pdf": "PDF report", "html": "Web page", "json": "Data (JSON)", "csv": "Table (CSV)"}
_WORD_FILES = {"toml": "Word lists (TOML)", "csv": "Word lists (CSV)"}
_CODEBOOK_FILES = {"qdc": "REFI-QDA codebook", "csv": "Table (CSV)"}
_CODEBOOKS = "Codebooks (*.qdc *.csv)"
_WORDS = "Word lists (*.toml *.csv)"

Mode: TypeAlias = QFileDialog.FileMode
Accept: TypeAlias = QFileDialog.AcceptMode


class Chooser:
    """Opens one dialog at a time over its window: for cases where the last one lies, else in the folder last used."""

    def __init__(self, owner: QWidget) -> None:
        self._owner = owner
        self.folder = self.case_folder = documents_folder()

    def follow(self, case: Path) -> None:
        """A case was opened: go on from where it lies, but offer nobody the hidden folder of the program itself."""
        self.case_folder = case.parent
        self.folder = documents_folder() if _is_own(case) else case.parent

    def case_to_open(self, then: Callable[[Path], None]) -> None:
        """Ask for a case file."""
        dialog = self._ask("Open case", Mode.ExistingFile, Accept.AcceptOpen, _CASES, lambda paths: then(paths[0]))
        dialog.setDirectory(str(self.case_folder))

    def case_to_make(self, then: Callable[[Path], None]) -> None:
        """Ask where a new case file shall be."""
        dialog = self._ask("New case", Mode.AnyFile, Accept.AcceptSave, _CASES, lambda paths: then(paths[0]))
        dialog.setDefaultSuffix(CASE_SUFFIX.lstrip("."))

    def files_to_import(self, then: Callable[[Sequence[Path]], None]) -> None:
        """Ask for files."""
        self._ask("Import files", Mode.ExistingFiles, Accept.AcceptOpen, _TEXTS, then)

    def folder_to_import(self, then: Callable[[Sequence[Path]], None]) -> None:
        """Ask for a folder."""
        self._ask("Import a folder", Mode.Directory, Accept.AcceptOpen, "", then)

    def report_to_write(self, name: str, then: Callable[[Path, str], None]) -> None:
        """Ask where a report shall be; its suffix says which kind it is."""

        def chosen(paths: Sequence[Path]) -> None:
            kind = paths[0].suffix.lstrip(".").lower()
            then(paths[0], kind)

        filters = ";;".join(f"{words} (*.{kind})" for kind, words in _REPORTS.items())
        dialog = self._ask("Export report", Mode.AnyFile, Accept.AcceptSave, filters, chosen)
        dialog.setDefaultSuffix("pdf")
        dialog.filterSelected.connect(lambda text: dialog.setDefaultSuffix(text.rpartition("*.")[2].rstrip(")")))
        dialog.selectFile(f"{name}.pdf")

    def copy_to_save(self, name: str, then: Callable[[Path], None]) -> None:
        """Ask where a copy of the case shall be; what is there already is never overwritten."""
        dialog = self._ask("Save the case as a copy", Mode.AnyFile, Accept.AcceptSave, _CASES, lambda p: then(p[0]))
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.setDefaultSuffix(CASE_SUFFIX.lstrip("."))
        dialog.selectFile(f"{name}{CASE_SUFFIX}")

    def history_to_write(self, name: str, then: Callable[[Path], None]) -> None:
        """Ask where the history shall be written as a table."""
        filters = "Table (*.csv)"
        dialog = self._ask("Export the history", Mode.AnyFile, Accept.AcceptSave, filters, lambda p: then(p[0]))
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(f"{name} history.csv")

    def words_to_read(self, then: Callable[[Path], None]) -> None:
        """Ask for a file of changes to the word lists."""
        self._ask(
            "Import word lists", Mode.ExistingFile, Accept.AcceptOpen, f"{_WORDS};;All files (*)", lambda p: then(p[0])
        )

    def words_to_write(self, then: Callable[[Path], None]) -> None:
        """Ask where the changes to the word lists shall be written."""
        filters = ";;".join(f"{words} (*.{kind})" for kind, words in _WORD_FILES.items())
        dialog = self._ask("Export word lists", Mode.AnyFile, Accept.AcceptSave, filters, lambda p: then(p[0]))
        dialog.setDefaultSuffix("toml")
        dialog.filterSelected.connect(lambda text: dialog.setDefaultSuffix(text.rpartition("*.")[2].rstrip(")")))
        dialog.selectFile("word lists.toml")

    def codebook_to_read(self, then: Callable[[Path], None]) -> None:
        """Ask for a file with a codebook."""
        filters = f"{_CODEBOOKS};;All files (*)"
        self._ask("Import a codebook", Mode.ExistingFile, Accept.AcceptOpen, filters, lambda p: then(p[0]))

    def codebook_to_write(self, then: Callable[[Path], None]) -> None:
        """Ask where the codebook shall be written."""
        filters = ";;".join(f"{words} (*.{kind})" for kind, words in _CODEBOOK_FILES.items())
        dialog = self._ask("Export the codebook", Mode.AnyFile, Accept.AcceptSave, filters, lambda p: then(p[0]))
        dialog.setDefaultSuffix("qdc")
        dialog.filterSelected.connect(lambda text: dialog.setDefaultSuffix(text.rpartition("*.")[2].rstrip(")")))
        dialog.selectFile("codebook.qdc")

    def _ask(
        self, title: str, mode: Mode, accept: Accept, filters: str, then: Callable[[Sequence[Path]], None]
    ) -> QFileDialog:
        dialog = QFileDialog(self._owner, title, str(self.folder))
        dialog.setAccessibleName(title)
        dialog.setFileMode(mode)
        dialog.setAcceptMode(accept)
        if filters:
            dialog.setNameFilters(filters.split(";;"))

        def accepted() -> None:
            paths = [Path(name) for name in dialog.selectedFiles()]
            if paths:
                if accept is Accept.AcceptOpen or os.access(paths[0].parent, os.W_OK):
                    self.folder = paths[0].parent
                then(paths)

        dialog.accepted.connect(accepted)
        QTimer.singleShot(0, dialog, lambda: _select_stem(dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog


def _select_stem(dialog: QFileDialog) -> None:
    """Select the name that is proposed, without its ending; the system’s own dialogs do so themselves."""
    field = dialog.findChild(QLineEdit, "fileNameEdit")
    if isinstance(field, QLineEdit):
        field.setSelection(0, len(Path(field.text()).stem))


def documents_folder() -> Path:
    """Where a person keeps documents; the home folder where there is no such place."""
    documents = platformdirs.user_documents_path()
    return documents if documents.is_dir() else Path.home()


def _is_own(case: Path) -> bool:
    """Whether a case lies in the folder in which the program keeps its own data, as the sample case does."""
    return case.absolute().is_relative_to(platformdirs.user_data_path("Variorum", appauthor=False))


def dropped_paths(data: QMimeData) -> list[Path]:
    """The local files and folders of something dragged over the window."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def case_among(paths: Sequence[Path]) -> Path | None:
    """The case file among dropped files."""
    return next((path for path in paths if path.suffix.lower() == CASE_SUFFIX and is_there(path)), None)


def report_kind_sentence(kind: str) -> str:
    """Why a report of that kind cannot be written; empty when it can."""
    if kind in _REPORTS:
        return ""
    known = ", ".join(f".{name}" for name in _REPORTS)
    return f"A report cannot be written as “.{kind}”; give the file one of the endings {known}."
