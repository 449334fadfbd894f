"""What concerns files, cases and how passages are found."""

from ui.actions.model import Action, Enabled, Menu

FILING: tuple[Action, ...] = (
    Action("new_case", "New case…", Menu.FILE, Enabled.ALWAYS, ("Ctrl+N",), "new"),
    Action("open_case", "Open case…", Menu.FILE, Enabled.ALWAYS, ("Ctrl+O",), "open", True, "Open"),
    Action("recent", "Open a recent case…", Menu.FILE, Enabled.ALWAYS, ("Ctrl+Alt+O",)),
    Action(
        "export", "Export report…", Menu.FILE, Enabled.CASE, ("Ctrl+E",), "export", True, "Export", starts_group=True
    ),
    Action("open_export", "Open the exported report", Menu.FILE, Enabled.EXPORTED, ("Ctrl+Shift+E",)),
    Action("save_copy", "Save the case as a copy…", Menu.FILE, Enabled.CASE, ("Ctrl+Shift+S",)),
    Action("quit", "Quit", Menu.FILE, Enabled.ALWAYS, ("Ctrl+Q",), starts_group=True),
    Action("import_files", "Import files…", Menu.CASE, Enabled.WRITABLE, ("Ctrl+I",), "import", True, "Import"),
    Action("import_folder", "Import a folder…", Menu.CASE, Enabled.WRITABLE, ("Ctrl+Shift+I",), "folder"),
    Action(
        "align",
        "Find shared passages",
        Menu.CASE,
        Enabled.ARTICLES,
        ("Ctrl+R",),
        "align",
        True,
        "Find passages",
        starts_group=True,
    ),
    Action("settings", "How passages are found…", Menu.CASE, Enabled.WRITABLE, ("Ctrl+,",)),
    Action("words", "Word lists…", Menu.CASE, Enabled.CASE, ("Ctrl+Shift+L",)),
    Action("codebook", "Codebook…", Menu.CASE, Enabled.CASE, ("Ctrl+B",)),
    Action("stop", "Stop the running work", Menu.CASE, Enabled.RUNNING, ("Ctrl+.",), "stop"),
)
