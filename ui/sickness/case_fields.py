"""The fields of a sickness case that both of its forms have: the group of follow-up, and the return to work."""

from __future__ import annotations

from datetime import date
from typing import Final

from db.values.cases import ReturnedTo, SicknessGroup
from ui.forms.choice_fields import Choice, SegmentedChoice
from ui.forms.day_field import DayField
from ui.forms.field import Field
from ui.forms.section import Section

GROUPS: Final = {SicknessGroup.FOUR_WEEKS: "Hver 4. uge", SicknessGroup.EIGHT_WEEKS: "Hver 8. uge"}
RETURNS: Final = {
    ReturnedTo.SAME_JOB: "Samme job",
    ReturnedTo.NEW_JOB: "Nyt job",
    ReturnedTo.UNEMPLOYED: "Ledig",
    ReturnedTo.FLEXJOB: "Fleksjob",
    ReturnedTo.PENSION: "Pension",
    ReturnedTo.REHABILITATION: "Revalidering",
}


class CaseFields:
    """Made for one form; `group` is what holds now, None counts as every eighth week."""

    def __init__(self, today: date, group: SicknessGroup | None) -> None:
        """Make the fields."""
        self.group = SegmentedChoice("Hvor tit?", GROUPS)
        self.recovered_on = DayField("Raskmeldt den", today)
        self.returned_to = Choice("Tilbage til", RETURNS, empty="Ikke valgt")
        self.group.set_value(group)

    def by_name(self) -> dict[str, Field]:
        """The fields under the names of the request."""
        return {"group": self.group, "recovered_on": self.recovered_on, "returned_to": self.returned_to}

    def return_section(self) -> Section:
        """The part about the return, folded."""
        made = Section("Raskmelding", folded=True)
        made.add(self.recovered_on, self.returned_to)
        return made
