"""The fences around every test hold: network, home, key store, and what a test leaves behind."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
from pathlib import Path

import keyring
import platformdirs
import pytest
from keyring.errors import KeyringError, NoKeyringError
from PySide6.QtCore import QThread, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from tests.helpers.leftovers import left_by_qt, left_sockets, left_threads
from tests.helpers.memory_keyring import MemoryKeyring
from tests.helpers.network import NetworkTouchedError, open_sockets

# Addresses set aside for documentation: nobody answers there should the fence be broken.
_FAR = ("192.0.2.1", 9)
_FAR_6 = ("2001:db8::1", 9)


def test_that_another_machine_cannot_be_reached() -> None:
    with socket.socket() as near, pytest.raises(NetworkTouchedError):
        near.connect(_FAR)
    with socket.socket() as near, pytest.raises(NetworkTouchedError):
        near.connect_ex(_FAR)
    with socket.socket(type=socket.SOCK_DGRAM) as near, pytest.raises(NetworkTouchedError):
        near.sendto(b"x", _FAR)
    with pytest.raises(NetworkTouchedError):
        socket.create_connection(_FAR_6)


def test_that_no_name_is_looked_up() -> None:
    with pytest.raises(NetworkTouchedError):
        socket.getaddrinfo("example.org", 443)


def test_that_loopback_can_be_reached() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as client:
        answering, _ = server.accept()
        with answering:
            client.sendall(b"hej")
            assert answering.recv(3) == b"hej"


def test_that_a_socket_left_open_is_found_and_closed() -> None:
    before = open_sockets()
    left = socket.socket()
    assert len(left_sockets(before)) == 1
    assert left.fileno() == -1
    assert left_sockets(before) == []


def test_that_a_thread_left_running_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.helpers.leftovers._GRACE_SECONDS", 0.01)
    before = threading.enumerate()
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait, name="forgotten")
    thread.start()
    try:
        assert left_threads(before) == ["thread forgotten"]
    finally:
        stop.set()
        thread.join()
    assert left_threads(before) == []


def test_that_a_qt_timer_left_running_is_found_and_stopped(qapp: QApplication) -> None:
    timer = QTimer()
    timer.start(50)
    assert left_by_qt() == ["timer QTimer of 50 ms"]
    assert not timer.isActive()
    assert left_by_qt() == []


def test_that_a_window_left_open_is_found_and_closed(qapp: QApplication) -> None:
    window = QWidget()
    window.setWindowTitle("glemt")
    window.show()
    assert left_by_qt() == ["window QWidget 'glemt'"]
    assert left_by_qt() == []


def test_that_a_qt_thread_left_running_is_ended(qapp: QApplication) -> None:
    thread = QThread()
    thread.start()
    assert left_by_qt() == []
    assert thread.isFinished()


def test_that_the_home_is_empty_and_of_this_test_only(home: Path) -> None:
    assert Path.home() == home
    assert Path(platformdirs.user_data_dir("tovholder")).is_relative_to(home)
    assert Path(platformdirs.user_config_dir("tovholder")).is_relative_to(home)
    assert not [path for path in home.rglob("*") if path.is_file()]


def test_that_keys_stay_in_memory(memory_keyring: MemoryKeyring) -> None:
    keyring.set_password("tovholder", "key", "secret")
    assert memory_keyring.entries == {("tovholder", "key"): "secret"}
    assert keyring.get_password("tovholder", "key") == "secret"
    memory_keyring.locked = True
    with pytest.raises(KeyringError):
        keyring.get_password("tovholder", "key")


def test_that_no_key_of_an_earlier_test_is_left() -> None:
    assert keyring.get_password("tovholder", "key") is None


@pytest.mark.usefixtures("no_keyring")
def test_that_a_machine_without_a_key_store_can_be_played() -> None:
    with pytest.raises(NoKeyringError):
        keyring.get_password("tovholder", "key")


def test_that_a_program_started_by_a_test_finds_no_key_store_either() -> None:
    question = "import keyring; print(type(keyring.get_keyring()).__module__)"
    done = subprocess.run([sys.executable, "-c", question], capture_output=True, text=True, check=True, env=os.environ)
    assert done.stdout.strip() == "keyring.backends.fail"
