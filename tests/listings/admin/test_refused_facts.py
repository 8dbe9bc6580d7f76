"""Facts that a lint refused: counted per source, shown with the ad, and found by a filter."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client

from listings.facts import read
from listings.facts.lints import RULES
from listings.lifecycle.openings import find_openings
from listings.models import Listing, Posting
from tests.listings.making import listing_with, posting_with, source_with

pytestmark = pytest.mark.django_db
LINT = {"fact": "salary", "rule": RULES[-1].name, "evidence": "75 - 95 USD yearly"}


def struck(title: str, **lint: Any) -> Posting:
    posting = listing_with(title, f"{title} Ltd").postings.get()
    posting.facts = {"salary": None, "lints": [LINT | lint]}
    posting.save()
    return posting


def test_a_source_counts_them_and_shows_them_with_their_ads(chief: Client) -> None:
    listing_with("Baker")
    posting = struck("Tide keeper")
    source = posting.source
    shown = chief.get(f"/admin/listings/source/{source.pk}/change/").content.decode()
    assert "1 ad with a fact that contradicts itself" in shown
    assert LINT["rule"] in shown
    assert "75 - 95 USD yearly" in shown
    assert f"/admin/listings/listing/{posting.listing_id}/change/" in shown
    assert "1 ad with refused facts" in chief.get("/admin/listings/source/").content.decode()


@pytest.mark.slow
def test_every_rule_is_counted_and_shown_with_its_ad(chief: Client) -> None:
    postings = [
        struck(f"Tide keeper {number}", fact=rule.fact, rule=rule.name, evidence=f"words {number}")
        for number, rule in enumerate(RULES)
    ]
    shown = chief.get(f"/admin/listings/source/{postings[0].source_id}/change/").content.decode()
    assert f"{len(RULES)} ads with a fact that contradicts itself" in shown
    for number, (rule, posting) in enumerate(zip(RULES, postings, strict=True)):
        for due in (rule.name, f"words {number}", f"/admin/listings/listing/{posting.listing_id}/change/"):
            assert due in shown


def test_a_source_without_any_says_so(chief: Client) -> None:
    shown = chief.get(f"/admin/listings/source/{source_with().pk}/change/").content.decode()
    assert "contradicts itself" not in shown


def test_the_page_of_an_ad_shows_what_was_refused(chief: Client) -> None:
    posting = struck("Tide keeper")
    shown = chief.get(f"/admin/listings/listing/{posting.listing_id}/change/").content.decode()
    assert LINT["rule"] in shown
    assert "75 - 95 USD yearly" in shown


def test_ads_are_found_by_the_rule_that_struck(chief: Client) -> None:
    listing_with("Baker")
    struck("Tide keeper")
    struck("Harbour pilot", rule=RULES[0].name)

    def titles(value: str) -> set[str]:
        shown = chief.get("/admin/listings/listing/", {"refused": value}).content.decode()
        return {title for title in ("Baker", "Tide keeper", "Harbour pilot") if f">{title}<" in shown}

    assert titles("any") == {"Tide keeper", "Harbour pilot"}
    assert titles(RULES[0].name) == {"Harbour pilot"}


def test_they_are_counted_by_their_index() -> None:
    struck("Tide keeper")
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
    plan = Posting.objects.struck().filter(source=source_with()).order_by().values("source").explain()
    assert "posting_struck" in plan


def test_readers_get_none_of_it() -> None:
    posting = struck("Tide keeper")
    posting_with(Listing.objects.get(pk=posting.listing_id), "remoteco")
    (opening, *_) = find_openings([posting], None)
    assert "lints" in read(posting.as_ad, posting.source.board_config)
    assert "lints" not in opening.facts()
