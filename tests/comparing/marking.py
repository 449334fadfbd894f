"""Edits written out in brackets, so that a test reads like the page: `the [[Zor=>Zur]] road`."""

from workbench.comparing.compare import compare
from workbench.model import Edit


def marked(base: str, witness: str) -> str:
    """The base with every edit as `[[base=>witness]]`."""
    parts, done = [], 0
    for edit in compare(base, witness):
        parts += [base[done : edit.base.start], f"[[{edit.base.of(base)}=>{edit.witness.of(witness)}]]"]
        done = edit.base.end
    return "".join([*parts, base[done:]])


def sides(text: str) -> tuple[str, str]:
    """Base and witness of a text in which the edits stand in brackets."""
    base, witness = [], []
    for piece in text.split("[["):
        inside, closed, after = piece.partition("]]")
        if not closed:
            inside, after = "", piece
        ours, _, theirs = inside.partition("=>")
        base += [ours, after]
        witness += [theirs, after]
    return "".join(base), "".join(witness)


def edit_of(text: str) -> Edit:
    """The only edit of a text in which it stands in brackets."""
    (edit,) = compare(*sides(text))
    return edit


def kinds_of(text: str) -> set[str]:
    """The labels of the only edit of a text in which it stands in brackets."""
    return {label.kind.value for label in edit_of(text).labels}
