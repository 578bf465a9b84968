"""The demo's providers and offers, with their starts and a few results of people who ended them."""

from __future__ import annotations

from datetime import timedelta

from app.cases.names import search_text
from app.demo.catalogue_lists import CatalogueLists, KindProfile, OfferProfile, read_catalogue_lists
from app.demo.scene import Scene, offer_id, provider_id
from app.demo.seed_lists import OfferEntry, ProviderEntry
from app.guide.offer_search_text import offer_search_text
from app.reference.seed import reference_id
from app.rules.calendar import add_months
from db.rows.offers import (
    JobOrderRow,
    OfferCriterionRow,
    OfferIndustryRow,
    OfferQuestionRow,
    OfferResultRow,
    OfferRow,
    OfferStartRow,
    OfferTargetGroupRow,
    PartServiceRow,
    ProviderContractRow,
    ProviderRow,
)
from db.values.offers import AgeBand, OutcomeKind
from db.values.people import BenefitType

_AGE_BANDS = (AgeBand.UNDER_25, AgeBand.FROM_25, AgeBand.FROM_30, AgeBand.FROM_30, AgeBand.FROM_50)


def add_catalogue(scene: Scene) -> None:
    """Write every provider and offer of the lists, and some vacancies."""
    lists = read_catalogue_lists()
    providers = {provider.key: provider for provider in scene.lists.providers}
    for no, provider in enumerate(scene.lists.providers, start=1):
        scene.add(
            ProviderRow(
                id=provider_id(provider.key),
                name=provider.name,
                search_text=search_text(provider.name),
                phone=f"01 34 56 {no:02}",
                email=f"post@{provider.key}.example",
                contact_person="Kontaktpersonen",
            )
        )
        if provider.contract_no is not None:
            scene.add(
                ProviderContractRow(
                    provider_id=provider_id(provider.key),
                    contract_no=provider.contract_no,
                    kind=provider.contract_kind or "framework",
                    valid_from=add_months(scene.today, -14),
                    valid_to=add_months(scene.today, 22),
                )
            )
    for offer in scene.lists.offers:
        _add_offer(scene, offer, providers[offer.provider], lists.kinds[offer.kind], lists.profiles[offer.no])
        _add_results(scene, offer)
    for no, goal in enumerate(scene.lists.goals, start=1):
        _add_job_order(
            scene,
            no,
            goal.titles[0].capitalize(),
            goal.industry,
            scene.text("employers.names"),
            "København",
            (20, 30, 37)[no % 3],
        )


def add_rest_of_catalogue(scene: Scene, lists: CatalogueLists) -> None:
    """Write what no story needs: further offers, the questions that offers of a kind answer, further vacancies.

    This comes last, so that the numbers that plans and orders get from their rows' ids do not depend on it.
    """
    providers = {provider.key: provider for provider in scene.lists.providers}
    known = {question.code for question in scene.lists.questions}
    for offer in scene.lists.offers:
        for code in lists.kinds[offer.kind].questions:
            if code not in known:
                scene.add(OfferQuestionRow(offer_id=offer_id(offer.no), code=code))
    for more in lists.offers:
        entry, kind = more.entry, lists.kinds[more.entry.kind]
        _add_offer(scene, entry, providers[entry.provider], kind, more.profile, questions=kind.questions)
    employers = scene.lists.texts["employers.names"]
    for no, job in enumerate(lists.job_orders, start=len(scene.lists.goals) + 1):
        _add_job_order(scene, no, job.title, job.industry, employers[no % len(employers)], job.place, job.hours)


