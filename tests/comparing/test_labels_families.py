"""The rules of labelling family by family, with the cases that are easily mistaken. All texts are invented."""

import pytest

from tests.comparing.marking import edit_of, kinds_of, sides
from workbench.comparing.compare import compare

NUMBERS = [
    ("It has [[three times=>twice]] as many boats.", {"number"}),
    ("Ada Lund, [[62=>66]], was there.", {"number"}),
    ("They won [[3-1=>4-1]] at home.", {"number"}),
    ("He took a [[two-shot=>three-shot]] lead.", {"number"}),
    ("[[All=>Some]] of the boats sank.", {"number"}),
    ("It cost [[€4=>€6]] million.", {"number"}),
    ("It rose to [[31%=>38%]].", {"number"}),
    ("It fell by a [[third=>quarter]].", {"number"}),
]
SAME_VALUES = [
    "They sold [[ten=>10]] boats.",
    "It cost [[$9bn=>$9 billion]] to build.",
    "It lost a [[tenth=>10%]] of its value.",
    "They paid [[half a million=>500,000]] crowns.",
    "Win by [[2-0=>2–0]] at home.",
]
DATES = [
    ("It shut in [[March=>May]] of that year.", {"date"}),
    ("They met at [[2=>4]] a.m. on the pier.", {"date"}),
    ("It took [[60=>90]] days to mend.", {"date"}),
    ("She ran it in [[2:11:53=>2:09:56]] on Sunday.", {"date"}),
    ("It was the [[fourth=>fifth]] straight month of loss.", {"date"}),
    ("They must leave by [[noon=>midnight]] today.", {"date"}),
    ("It closed after [[ten days=>a week]] of rain.", {"date"}),
]
NO_DATES = [
    ("The mayor [[may=>will]] sell the yard.", {"certainty"}),
    ("They will [[march=>walk]] to the yard.", {"wording"}),
]
NAMES = [
    ("The [[Arctic=>Antarctic]] ice shrank.", {"name"}),
    ("They lost the [[upper=>lower]] house.", {"name"}),
    ("A [[Republican=>Democrat]] from the coast.", {"name"}),
    ("A [[Russia-linked=>China-linked]] ship.", {"name"}),
    ("[[Baku=>Azerbaijan]] sent two ships.", {"naming"}),
    ("[[Prime Minister =>]]Lund spoke.", {"naming"}),
    ("He flew to [[Khartoum=>the Sudanese capital]] at dawn.", {"naming"}),
]
VERBS = [
    ("Police [[suspect=>conclude]] it was lit.", {"report-verb"}),
    ("The council [[asked=>ordered]] them to leave.", {"report-verb"}),
    ("The union [[called=>condemned]] it a farce.", {"report-verb"}),
    ("The owner [[said=>vowed]] to stay.", {"report-verb"}),
    ("The owner [[said=>ranted]] that it was late.", {"report-verb", "loaded"}),
    ("The firm [[admitted=>denied]] the leak.", {"negation", "report-verb"}),
    ("The firm [[did not deny=>denied]] the leak.", {"negation"}),
    ("The yard [[accepted=>rejected]] his account.", {"negation"}),
]
SOURCES = [
    ("[[Police=>Organisers]] said 900 came.", {"attribution"}),
    ("A [[local official=>resident]] said it was cold.", {"attribution"}),
    ("[[Le Monde=>Libération]] reported that it was sold.", {"attribution", "name"}),
    ("The dam held, [[it was reported=>a board official said]].", {"attribution"}),
    ("The dam held[[, two delegates told Reuters=>]].", {"attribution"}),
    ("The dam held[[, according to the board=>]].", {"attribution"}),
    ("The dam held[[, citing pressure from the sea=>]].", {"omitted"}),
    ("The [[company=>shipping giant]] said it was sorry.", {"naming"}),
]
CERTAINTY = [
    ("It is [[perhaps=>up to]] 12,000 barrels.", {"certainty"}),
    ("It [[may have=>had]] sunk.", {"certainty"}),
    ("She [[had decided on=>was considering]] a vote.", {"certainty"}),
    ("It was [[confirmed=>suspected]] at three sites.", {"certainty"}),
    ("They found [[proof=>hints]] of ice.", {"certainty"}),
    ("A [[suspected =>]]arson.", {"certainty"}),
    ("They saw [[=>an estimated ]]900 boats.", {"certainty"}),
    ("It ran dry[[, though nobody has checked the figures=>]].", {"omitted", "certainty"}),
]
NOT_CERTAINTY = [
    ("It is [[nearly=>almost]] noon.", {"wording"}),
    ("They sold [[about=>around]] 40 boats.", {"wording"}),
]
NEGATION = [
    ("It [[broke=>did not break]] the ice.", {"negation"}),
    ("They live [[without=>with]] running water.", {"negation"}),
    ("There was [[still=>no longer]] hope.", {"negation"}),
    ("It made a [[profit=>loss]] of 4 million.", {"negation"}),
    ("It was [[above=>below]] what was hoped.", {"negation"}),
    ("The link [[vanished=>persisted]] at sea.", {"negation"}),
]
COLOUR = [
    ("The [[radical =>]]plan was shelved.", {"loaded"}),
    ("The storm [[ravaged=>burned]] the coast.", {"loaded"}),
    ("They were [[bitterly =>]]opposed to it.", {"loaded"}),
    ("The guards [[slaughtered=>killed]] nine.", {"loaded"}),
    ("[[Supporters=>Furious fans]] left early.", {"naming", "loaded"}),
    ("The yard shut[[, despite its appalling record=>]].", {"omitted", "loaded"}),
]
QUOTES = [
    ('They called it a [["sham"=>sham]] vote.', {"quote"}),
    ('She called it "a farce[[ from start to finish=>]]" and left.', {"quote", "omitted"}),
    ('She said it was [["very late"=>late]].', {"quote"}),
]
STYLE = [
    "It is a [[US=>U.S.]] ship.",
    "[[France’s=>France's]] coast.",
    "The [[north=>North]] coast.",
    "It shut[[;=>,]] the men left.",
]
EVERYTHING = [
    *(*NUMBERS, *DATES, *NO_DATES, *NAMES, *VERBS, *SOURCES, *CERTAINTY, *NOT_CERTAINTY, *NEGATION, *COLOUR, *QUOTES),
    *((text, {"style"}) for text in (*SAME_VALUES, *STYLE)),
]


