"""The report as one HTML file that needs nothing beside it: no script, no link, no picture, nothing fetched."""

from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from workbench.reporting.clean import every_text, shown
from workbench.reporting.model import Report
from workbench.reporting.page import page_of
from workbench.resources import RESOURCES, read_toml

FOLDER = RESOURCES / "report"


def html_of(report: Report) -> bytes:
    """The report as UTF-8 HTML; every text is escaped."""
    page = every_text(shown, page_of(report))
    template = _environment().get_template("report.html")
    return template.render(
        page=page,
        css=(FOLDER / "report.css").read_text(encoding="utf-8"),
        light=read_toml("themes/light.toml")["colours"],
        dark=read_toml("themes/dark.toml")["colours"],
    ).encode("utf-8", "replace")


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
