"""What the guide needs to know of a citizen, read from the case."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from app.guide.target_group import CitizenProfile


def read_profile(session: Session, case_id: str, today: date) -> CitizenProfile:
    """The profile as it stands today. Refused: `unknown_case`.

    `couple` needs a spouse in the same household; `sick` is a benefit of sickness or an open sickness case.
    """
    del session, today
    return CitizenProfile(case_id)