@pytest.mark.parametrize(("text", "kinds"), EVERYTHING)
def test_the_edit_is_what_a_person_would_call_it(text: str, kinds: set[str]) -> None:
    assert kinds_of(text) == kinds


@pytest.mark.parametrize(("text", "kinds"), [*NUMBERS, *DATES, *NEGATION])
def test_what_can_be_checked_is_seen_from_either_side(text: str, kinds: set[str]) -> None:
    base, witness = sides(text)
    (edit,) = compare(witness, base)
    assert {label.kind.value for label in edit.labels} == kinds


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("It has [[31%=>38%]] of it.", "31% to 38%"),
        ("They sold [[ten=>10]] boats.", "the same value, 10, written another way"),
        ("The road to [[Kiev=>Kyiv]].", "another spelling: Kiev to Kyiv"),
        ("Exports [[rose=>fell]] in May.", "rose to fell: the opposite"),
        ("The [[radical =>]]plan was shelved.", "“radical” colours the base"),
        ("The mayor [[said=>claimed]] it was safe.", "said to claimed: puts the claim in doubt"),
        ("The bank [[will=>may]] raise it.", "“will” to “may”"),
        ("The merger[[=>, if approved,]] will go on.", "condition “if approved” put in"),
        ("[[=>Elena ]]Marsh spoke to the crew.", "name “Elena” put in"),
        ("[[Prime Minister =>]]Lund spoke.", "title “Prime Minister” dropped"),
        ("The [[Harbour Workers Union=>HWU]] met.", "abbreviation: Harbour Workers Union to HWU"),
        ("They left[[=> by the back gate]].", "“by the back gate” put in"),
        ("A [[US=>U.S.]] ship.", "the same letters written another way"),
        ("The [[north=>North]] coast.", "capital letters only"),
    ],
)
def test_the_reason_can_be_checked_against_the_texts(text: str, reason: str) -> None:
    assert edit_of(text).labels[0].reason == reason


def test_a_quotation_altered_inside_its_marks_says_so() -> None:
    edit = edit_of('He said "we lost [[nine=>two]] boats" on Friday.')
    assert edit.labels[0].reason == "altered inside the quotation marks: nine to two"
    assert {label.kind.value for label in edit.labels} == {"quote", "number"}


def test_words_outside_the_marks_are_not_inside() -> None:
    assert kinds_of('He said "we lost" and [[left=>stayed]] with "them".') == {"negation"}


def test_a_long_phrase_is_shortened_in_its_reason() -> None:
    long = " ".join(["a", *["very"] * 20, "long", "list"])
    (edit,) = compare("They left.", f"They left with {long}.")
    assert len(edit.labels[0].reason) < 80
    assert "…" in edit.labels[0].reason
