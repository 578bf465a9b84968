"""Facts that belong to single items: reminders, snoozes, hand-overs, items done in another way."""

from __future__ import annotations

from datetime import date

from app.queue.facts import HandOverFact, ReminderFact, SnoozeFact
from app.queue.reading.rows import LIVE, Connection, day


def read_reminders(connection: Connection) -> dict[str | None, list[ReminderFact]]:
    """Reminders by case; those of no case under None."""
    found: dict[str | None, list[ReminderFact]] = {}
    for case_id, row, worker, on, text, consequence, done in connection.execute(
        "select case_ref, id, worker_id, remind_on, text, consequence, done_on from reminder"
        " where gone = 0 order by remind_on, id"
    ):
        reminder = ReminderFact(row, worker, date.fromisoformat(on), text, consequence, day(done))
        found.setdefault(case_id, []).append(reminder)
    return found


def read_snoozes(connection: Connection, today: date) -> tuple[SnoozeFact, ...]:
    """Items that are put off today; the latest word on each.

    A case that has come to another holder since comes with every item in sight. Ids are in the order of time.
    """
    latest = {
        key: SnoozeFact(key, date.fromisoformat(until))
        for key, until in connection.execute(
            "select item_key, until_on from snooze s where gone = 0 and cancelled_on is null and until_on > ?"
            " and not exists (select 1 from case_holding h where h.case_id = s.case_ref and h.gone = 0"
            " and h.withdrawn_on is null and h.to_on is null and h.worker_id is not s.worker_id and h.id > s.id)"
            " order by id",
            (today.isoformat(),),
        )
    }
    return tuple(latest.values())


def read_hand_overs(connection: Connection) -> tuple[HandOverFact, ...]:
    """Items that lie with a colleague; the latest word on each."""
    latest = {
        key: HandOverFact(key, worker)
        for key, worker in connection.execute(
            f"select item_key, to_worker_id from item_hand_over where {LIVE} and taken_back_on is null order by id"
        )
    }
    return tuple(latest.values())


def read_done_elsewhere(connection: Connection) -> tuple[str, ...]:
    """Keys of items that were done in another way."""
    return tuple(
        key for (key,) in connection.execute(f"select item_key from done_elsewhere where {LIVE} order by item_key, id")
    )
