"""My situation: told once, in the address or in one cookie, and held against every listing."""

from __future__ import annotations

from datetime import UTC, date, datetime
from urllib.parse import urlencode

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.http import QueryDict
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from listings.search.index.working_hours import shared
from listings.search.query.parameters import Invalid
from listings.search.query.search import Search
from listings.search.query.situation import NAMES, Situation
from listings.web.personal_fit import common_hours, personal_fit
from tests.listings.indexing import Reindex, reindex
from tests.listings.making import listing_with

__all__ = ["reindex"]

WINTER = datetime(2026, 11, 24, 12, tzinfo=UTC)
BERLINER = {"my_country": "DE", "my_tz": "Europe/Berlin", "my_day": "10-18", "my_currency": "EUR", "my_pay": "60000"}
GERMANY = {"residence": {"include": ["DE"], "exclude": [], "evidence": "live in Germany"}}
SPAIN = {"residence": {"include": ["ES"], "exclude": []}, "evidence": {"residence": "field:location"}}


def said(**parameters: str) -> Situation:
    return Situation.parse({name: [value] for name, value in parameters.items()})


def test_is_read_from_parameters_of_its_own() -> None:
    assert said(**BERLINER) == Situation("DE", "", "Europe/Berlin", "10-18", "EUR", 60_000)
    assert dict(said(**BERLINER).pairs()) == BERLINER
    assert said(my_state="US-CA") == Situation(country="US", state="US-CA")
    assert said(my_country="US-CA") == Situation(country="US", state="US-CA")
    assert said(my_day="9-17", my_currency="USD") == Situation()


@pytest.mark.parametrize(
    ("parameters", "named"),
    [
        ({"my_country": "XX"}, "my_country"),
        ({"my_country": "US-CA", "my_state": "US-NY"}, "my_state"),
        ({"my_country": "DE", "my_state": "US-CA"}, "my_state"),
        ({"my_state": "DE"}, "my_state"),
        ({"my_tz": "Europe/Berlln"}, "my_tz"),
        ({"my_day": "9-9"}, "my_day"),
        ({"my_pay": "-1"}, "my_pay"),
        ({"my_pay": "1", "my_currency": "XXX"}, "my_currency"),
    ],
)
def test_names_what_is_wrong(parameters: dict[str, str], named: str) -> None:
    with pytest.raises(Invalid) as wrong:
        said(**parameters)
    assert wrong.value.parameter == named
    assert str(wrong.value)


@given(st.dictionaries(st.sampled_from(NAMES), st.text(max_size=30)))
def test_no_value_breaks_it(parameters: dict[str, str]) -> None:
    try:
        found = said(**parameters)
    except Invalid as wrong:
        refused = wrong.parameter
        assert refused in NAMES
    else:
        assert said(**dict(found.pairs())) == found


def test_a_search_carries_it_and_finds_the_same() -> None:
    asked = Search.parse(QueryDict(urlencode({"q": "python", **BERLINER})))
    assert asked == Search(q="python")
    assert asked.query_string() == urlencode({"q": "python", **BERLINER})
    assert asked.without_reader.query_string() == "q=python"


def test_verdicts() -> None:
    here = Situation(country="US")
    kinds = {
        "open": {"include": ["US"]},
        "not open": {"include": ["DE"]},
        "depends": {"include": ["US"], "exclude": ["US-CA"]},
    }
    found = {name: personal_fit({"residence": value}, here) for name, value in kinds.items()}
    assert {name: one and one.verdict for name, one in found.items()} == {
        "open": "Open to you",
        "not open": "Not open to you",
        "depends": "Depends on your state",
    }
    unsaid, unread = personal_fit({}, here), personal_fit({}, here, "Remote (somewhere)")
    assert unsaid is not None
    assert unread is not None
    assert (unsaid.verdict, unsaid.quote) == ("Eligibility not stated", "")
    assert (unread.kind, unread.verdict, unread.quote) == ("unsaid", "Eligibility unclear", "Remote (somewhere)")
    assert personal_fit(GERMANY, Situation()) is None


