"""The process that reads a file: `python -m app.imports.parse_child`, the job on stdin, the answer on stdout.

It is limited in memory and time where the system can, prints nothing but its messages, and tells a fault of
its own only by the name of the exception's class, never by its text.
"""

from __future__ import annotations

import contextlib
import gc
import json
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from app.imports.exchange import in_parts, pack_parsed, pack_peeked
from app.imports.kinds.registry import find_kind
from app.imports.mapping import Mapping
from app.imports.parsing import parse_file
from app.imports.peek import peek_sheet
from db.errors import Refused, Unavailable

MOST_MEMORY = 1 << 30
MOST_SECONDS = 120


def main() -> int:
    """Do one job. 0 when the answer was given, whatever it says."""
    _limit()
    # Looking for circles among a million cells takes longer than the process lives.
    gc.disable()
    for message in _answer(json.loads(sys.stdin.readline())):
        _say(message)
    return 0


def _answer(job: dict[str, Any]) -> Iterable[dict[str, Any]]:
    try:
        if "peek" in job:
            return [{"peeked": pack_peeked(peek_sheet(Path(job["peek"])))}]
        kind = find_kind(job["kind"])
        parsed = parse_file(
            Path(job["path"]),
            kind,
            date.fromisoformat(job["today"]),
            mapping=Mapping(**job["mapping"]),
            told=lambda done, total: _say({"done": done, "total": total}),
        )
        return in_parts(pack_parsed(parsed, kind))
    except Refused as refusal:
        return [{"refused": [refusal.message, refusal.field, refusal.code]}]
    except Unavailable as outage:
        return [{"unavailable": [outage.message, outage.code]}]
    except BaseException as error:  # noqa: BLE001 - a panic of the XLSX reader is no Exception.
        return [{"broken": type(error).__name__}]


def _say(message: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


def _limit() -> None:
    """Bound memory and time; no core file, since it would hold the citizens of the file."""
    try:
        import resource
    except ImportError:  # Windows has no such limits.
        return
    bounds = ((resource.RLIMIT_AS, MOST_MEMORY), (resource.RLIMIT_CPU, MOST_SECONDS), (resource.RLIMIT_CORE, 0))
    for limit, bound in bounds:
        # A stricter limit of the one who started us stays.
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(limit, (bound, bound))


if __name__ == "__main__":
    raise SystemExit(main())
