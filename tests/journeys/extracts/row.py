"""A row that the queue should give, reckoned by hand, and how it is written down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

# Tuesday; Wednesday before Maundy Thursday; Easter Sunday; Wednesday before Store Bededag (Friday 4 May); Monday.
DAYS: Final = ("2007-03-20", "2007-04-04", "2007-04-08", "2007-05-02", "2007-12-31")

# A lane is found by act_by: this week ends on Sunday (25.03, 08.04, 08.04, 06.05, 06.01.2008), the four weeks
# after it end on the fourth Sunday from there (22.04, 06.05, 06.05, 03.06, 03.02.2008), and what is later is later.
LANES: Final = {
    "O": "overdue",
    "T": "today",
    "W": "this_week",
    "F": "four_weeks",
    "L": "later",
    "V": "waiting",
}
NOT_THERE: Final = "."
LEFT_OPEN: Final = "?"


@dataclass(frozen=True, slots=True)
class Row:
    """What the queue should say. `lanes` has one letter for each of the five days, `.` where no row should stand.

    `opens_on` is None, and a lane `?`, where the rule leaves it to the municipality.
    """

    citizen: str
    kind: str
    due_on: str
    act_by: str
    opens_on: str | None
    consequence: int
    lanes: str
    waiting_for: str | None = None
    waiting_since: str | None = None

    def on(self, day: str) -> str:
        """Give the letter of a day."""
        return self.lanes[DAYS.index(day)]


def since_1_august_2006(citizen: str) -> list[Row]:
    """Give the rows of everybody over 30 on kontanthjælp since Tuesday 01.08.2006 who was never warned or in an offer.

    The ceiling: + 6 months = 01.02.2007, so hit before the first of the five days; due by the end of 2007.
    First offer, over 30, match 4: + 12 months = 01.08.2007, Wednesday; opens 60 days before, 02.06.
    """
    return [
        ceiling_hit(citizen, "LLLLT"),
        Row(citizen, "OFFER_FIRST_30", "2007-08-01", "2007-08-01", "2007-06-02", 1, "....O"),
    ]


def ceiling_hit(citizen: str, lanes: str) -> Row:
    """Give the row of one who is under the ceiling and was never warned: a target of 2007, due Monday 31.12.2007.

    New Year's Eve is a working day unless the municipality says otherwise.
    """
    return Row(citizen, "CEILING_HIT", "2007-12-31", "2007-12-31", None, 3, lanes)