def test_a_verdict_quotes_the_words_that_rule_the_reader_out() -> None:
    quotes = [
        {"places": ["FR", "africa"], "evidence": "don't hire in France or Africa"},
        {"places": [], "evidence": "live in a state where we have an entity"},
    ]
    residence = {"include": ["worldwide"], "exclude": ["FR", "africa"], "partly": ["US"], "refusals": quotes}
    for country, quote in (("FR", quotes[0]), ("KE", quotes[0]), ("US", quotes[1])):
        fit = personal_fit({"residence": residence}, Situation(country=country), "Anywhere")
        assert fit is not None
        assert fit.quote == quote["evidence"]
    for country in ("DE", ""):
        fit = personal_fit({"residence": residence}, Situation(country=country, tz="Europe/Berlin"), "Anywhere")
        assert fit is not None
        assert fit.quote == "Anywhere"


def test_hours_in_common_on_the_readers_clock() -> None:
    with time_machine.travel(WINTER, tick=False):
        berlin = common_hours({"overlap_with": "Europe/Berlin"}, Situation(tz="America/New_York"))
        sydney = common_hours({"overlap_with": "Australia/Sydney"}, Situation(tz="America/Los_Angeles"))
    assert berlin is not None
    assert (berlin.label, berlin.employer, berlin.common) == ("2 hours in common", ((3, 8),), ((9, 2),))
    assert sydney is not None
    # Their tomorrow meets this reader's afternoon: 9 in Sydney is 14 of the day before in Los Angeles.
    assert (sydney.label, sydney.employer, sydney.common) == ("3 hours in common", ((14, 8),), ((14, 3),))
    assert common_hours({"overlap_with": "Europe/Berlin"}, Situation(country="DE")) is None


def test_daylight_saving_is_that_of_the_day() -> None:
    weeks = [shared("zone:America/New_York", "Europe/Berlin", "9-17", date(2026, 3, day)) for day in (6, 20)]
    assert [one.hours for one in weeks] == [2, 3]


def test_a_day_past_midnight_goes_on_in_the_morning() -> None:
    with time_machine.travel(WINTER, tick=False):
        hours = common_hours({"overlap_with": "America/Los_Angeles"}, Situation(tz="Europe/Berlin"))
    assert hours is not None
    assert hours.employer == ((18, 6), (0, 2))
    assert hours.common == ()


@pytest.mark.django_db
def test_each_card_says_whether_it_is_open(client: Client, reindex: Reindex) -> None:
    listing_with("Baker", facts={**GERMANY, "evidence": {"residence": "live in Germany"}})
    listing_with("Cook", facts=SPAIN, ad={"location": "Remote, Spain"})
    listing_with("Diver")
    reindex()
    page = client.get("/jobs/", BERLINER).content.decode()
    assert 'title="The ad says: “live in Germany”">Open to you' in page
    assert 'title="The ad says: “Remote, Spain”">Not open to you' in page
    assert "Eligibility not stated" in page
    assert 'Germany · <span class="wide-only">Berlin 10–18</span>' in page
    assert page.count("my_country=DE") > 10
    assert '<link rel="canonical" href="http://localhost:8000/jobs/">' in page
    assert "/jobs.rss?" not in page


@pytest.mark.django_db
def test_is_remembered_only_when_asked(client: Client, reindex: Reindex) -> None:
    listing_with("Baker", facts=GERMANY)
    reindex()
    parts = {"my_country": "DE", "my_tz": "Europe/Berlin", "my_from": "8", "my_until": "16", "next": "/jobs/?q=baker"}
    now = client.post("/situation/", {**parts, "keep": "address"})
    assert not now.cookies
    assert now["Location"] == "/jobs/?q=baker&my_country=DE&my_tz=Europe%2FBerlin&my_day=8-16"
    kept = client.post("/situation/", {**parts, "keep": "device"})
    assert kept["Location"] == "/jobs/?q=baker"
    cookie = kept.cookies["situation"]
    assert cookie.value == "my_country=DE&my_tz=Europe%2FBerlin&my_day=8-16"
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/")
    for path in ("/", "/jobs/", "/about/"):
        assert "Berlin 8–16" in client.get(path).content.decode()
    assert b"Open to you" in client.get("/jobs/").content
    gone = client.post("/situation/forget", headers={"Referer": "http://testserver/jobs/?q=baker&my_country=DE"})
    assert gone["Location"] == "/jobs/?q=baker"
    assert b"Berlin 8" not in client.get("/jobs/").content


