"""What every test stands on: no screen, no traces in the user's own folders, the seeds where they are."""

import gc
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything imports Qt

CHECKOUT = Path(__file__).resolve().parent.parent
USER_FOLDERS = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DOCUMENTS_DIR", "APPDATA", "LOCALAPPDATA")

settings.register_profile("variorum", deadline=None, max_examples=100)  # a slow machine is no mistake
settings.load_profile("variorum")

gc.disable()  # until all tests are collected: there is no rubbish before

# Qt reads some of these once per process, so they are set once, and emptied after each test.
_user = Path(tempfile.mkdtemp(prefix="variorum-tests-"))
for _variable in USER_FOLDERS:
    os.environ[_variable] = str(_user / _variable.lower())


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """Run the whole suite in a process for each processor; what is named, benchmarks among it, in one."""
    return None if config.args_source is pytest.Config.ArgsSource.TESTPATHS else 0


def pytest_collection_finish() -> None:
    """Look for rubbish among what the tests make, not among the tests themselves, which are here to stay."""
    gc.freeze()
    gc.enable()


@pytest.fixture(autouse=True)
def user_folders() -> Iterator[Path]:
    """The folder that stands in for the user's own data and settings, empty at the start of each test."""
    for variable in USER_FOLDERS:
        Path(os.environ[variable]).mkdir(parents=True, exist_ok=True)
    yield _user
    if len(list(_user.rglob("*"))) != len(USER_FOLDERS):
        shutil.rmtree(_user, ignore_errors=True)


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The root of the checkout."""
    return CHECKOUT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of seeds and evaluation data beside the checkout; tests that need it are skipped without it."""
    folder = CHECKOUT.parent / "shared"
    if not (folder / "seeds").is_dir():
        pytest.skip(f"the shared data is not at {folder}")
    return folder
