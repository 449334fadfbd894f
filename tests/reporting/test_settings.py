"""The report states how passages were found."""

from tests.reporting.cases import CaseMaker
from workbench.reporting.html import html_of
from workbench.reporting.page import page_of
from workbench.reporting.report import build_report
from workbench.settings import Sensitivity, Settings, told
from workbench.steps import Change, Step

SPECIAL = Settings(Sensitivity.CAREFUL, 11, boilerplate=False, same_outlet=False, days=14)


def set_to(maker: CaseMaker, settings: Settings) -> None:
    maker.store.do(Step("Change settings", (Change(maker.store.settings(), settings),)))


def what_was_set(maker: CaseMaker) -> str:
    return {part["title"]: part["text"] for part in page_of(build_report(maker.store))["method"]}["What was set"]


def test_the_method_states_the_defaults_as_such(quay: CaseMaker) -> None:
    text = what_was_set(quay)
    assert text.startswith("Sensitivity: balanced. ")
    assert text.endswith(" These are the defaults.")


def test_the_method_states_every_setting_in_words(quay: CaseMaker) -> None:
    set_to(quay, SPECIAL)
    text = what_was_set(quay)
    assert "defaults" not in text
    for one in told(SPECIAL):
        assert f"{one.name}: {one.value}. {one.meaning}" in text
    assert "fewer than 11 words" in html_of(build_report(quay.store)).decode()


def test_nothing_of_the_method_is_left_unfilled(quay: CaseMaker) -> None:
    assert all("{" not in part["text"] for part in page_of(build_report(quay.store))["method"])
