"""Run the benchmarks: `python -m tests.bench`, with further arguments for pytest."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest


def main() -> int:
    # Order and parallel runs would disturb the measuring; the printed tables are the result.
    return int(pytest.main([str(Path(__file__).parent), "-p", "no:randomly", "-p", "no:xdist", "-s", *sys.argv[1:]]))


if __name__ == "__main__":
    raise SystemExit(main())
