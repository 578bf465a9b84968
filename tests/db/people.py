"""Writes and reads the rows of the small schema."""

from __future__ import annotations

from sqlalchemy import text

from db.store.store import Store


def add_person(store: Store, name: str) -> None:
    with store.writing() as session:
        session.execute(text("INSERT INTO person (name) VALUES (:name)"), {"name": name})


def add_people(store: Store, count: int) -> None:
    with store.writing() as session:
        session.execute(
            text("INSERT INTO person (name) VALUES (:name)"), [{"name": f"{n:05d}" + "x" * 500} for n in range(count)]
        )


def names(store: Store) -> list[str]:
    with store.raw_reader() as connection:
        return [row[0] for row in connection.execute("SELECT name FROM person ORDER BY id")]
