"""What becomes of codes and tags when codes are merged or deleted, worked out without touching the case."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from enum import Enum

from workbench.codebook_tree import CodeTree
from workbench.errors import UserError
from workbench.model import Code, Tag
from workbench.steps import RecordChange


class Orphans(Enum):
    """What becomes of the codes under one that is deleted."""

    MOVE_UP = "they move up to where it stood"
    DELETE = "they are deleted too"


def taken(tree: CodeTree, name: str, parent: str) -> UserError:
    """The refusal of a second code of a name at one place."""
    where = f"under “{tree.code[parent].name}”" if parent in tree.code else "at the top of the codebook"
    return UserError(f"There is a code “{name}” {where} already: choose another name, or merge the two.")


def merged(tree: CodeTree, tags: Iterable[Tag], code: Code, into: Code) -> Iterator[RecordChange]:
    """One code becomes another: its tags are the other's, what stood under it stands under the other.

    Codes under both that have one name become one, too. A target that has both keeps one tag.
    """
    gone: dict[str, str] = {}
    moved = _folded(tree, code, into, gone)
    changed = {target: tree.code[target] for target in gone.values()}
    for source, target in gone.items():
        changed[target] = _filled(changed[target], tree.code[source])
    for source in gone:
        yield tree.code[source], None
    for target, after in changed.items():
        if after != tree.code[target]:
            yield tree.code[target], after
    yield from ((child, replace(child, parent=parent)) for child, parent in moved)
    yield from _retagged(tags, gone)


def _folded(tree: CodeTree, code: Code, into: Code, gone: dict[str, str]) -> list[tuple[Code, str]]:
    """Note in `gone` which codes become which; returns those that move, each with what they stand under then."""
    gone[code.id] = into.id
    moved = []
    for child in tree.under(code.id):
        twin = tree.named(child.name, into.id)
        if twin and twin.id not in gone:
            moved += _folded(tree, child, twin, gone)
        else:
            moved.append((child, into.id))
    return moved


def _filled(code: Code, other: Code) -> Code:
    """A code with the digit and the description of another where it has none itself."""
    digit = code.digit if code.digit >= 0 else other.digit
    return replace(code, digit=digit, description=code.description or other.description)


def _retagged(tags: Iterable[Tag], gone: Mapping[str, str]) -> Iterator[RecordChange]:
    every = list(tags)
    held = {(tag.target, tag.code_id) for tag in every if tag.code_id not in gone}
    for tag in every:
        if tag.code_id in gone:
            after = replace(tag, code_id=gone[tag.code_id])
            double = (after.target, after.code_id) in held
            held.add((after.target, after.code_id))
            yield tag, None if double else after


def deleted(tree: CodeTree, tags: Iterable[Tag], code: Code, orphans: Orphans) -> Iterator[RecordChange]:
    """A code goes with its tags; raises `UserError` when a code under it cannot move up as its name is taken there."""
    doomed = doomed_with(tree, code, orphans)
    yield from ((tree.code[one], None) for one in doomed)
    if orphans is Orphans.MOVE_UP:
        above = tree.parent_id(code)
        for child in tree.under(code.id):
            twin = tree.named(child.name, above)
            if twin and twin.id != code.id:
                raise taken(tree, child.name, above)
            yield child, replace(child, parent=above)
    yield from ((tag, None) for tag in tags if tag.code_id in doomed)


def doomed_with(tree: CodeTree, code: Code, orphans: Orphans) -> list[str]:
    """The ids of the codes that go when one is deleted."""
    below = [one.id for one, _ in tree.walk(code.id)] if orphans is Orphans.DELETE else []
    return [code.id, *below]
