"""The report as PDF, set by typst from `resources/report/report.typ`.

Article text goes in as JSON data and is never parsed as markup.
"""

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from functools import cache, partial
from typing import Any

import typst

from workbench.progress import ProgressReport, silent
from workbench.reporting.clean import breakable, every_text, shown
from workbench.reporting.model import Report
from workbench.reporting.page import page_of
from workbench.resources import RESOURCES, read_toml

TEMPLATE = RESOURCES / "report" / "report.typ"
POLL = 0.1
"""Seconds between two looks at whether the work is still wanted."""


def pdf_of(report: Report, progress: ProgressReport = silent) -> bytes:
    """The report as a tagged PDF 1.7 with bookmarks; it conforms to PDF/UA-1 (ISO 14289-1) wherever the fonts allow.

    A character that no font of this machine has makes PDF/UA impossible; the PDF is then tagged all the same.
    Raises `Cancelled` when a person stops it.
    """
    page = every_text(lambda text: breakable(shown(text)), page_of(report))
    page["colours"] = read_toml("themes/light.toml")["colours"]
    compiled = partial(
        typst.compile_with_warnings,
        TEMPLATE,
        root=TEMPLATE.parent,
        font_paths=_fonts(),
        sys_inputs={"page": json.dumps(page, ensure_ascii=False)},
        timestamp=report.made.replace(microsecond=0),
    )
    return _meanwhile(lambda: _accessible_or_plain(compiled), progress)


def _accessible_or_plain(compiled: Callable[..., tuple[Any, list[typst.TypstWarning]]]) -> bytes:
    # The warnings are left: a finished template gives none but of fonts that this machine does not have.
    try:
        content, _ = compiled(pdf_standards=["ua-1"])
    except typst.TypstError:
        content, _ = compiled()
    return bytes(content)


def _meanwhile(work: Callable[[], bytes], progress: ProgressReport) -> bytes:
    """The result of `work`, asking now and then whether a person still wants it.

    typst cannot be stopped, but lets go of the interpreter; work that nobody wants any more runs out unheard.
    """
    worker = ThreadPoolExecutor(1, "report")
    try:
        result = worker.submit(work)
        while not wait([result], POLL).done:
            progress("Setting the pages", 0, 1)
        return result.result()
    finally:
        worker.shutdown(wait=False)


@cache
def _fonts() -> typst.Fonts:
    """The fonts of the program first, those of the machine for the scripts they lack."""
    return typst.Fonts(font_paths=[RESOURCES / "fonts"])
