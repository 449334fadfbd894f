"""The lists in force are a value: each list does what is said of it, and no case or thread gets another's answers."""

import ast
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from workbench.amendments import Amended
from workbench.comparing.compare import compare, compare_places
from workbench.comparing.kinds import reporting_verbs, token_kind
from workbench.comparing.lemmas import lemma
from workbench.comparing.lexicon import SHIPPED, Lexicon, classes, groups, lexicon_in_force, word_list
from workbench.model import LabelKind
from workbench.spans import Span
from workbench.word_lists import all_lists

K = LabelKind
SAID = ("The mayor said the bridge was shut.", "The mayor quoogled the bridge was shut.")
HEDGED = ("The bridge was shut by the wind.", "The bridge was frobly shut by the wind.")
EVERY_LIST: dict[str, tuple[str, tuple[str, str], LabelKind]] = {
    **{where.id: ("quoogle", SAID, K.REPORT_VERB) for where in all_lists() if where.file == "reporting"},
    **{where.id: ("frobly", HEDGED, K.CERTAINTY) for where in all_lists() if where.file == "certainty"},
    "loaded-adjectives": ("zorby", ("They saw the old bridge.", "They saw the zorby bridge."), K.LOADED),
    "loaded-adverbs": ("zorbily", ("He sang softly there.", "He sang zorbily there."), K.LOADED),
    "loaded-verbs": ("zorbify", ("The crowd left the square.", "The crowd zorbified the square."), K.LOADED),
    "loaded-nouns": ("zorbist", ("A window was found.", "A zorbist was found."), K.LOADED),
    "naming-groups": ("Zubra = Old Kelp", ("They went to Zubra by boat.", "They went to Old Kelp by boat."), K.NAMING),
    "titles": ("zorbmaster", ("They met Ann Lee there.", "They met zorbmaster Ann Lee there."), K.NAMING),
    "people": ("zorbos", ("They saw the lanterns leave.", "They saw the zorbos leave."), K.NAMING),
    "bodies": ("zorbate", ("They saw the lantern fail.", "They saw the zorbate fail."), K.NAMING),
    "things": ("zorblet", ("They saw the attack begin.", "They saw the zorblet begin."), K.NAMING),
    "sources": ("zorbers", ("It fell, officials said.", "It fell, zorbers said."), K.ATTRIBUTION),
    "source-phrases": (
        "the gulls have it",
        ("The ferry sank in the old bay.", "The ferry sank the gulls have it."),
        K.ATTRIBUTION,
    ),
    "outlets": ("Zorbia", ("It fell, Moscow said.", "It fell, Zorbia said."), K.ATTRIBUTION),
}


def kinds(pair: tuple[str, str], lexicon: Lexicon = SHIPPED) -> set[LabelKind]:
    return {label.kind for edit in compare(*pair, lexicon) for label in edit.labels}


@pytest.mark.parametrize("list_id", [where.id for where in all_lists()])
def test_an_entry_put_into_a_list_makes_its_label_and_only_by_those_lists(list_id: str) -> None:
    entry, pair, kind = EVERY_LIST[list_id]
    words = Amended().add(list_id, entry)
    assert kind not in kinds(pair)
    assert kind in kinds(pair, words.lexicon)
    assert kind not in kinds(pair)
    assert kind not in kinds(pair, words.remove(list_id, entry).lexicon)


