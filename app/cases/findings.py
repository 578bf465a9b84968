"""Faults in the data: what each means, where it is put right, and how one is accepted as it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.cases.case_rows import live_rows, the_case
from app.cases.checking import danish, not_in_future, required
from app.cases.citizen_head import OpenedCase, open_case_form
from app.cases.drafts import DraftKey
from app.changes import Done
from app.work import Work
from db.errors import Refused
from db.rows.orders import PlacementRow
from db.rows.people import BenefitPeriodRow, CaseHoldingRow, DataQualityAcceptanceRow, MatchAssessmentRow
from db.rows.plans import JobPlanRow

FINDING_FORM = "finding"


@dataclass(frozen=True, slots=True)
class Explanation:
    """A kind of fault in words: what is wrong, and what puts it right."""

    wrong: str
    remedy: str


EXPLANATIONS = {
    "ended_without_result": Explanation(
        "Et tilbud er afsluttet, men det står ikke, hvad borgeren gik til.",
        "Skriv resultatet på tilbuddet.",
    ),
    "runs_past_its_end": Explanation(
        "Et tilbud står som i gang, men slutdatoen er gået.",
        "Afslut tilbuddet, eller skriv en ny slutdato.",
    ),
    "planned_not_started": Explanation(
        "Et tilbud skulle være begyndt, men står stadig som planlagt.",
        "Skriv, hvornår det begyndte, eller at det er bortfaldet.",
    ),
    "match_without_reason": Explanation(
        "Den seneste matchvurdering har ingen begrundelse.",
        "Vurdér match igen, og skriv begrundelsen.",
    ),
    "plan_without_goal": Explanation(
        "En aftalt jobplan har aktiviteter, men intet jobmål.",
        "Lav en ny version af planen med et jobmål.",
    ),
    "two_holders": Explanation(
        "To står som tovholder på samme sag på samme tid.",
        "Overfør sagen til den, der skal have den.",
    ),
    "same_cpr": Explanation(
        "To sager har det samme CPR-nummer.",
        "Flet sagerne, hvis det er samme borger. Ellers ret det nummer, der er forkert.",
    ),
    "two_benefits": Explanation(
        "To ydelser gælder i den samme periode.",
        "Ret den ene periode, eller afslut den.",
    ),
}
"""By the first part of a finding's key. Another program may find more; those have no words here."""


@dataclass(frozen=True, slots=True)
class AcceptFinding:
    """The contradiction was looked at and is accepted, for a reason."""

    case_id: str
    finding_key: str
    accepted_on: date
    reason: str


@dataclass(frozen=True, slots=True)
class OpenedFinding:
    """What the form shows; `where` names the row that is wrong, None where it is gone."""

    case: OpenedCase
    finding_key: str
    explanation: Explanation | None
    where: str | None


def accept_finding(work: Work, request: AcceptFinding) -> Done:
    """Write the acceptance. Refused: `missing` (field `reason`), `in_the_future` (`accepted_on`)."""
    the_case(work, request.case_id)
    not_in_future(request.accepted_on, work.today, "accepted_on")
    row = DataQualityAcceptanceRow(
        case_id=request.case_id,
        finding_key=request.finding_key,
        accepted_on=request.accepted_on,
        reason=required(request.reason, "reason", "Skriv, hvorfor oplysningerne kan blive stående."),
    )
    return Done(work.add(row).id, work.changes())


def open_finding(work: Work, key: DraftKey) -> OpenedFinding:
    """Read it and log that the case was opened. Refused: `nothing_open`, and as `citizen_page`."""
    if key.about_id is None:
        raise Refused("Vælg datafejlen i køen.", code="nothing_open")
    opened = open_case_form(work, key, "Datafejl")
    kind, _, row_id = key.about_id.partition(":")
    return OpenedFinding(opened, key.about_id, EXPLANATIONS.get(kind), _where(work, opened.case_id, kind, row_id))


def _where(work: Work, case_id: str, kind: str, row_id: str) -> str | None:
    """The row in words. Of the other case of a pair no more is told than that there is one."""
    session = work.session
    match kind:
        case "ended_without_result" | "runs_past_its_end" | "planned_not_started":
            stay = session.get(PlacementRow, row_id)
            return (
                f"{stay.title or stay.offer_no}, {_period(stay.from_on, stay.ended_on or stay.to_on)}" if stay else None
            )
        case "match_without_reason":
            assessed = session.get(MatchAssessmentRow, row_id)
            return f"Match {assessed.category} fra {danish(assessed.assessed_on)}" if assessed else None
        case "plan_without_goal":
            plan = session.get(JobPlanRow, row_id)
            return f"Jobplan {plan.plan_no}, version {plan.version}" if plan else None
        case "two_holders":
            since = [row.from_on for row in live_rows(session, CaseHoldingRow, case_id) if row.to_on is None]
            return "Tovholdere siden " + " og ".join(danish(each) for each in sorted(since)) if since else None
        case "two_benefits":
            period = session.get(BenefitPeriodRow, row_id)
            return f"Ydelsen {_period(period.from_on, period.to_on)}" if period else None
    return None


def _period(first: date, last: date | None) -> str:
    return f"{danish(first)}–{danish(last)}" if last else f"fra {danish(first)}"
