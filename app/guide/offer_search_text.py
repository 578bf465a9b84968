"""The canonical text that an offer is found by."""

from __future__ import annotations

from collections.abc import Iterable

from app.cases.names import search_text


def offer_search_text(
    title: str, provider: str | None, industries: Iterable[str] = (), *, purpose: str | None = None,
    content: str | None = None,
) -> str:  # fmt: skip
    """Title and provider first, then industries, purpose and content, as `search_text` writes them."""
    parts = (title, provider, *industries, purpose, content)
    return search_text(" ".join(part for part in parts if part))