def _add_offer(
    scene: Scene,
    offer: OfferEntry,
    provider: ProviderEntry,
    kind: KindProfile,
    profile: OfferProfile,
    *,
    questions: tuple[str, ...] | None = None,
) -> None:
    content = "\n".join(profile.content) or offer.content
    names = {reference_id("industry", each.key): each.name for each in scene.reference.industries}
    industries = [reference_id("industry", industry) for industry in offer.industries]
    row = scene.add(
        OfferRow(
            id=offer_id(offer.no),
            offer_no=offer.no,
            title=offer.title,
            search_text=offer_search_text(
                offer.title,
                provider.name,
                [names[each] for each in industries],
                purpose=offer.purpose,
                content=f"{offer.content} {content}",
            ),
            provider_id=provider_id(offer.provider),
            kind=offer.kind,
            family=profile.family,
            match_from=offer.match_from,
            match_to=offer.match_to,
            language_level=offer.language_level,
            weekly_hours=offer.weekly_hours,
            weeks=offer.weeks,
            daytime=profile.daytime,
            price_per_week=offer.price * 100,
            places=offer.places,
            free_places=offer.free_places,
            free_places_on=scene.day(-52 if profile.old_places else -4),
            waiting_weeks=offer.waiting_weeks,
            place=profile.place,
            purpose=offer.purpose,
            content=content,
            for_whom=profile.for_whom,
            not_for_whom=profile.not_for_whom,
            group_size=profile.group_size,
            staff=kind.staff,
            language="Dansk, med støtte på andre sprog" if "language" in offer.target_groups else "Dansk",
            tests=kind.tests,
            company_contact=kind.company_contact,
            reported_back="Midtvejs og ved slut, på de spørgsmål bestillingen stiller.",
            combines_with=profile.combines_with,
            strategy_note=profile.strategy_note,
            legal_basis=kind.legal_basis,
            contact="Kontaktpersonen",
            contract_to=scene.day(-40) if profile.contract_ended else add_months(scene.today, 22),
            updated_on=scene.day(-20),
        )
    )
    for industry in industries:
        scene.add(OfferIndustryRow(offer_id=row.id, industry_id=industry))
    for group in offer.target_groups:
        scene.add(OfferTargetGroupRow(offer_id=row.id, target_group=group))
    for place, criterion in enumerate(offer.criteria):
        test = profile.tests[place] if place < len(profile.tests) else None
        scene.add(OfferCriterionRow(offer_id=row.id, text=criterion, test=test, version_on=scene.day(-80)))
    for code in questions if questions is not None else [question.code for question in scene.lists.questions]:
        scene.add(OfferQuestionRow(offer_id=row.id, code=code))
    first = scene.today + timedelta(days=7 - scene.today.weekday(), weeks=offer.waiting_weeks)
    for later in (0, 4):
        scene.add(
            OfferStartRow(offer_id=row.id, starts_on=first + timedelta(weeks=later), free_places=offer.free_places)
        )
    for title in profile.parts:
        scene.add(PartServiceRow(offer_id=row.id, title=title, weeks=2, price=offer.price * 200))
    if offer.weeks >= 20:
        scene.add(PartServiceRow(offer_id=row.id, title="Fire ugers afprøvning", weeks=4, price=offer.price * 400))


def _add_job_order(scene: Scene, no: int, title: str, industry: str, company: str, place: str, hours: int) -> None:
    scene.add(
        JobOrderRow(
            order_ref=f"J-{3100 + no}",
            title=title,
            company=company,
            industry_id=reference_id("industry", industry),
            place=place,
            weekly_hours=hours,
            starts_on=scene.day(14 + 3 * no),
            apply_by=scene.day(4 + 2 * no),
            contact="Jobservice, Nyropsgade",
        )
    )


def _add_results(scene: Scene, offer: OfferEntry) -> None:
    low, high = offer.match_from or 2, offer.match_to or 5
    for _ in range(scene.between(4, 46)):
        completed = scene.chance(0.8)
        better = completed and scene.chance(offer.rate)
        good = scene.one_of((OutcomeKind.JOB, OutcomeKind.PART_TIME_JOB, OutcomeKind.EDUCATION))
        match = scene.between(low, high)
        scene.add(
            OfferResultRow(
                offer_no=offer.no,
                match=match,
                benefit=BenefitType.CASH_ASSISTANCE,
                age_band=scene.one_of(_AGE_BANDS),
                ended_on=add_months(scene.today.replace(day=1), -scene.between(7, 24)),
                ended_month_only=True,
                completed=completed,
                outcome_3_months=good if better and scene.chance(0.8) else OutcomeKind.BENEFIT,
                outcome_6_months=good if better else OutcomeKind.BENEFIT,
                new_match=match - 1 if match > 1 and (better or scene.chance(0.15)) else match,
            )
        )
