"""The demo's providers and offers, with their starts and the results of people who ended them."""

from __future__ import annotations

from datetime import timedelta

from app.cases.names import search_text
from app.demo.scene import Scene, offer_id, provider_id
from app.demo.seed_lists import OfferEntry
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
        _add_offer(scene, offer)
        _add_results(scene, offer)
    for no, goal in enumerate(scene.lists.goals, start=1):
        scene.add(
            JobOrderRow(
                order_ref=f"J-{3100 + no}",
                title=goal.titles[0].capitalize(),
                company=scene.text("employers.names"),
                industry_id=reference_id("industry", goal.industry),
                place="København",
                weekly_hours=(20, 30, 37)[no % 3],
                starts_on=scene.day(14 + 3 * no),
                apply_by=scene.day(4 + 2 * no),
            )
        )


def _add_offer(scene: Scene, offer: OfferEntry) -> None:
    row = scene.add(
        OfferRow(
            id=offer_id(offer.no),
            offer_no=offer.no,
            title=offer.title,
            search_text=search_text(f"{offer.title} {offer.purpose} {offer.content}"),
            provider_id=provider_id(offer.provider),
            kind=offer.kind,
            match_from=offer.match_from,
            match_to=offer.match_to,
            language_level=offer.language_level,
            weekly_hours=offer.weekly_hours,
            weeks=offer.weeks,
            price_per_week=offer.price * 100,
            places=offer.places,
            free_places=offer.free_places,
            free_places_on=scene.day(-4),
            waiting_weeks=offer.waiting_weeks,
            place="København",
            purpose=offer.purpose,
            content=offer.content,
            reported_back="Midtvejs og ved slut, på de spørgsmål bestillingen stiller.",
            contact="Kontaktpersonen",
            contract_to=add_months(scene.today, 22),
            updated_on=scene.day(-20),
        )
    )
    for industry in offer.industries:
        scene.add(OfferIndustryRow(offer_id=row.id, industry_id=reference_id("industry", industry)))
    for group in offer.target_groups:
        scene.add(OfferTargetGroupRow(offer_id=row.id, target_group=group))
    for criterion in offer.criteria:
        scene.add(OfferCriterionRow(offer_id=row.id, text=criterion, version_on=scene.day(-80)))
    for question in scene.lists.questions:
        scene.add(OfferQuestionRow(offer_id=row.id, code=question.code))
    first = scene.today + timedelta(days=7 - scene.today.weekday(), weeks=offer.waiting_weeks)
    for later in (0, 4):
        scene.add(
            OfferStartRow(offer_id=row.id, starts_on=first + timedelta(weeks=later), free_places=offer.free_places)
        )
    if offer.weeks >= 20:
        scene.add(PartServiceRow(offer_id=row.id, title="Fire ugers afprøvning", weeks=4, price=offer.price * 400))


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
