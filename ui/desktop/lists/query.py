"""What a person types to search a list: words, “phrases”, -words to leave out, and operators such as `label:number`."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from workbench.ports import SearchTerm

OPERATORS = ("outlet", "label", "tag", "before", "after", "is", "has")
"""The names of all operators."""

_TOKEN = re.compile(
    rf"""(?P<minus>-?)(?:
        (?P<name>{"|".join(OPERATORS)}):(?P<value>(?:"[^"]*"?|[^\s"])*)
        |"(?P<phrase>[^"]*)(?P<closed>"?)
        |(?P<word>[^\s"]+)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_QUOTES = str.maketrans("“”„«»＂", '""""""')
_VALUE = re.compile(r'"([^"]*)"?|([^,"]+)')
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


@dataclass(frozen=True, slots=True)
class Operator:
    """`name:value,value`: one of the values must hold; with `excluded` none may. `start` and `end` are in the text."""

    name: str
    values: tuple[str, ...]
    excluded: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Query:
    """What is sought: all terms and all operators must hold."""

    terms: tuple[SearchTerm, ...] = ()
    operators: tuple[Operator, ...] = ()


def parse(text: str) -> Query:
    """What was typed, taken apart; nothing is ever wrong with it. An operator without a value means nothing yet."""
    terms, operators = [], []
    for token in _TOKEN.finditer(text.translate(_QUOTES)):
        if token["name"]:
            values = tuple(filter(None, (a.strip() or b.strip() for a, b in _VALUE.findall(token["value"]))))
            if values:
                operators.append(Operator(token["name"].lower(), values, bool(token["minus"]), *token.span()))
        elif token["word"] or token["phrase"].strip():
            words = token["word"] or token["phrase"]
            terms.append(SearchTerm(words, bool(token["closed"]), bool(token["minus"])))
    return Query(tuple(terms), tuple(operators))


def written(name: str, value: str) -> str:
    """An operator as one types it: `outlet:"The Sun"`."""
    return f'{name}:"{value}"' if re.search(r"[\s,]", value) else f"{name}:{value}"


def with_operator(text: str, name: str, value: str, instead_of: Collection[str] = ()) -> str:
    """A text in which the operator has that value and no other; an empty value takes it out.

    Where `instead_of` names values, only operators with one of them make room.
    """
    kept, reached = [], 0
    for old in parse(text).operators:
        if old.name == name and (not instead_of or set(old.values) <= set(instead_of)):
            kept.append(text[reached : old.start].strip())
            reached = old.end
    kept.append(text[reached:].strip())
    return " ".join(part for part in (*kept, written(name, value) if value else "") if part)


def value_of(query: Query, name: str, among: Collection[str] = ()) -> str:
    """The one value that an operator has; empty where it has none, several, or is turned round."""
    found = [one for one in query.operators if one.name == name and (not among or set(one.values) & set(among))]
    return found[0].values[0] if len(found) == 1 and len(found[0].values) == 1 and not found[0].excluded else ""


def meant_by(term: SearchTerm, operators: Iterable[str]) -> str:
    """The operator that a word such as `labl:number` was probably meant to be; empty for any other word."""
    name, colon, value = term.text.lower().partition(":")
    if term.whole or not (colon and value and name.isalpha()):
        return ""
    return next(iter(get_close_matches(name, operators, 1)), "")


def first_day(value: str) -> str | None:
    """The first day of a day, month or year, as `2016-10-01`; `None` where it is none of these."""
    match = _DAY.fullmatch(value.strip())
    if match is None:
        return None
    try:
        return date(int(match[1]), int(match[2] or 1), int(match[3] or 1)).isoformat()
    except ValueError:
        return None


def token_at(text: str, cursor: int) -> tuple[int, str]:
    """Where the word or operator begins that ends at the cursor, and what there is of it."""
    for token in _TOKEN.finditer(text.translate(_QUOTES)):
        if token.start() < cursor <= token.end():
            return token.start(), text[token.start() : cursor]
    return cursor, ""


def completions(token: str, operators: Iterable[str], values: Iterable[str]) -> list[str]:
    """What a word that is being typed may become: an operator, or the operator with one of its values."""
    minus, rest = ("-", token[1:]) if token.startswith("-") else ("", token)
    name, colon, begun = rest.partition(":")
    if not colon:
        return [f"{minus}{one}:" for one in operators if len(rest) > 1 and one.startswith(rest.lower())]
    begun = begun.strip('"“”').casefold()
    starting = [one for one in values if one.casefold().startswith(begun)]
    inside = [one for one in values if begun in one.casefold() and one not in starting]
    return [minus + written(name.lower(), one) for one in (*starting, *inside) if one.casefold() != begun]
