"""What came of sending a citizen to a vacancy, in Danish."""

from __future__ import annotations

from typing import Final

from db.values.offers import ReferralResult

REFERRAL_RESULTS: Final[dict[ReferralResult, str]] = {
    ReferralResult.JOB: "Fik jobbet",
    ReferralResult.PART_TIME_JOB: "Fik deltidsjob",
    ReferralResult.NOT_CHOSEN: "Fik ikke jobbet",
    ReferralResult.NOT_APPLIED: "Søgte ikke",
    ReferralResult.FILLED: "Jobbet var besat",
    ReferralResult.UNKNOWN: "Ukendt",
}
