"""What holds for every test: no screen, no network, no key store or home of this machine, nothing left behind."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

# Read when the first QApplication is made, so that it must be set before any test module is imported. A program
# started by a test inherits it, as it does the two below it.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
# Neither this process nor one that a test starts may find the key store of the machine.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
os.environ["DBUS_SESSION_BUS_ADDRESS"] = "disabled:"

import hypothesis
import keyring
import keyring.backends.fail
import pytest

from tests.helpers.leftovers import left_by_qt, left_sockets, left_threads
from tests.helpers.memory_keyring import MemoryKeyring
from tests.helpers.network import keep_to_this_machine, open_sockets

# The same examples in every run, so that a red run tells of the change and not of the dice; a slow machine is no
# failure. `HYPOTHESIS_PROFILE=dev` rolls new examples and remembers the ones that failed.
hypothesis.settings.register_profile(
    "ci",
    deadline=None,
    derandomize=True,
    database=None,
    print_blob=True,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
)
hypothesis.settings.register_profile("dev", deadline=None)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

_QT_FIXTURES = frozenset({"qapp", "qtbot", "qtmodeltester"})


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    journeys = config.rootpath / "tests" / "journeys"
    for item in items:
        if item.path.is_relative_to(journeys):
            item.add_marker(pytest.mark.journey)


@pytest.fixture(scope="session", autouse=True)
def sockets_off() -> Iterator[None]:
    """Keep every test to loopback and local sockets."""
    with pytest.MonkeyPatch.context() as patch:
        keep_to_this_machine(patch)
        yield


@pytest.fixture(autouse=True)
def nothing_left_behind(request: pytest.FixtureRequest, sockets_off: None) -> Iterator[None]:
    """Fail a test that leaves a thread, a socket, a Qt timer, a Qt thread or a visible window.

    It is set up before a test's own fixtures and therefore looks after they have been cleared away.
    """
    threads, sockets = threading.enumerate(), open_sockets()
    yield
    # Looking for Qt's objects takes some milliseconds; a test that asks for no Qt fixture can leave none.
    qt = left_by_qt() if _QT_FIXTURES & set(request.fixturenames) else []
    left = [*qt, *left_threads(threads), *left_sockets(sockets)]
    if left:
        pytest.fail("left behind: " + "; ".join(left), pytrace=False)


@pytest.fixture(autouse=True)
def home(nothing_left_behind: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Give every test an empty home of its own; no file of the one who runs the tests is read or written."""
    place = tmp_path_factory.mktemp("home")
    folders = {
        "HOME": place,
        "USERPROFILE": place,
        "APPDATA": place / "AppData" / "Roaming",
        "LOCALAPPDATA": place / "AppData" / "Local",
        "XDG_CACHE_HOME": place / ".cache",
        "XDG_CONFIG_HOME": place / ".config",
        "XDG_DATA_HOME": place / ".local" / "share",
        "XDG_STATE_HOME": place / ".local" / "state",
        "XDG_RUNTIME_DIR": place / "run",
    }
    with pytest.MonkeyPatch.context() as patch:
        for name, folder in folders.items():
            # Qt warns of a runtime folder that others can read.
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            patch.setenv(name, str(folder))
        yield place


@pytest.fixture(autouse=True)
def memory_keyring(nothing_left_behind: None) -> MemoryKeyring:
    """Put an empty key store in memory in the place of the machine's."""
    backend = MemoryKeyring()
    keyring.set_keyring(backend)
    return backend


@pytest.fixture
def no_keyring(memory_keyring: MemoryKeyring) -> None:
    """Let the machine have no key store at all; the passphrase is then the only way in."""
    keyring.set_keyring(keyring.backends.fail.Keyring())  # type: ignore[no-untyped-call] # keyring does not annotate it.
