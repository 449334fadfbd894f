"""The codebook of a new case: nine codes, nine keys, nine colours that everybody tells apart."""

import itertools
import re

import numpy as np
import pytest

from workbench.codebook import default_codes

# Linear RGB as people without red or green cones see it: Viénot, Brettel and Mollon, "Digital video colourmaps for
# checking the legibility of displays by dichromats", Color Research & Application 24 (1999).
VISION = {
    "all cones": np.eye(3),
    "no red cones": np.array([[0.1124, 0.8876, 0.0], [0.1124, 0.8876, 0.0], [0.0040, -0.0040, 1.0]]),
    "no green cones": np.array([[0.2925, 0.7075, 0.0], [0.2925, 0.7075, 0.0], [-0.0223, 0.0223, 1.0]]),
}


def linear(colour: str) -> np.ndarray:
    channels = np.array([int(colour[k : k + 2], 16) for k in (1, 3, 5)]) / 255
    return np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)


def seen(colour: str, vision: str) -> np.ndarray:
    """A colour as `vision` has it, in CIE L*a*b* (D65)."""
    to_xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
    xyz = to_xyz @ np.clip(VISION[vision] @ linear(colour), 0, 1) / np.array([0.9505, 1.0, 1.089])
    x, y, z = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def test_every_digit_from_1_to_9_has_its_code() -> None:
    assert [code.digit for code in default_codes()] == list(range(1, 10))


def test_codes_are_told_apart_by_id_and_by_name() -> None:
    assert len({code.id for code in default_codes()}) == 9
    assert len({code.name.casefold() for code in default_codes()}) == 9


def test_names_are_short_and_descriptions_are_one_line() -> None:
    for code in default_codes():
        assert 3 <= len(code.name) <= 24
        assert re.fullmatch(r"[^\n]{20,120}\.", code.description)


@pytest.mark.parametrize("vision", VISION)
def test_colours_are_told_apart_by_everybody(vision: str) -> None:
    for one, other in itertools.combinations(default_codes(), 2):
        assert re.fullmatch("#[0-9a-f]{6}", one.colour)
        difference = np.linalg.norm(seen(one.colour, vision) - seen(other.colour, vision))
        assert difference > 10, f"{one.name} and {other.name} look alike"
