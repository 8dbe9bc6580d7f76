"""Numbers and dates follow the reader's browser; what programs read does not."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

import pytest
import time_machine
from babel import localedata
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
    ("header", "number", "day"),
    [
        ("", "1,234,567.50", "3 November 2020"),
        ("*", "1,234,567.50", "3 November 2020"),
        ("en-US,en;q=0.9", "1,234,567.50", "November 3, 2020"),
        ("en-GB,en;q=0.9", "1,234,567.50", "3 November 2020"),
        ("de-DE,de;q=0.9,en;q=0.8", "1.234.567,50", "3. November 2020"),
        ("en-GB,en-US;q=0.5", "1,234,567.50", "3 November 2020"),
        ("en-US;q=0.5,en-GB", "1,234,567.50", "3 November 2020"),
        ("en", "1,234,567.50", "3 November 2020"),
        ("fr", "1\u202f234\u202f567,50", "3 novembre 2020"),
        ("de-CH,de;q=0.9", "1’234’567.50", "3. November 2020"),
        ("en-IN", "12,34,567.50", "3 November 2020"),
        ("hi", "12,34,567.50", "3 नवंबर 2020"),
        ("zh-CN,zh;q=0.9", "1,234,567.50", "2020年11月3日"),
        ("es-419", "1,234,567.50", "3 de noviembre de 2020"),
        ("th", "1,234,567.50", "3 พฤศจิกายน ค.ศ. 2020"),
        ("wal", "1,234,567.50", "03 ኖቬምበር 2020"),
        ("pl", "1\xa0234\xa0567,50", "3 listopada 2020"),
        ("pt-BR", "1.234.567,50", "3 de novembro de 2020"),
        ("ja", "1,234,567.50", "2020年11月3日"),
        ("tlh", "1,234,567.50", "3 November 2020"),
        ("nonsense;;q=x,", "1,234,567.50", "3 November 2020"),
        ("root", "1,234,567.50", "3 November 2020"),
        ("tlh,de-XX;q=0.5", "1.234.567,50", "3. November 2020"),
        ("de;q=0,*", "1,234,567.50", "3 November 2020"),
    ],
)
def test_as_the_reader_writes_them(header: str, number: str, day: str) -> None:
    with locale_format.use_locale(locale_format.locale_of(header)):
        assert locale_format.number(1_234_567.5, 2) == number
        assert locale_format.long_date(date(2020, 11, 3))[0] == day
    assert locale_format.number(1000) == "1,000"


def test_words_in_another_language_are_marked_with_it() -> None:
    languages = {"en-GB": "en", "de-CH": "de", "pt-BR": "pt", "zh-TW": "zh-Hant", "sr-Latn": "sr-Latn", "tlh": "en"}
    for header, language in languages.items():
        with locale_format.use_locale(locale_format.locale_of(header)):
            assert locale_format.long_date(date(2020, 11, 3))[1] == language


@pytest.mark.django_db
def test_a_header_of_any_length_gets_a_page(client: Client) -> None:
    for header in ("de," * 3_400, "x" * 10_000, "de-" + "x" * 10_000, ";q=," * 2_500, "\xff" * 5_000):
        assert client.get("/about/", headers={"accept-language": header}).status_code == 200


@pytest.mark.slow
def test_strangers_do_not_fill_the_memory() -> None:
    """Babel has a thousand locales, of which it would keep each that it has read."""
    for caching in (locale_format.locale_of, locale_format.cached_locale):
        assert (caching.cache_info().maxsize or 10**6) <= 500
    for tag in localedata.locale_identifiers()[:300]:
        locale_format.locale_of(tag.replace("_", "-"))
    assert len(localedata._cache) < 3 * locale_format.LOCALES_IN_BABEL


@settings(max_examples=examples(80))
@given(st.text(max_size=200), st.integers(min_value=0, max_value=10**12))
def test_any_header_is_understood_or_left(header: str, value: int) -> None:
    with locale_format.use_locale(locale_format.locale_of(header)):
        assert "".join(sign for sign in locale_format.number(value) if sign.isdecimal()) == str(value)


def test_pay_in_words() -> None:
    assert fact_text.salary(PAY["salary"]) == "€90,000–120,000.50 a year"
    with locale_format.use_locale(locale_format.locale_of("de")):
        assert fact_text.salary(PAY["salary"]) == "€90.000–120.000,50 a year"


@pytest.mark.django_db(transaction=True)
def test_pages_follow_the_reader_and_feeds_do_not(client: Client, reindex: Reindex) -> None:
    listing = listing_with("Baker", facts=PAY, posted=POSTED)
    reindex()
    german = {"accept-language": "de-DE,de;q=0.9"}
    for path in ("/jobs/", listing.get_absolute_url()):
        own, plain = (client.get(path, headers=headers) for headers in (german, {}))
        assert "€90.000–120.000,50" in own.content.decode()
        assert "3. November 2020" in own.content.decode()
        assert "€90,000–120,000.50" in plain.content.decode()
        assert "3 November 2020" in plain.content.decode()
        assert "Accept-Language" in own["Vary"]
    assert '<bdi lang="de">3. November 2020</bdi>' in client.get(path, headers=german).content.decode()
    # A page is another one each minute.
    with time_machine.travel(timezone.now(), tick=False):
        first = client.get("/jobs/", headers=german)
        assert client.get("/jobs/", headers={**german, "if-none-match": first["ETag"]}).status_code == 304
        assert client.get("/jobs/", headers={"if-none-match": first["ETag"]}).status_code == 200
    assert re.search(r'rates of <time datetime="[0-9-]+"><bdi lang="de">[0-9]+\. ', first.content.decode())
    for path in ("/jobs.json", "/jobs.rss"):
        assert client.get(path, headers=german).content == client.get(path).content
