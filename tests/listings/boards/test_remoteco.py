"""What Remote.co's sitemap and pages are known to do, one test a quirk."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pytest

from listings import facts
from listings.boards import BOARDS
from listings.boards.base import Ad, BrokenShape, Page, Request, Response
from tests.tables import table

UUID = "e7be1837-9698-4f9e-a771-4f6113c895a0"
DETAILS = f"https://remote.co/job-details/ledger-keeper-{UUID}"
RECORDED = Path(__file__).parents[4] / "shared" / "payloads"


def details(request: str = DETAILS, **stated: Any) -> Page:
    data = {"id": UUID, "title": "Ledger Keeper ", "company": {"name": "Cockle Row"}} | stated
    script = json.dumps({"props": {"pageProps": {"jobDetails": data}}}).replace("</", "<\\/")
    body = f'<!DOCTYPE html><html><script id="__NEXT_DATA__" type="application/json">{script}</script></html>'
    return BOARDS["remoteco"].parse(Response(Request(request), body.encode()))


def from_details(request: str = DETAILS, **stated: Any) -> Ad:
    (ad,) = details(request, **stated).ads
    return ad


def sitemap(*addresses: str) -> Page:
    urls = "".join(
        f"<url><loc>{escape(one)}</loc><lastmod>2026-03-14T06:30:00.0000000Z</lastmod></url>" for one in addresses
    )
    body = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}</urlset>'
    return BOARDS["remoteco"].parse(Response(Request("-"), body.encode()))


def test_a_sitemap_leads_to_job_pages_alone() -> None:
    page = sitemap(f"{DETAILS}?category=accounting", "https://remote.co/remote-jobs", "https://remote.co/job-details/x")
    assert page.follow == [Request(DETAILS, UUID, datetime(2026, 3, 14, 6, 30, tzinfo=UTC))]
    assert [bad.record for bad in page.rejected] == ["https://remote.co/job-details/x"]
    assert page.rejected[0].reason == "the address does not end in a UUID"


def test_a_uuid_is_one_however_it_is_written() -> None:
    assert (
        sitemap(DETAILS.upper().replace("HTTPS://REMOTE.CO/JOB-DETAILS", "https://remote.co/job-details"))
        .follow[0]
        .external_id
        == UUID
    )


@table("body", [b"<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'/>", b"<urlset/>"])
def test_another_sitemap_is_a_broken_shape(body: bytes) -> None:
    with pytest.raises(BrokenShape, match="not a sitemap of pages"):
        BOARDS["remoteco"].parse(Response(Request("-"), body))


def test_the_address_is_the_one_asked_and_else_made_of_the_slug() -> None:
    assert from_details(f"{DETAILS}?category=x").url == DETAILS
    assert from_details("page.html", slug=f"ledger-keeper-{UUID}").url == DETAILS
    assert from_details("page.html", slug=f"../../{UUID}").url == f"https://remote.co/job-details/{UUID}"
    other = "https://remote.co/job-details/other-00000000-0000-0000-0000-000000000000"
    assert from_details(other, slug=f"ledger-keeper-{UUID}").url == DETAILS


def test_a_paywalled_employer_is_rejected() -> None:
    assert details(company=None, isFreeJob=False).rejected[0].reason == "the employer is behind a paywall"


def test_pay_is_what_the_words_say_when_the_numbers_are_zero() -> None:
    assert from_details(salaryRange="195,000.00 - 408,000.00 USD Annually", salaryMin=0, salaryMax=0).salary
    assert from_details(salaryRange="", salaryMin=0, salaryMax=0).salary == ""


def test_places_kinds_and_terms_are_kept_as_stated() -> None:
    ad = from_details(
        allowedCandidateLocation=["US National", "Canada"],
        jobLocations=["Reston, VA"],
        jobSchedules=[],
        jobTypes=["Employee"],
        categories=[{"name": "Auditing"}, {"name": "Project Management"}],
    )
    assert (ad.title, ad.location, ad.employment) == ("Ledger Keeper", "US National; Canada", ("Employee",))
    assert ad.fields["categories"] == ("Auditing", "Project Management")
    assert from_details(jobLocations=["Reston, VA"]).location == "Reston, VA"


def marked_up(**stated: Any) -> Ad:
    posting = {
        "@type": "JobPosting",
        "title": "Ledger Keeper job at Cockle Row in US National",
        "hiringOrganization": {"name": "Cockle Row"},
        "jobLocationType": "TELECOMMUTE",
    }
    script = json.dumps({"@graph": [{"@type": "BreadcrumbList"}, [posting | stated]]})
    body = f'<!DOCTYPE html><html><script type="application/ld+json">{script}</script></html>'
    (ad,) = BOARDS["remoteco"].parse(Response(Request(DETAILS, UUID), body.encode())).ads
    return ad


def test_the_markups_title_is_cut_to_the_ads() -> None:
    assert marked_up().title == "Ledger Keeper"
    assert marked_up(title="A job at sea job at Cockle Row in Wales").title == "A job at sea"
    assert marked_up(title="Ledger Keeper").title == "Ledger Keeper"


def test_the_markup_calls_every_ad_remote_and_is_not_believed() -> None:
    assert facts.read(marked_up(), BOARDS["remoteco"])["workplace"] is None


@table("kind", ["", [], ["", ""]])
def test_an_empty_employment_type_states_nothing(kind: Any) -> None:
    assert marked_up(employmentType=kind).employment == ()


@table(
    ("pay", "words"),
    [
        ({"currency": "USD", "value": {"minValue": 0, "maxValue": 0, "unitText": "YEAR"}}, ""),
        ({"currency": "USD", "value": {"minValue": 0.0, "maxValue": "0.00"}}, ""),
        ({"currency": "USD", "value": {"value": 0}}, ""),
        (
            {"currency": "USD", "value": {"minValue": 144381, "maxValue": 245448, "unitText": "Annually"}},
            "144381 - 245448 USD yearly",
        ),
        ({"currency": "EUR", "value": 50000, "unitText": "YEAR"}, "50000 EUR yearly"),
        ({"currency": "EUR", "value": {"minValue": 0, "maxValue": 90, "unitText": "HOUR"}}, "up to 90 EUR hourly"),
        (None, ""),
        ("good", ""),
    ],
)
def test_the_markups_zero_is_no_pay(pay: Any, words: str) -> None:
    assert marked_up(baseSalary=pay).salary == words


@pytest.mark.parametrize("number", [1, 2])
def test_recorded_pages_say_the_same_twice(number: int) -> None:
    """Their markup alone, the page's own data taken away, gives the same ad but for what it lacks."""
    path = RECORDED / "remoteco" / f"2026_nextjs_job_{number}.html"
    if not path.exists():
        pytest.skip("no recorded payloads beside the checkout")
    body = path.read_bytes()
    board = BOARDS["remoteco"]
    whole, less = (
        board.parse(Response(Request("page"), sent)).ads[0] for sent in (body, body.replace(b"__NEXT_DATA__", b"-"))
    )
    names = ("external_id", "title", "company", "expires_at")
    for name in names:
        assert getattr(whole, name) == getattr(less, name), name
    assert (
        facts.read(less, board)["workplace"]
        == facts.read(whole, board)["workplace"]
        == ("hybrid", "remote")[number - 1]
    )
    assert not board.closed(Response(Request("page"), body))


@table(
    ("inner", "closed"),
    [
        ("<p>- SORRY, THIS JOB EXPIRED ON: May 6, 2026</p>", True),
        ("<p>Sorry, this <b>job expired</b> on: May 6, 2026</p>", True),
        ('<script>{"expired_date_message": "- SORRY, THIS JOB EXPIRED ON:"}</script><p>Apply</p>', False),
        ("<p>If the job is expired, this will be reflected.</p>", False),
        ("", False),
    ],
)
def test_a_page_is_closed_only_by_its_own_visible_sentence(inner: str, closed: bool) -> None:
    body = f"<!DOCTYPE html><html><body>{inner}</body></html>".encode()
    assert BOARDS["remoteco"].closed(Response(Request(DETAILS, UUID), body)) is closed
