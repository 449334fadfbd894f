"""Every family of the report says in a line why it was found."""

from tests.reporting.cases import CaseMaker
from workbench.ports import FoundFamily
from workbench.reporting.html import html_of
from workbench.reporting.page import page_of
from workbench.reporting.report import build_report


def test_a_family_says_what_its_first_witness_shares_with_the_base(quay: CaseMaker) -> None:
    report = build_report(quay.store)
    line = page_of(report)["families"][0]["because"]
    assert line.startswith("Found because: ")
    assert " words shared, the longest run of " in line
    assert "at least 7.2 needed (the base beside " in line
    assert line.endswith(").")
    assert "Found because: " in html_of(report).decode()


def test_boilerplate_has_no_page_and_is_not_explained(quay: CaseMaker) -> None:
    (family,) = build_report(quay.store).families
    quay.store.replace_families([f._replace(boilerplate=True) for f in _found(quay)])
    (apart,) = build_report(quay.store).boilerplate
    assert family.because
    assert apart.because == ""


def _found(maker: CaseMaker):
    return [FoundFamily(tuple(w.place for w in family.witnesses), False) for family in maker.store.families()]
