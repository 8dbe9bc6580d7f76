"""The page of a job whose ad says of a fact what states no value: it is quoted, and not called unstated."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client

from listings.models import Listing
from listings.web.serializers import fields_of
from tests.listings.making import listing_with

pytestmark = pytest.mark.django_db


def words(tag: Tag) -> str:
    return " ".join(tag.get_text(" ").split())


def test_words_without_a_value_are_shown_as_what_the_ad_says(client: Client) -> None:
    html = "<p>You live within a few hours of Pacific time, and get $40 per lesson.</p>"
    spans = {"hours": [{"field": "text", "start": 9, "end": 43}]}
    in_words = {"hours": "within a few hours of Pacific time", "salary": "$40 per lesson"}
    listing = listing_with(html=html, facts={"in_words": in_words, "spans": spans})
    soup = BeautifulSoup(client.get(listing.get_absolute_url()).content, "lxml")
    shown = {words(row.dt): words(row.dd) for row in soup.select(".fact-sheet > div") if row.dt and row.dd}
    assert (shown["Hours"], shown["Pay"]) == ("within a few hours of Pacific time", "$40 per lesson")
    missing = words(soup.select(".missing")[0])
    assert "hours" not in missing
    assert "pay" not in missing
    key_facts = {words(item) for item in soup.select(".key-facts li")}
    assert {"$40 per lesson", "Hours: “within a few hours of Pacific time”"} <= key_facts
    assert fields_of(Listing.objects.with_postings().get(pk=listing.pk))["in_words"] == in_words
    [mark] = soup.select(".ad-text mark")
    assert mark.text == "within a few hours of Pacific time"
