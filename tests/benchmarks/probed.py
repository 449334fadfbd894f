"""Runs the program with a probe in it, or the bare window: `python -m tests.benchmarks.probed NAME [CASE]`.

What the program imports before Qt comes before Qt here too, as it does in `python main.py`.
"""

import sys


def _main(name: str, *arguments: str) -> None:
    if name == "bare":
        from tests.benchmarks.desktop_probes import bare

        bare()
    else:
        from main import main
        from tests.benchmarks.desktop_probes import drive

        drive(main, [name, *arguments])


if __name__ == "__main__":
    _main(*sys.argv[1:])
