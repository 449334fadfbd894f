"""Which edits a person has to look at: all but those that only set the white space in another way."""

from collections.abc import Callable, Iterable

from workbench.model import Edit


def differs_in_white_space_only(edit: Edit, base_text: str, witness_text: str) -> bool:
    """Whether an edit of style changes white space and nothing else, such as a line break in the place of a space.

    The edit is in offsets of the two texts. No-break spaces are white space too.
    """
    before, after = edit.base.of(base_text), edit.witness.of(witness_text)
    of_style = edit.is_style_only
    return of_style and before != after and before.split() == after.split()


def without_white_space_edits(
    edits: Iterable[Edit], base_text: str, witness_text: str, keep: Callable[[Edit], bool] = lambda _: False
) -> tuple[Edit, ...]:
    """The edits less those that differ in white space only, unless `keep` wants them."""
    return tuple(edit for edit in edits if keep(edit) or not differs_in_white_space_only(edit, base_text, witness_text))
