"""The report as PDF, set by typst from `resources/report/report.typ`.

Article text goes in as JSON data and is never parsed as markup.
"""

import json
from functools import cache, partial
from typing import Any

import typst

from workbench.reporting.clean import breakable, every_text, shown
from workbench.reporting.model import Report
from workbench.reporting.page import page_of
from workbench.resources import RESOURCES, read_toml

TEMPLATE = RESOURCES / "report" / "report.typ"


def pdf_of(report: Report) -> bytes:
    """The report as a tagged PDF 1.7 with bookmarks; it conforms to PDF/UA-1 (ISO 14289-1) wherever the fonts allow.

    A character that no font of this machine has makes PDF/UA impossible; the PDF is then tagged all the same.
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
    try:
        return _bytes(compiled(pdf_standards=["ua-1"]))
    except typst.TypstError:
        return _bytes(compiled())


def _bytes(compiled: tuple[Any, list[typst.TypstWarning]]) -> bytes:
    # The warnings are left: the only ones a finished template gives are of fonts this machine does not have.
    content, _ = compiled
    if not isinstance(content, bytes):
        raise TypeError("typst gave no bytes")
    return content


@cache
def _fonts() -> typst.Fonts:
    """The fonts of the program first, those of the machine for the scripts they lack."""
    return typst.Fonts(font_paths=[RESOURCES / "fonts"])
