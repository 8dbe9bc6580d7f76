"""Fields of employers' systems that a reader could overlook: one made-up record each."""

from __future__ import annotations

from typing import Any

from listings.boards.formats.workplace_answers import workplace_answer
from tests.listings.boards.records import ad_of, page_of
from tests.tables import table


@table(
    ("name", "value", "answer"),
    [
        ("Workplace Type", "Remote", "Remote"),
        ("Location Type", "On-site only - no remote", "On-site only - no remote"),
        ("Remote", "Yes", "Remote"),
        ("Is this role remote?", "true", "Remote"),
        ("Remote", "100%", "Remote"),
        ("Hybrid", "Yes", "Hybrid"),
        ("Fully remote", "No", "Hybrid"),
        ("Remote", "No", ""),
        ("Is this role remote?", "False", ""),
        ("Remote Work", "Remote work not allowed", ""),
        ("Remote eligible", "Not eligible for remote", ""),
        ("Remote eligible", "Ineligible", ""),
        ("Remote", "Not remote", "Not remote"),
        ("Remote stipend", "Yes", ""),
    ],
)
def test_an_answer_about_the_workplace(name: str, value: str, answer: str) -> None:
    assert workplace_answer(name, value) == answer


def greenhouse(**values: Any) -> Any:
    record = {"id": 7, "absolute_url": "https://job-boards.greenhouse.io/quay/jobs/7", "title": "Analyst", **values}
    return ad_of("greenhouse", {"jobs": [record]})


def test_greenhouse_offices_in_name_only_are_places() -> None:
    ad = greenhouse(
        location={"name": "Remote"}, offices=[{"name": "Remote - Norway"}, {"name": "Oslo"}, {"name": "Remote"}]
    )
    assert (ad.location, ad.fields["offices"]) == ("Remote; Remote - Norway", ("Remote - Norway", "Oslo", "Remote"))


def test_greenhouse_answers_may_be_true_or_false() -> None:
    assert greenhouse(metadata=[{"name": "Remote", "value": True}]).workplace == ("Remote",)
    assert greenhouse(metadata=[{"name": "Remote", "value": False}]).workplace == ()


@table(
    ("place", "country", "location"),
    [
        ("Remote", "NO", "Remote, Norway"),
        ("Remote", None, "Remote"),
        ("Remote", "??", "Remote"),
        ("Remote - EMEA", "NO", "Remote - EMEA"),
        ("Oslo", "NO", "Oslo"),
    ],
)
def test_lever_states_the_country_of_a_bare_remote(place: str, country: Any, location: str) -> None:
    record = {"id": "a-1", "text": "Analyst", "hostedUrl": "https://jobs.lever.co/quay/a-1", "country": country}
    assert ad_of("lever", [{**record, "categories": {"location": place}}]).location == location


def test_lever_pays_by_the_project_too() -> None:
    pay = {"min": 5000, "max": 6000, "currency": "USD", "interval": "one-time"}
    record = {"id": "a-1", "text": "Analyst", "hostedUrl": "https://jobs.lever.co/quay/a-1", "salaryRange": pay}
    assert ad_of("lever", [record]).salary == "5000 - 6000 USD per project"


def test_workable_may_state_the_place_as_an_object() -> None:
    place = {"location_str": "Oslo, Norway", "telecommuting": True}
    record = {
        "shortcode": "ABC123",
        "title": "Analyst",
        "url": "https://apply.workable.com/j/ABC123",
        "location": place,
    }
    ad = ad_of("workable", {"name": "Quay", "jobs": [record]})
    assert (ad.location, ad.workplace) == ("Oslo, Norway", ("Remote",))
    hybrid = {**record, "location": {**place, "workplace_type": "hybrid"}}
    assert ad_of("workable", {"name": "Quay", "jobs": [hybrid]}).workplace == ("hybrid",)


def test_recruitees_odd_pay_is_kept_as_stated() -> None:
    pay = {"min": "75", "max": "95", "currency": "USD", "period": "year"}
    record = {"id": 7, "title": "Analyst", "careers_url": "https://quay.recruitee.com/o/a", "salary": pay}
    assert ad_of("recruitee", {"offers": [record]}).salary == "75 - 95 USD yearly"


