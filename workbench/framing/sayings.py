"""Sources with a verb of saying, in the order "X said", in that of "said X", and where one cites another."""

from dataclasses import replace

from workbench.framing.cues import (
    Cue, Named, Stretch, content_end, ends_quoted, has_clause, has_verb, left_content, named, opens_quoted, words_in,
)  # fmt: skip
from workbench.framing.lines import Line
from workbench.framing.lists import idioms, is_adverb, is_noun_form, listed, saying_lemma
from workbench.framing.nouns import (
    Noun, after_adjuncts, is_auxiliary, is_determiner, is_preposition, is_pronoun, is_verb, left_noun, right_noun,
)  # fmt: skip

_OPENERS = frozenset(("that", "how", "whether", "why"))


def saying_cues(line: Line) -> list[Cue]:
    """The cues of a line that are verbs, in order."""
    found: list[Cue] = []
    for at in range(len(line)):
        verb = saying_lemma(line.key(at))
        if verb and _is_saying(line, at, verb):
            cue = _cited(line, at, found) if verb in listed("verbs", "citing") else _said(line, at, verb, found)
            if cue:
                found.append(cue)
    return found


def _is_saying(line: Line, at: int, verb: str) -> bool:
    if line.shown(at)[0].isupper() and at and not line.is_mark(at - 1):
        return False
    if any(tuple(line.keys[at - k : at - k + len(idiom)]) == idiom for idiom in idioms() for k in range(len(idiom)) if at >= k):
        return False
    before = line.key(at - 1)
    if before in ("the", "a", "an", "of", "in", "by", "with", "for", "from") and not line.is_mark(at - 1):
        return before == "by" and line.key(at).endswith("ing")
    if line.key(at).endswith("ed") and line.key(at + 1) in ("by", "of", "for") and verb not in ("complain", "report"):
        return False  # "Russians accused of hacking", "a drone claimed by the army"
    if is_pronoun(before) and before in ("i", "we", "you") and line.quoted[at] >= 0:
        return False
    if verb in listed("verbs", "never") or verb not in listed("verbs", "bare") | listed("verbs", "citing"):
        return _has_marks_beside(line, at)
    return True


def _has_marks_beside(line: Line, at: int) -> bool:
    """Whether a quotation closes before the clause of a verb, or opens after it or "that" does."""
    before = any(ends_quoted(line, place) for place in range(max(1, at - 8), at + 1))
    after = any(line.key(place) == "that" or opens_quoted(line, place) for place in range(at + 1, min(len(line), at + 8)))
    return line.quoted[at] < 0 and (before or after)


def _said(line: Line, at: int, verb: str, earlier: list[Cue]) -> Cue | None:
    """The cue of a verb that is no verb of citing."""
    if line.key(at).endswith("ing") and line.key(at - 1) not in listed("words", "being") and not is_adverb(line.key(at - 1)):
        return _participle(line, at, verb, earlier)
    group = _group(line, at)
    if group is None:
        return _told(line, at, verb)
    if line.key(group - 1) in ("and", "but") and group:
        return _coordinated(line, group, at, verb, earlier)
    noun = left_noun(line, group)
    if noun and _may_speak(line, noun, at):
        return _active(line, noun, at, verb)
    return _inverted(line, at, verb) if group == at else None


def _coordinated(line: Line, group: int, at: int, verb: str, earlier: list[Cue]) -> Cue | None:
    """He blamed the weather and said …: said by the subject of the verb before."""
    if is_noun_form(line.key(at)) and line.key(at + 1) != "that":
        return None
    right, strong = _right_content(line, after_adjuncts(line, at + 1), verb, at)
    if not right:
        return None
    last = earlier[-1] if earlier and earlier[-1].sources and earlier[-1].sources[-1].verb == earlier[-1].verb else None
    if last and line.quoted[at] == line.quoted[last.verb[0]]:
        sources = (*last.sources[:-1], replace(last.sources[-1], verb=(at, at + 1)))
        return Cue(sources, (at, at + 1), verb, (at, at + 1), right, strong)
    first = next((place for place in range(1, group) if is_verb(line, place) and line.quoted[place] == line.quoted[at]), 0)
    noun = left_noun(line, first) if first else None
    if noun is None:
        return None
    return Cue(named(line, noun, (at, at + 1)), (at, at + 1), verb, (at, at + 1), right, strong)


