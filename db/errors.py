"""The two ways in which something expected can go wrong; everything else is a bug."""

from __future__ import annotations


class Refused(Exception):  # noqa: N818 - the field's word, an outcome and not a fault of the program.
    """A rule says no.

    `message` is Danish and for the person at the screen: what was wrong, where, and what to do. It never
    repeats a name, a CPR number or free text, so that it may be logged. `field` names the field of the
    request that it belongs to, so that a form can show it there; None means the request as a whole.
    `code` is a stable English name for tests and `--json`.
    """

    def __init__(self, message: str, *, field: str | None = None, code: str = "refused") -> None:
        """Carry the Danish message, the field it belongs to and the stable code."""
        super().__init__(message)
        self.message = message
        self.field = field
        self.code = code


class Unavailable(Exception):  # noqa: N818 - as above.
    """Something outside the program is not there: a full disk, a locked key store, a hub that is away.

    `message` is Danish: what does not work, what still works, and what to do. What the person has typed
    is kept by the caller. `code` is a stable English name.
    """

    def __init__(self, message: str, *, code: str = "unavailable") -> None:
        """Carry the Danish message and the stable code."""
        super().__init__(message)
        self.message = message
        self.code = code
