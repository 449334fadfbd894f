"""What was found of a family as the report has it."""

from workbench.findings import Findings
from workbench.findings_told import altered, cites, cut, grouped, headline, sources, stands, summed
from workbench.model import Family, Witness
from workbench.reporting.model import ReportFinding, ReportFrame


def frame_told(findings: Findings, witness: Witness, text: str) -> ReportFrame:
    """The frame of a witness; `text` is that of its article."""
    frame = findings.frames[witness.id]
    edited = findings.altered.get(witness.id, ())
    descent = findings.provenance.descent_of(witness.place)
    return ReportFrame(
        cites=cites(frame, text),
        stands=stands(frame),
        headline=headline(frame),
        altered=altered(edited),
        cut=cut(edited),
        descent=descent.statement if descent else "",
    )


def finding_told(findings: Findings, family: Family) -> ReportFinding:
    """What became of a family as a whole."""
    provenance = findings.provenance
    return ReportFinding(summed(findings), sources(provenance, family), grouped(provenance))
