"""Pay in the reader's currency, for the period that the ad names, and against their minimum."""

from __future__ import annotations

import re
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from listings.search.query.situation import Situation
from listings.web.personal_fit import personal_fit
from listings.web.reader_pay import PayVerdict, pay_for_reader
from tests.listings.indexing import Reindex, reindex
from tests.listings.making import listing_with
from tests.tables import table

__all__ = ["reindex"]


def test_where_the_ad_names_no_period_none_is_claimed() -> None:
    def period(amount: int, guess: str) -> str:
        salary = {"min": amount, "max": amount, "currency": "USD", "period": guess, "period_stated": False}
        fit = personal_fit({"salary": salary}, Situation(pay=1, currency="EUR"))
        assert fit is not None
        assert fit.pay
        return fit.pay_period

    assert period(150_000, "year") == ""
    assert period(3_000, "month") == "a year if paid by the month"


def test_pay_in_the_readers_money() -> None:
    asks = Situation(pay=60_000, currency="EUR")
    assert pay_for_reader({"min": 50_000, "max": 70_000, "currency": "EUR", "period": "year"}, asks) == ("", "enough")
    assert pay_for_reader({"max": 59_000, "currency": "EUR", "period": "year"}, asks) == ("", "below")
    assert pay_for_reader({"min": 20, "max": 20, "currency": "EUR", "period": "hour"}, asks) == ("about €42k", "below")
    assert pay_for_reader({"min": 5_000, "currency": "EUR", "period": "project"}, asks) == ("", "")
    assert pay_for_reader(None, asks) == ("", "")


@table(
    ("salary", "shown", "verdict"),
    [
        ({"min": 50_000, "currency": "EUR", "period": "year"}, "", "starts below"),
        ({"min": 60_000, "currency": "EUR", "period": "year"}, "", "enough"),
        ({"min": 20, "currency": "EUR", "period": "hour"}, "from about €42k", "starts below"),
        ({"max": 150, "currency": "EUR", "period": "hour"}, "up to about €312k", "enough"),
        ({"max": 20, "currency": "EUR", "period": "hour"}, "up to about €42k", "below"),
    ],
)
def test_the_word_of_a_lone_bound_is_kept(salary: dict[str, Any], shown: str, verdict: PayVerdict) -> None:
    assert pay_for_reader(salary, Situation(pay=60_000, currency="EUR")) == (shown, verdict)


def test_part_time_pay_keeps_the_word_of_a_lone_bound() -> None:
    salary = {"min": None, "max": 80, "currency": "USD", "period": "hour"}
    fit = personal_fit({"employment": ["PART_TIME"], "salary": salary}, Situation(pay=1, currency="EUR"))
    assert fit is not None
    assert fit.pay.startswith("up to about €")
    assert fit.full_time_pay.startswith("up to about €")


@table(
    ("places", "country", "state", "expected"),
    [
        (["United States"], "DE", "", ""),
        (["United States"], "US", "", "below"),
        (["California", "New York"], "DE", "", ""),
        (["California", "New York"], "US", "US-OH", ""),
        (["California", "New York"], "US", "US-NY", "below"),
        (["California", "New York"], "US", "", "below"),
        (["Glendale, California"], "US", "US-OH", ""),
        (["Europe"], "DE", "", "below"),
        (["Berlin"], "DE", "", "below"),
        (["Bay Area"], "DE", "", ""),
        (["The Quay"], "DE", "", "below"),
        (["United States"], "", "", "below"),
        ([], "DE", "", "below"),
    ],
)
def test_pay_for_people_elsewhere_is_not_judged(
    places: list[str], country: str, state: str, expected: PayVerdict
) -> None:
    salary = {"min": 20_000, "max": 30_000, "currency": "EUR", "period": "year", "places": places}
    reader = Situation(pay=60_000, currency="EUR", country=country, state=state)
    assert pay_for_reader(salary, reader)[1] == expected


def test_pay_for_people_elsewhere_is_not_converted() -> None:
    salary = {"min": 90_000, "max": 120_000, "currency": "USD", "period": "year", "places": ["United States"]}
    in_berlin = Situation(pay=60_000, currency="EUR", country="DE")
    assert pay_for_reader(salary, in_berlin) == ("", "")
    assert pay_for_reader(salary, Situation(pay=60_000, currency="EUR", country="US"))[0].startswith("about €")
    assert pay_for_reader({**salary, "places": []}, in_berlin)[0].startswith("about €")
    hourly = {"employment": ["PART_TIME"], "salary": {**salary, "min": 60, "max": 80, "period": "hour"}}
    fit = personal_fit(hourly, in_berlin)
    assert fit is not None
    assert (fit.pay, fit.full_time_pay, fit.pay_verdict) == ("", "", "")


