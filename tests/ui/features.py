"""Finding a feature of the window."""

from typing import TypeVar

from ui.desktop.feature import Feature, LaterFeature
from ui.desktop.window import MainWindow

F = TypeVar("F", bound=Feature)


def feature_of(window: MainWindow, kind: type[F]) -> F:
    """The feature of a kind; one that is made when it is wanted is made now."""
    made = (one.made if isinstance(one, LaterFeature) else one for one in window.features)
    return next(one for one in made if isinstance(one, kind))
