"""Text of others is shown as text, wherever it stands: no markup, no keys, no turning round, no window out of shape."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QHelpEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QToolTip, QWidget

from db.casefile import open_case
from tests.ui.conftest import PAGES
from tests.ui.features import feature_of
from tests.ui.scenes import Stage
from tests.ui.stage import staged
from ui.desktop.history.desk import HistoryDesk
from ui.desktop.overlays import CommandPalette
from ui.desktop.plain import caption, plain, tip, title, uncaptioned
from ui.desktop.window import MainWindow
from workbench.model import Code
from workbench.session import Session
from workbench.snapshot import Snapshot
from workbench.steps import Change, Step

MARKUP = '<b>bold</b><img src="file:///etc/hostname"><a href="http://example.org">link</a>'
TURNED = "\u202eabc\u2066def"
LONG = "x" * 3000
HOSTILE = f"R&D {MARKUP} {TURNED} \x07\x1b[31m\x00 & && {LONG}"
WIDEST = 1280


def hostile_code(session: Session) -> Snapshot:
    """Give the first code a name and a description that nobody should be able to do anything with."""
    before = session.snapshot().codes[0]
    after = Code(before.id, HOSTILE, before.colour, before.digit, HOSTILE)
    session.store.do(Step(f"Rename “{HOSTILE}”", (Change(before, after),)))
    session._snapshot = None
    return session.snapshot()


@pytest.fixture(scope="module")
def stage(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """A window on a case whose articles, outlets, files, codes and notes are full of signs."""
    folder = tmp_path_factory.mktemp("pages")
    for number, (name, text) in enumerate(PAGES.items()):
        _, outlet, *rest = text.split("\n\n")
        page = "\n\n".join([f"{MARKUP} {TURNED} Headline &amp; {number}", f"{outlet} <i>R&D</i>", *rest])
        page = page.replace("autumn", "autumn <script>alert(1)</script> \u202e").replace("sea wall", f"sea {LONG} wall")
        (folder / f"<b>&{name}").write_text(page, encoding="utf-8")
    path = tmp_path_factory.mktemp("case") / "A <b>case<b> & [*] more.variorum"
    session = Session(open_case(path, create=True))
    session.import_paths([folder])
    session.align()
    session.close()
    with staged(path, tmp_path_factory.mktemp("stage")) as stage:
        window = stage.window
        assert window.case.snapshot.families
        window.case.decide(hostile_code)
        stage.settle()
        for digit in (1, 2):
            window.decisions._tag_by_digit(digit, on_witness=False)
            window.decisions._tag_by_digit(digit, on_witness=True)
        target = window.where.edit_target
        assert target is not None
        window.decisions.write_note(target, HOSTILE)
        stage.settle()
        yield stage


@pytest.fixture
def hostile(stage: Stage) -> MainWindow:
    """The window, with a message and a status line that are full of signs too."""
    stage.rest()
    stage.begin()
    window = stage.window
    window.problem.tell(f"“{HOSTILE}” cannot be read.")
    window.status.say(HOSTILE)
    return window


def everything(window: MainWindow) -> list[QWidget]:
    return [widget for top in QApplication.topLevelWidgets() for widget in (top, *top.findChildren(QWidget))]


def test_no_label_takes_any_of_it_for_markup(hostile: MainWindow, stage: Stage) -> None:
    for name in ("history", "origin", "words", "explain", "collation", "frame", "articles", "figures", "families"):
        if hostile.commands[name].isEnabled():
            hostile.commands[name].trigger()
            stage.settle()
        for label in hostile.findChildren(QLabel):
            if label.textFormat() is not Qt.TextFormat.PlainText:
                assert "<b>bold" not in label.text(), (name, label.objectName())
                assert "<i>R&D" not in label.text(), (name, label.objectName())


def test_tool_tips_are_text(hostile: MainWindow) -> None:
    tips = [widget.toolTip() for widget in everything(hostile)]
    tips += [action.toolTip() for action in hostile.findChildren(QAction)]
    for view in hostile.findChildren(QAbstractItemView):
        model = view.model()
        rows = range(model.rowCount()) if model else ()
        tips += [str(model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole) or "") for row in rows]
    assert any("&lt;b&gt;bold" in text for text in tips), "some of it is in a tool tip"
    for text in tips:
        for markup in ("<b>bold", "<img", "<a href", "<i>R", "<script"):
            assert markup not in text, text[:200]


def test_a_tool_tip_shows_every_sign(hostile: MainWindow) -> None:
    button = next(iter(hostile.workspace.codebook.findChildren(QWidget, "code")))
    at = button.rect().center()
    QApplication.sendEvent(button, QHelpEvent(QEvent.Type.ToolTip, at, button.mapToGlobal(QPoint(at))))
    assert "&lt;img src=" in QToolTip.text()
    QToolTip.hideText()


def test_ampersands_are_no_keys(hostile: MainWindow) -> None:
    action = hostile.commands["tag_edit_1"]
    assert "R&&D" in action.text()
    assert "\x00" not in action.text() + hostile.commands["undo"].text()
    assert len(action.text()) < 200
    palette = CommandPalette(hostile.commands.all(), hostile)
    listed = [action.text() for action in hostile.commands.all()]
    assert any("R&&D" in text for text in listed)
    palette.close()
    button = next(iter(hostile.workspace.codebook.findChildren(QWidget, "code")))
    assert "R&&D" in button.text()
    assert button.shortcut().isEmpty()


def test_the_window_keeps_its_shape(hostile: MainWindow, stage: Stage) -> None:
    hostile.resize(WIDEST, 800)
    stage.settle()
    wide = {type(one).__name__: one.minimumSizeHint().width() for one in everything(hostile)}
    assert hostile.width() == WIDEST, {name: width for name, width in wide.items() if width > WIDEST / 2}
    assert hostile.minimumSizeHint().width() <= WIDEST
    assert hostile.problem.height() < 400
    for name in ("codebook", "notes", "edits"):
        assert getattr(hostile.workspace, name).width() < WIDEST / 2


def test_the_title_says_the_name_of_the_file(hostile: MainWindow) -> None:
    assert "[*][*]" in hostile.windowTitle()


def test_the_history_tells_it_on_one_line(hostile: MainWindow, stage: Stage) -> None:
    hostile.problem.hide()
    hostile.commands["history"].trigger()
    stage.settle()
    window = feature_of(hostile, HistoryDesk).window
    assert window is not None
    texts = [row.told.sentence for row in window.rows.rows]
    assert len(texts) > 3
    for text in texts:
        assert not set(text) & {"\n", "\x00", "\x07", "\x1b", "\u202e"}, text[:100]
    assert any("<b>bold</b>" in text for text in texts)
    assert not window.grab().isNull()
    assert window.width() <= WIDEST


def test_every_list_paints_it(hostile: MainWindow, stage: Stage) -> None:
    for name in ("articles", "figures", "families", "collation"):
        if hostile.commands[name].isEnabled():
            hostile.commands[name].trigger()
            stage.settle()
        assert not hostile.grab().isNull()


@pytest.mark.parametrize(
    ("text", "shown"),
    [("a <b>b", "a <b>b"), ("two\nlines", "two lines"), ("\u202eback", "back"), ("nul\x00", "nul ")],
)
def test_text_among_words_of_ours_stays_on_its_line(text: str, shown: str) -> None:
    assert plain(text) == shown


def test_words_of_buttons_can_be_read_back() -> None:
    assert caption("R&D") == "R&&D"
    assert uncaptioned(caption("R&D & more")) == "R&D & more"
    assert len(caption(LONG)) < 100


def test_a_tip_is_markup_only_of_our_own() -> None:
    assert tip("a plain one") == "a plain one"
    assert tip("<b>x</b>\n&") == '<p style="white-space: pre-wrap">&lt;b&gt;x&lt;/b&gt;<br>&amp;</p>'
    assert title("a [*]") == "a [*][*]"
