"""The contact rate: talks that should be held and were, and those that are reported too."""

from __future__ import annotations

from datetime import date

from app.queue.anchors.contact import fulfils
from app.queue.case_view import CaseView
from app.queue.facts import CaseFacts, TalkFact
from app.results.measure import Judge
from app.rules.book import RuleBook
from app.rules.rule import UnderOffer
from db.values.talks import ReportState, ReportSubject

REPORTED = frozenset({ReportState.SENT, ReportState.CORRECTED, ReportState.NOT_NEEDED})


def contact_judge(book: RuleBook) -> Judge:
    """Judge whether a person under the contact duty today has had a fulfilling talk within the rule's interval."""

    def judge(case: CaseFacts, today: date) -> bool | None:
        view = view_under_duty(case, book, today)
        return None if view is None else talk_in_time(view) is not None

    return judge


def reported_judge(book: RuleBook) -> Judge:
    """Judge as the contact rate does, and ask that the talk has been reported to the portal as well.

    A talk without any report among the facts came out of an extract that says nothing of it; it is taken as
    not reported, because the portal is where the customer measures.
    """

    def judge(case: CaseFacts, today: date) -> bool | None:
        view = view_under_duty(case, book, today)
        if view is None:
            return None
        talk = talk_in_time(view)
        return talk is not None and any(
            report.subject is ReportSubject.TALK and report.subject_id == talk.id and report.state in REPORTED
            for report in case.reports
        )

    return judge


def view_under_duty(case: CaseFacts, book: RuleBook, today: date) -> CaseView | None:
    """The person as of today, if the contact duty is the jobcentre's: on a benefit of the rule, and not resting."""
    parameters = book.parameters_on(today)
    view = CaseView(case, book, parameters, today)
    if view.episode is None or view.row("CONTACT_DUE", today) is None:
        return None
    return None if parameters.under_offer is UnderOffer.RESTS and view.running else view


def talk_in_time(view: CaseView) -> TalkFact | None:
    """The last fulfilling talk, if its interval has not run out today."""
    last = None
    for talk in view.case.talks:
        if (last is None or talk.held_on >= last.held_on) and fulfils(view, talk):
            last = talk
    if last is None:
        return None
    row = view.row("CONTACT_DUE", last.held_on)
    return last if row is not None and row.due_after(last.held_on) >= view.today else None
