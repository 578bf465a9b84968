"""The files that the repository keeps, and their text."""

from __future__ import annotations

import os
import shutil
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

_GIT = shutil.which("git")


def git(*arguments: str, given: bytes | None = None) -> bytes | None:
    """Give what git prints, or None where there is no git or no repository.

    A checkout made by another user than the one who runs the tests is read as well; HOME is another one
    in tests, so that the setting must go with the command.
    """
    if _GIT is None:
        return None
    command = [_GIT, "-c", "safe.directory=*", "-C", str(ROOT), *arguments]
    done = subprocess.run(command, input=given, capture_output=True, check=False)
    return done.stdout if done.returncode == 0 else None


@cache
def kept_files() -> tuple[Path, ...]:
    """Give every file that git tracks and that exists, relative to the root.

    Without git, as in an unpacked archive, every file outside of hidden and generated folders.
    """
    listed = git("ls-files", "-z")
    if listed is None:
        return tuple(sorted(_walk()))
    names = [name for name in listed.decode().split("\0") if name]
    return tuple(Path(name) for name in names if (ROOT / name).is_file())


def text_of(content: bytes) -> str | None:
    """Give the text of a file's bytes, or None for a binary file.

    Extracts from old systems are Latin-1 and spreadsheets write UTF-16, so that neither may be taken for binary.
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    if b"\0" in content:
        return None
    return content.decode("latin-1")


def _walk() -> list[Path]:
    found: list[Path] = []
    for folder, below, files in os.walk(ROOT):
        inside = Path(folder).relative_to(ROOT)
        below[:] = [name for name in below if (name == ".ci" or not name.startswith(".")) and name != "__pycache__"]
        found += [inside / name for name in files if not name.endswith(".pyc")]
    return found
