"""No test reaches beyond this machine, and the sockets that are open are known."""

from __future__ import annotations

import ipaddress
import socket
import weakref
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pytest

_opened: weakref.WeakSet[socket.socket] = weakref.WeakSet()


class NetworkTouchedError(AssertionError):
    """A test tried to reach another machine."""


def open_sockets() -> list[socket.socket]:
    """Give the sockets made since the guard was put up and not closed yet."""
    return [one for one in _opened if one.fileno() != -1]


def keep_to_this_machine(patch: pytest.MonkeyPatch) -> None:
    """Let sockets reach loopback and local sockets only, and no name be looked up elsewhere."""
    make, connect, connect_ex, sendto = (
        socket.socket.__init__,
        socket.socket.connect,
        socket.socket.connect_ex,
        socket.socket.sendto,
    )
    look_up = socket.getaddrinfo

    def guarded_make(self: socket.socket, *arguments: Any, **named: Any) -> None:
        make(self, *arguments, **named)
        _opened.add(self)

    def guarded_connect(self: socket.socket, address: Any) -> None:
        _refuse_beyond(self.family, address)
        connect(self, address)

    def guarded_connect_ex(self: socket.socket, address: Any) -> int:
        _refuse_beyond(self.family, address)
        return connect_ex(self, address)

    def guarded_sendto(self: socket.socket, data: Any, *rest: Any) -> int:
        _refuse_beyond(self.family, rest[-1])
        return sendto(self, data, *rest)

    def guarded_look_up(host: Any, *rest: Any, **named: Any) -> Any:
        if host is not None and not _is_here(host):
            raise NetworkTouchedError(f"a test looked up {host!r}")
        return look_up(host, *rest, **named)

    patch.setattr(socket.socket, "__init__", guarded_make)
    patch.setattr(socket.socket, "connect", guarded_connect)
    patch.setattr(socket.socket, "connect_ex", guarded_connect_ex)
    patch.setattr(socket.socket, "sendto", guarded_sendto)
    patch.setattr(socket, "getaddrinfo", guarded_look_up)


def _refuse_beyond(family: int, address: Any) -> None:
    if family in {socket.AF_INET, socket.AF_INET6} and not _is_here(address[0]):
        raise NetworkTouchedError(f"a test reached for {address!r}")


def _is_here(host: Any) -> bool:
    name = host.decode() if isinstance(host, bytes) else str(host)
    if name in {"", "localhost"}:
        return True
    try:
        return ipaddress.ip_address(name.partition("%")[0]).is_loopback
    except ValueError:
        return False
