"""What an outlet does over the whole case, in counts."""

from tests.provenance.reading import Case
from workbench.model import LabelKind
from workbench.summing.outlets import outlet_summary


def test_an_outlet_is_counted_over_all_families_and_not_judged(sample: Case) -> None:
    families = sample.snapshot.families
    bases = {family.id: sample.snapshot.base(family) for family in families}
    found = {one.outlet: one for one in outlet_summary(families, bases, sample.articles, sample.texts)}
    lantern = found["Daily Lantern"]
    assert (lantern.passages, lantern.kinds[LabelKind.NUMBER], len(lantern.loaded), len(lantern.hedges)) == (4, 2, 3, 1)
    assert sorted(sample.passage(place) for place in lantern.loaded) == ["bloody", "deadly", "deadly"]
    assert "Tessera News Agency" not in found, "it is the base of all it has"
    assert any("“admitted” for “said”" in sentence.text for sentence in lantern.sentences)
    assert sum(lantern.kinds.values()) >= lantern.edits


def test_one_outlet_under_two_spellings_is_one_and_is_not_set_against_itself(sample: Case) -> None:
    families = sample.snapshot.families
    bases = {family.id: sample.snapshot.base(family) for family in families}
    found = [one for one in outlet_summary(families, bases, sample.articles, sample.texts) if "Kestrian" in one.outlet]
    assert len(found) == 1
    assert found[0].verbatim == 2
