"""The closed lists by their Danish names, as files write them."""

from __future__ import annotations

from app.guide.target_group import TargetGroup
from app.imports.cells import Words
from db.values.cases import ApplicationCaseKind, ApplicationCaseState, CaseStepKind, SicknessGroup, WaitingFor
from db.values.offers import AgeBand, OfferKind, OutcomeKind, PlacementState
from db.values.people import BenefitType
from db.values.talks import TalkForm, TalkPurpose

BENEFITS = Words({
    BenefitType.CASH_ASSISTANCE: "kontanthjælp",
    BenefitType.START_ASSISTANCE: "starthjælp",
    BenefitType.INTRODUCTION_BENEFIT: "introduktionsydelse",
    BenefitType.REHABILITATION_BENEFIT: "revalideringsydelse",
    BenefitType.FLEXJOB_UNEMPLOYMENT_BENEFIT: "ledighedsydelse",
    BenefitType.SICKNESS_BENEFIT: "sygedagpenge",
    BenefitType.UNEMPLOYMENT_BENEFIT: "dagpenge",
    BenefitType.NONE: "ingen",
})  # fmt: skip

TALK_FORMS = Words(
    {
        TalkForm.INDIVIDUAL: "individuel",
        TalkForm.GROUP: "gruppe",
        TalkForm.TELEPHONE: "telefon",
        TalkForm.HOME_VISIT: "hjemmebesøg",
        TalkForm.LETTER: "brev",
    },
    also={"individuelt": TalkForm.INDIVIDUAL, "telefonisk": TalkForm.TELEPHONE, "gruppesamtale": TalkForm.GROUP},
)

TALK_PURPOSES = Words({
    TalkPurpose.CONTACT: "kontakt",
    TalkPurpose.MATCH: "match",
    TalkPurpose.SICKNESS_FOLLOW_UP: "sygeopfølgning",
    TalkPurpose.WARNING: "varsling",
    TalkPurpose.OTHER: "andet",
})  # fmt: skip

OFFER_KINDS = Words(
    {
        OfferKind.GUIDANCE_UPSKILLING: "vejledning og opkvalificering",
        OfferKind.DANISH_LESSONS: "danskuddannelse",
        OfferKind.COMPANY_PLACEMENT: "virksomhedspraktik",
        OfferKind.WAGE_SUBSIDY: "løntilskud",
        OfferKind.MENTOR: "mentor",
        OfferKind.JOB_SEARCH: "jobsøgning",
        OfferKind.INTENSIVE_JOB_SEARCH: "intensiv jobsøgning",
        OfferKind.CLARIFICATION: "afklaring",
        OfferKind.EDUCATION_PREPARING: "uddannelsesforberedende",
        OfferKind.OTHER: "andet",
    },
    also={"sprogundervisning": OfferKind.DANISH_LESSONS, "vejledning": OfferKind.GUIDANCE_UPSKILLING},
)

PLACEMENT_STATES = Words(
    {
        PlacementState.PLANNED: "planlagt",
        PlacementState.RUNNING: "i gang",
        PlacementState.COMPLETED: "gennemført",
        PlacementState.STOPPED: "afbrudt",
        PlacementState.DROPPED: "bortfaldet",
    },
    also={"igangværende": PlacementState.RUNNING, "afsluttet": PlacementState.COMPLETED},
)

OUTCOMES = Words(
    {
        OutcomeKind.JOB: "job",
        OutcomeKind.PART_TIME_JOB: "deltidsjob",
        OutcomeKind.SUBSIDISED_JOB: "job med løntilskud",
        OutcomeKind.EDUCATION: "uddannelse",
        OutcomeKind.NEW_OFFER: "tilbud",
        OutcomeKind.BENEFIT: "ydelse",
        OutcomeKind.SICK: "syg",
        OutcomeKind.MOVED: "fraflyttet",
        OutcomeKind.OTHER: "andet",
        OutcomeKind.UNKNOWN: "ukendt",
    },
    also={"nyt tilbud": OutcomeKind.NEW_OFFER, "løntilskud": OutcomeKind.SUBSIDISED_JOB},
)