def _group(line: Line, at: int) -> int | None:
    """Where the verb begins with its auxiliaries; None where it is passive, negated, or an infinitive of no source."""
    first = at
    while first > 0 and line.quoted[first - 1] == line.quoted[at] and (is_auxiliary(line.key(first - 1)) or is_adverb(line.key(first - 1)) or line.key(first - 1) in ("not", "never")):
        first -= 1
    keys = line.keys[first:at]
    if any(key in listed("words", "negations") or key.endswith("n't") for key in keys):
        return None
    if any(key in listed("words", "being") for key in keys) and not line.key(at).endswith("ing"):
        return None
    if line.key(first - 1) == "to":
        return _catenative(line, first - 1)
    return None if any(key in ("cannot",) for key in keys) else first


def _catenative(line: Line, to: int) -> int | None:
    place = to
    while place > 0 and line.key(place - 1) in listed("verbs", "catenative"):
        place -= 1
    if place == to or line.key(to - 1) in ("wants", "wanted", "expected"):
        return None
    while place > 0 and (is_auxiliary(line.key(place - 1)) or is_adverb(line.key(place - 1))):
        place -= 1
    if any(key in listed("words", "negations") or key.endswith("n't") for key in line.keys[place:to]):
        return None
    return place


def _told(line: Line, at: int, verb: str) -> Cue | None:
    """The court was told that …: somebody says it, and is not named; or "was told by X that"."""
    passive = any(key in listed("words", "being") for key in line.keys[max(0, at - 3) : at])
    negated = any(key in listed("words", "negations") or key.endswith("n't") for key in line.keys[max(0, at - 4) : at])
    if verb not in ("tell", "inform", "assure", "warn", "remind") or not passive or negated:
        return None
    stop, sources = at + 1, ()
    if line.key(stop) == "by":
        noun = right_noun(line, stop + 1)
        if noun:
            sources, stop = named(line, noun), noun.edge
    stop = after_adjuncts(line, stop)
    if line.key(stop) != "that":
        return None
    return Cue(sources, (at, at + 1), verb, (max(0, at - 1), stop + 1), ((stop + 1, content_end(line, stop + 1)),), True)


def _may_speak(line: Line, noun: Noun, at: int) -> bool:
    """Whether a noun before a verb is its subject, where the verb may as well be a noun: "the report of"."""
    if line.key(noun.first - 1) in ("if", "unless") and noun.first:
        return False
    if not is_noun_form(line.key(at)):
        return True
    if line.quoted[at] >= 0 and line.key(at + 1) != "that":
        return False
    follows = line.key(at + 1)
    if is_pronoun(line.key(noun.first)) and noun.stop - noun.first == 1:
        return True
    plain = follows in ("that", ":", ".", ",") or opens_quoted(line, at + 1) or is_determiner(follows) or is_pronoun(follows)
    return plain and not is_determiner(line.key(noun.stop - 1)) and follows not in ("of",) and noun.stop == noun.edge + (noun.stop - noun.first)


def _active(line: Line, noun: Noun, at: int, verb: str) -> Cue | None:
    sources, stop = named(line, noun, (at, at + 1)), at + 1
    if verb in listed("verbs", "addressed"):
        told = right_noun(line, stop)
        if told and not _is_clause_start(line, told):
            stop = told.edge if told.description is None else told.stop
            sources = (Named((told.first, told.stop)), *sources)
    after = after_adjuncts(line, stop)
    right, strong = _right_content(line, after, verb, at)
    quoted_left = ends_quoted(line, noun.edge)
    left: tuple[Stretch, ...] = ()
    before = line.key(noun.edge - 1)
    if noun.edge and (before in (",", "-", "--", ")") or quoted_left or before == "as"):
        closed = after >= len(line) or line.key(after) in (",", ".", "-", "--", ";", "?", "!", ")")
        if quoted_left or (closed and not strong):
            broken = line.key(after) in (",", "-", "--") and is_verb(line, after + 1)
            left = left_content(line, noun.edge, 1 if broken else 2)
            if left and not quoted_left and _is_lead_in(line, *left[0]):
                left = ()
    if not left and line.key(after) in (",", "-", "--") and not strong and before != "as":
        right = ()
    if left and right and not quoted_left and has_verb(line, *left[0]) and line.key(right[0][0]) in ("who", "which", "whose", "adding", "citing", "quoting"):
        right = ()
    if left and right and quoted_left and not strong and line.key(after) == "," and not opens_quoted(line, right[0][0]):
        right = ()
    return Cue(sources, (at, at + 1), verb, (noun.edge, stop), left + right, strong)


