"""The Danish words for the closed sets of the guide."""

from __future__ import annotations

from db.values.offers import AgeBand, OfferKind

OFFER_KINDS = {
    OfferKind.GUIDANCE_UPSKILLING: "Vejledning og opkvalificering",
    OfferKind.DANISH_LESSONS: "Danskuddannelse",
    OfferKind.COMPANY_PLACEMENT: "Virksomhedspraktik",
    OfferKind.WAGE_SUBSIDY: "Løntilskud",
    OfferKind.MENTOR: "Mentor",
    OfferKind.JOB_SEARCH: "Jobsøgning",
    OfferKind.INTENSIVE_JOB_SEARCH: "Intensiv jobsøgning",
    OfferKind.CLARIFICATION: "Afklaring",
    OfferKind.EDUCATION_PREPARING: "Uddannelsesforberedende forløb",
    OfferKind.OTHER: "Andet",
}
AGE_BANDS = {
    AgeBand.UNDER_25: "under 25 år",
    AgeBand.FROM_25: "25–29 år",
    AgeBand.FROM_30: "30–49 år",
    AgeBand.FROM_50: "50 år og derover",
}


def kroner(oere: int) -> str:
    """Whole kroner with a point at the thousands: `2.850 kr.`; øre only where there are any."""
    whole, rest = divmod(abs(oere), 100)
    sign = "−" if oere < 0 else ""
    return f"{sign}{whole:,}".replace(",", ".") + (f",{rest:02}" if rest else "") + " kr."