@pytest.mark.django_db
def test_the_address_goes_before_what_is_remembered(client: Client, reindex: Reindex) -> None:
    client.cookies["situation"] = "my_country=DE"
    assert b"Spain" in client.get("/about/?my_country=ES").content
    client.cookies["situation"] = "my_country=nowhere&x=1"
    assert client.get("/about/").status_code == 200


@pytest.mark.django_db
def test_two_readers_never_share_an_answer(client: Client, reindex: Reindex) -> None:
    listing_with("Baker", facts=GERMANY)
    reindex()
    plain = client.get("/jobs/")
    client.cookies["situation"] = "my_country=DE"
    own = client.get("/jobs/", headers={"If-None-Match": plain["ETag"]})
    assert own.status_code == 200
    assert own["ETag"] != plain["ETag"]
    assert "Cookie" in own["Vary"]


@pytest.mark.django_db
def test_a_wrong_one_is_named(client: Client, reindex: Reindex) -> None:
    listing = listing_with()
    reindex()
    for path in ("/", "/jobs/", listing.get_absolute_url()):
        answer = client.get(path, {"my_country": "Narnia"})
        assert answer.status_code == 400
        assert b"my_country" in answer.content
    wrong = client.post("/situation/", {"my_country": "DE", "my_state": "US-CA", "my_pay": "x", "keep": "device"})
    assert wrong.status_code == 400
    assert not wrong.cookies
    assert b"my_state=US-CA is not in my_country=DE" in wrong.content
    wrong = client.post("/situation/", {"place": "US-CA", "my_pay": "x", "keep": "device"})
    form = BeautifulSoup(wrong.content, "lxml")
    box, message = form.select_one("#my_pay"), form.select_one("#my_pay-wrong")
    assert box is not None
    assert message is not None
    assert (box["value"], box["aria-invalid"], box["aria-describedby"]) == ("x", "true", message["id"])
    assert "cannot read 'x' as an amount" in message.text
    assert b'value="US-CA" selected' in wrong.content


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example/", "//evil.example/x", "https://[bad/", "javascript:alert(1)", "\\\\evil"]
)
@pytest.mark.django_db
def test_leads_nowhere_else(client: Client, elsewhere: str) -> None:
    answer = client.post("/situation/", {"my_country": "DE", "next": elsewhere})
    assert answer["Location"] == "/jobs/?my_country=DE"


@pytest.mark.django_db
def test_is_not_set_from_another_site(client: Client) -> None:
    for headers in ({"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}, {"Origin": "https://[bad"}):
        assert client.post("/situation/", {"my_country": "DE", "keep": "device"}, headers=headers).status_code == 403
        assert client.post("/situation/forget", headers=headers).status_code == 403


@pytest.mark.django_db
def test_feeds_are_the_same_for_all(client: Client, reindex: Reindex) -> None:
    reindex()
    answer = client.get("/jobs.rss", {"q": "baker", **BERLINER})
    assert (answer.status_code, answer["Location"]) == (302, "/jobs.rss?q=baker")


@pytest.mark.django_db
def test_forgetting_leads_to_the_search_without_what_it_was_narrowed_by(client: Client, reindex: Reindex) -> None:
    listing_with("Python developer")
    reindex()
    client.post("/situation/", {"place": "DE", "keep": "device"})
    response = client.post("/situation/forget", HTTP_REFERER="http://testserver/jobs/?q=python&fit=open")
    assert response.headers["Location"] == "/jobs/?q=python"
    response = client.get(response.headers["Location"])
    assert response.status_code == 200
    assert "1 open job" in response.content.decode()
