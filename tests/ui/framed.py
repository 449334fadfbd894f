"""A case in which sources are cited, one quotation was altered inside its marks and one differs in style only."""

from pathlib import Path

from db.casefile import open_case
from workbench.session import Session

SAID = (
    "The barges will leave the port of Velm before the inspectors arrive at the lock on Friday – "
    "and nobody has told the harbour master about it"
)
TOLL = "The ferry company promised on Friday that its two oldest boats would be sold before the winter storms set in"
QUOTED = {
    "wire.txt": f"“{SAID},” a source in the port told the Velm Wire.",
    "lantern.txt": f"The Velm Wire cited a source as saying: “{SAID.replace('leave', 'flee')}.”",
    "post.txt": f"“{SAID.replace('–', '-').replace('Friday', 'friday')},” said a port worker.",
}
AROUND = {
    "wire.txt": (
        "Barges to leave Velm\n\nVelm Wire\n\n2 May 2031\n\nThe lock at Velm has been closed since the spring.",
        f"The lock keeper said nothing. {TOLL}.",
    ),
    "lantern.txt": (
        "Barges ‘flee’ the law\n\nThe Evening Lantern\n\n3 May 2031\n\nWhat is <b>hidden</b> at the lock of Velm?",
        f"We shall be there. {TOLL}!",
    ),
    "post.txt": (
        "No word to the harbour\n\nMorning Post\n\n4 May 2031\n\nThe season begins late this year.",
        "It rained all day on the quay.",
    ),
}
PAGES = {name: f"{before}\n\n{QUOTED[name]}\n\n{after}\n" for name, (before, after) in AROUND.items()}


def write_case(folder: Path) -> Path:
    """Write the pages, read and align them, and return the case file."""
    for name, text in PAGES.items():
        (folder / name).write_text(text, encoding="utf-8")
    path = folder / "Velm.variorum"
    session = Session(open_case(path, create=True))
    session.import_paths([folder / name for name in PAGES])
    session.align()
    session.close()
    return path
