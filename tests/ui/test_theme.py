import re

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from ui.desktop.icons import icon, label_icon
from ui.desktop.theme import Scheme, Theme, Themes, load_theme
from workbench.model import LabelKind
from workbench.resources import RESOURCES

SCHEMES = ("light", "dark")
SIGNS = ("added", "removed", "moved", "style")
SURFACES = ("window", "panel", "page", "selected", "hover", "passage_ground")
READ_ON = {
    "text": (*SURFACES, "filler", "style_ground", "current_ground", "problem_ground", "notice_ground"),
    "muted": (*SURFACES, "filler", "style_ground", "current_ground", "problem_ground", "notice_ground"),
    "faint": SURFACES,
    "outside": ("page", "passage_ground", "current_ground", "selected", "style_ground"),
    "furniture": ("page", "furniture_ground"),
    "comments": ("page", "furniture_ground"),
    "accent": (*SURFACES, "notice_ground"),
    "on_accent": ("accent", "selected_edge"),
    "problem": (*SURFACES, "problem_ground"),
    "problem_ground": ("problem",),
    "notice": ("page", "notice_ground"),
    **{sign: (*SURFACES, f"{sign}_ground", "current_ground") for sign in SIGNS},
}
"""Every colour of letters, with every ground that it stands on: in the style sheet, in lists and in texts."""


def luminance(colour: str) -> float:
    parts = (int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.fixture(params=SCHEMES)
def theme(request: pytest.FixtureRequest) -> Theme:
    return load_theme(request.param)


def test_both_themes_name_the_same_colours() -> None:
    assert set(load_theme("light").colours) == set(load_theme("dark").colours)


def test_every_colour_is_a_colour(theme: Theme) -> None:
    assert all(re.fullmatch(r"#[0-9a-f]{6}", value) for value in theme.colours.values())


def test_every_sign_can_be_read_on_its_own_ground_on_the_page_and_where_it_is_current(theme: Theme) -> None:
    for sign in SIGNS:
        for ground in (f"{sign}_ground", "page", "passage_ground", "current_ground"):
            found = contrast(theme.colours[sign], theme.colours[ground])
            assert found >= 4.5, f"{sign} on {ground} in {theme.name}: {found:.2f}"


@pytest.mark.parametrize("ink", READ_ON)
def test_text_can_be_read_on_every_ground_it_stands_on(theme: Theme, ink: str) -> None:
    for ground in READ_ON[ink]:
        found = contrast(theme.colours[ink], theme.colours[ground])
        assert found >= 4.5, f"{ink} on {ground} in {theme.name}: {found:.2f}"


@pytest.mark.parametrize("edge", ["focus", "current_edge", "selected_edge", "passage_edge", "strong_rule"])
def test_edges_can_be_seen_on_every_surface(theme: Theme, edge: str) -> None:
    for ground in SURFACES:
        found = contrast(theme.colours[edge], theme.colours[ground])
        assert found >= 3, f"{edge} on {ground} in {theme.name}: {found:.2f}"


BLINDNESS = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
"""How those see who lack one kind of cone (Machado, Oliveira and Fernandes 2009), over linear red, green and blue."""


def seen_by(blindness: str, colour: str) -> tuple[float, ...]:
    linear = [(int(colour[k : k + 2], 16) / 255) ** 2.2 for k in (1, 3, 5)]
    rows = BLINDNESS[blindness]
    return tuple(max(0.0, sum(a * b for a, b in zip(row, linear, strict=True))) ** (1 / 2.2) * 255 for row in rows)


@pytest.mark.parametrize("blindness", BLINDNESS)
@pytest.mark.parametrize("part", ["", "_ground"])
def test_who_lacks_a_kind_of_cone_tells_added_from_removed(theme: Theme, blindness: str, part: str) -> None:
    added, removed = (seen_by(blindness, theme.colours[sign + part]) for sign in ("added", "removed"))
    apart = sum((one - other) ** 2 for one, other in zip(added, removed, strict=True)) ** 0.5
    assert apart >= (80 if not part else 20), f"{blindness} in {theme.name}: {apart:.0f}"


def test_the_style_sheet_names_only_colours_the_theme_has(theme: Theme) -> None:
    assert "$" not in theme.style_sheet()


@pytest.mark.parametrize("kind", LabelKind)
def test_every_label_has_an_icon(kind: LabelKind) -> None:
    assert "currentColor" in (RESOURCES / "icons" / f"{label_icon(kind)}.svg").read_text("utf-8")


def test_an_icon_is_painted_in_the_colour_asked_for(qapp: QApplication) -> None:
    image = icon("stop", QColor("#ff0000"), QColor("#00ff00")).pixmap(48).toImage()
    inks = {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }
    assert inks == {"#ff0000"}


@pytest.mark.usefixtures("unstyled")
def test_the_choice_of_colours_is_remembered_and_followed(qapp: QApplication, settings: QSettings) -> None:
    themes = Themes(settings)
    heard: list[str] = []
    themes.changed.connect(lambda: heard.append(themes.theme.name))
    themes.choose(Scheme.DARK)
    assert heard == ["dark"]
    assert qapp.palette().color(QPalette.ColorRole.Window) == themes.colour("window")
    assert Themes(settings).scheme is Scheme.DARK
    themes.choose(Scheme.LIGHT)
    assert heard == ["dark", "light"]


def test_an_unknown_choice_of_colours_falls_back_to_the_system(qapp: QApplication, settings: QSettings) -> None:
    settings.setValue("scheme", "plaid")
    assert Themes(settings).scheme is Scheme.SYSTEM
