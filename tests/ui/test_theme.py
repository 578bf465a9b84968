"""Text can be read in both themes."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontDatabase, QFontInfo
from PySide6.QtWidgets import QApplication

from ui.theme.fonts import FAMILY, font, load_fonts
from ui.theme.icons import Icon, pixmap
from ui.theme.style_sheet import style_sheet
from ui.theme.theme import Theme
from ui.theme.tokens import DARK, LIGHT, Colours, Pair, Tone

READABLE = 4.5
VISIBLE = 3.0

both = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@both
def test_that_text_is_readable_on_every_ground_it_stands_on(colours: Colours) -> None:
    grounds = (colours.ground, colours.surface, colours.selection, colours.hover, colours.group_row, colours.reason)
    pairs = [Pair(ink, ground) for ink in (colours.ink, colours.muted, colours.link) for ground in grounds]
    pairs += [*colours.chips.values(), colours.navigation, colours.navigation_current]
    pairs += [Pair(colours.on_accent, each) for each in (colours.accent, colours.accent_hover)]
    pairs += [Pair(colours.navigation_strong, colours.navigation.ground)]
    pairs += [Pair(colours.chips[Tone.RED].ink, colours.surface)]
    faint = [pair for pair in pairs if contrast(pair.ink, pair.ground) < READABLE]
    assert not faint


@both
def test_that_fields_and_focus_stand_out_from_what_is_around_them(colours: Colours) -> None:
    for edge in (colours.field_border, colours.link):
        assert contrast(edge, colours.surface) >= VISIBLE
        assert contrast(edge, colours.ground) >= VISIBLE


def test_that_every_tone_has_a_chip_in_both_themes() -> None:
    assert set(LIGHT.chips) == set(DARK.chips) == set(Tone)


def test_that_the_brought_font_is_the_one_in_use(qapp: QApplication) -> None:
    load_fonts()
    assert FAMILY in QFontDatabase.families()
    assert QFontInfo(font()).family() == FAMILY


@pytest.mark.parametrize("icon", list(Icon))
def test_that_every_icon_can_be_drawn(qapp: QApplication, icon: Icon) -> None:
    drawn = pixmap(icon, LIGHT.link, 18, ratio=2.0).toImage()
    assert drawn.width() == 36
    assert any(drawn.pixelColor(x, y).alpha() for x in range(36) for y in range(36))


@both
def test_that_a_change_of_theme_reaches_those_who_draw_themselves(theme: Theme, colours: Colours) -> None:
    told: list[Colours] = []
    theme.changed.connect(lambda: told.append(theme.colours))
    theme.use(colours)
    assert told == [colours]
    assert colours.surface in style_sheet(colours)
