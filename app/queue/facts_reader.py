"""Everything the queue is computed from, read out of an open store in one go."""

from __future__ import annotations

from datetime import date
from typing import Any

from app.queue.facts import BenefitFact, CaseFacts, QueueFacts
from app.queue.reading import cases, offers, own, people, talks
from app.queue.reading.quality import read_quality
from app.queue.reading.rows import Connection
from db.values.people import BenefitType


def read_facts(connection: Connection, today: date) -> QueueFacts:
    """The facts of all cases in the store, as they are known on `today`.

    `connection` is a bare reading connection; nothing is written. The cases come in the order of the
    citizens' Danish sort key. Withdrawn rows, merged citizens and rows of other stores are left out.
    """
    persons = people.read_people(connection)
    closings = people.read_closings(connection)
    holdings = people.read_holdings(connection, today, closings)
    homes = people.read_homes(connection, persons, today)
    areas = people.read_areas(connection)
    benefits = people.read_benefits(connection)
    overrides = people.read_overrides(connection)
    reminders = own.read_reminders(connection)
    groups: dict[str, Any] = {
        "matches": people.read_matches(connection),
        "talks": talks.read_talks(connection),
        "summonses": talks.read_summonses(connection),
        "reports": talks.read_reports(connection),
        "calls": talks.read_calls(connection),
        "plans": talks.read_plans(connection),
        "steps": talks.read_steps(connection),
        "placements": offers.read_placements(connection),
        "orders": offers.read_orders(connection),
        "feedbacks": offers.read_feedbacks(connection),
        "change_requests": offers.read_change_requests(connection),
        "absences": offers.read_absences(connection),
        "sanctions": cases.read_sanctions(connection),
        "sicknesses": cases.read_sicknesses(connection),
        "applications": cases.read_applications(connection),
        "warnings": talks.read_warnings(connection),
        "youth_alerts": cases.read_youth_alerts(connection),
        "visits": talks.read_visits(connection),
        "complaints": cases.read_complaints(connection),
        "quality": read_quality(connection, today),
        "conflicts": cases.read_conflicts(connection),
        "exclusions": people.read_exclusions(connection),
    }
    no_home = people.Home(None, ())
    found = []
    for person in persons:
        case_id = person.case_id
        holding = holdings.get(case_id)
        home = homes.get(case_id, no_home)
        area = areas.get(person.area_id) if person.area_id else None
        closer = overrides.get(case_id, [])
        found.append(
            CaseFacts(
                case_id=case_id,
                name=person.name,
                born=person.born,
                holder_id=holding.worker_id if holding else None,
                holder_name=holding.worker_name if holding else None,
                holder_since=holding.since if holding else None,
                unit_id=holding.unit_id if holding else None,
                unit_name=holding.unit_name if holding else None,
                area_id=person.area_id,
                # The area would tell in which street to look for somebody whose address is protected.
                area_name=area.name if area and not person.address_protected else None,
                household_key=home.key,
                has_spouse=bool(home.spouses),
                spouse_on_cash_assistance=any(
                    on_cash_assistance(benefits.get(spouse, ()), today) for spouse in home.spouses
                ),
                children_at_home=person.children_at_home,
                vocational_education=person.vocational_education,
                first_enquiry_on=person.first_enquiry_on,
                closed_on=closings.get(case_id),
                benefits=tuple(benefits.get(case_id, ())),
                overrides=tuple(closer) if closer or not area or not area.override else (area.override,),
                campaign=area.campaign if area else None,
                reminders=tuple(reminders.get(case_id, ())),
                **{name: tuple(group[case_id]) for name, group in groups.items() if case_id in group},
            )
        )
    return QueueFacts(
        tuple(found),
        tuple(reminders.get(None, ())),
        own.read_snoozes(connection, today),
        own.read_hand_overs(connection),
        own.read_done_elsewhere(connection),
    )


def on_cash_assistance(periods: tuple[BenefitFact, ...] | list[BenefitFact], today: date) -> bool:
    """Whether someone is on cash assistance on a day."""
    return any(
        period.benefit is BenefitType.CASH_ASSISTANCE
        and period.from_on <= today
        and (period.to_on is None or period.to_on >= today)
        for period in periods
    )
