"""The Danish names of the indicators, as they stand on screen and paper."""

from __future__ import annotations

from app.results.measure import Indicator

INDICATORS = {
    Indicator.CONTACT_RATE: "Kontaktforløbsgrad, holdt",
    Indicator.CONTACT_REPORTED_RATE: "Kontaktforløbsgrad, holdt og indberettet",
    Indicator.WITHOUT_MATCH: "Borgere uden match",
    Indicator.PLAN_COVERAGE: "Borgere med jobplan",
    Indicator.OFFER_STARTED: "Påbegyndt eller afsluttet tilbud",
    Indicator.OFFER_TO_WORK: "Job eller uddannelse efter gennemført tilbud",
    Indicator.YEARLY_OFFER: "Tilbud inden for det seneste år",
    Indicator.COUPLES_OFFERED: "Ægtepar, som har fået tilbud i år",
    Indicator.SUMMONED_TO_WARNING: "Varslet eller indkaldt om kontanthjælpsloftet",
    Indicator.YOUTH_TALK_OFFERED: "Varslede unge, som er tilbudt en samtale",
    Indicator.SICK_FOLLOWUP_RATE: "Sygeopfølgning til tiden",
    Indicator.SICK_DURATION: "Sygesagernes gennemsnitlige varighed, uger",
    Indicator.UP_TO_DATE_EARLY_PENSION: "Ajourføringsgrad, førtidspension",
    Indicator.UP_TO_DATE_REHABILITATION: "Ajourføringsgrad, revalidering",
    Indicator.UP_TO_DATE_FLEXJOB: "Ajourføringsgrad, fleksjob",
}
