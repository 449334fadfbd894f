"""What was found of a family, in the words of the report: who is cited, where it may be from, what became of it."""

from collections.abc import Iterator

from workbench.findings import Findings
from workbench.framing.model import Alteration, AlteredQuotation, Attribution, Frame, Part, Position, Speech, Voice
from workbench.model import Family, Witness
from workbench.reporting.model import ReportFinding, ReportFrame
from workbench.reporting.wording import beginning, one_line

_CLAUSE = 160
"""How many characters of an attribution are shown at most."""
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


def frame_told(findings: Findings, witness: Witness, text: str) -> ReportFrame:
    """The frame of a witness; `text` is that of its article."""
    frame = findings.frames[witness.id]
    altered = findings.altered.get(witness.id, ())
    descent = findings.provenance.descent_of(witness.place)
    return ReportFrame(
        cites=cites(frame, text),
        stands=stands(frame),
        headline=tuple(sentence(difference.reason) for difference in frame.differences),
        altered=tuple(_what(one) for one in altered if one.alteration is Alteration.ALTERED),
        cut=tuple(sentence(one.reason) for one in altered if one.alteration is not Alteration.ALTERED),
        descent=descent.statement if descent else "",
    )


def finding_told(findings: Findings, family: Family) -> ReportFinding:
    """What became of a family as a whole."""
    provenance = findings.provenance
    number = provenance.independent_sources
    one = len(family.witnesses) == number
    sources = "" if one else f"At most {number} independent {'source' if number == 1 else 'sources'}"
    reasons = tuple(sentence(group.reason) for group in provenance.groups if len(group.places) > 1)
    return ReportFinding(tuple(each.text for each in findings.summary), sources, reasons)


def _what(altered: AlteredQuotation) -> str:
    """What was altered; that no sign shows it says the heading."""
    return one_line(altered.reason.removesuffix(" inside the quotation marks, without a sign of it"))


def cites(frame: Frame, text: str) -> str:
    """Who is cited for a passage, in a sentence, in the outlet's own words."""
    if frame.voice is Voice.UNKNOWN:
        return f"Who is cited: can’t tell; {frame.reason}."
    if frame.attribution is None:
        return "Nobody is cited: the outlet says it in its own voice."
    return sentence("; ".join(_attributed(frame.attribution, text)))


def _attributed(attribution: Attribution, text: str) -> Iterator[str]:
    where, how = _POSITIONS[attribution.position], _SPEECH[attribution.speech]
    yield f"cites “{beginning(attribution.clause.of(text), _CLAUSE)}” {where}, {how}"
    source = attribution.source
    for link in attribution.chain:
        if link.antecedent:
            yield f"“{one_line(link.span.of(text))}” is “{beginning(link.antecedent.of(text), _CLAUSE)}”"
    through = [one_line(link.span.of(text)) for link in attribution.chain[:-1] if link.carried]
    if through:
        yield f"brought in by {' and '.join(through)}"
    if source is None:
        yield "nobody is named"
    elif attribution.anonymous:
        yield "the source is not named"
    if attribution.saying.stance not in ("neutral", "") and attribution.saying.meaning:
        yield f"“{one_line(attribution.saying.span.of(text))}” {attribution.saying.meaning}"


def stands(frame: Frame) -> str:
    """Where in its article a passage stands: `In the lead, paragraph 1 of 4.`."""
    standing = frame.standing
    paragraph = f"paragraph {standing.paragraph} of {standing.paragraphs}" if standing.paragraphs else ""
    return sentence(", ".join(part for part in (_PARTS.get(standing.part, ""), paragraph) if part))


def sentence(text: str) -> str:
    """A clause as a sentence."""
    line = one_line(text)
    return line and line[:1].upper() + line[1:] + ("" if line.endswith((".", "!", "?")) else ".")
