"""Finding a text or a key again in files, however somebody might have written it down."""

from __future__ import annotations

import base64
from pathlib import Path


def written_forms(raw: bytes) -> set[bytes]:
    """Every way in which somebody might have written these bytes down."""
    forms = {raw, raw.hex().encode(), raw.hex().upper().encode(), base64.b85encode(raw), base64.b32encode(raw)}
    # Base64 differs with the place at which a text begins within a group of three bytes.
    for shift in range(3):
        whole = base64.b64encode(bytes(shift) + raw)
        inner = whole[-(-shift * 8 // 6) : -4]
        forms |= {inner, inner.replace(b"+", b"-").replace(b"/", b"_")}
    return forms


def text_forms(text: str) -> set[bytes]:
    """Every way in which a text might lie in a file."""
    return {
        form
        for encoding in ("utf-8", "utf-16-le", "utf-16-be", "latin-1")
        for form in (text.encode(encoding), *written_forms(text.encode(encoding)))
    }


def found_in(folder: Path, needles: set[bytes]) -> list[str]:
    """Name the files under a folder that hold one of the needles."""
    return [
        path.name
        for path in sorted(folder.rglob("*"))
        if path.is_file() and any(needle in path.read_bytes() for needle in needles)
    ]
