"""What a person changes in the word lists: what makes sense, what is refused, and how it is told."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench import amendments_told, word_lists
from workbench.amendments import MOST, Amended, Amendment, State
from workbench.amendments_told import basis_in_words, changes_between, summary_of, version_notice
from workbench.errors import UserError
from workbench.resources import read_toml
from workbench.word_lists import all_lists, checked, key_of, list_named, lists_for, lists_version

NONE = Amended()


def states(words: Amended, list_id: str) -> dict[str, State]:
    return {entry.text: entry.state for entry in words.entries(list_named(list_id))}


# The lists themselves


def test_every_list_of_the_catalogue_is_there_and_says_what_it_is() -> None:
    assert len({where.id for where in all_lists()}) == len(all_lists()) >= 25
    for where in all_lists():
        assert read_toml(f"words/{where.file}.toml")[where.array]
        assert where.meaning.endswith(".")
        assert where.shipped


def test_the_reporting_verbs_hedges_boosters_loaded_terms_names_and_sources_can_all_be_changed() -> None:
    stances = {array for array in read_toml("words/reporting.toml") if array != "sense"}
    assert {where.array for where in lists_for("reporting")} == stances
    assert {where.array for where in lists_for("loaded")} == set(read_toml("words/loaded.toml"))
    for list_id in ("hedges", "boosters", "naming-groups", "sources", "source-phrases"):
        assert lists_for(list_id) == (list_named(list_id),)


def test_an_entry_is_the_same_however_it_is_written() -> None:
    assert key_of(" Witch  Hunt ") == key_of("witch hunt")
    assert key_of("Al‑Qaeda") == key_of("al-qaeda")
    assert key_of("Burma = Myanmar") == key_of("myanmar =burma")


def test_the_version_of_the_lists_tells_what_they_say() -> None:
    number, _, digest = lists_version().partition("+")
    assert number.count(".") == 2
    assert len(digest) == 8


# Putting in, taking out, moving


def test_what_is_put_in_and_what_is_taken_out_keep_their_signs() -> None:
    words = NONE.add("hedges", "the gulls say").remove("hedges", "often")
    assert states(words, "hedges")["the gulls say"] is State.ADDED
    assert states(words, "hedges")["often"] is State.REMOVED
    assert states(words, "hedges")["perhaps"] is State.SHIPPED
    assert [one.against for one in words.amendments] == [lists_version()] * 2
    assert NONE.amendments == ()


def test_what_is_taken_back_leaves_no_change() -> None:
    assert NONE.add("hedges", "frobly").remove("hedges", "Frobly") == NONE
    assert NONE.remove("hedges", "often").add("hedges", "OFTEN") == NONE
    assert NONE.remove("loaded-nouns", "witch hunt").add("loaded-nouns", "witch hunt") == NONE


def test_a_verb_may_be_given_in_any_form() -> None:
    assert [one.entry for one in NONE.add("loaded-verbs", "Photocopied").amendments] == ["photocopy"]
    assert not NONE.remove("reporting-admission", "admitted").holds(list_named("reporting-admission"), "admits")


def test_a_family_of_lists_takes_a_word_by_its_form_and_gives_it_up_wherever_it_is() -> None:
    homes = {word: NONE.add("loaded", word).amendments[0].list_id for word in ("zorbist", "zorbily", "zorbous")}
    assert homes == {"zorbist": "loaded-nouns", "zorbily": "loaded-adverbs", "zorbous": "loaded-adjectives"}
    assert {one.list_id for one in NONE.remove("loaded", "regime").amendments} == {"loaded-nouns"}


def test_moving_is_one_change_out_and_one_in() -> None:
    words = NONE.move("reporting-neutral", "reporting-claim", "said")
    assert states(words, "reporting-neutral")["say"] is State.REMOVED
    assert states(words, "reporting-claim")["say"] is State.ADDED
    assert words.move("reporting-claim", "reporting-neutral", "say") == NONE


def test_a_verb_that_the_program_has_twice_is_moved_to_where_it_is_already() -> None:
    assert "declare" in list_named("reporting-neutral").shipped
    assert "declare" in list_named("reporting-claim").shipped
    words = NONE.move("reporting-neutral", "reporting-claim", "declare")
    assert [(one.list_id, one.removed) for one in words.amendments] == [("reporting-neutral", True)]


def test_one_list_is_reset_or_all() -> None:
    words = NONE.add("hedges", "frobly").remove("loaded-nouns", "regime").add("loaded-adverbs", "frobly")
    assert {one.list_id for one in words.reset("hedges").amendments} == {"loaded-adverbs", "loaded-nouns"}
    assert {one.list_id for one in words.reset("loaded").amendments} == {"hedges"}
    assert words.reset() == NONE


REFUSED: list[tuple[Callable[[], Amended], str]] = [
    (lambda: NONE.add("hegdes", "x"), "There is no word list “hegdes”; the lists are reporting-neutral, "),
    (lambda: NONE.add("loaded-nouns", "regime"), "“regime” is in “loaded-nouns” already."),
    (lambda: NONE.add("loaded", "Regime"), "is in “loaded-nouns” already"),
    (
        lambda: NONE.add("reporting-denial", "claimed"),
        "is in “reporting-claim” already; move it from there if it belongs",
    ),
    (lambda: NONE.add("reporting", "quoogle"), "Say which of these lists you mean: reporting-neutral, "),
    (lambda: NONE.add("hedges", "frob\nly"), "“frob ly” has a line break"),
    (lambda: NONE.add("hedges", "frob\x00ly"), "has a line break or another control character"),
    (lambda: NONE.add("hedges", "  "), "has no word in it"),
    (lambda: NONE.add("hedges", "—"), "has no word in it"),
    (lambda: NONE.add("hedges", "maybe, maybe not"), "as no word has the sign “,”: leave it out"),
    (lambda: NONE.add("hedges", "one two three four five"), "whose entries have 1 to 4 words"),
    (lambda: NONE.add("loaded-nouns", "two words"), "“two words” would never be found in “loaded-nouns”"),
    (lambda: NONE.add("source-phrases", "zorb"), "whose entries have 2 to 12 words"),
    (lambda: NONE.add("hedges", "x" * 121), "is too long for an entry, which has 120 characters at most"),
    (lambda: NONE.add("naming-groups", "Burma"), "two names or more for one thing, such as “Burma = Myanmar”"),
    (lambda: NONE.add("naming-groups", "Zub = zub"), "two names or more"),
    (lambda: NONE.remove("hedges", "zorb"), "“zorb” is not in “hedges”."),
    (lambda: NONE.remove("hedges", "regime"), "“regime” is not in “hedges”; it is in “loaded-nouns”, “bodies”."),
    (lambda: NONE.remove("hedges", "often").remove("hedges", "often"), "“often” was taken out of “hedges” already."),
    (lambda: NONE.move("hedges", "hedges", "often"), "that is the same list"),
    (lambda: NONE.move("hedges", "loaded-nouns", "in theory"), "would never be found in “loaded-nouns”"),
]


@pytest.mark.parametrize(("change", "sentence"), REFUSED, ids=[sentence for _, sentence in REFUSED])
def test_what_makes_no_sense_is_refused_in_one_sentence(change: Callable[[], Amended], sentence: str) -> None:
    with pytest.raises(UserError) as refused:
        change()
    assert sentence in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_case_takes_so_many_changes_that_a_report_can_state_them() -> None:
    wanted = [("hedges", f"frob{number}", False) for number in range(MOST)]
    words = NONE.merged(wanted)
    assert len(words.amendments) == MOST
    with pytest.raises(UserError, match="1,000 changes to the word lists at most"):
        words.add("hedges", "frobly")


def test_merging_leaves_what_is_so_already_and_puts_the_rest_on_top() -> None:
    words = NONE.add("hedges", "frobly").remove("hedges", "often")
    wanted = [
        ("hedges", "frobly", False),
        ("hedges", "often", False),
        ("hedges", "perhaps", True),
        ("hedges", "zz", True),
    ]
    merged = words.merged(wanted)
    assert [(one.entry, one.removed) for one in merged.amendments] == [("frobly", False), ("perhaps", True)]
    assert merged.merged(wanted) == merged


ENTRIES = st.sampled_from(["frobly", "often", "perhaps", "in theory", "the gulls say"])


@given(st.lists(st.tuples(ENTRIES, st.booleans()), max_size=8), st.lists(st.tuples(ENTRIES, st.booleans()), max_size=8))
def test_the_changes_between_two_states_lead_from_one_to_the_other_and_back(
    one: list[tuple[str, bool]], other: list[tuple[str, bool]]
) -> None:
    before, after = (NONE.merged(("hedges", entry, removed) for entry, removed in some) for some in (one, other))
    found = set(before.amendments)
    for gone, come in changes_between(before, after):
        found -= {gone} if gone else set()
        found |= {come} if come else set()
    assert Amended(one for one in found if one) == after


# Finding


@pytest.mark.parametrize(
    ("text", "lists"),
    [
        ("regime", ["loaded-nouns", "bodies"]),
        ("Slammed", ["reporting-coloured"]),
        ("zorb", []),
        ("according to", ["source-phrases"]),
    ],
)
def test_a_word_of_an_article_is_found_in_its_lists(text: str, lists: list[str]) -> None:
    found = [entry.list_id for entry in NONE.entries_like(text)]
    assert found[: len(lists)] == lists
    assert bool(found) == bool(lists)


# Telling


@pytest.mark.parametrize(
    ("change", "summary"),
    [
        (lambda words: words.add("hedges", "frobly"), "Add “frobly” to hedges"),
        (lambda words: words.remove("hedges", "often"), "Remove “often” from hedges"),
        (lambda words: words.move("hedges", "boosters", "often"), "Move “often” from hedges to boosters"),
        (lambda words: words.add("hedges", "frobly").add("hedges", "gribly"), "Change the word lists (2 changes)"),
    ],
)
def test_a_step_says_what_it_did(change: Callable[[Amended], Amended], summary: str) -> None:
    after = change(NONE)
    assert summary_of(changes_between(NONE, after)) == summary
    assert changes_between(after, after) == ()


def test_taking_a_change_back_by_hand_says_so_too() -> None:
    words = NONE.remove("hedges", "often")
    assert summary_of(changes_between(words, words.add("hedges", "often"))) == "Add “often” to hedges"


def test_the_basis_of_labels_names_the_lists_and_every_change() -> None:
    shown = amendments_told.shown_version(lists_version())
    assert basis_in_words(NONE) == f"the word lists of Variorum {shown}, unchanged"
    words = NONE.add("hedges", "frobly").add("loaded", "Zorbist").remove("hedges", "often")
    told = "2 additions: “frobly” (hedges), “Zorbist” (loaded-nouns); 1 removal: “often” (hedges)"
    assert basis_in_words(words) == f"the word lists of Variorum {shown} with {told}"


def made_against(version: str) -> Amended:
    return Amended([Amendment("hedges", "frobly", False, version)])


def test_lists_that_are_not_those_the_changes_were_made_against_are_told_in_one_line() -> None:
    assert version_notice(NONE) == version_notice(NONE.add("hedges", "frobly")) == ""
    older = version_notice(made_against("0.0.9+00000000"))
    assert "are newer than those that the changes of this case were made against (0.0.9 (00000000))" in older
    assert "\n" not in older
    number = lists_version().partition("+")[0]
    assert "are others than those" in version_notice(made_against(f"{number}+00000000"))
    assert "are others than those" in version_notice(made_against("99.0.0+00000000"))
    assert "(the changes were made against 0.0.9 (00000000))" in basis_in_words(made_against("0.0.9+00000000"))


def test_changes_stay_on_top_of_newer_lists(monkeypatch: pytest.MonkeyPatch) -> None:
    """The next version of the program has one of the entries itself, and another no more."""
    words = NONE.add("hedges", "frobly").remove("hedges", "often")
    newer = {key: text for key, text in list_named("hedges").shipped.items() if key != "often"} | {"frobly": "frobly"}
    monkeypatch.setattr(word_lists, "_shipped", lambda file, array: newer)
    assert states(words, "hedges")["frobly"] is State.SHIPPED
    assert "often" not in states(words, "hedges")
    assert words.remove("hedges", "frobly").amendments[0].removed
    assert words.lexicon is not NONE.lexicon


def test_a_change_to_a_list_that_this_program_has_not_counts_for_nothing_and_is_kept() -> None:
    words = Amended([Amendment("sarcasm", "sure", False, "9.0.0+00000000")])
    assert words.lexicon is NONE.lexicon
    assert words.add("hedges", "frobly").amendments[-1].list_id == "sarcasm"


@given(st.text(max_size=40), st.sampled_from(all_lists()))
def test_whatever_is_typed_is_an_entry_or_a_sentence(text: str, where: word_lists.WordList) -> None:
    try:
        entry = checked(where, text)
    except UserError as refused:
        sentence = str(refused)
    else:
        sentence = ""
        assert checked(where, entry) == entry
        assert Amended().merged([(where.id, entry, False)]).holds(where, entry)
    assert "\n" not in sentence
