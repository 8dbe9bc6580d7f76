"""What the page says and asks of pay and of what is not stated."""

from __future__ import annotations

import re
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client

from listings.search.query.comparable_pay import rates_date
from listings.vocabulary.categories import CATEGORIES
from listings.vocabulary.skills import SKILLS
from tests.examples import few
from tests.listings.indexing import Reindex
from tests.listings.making import listing_with

pytestmark = pytest.mark.django_db


def read(client: Client, address: str) -> BeautifulSoup:
    answer = client.get(address)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "lxml")


def titles(soup: BeautifulSoup) -> set[str]:
    return {link.text for link in soup.select(".card h3 a")}


def words(soup: Tag) -> str:
    return " ".join(soup.get_text(" ").split())


def group(soup: BeautifulSoup, title: str) -> dict[str, tuple[int, str]]:
    [found] = [one for one in soup.select(".group") if one.h3 and one.h3.text == title]
    choices = {}
    for link in found.select(".choices a"):
        label, number = link.select("span")[0].text, link.select(".number")[0].text
        choices[label] = (int(re.sub(r"\D", "", number)), str(link["href"]))
    return choices


def pay(low: int, high: int, currency: str = "USD", period: str = "year") -> dict[str, Any]:
    return {"salary": {"min": low, "max": high, "currency": currency, "period": period, "period_stated": True}}


@pytest.fixture
def paid(reindex: Reindex) -> None:
    listing_with("Wide", "A", facts=pay(80_000, 120_000))
    listing_with("High", "B", facts=pay(110_000, 130_000))
    listing_with("Low", "C", facts=pay(20_000, 30_000))
    listing_with("Rupees", "D", facts=pay(100_000, 100_000, "INR"))
    listing_with("Unsaid", "E")
    reindex()


@pytest.mark.parametrize(
    ("query", "found"),
    few(
        [
            ("salary_min=100000", {"Wide", "High"}),
            ("salary_min=100000&salary=top", {"Wide", "High"}),
            ("salary_min=100000&salary=whole", {"High"}),
            ("salary_min=100000&salary=whole&salary=none", {"High", "Unsaid"}),
            ("salary_min=100000&salary=none", {"Wide", "High", "Unsaid"}),
            ("salary=none", {"Unsaid"}),
            ("salary_min=90000&currency=INR", {"Wide", "High", "Low", "Rupees"}),
        ],
        3,
    ),
)
def test_pay_is_asked_for_by_the_address(client: Client, paid: None, query: str, found: set[str]) -> None:
    answer = client.get(f"/jobs/?{query}", follow=True)
    assert titles(BeautifulSoup(answer.content, "lxml")) == found
    items = client.get(f"/jobs.json?{query}", follow=True).json()["items"]
    assert {item["_listing"]["title"] for item in items} == found


@pytest.mark.parametrize("query", ["", "?salary_min=90000&currency=EUR", "?salary=none"])
def test_the_rates_are_shown_with_their_date(client: Client, paid: None, query: str) -> None:
    day = rates_date()
    soup = read(client, f"/jobs/{query}")
    assert f"European Central Bank’s rates of {day.day} {day:%B %Y}" in words(soup)
    assert soup.select_one(f'.narrow time[datetime="{day.isoformat()}"]')
    given = client.get(f"/jobs.json{query}").json()["_salary_rates"]
    assert given == {"source": "European Central Bank", "date": day.isoformat()}


def test_a_currency_without_a_rate_is_named(client: Client, paid: None) -> None:
    note = "Amounts in Nigerian nairas are not offered yet."
    assert note in words(read(client, "/jobs/?my_country=NG"))
    for query in ("", "?my_country=DE", "?my_country=NG&my_pay=12000", "?my_country=NG&salary_min=12000"):
        assert "not offered yet" not in words(read(client, f"/jobs/{query}")), query


def test_pay_and_places_that_are_not_stated_are_counted(client: Client, paid: None) -> None:
    form = words(read(client, "/jobs/").select(".narrow")[0])
    assert "Only jobs without comparable pay (1)" in form
    assert "Only jobs that state where you may live (5 do not)" in form
    asked = words(read(client, "/jobs/?salary_min=100000").select(".narrow")[0])
    assert "Also show jobs without comparable pay (1)" in asked
    assert "Even the lowest figure must reach it" in asked
    assert (
        "Where an ad names no period, the size of the amount decides; in the order by pay it counts as a year’s."
        in asked
    )


