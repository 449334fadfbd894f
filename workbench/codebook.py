"""The codebook that a new case starts with."""

from workbench.model import Code
from workbench.resources import read_toml


def default_codes() -> tuple[Code, ...]:
    """The codes of `resources/codebook.toml`, in the order of their digits."""
    return tuple(
        Code(code["id"], code["name"], code["colour"], code["digit"], code["description"])
        for code in read_toml("codebook.toml")["codes"]
    )
