"""A value like another, but for the fields named."""

from __future__ import annotations

import dataclasses
from typing import Any, TypeVar

Value = TypeVar("Value")


def replace(like: Value, /, **changes: Any) -> Value:
    """Return the value with some fields changed; for facts, which are named tuples, and for dataclasses."""
    if isinstance(like, tuple):
        return like._replace(**changes)  # type: ignore[attr-defined, no-any-return] # a named tuple.
    return dataclasses.replace(like, **changes)  # type: ignore[type-var]
