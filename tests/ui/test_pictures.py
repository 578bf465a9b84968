"""Every window can be drawn, in both themes."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from sqlalchemy import select

from app.clock import FixedClock
from app.ids import NewId
from db.rows.local import DraftRow
from db.store.store import Store
from tests.ui.demo_store import ALL_KINDS, copy_demo, demo_key
from ui.pictures import draw_pictures


@pytest.mark.slow
def test_that_every_window_is_drawn_light_and_dark(
    qapp: QApplication, directory: Path, tmp_path: Path, clock: FixedClock, make_id: NewId
) -> None:
    copy_demo(directory, ALL_KINDS)
    with Store.open(directory, demo_key(ALL_KINDS)) as store:
        drawn = draw_pictures(tmp_path, qapp, store, clock, make_id)
        with store.reading() as session:
            # A form of the second theme would show what the first filled in.
            assert session.scalars(select(DraftRow)).all() == []
    qapp.setStyleSheet("")
    names = [each.stem.removesuffix("-150") for each in drawn]
    assert {name.removesuffix("-light") for name in names if name.endswith("-light")} == {
        name.removesuffix("-dark") for name in names if name.endswith("-dark")
    }
    for path in drawn:
        image = QImage(str(path))
        ground = image.pixelColor(image.width() - 3, image.height() - 3).lightness()
        assert (ground < 128) == path.stem.removesuffix("-150").endswith("-dark")
