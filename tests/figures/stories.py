"""Articles made for one test."""

import tomllib
from pathlib import Path
from typing import Any

from workbench.model import Article, DatePrecision, PublicationDate, Zone, ZoneKind
from workbench.spans import Span

PAIRS: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("pairs.toml").read_text("utf-8"))["pair"]


def article(number: int, text: str, day: str = "", language: str = "en") -> tuple[Article, str]:
    """An article that is all body, with its text."""
    published = PublicationDate(day, DatePrecision.DAY) if day else PublicationDate()
    zones = (Zone(ZoneKind.BODY, Span(0, len(text))),) if text else ()
    return (
        Article(number, number, Span(0, len(text)), "", f"Outlet {number}", "", "", published, "", language, zones),
        text,
    )


def both(pair: dict[str, Any]) -> list[tuple[Article, str]]:
    """The two articles of a pair."""
    return [
        article(1, pair["a"], pair.get("a_date", ""), pair.get("a_language", "en")),
        article(2, pair["b"], pair.get("b_date", "")),
    ]
