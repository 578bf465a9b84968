"""Reads a file without holding up the program: small ones at once, all others in a process of their own.

2026-11-22. Reading 10,000 rows is a second of Python, during which a window beside it would stutter; and an
XLSX is unpacked by foreign code that can be made to take all memory. Both therefore happen in a process that
can be limited and killed. Starting it takes some tenths of a second, so that a small CSV is read at once.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections import defaultdict
from datetime import date
from pathlib import Path
from queue import Empty, Queue
from typing import Any, NoReturn

from app.imports.exchange import pack_job, pack_peek, unpack_parsed, unpack_peeked
from app.imports.kinds.kind import Kind
from app.imports.mapping import Mapping
from app.imports.parsing import Parsed, parse_file
from app.imports.peek import Peeked, peek_csv
from app.imports.request import Cancelled, Progress, Stage
from db.errors import Refused, Unavailable

SMALL_BYTES = 64_000
_LOOK_EVERY_SECONDS = 0.05


def read_rows(
    path: Path, kind: Kind[Any], today: date, *, mapping: Mapping, progress: Progress, cancelled: Cancelled
) -> Parsed:
    """Read a file. Raises Refused (`cancelled`, `unreadable_file`) and as `parse_file` says."""
    if path.suffix.lower() != ".xlsx" and _bytes(path) <= SMALL_BYTES:
        return parse_file(
            path, kind, today, mapping=mapping, told=lambda done, total: progress(done, total, Stage.READING)
        )
    message = _ask_child(pack_job(path.absolute(), kind, today, mapping), "parsed", progress, cancelled)
    return unpack_parsed(message, kind)


def peek(path: Path, cancelled: Cancelled = lambda: False) -> Peeked:
    """The headings and the first rows. Raises Refused and Unavailable as `read_rows` says."""
    if path.suffix.lower() != ".xlsx":
        return peek_csv(path)
    return unpack_peeked(_ask_child(pack_peek(path.absolute()), "peeked", lambda *_: None, cancelled))


def _ask_child(job: str, wanted: str, progress: Progress, cancelled: Cancelled) -> dict[str, Any]:
    child = subprocess.Popen(
        [sys.executable, "-m", "app.imports.parse_child"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    listener = _Listener(child)
    try:
        _send(child, job)
        return _listen(listener, wanted, progress, cancelled)
    finally:
        child.kill()
        child.wait()
        listener.close()


def stop_if(cancelled: Cancelled) -> None:
    """Raise Refused `cancelled` when the person has pressed Cancel."""
    if cancelled():
        raise Refused("Indlæsningen er afbrudt. Intet er ændret.", code="cancelled")


class _Listener:
    """Takes the child's lines as they come, so that nobody waits for them without looking at Cancel."""

    def __init__(self, child: subprocess.Popen[str]) -> None:
        self.lines: Queue[str | None] = Queue()
        self._child = child
        self._thread = threading.Thread(target=self._take, name="import-reading", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """End with the child, which is dead by now."""
        self._thread.join()
        for pipe in (self._child.stdin, self._child.stdout):
            if pipe:
                pipe.close()

    def _take(self) -> None:
        if self._child.stdout:
            for line in self._child.stdout:
                self.lines.put(line)
        self.lines.put(None)


def _send(child: subprocess.Popen[str], job: str) -> None:
    if child.stdin:
        try:
            child.stdin.write(job + "\n")
            child.stdin.flush()
        except OSError:
            _unreadable()


def _listen(listener: _Listener, wanted: str, progress: Progress, cancelled: Cancelled) -> dict[str, Any]:
    parts: defaultdict[str, list[Any]] = defaultdict(list)
    while True:
        stop_if(cancelled)
        try:
            line = listener.lines.get(timeout=_LOOK_EVERY_SECONDS)
        except Empty:
            continue
        if line is None:
            _unreadable()
        message = json.loads(line)
        if "done" in message:
            progress(message["done"], message["total"], Stage.READING)
        elif "part" in message:
            parts[message["part"]] += message["of"]
        elif wanted in message:
            return {**message[wanted], **parts}
        elif "refused" in message:
            text, field, code = message["refused"]
            raise Refused(text, field=field, code=code)
        elif "unavailable" in message:
            text, code = message["unavailable"]
            raise Unavailable(text, code=code)
        else:
            _unreadable()


def _unreadable() -> NoReturn:
    message = "Filen kan ikke læses: den er beskadiget eller alt for stor. Hent udtrækket igen, helst som CSV."
    raise Refused(message, field="file", code="unreadable_file")


def _bytes(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
