"""A vacancy offered in several places: its openings, and whose statement counts for each."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from listings import facts, operations
from listings.boards import BOARDS
from listings.lifecycle.lock import listings_lock
from listings.lifecycle.openings import MAX_WORDING
from listings.lifecycle.refresh import refresh_listings
from listings.models import Change, Listing, Merge, Posting
from tests.listings.making import listing_with, posting_with

pytestmark = pytest.mark.django_db
EMPLOYER = next(board.name for board in BOARDS.values() if board.employers_own)
BOARD, OTHER_BOARD = "remotive", "jobicy"
WORLD = {"include": ["worldwide"], "exclude": []}


def place(*codes: str, exclude: tuple[str, ...] = ()) -> dict[str, list[str]]:
    return {"include": list(codes), "exclude": list(exclude)}


def pay(low: int, high: int, currency: str = "USD") -> dict[str, Any]:
    return {"min": low, "max": high, "currency": currency, "period": "year", "period_stated": True}


def stating(
    location: str, residence: dict[str, list[str]] | None, salary: dict[str, Any] | None = None
) -> dict[str, Any]:
    evidence = {"residence": "field:location"} if residence else {}
    read = {"workplace": "remote", "residence": residence, "salary": salary, "evidence": evidence, "spans": {}}
    return {"location": location, "facts": read, "facts_version": facts.VERSION}


def listing_of(*ads: tuple[str, dict[str, Any]]) -> Listing:
    (board, first), *others = ads
    listing = listing_with(board=board, ad=first)
    for board, ad in others:
        posting_with(listing, board, **ad)
    return refreshed(listing)


def refreshed(listing: Listing) -> Listing:
    with listings_lock():
        refresh_listings([listing.pk], timezone.now())
    return Listing.objects.with_postings().get(pk=listing.pk)


def residences(listing: Listing) -> list[Any]:
    """Of each opening, as lists of codes; one that is not stated is None."""
    openings = listing.openings or [{"residence": listing.facts["residence"]}]
    return [opening["residence"] and opening["residence"]["include"] for opening in openings]


def test_postings_of_one_source_in_several_places_are_parallel_openings() -> None:
    listing = listing_of(
        (BOARD, stating("US", place("US"), pay(90_000, 120_000))),
        (BOARD, stating("Canada", place("CA"))),
        (BOARD, stating("Germany", place("DE"), pay(60_000, 80_000, "EUR"))),
    )
    assert sorted(residences(listing)) == [["CA"], ["DE"], ["US"]]
    by_place = {opening["place"]: opening for opening in listing.openings}
    assert by_place["Germany"]["salary"]["currency"] == "EUR"
    assert by_place["Canada"]["salary"] is None
    assert {opening["posting"] for opening in listing.openings} == set(listing.postings.values_list("pk", flat=True))
    # The listing's own facts are those of the opening that its leading ad belongs to.
    assert listing.openings[0]["posting"] == listing.leading_id
    assert listing.facts["residence"] == listing.openings[0]["residence"]
    assert set(listing.places) == {"US", "Canada", "Germany"}


def test_a_boards_worldwide_never_overrides_an_employers_statement() -> None:
    listing = listing_of((BOARD, stating("Worldwide", WORLD)), (EMPLOYER, stating("US only", place("US"))))
    assert (residences(listing), listing.openings) == ([["US"]], [])
    assert listing.facts["evidence"]["residence"] == "field:location"
    assert listing.leading is not None
    assert listing.leading.source.board == EMPLOYER


def test_of_boards_copies_the_more_specific_statement_counts() -> None:
    listing = listing_of(
        (BOARD, stating("Worldwide", WORLD, pay(90_000, 120_000))), (OTHER_BOARD, stating("Germany", place("DE")))
    )
    assert (residences(listing), listing.openings) == ([["DE"]], [])
    # It is another ad's statement: its words are kept, and no span points into the leading ad's text.
    assert listing.facts["evidence"]["residence"] == "Germany"
    assert "residence" not in listing.facts["spans"]
    assert listing.facts["salary"]["max"] == 120_000


def test_what_the_employer_does_not_state_a_board_may() -> None:
    listing = listing_of((EMPLOYER, stating("", None)), (BOARD, stating("Spain", place("ES"), pay(40_000, 50_000))))
    assert residences(listing) == [["ES"]]
    assert listing.facts["salary"]["min"] == 40_000


def test_copies_join_the_opening_of_their_place() -> None:
    listing = listing_of(
        (EMPLOYER, stating("US", place("US"))),
        (EMPLOYER, stating("Canada", place("CA"))),
        (BOARD, stating("Canada", place("CA"), pay(80_000, 90_000))),
        (OTHER_BOARD, stating("Anywhere", WORLD)),
    )
    assert sorted(residences(listing)) == [["CA"], ["US"]]
    canada = next(opening for opening in listing.openings if opening["place"] == "Canada")
    assert canada["salary"]["max"] == 90_000
    assert Posting.objects.get(pk=canada["posting"]).source.board == EMPLOYER


def test_the_parallel_places_of_one_board_are_not_hidden_by_anothers_worldwide() -> None:
    listing = listing_of(
        (OTHER_BOARD, stating("Worldwide", WORLD, pay(1, 2))),
        (BOARD, stating("US", place("US"))),
        (BOARD, stating("Mexico", place("MX"))),
    )
    assert sorted(residences(listing)) == [["MX"], ["US"]]


def test_an_exclusion_belongs_to_its_opening_alone() -> None:
    listing = listing_of(
        (BOARD, stating("US except CA", place("US", exclude=("US-CA",)))), (BOARD, stating("Canada", place("CA")))
    )
    excluded = {opening["place"]: opening["residence"]["exclude"] for opening in listing.openings}
    assert excluded == {"US except CA": ["US-CA"], "Canada": []}


def test_another_boards_ad_for_a_place_that_excludes_the_first_is_an_opening_of_its_own() -> None:
    listing = listing_of((BOARD, stating("US", place("US"))), (OTHER_BOARD, stating("Germany", place("DE"))))
    assert sorted(residences(listing)) == [["DE"], ["US"]]


def test_the_employers_list_is_the_whole_list() -> None:
    listing = listing_of((EMPLOYER, stating("US", place("US"))), (BOARD, stating("Germany", place("DE"))))
    assert residences(listing) == [["US"]]


def test_closing_one_posting_takes_its_opening_away_and_a_change_is_written() -> None:
    listing = listing_of((BOARD, stating("US", place("US"))), (BOARD, stating("Canada", place("CA"))))
    canada = next(opening for opening in listing.openings if opening["place"] == "Canada")
    before = Change.objects.count()
    Posting.objects.filter(pk=canada["posting"]).update(closed_at=timezone.now(), closed_reason="gone")
    listing = refreshed(listing)
    assert (residences(listing), listing.openings) == ([["US"]], [])
    assert [change.kind for change in Change.objects.all()[before:]] == ["changed"]


def test_unmerging_takes_its_opening_away() -> None:
    listing = listing_of((BOARD, stating("US", place("US"))), (BOARD, stating("Canada", place("CA"))))
    canada = next(posting for posting in listing.postings.all() if posting.ad["location"] == "Canada")
    merge = Merge.objects.create(listing=listing, posting=canada, reason="equal texts", merged_at=timezone.now())
    split = operations.unmerge(merge)
    listing.refresh_from_db()
    assert (residences(listing), residences(split)) == ([["US"]], [["CA"]])
    assert (listing.openings, split.openings) == ([], [])


def test_the_dates_of_a_listing_are_those_of_its_postings() -> None:
    listing = listing_of((BOARD, stating("US", place("US"))), (BOARD, stating("Canada", place("CA"))))
    older = listing.postings.order_by("pk").last()
    assert older is not None
    Posting.objects.filter(pk=older.pk).update(posted_at=listing.posted_at - timedelta(days=3))
    assert refreshed(listing).posted_at == older.posted_at - timedelta(days=3)
    merge = Merge.objects.create(listing=listing, posting=older, reason="equal texts", merged_at=timezone.now())
    operations.unmerge(merge)
    listing.refresh_from_db()
    assert listing.posted_at == older.posted_at


def test_endless_places_leave_a_listing_small() -> None:
    def named(number: int) -> str:
        return f"Office {number} " + "of the endless place " * 150

    ads = [(BOARD, stating(named(number), place("US", exclude=(f"US-{number}",)))) for number in range(20)]
    listing = listing_of(*ads)
    assert len(listing.openings) == 20
    assert max(len(json.dumps(opening)) for opening in listing.openings) < 2 * MAX_WORDING + 500
    assert listing.openings[7]["place"].startswith("Office 7 of the endless place")
    assert listing.openings[7]["evidence"]["residence"].startswith("Office 7 of the endless place")
