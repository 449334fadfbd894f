"""What was found of a family in plain words: for the report, for the window, for whoever reads it out."""

from collections.abc import Iterable, Iterator, Sequence

from workbench.findings import Findings
from workbench.framing.model import (
    AlteredQuotation,
    Attribution,
    Cited,
    Frame,
    Part,
    Position,
    Role,
    Speech,
    Voice,
)
from workbench.model import Family
from workbench.provenance.model import Descent, Provenance, ReasonKind
from workbench.spans import Span
from workbench.text.lines import beginning, one_line

_CLAUSE = 160
"""How many characters of an attribution are shown at most."""
_LINK = 90
_POSITIONS = {Position.BEFORE: "before it", Position.INSIDE: "inside it", Position.AFTER: "after it"}
_SPEECH = {
    Speech.DIRECT: "in quotation marks",
    Speech.PARTIAL: "partly in quotation marks",
    Speech.INDIRECT: "in the outlet’s words",
}
_PARTS = {
    Part.HEADLINE: "In the headline",
    Part.LEAD: "In the lead",
    Part.CAPTION: "In a caption",
    Part.BYLINE: "In the byline",
    Part.FURNITURE: "In page furniture",
    Part.COMMENTS: "In the comments",
    Part.OUTSIDE: "Outside the story",
}

# Who is cited


def cites(frame: Frame, text: str) -> str:
    """Who is cited for a passage, in a sentence, in the outlet's own words; `text` is that of the article."""
    if frame.attribution is None:
        return _nobody(frame)
    return sentence("; ".join(_clauses(frame.attribution, text)))


def chain(frame: Frame, text: str, outlet: str) -> str:
    """From whom to whom a passage is laid: `Post cites the Tessera agency, which cites a source (not named).`."""
    from workbench.reading.outlets import same_outlet

    attribution = frame.attribution
    if attribution is None:
        return _nobody(frame)
    if not attribution.chain:
        return f"{one_line(outlet) or 'The outlet'} cites somebody without saying whom."
    named = [one_line((link.antecedent or link.span).of(text)) for link in attribution.chain]
    if len(named) > 1 and attribution.chain[0].role is not Role.SOURCE and same_outlet(named[0], outlet):
        del named[0]  # told to the outlet itself
    unnamed = " (not named)" if attribution.anonymous else ""
    who = one_line(outlet) or "The outlet"
    return f"{who} cites {', which cites '.join(_small(beginning(name, _LINK)) for name in named)}{unnamed}."


def wording(frame: Frame, text: str) -> tuple[str, ...]:
    """How a passage is laid to whoever is cited for it, as it stands: the words, who is meant, the verb; sentences."""
    attribution = frame.attribution
    if attribution is None:
        return ()
    saying = one_line(attribution.saying.span.of(text))
    verb = _implied(attribution, text) or f"“{saying}” takes no side"
    return tuple(sentence(clause) for clause in (*_worded(attribution, text), verb))


def also_cites(frame: Frame, text: str) -> tuple[str, ...]:
    """Who is cited for other parts of a passage, a sentence for each."""
    return tuple(sentence("For another part it " + "; ".join(_clauses(one, text))) for one in frame.others)


def _clauses(attribution: Attribution, text: str) -> Iterator[str]:
    """All that is told of who is cited, in clauses that begin small."""
    yield from _worded(attribution, text)
    yield from _known(attribution)
    implied = _implied(attribution, text)
    if implied:
        yield implied


def _nobody(frame: Frame) -> str:
    if frame.voice is Voice.UNKNOWN:
        return f"Who is cited: can’t tell; {frame.reason}."
    return "Nobody is cited: the outlet says it in its own voice."


def _worded(attribution: Attribution, text: str) -> Iterator[str]:
    """The words that cite, and whom they mean."""
    where, how = _POSITIONS[attribution.position], _SPEECH[attribution.speech]
    yield f"cites “{beginning(attribution.clause.of(text), _CLAUSE)}” {where}, {how}"
    carried = [link for link in attribution.chain if link.carried]
    for link in attribution.chain:
        if link.antecedent:
            yield f"“{one_line(link.span.of(text))}” is “{_brought_in(link.antecedent, carried, text)}”"


