"""Numbers and dates are English; the order of a date follows the reader's browser, but in what programs read."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from listings.display import fact_text, locale_format
from tests.examples import examples
from tests.listings.indexing import Reindex, reindex
from tests.listings.making import listing_with
from tests.tables import table

__all__ = ["reindex"]
PAY = {"salary": {"min": 90_000, "max": 120_000.5, "currency": "EUR", "period": "year"}}
POSTED = datetime(2020, 11, 3, tzinfo=UTC)


@table(
    ("header", "day"),
    [
        ("", "3 November 2020"),
        ("*", "3 November 2020"),
        ("en-US,en;q=0.9", "November 3, 2020"),
        ("en-GB,en;q=0.9", "3 November 2020"),
        ("en-GB,en-US;q=0.5", "3 November 2020"),
        ("en-US;q=0.5,en-GB", "3 November 2020"),
        ("en", "3 November 2020"),
        ("en,en-US;q=0.5", "3 November 2020"),
        ("en-IN", "3 November 2020"),
        ("en-CA", "November 3, 2020"),
        ("es-US,es;q=0.9", "November 3, 2020"),
        ("en-Latn-US", "November 3, 2020"),
        ("de-DE,de;q=0.9,en-US;q=0.8,en;q=0.7", "3 November 2020"),
        ("de,en-US;q=0.7,en;q=0.3", "3 November 2020"),
        ("*;q=0.5,en-US;q=0.3", "November 3, 2020"),
        ("de;q=0,en-US;q=0.3", "November 3, 2020"),
        ("zh-Hant-TW", "3 November 2020"),
        ("nonsense;;q=x,", "3 November 2020"),
    ],
)
def test_a_date_is_english_in_the_order_of_the_readers_region(header: str, day: str) -> None:
    with locale_format.month_first(locale_format.is_month_first(header)):
        assert locale_format.long_date(date(2020, 11, 3)) == day
        assert locale_format.number(1_234_567.5, 2) == "1,234,567.50"


@pytest.mark.django_db
def test_a_header_of_any_length_gets_a_page(client: Client) -> None:
    for header in ("de," * 3_400, "x" * 10_000, "de-" + "x" * 10_000, ";q=," * 2_500, "\xff" * 5_000):
        assert client.get("/about/", headers={"accept-language": header}).status_code == 200


def test_strangers_do_not_fill_the_memory() -> None:
    assert (locale_format.is_month_first.cache_info().maxsize or 10**6) <= 500


@settings(max_examples=examples(80))
@given(st.text(max_size=200))
def test_any_header_is_understood_or_left(header: str) -> None:
    assert locale_format.is_month_first(header) in (True, False)


def test_pay_in_words() -> None:
    assert fact_text.salary(PAY["salary"]) == "€90,000–120,000.50 a year"


@pytest.mark.django_db(transaction=True)
def test_pages_write_english_and_order_dates_as_the_reader_does(client: Client, reindex: Reindex) -> None:
    listing = listing_with("Baker", facts=PAY, posted=POSTED)
    reindex()
    american, german, indian = ({"accept-language": tag} for tag in ("en-US", "de-DE,de;q=0.9", "en-IN"))
    dates = ((american, "November 3, 2020"), (german, "3 November 2020"), (indian, "3 November 2020"))
    for path in ("/jobs/", listing.get_absolute_url()):
        for headers, day in dates:
            response = client.get(path, headers=headers)
            assert "€90,000–120,000.50" in response.content.decode()
            assert day in response.content.decode()
            assert "Accept-Language" in response["Vary"]
    # A page is another one each minute.
    with time_machine.travel(timezone.now(), tick=False):
        first = client.get("/jobs/", headers=american)
        assert client.get("/jobs/", headers={**american, "if-none-match": first["ETag"]}).status_code == 304
        assert client.get("/jobs/", headers={"if-none-match": first["ETag"]}).status_code == 200
    for path in ("/jobs.json", "/jobs.rss"):
        assert client.get(path, headers=american).content == client.get(path).content
