"""Where a store lies when nobody says so: a folder of the user's own."""

from __future__ import annotations

from pathlib import Path


def own_store() -> Path:
    """The folder of the person's own store."""
    return _data_folder() / "lager"


def demo_store() -> Path:
    """The folder of the store of invented people."""
    return _data_folder() / "demo"


def _data_folder() -> Path:
    # Takes 30 ms to import beside Qt, so that it waits until the window has been painted.
    from platformdirs import user_data_path

    return user_data_path("tovholder", appauthor=False)
