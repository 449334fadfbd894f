"""Who wrote a story and who carried it, by what the page says of itself."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from workbench.reading.dates import dates_in
from workbench.resources import read_toml

_MAX_NAMES = 100
"""Names of one kind that are weighed; no honest page has more."""
_TOP_LEVEL = re.compile(r"^(?:www\.)|\.(?:com|org|net|info|news|co\.uk|tv|eu|[a-z]{2})$", re.I)
_PARTS = re.compile(r"\s*[/|•·–—]\s*|\s-\s|,\s+|\s+(?:for|at|via)\s+(?=[A-Z])|\bby\b\s*", re.I)
_ADDRESS = re.compile(r"[\w-]+(\.[\w-]+)*\.(com|org|net|info|news|tv|co\.uk)", re.I)
_AND = re.compile(r"\s+(?:&|and)\s+")
_PLACE = re.compile(r"\s+in\s+[A-Z][\w .'’-]*$")
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b,?", re.I)


@dataclass(frozen=True)
class Credit:
    """What one line of credits says: people, outlets, names that may be either; whether it has a date or a "by"."""

    people: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    dated: bool = False
    by: bool = False


@dataclass(frozen=True)
class Attribution:
    """Outlet, republisher and byline of a story; empty where the page does not say."""

    outlet: str = ""
    republisher: str = ""
    byline: str = ""


@dataclass(frozen=True)
class Evidence:
    """What the page says of who wrote it, in the order in which it says it."""

    credits: tuple[Credit, ...] = ()
    originals: tuple[str, ...] = ()
    copyrights: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    agency: str = ""
    author: str = ""
    host: str = ""


def looks_like_outlet(name: str) -> bool:
    """Whether a short name has a word of outlets in it, is an address, or stands in capitals like an agency."""
    words = re.findall(r"[^\W_]+", name)
    if not 1 <= len(words) <= 6 or name.lower() in _set("not_outlets"):
        return False
    if _agency().fullmatch(name) or _ADDRESS.fullmatch(name):
        return True
    if len(words) == 1:
        return words[0].isupper() and 2 <= len(words[0]) <= 5
    return any(word.lower() in _set("words") and word[0].isupper() for word in words)


def signs_for_agency(line: str) -> bool:
    """Whether the line is of the form "Ann Lee and Bo Berg, Associated Press"."""
    found = re.match(r"(?P<people>[^,;:]{3,60}), (?P<agency>[^,;:]{2,40})$", line)
    if not found or not _agency().fullmatch(found["agency"].strip(" .")):
        return False
    return all(len(word) <= 3 or not word[0].islower() for word in found["people"].split())


def same_outlet(one: str, other: str) -> bool:
    """Whether two forms name one outlet: "TrueWire.com" and "The True Wire", "BBC" and "BBC News"."""
    a, b = _key(one), _key(other)
    if not a or not b:
        return False
    words_a, words_b = set(_name_words(one)), set(_name_words(other))
    return a == b or (bool(words_a) and words_a < words_b) or (bool(words_b) and words_b < words_a)


def read_credit(line: str) -> Credit:
    """Take a byline or date line apart."""
    found = dates_in(line)
    rest, position = "", 0
    for date in found:
        rest += line[position : date.start] + " | "
        position = date.end
    rest = _WEEKDAY.sub(" ", _words("time").sub(" | ", rest + line[position:]))
    by = bool(_words("by").match(rest) or re.search(r"\bby\b", rest, re.I))
    rest = _agency().sub(r" | \g<0> | ", _words("label").sub("", _words("by").sub("", rest)))
    parts = [
        part for piece in _PARTS.split(rest) if (part := piece.strip(" \t,.:;()[]|–—•·*-\xa0")) and _is_capital(part)
    ]
    outlets = [part for part in parts if looks_like_outlet(part)]
    if by and "|" in rest.strip(" |"):
        parts = [part for part in parts if part in rest.strip(" |").split("|")[0] or part in outlets]
    others = [name for part in parts if part not in outlets for name in _people(part)]
    others = [name for name in others if name.lower() not in _set("not_outlets")]
    if "/" in rest and not outlets and len(others) > 1:
        outlets, others = [others[-1]], others[:-1]
    if by:
        return Credit(tuple(others), tuple(outlets), (), bool(found), True)
    people = tuple(others) if outlets and ("/" in rest or signs_for_agency(line)) else ()
    return Credit(people, tuple(outlets), () if people else tuple(others), bool(found), False)


def names_in(table: str, lines: Iterable[str]) -> tuple[str, ...]:
    """The names that the patterns of one table of outlets.toml find in `lines`, social networks left out."""
    names: list[str] = []
    for line in lines:
        for pattern in _patterns(table):
            names += [name for found in pattern.finditer(line[:600]) if (name := tidy(found.group("x")))]
        if len(names) > _MAX_NAMES:
            break
    return tuple(name for name in names if name.lower() not in _set("not_outlets"))


def attribute(evidence: Evidence) -> Attribution:
    """Weigh the evidence: the original source wrote it; else byline, credits, site or copyright say who."""
    decided = [_decided(credit, evidence) for credit in evidence.credits[:_MAX_NAMES]]
    named = [name for credit in decided for name in credit.outlets]
    authors = [name for credit in decided for name in (credit.people or (credit.outlets if credit.by else ()))]
    by_outlets = [name for credit in decided if credit.by and not credit.dated for name in credit.outlets]
    dated = [name for credit in decided if credit.dated for name in credit.outlets]
    site = [*evidence.sites[:1]]
    order = [*evidence.originals, *by_outlets, *named, *site, *evidence.copyrights, evidence.agency, evidence.host]
    outlet = next((name for name in order if name), "")
    carriers = [*dated, *site, *named] if outlet else []
    explicit = bool(evidence.originals or by_outlets or site)
    republisher = next((name for name in carriers if explicit and not same_outlet(name, outlet)), "")
    everywhere = [*order, *evidence.sites]
    return Attribution(
        _best_form(outlet, everywhere), _best_form(republisher, everywhere), _byline(authors, evidence.author)
    )


def _decided(credit: Credit, evidence: Evidence) -> Credit:
    """The credit with its unsure names, and people who turn out to be outlets, put where the page says they belong."""
    known = [*evidence.originals, *evidence.sites] or [*evidence.copyrights]
    has_by = any(other.by for other in evidence.credits)
    outlets = list(credit.outlets)
    people: list[str] = []
    for name in (*credit.people, *credit.unsure):
        is_known = any(_key(name) == _key(other) for other in known)
        lone = name in credit.unsure and has_by and credit.dated and not outlets
        (outlets if is_known or lone else people).append(name)
    return Credit(tuple(people), tuple(outlets), (), credit.dated, credit.by)


def _byline(authors: Sequence[str], stated: str) -> str:
    """The people who wrote it, as the page names them, each once."""
    unique: list[str] = []
    for name in authors:
        if name.lower() not in _set("not_authors") and not any(_key(name) == _key(other) for other in unique):
            unique.append(name)
    return ", ".join(unique[:6]) or ("" if stated.lower() in _set("not_authors") else stated)


def _best_form(name: str, others: Iterable[str]) -> str:
    """Of the forms in which a page writes one name, the one with blanks: "True Wire" rather than "TrueWire.com"."""
    forms = [name, *(other for other in others if _key(other) == _key(name))]
    return max(forms, key=lambda form: (" " in form, "." not in form)) if name else ""


def _people(part: str) -> list[str]:
    """The names joined by "and"; job titles are no names."""
    names = [_PLACE.sub("", name) for name in _AND.split(part)]
    return [
        name
        for name in names
        if name and not _words("job").search(name) and len(name.split()) <= 6 and not re.search(r"\d", name)
    ]


def _is_capital(part: str) -> bool:
    """Whether it begins like a name."""
    first = next((c for c in part if c.isalnum()), "")
    return (bool(first) and not first.islower() and not part.isdigit()) or part.lower() in _set("not_authors")


def tidy(name: str) -> str:
    """A name as a page writes it, without the signs around it."""
    return " ".join(name.split()).strip(" .,;:'’-&•·|*")


def _key(name: str) -> str:
    """Letters and digits of a name in lower case, without the article and the top-level domain."""
    name = _TOP_LEVEL.sub("", _TOP_LEVEL.sub("", name.strip()))
    return re.sub(r"[\W_]+", "", re.sub(r"^the\s+", "", name, flags=re.I)).casefold()


def _name_words(name: str) -> list[str]:
    """The words of a name but for the article."""
    return [word for word in re.findall(r"[^\W_]+", _TOP_LEVEL.sub("", name).casefold()) if word != "the"]


@cache
def _words(kind: str) -> re.Pattern[str]:
    """How a credit begins ("Posted by"), is labelled ("Published on"), gives a time of day, names a job."""
    words = {
        key: "|".join(read_toml("reading/outlets.toml")["credit_words"][key])
        for key in ("verbs", "by", "labels", "zones", "jobs")
    }
    forms = {
        "by": rf"^\W*(?:(?:{words['verbs']})?(?: on)?\s*\b(?:{words['by']})\b|(?:author|автор)\b:?)\s*",
        "label": rf"^(?:{words['labels']})\b[: ]*(?:on\b|by\b|in\b|at\b)?\s*",
        "time": rf"\b(?:at\s+)?\d{{1,2}}[:.]\d{{2}}(?::\d{{2}})?(?: ?[ap]\.?m\b\.?)?(?: ?(?:{words['zones']})\b)?",
        "job": rf"\b(?:{words['jobs']})\b",
    }
    return re.compile(forms[kind], re.I)


@cache
def _agency() -> re.Pattern[str]:
    """The names of agencies, with their article, as whole words."""
    names = "|".join(re.escape(name) for name in read_toml("reading/outlets.toml")["agencies"])
    return re.compile(rf"(?:[Tt]he )?\b(?:{names})\b(?!['’-]\w)")


@cache
def _patterns(table: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in read_toml("reading/outlets.toml")[table])


@cache
def _set(key: str) -> frozenset[str]:
    return frozenset(read_toml("reading/outlets.toml")[key])
