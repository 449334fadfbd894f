"""Sources that one cites for another: "RT cited a source as saying", "citing officials"."""

from workbench.framing.adjuncts import after_adjuncts
from workbench.framing.contents import right_content
from workbench.framing.cues import Cue, Named, Stretch, content_end, ends_quoted, left_content, named, words_in
from workbench.framing.lines import Line
from workbench.framing.lists import is_adverb, listed, saying_lemma
from workbench.framing.nouns import Noun, left_noun
from workbench.framing.nouns_after import right_noun
from workbench.framing.verbs import verb_group


def cited(line: Line, at: int, earlier: list[Cue]) -> Cue | None:
    """RT cited a source as saying; he is quoted by AFP as saying; Reuters reported, citing officials."""
    if line.key(at).endswith("ing"):
        return _citing(line, at, earlier)
    being = at - 1
    while being >= 0 and (is_adverb(line.key(being)) or line.key(being) == "been"):
        being -= 1
    if line.key(being) in (*listed("words", "being"), "has", "have", "had") and line.key(at) in ("cited", "quoted"):
        passive = line.key(being) in listed("words", "being") or line.key(at - 1) == "been"
        if passive:
            first = being - (line.key(being - 1) in ("has", "have", "had"))
            return _is_quoted(line, at, left_noun(line, first))
    if line.key(at + 1) == "by":
        return None
    group = verb_group(line, at)
    noun = left_noun(line, group) if group is not None else None
    other = right_noun(line, at + 1) if noun else None
    if noun is None or other is None:
        return None
    outer = named(line, noun, (at, at + 1))
    if line.key(other.stop) == "as":
        return _as_saying(line, outer, other, (at, other.stop), noun.edge)
    first = other.stop + (line.key(other.stop) in ("that", "which", "who", ":", ","))
    right = ((first, content_end(line, first)),) if words_in(line, first, len(line)) >= 3 else ()
    left = (
        left_content(line, noun.edge)
        if noun.edge and (line.key(noun.edge - 1) == "," or ends_quoted(line, noun.edge))
        else ()
    )
    sources = (*outer, *named(line, other))
    return Cue(sources, (at, at + 1), saying_lemma(line.key(at)), (noun.edge, other.stop), right or left)


def _as_saying(line: Line, outer: tuple[Named, ...], other: Noun, cite: Stretch, edge: int) -> Cue | None:
    """What follows "cited a source": "as saying that"."""
    place = cite[1] + 1
    while is_adverb(line.key(place)):
        place += 1
    verb = saying_lemma(line.key(place))
    if not verb or not line.key(place).endswith("ing"):
        return None
    right, strong = right_content(line, after_adjuncts(line, place + 1), verb, place)
    left: tuple[Stretch, ...] = ()
    if not right and edge and (line.key(edge - 1) in (",", "-", "--") or ends_quoted(line, edge)):
        left = left_content(line, edge)
    sources = (*outer, *named(line, other, (place, place + 1)))
    return Cue(sources, (place, place + 1), verb, (edge, place + 1), left + right, strong)


def _is_quoted(line: Line, at: int, noun: Noun | None) -> Cue | None:
    """He was quoted by AFP as saying; he is cited as saying by AFP."""
    stop = at + 1
    outlets: tuple[Named, ...] = ()
    if line.key(stop) in ("by", "in"):
        outlet = right_noun(line, stop + 1)
        if outlet:
            outlets, stop = (Named((outlet.first, outlet.stop), None, (at, at + 1)),), outlet.stop
    stop = after_adjuncts(line, stop)
    verb = saying_lemma(line.key(stop + 1)) if line.key(stop) == "as" else ""
    first = at
    if verb and line.key(stop + 1).endswith("ing"):
        stop += 2
        said = (first, stop) if not outlets else (stop - 1, stop)
    else:
        verb, said = saying_lemma(line.key(at)), (at, at + 1)
    after = after_adjuncts(line, stop)
    if line.key(after) in ("by", "in") and not outlets:
        outlet = right_noun(line, after + 1)
        if outlet:
            outlets, stop = (Named((outlet.first, outlet.stop), None, (at, at + 1)),), outlet.stop
            after = after_adjuncts(line, stop)
    right, strong = right_content(line, after, "say", at)
    edge = noun.edge if noun else at
    left: tuple[Stretch, ...] = ()
    if not right and edge and (line.key(edge - 1) in (",", "-", "--") or ends_quoted(line, edge)):
        left = left_content(line, edge)
    if verb == saying_lemma(line.key(at)) and not (left or strong):
        return None
    sources = (*outlets, *(named(line, noun, said) if noun else ()))
    return Cue(sources, said, verb, (edge, stop), left + right, strong)


def _citing(line: Line, at: int, earlier: list[Cue]) -> Cue | None:
    """Reuters reported, citing officials; Citing officials, the Post reported."""
    noun = right_noun(line, at + 1)
    if noun is None:
        return None
    inner = named(line, noun, (at, at + 1))
    lemma_found = saying_lemma(line.key(at))
    last = next((cue for cue in reversed(earlier) if cue.sources and cue.clause[1] <= at), None)
    if last and last.sources[-1].tokens != (noun.first, noun.stop) and line.quoted[at] == line.quoted[last.verb[0]]:
        if any(source.verb == (at, at + 1) for source in last.sources):
            return None
        return Cue(
            (*last.sources, *inner), (at, at + 1), lemma_found, (last.clause[0], noun.stop), last.scope, last.strong
        )
    right = (
        ((noun.stop + 1, content_end(line, noun.stop + 1)),)
        if line.key(noun.stop) == "," and noun.stop + 1 < len(line)
        else ()
    )
    left = left_content(line, at) if at > 2 and line.key(at - 1) == "," else ()
    if not (left or right):
        return None
    return Cue(inner, (at, at + 1), lemma_found, (at, noun.stop), left or right)