@table(
    ("pay", "salary"),
    [
        (
            "<min>4000.00</min><max>5000.50</max><currencyCode>EUR</currencyCode><type>monthly</type>",
            "4000 - 5000.5 EUR monthly",
        ),
        (
            "<min>100000.00</min><max></max><currencyCode>GBP</currencyCode><type>yearly</type>",
            "from 100000 GBP yearly",
        ),
        ("<min></min><max>30</max><currencySymbol>€</currencySymbol><type>hourly</type>", "up to 30 € hourly"),
        ("<min>0</min><max>0</max><type>yearly</type>", ""),
        ("", ""),
    ],
)
def test_personio_states_pay(pay: str, salary: str) -> None:
    position = f"<position><id>7</id><name>Analyst</name><salaryInformation>{pay}</salaryInformation></position>"
    (ad,) = page_of("personio", f"<workzag-jobs>{position}</workzag-jobs>".encode()).ads
    assert ad.salary == salary


def test_a_mended_list_of_personio_closes_nothing() -> None:
    page = page_of("personio", b"<workzag-jobs><position><id>7</id><name>R&D</name></position></workzag-jobs>")
    assert ([ad.title for ad in page.ads], page.complete) == (["R&D"], False)


TEAMTAILOR = """<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:tt="https://teamtailor.com/locations">
<channel><title>Quay</title><link>https://quay.teamtailor.com/jobs</link><item><title>Analyst</title>
<description>&lt;p&gt;Count.&lt;/p&gt;</description><pubDate>Tue, 03 Nov 2026 09:00:00 +0100</pubDate>
<link>https://quay.teamtailor.com/jobs/7-analyst</link><remoteStatus>{}</remoteStatus><guid>{}</guid>
<tt:locations><tt:location><tt:name>Head office</tt:name><tt:city>Oslo</tt:city><tt:country>Norway</tt:country>
</tt:location><tt:location><tt:name>Remote</tt:name></tt:location></tt:locations><tt:department>Data</tt:department><tt:role/></item>
</channel></rss>"""


@table(("status", "workplace"), [("fully", ("Remote",)), ("hybrid", ("Hybrid",)), ("none", None), ("temporary", None)])
def test_teamtailors_rss_has_the_workplace_and_the_places(status: str, workplace: Any) -> None:
    number = "a23bdfdf-e5b7-49d8-8923-e77f96224a6f"
    (ad,) = page_of("teamtailor", TEAMTAILOR.format(status, number).encode()).ads
    assert (ad.external_id, ad.company, ad.category) == (number, "Quay", "Data")
    assert (ad.location, ad.workplace, ad.html) == ("Oslo, Norway; Remote", workplace, "<p>Count.</p>")
    (by_address,) = page_of(
        "teamtailor", TEAMTAILOR.format(status, "https://quay.teamtailor.com/jobs/7-analyst").encode()
    ).ads
    assert by_address.external_id == "7-analyst"


JOBSPRESSO = """<rss version="2.0" xmlns:j="https://jobspresso.co" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<item><title>Analyst</title><link>https://jobspresso.co/job/analyst/</link><dc:creator>Quay&lt;br&gt;⚲ Oslo</dc:creator>
<j:job_type>{}</j:job_type><j:job_category>{}</j:job_category></item></channel></rss>"""


@table(
    ("kind", "category", "expected"),
    [
        ("Product", "Full Time", ("Product", ("Full Time",))),
        ("Full Time", "Product", ("Product", ("Full Time",))),
        ("", "Freelance", (None, ("Freelance",))),
    ],
)
def test_jobspresso_swaps_category_and_employment(kind: str, category: str, expected: Any) -> None:
    (ad,) = page_of("jobspresso", JOBSPRESSO.format(kind, category).encode()).ads
    assert (ad.category, ad.employment) == expected
    assert ad.company == "Quay"


@table(("items", "follow"), [(3, []), (20, ["https://quay.teamtailor.com/jobs.json"]), (23, [])])
def test_teamtailors_json_completes_a_list_that_may_be_cut(items: int, follow: list[str]) -> None:
    one = TEAMTAILOR[TEAMTAILOR.index("<item>") : TEAMTAILOR.index("</channel>")]
    body = TEAMTAILOR.replace(one, "".join(one.format("none", f"guid-{number}") for number in range(items)))
    page = page_of("teamtailor", body.encode(), "https://quay.teamtailor.com/jobs.rss")
    assert ([request.url for request in page.follow], page.complete, len(page.ads)) == (follow, True, items)
