"""Facts in which the ads of one listing disagree."""

from __future__ import annotations

from typing import Any

import pytest

from listings.models import Listing
from listings.web.disagreements import disagreements
from tests.listings.making import listing_with, posting_with

pytestmark = pytest.mark.django_db

PAY = {"min": 90000, "max": 110000, "currency": "USD", "period": "year", "evidence": "$90k-$110k"}


def loaded(listing: Listing) -> Listing:
    return Listing.objects.with_postings().get(pk=listing.pk)


def test_disagreements_name_each_ad_and_what_it_states(django_assert_num_queries: Any) -> None:
    listing = listing_with(facts={"salary": PAY, "skills": ["python", "sql"]})
    other = posting_with(
        listing,
        "weworkremotely",
        facts={"workplace": "remote", "salary": {**PAY, "max": 120000}, "skills": ["sql", "python"]},
    )
    listing = loaded(listing)
    with django_assert_num_queries(0):
        found = disagreements(listing)
    assert found == {"salary": [(listing.leading, PAY), (other, {**PAY, "max": 120000})]}


def test_what_one_ad_leaves_out_or_words_otherwise_is_no_disagreement() -> None:
    listing = listing_with(facts={"salary": PAY})
    posting_with(
        listing, "weworkremotely", facts={"workplace": "remote", "salary": {**PAY, "evidence": "90 to 110k USD"}}
    )
    posting_with(listing, "remoteco", facts={"workplace": "remote", "salary": None, "skills": []})
    assert disagreements(loaded(listing)) == {}
