"""The one signal that says what was changed; every open screen decides by itself whether it cares."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class ChangesSignal(QObject):
    """Carries `app.changes.Changes` and the screen that made them, None when they came from elsewhere.

    A save, an import and a pull from the hub all end here, so that there is one way to refresh.
    """

    changes_made = Signal(object, object)
