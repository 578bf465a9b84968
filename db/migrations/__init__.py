"""The schema's history: alembic steps under `versions/`, each numbered as the schema it leads to."""

from __future__ import annotations
