"""How much of each article others have too, as the list of articles says it."""

from pathlib import Path

from PySide6.QtCore import Qt

from tests.ui.ferry_figures import Settle
from ui.desktop.lists.models import ROW_ROLE
from ui.desktop.window import MainWindow


def test_articles_say_with_whom_they_share_how_much(opened: MainWindow) -> None:
    lists = opened.workspace.lists
    lists.show_list(1)
    words = [lists.articles.filtered.index(n).data(ROW_ROLE).shared_words for n in range(3)]
    assert sorted(word.partition(" %, with ")[2] for word in words) == [
        "Alder News and Kestria Post",
        "Alder News and The Morning Lamp",
        "Kestria Post and The Morning Lamp",
    ]
    index = lists.articles.view.currentIndex()
    tip = index.data(Qt.ItemDataRole.ToolTipRole)
    assert "words of this story" in tip
    assert tip.splitlines()[0] in index.data(Qt.ItemDataRole.AccessibleTextRole)


def test_shared_text_is_counted_again_after_an_alignment_and_not_after_a_decision(
    opened: MainWindow, settle: Settle, tmp_path: Path, pages: Path
) -> None:
    counted: list[int] = []
    opened.studies.coverage_changed.connect(lambda: counted.append(len(opened.studies.coverages)))
    opened.commands["tag_edit_1"].trigger()
    settle()
    assert counted == []
    fresh = tmp_path / "copy.txt"
    fresh.write_text(
        "Copied\n\nThe Copyist, 20 March 2019\n\n" + (pages / "alder-news.txt").read_text("utf-8"), "utf-8"
    )
    opened.case.import_paths([fresh])
    settle()
    assert counted[-1] == 4
    assert opened.studies.coverages[4].coverage.share > 0.5