@pytest.mark.parametrize(
    ("list_id", "entry", "pair", "kind"),
    [
        ("hedges", "reportedly", ("It was reportedly shut.", "It was shut."), K.CERTAINTY),
        ("loaded-nouns", "regime", ("They met a window.", "They met a regime."), K.LOADED),
        ("reporting-admission", "admit", ("He said it was shut.", "He admitted it was shut."), K.REPORT_VERB),
        ("naming-groups", "ISIS = Daesh", ("They fled from ISIS.", "They fled from Daesh."), K.NAMING),
    ],
)
def test_an_entry_of_the_program_that_is_taken_out_makes_no_label_any_more(
    list_id: str, entry: str, pair: tuple[str, str], kind: LabelKind
) -> None:
    words = Amended()
    where = next(one for one in all_lists() if one.id == list_id)
    if entry not in where.shipped.values():  # a group with more names than these
        named = {name.lower() for name in entry.split(" = ")}
        found = [one for one in where.shipped.values() if named <= {name.lower() for name in one.split(" = ")}]
        for one in found:
            words = words.remove(list_id, one)
    else:
        words = words.remove(list_id, entry)
    assert kind in kinds(pair)
    assert kind not in kinds(pair, words.lexicon)
    assert kind in kinds(pair)


def test_a_verb_that_is_moved_has_another_stance_and_the_reason_says_so() -> None:
    pair = ("The mayor denied that it was shut.", "The mayor said that it was shut.")
    words = Amended().move("reporting-neutral", "reporting-claim", "say")

    def reason(lexicon: Lexicon) -> str:
        return next(label.reason for edit in compare(*pair, lexicon) for label in edit.labels)

    assert reason(SHIPPED) == "denied to said: takes no side"
    assert reason(words.lexicon) == "denied to said: puts the claim in doubt"


def test_lists_hold_within_their_block_and_blocks_may_be_nested() -> None:
    one, other = Amended().add("hedges", "frobly").lexicon, Amended().add("hedges", "gribly").lexicon
    hedges = word_list("certainty", "hedges")
    assert "frobly" not in hedges
    with one.in_force():
        assert "frobly" in hedges
        with other.in_force():
            assert ("frobly" in hedges, "gribly" in hedges) == (False, True)
        assert ("frobly" in hedges, "gribly" in hedges) == (True, False)
    assert "frobly" not in hedges
    assert lexicon_in_force() is SHIPPED


def test_comparing_without_lists_of_its_own_goes_by_those_in_force() -> None:
    one, other = Amended().add("hedges", "frobly").lexicon, Amended().add("titles", "frob").lexicon
    with one.in_force():
        assert K.CERTAINTY in kinds_as_called(*HEDGED)
        assert K.CERTAINTY not in kinds(HEDGED, other)
        assert K.CERTAINTY in kinds_as_called(*HEDGED)
    assert K.CERTAINTY not in kinds_as_called(*HEDGED)


def kinds_as_called(base: str, witness: str) -> set[LabelKind]:
    return {label.kind for edit in compare(base, witness) for label in edit.labels}


def test_lists_are_let_go_when_comparing_fails() -> None:
    lexicon = Amended().add("hedges", "frobly").lexicon
    with pytest.raises(ZeroDivisionError), lexicon.in_force():
        raise ZeroDivisionError
    assert lexicon_in_force() is SHIPPED


def test_a_thread_that_set_no_lists_has_those_of_the_program_whatever_its_maker_has() -> None:
    lexicon, seen = Amended().add("reporting-claim", "quoogle").lexicon, []
    with lexicon.in_force():
        assert "quoogle" in reporting_verbs()
        other = threading.Thread(target=lambda: seen.append("quoogle" in reporting_verbs()))
        other.start()
        other.join()
    assert seen == [False]


def test_threads_that_compare_for_two_cases_at_once_keep_apart() -> None:
    """Every look-up is cached; a cache that two cases shared would mix them up sooner or later."""
    pairs = [(f"Mayor {k} said so.", f"Mayor {k} quoogled so.") for k in range(60)]
    lists = [SHIPPED, Amended().add("reporting-claim", "quoogle").lexicon, Amended().add("hedges", "quoogled").lexicon]
    alone = {number: [kinds(pair, lexicon) for pair in pairs] for number, lexicon in enumerate(lists)}
    assert alone[0] != alone[1] != alone[2] != alone[0]
    start = threading.Barrier(6)

    def work(number: int) -> list[set[LabelKind]]:
        start.wait()
        return [kinds(pair, lists[number]) for pair in pairs]

    with ThreadPoolExecutor(6) as pool:
        for number, found in zip([0, 1, 2] * 2, pool.map(work, [0, 1, 2] * 2), strict=True):
            assert found == alone[number]


