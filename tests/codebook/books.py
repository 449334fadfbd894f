"""Codebooks of invented codes, by hand and by hypothesis."""

from hypothesis import strategies as st

from workbench.codebook import LONGEST_NAME, checked_colour, fits_a_line, same_name
from workbench.codebook_tree import CodeTree
from workbench.model import Code

WORDING = Code("wording", "Wording", "#cc6677", 1, "How it is put.")
LOADED = Code("loaded", "Loaded word", "#332288", 2, "", "wording")
DRY = Code("dry", "Drier word", "#117733", -1, "", "wording")
FIGURES = Code("figures", "Figures", "#88ccee", 3)
BOOK = (WORDING, LOADED, DRY, FIGURES)


def names() -> st.SearchStrategy[str]:
    """Names as people may give them: any script, slashes and signs of formulas among them."""
    text = st.text(min_size=1, max_size=LONGEST_NAME) | st.text("ab/\\'= ;,\"", min_size=1, max_size=8)
    return text.map(str.strip).filter(lambda name: bool(name) and fits_a_line(name))


def descriptions() -> st.SearchStrategy[str]:
    return st.text(max_size=60).map(
        lambda text: "".join(c for c in text if c in "\n\t" or fits_a_line(c)).strip()
    ) | st.just('=1+1\nsecond line; “quoted”, "so"')


@st.composite
def books(draw: st.DrawFn) -> tuple[Code, ...]:
    """A codebook that follows all rules: names unique among siblings, each key once, no circles."""
    codes: list[Code] = []
    keys = draw(st.permutations(range(10)))
    for number, name in enumerate(draw(st.lists(names(), max_size=12))):
        parent = draw(st.sampled_from(["", *(code.id for code in codes)]))
        if any(code.parent == parent and same_name(code.name) == same_name(name) for code in codes):
            continue
        colour = checked_colour(f"{draw(st.integers(0, 0xFFFFFF)):06x}")
        digit = keys[number] if number < 10 and draw(st.booleans()) else -1
        id_ = draw(st.uuids().map(str) | st.uuids().map(lambda one: one.hex) | st.just(f"code {number}"))
        codes.append(Code(id_, name, colour, digit, draw(descriptions()), parent))
    return tuple(codes)


def shape(codes: tuple[Code, ...], *, keys: bool = True) -> set[tuple[tuple[str, ...], str, int, str]]:
    """All that a codebook says, whatever its ids and the order of its codes."""
    tree = CodeTree(codes)
    return {
        (
            tuple(one.name for one in (*tree.above(code), code)),
            code.colour,
            code.digit if keys else -1,
            code.description,
        )
        for code in codes
    }
