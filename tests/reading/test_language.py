"""The language of a text, or none when it cannot be told."""

# ruff: noqa: E501 - the pages under test are written as they are saved, one line a line

import pytest

from workbench.reading.language import guess_language, language_scores


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The bridge was closed on Monday after the river had torn away a part of it, and nobody was hurt.", "en"),
        (
            "Die Brücke ist seit Montag geschlossen, weil der Fluss einen Teil davon mit sich gerissen hat, sagte der Bürgermeister.",
            "de",
        ),
        (
            "Le pont est fermé depuis lundi, a dit le maire, et il ne sera pas ouvert avant la fin de la semaine pour les habitants.",
            "fr",
        ),
        (
            "El puente está cerrado desde el lunes, dijo el alcalde, y no se abrirá antes del fin de la semana por la lluvia.",
            "es",
        ),
        (
            "Мост закрыт с понедельника, потому что река унесла его часть, сказал мэр, и он не будет открыт до конца недели.",
            "ru",
        ),
        (
            "Most jest zamknięty od poniedziałku, bo rzeka zabrała jego część, powiedział burmistrz, i nie będzie otwarty w tym tygodniu.",
            "pl",
        ),
    ],
)
def test_common_languages_are_told(text: str, language: str) -> None:
    assert guess_language(text) == language


@pytest.mark.parametrize(
    "text", ["", "Bridge closed", "zqx vvb kkl mmn ppo rrt yyu iio aas ddf ggh jjk llz xxc", "12 34 56 " * 10]
)
def test_what_cannot_be_told_is_left_open(text: str) -> None:
    assert guess_language(text) == ""


def test_scores_are_shares_of_the_words() -> None:
    assert language_scores("") == []
    assert all(0 <= share <= 1 for share, _ in language_scores("the and of bridge"))
