"""Two palettes of our own: Fusion's selected and disabled text are too faint to read (3.7:1 and 1.6:1)."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from ui.theme.tokens import Colours, Tone


def palette(colours: Colours) -> QPalette:
    """Return the palette of a set of roles, for everything that Qt draws by itself."""
    made = QPalette()
    role = QPalette.ColorRole
    for each, colour in (
        (role.Window, colours.ground),
        (role.WindowText, colours.ink),
        (role.Base, colours.surface),
        (role.AlternateBase, colours.group_row),
        (role.Text, colours.ink),
        (role.Button, colours.surface),
        (role.ButtonText, colours.ink),
        (role.BrightText, colours.chips[Tone.RED].ink),
        (role.Highlight, colours.accent),
        (role.HighlightedText, colours.on_accent),
        (role.Link, colours.link),
        (role.LinkVisited, colours.link),
        (role.PlaceholderText, colours.muted),
        (role.ToolTipBase, colours.surface),
        (role.ToolTipText, colours.ink),
        (role.Light, colours.surface),
        (role.Midlight, colours.group_row),
        (role.Mid, colours.line),
        (role.Dark, colours.field_border),
        (role.Shadow, colours.line),
        (role.Accent, colours.accent),
    ):
        made.setColor(each, QColor(colour))
    for each in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, each, QColor(colours.disabled))
    return made
