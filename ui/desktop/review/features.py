"""What reviewing brings to the window: its actions, its counts at the foot, its place among the keys."""

from PySide6.QtWidgets import QWidget

from ui.desktop.case.casework import Casework
from ui.desktop.case.lanes import Lanes
from ui.desktop.case.whereabouts import Whereabouts
from ui.desktop.feature import Feature, LaterFeature
from ui.desktop.keys import Keys
from ui.desktop.review.labels import ReviewLabels
from ui.desktop.review.loop import ReviewLoop
from ui.desktop.review.meters import ReviewMeters
from ui.desktop.review.space_key import SpaceKey
from ui.desktop.review.tally import ReviewTally
from ui.desktop.status import StatusLine
from ui.desktop.theme import Themes
from ui.desktop.workspace import Workspace


def review_features(
    lanes: Lanes,
    case: Casework,
    where: Whereabouts,
    panels: Workspace,
    status: StatusLine,
    themes: Themes,
    keys: Keys,
    owner: QWidget,
) -> tuple[Feature, ...]:
    """Make them, and join them with the parts of the window they speak through."""
    tally = ReviewTally(case, where, owner)
    loop, labels = ReviewLoop(case, where, tally, owner), ReviewLabels(case, where, themes, owner)

    def make_twins() -> Feature:
        from ui.desktop.review.twins import ReviewTwins

        twins = ReviewTwins(lanes, case, where, panels.inspector, themes, keys)
        twins.told.connect(status.say)
        return twins

    status.add_meters(ReviewMeters(tally))
    SpaceKey(owner)
    lanes.refused.connect(lambda _: loop.forget_coming())
    loop.told.connect(status.say)
    loop.outdated.connect(status.withdraw)
    labels.told.connect(status.say)
    loop.went_on.connect(panels.edits.announce)
    panels.notes.done.connect(loop.review)
    return loop, labels, LaterFeature("apply_elsewhere", make_twins, owner)
