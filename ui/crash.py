"""Bugs go into a local file that holds no personal data: types, and file and line of our own frames.

An exception's text may repeat what a person typed, and a local variable may hold it; neither is ever
written. Nothing is sent anywhere.
"""

from __future__ import annotations

import itertools
import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Final

FOLDER_NAME: Final = "fejlrapporter"

_ROOT = Path(__file__).resolve().parent.parent
_OWN = ("app", "db", "ui", "resources")
_numbers = itertools.count(1)


class _Place:
    """Where crash files go; the user's own folder unless something else was said."""

    folder: Path | None = None
    tell: Callable[[], object] | None = None
    written: Final[set[str]] = set()


def write_crashes_to(folder: Path) -> None:
    """Set the folder for crash files."""
    _Place.folder = folder


def crash_folder() -> Path:
    """Return the folder for crash files; it need not exist."""
    if _Place.folder is None:
        from platformdirs import user_log_path

        _Place.folder = user_log_path("tovholder", appauthor=False) / FOLDER_NAME
    return _Place.folder


def tell_of_crashes(tell: Callable[[], object] | None) -> None:
    """Set who is told of what nobody caught; it may be called in any thread. None ends it."""
    _Place.tell = tell


def install_hooks() -> None:
    """Catch what nobody caught: in this thread, in others, and Qt's own complaints."""
    from PySide6.QtCore import qInstallMessageHandler

    sys.excepthook = _uncaught
    threading.excepthook = _uncaught_in_thread
    qInstallMessageHandler(_from_qt)


def record_crash(error: BaseException) -> Path | None:
    """Write a crash file and return where it is; None when even that cannot be done."""
    return _write(describe(error))


def describe(error: BaseException) -> str:
    """Return types and own frames of an exception and of those behind it, newest first."""
    lines: list[str] = []
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        lines.append(f"{type(current).__module__}.{type(current).__qualname__}")
        lines += [f"  {frame}" for frame in _own_frames(current.__traceback__)]
        current = current.__cause__ or current.__context__
    return "\n".join(lines)


def _own_frames(trace: TracebackType | None) -> list[str]:
    frames: list[str] = []
    while trace is not None:
        path = Path(trace.tb_frame.f_code.co_filename)
        if path.is_relative_to(_ROOT) and path.relative_to(_ROOT).parts[0] in _OWN:
            frames.append(f"{path.relative_to(_ROOT).as_posix()}:{trace.tb_lineno}")
        trace = trace.tb_next
    return frames


def _write(text: str) -> Path | None:
    folder = crash_folder()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for number in _numbers:
            path = folder / f"fejl-{os.getpid()}-{number}.txt"
            try:
                descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
            except FileExistsError:
                continue
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                file.write(f"Python {sys.version_info.major}.{sys.version_info.minor} {sys.platform}\n{text}\n")
            return path
    except OSError:
        return None
    return None


def _uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        raise SystemExit(130)
    _record_and_tell(error.with_traceback(trace))


def _uncaught_in_thread(args: threading.ExceptHookArgs) -> None:
    if args.exc_value is not None and not isinstance(args.exc_value, SystemExit):
        _record_and_tell(args.exc_value)


def _record_and_tell(error: BaseException) -> None:
    # A fault in what is drawn comes back with every drawing; one file is enough to find it.
    text = describe(error)
    if text not in _Place.written:
        _Place.written.add(text)
        _write(text)
    if _Place.tell is not None:
        _Place.tell()


def _from_qt(kind: object, context: object, message: str) -> None:  # noqa: ARG001 - its text may hold what was typed.
    """Keep what Qt says about itself out of the terminal; only what ends the program is written, without text."""
    from PySide6.QtCore import QtMsgType

    if kind in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg):
        where = f"{Path(str(getattr(context, 'file', None) or '?')).name}:{getattr(context, 'line', 0)}"
        _write(f"Qt {getattr(kind, 'name', kind)} {where}")
