"""Annotated sentences: read, framed, and what was found set beside what was expected."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workbench.framing.frame import frame_of
from workbench.framing.model import Frame
from workbench.model import Article, PublicationDate, Zone, ZoneKind
from workbench.spans import Span

OPEN, CLOSE = "⟦", "⟧"


def article_of(text: str, title: str = "", language: str = "en", outlet: str = "The Lantern") -> Article:
    """An article that is all body, but for its headline where it has one."""
    zones = [Zone(ZoneKind.BODY, Span(0, len(text)))]
    if title:
        zones = [Zone(ZoneKind.HEADLINE, Span(0, len(title))), Zone(ZoneKind.BODY, Span(len(title) + 2, len(text)))]
    return Article(1, 1, Span(0, len(text)), title, outlet, "", "", PublicationDate(), "", language, tuple(zones))


def framed(marked: str, title: str = "", **facts: str) -> tuple[str, Frame]:
    """The text without the brackets, and the frame of what stands between the first and the last of them."""
    marked = f"{title}\n\n{marked}" if title else marked
    start = marked.index(OPEN)
    text = marked.replace(OPEN, "").replace(CLOSE, "")
    end = marked[: marked.rindex(CLOSE)].replace(OPEN, "").replace(CLOSE, "")
    return text, frame_of(article_of(text, title, **facts), text, Span(start, len(end)))


@dataclass(frozen=True)
class Sentence:
    """An annotated sentence; `expected` as in sentences.toml, `missed` why it is found otherwise."""

    written: str
    text: str
    expected: dict[str, Any]
    missed: str = ""

    def wrong(self) -> dict[str, tuple[object, object]]:
        """What was found otherwise than expected: name to (expected, found)."""
        text, frame = framed(self.text)
        found = summary(text, frame)
        wanted = {name: value for name, value in self.expected.items() if name != "passage"}
        return {name: (value, found.get(name)) for name, value in wanted.items() if found.get(name) != value}


def summary(text: str, frame: Frame) -> dict[str, object]:
    """A frame in the words of sentences.toml."""
    found: dict[str, object] = {"voice": frame.voice.value}
    if frame.attribution:
        of = frame.attribution
        found |= {
            "chain": [link.span.of(text) for link in of.chain],
            "verb": of.saying.span.of(text),
            "stance": of.saying.stance,
        }
        found |= {"position": of.position.value, "speech": of.speech.value}
        if of.source:
            found |= {"named": of.source.named, "kind": of.source.kind.value}
            found["antecedent"] = of.source.antecedent.of(text) if of.source.antecedent else None
    return found


def sentences(checkout: Path) -> list[Sentence]:
    """All annotated sentences."""
    rows = tomllib.loads((checkout / "tests/framing/sentences.toml").read_text(encoding="utf-8"))["sentence"]
    return [
        Sentence(row.pop("set"), row.pop("text"), missed=row.pop("missed", ""), expected={"voice": "cited"} | row)
        for row in rows
    ]