def _known(attribution: Attribution) -> Iterator[str]:
    """That nobody is named."""
    if attribution.source is None:
        yield "nobody is named"
    elif attribution.anonymous:
        yield "the source is not named"


def _brought_in(source: Span, carried: Sequence[Cited], text: str) -> str:
    """The words that brought a source in, with who is said there to have it: "a source told the agency"."""
    low, high = source.start, source.end
    for link in carried:
        if max(high, link.span.end) - min(low, link.span.start) <= _CLAUSE:
            low, high = min(low, link.span.start), max(high, link.span.end)
    return beginning(text[low:high], _CLAUSE)


def _implied(attribution: Attribution, text: str) -> str:
    """What the word for saying it implies; empty where it takes no side."""
    saying = attribution.saying
    if saying.stance in ("neutral", "") or not saying.meaning:
        return ""
    return f"“{one_line(saying.span.of(text))}” {saying.meaning}"


def _small(name: str) -> str:
    """A name inside a sentence, its article small where it stood at the beginning of one."""
    article, space, rest = name.partition(" ")
    return f"{article.lower()}{space}{rest}" if article in ("A", "An") else name


# Where it stands


def stands(frame: Frame) -> str:
    """Where in its article a passage stands: `In the lead, paragraph 1 of 4.`."""
    standing = frame.standing
    paragraph = f"paragraph {standing.paragraph} of {standing.paragraphs}" if standing.paragraph else ""
    return sentence(", ".join(part for part in (_PARTS.get(standing.part, ""), paragraph) if part))


def headline(frame: Frame) -> tuple[str, ...]:
    """What the headline says otherwise than the passage, a sentence for each thing."""
    return tuple(sentence(difference.reason) for difference in frame.differences)


# What became of quotations


def altered(found: Iterable[AlteredQuotation]) -> tuple[str, ...]:
    """What was altered inside quotation marks without a sign of it; that no sign shows it says the heading."""
    return tuple(
        one_line(one.reason.removesuffix(" inside the quotation marks, without a sign of it"))
        for one in found
        if one.is_altered
    )


def cut(found: Iterable[AlteredQuotation]) -> tuple[str, ...]:
    """What was left out of a quotation at its border, or changed in a way that a reader can see."""
    return tuple(sentence(one.reason) for one in found if not one.is_altered)


# Where it is from


def verdict(descent: Descent) -> str:
    """Where a witness is probably from, in a sentence without its name and the reasons."""
    return sentence(descent.verdict)


def for_it(descent: Descent) -> tuple[str, ...]:
    """What speaks for where a witness is probably from."""
    return tuple(sentence(reason.text) for reason in descent.reasons if reason.kind is not ReasonKind.AGAINST)


def against_it(descent: Descent) -> tuple[str, ...]:
    """What speaks against it or leaves it open."""
    return tuple(sentence(reason.text) for reason in descent.reasons if reason.kind is ReasonKind.AGAINST)


def sources(provenance: Provenance, family: Family) -> str:
    """At most how many independent sources a family has; empty where each of its witnesses counts as one."""
    number = provenance.independent_sources
    if len(family.witnesses) == number:
        return ""
    return f"At most {number} independent {'source' if number == 1 else 'sources'}"


def grouped(provenance: Provenance) -> tuple[str, ...]:
    """Why witnesses count as one source, a sentence for each group."""
    return tuple(sentence(group.reason) for group in provenance.groups if len(group.places) > 1)


def summed(findings: Findings) -> tuple[str, ...]:
    """What became of the passage over the whole family, in sentences."""
    return tuple(each.text for each in findings.summary)


def sentence(text: str) -> str:
    """A clause as a sentence."""
    line = one_line(text)
    return line and line[:1].upper() + line[1:] + ("" if line.endswith((".", "!", "?")) else ".")