@pytest.mark.parametrize(
    "query",
    few(
        [
            "salary=none",
            "salary_min=100000&salary=none&salary=whole",
            "salary_min=100000&salary=whole",
            "hours=none",
            "experience=3",
            "experience=none&experience=3",
        ],
        2,
    ),
)
def test_the_form_keeps_what_the_address_asked(client: Client, paid: None, query: str) -> None:
    """Sent as it stands, it asks the same search again."""
    form = read(client, f"/jobs/?{query}").select(".narrow")[0]
    sent = [
        (str(field["name"]), str(field.get("value", "")))
        for field in form.select("input")
        if field.get("type") != "checkbox" or field.has_attr("checked")
    ]
    for chosen in form.select("select"):
        option = chosen.select_one("option[selected]") or chosen.select_one("option")
        assert option is not None
        sent.append((str(chosen["name"]), str(option["value"])))
    asked = {name: value for name, value in sent if value and name in ("salary_min", "hours")}
    assert {f"{name}={value}" for name, value in asked.items()} <= set(query.split("&"))
    assert sorted(value for name, value in sent if name == "experience" and value) == re.findall(
        r"experience=(\w+)", "&".join(sorted(query.split("&")))
    )
    assert sorted(value for name, value in sent if name == "salary") == sorted(re.findall(r"salary=(\w+)", query))


def test_language_counts_what_is_not_stated_last_and_leads_there(client: Client, reindex: Reindex) -> None:
    for number, language in enumerate(("en", "en", "de", None)):
        listing_with(f"Writer {number}", facts={"language": language})
    reindex()
    choices = group(read(client, "/jobs/"), "Language of the ad")
    assert {label: count for label, (count, _) in choices.items()} == {"English": 2, "German": 1, "Not stated": 1}
    assert list(choices)[-1] == "Not stated"
    assert titles(read(client, choices["Not stated"][1])) == {"Writer 3"}


def test_experience_is_asked_for_with_counts(client: Client, reindex: Reindex) -> None:
    for number, years in enumerate((0, 3, 4, None)):
        listing_with(f"Writer {number}", facts={"experience_years": years})
    reindex()
    form = read(client, "/jobs/").select(".narrow")[0]
    options = [option.text for option in form.select("#experience option")]
    assert options[:5] == [
        "any number of years", "no experience (1)", "1 year or less (1)", "2 years or less (1)", "3 years or less (2)",
    ]  # fmt: skip
    assert "Only jobs that state none (1)" in words(form)
    soup = read(client, "/jobs/?experience=4&experience=none")
    assert titles(soup) == {"Writer 0", "Writer 1", "Writer 2", "Writer 3"}
    assert "At most 4 years of experience, or not stated" in words(soup.select(".chips")[0])
    assert [option.text for option in soup.select("#experience option[selected]")] == ["4 years or less"]
    assert "Also show jobs that state none (1)" in words(soup.select(".narrow")[0])


def test_every_job_has_an_age(client: Client, reindex: Reindex) -> None:
    """A board that states no date leaves the day on which the ad was first seen, so nothing is without one."""
    listing_with("Writer", ad={"published_at": None})
    reindex()
    assert list(group(read(client, "/jobs/"), "Posted").values())[-1][0] == 1


def test_the_most_frequent_companies_and_skills_are_shown(client: Client, reindex: Reindex) -> None:
    skills = list(SKILLS)[:60]
    for number in range(25):
        listing_with(f"Writer {number}", f"Employer {number}", facts={"skills": skills})
    listing_with("Editor", "Employer 24", facts={"skills": skills[10:]})
    reindex()
    soup = read(client, "/jobs/")
    companies, shown = group(soup, "Company"), group(soup, "Skills")
    assert len(companies) == 20
    assert next(iter(companies)) == "Employer 24"
    assert len(shown) == 50
    assert {count for count, _ in shown.values()} == {26}
    chosen = group(read(client, "/jobs/?company=employer-9"), "Company")
    assert chosen["Employer 9"] == (1, "/jobs/")


@pytest.mark.parametrize(
    "query",
    [
        "",
        "?q=net&salary_min=50000&tz=Europe/Berlin&overlap=4&experience=2",
        # So long that boxes stand for the links.
        f"?{'&'.join(f'category={name}' for name in CATEGORIES)}",
    ],
)
def test_whatever_can_have_the_focus_keeps_it_when_the_results_are_swapped(
    client: Client, paid: None, query: str
) -> None:
    """By its id, so that each has one of its own."""
    sheet = read(client, f"/jobs/{query}").select("#filter-sheet")[0]
    controls = sheet.select("a, button, summary, select, input:not([type=hidden])")
    assert len(controls) > 10
    ids = [control.get("id") for control in controls]
    assert None not in ids
    assert len({*ids}) == len(ids)
