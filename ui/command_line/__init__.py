"""Everything but the window: subcommands over the same use cases. No Qt is imported here."""

from __future__ import annotations
