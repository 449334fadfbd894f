"""A sentence that ends in a colon and a quotation: `The mayor put it plainly: "…"`."""

from collections.abc import Iterator

from workbench.framing.cues import Cue, named, opens_quoted
from workbench.framing.lines import Line
from workbench.framing.nouns import left_noun
from workbench.framing.wordclasses import is_auxiliary, is_verb


def colon_cue(line: Line) -> Iterator[Cue]:
    """The cue of a line without any other, where a colon brings in speech or ends the line."""
    for at in range(1, len(line)):
        if line.key(at) != ":" or line.quoted[at] >= 0 or (at + 1 < len(line) and not opens_quoted(line, at + 1)):
            continue
        verb = next((place for place in range(1, at) if is_verb(line, place) or line.key(place) == "put"), 0)
        noun = left_noun(line, verb) if verb else None
        if noun and line.quoted[noun.first] < 0:
            while is_auxiliary(line.key(verb)) and verb + 1 < at:
                verb += 1
            scope = ((at + 1, len(line)),) if at + 1 < len(line) else ()
            yield Cue(
                named(line, noun, (verb, verb + 1)),
                (verb, verb + 1),
                line.key(verb),
                (noun.edge, verb + 1),
                scope,
                True,
            )
        return