PART_TIME_HOURLY = {
    "employment": ["PART_TIME"],
    "salary": {"min": 62, "max": 82, "currency": "EUR", "period": "hour"},
}


def test_part_time_pay_by_the_hour_stays_by_the_hour() -> None:
    in_euros = personal_fit(PART_TIME_HOURLY, Situation(pay=60_000, currency="EUR"))
    assert in_euros is not None
    assert (in_euros.pay, in_euros.full_time_pay, in_euros.pay_verdict) == ("", "about €129–171k", "enough")
    in_francs = personal_fit(PART_TIME_HOURLY, Situation(pay=60_000, currency="CHF"))
    assert in_francs is not None
    assert re.fullmatch(r"about CHF 5\d–7\d", in_francs.pay.replace("\N{NO-BREAK SPACE}", " "))
    assert in_francs.pay_period == "an hour"
    either = personal_fit(
        {**PART_TIME_HOURLY, "employment": ["FULL_TIME", "PART_TIME"]}, Situation(pay=1, currency="EUR")
    )
    assert either is not None
    assert (either.pay, either.pay_period, either.full_time_pay) == ("about €129–171k", "a year", "")
    monthly = {**PART_TIME_HOURLY, "salary": {"min": 2_000, "max": 2_000, "currency": "EUR", "period": "month"}}
    by_month = personal_fit(monthly, Situation(pay=60_000, currency="EUR"))
    assert by_month is not None
    assert (by_month.pay, by_month.full_time_pay) == ("about €24k", "")


@pytest.mark.django_db
def test_a_card_names_the_period_of_converted_pay(client: Client, reindex: Reindex) -> None:
    listing_with("Clerk", facts={"salary": {"min": 300, "max": 300, "currency": "EUR", "period": "month"}})
    listing_with("Baker", facts={"salary": {"min": 50_000, "max": 50_000, "currency": "CHF", "period": "year"}})
    reindex()
    page = BeautifulSoup(client.get("/jobs/", {"my_pay": "60000", "my_currency": "EUR"}).content, "lxml")
    pays = {card.select("h3")[0].text: card.select(".your-pay")[0].text for card in page.select(".card")}
    assert pays["Clerk"] == "about €3,600 a year, below your minimum"
    assert "a year" not in pays["Baker"]


@pytest.mark.django_db
def test_pay_without_a_top_is_never_called_below_the_minimum(client: Client, reindex: Reindex) -> None:
    listing = listing_with("Clerk", facts={"salary": {"min": 50_000, "max": None, "currency": "EUR", "period": "year"}})
    reindex()
    reader = {"my_pay": "60000", "my_currency": "EUR"}
    (card,) = BeautifulSoup(client.get("/jobs/", reader).content, "lxml").select(".card .your-pay")
    assert card.text == "starts below your minimum"
    (head,) = BeautifulSoup(client.get(listing.get_absolute_url(), reader).content, "lxml").select(
        ".listing-head .your-pay"
    )
    assert head.text == "starts below your minimum of €60,000; the ad states no top"


@pytest.mark.django_db
def test_a_job_names_no_period_that_its_ad_leaves_out(client: Client) -> None:
    pay = {"min": 50_000, "max": 50_000, "currency": "CHF", "period": "year", "period_stated": False}
    page = client.get(listing_with("Baker", facts={"salary": pay}).get_absolute_url(), {"my_pay": "90000"})
    (shown,) = BeautifulSoup(page.content, "lxml").select(".listing-head .your-pay")
    assert re.fullmatch(r"about \S+, below your minimum of \S+", shown.text.replace("\N{NO-BREAK SPACE}", ""))


@pytest.mark.django_db
def test_a_part_time_job_never_shows_a_years_pay(client: Client, reindex: Reindex) -> None:
    listing = listing_with("Editor", facts=PART_TIME_HOURLY)
    reindex()
    own = {"my_pay": "60000", "my_currency": "EUR"}
    card = BeautifulSoup(client.get("/jobs/", own).content, "lxml").select(".card")[0].get_text(" ", strip=True)
    assert "€62–82 an hour" in card
    assert "129" not in card
    head = BeautifulSoup(client.get(listing.get_absolute_url(), own).content, "lxml").select(".listing-head")[0]
    assert "would be about €129–171k a year at full time" in head.get_text(" ", strip=True)
    # Searches compare what full-time work would pay, and say so where the pay is asked for.
    found = client.get("/jobs/?salary_min=100000&currency=EUR")
    assert b"Editor" in found.content
    assert b"compared as if it were full time" in found.content