def _is_lead_in(line: Line, first: int, stop: int) -> bool:
    """Whether the words before a clause only say when or where: "On Monday, the mayor said, …"."""
    return not has_verb(line, first, stop) and is_preposition(line.key(first)) and words_in(line, first, stop) <= 6


def _is_clause_start(line: Line, told: Noun) -> bool:
    """Whether what follows "told" or "warned" is already what is said: "warned the dam would break"."""
    if line.key(told.first - 1) in ("warned", "warns", "warn", "promised", "promises"):
        return is_auxiliary(line.key(told.stop)) or not has_verb(line, told.stop, len(line))
    return False


def _right_content(line: Line, after: int, verb: str, at: int) -> tuple[tuple[Stretch, ...], bool]:
    """What is said from token `after` on, and whether a word or mark brings it in."""
    if after >= len(line):
        return (), False
    key = line.key(after)
    if key == ":":
        return _enough(line, after + 1), True
    if key in _OPENERS:
        return _enough(line, after + (key == "that")), True
    if opens_quoted(line, after) and line.quoted[after] != line.quoted[at]:
        return _enough(line, after), True
    if key == ",":
        if opens_quoted(line, after + 1):
            return _enough(line, after + 1), True
        if line.key(after + 1) == "that":
            return _enough(line, after + 2), True
        return _enough(line, after + 1), False
    if key in ("-", "--") and is_verb(line, at) and words_in(line, after, len(line)) > 2 and not opens_quoted(line, after + 1):
        return _enough(line, after + 1), False
    if key in (".", "-", "--", ";", "?", "!", ")"):
        quoted = next((place for place in range(after + 1, min(after + 3, len(line))) if opens_quoted(line, place)), 0)
        return (_enough(line, quoted), True) if quoted else ((), False)
    if line.quoted[after] != line.quoted[at] and line.quoted[at] >= 0:
        return (), False
    brief = not line.is_word(after + 1)
    if verb in ("say", "tell") and (key == "nothing" or (brief and key in ("so", "no", "little", "yes", "goodbye"))):
        return (), False
    return _bare_content(line, after, verb)


def _bare_content(line: Line, after: int, verb: str) -> tuple[tuple[Stretch, ...], bool]:
    that = _that_after(line, after)
    if that:
        return _enough(line, that), True
    stop = content_end(line, after)
    quoted = any(line.quoted[place] >= 0 and line.quoted[place] != line.quoted[after - 1] for place in range(after, stop))
    if not quoted:
        if verb not in listed("verbs", "bare"):
            return (), False
        if verb in listed("verbs", "nominal") and not has_clause(line, after, stop):
            return (), False
    return (((after, stop),), False) if words_in(line, after, stop) >= 2 else ((), False)


def _that_after(line: Line, first: int) -> int:
    """The token after a "that" which adjuncts keep from its verb: "told reporters over breakfast that"; 0 without one."""
    if not is_preposition(line.key(first)) and line.key(first) not in ("to",):
        return 0
    for at in range(first, min(len(line), first + 16)):
        if line.key(at) == "that":
            return at + 1
        if is_verb(line, at) or line.is_mark(at) or line.key(at) in (":", ";", "which", "who"):
            return 0
    return 0


def _enough(line: Line, first: int) -> tuple[Stretch, ...]:
    stop = content_end(line, first) if first < len(line) else first
    return ((first, stop),) if stop > first and words_in(line, first, stop) else ()


