import pytest

from workbench.engine.stock import is_stock


@pytest.mark.parametrize(
    "passage",
    [
        "did not immediately respond to a request for comment",
        "The shipyard did not immediately respond to requests for comment",
        "has not responded to emailed questions or calls seeking comment",
        "could not immediately be reached for comment on Tuesday",
        "was not immediately available for comment",
        "declined to comment further on the matter",
        "speaking on condition of anonymity because he was not authorized to speak publicly",
        "who spoke on the condition of anonymity because they weren’t authorised to discuss the matter with the media",
        "according to a person familiar with the matter",
        "according to two people with direct knowledge of the talks who asked not to be named",
        "told reporters at a news conference on Wednesday",
        "said in a statement late on Friday",
        "the statement said, without giving further details",
        "It was not immediately clear how many people had been hurt.",
        "The cause of the fire was not immediately known",
        "This is a breaking news story and will be updated",
        "war zunächst nicht für eine Stellungnahme zu erreichen",
        "wie die Polizei am Dienstag mitteilte",
        "n’a pas immédiatement répondu aux demandes de commentaires",
        "не ответил на запрос о комментарии",
    ],
)
def test_what_agencies_write_around_the_news_is_stock(passage: str) -> None:
    assert is_stock(passage)


@pytest.mark.parametrize(
    "passage",
    [
        "",
        "…",
        "we will do what we have to do and we will do it when we have to",
        "hunger is a very patient teacher",
        "The ferry was on fire, a person familiar with the matter said, and nobody had counted the passengers",
        "He declined to comment on the forty lorries that his brother had sold to the army in the week of the coup",
        "The harbour master did not answer the letters in which three crews had warned him of the ice",
        "told reporters that the bridge would be closed until the inquiry had found who sold the rivets",
        "The investigation has cost forty million crowns, three ministers and a bishop",
    ],
)
def test_what_says_something_is_not(passage: str) -> None:
    assert not is_stock(passage)


def test_a_long_passage_is_never_stock() -> None:
    assert not is_stock("did not immediately respond to a request for comment " * 10)