APPLICATION_KINDS = Words({
    ApplicationCaseKind.EARLY_PENSION: "førtidspension",
    ApplicationCaseKind.REHABILITATION: "revalidering",
    ApplicationCaseKind.FLEXJOB: "fleksjob",
})  # fmt: skip

APPLICATION_STATES = Words({
    ApplicationCaseState.UNTOUCHED: "urørt",
    ApplicationCaseState.IN_PROGRESS: "i gang",
    ApplicationCaseState.SENT_FOR_DECISION: "sendt til afgørelse",
    ApplicationCaseState.DECIDED: "afgjort",
    ApplicationCaseState.WITHDRAWN: "trukket tilbage",
})  # fmt: skip

CASE_STEPS = Words({
    CaseStepKind.REGISTER: "registrering",
    CaseStepKind.FIRST_TALK: "første samtale",
    CaseStepKind.PROFILE_DRAFT: "udkast til ressourceprofil",
    CaseStepKind.MEDICAL_ASKED: "lægelige oplysninger",
    CaseStepKind.WORK_TRIAL_ORDERED: "arbejdsprøvning bestilt",
    CaseStepKind.WORK_TRIAL_ANSWER: "svar på arbejdsprøvning",
    CaseStepKind.PROFILE_FINISHED: "ressourceprofil færdig",
    CaseStepKind.HEARING: "partshøring",
    CaseStepKind.RECOMMENDATION: "indstilling",
    CaseStepKind.DECISION: "afgørelse",
    CaseStepKind.OTHER: "andet",
})  # fmt: skip

WAITING = Words({
    WaitingFor.CITIZEN: "borger",
    WaitingFor.GP: "egen læge",
    WaitingFor.SPECIALIST: "speciallæge",
    WaitingFor.MEDICAL_CONSULTANT: "lægekonsulent",
    WaitingFor.PROVIDER: "leverandør",
    WaitingFor.SOCIAL_DEPARTMENT: "Socialforvaltningen",
    WaitingFor.BENEFIT_OFFICE: "Ydelsesservice",
    WaitingFor.EMPLOYER: "arbejdsgiver",
    WaitingFor.OTHER: "andre",
})  # fmt: skip

SICKNESS_GROUPS = Words(
    {SicknessGroup.FOUR_WEEKS: "4-ugers", SicknessGroup.EIGHT_WEEKS: "8-ugers"},
    also={"4": SicknessGroup.FOUR_WEEKS, "8": SicknessGroup.EIGHT_WEEKS,
          "4 uger": SicknessGroup.FOUR_WEEKS, "8 uger": SicknessGroup.EIGHT_WEEKS},
)  # fmt: skip

TARGET_GROUPS = Words(
    {
        TargetGroup.MATCH_1: "match 1",
        TargetGroup.MATCH_2: "match 2",
        TargetGroup.MATCH_3: "match 3",
        TargetGroup.MATCH_4: "match 4",
        TargetGroup.MATCH_5: "match 5",
        TargetGroup.MATCH_1_3: "match 1-3",
        TargetGroup.MATCH_4_5: "match 4-5",
        TargetGroup.UNDER_25: "under 25",
        TargetGroup.UNDER_30: "under 30",
        TargetGroup.SICK: "sygemeldte",
        TargetGroup.LANGUAGE: "sprog",
        TargetGroup.COUPLE: "par",
        TargetGroup.AREA: "boligområde",
    },
    also={**{group.value: group for group in TargetGroup}, "under 25 år": TargetGroup.UNDER_25,
          "under 30 år": TargetGroup.UNDER_30, "syge": TargetGroup.SICK, "ægtepar": TargetGroup.COUPLE},
)  # fmt: skip

AGE_BANDS = Words(
    {
        AgeBand.UNDER_25: "under 25",
        AgeBand.FROM_25: "25-29",
        AgeBand.FROM_30: "30-49",
        AgeBand.FROM_50: "50+",
    },
    also={"under 25 år": AgeBand.UNDER_25, "18-24": AgeBand.UNDER_25, "25-29 år": AgeBand.FROM_25,
          "30-49 år": AgeBand.FROM_30, "50 og derover": AgeBand.FROM_50, "over 50": AgeBand.FROM_50},
)  # fmt: skip
