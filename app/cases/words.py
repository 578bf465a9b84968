"""The Danish words for the closed sets of a case, as the screens and the timeline say them."""

from __future__ import annotations

from db.values.cases import ApplicationCaseKind, RiskLevel, SicknessGroup, VisitEntry, WarningKind
from db.values.offers import FeedbackKind, PlacementState
from db.values.people import BenefitType, ClosingReason, ContactWish, ExclusionReason, HouseholdPart
from db.values.plans import PlanKind, PlanState
from db.values.talks import AttendanceKind, NoteKind, TalkForm, TalkPurpose

BENEFITS = {
    BenefitType.CASH_ASSISTANCE: "Kontanthjælp",
    BenefitType.START_ASSISTANCE: "Starthjælp",
    BenefitType.INTRODUCTION_BENEFIT: "Introduktionsydelse",
    BenefitType.REHABILITATION_BENEFIT: "Revalideringsydelse",
    BenefitType.FLEXJOB_UNEMPLOYMENT_BENEFIT: "Ledighedsydelse",
    BenefitType.SICKNESS_BENEFIT: "Sygedagpenge",
    BenefitType.UNEMPLOYMENT_BENEFIT: "Dagpenge",
    BenefitType.NONE: "Ingen ydelse",
}
TALK_FORMS = {
    TalkForm.INDIVIDUAL: "Individuel samtale",
    TalkForm.GROUP: "Gruppesamtale",
    TalkForm.TELEPHONE: "Telefonsamtale",
    TalkForm.HOME_VISIT: "Samtale ved hjemmebesøg",
    TalkForm.LETTER: "Kontakt ved brev",
}
TALK_PURPOSES = {
    TalkPurpose.CONTACT: "kontaktforløb",
    TalkPurpose.MATCH: "match",
    TalkPurpose.SICKNESS_FOLLOW_UP: "sygeopfølgning",
    TalkPurpose.WARNING: "varsling",
    TalkPurpose.OTHER: "andet",
}
ATTENDANCE = {
    AttendanceKind.CAME: "mødt",
    AttendanceKind.CAME_LATE: "mødt for sent",
    AttendanceKind.ABSENT_WITH_NOTICE: "afbud",
    AttendanceKind.ABSENT: "udeblevet",
}
NOTES = {
    NoteKind.TALK: "Samtalenotat",
    NoteKind.PHONE: "Telefonnotat",
    NoteKind.VISIT: "Besøgsnotat",
    NoteKind.MEETING: "Mødenotat",
    NoteKind.CASE: "Journalnotat",
    NoteKind.COORDINATION: "Koordinering",
    NoteKind.IMPORTED: "Importeret notat",
}
WARNINGS = {WarningKind.CEILING: "Varslet om kontanthjælpsloft", WarningKind.HOURS_RULE: "Varslet om 300-timersreglen"}
CLOSINGS = {
    ClosingReason.ORDINARY_JOB: "ordinært job",
    ClosingReason.PART_TIME_JOB: "deltidsjob",
    ClosingReason.EDUCATION: "uddannelse",
    ClosingReason.MOVED_AWAY: "fraflyttet",
    ClosingReason.PENSION: "pension",
    ClosingReason.SELF_SUPPORTING: "selvforsørget",
    ClosingReason.DEAD: "død",
    ClosingReason.OTHER: "andet",
}
EXCLUSIONS = {
    ExclusionReason.PARENTAL_LEAVE: "Barsel",
    ExclusionReason.AGREED_HOLIDAY: "Aftalt ferie",
    ExclusionReason.IN_HOSPITAL: "Indlagt",
    ExclusionReason.IN_PRISON: "Afsoning",
    ExclusionReason.IN_EDUCATION: "Under uddannelse",
    ExclusionReason.ABROAD: "Midlertidigt udrejst",
    ExclusionReason.EXEMPT_BY_LAW: "Undtaget efter lov",
    ExclusionReason.OTHER: "Andet",
}
HOUSEHOLD_PARTS = {
    HouseholdPart.ADULT: "voksen",
    HouseholdPart.SPOUSE: "ægtefælle eller samlever",
    HouseholdPart.CHILD: "barn",
}
PLAN_KINDS = {
    PlanKind.JOBPLAN: "Jobplan",
    PlanKind.INTEGRATION_CONTRACT: "Integrationskontrakt",
    PlanKind.EDUCATION_PLAN: "Uddannelsesplan",
}
PLAN_STATES = {
    PlanState.DRAFT: "kladde",
    PlanState.AGREED: "aftalt",
    PlanState.REPLACED: "erstattet",
    PlanState.CLOSED: "afsluttet",
}
PLACEMENT_STATES = {
    PlacementState.PLANNED: "planlagt",
    PlacementState.RUNNING: "i gang",
    PlacementState.COMPLETED: "gennemført",
    PlacementState.STOPPED: "afbrudt",
    PlacementState.DROPPED: "bortfaldet",
}
FEEDBACKS = {
    FeedbackKind.RECEIPT: "Kvittering",
    FeedbackKind.START: "Startmelding",
    FeedbackKind.MIDWAY: "Midtvejsmelding",
    FeedbackKind.FINAL: "Slutmelding",
    FeedbackKind.EARLY_STOP: "Melding om ophør før tid",
    FeedbackKind.CHANGE_REQUEST: "Ønske om ændring",
    FeedbackKind.NO_SHOW: "Melding om udeblivelse",
}
APPLICATIONS = {
    ApplicationCaseKind.EARLY_PENSION: "førtidspension",
    ApplicationCaseKind.REHABILITATION: "revalidering",
    ApplicationCaseKind.FLEXJOB: "fleksjob",
}
SICKNESS_GROUPS = {SicknessGroup.FOUR_WEEKS: "4-ugers", SicknessGroup.EIGHT_WEEKS: "8-ugers"}
RISKS = {RiskLevel.LOW: "lav", RiskLevel.MEDIUM: "mellem", RiskLevel.HIGH: "høj"}
VISIT_ENTRIES = {
    VisitEntry.YES: "lukket ind",
    VisitEntry.TALK_AT_DOOR: "samtale ved døren",
    VisitEntry.NO: "ønskede ikke besøg",
    VisitEntry.NOBODY_HOME: "ingen hjemme",
}
CONTACT_WISHES = {ContactWish.LETTER: "Brev", ContactWish.PHONE: "Telefon", ContactWish.SMS: "SMS"}
