"""Sources with a verb of saying, in the order "X said" and in that of "said X"."""

from dataclasses import replace

from workbench.framing.adjuncts import after_adjuncts
from workbench.framing.citing import cited
from workbench.framing.contents import enough, right_content
from workbench.framing.cues import (
    Cue,
    Named,
    Stretch,
    content_end,
    ends_quoted,
    has_verb,
    left_content,
    named,
    opens_quoted,
    words_in,
)
from workbench.framing.lines import Line
from workbench.framing.lists import idioms, is_adverb, is_noun_form, listed, saying_lemma
from workbench.framing.nouns import Noun, left_noun
from workbench.framing.nouns_after import right_noun
from workbench.framing.phrases import by_whom
from workbench.framing.verbs import verb_group
from workbench.framing.wordclasses import is_auxiliary, is_determiner, is_preposition, is_pronoun, is_verb


def saying_cues(line: Line) -> list[Cue]:
    """The cues of a line that are verbs, in order."""
    found: list[Cue] = []
    for at in range(len(line)):
        verb = saying_lemma(line.key(at))
        if verb and _is_saying(line, at, verb):
            cue = cited(line, at, found) if verb in listed("verbs", "citing") else _said(line, at, verb, found)
            if cue:
                found.append(cue)
    return found


def _is_saying(line: Line, at: int, verb: str) -> bool:
    if line.shown(at)[0].isupper() and at and not line.is_mark(at - 1):
        return False
    if any(
        tuple(line.keys[at - k : at - k + len(idiom)]) == idiom
        for idiom in idioms()
        for k in range(len(idiom))
        if at >= k
    ):
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
    after = any(
        line.key(place) == "that" or opens_quoted(line, place) for place in range(at + 1, min(len(line), at + 8))
    )
    return line.quoted[at] < 0 and (before or after)


def _said(line: Line, at: int, verb: str, earlier: list[Cue]) -> Cue | None:
    """The cue of a verb that is no verb of citing."""
    if (
        line.key(at).endswith("ing")
        and line.key(at - 1) not in listed("words", "being")
        and not is_adverb(line.key(at - 1))
    ):
        return _participle(line, at, verb, earlier)
    group = verb_group(line, at)
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
    right, strong = right_content(line, after_adjuncts(line, at + 1), verb, at)
    if not right:
        return None
    last = earlier[-1] if earlier and earlier[-1].sources and earlier[-1].sources[-1].verb == earlier[-1].verb else None
    if last and line.quoted[at] == line.quoted[last.verb[0]]:
        sources = (*last.sources[:-1], replace(last.sources[-1], verb=(at, at + 1)))
        return Cue(sources, (at, at + 1), verb, (at, at + 1), right, strong)
    first = next(
        (place for place in range(1, group) if is_verb(line, place) and line.quoted[place] == line.quoted[at]), 0
    )
    noun = left_noun(line, first) if first else None
    if noun is None:
        return None
    return Cue(named(line, noun, (at, at + 1)), (at, at + 1), verb, (at, at + 1), right, strong)


def _told(line: Line, at: int, verb: str) -> Cue | None:
    """The court was told that …: somebody says it, and is not named; or "was told by X that"."""
    passive = any(key in listed("words", "being") for key in line.keys[max(0, at - 3) : at])
    negated = any(key in listed("words", "negations") or key.endswith("n't") for key in line.keys[max(0, at - 4) : at])
    if verb not in ("tell", "inform", "assure", "warn", "remind") or not passive or negated:
        return None
    stop = at + 1
    sources, stop = by_whom(line, stop)
    stop = after_adjuncts(line, stop)
    if line.key(stop) != "that":
        return None
    return Cue(
        sources, (at, at + 1), verb, (max(0, at - 1), stop + 1), ((stop + 1, content_end(line, stop + 1)),), True
    )


def _may_speak(line: Line, noun: Noun, at: int) -> bool:
    """Whether a noun before a verb is its subject, where the verb may as well be a noun: "the report of"."""
    if line.key(noun.first) in listed("words", "negations") or line.keys[noun.first : noun.first + 2] == ["no", "one"]:
        return False
    if line.key(noun.first - 1) in ("if", "unless") and noun.first:
        return False
    if not is_noun_form(line.key(at)):
        return True
    if line.quoted[at] >= 0 and line.key(at + 1) != "that":
        return False
    follows = line.key(at + 1)
    if is_pronoun(line.key(noun.first)) and noun.stop - noun.first == 1:
        return True
    plain = (
        follows in ("that", ":", ".", ",")
        or opens_quoted(line, at + 1)
        or is_determiner(follows)
        or is_pronoun(follows)
    )
    return (
        plain
        and not is_determiner(line.key(noun.stop - 1))
        and follows != "of"
        and noun.stop == noun.edge + (noun.stop - noun.first)
    )


def _active(line: Line, noun: Noun, at: int, verb: str) -> Cue | None:
    sources, stop = named(line, noun, (at, at + 1)), at + 1
    if verb in listed("verbs", "addressed"):
        told = right_noun(line, stop)
        if told and not _is_clause_start(line, told):
            stop = told.edge if told.description is None else told.stop
            sources = (Named((told.first, told.stop)), *sources)
    after = after_adjuncts(line, stop)
    right, strong = right_content(line, after, verb, at)
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
    if (
        left
        and right
        and not quoted_left
        and has_verb(line, *left[0])
        and line.key(right[0][0]) in ("who", "which", "whose", "adding", "citing", "quoting")
    ):
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
        right = enough(line, quote)
    elif not quoted and line.key(after) == "," and (is_verb(line, after + 1) or line.key(after + 1) in ("and", "but")):
        right = enough(line, after + 1)
    return Cue(named(line, noun, (at, at + 1)), (at, at + 1), verb, (at, noun.stop), left + right, quoted)


def _participle(line: Line, at: int, verb: str, earlier: list[Cue]) -> Cue | None:
    """`…, adding that …`: said by whom the verb before has."""
    if line.key(at - 1) not in (",", "and", "while", "before", "by") or verb not in listed("verbs", "bare"):
        return None
    right, strong = right_content(line, after_adjuncts(line, at + 1), verb, at)
    if not right:
        return None
    if earlier and earlier[-1].sources and line.quoted[at] == line.quoted[earlier[-1].verb[0]]:
        sources = (*earlier[-1].sources[:-1], replace(earlier[-1].sources[-1], verb=(at, at + 1)))
        return Cue(sources, (at, at + 1), verb, (at, at + 1), right, strong)
    noun = right_noun(line, 0) if line.quoted[0] == line.quoted[at] else None
    if noun is None or not has_verb(line, noun.edge, at):
        return None
    return Cue(named(line, noun, (at, at + 1)), (at, at + 1), verb, (at, at + 1), right, strong)
