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
READ_ON = {
    "text": ("window", "panel", "page", "selected", "hover", "current_ground", "passage_ground", "problem_ground"),
    "muted": ("window", "panel", "page", "selected", "hover", "style_ground"),
    "faint": ("panel", "page"),
    "outside": ("page",),
    "furniture": ("page", "furniture_ground"),
    "comments": ("page", "furniture_ground"),
    "accent": ("window",),
    "on_accent": ("accent",),
    "problem_ground": ("problem",),
}


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
def test_edges_can_be_seen(theme: Theme, edge: str) -> None:
    assert contrast(theme.colours[edge], theme.colours["page"]) >= 3


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
