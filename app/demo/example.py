"""The worked example: Amina and Yusuf H. in Lundtoftegade, as their case stands on the day of the demo.

The dates are those of spring 2007 and move with the day the demo is opened on, so that the meeting at the
school kitchen always is today. Only what has happened by then is written: the order has been answered and
the placement has begun, the midway answer and the extension lie ahead.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from app.demo.case_file import CaseFile
from app.demo.contact import hold_talk, summon
from app.demo.couples import move_together, warn
from app.demo.example_plan import add_order, add_plan, add_stays
from app.demo.people import Home, Person, new_citizen
from app.demo.plans import agree_plan
from app.demo.scene import Scene, area_id, worker_id
from app.demo.staff import BAY, HOLM, TOFT
from app.demo.stories.plans import campaign_covers
from db.rows.people import ConsentRow, LanguageAssessmentRow
from db.rows.visits import CitizenVisitRow, DayPlanRow, HomeVisitRow
from db.values.cases import VisitEntry, WarningKind
from db.values.people import BenefitType, ConsentScope
from db.values.talks import NoteKind, TalkForm, TalkPurpose

STORY_DAY = date(2007, 3, 20)
_HOME = Home("Lundtoftegade", "47", "3. th.", "2200", "København N", "lundtoftegade")
AMINA, YUSUF = "Amina Hersi", "Yusuf Hersi"
_AMINA = Person("Amina", "Hersi", female=True, born=date(1969, 5, 7), language="somali")
_YUSUF = Person("Yusuf", "Hersi", female=False, born=date(1966, 11, 2), language="somali")


def add_example(scene: Scene) -> None:
    """Write both cases."""
    moved = scene.today - STORY_DAY

    def on(year: int, month: int, day: int) -> date:
        return date(year, month, day) + moved

    # An adult stays an adult of the same age, whatever day the demo is opened on.
    files = []
    for person in (_AMINA, _YUSUF):
        scene.names_taken.add(f"{person.first} {person.last}")
        born = Person(person.first, person.last, person.female, person.born + moved, person.language)
        citizen = new_citizen(scene, born, _HOME, children=2)
        citizen.interpreter_needed = True
        goal = "kitchen" if person is _AMINA else "transport"
        file = CaseFile(scene, citizen, HOLM, next(each for each in scene.lists.goals if each.industry == goal))
        file.receive(BenefitType.CASH_ASSISTANCE, on(2006, 10, 1))
        files.append(file)
    amina, yusuf = files
    move_together(scene, (amina, yusuf), on(1996, 6, 1))
    _add_contact(amina, yusuf, on(2006, 11, 20), on(2007, 2, 12))
    visits = _add_visit(scene, amina, yusuf, on(2007, 2, 14))
    for file in files:
        warn(file, WarningKind.CEILING, visits)
        warn(file, WarningKind.HOURS_RULE, on(2006, 11, 20))
    plan = add_plan(amina, on)
    order = add_order(amina, plan, on)
    add_stays(amina, plan, order, on)
    _add_yusufs_way(yusuf, on(2007, 2, 14))
    if not campaign_covers(scene, yusuf.began):
        agree_plan(yusuf, on(2007, 2, 14))
    summon(amina, scene.today, "13:00", place="skolekøkkenet")


def _add_contact(amina: CaseFile, yusuf: CaseFile, talked: date, matched: date) -> None:
    for file, category in ((amina, 4), (yusuf, 3)):
        hold_talk(file, talked)
        file.assess(category, matched)
    amina.add(
        LanguageAssessmentRow,
        assessed_on=matched,
        spoken_level="modul 2 bestået",
        how_tested="Prøve på sprogcentret",
        is_main_barrier="unsure",
        other_main_barrier="Lang tid uden for arbejdsmarkedet",
        reason="Forstår enkle beskeder. Skriftlige opgaver læses op.",
    )


def _add_visit(scene: Scene, amina: CaseFile, yusuf: CaseFile, on: date) -> date:
    day_plan = scene.add(
        DayPlanRow(
            unit_id=TOFT.unit_id,
            area_id=area_id("lundtoftegade"),
            day=on,
            first_worker_id=worker_id(TOFT.name),
            second_worker_id=worker_id(BAY.name),
            expected_back_at=_at(on, 13, 0),
            office_contact="M. Holm",
            checked_in_at=_at(on, 11, 50),
        )
    )
    visit = scene.add(
        HomeVisitRow(
            unit_id=TOFT.unit_id,
            day_plan_id=day_plan.id,
            rank=1,
            arrived_at=_at(on, 10, 15),
            left_at=_at(on, 11, 30),
        )
    )
    for file in (amina, yusuf):
        talk = hold_talk(file, on, form=TalkForm.HOME_VISIT, with_note=False)
        file.add(
            CitizenVisitRow,
            home_visit_id=visit.id,
            planned_on=on,
            letter_sent_on=on - timedelta(days=9),
            visited_on=on,
            visited_by=TOFT.id,
            entry=VisitEntry.YES,
            time_of_day="formiddag",
            present="citizen,spouse",
            private_talk_possible=True,
            talk_id=talk.id,
            promised="Hjælp til CV på Jobnet",
        )
        file.note(
            NoteKind.VISIT,
            on,
            "Besøg efter brev. Aftalt dansk om formiddagen og køkkenpraktik om eftermiddagen. Loftet blev gennemgået.",
            about_kind="talk",
            about_id=talk.id,
        )
    amina.add(
        ConsentRow,
        scope=ConsentScope.SHARE_WITH_PROVIDER,
        scope_text="Navn, telefon, danskniveau og timer. Ikke helbred.",
        given_on=on,
    )
    return on


def _add_yusufs_way(yusuf: CaseFile, on: date) -> None:
    yusuf.note(NoteKind.CASE, on, "Yusuf søger lagerarbejde og begynder på Lager og truck, når der er plads.")
    hold_talk(yusuf, on, form=TalkForm.HOME_VISIT, purpose=TalkPurpose.WARNING)


def _at(day: date, hour: int, minute: int) -> datetime:
    # Danish winter time is an hour ahead of UTC.
    return datetime.combine(day, time(hour - 1, minute), tzinfo=UTC)
