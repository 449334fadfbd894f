"""Going through the edits one by one: which are reviewed, what is said of their labels, the same edit elsewhere."""

from ui.actions.model import Action, Enabled, Menu

REVIEWING: tuple[Action, ...] = (
    Action(
        "review",
        "Mark as reviewed and go on",
        Menu.DECIDE,
        Enabled.MARKABLE,
        ("Space",),
        "reviewed",
        starts_group=True,
    ),
    Action("take_back_review", "Not reviewed after all", Menu.DECIDE, Enabled.MARKABLE, ("Shift+Space",)),
    Action(
        "review_witness", "Mark the whole witness as reviewed", Menu.DECIDE, Enabled.MARKABLE, ("Ctrl+Shift+Space",)
    ),
    Action("review_family", "Mark the whole family as reviewed", Menu.DECIDE, Enabled.MARKABLE),
    Action(
        "accept_labels",
        "Accept the program’s labels, or take that back",
        Menu.DECIDE,
        Enabled.EDIT,
        ("A",),
        "accepted",
        starts_group=True,
    ),
    Action(
        "reject_labels",
        "Reject the program’s labels, or take that back",
        Menu.DECIDE,
        Enabled.EDIT,
        ("X",),
        "rejected",
    ),
    Action("change_labels", "Change the labels…", Menu.DECIDE, Enabled.EDIT, ("L",), "relabelled"),
    Action("apply_elsewhere", "Apply to the same edit elsewhere…", Menu.DECIDE, Enabled.EDIT, ("I",)),
)