def test_what_is_cached_for_words_is_cached_for_each_lexicon() -> None:
    lexicon = Amended().add("reporting-claim", "quoogle").lexicon
    looks: list[Callable[[], object]] = [
        lambda: token_kind("quoogled"),
        lambda: lemma("quoogling"),
        lambda: classes("reporting").get("quoogle"),
    ]
    before = [look() for look in looks]
    with lexicon.in_force():
        within = [look() for look in looks]
    assert (before, within) == (["", "quoogling", None], ["report", "quoogle", "claim"])
    assert [look() for look in looks] == before


def test_the_same_changes_are_the_same_lexicon_so_that_nothing_is_computed_twice() -> None:
    assert Amended().lexicon is SHIPPED
    one = Amended().add("hedges", "frobly").add("titles", "zorbmaster")
    other = Amended().add("titles", "zorbmaster").add("hedges", "frobly")
    assert one.lexicon is other.lexicon
    assert one.remove("hedges", "frobly").remove("titles", "zorbmaster").lexicon is SHIPPED


def test_a_list_that_can_change_is_a_set_like_any_other() -> None:
    nouns, things = word_list("loaded", "nouns"), word_list("naming", "things")
    assert {"regime", "zzz"} & nouns == {"regime"} == nouns & {"regime", "zzz"}
    assert ({"zzz"} | nouns) - nouns == {"zzz"}
    assert {"regime"} <= nouns
    assert not {"zzz"} <= nouns
    assert nouns.isdisjoint({"zzz"})
    assert len(nouns | things) == len(set(nouns) | set(things))
    with Amended().add("loaded-nouns", "zorbist").lexicon.in_force():
        assert "zorbist" in nouns | things
        assert {"zorbist"} - nouns == set()


def test_names_put_in_join_those_of_the_program() -> None:
    with Amended().add("naming-groups", "the Zorb = ISIS").lexicon.in_force():
        assert groups("naming")["zorb"] & groups("naming")["isis"]
        assert not groups("naming")["zorb"] & groups("naming")["daesh"]


def test_offsets_are_those_of_the_articles_by_any_lists() -> None:
    lexicon = Amended().add("hedges", "frobly").lexicon
    (edit,) = compare_places("xx " + HEDGED[0], Span(3, 35), HEDGED[1], Span(0, len(HEDGED[1])), lexicon)
    assert edit.witness.of(HEDGED[1]).strip() == "frobly"


def test_no_module_keeps_what_it_made_of_a_list_that_can_change_when_it_was_loaded(checkout: Path) -> None:
    """`X = word_list(...)` follows the lists in force; `X = word_list(...) | other` and `X = groups(...)` would not."""
    changeable = {(where.file, where.array) for where in all_lists()}

    def frozen(node: ast.Call, parent: ast.AST) -> bool:
        name = getattr(node.func, "id", "")
        words = [one.value for one in node.args if isinstance(one, ast.Constant)]
        if name not in ("word_list", "classes", "groups") or not words:
            return False
        arrays = words[1:] or (["groups"] if name == "groups" else [a for f, a in changeable if f == words[0]])
        kept_as_it_is = name == "word_list" and isinstance(parent, ast.Assign | ast.AnnAssign)
        return any((words[0], array) in changeable for array in arrays) and not kept_as_it_is

    found = [
        file.name
        for file in sorted((checkout / "workbench").rglob("*.py"))
        for statement in ast.parse(file.read_text(encoding="utf-8")).body
        if isinstance(statement, ast.Assign | ast.AnnAssign)
        for parent in ast.walk(statement)
        for node in ast.iter_child_nodes(parent)
        if isinstance(node, ast.Call) and frozen(node, parent)
    ]
    assert found == []
