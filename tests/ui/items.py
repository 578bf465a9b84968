"""Queue items of invented people for the tests of the window."""

from __future__ import annotations

from datetime import date, timedelta

from app.queue.item import Lane, QueueItem

TODAY = date(2007, 3, 20)
ME = "worker-1"

_PEOPLE = (
    ("Amina Yusuf", date(1972, 3, 14), Lane.OVERDUE, -12, "Kontaktsamtale", 4),
    ("Bent Sørensen", date(1959, 5, 3), Lane.OVERDUE, -5, "Ryk for svar", 5),
    ("Kamilla Dahl", date(1984, 11, 22), Lane.OVERDUE, -1, "Afventer tilbagemelding", 3),
    ("Hassan Ali", date(1965, 2, 18), Lane.THIS_WEEK, 1, "Jobplan mangler", 4),
    ("Lene Krag", date(1970, 10, 9), Lane.THIS_WEEK, 2, "Sygeopfølgning", None),
    ("Omar Kaya", date(1968, 7, 1), Lane.THIS_WEEK, 3, "Varslingssamtale, kontanthjælpsloft", 3),
    ("Jonas Friis", date(1988, 2, 12), Lane.FOUR_WEEKS, 13, "Tilbud slutter 16.04 · beslut næste skridt", 2),
    ("Mette Lund", date(1975, 9, 30), Lane.FOUR_WEEKS, 21, "Aftale i jobplanen", None),
    ("Nadia Karim", date(1981, 1, 8), Lane.AGREED, 8, "Kontaktsamtale", 2),
    ("Viggo Holst", date(1962, 12, 24), Lane.WAITING, 30, "Afventer afgørelse fra Ydelsesservice", 5),
)


def item(number: int = 0, **changed: object) -> QueueItem:
    name, born, lane, days, label, match = _PEOPLE[number % len(_PEOPLE)]
    due_on = TODAY + timedelta(days=days)
    values: dict[str, object] = {
        "key": f"KIND/case-{number}/event-{number}/1",
        "kind": "CONTACT_DUE",
        "label": label,
        "case_id": f"case-{number}",
        "citizen": name,
        "born": born,
        "due_on": due_on,
        "act_by": due_on,
        "opens_on": due_on - timedelta(days=28),
        "amber_on": due_on - timedelta(days=7),
        "lane": lane,
        "consequence": 1,
        "rule": "koebenhavn-2007:CONTACT_DUE",
        "source": "lov om en aktiv beskæftigelsesindsats, kap. 7; Redegørelse 26.9.2006, afsnit 2.3",
        "reason": "Seneste samtale var 8. december 2006. Samtale mindst hver 3. måned.",
        "counted_from": date(2006, 12, 8),
        "event_id": f"event-{number}",
        "worker_id": ME if number % 2 == 0 else "worker-2",
        "holder_name": "M. Holm" if number % 2 == 0 else "A. Lind",
        "match": match,
        "benefit": "cash_assistance",
        "agreed": "Indkaldt 28.03 kl. 10" if lane is Lane.AGREED else None,
        "waiting_for": "Ydelsesservice" if lane is Lane.WAITING else None,
        "waiting_since": date(2007, 3, 2) if lane is Lane.WAITING else None,
    }
    return QueueItem(**{**values, **changed})  # type: ignore[arg-type] # the table above holds each field's type.


def items(count: int = len(_PEOPLE)) -> tuple[QueueItem, ...]:
    return tuple(item(number) for number in range(count))
