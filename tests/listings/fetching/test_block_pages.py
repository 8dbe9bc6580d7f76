"""A bot check is set aside; a list is not, whatever its ads speak of."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from listings.boards import BOARDS
from listings.boards.base import Request, Response
from listings.fetching.block_pages import block_reason
from listings.models import Fetch, Listing, Source
from tests.listings.fetching.stub_server import StandIn

pytestmark = pytest.mark.django_db
Run = Callable[..., Fetch]
PAGE = "<html><body><p>Work from anywhere, fully remote.</p></body></html>"
CHALLENGE = "<html><head><title>Just a moment...</title></head><body>Solve the captcha.</body></html>"


def put_feed(boards: StandIn, html: str) -> None:
    items = "".join(
        f"<item><title>Acme: Baker {number}</title><link>https://tides.example/jobs/{number}</link>"
        f"<description><![CDATA[{html}]]></description></item>"
        for number in range(10)
    )
    boards.put("/tides.example/rss", f"<rss><channel>{items}</channel></rss>", Content_Type="application/rss+xml")


def put_list(boards: StandIn, text: str, count: int = 10) -> None:
    postings = ",".join(
        f'{{"@type":"JobPosting","title":"Tide Reader {number}","description":"{text}","datePosted":"2026-11-01",'
        f'"hiringOrganization":{{"name":"Acme"}},"identifier":"{number}","jobLocationType":"TELECOMMUTE"}}'
        for number in range(count)
    )
    markup = f'<script type="application/ld+json">[{postings}]</script>' if count else ""
    boards.put("/tides.example/jobs", f"<!doctype html><html><body>{markup}{text}</body></html>")


@pytest.fixture
def feed(db: None) -> Source:
    options = {"address": "https://tides.example/rss", "remote_only": "yes"}
    return Source.objects.create(name="tides", board="feed", options=options)


@pytest.fixture
def site(db: None) -> Source:
    options = {"address": "https://tides.example/jobs", "company": "Acme", "remote_only": "yes"}
    return Source.objects.create(name="tides", board="jobposting", options=options)


@pytest.mark.parametrize("html", [PAGE, f"<!doctype html>{PAGE}", "You solve a captcha and evade DDoS protection."])
def test_a_feed_of_pages_is_a_feed(boards: StandIn, feed: Source, fetched: Run, html: str) -> None:
    put_feed(boards, html)
    assert fetched(feed).outcome == "ok"
    assert Listing.objects.open().count() == 10


def test_a_list_that_speaks_of_captchas_is_a_list(boards: StandIn, site: Source, fetched: Run) -> None:
    put_list(boards, "You will build our captcha and DDoS protection.")
    assert fetched(site).outcome == "ok"
    assert Listing.objects.open().count() == 10


@pytest.mark.parametrize(
    "body", [CHALLENGE, f"<?xml version='1.0'?>\n<!-- x -->{CHALLENGE}", f"<script>1</script>{PAGE}"]
)
def test_a_page_in_place_of_a_feed_is_set_aside(boards: StandIn, feed: Source, fetched: Run, body: str) -> None:
    put_feed(boards, "Bread.")
    fetched(feed)
    boards.put("/tides.example/rss", body)
    assert fetched(feed).outcome == "quarantined"
    assert Listing.objects.open().count() == 10


def test_a_bot_check_in_place_of_a_list_is_set_aside(boards: StandIn, site: Source, fetched: Run) -> None:
    put_list(boards, "Solve this captcha.", count=0)
    fetch = fetched(site)
    assert (fetch.outcome, fetch.quarantine_reason) == ("quarantined", "a bot check instead of the requested page")


@pytest.mark.parametrize(
    "body", [b"<rss><html></rss>", b"<?xml version='1.0'?><feed><html/></feed>", b"{}", b"<!-- <html> "]
)
def test_only_its_first_element_makes_a_page(body: bytes) -> None:
    assert block_reason(BOARDS["feed"], Response(Request("-"), body)) == ""
