"""The demo's catalogue is one a caseworker could choose from, with a history that figures can be made of."""

from __future__ import annotations

from collections import Counter

from tests.app.demo.demo_stores import TODAY, content


def test_that_every_offer_has_a_whole_profile() -> None:
    demo = content()
    offers = demo["offer"]
    assert len(offers) > 40
    for offer in offers:
        told = ("purpose", "content", "for_whom", "group_size", "staff", "tests", "company_contact", "reported_back")
        assert all(offer[field] for field in (*told, "family", "daytime", "place", "legal_basis")), offer["offer_no"]
    for table in ("offer_industry", "offer_target_group", "offer_question", "offer_start"):
        assert {row["offer_id"] for row in demo[table]} == {offer["id"] for offer in offers}, table
    assert len({offer["family"] for offer in offers}) < len(offers)
    # What a caseworker meets: old numbers of places, a contract that has ended, parts that are ordered alone.
    assert any((TODAY - offer["free_places_on"]).days > 30 for offer in offers)
    assert any(offer["contract_to"] < TODAY for offer in offers)
    assert len(demo["part_service"]) > 5
    assert len(demo["job_order"]) > 12


def test_that_the_history_is_of_some_thousand_people_and_knows_nothing_of_the_time_to_come() -> None:
    rows = content()["offer_result"]
    assert 3_000 < len(rows) < 8_000
    each = Counter(row["offer_no"] for row in rows)
    assert {row["offer_no"] for row in content()["offer"]} - set(each) == {"T-142"}
    # Few and uneven: some offers have hardly been tried.
    assert min(each.values()) < 5
    assert max(each.values()) > 150
    assert all(row["ended_on"] < TODAY for row in rows)
    lately = [row for row in rows if (TODAY - row["ended_on"]).days < 150]
    assert lately
    assert not any(row["outcome_6_months"] for row in lately)
    shares = Counter(row["completed"] for row in rows)
    assert shares[False] > len(rows) / 10
