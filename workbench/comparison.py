"""Two witnesses of a family side by side."""

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.comparing.lexicon import Lexicon
from workbench.model import Edit, Family, Witness


@dataclass(frozen=True, slots=True)
class Comparison:
    """Base and one other witness of a family, ready to show: both texts and the edits between the two passages.

    Texts are those of the whole articles; edits are in offsets of these texts.
    """

    family: Family
    base: Witness
    witness: Witness
    base_text: str
    witness_text: str
    edits: tuple[Edit, ...]


def comparison_of(
    family: Family, base: Witness, witness: Witness, texts: Mapping[int, str], lexicon: Lexicon
) -> Comparison:
    """Two witnesses of a family side by side; `texts` has the texts of their articles, by id."""
    from workbench.comparing.compare import compare_places

    base_text, witness_text = texts[base.place.article_id], texts[witness.place.article_id]
    edits = compare_places(base_text, base.place.span, witness_text, witness.place.span, lexicon)
    return Comparison(family, base, witness, base_text, witness_text, edits)
