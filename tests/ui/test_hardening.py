"""The process keeps its memory to itself."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.helpers.repository import ROOT


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="prctl is Linux's")
def test_that_no_core_file_is_written_and_the_process_is_not_dumpable() -> None:
    program = """
import ctypes, resource
from ui.hardening import harden_process
harden_process()
print(resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "(0, 0) 0"
