"""The static pages, error pages, robots.txt and the sitemap."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import path
from pytest_django.asserts import assertNumQueries
from pytest_django.fixtures import Settings

from jobsite import urls as site_urls
from listings.boards import BOARDS
from listings.web import context_processors
from tests.listings.making import source_with

pytestmark = pytest.mark.django_db

STATIC_PAGES = ["/about/", "/privacy/", "/contact/"]


def broken(request: HttpRequest) -> HttpResponse:
    raise ValueError("a secret of the insides")


def forbidden(request: HttpRequest) -> HttpResponse:
    raise PermissionDenied("a secret of the insides")


def suspicious(request: HttpRequest) -> HttpResponse:
    raise SuspiciousOperation("a secret of the insides")


urlpatterns = [
    path("broken/", broken),
    path("forbidden/", forbidden),
    path("suspicious/", suspicious),
    *site_urls.urlpatterns,
]
handler400, handler403 = site_urls.handler400, site_urls.handler403
handler404, handler500 = site_urls.handler404, site_urls.handler500


@pytest.mark.parametrize("address", STATIC_PAGES)
def test_static_pages_are_whole_pages_without_cookies(client: Client, address: str) -> None:
    answer = client.get(address)
    soup = BeautifulSoup(answer.content, "lxml")
    assert answer.status_code == 200
    assert len(soup.select("h1")) == 1
    assert not answer.cookies
    assert [link["href"] for link in soup.select("link[rel=canonical]")] == [f"http://localhost:8000{address}"]
    assert soup.title is not None
    assert soup.title.text.endswith("· Elsewhere")


def test_about_links_to_every_live_board(client: Client) -> None:
    soup = BeautifulSoup(client.get("/about/").content, "lxml")
    links = {link["href"]: link["rel"] for link in soup.select("main a[rel]") if "geonames" not in str(link["href"])}
    live = [board for board in BOARDS.values() if board.status == "live"]
    own = [board for board in live if board.employers_own]
    shown = [*own, *(one for one in live if not any(option.required for option in one.options.values()))]
    assert set(links) == {board.home for board in shown}
    for board in shown:
        assert ("nofollow" in links[board.home]) is not board.terms.followed_link


@pytest.mark.parametrize(
    ("contact", "link"),
    [
        ("help@elsewhere.example", "mailto:help@elsewhere.example"),
        ("https://elsewhere.example/help", "https://elsewhere.example/help"),
        ("Post box 9, Faraway", None),
        ("javascript:alert(1)", None),
    ],
)
def test_contact_says_how(client: Client, settings: Settings, contact: str, link: str | None) -> None:
    settings.CONTACT = contact
    soup = BeautifulSoup(client.get("/contact/").content, "lxml")
    assert contact in soup.text
    assert [found["href"] for found in soup.select("main a")] == ([link] if link else [])


def test_contact_without_one_says_so(client: Client, settings: Settings) -> None:
    settings.CONTACT = ""
    text = BeautifulSoup(client.get("/contact/").content, "lxml").select("main")[0].get_text(" ", strip=True)
    assert "have not given an address yet" in text
    assert "Report a mistake" in text
    assert not any(promise in text for promise in ("Send us", "Tell us", "no form"))


@override_settings(ROOT_URLCONF=__name__)
@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/broken/", 500, "Something went wrong on our side."),
        ("/forbidden/", 403, "You do not have access to this page."),
        ("/suspicious/", 400, "We could not read that request."),
        ("/nowhere/", 404, "There is no page at this address."),
    ],
)
def test_errors_have_pages_of_the_same_design(address: str, status: int, words: str) -> None:
    answer = Client(raise_request_exception=False).get(address)
    soup = BeautifulSoup(answer.content, "lxml")
    assert answer.status_code == status
    assert [heading.text for heading in soup.select("h1")] == [words]
    assert soup.select(".wordmark")
    assert soup.select('meta[name=robots][content="noindex"]')
    assert "secret" not in soup.text
    assert not answer.cookies


@override_settings(ROOT_URLCONF=__name__)
def test_the_page_for_500_asks_no_database() -> None:
    with assertNumQueries(0):
        answer = Client(raise_request_exception=False).get("/broken/")
    assert answer.status_code == 500


def test_the_banner_shows_while_there_are_sample_sources(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(context_processors, "CACHE_SECONDS", 3600)
    assert b"made-up sample jobs" not in client.get("/about/").content
    source_with("remotive", sample=True)
    # What was looked up a moment ago is remembered for some seconds.
    assert b"made-up sample jobs" not in client.get("/about/").content
    context_processors.forget()
    assert b"made-up sample jobs" in client.get("/about/").content


@pytest.mark.parametrize("address", ["/", *STATIC_PAGES, "/nowhere/"])
def test_the_banner_is_on_every_page_and_keeps_search_engines_away(client: Client, address: str) -> None:
    source_with("remotive", sample=True)
    soup = BeautifulSoup(client.get(address).content, "lxml")
    assert "this site shows made-up sample jobs from made-up companies." in soup.text
    assert soup.select('meta[name=robots][content="noindex"]')


def test_robots_txt_names_the_sitemap(client: Client) -> None:
    answer = client.get("/robots.txt")
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.content.decode().splitlines() == [
        "User-agent: *",
        "Disallow: /admin/",
        "Allow: /",
        "",
        "Sitemap: http://localhost:8000/sitemap.xml",
    ]


@time_machine.travel(datetime(2026, 3, 4, 5, tzinfo=UTC), tick=False)
def test_security_txt_says_where_to_report_a_fault(client: Client, settings: Settings) -> None:
    settings.SECURITY_CONTACT = "ask at the desk"
    assert client.get("/.well-known/security.txt").status_code == 404
    settings.SECURITY_CONTACT = "security@elsewhere.example"
    answer = client.get("/.well-known/security.txt")
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.content.decode().splitlines() == [
        "Contact: mailto:security@elsewhere.example",
        "Expires: 2026-06-02T00:00:00Z",
        "Preferred-Languages: en",
        "Canonical: http://localhost:8000/.well-known/security.txt",
    ]


def places(client: Client, address: str) -> list[tuple[str, str]]:
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/xml; charset=utf-8"
    soup = BeautifulSoup(answer.content, "xml")
    return [
        (re.sub("^http://localhost:8000", "", place.loc.text), place.lastmod.text if place.lastmod else "")
        for place in soup.select("url, sitemap")
        if place.loc
    ]


def test_the_sitemap_names_static_pages_and_the_guide(client: Client) -> None:
    addresses = {address for address, _ in places(client, "/sitemap-pages.xml")}
    assert {"/", "/jobs/", "/about/", "/privacy/", "/contact/", "/guide/"} <= addresses
    for address in addresses - {"/jobs/", "/guide/"}:
        assert client.get(address).status_code == 200, address
