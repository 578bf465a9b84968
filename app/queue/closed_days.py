"""The rule book as one office counts by it: the standard one, with the closed days that were set on this machine.

Read by the bare driver, since the queue is shown before SQLAlchemy is imported.
"""

from __future__ import annotations

from dataclasses import fields

from app.queue.reading.rows import Connection
from app.rules.book import RuleBook, standard_rule_book
from app.rules.calendar import LocalHolidays


def closed_day(name: str) -> str:
    """The name of the setting about a day that the municipality decides on itself."""
    return f"closed_{name}"


def rule_book_of(connection: Connection) -> RuleBook:
    """The book that deadlines of this store are counted by."""
    days = closed_days_of(connection)
    return standard_rule_book() if days is None else standard_rule_book(days)


def closed_days_of(connection: Connection) -> LocalHolidays | None:
    """The days as they were set; None while they are not, and the rule set's own hold."""
    found = dict(connection.execute("select name, value from setting where name like 'closed\\_%' escape '\\'"))
    names = {each.name: closed_day(each.name) for each in fields(LocalHolidays)}
    if not found.keys() >= set(names.values()):
        return None
    return LocalHolidays(**{name: found[setting] == "1" for name, setting in names.items()})
