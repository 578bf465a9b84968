"""Damages a file as a failing disk does."""

from __future__ import annotations

from pathlib import Path


def flip_a_bit(path: Path, at: int) -> None:
    content = bytearray(path.read_bytes())
    content[at] ^= 1
    path.write_bytes(content)
