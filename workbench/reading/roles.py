"""What the name and the classes of an element say of its text: whether it is seen, and what it is."""

import re
from functools import cache, lru_cache

from workbench.reading.blocks import Role
from workbench.reading.tokens import Open
from workbench.resources import read_toml

_HIDING_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_UNCLASSED = {"html", "body", "main", "article"}
"""Elements whose classes speak of the whole page ("has-sidebar", "no-comments") and say nothing of their text."""


@cache
def names(key: str) -> frozenset[str]:
    """A list of element names in markup.toml."""
    return frozenset(read_toml("reading/markup.toml")[key])


@cache
def _class_roles() -> tuple[tuple[Role, re.Pattern[str]], ...]:
    classes = read_toml("reading/markup.toml")["roles"]["classes"]
    return tuple((Role(role), re.compile("|".join(f"(?:{one})" for one in many))) for role, many in classes.items())


@cache
def _hidden_classes() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{one})" for one in read_toml("reading/markup.toml")["hidden_classes"]))


@lru_cache(maxsize=4096)
def _roles_of_label(label: str) -> tuple[Role, ...]:
    return tuple(role for role, pattern in _class_roles() if pattern.fullmatch(label))


def labels(tag: Open) -> list[str]:
    """Classes, id and itemprop of an element, in lower case with blanks for hyphens."""
    if tag.name in _UNCLASSED:
        return []
    marks = " ".join(tag.attributes.get(key, "") for key in ("class", "id", "itemprop"))
    return [re.sub(r"[-_]+", " ", label).strip().lower() for label in marks.split()[:40]]


def is_hidden(tag: Open, marks: list[str]) -> bool:
    """Whether the element is hidden. The page as a whole never is: its scripts would have shown it."""
    if tag.name in ("html", "body"):
        return False
    hidden = "hidden" in tag.attributes or bool(_HIDING_STYLE.search(tag.attributes.get("style", "")))
    return hidden or any(_hidden_classes().fullmatch(label) for label in marks)


def roles(name: str, marks: list[str]) -> tuple[Role, ...]:
    """What the element's name and classes make of its text."""
    elements = read_toml("reading/markup.toml")["roles"]["elements"]
    found = {Role(role) for role, members in elements.items() if name in members}
    found.update(role for label in marks for role in _roles_of_label(label))
    return tuple(found)