def _inverted(line: Line, at: int, verb: str) -> Cue | None:
    """`"…," said X`, `…, reports the Daily Star`."""
    quoted = ends_quoted(line, at)
    if not quoted and not (line.key(at - 1) in (",", "so", "as") and at > 2):
        return None
    if line.quoted[at] >= 0 and not quoted:
        return None
    noun = right_noun(line, at + 1)
    if noun is None or (is_pronoun(line.key(noun.first)) and not quoted):
        return None
    after = after_adjuncts(line, noun.edge)
    if not quoted and after < len(line) and line.key(after) not in (",", ".", "-", "--", ";", ":", "who"):
        return None
    left = left_content(line, at)
    right: tuple[Stretch, ...] = ()
    quote = next((p for p in range(after, min(after + 30, len(line))) if opens_quoted(line, p)), -1)
    if quote >= 0 and (quote - after <= 2 or quoted):
        right = _enough(line, quote)
    elif not quoted and line.key(after) == "," and (is_verb(line, after + 1) or line.key(after + 1) in ("and", "but")):
        right = _enough(line, after + 1)
    return Cue(named(line, noun, (at, at + 1)), (at, at + 1), verb, (at, noun.stop), left + right, quoted)


def _participle(line: Line, at: int, verb: str, earlier: list[Cue]) -> Cue | None:
    """`…, adding that …`: said by whom the verb before has."""
    if line.key(at - 1) not in (",", "and", "while", "before", "by") or verb not in listed("verbs", "bare"):
        return None
    right, strong = _right_content(line, after_adjuncts(line, at + 1), verb, at)
    if not right:
        return None
    if earlier and earlier[-1].sources and line.quoted[at] == line.quoted[earlier[-1].verb[0]]:
        sources = (*earlier[-1].sources[:-1], replace(earlier[-1].sources[-1], verb=(at, at + 1)))
        return Cue(sources, (at, at + 1), verb, (at, at + 1), right, strong)
    noun = right_noun(line, 0) if line.quoted[0] == line.quoted[at] else None
    if noun is None or not has_verb(line, noun.edge, at):
        return None
    return Cue(named(line, noun, (at, at + 1)), (at, at + 1), verb, (at, at + 1), right, strong)


def _cited(line: Line, at: int, earlier: list[Cue]) -> Cue | None:
    """RT cited a source as saying; he is quoted by AFP as saying; Reuters reported, citing officials."""
    if line.key(at).endswith("ing"):
        return _citing(line, at, earlier)
    being = at - 1
    while being >= 0 and (is_adverb(line.key(being)) or line.key(being) in ("been",)):
        being -= 1
    if line.key(being) in (*listed("words", "being"), "has", "have", "had") and line.key(at) in ("cited", "quoted"):
        passive = line.key(being) in listed("words", "being") or line.key(at - 1) == "been"
        if passive:
            first = being - (line.key(being - 1) in ("has", "have", "had"))
            return _is_quoted(line, at, left_noun(line, first))
    if line.key(at + 1) == "by":
        return None
    group = _group(line, at)
    noun = left_noun(line, group) if group is not None else None
    other = right_noun(line, at + 1) if noun else None
    if noun is None or other is None:
        return None
    outer = named(line, noun, (at, at + 1))
    if line.key(other.stop) == "as":
        return _as_saying(line, outer, other, (at, other.stop), noun.edge)
    first = other.stop + (line.key(other.stop) in ("that", "which", "who", ":", ","))
    right = ((first, content_end(line, first)),) if words_in(line, first, len(line)) >= 3 else ()
    left = left_content(line, noun.edge) if noun.edge and (line.key(noun.edge - 1) == "," or ends_quoted(line, noun.edge)) else ()
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
    right, strong = _right_content(line, after_adjuncts(line, place + 1), verb, place)
    left: tuple[Stretch, ...] = ()
    if not right and edge and (line.key(edge - 1) in (",", "-", "--") or ends_quoted(line, edge)):
        left = left_content(line, edge)
    sources = (*outer, *named(line, other, (place, place + 1)))
    return Cue(sources, (place, place + 1), verb, (edge, place + 1), left + right, strong)


def _is_quoted(line: Line, at: int, noun: Noun | None) -> Cue | None:
    """He was quoted by AFP as saying; he is cited as saying by AFP."""
    stop, outlets = at + 1, ()
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
    right, strong = _right_content(line, after, "say", at)
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
        return Cue((*last.sources, *inner), (at, at + 1), lemma_found, (last.clause[0], noun.stop), last.scope, last.strong)
    right = ((noun.stop + 1, content_end(line, noun.stop + 1)),) if line.key(noun.stop) == "," and noun.stop + 1 < len(line) else ()
    left = left_content(line, at) if at > 2 and line.key(at - 1) == "," else ()
    if not (left or right):
        return None
    return Cue(inner, (at, at + 1), lemma_found, (at, noun.stop), left or right)
