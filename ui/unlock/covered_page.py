"""What stands in the window while it is being left: nothing of the work."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.theme.theme import Theme
from ui.unlock.gate_page import GatePage


class CoveredPage(GatePage):
    """Says what is going on."""

    def __init__(self, theme: Theme, heading: str, explanation: str, parent: QWidget | None = None) -> None:
        """Make the page."""
        super().__init__(theme, heading, explanation, parent)
        self.finish()
