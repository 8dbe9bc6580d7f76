"""Adding a source by its URL: its board, its ads and their facts are shown before it is saved."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape

import pytest
from django.contrib.admin.models import LogEntry
from django.core.cache import cache
from django.test import Client
from pytest_django import Settings

from listings.boards import BOARDS
from listings.boards.detect import by_address
from listings.models import Posting, Source
from tests.listings.admin.conftest import Staff
from tests.listings.fetching.stub_server import API, StandIn, standing_in, vacancy

pytestmark = pytest.mark.django_db
PAGE = "/admin/listings/source/by-address/"
FROM = "https://tide.example/feed"
SAVE = re.compile(r'name="save" value="([^"]+)"')
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Jobs</title><link>https://tide.example/</link>
<item><title>Tide Clerk</title><link>https://tide.example/jobs/1</link><guid>1</guid>
<pubDate>Mon, 02 Nov 2026 09:00:00 GMT</pubDate>
<description>&lt;p&gt;Remote. You must live in Peru. $50,000 - $60,000 a year.&lt;/p&gt;</description></item>
</channel></rss>"""
SITE = """<!doctype html><title>Jobs</title><a href="/jobs/7">Lamp Keeper</a>"""
POSTING = {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    "title": "Lamp Keeper",
    "description": "<p>Keep the lamp lit.</p>",
    "datePosted": "2026-11-02",
    "jobLocationType": "TELECOMMUTE",
    "applicantLocationRequirements": {"@type": "Country", "name": "Norway"},
    "hiringOrganization": {"@type": "Organization", "name": "Fyrholm"},
}


@pytest.fixture
def web(settings: Settings) -> Iterator[StandIn]:
    """What answers in the place of every host."""
    cache.clear()
    with standing_in() as stand_in:
        settings.BOARD_MIRROR = stand_in.url
        yield stand_in
    cache.clear()


def looked(client: Client, address: str, **given: str) -> str:
    return unescape(client.post(PAGE, {"address": address, **given}).content.decode())


def added(client: Client, page: str, address: str, **given: str) -> str:
    token = SAVE.search(page)
    assert token is not None, page
    answer = client.post(PAGE, {"address": address, "save": token[1], **given}, follow=True)
    return unescape(answer.content.decode())


@pytest.mark.parametrize(
    ("address", "board", "options"),
    [
        ("https://boards.greenhouse.io/tidewell/jobs/12", "greenhouse", {"token": "tidewell"}),
        ("https://jobs.lever.co/tide-well?x=1", "lever", {"token": "tide-well"}),
        ("https://jobs.ashbyhq.com/Tide%20Well", "ashby", {"token": "Tide Well"}),
        ("https://apply.workable.com/tidewell/", "workable", {"token": "tidewell"}),
        ("https://tidewell.recruitee.com/o/clerk", "recruitee", {"token": "tidewell"}),
        ("https://tidewell.jobs.personio.de/", "personio", {"token": "tidewell"}),
        ("https://remotive.com/remote-jobs", "remotive", {}),
        ("https://www.remotive.com/", "remotive", {}),
    ],
)
def test_an_address_that_tells_its_board(address: str, board: str, options: dict[str, str]) -> None:
    found = by_address(address)
    assert found is not None
    assert (found.board.name, dict(found.options)) == (board, options)


@pytest.mark.parametrize("address", ["https://tide.example/jobs", "https://notgreenhouse.example/tidewell", "nonsense"])
def test_an_address_that_does_not_tell(address: str) -> None:
    assert by_address(address) is None


def test_a_feed_is_found_looked_at_and_added_paused(chief: Client, web: StandIn) -> None:
    web.put("/tide.example/feed", FEED, Content_Type="application/rss+xml")
    page = looked(chief, FROM, company="Tidewell", remote_only="on")
    for words in ("the response is a feed", "Tide Clerk", "Tidewell", "1 ad was read", "1 of 1", "Peru", "robots.txt"):
        assert words in page, (words, page[page.find('class="trial') :])
    assert not Source.objects.exists()
    before = len(web.requests)
    page = added(chief, page, FROM, company="Tidewell", remote_only="on")
    assert "was added and is paused" in page
    assert len(web.requests) == before, "nobody is asked again"
    source = Source.objects.get()
    assert (source.board, source.enabled) == ("feed", False)
    assert source.options["address"] == FROM
    assert source.options["remote_only"] == "yes"
    assert "Added by its URL: the response is a feed." in LogEntry.objects.get().change_message
    assert not Posting.objects.exists()


def test_a_list_of_jobs_is_read_by_its_markup_and_added_enabled(chief: Client, web: StandIn) -> None:
    web.put("/fyrholm.example/jobs", SITE, Content_Type="text/html")
    body = f'<!doctype html><script type="application/ld+json">{json.dumps(POSTING)}</script>'
    web.put("/fyrholm.example/jobs/7", body, Content_Type="text/html")
    page = looked(chief, "https://fyrholm.example/jobs")
    for words in ("the response is an HTML page", "Lamp Keeper", "Fyrholm", "Norway"):
        assert words in page, words
    assert "was added." in added(chief, page, "https://fyrholm.example/jobs", enabled="on")
    assert Source.objects.get(board="jobposting").enabled


def test_a_board_that_is_known_by_its_host(chief: Client, web: StandIn) -> None:
    web.jobs(*(vacancy(number) for number in range(1, 40)))
    page = looked(chief, "https://remotive.com/")
    assert "it is an address of Remotive" in page
    assert "39 ads were read" in page
    assert page.count("Brightwater") == 10
    assert f"“{BOARDS['remotive'].terms.link_text}”" in page
    assert API in web.requests


def test_a_name_that_is_taken_gets_a_number(chief: Client, web: StandIn) -> None:
    for address in (FROM, f"{FROM}?"):
        web.put("/tide.example/feed", FEED)
        added(chief, looked(chief, address, company="Tidewell"), address, company="Tidewell")
    assert set(Source.objects.values_list("name", flat=True)) == {"feed-tide-example-feed", "feed-tide-example-feed-2"}


def test_what_is_a_source_already_is_told_at_once_and_not_added_again(chief: Client, web: StandIn) -> None:
    web.put("/tide.example/feed", FEED)
    page = looked(chief, FROM, company="Tidewell")
    assert "was added" in added(chief, page, FROM, company="Tidewell")
    assert "errorlist" in added(chief, page, FROM, company="Tidewell")
    assert Source.objects.count() == 1
    before = len(web.requests)
    page = looked(chief, f"{FROM}/")
    assert "It is a source already" in page
    assert "feed-tide-example-feed" in page
    assert "Next fetch: paused" in page
    assert "press/resume/" in page
    assert 'name="save"' not in page
    assert len(web.requests) == before, "nobody is asked"


def test_an_employer_that_is_known_below_its_system_is_told_at_once(chief: Client, web: StandIn) -> None:
    system = Source.objects.create(name="lever", board="lever", enabled=False)
    employer = Source.objects.create(name="lever-tide", board="lever", options={"token": "tide"}, system=system)
    page = looked(chief, "https://jobs.lever.co/tide/some-job")
    assert "an employer on lever" in page
    assert f"/admin/listings/employer/{employer.pk}/change/" in page
    assert "Next fetch: paused with its system" in page
    assert web.requests == []


def test_what_a_new_source_waits_for(chief: Client, web: StandIn) -> None:
    web.put("/tide.example/feed", FEED)
    page = looked(chief, FROM, company="Tidewell", enabled="on")
    assert "It waits: due within a minute" in added(chief, page, FROM, company="Tidewell", enabled="on")


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("https://gone.example/feed", "returned 404"),
        ("https://jobs.smartrecruiters.com/tidewell", "its terms forbid the reuse"),
        ("https://empty.example/feed", "contains no ads"),
        ("https://shut.example/feed", "robots.txt disallows"),
        ("https://broken.example/feed", "cannot be read"),
    ],
)
def test_what_cannot_be_added_says_why(chief: Client, web: StandIn, address: str, words: str) -> None:
    web.put("/empty.example/feed", FEED.partition("<item>")[0] + "</channel></rss>")
    web.put("/shut.example/robots.txt", "User-agent: *\nDisallow: /\n")
    web.put("/shut.example/feed", FEED)
    web.put("/broken.example/feed", "Today we have no feed.")
    page = looked(chief, address)
    assert "This source cannot be added." in page
    assert words in page
    assert 'name="save"' not in page


def test_an_address_of_this_machine_is_not_asked(chief: Client) -> None:
    page = looked(chief, "http://127.0.0.1/")
    assert "This source cannot be added." in page
    assert "private or reserved" in page


@pytest.mark.parametrize("address", ["", "nonsense", "ftp://tide.example/feed", "javascript:alert(1)"])
def test_what_is_no_address_is_refused_in_words(chief: Client, address: str) -> None:
    page = looked(chief, address)
    assert "errorlist" in page
    assert 'class="trial"' not in page


def test_only_what_was_looked_at_is_added(chief: Client, web: StandIn) -> None:
    web.put("/tide.example/feed", FEED)
    page = looked(chief, FROM, company="Tidewell")
    stale = "Preview it again"
    assert stale in added(chief, page, "https://other.example/feed")
    assert stale in added(chief, page, FROM, company="Tidewell", remote_only="on")
    forged = {"address": FROM, "company": "Tidewell", "save": "forged"}
    assert stale in chief.post(PAGE, forged).content.decode()
    assert not Source.objects.exists()


def test_hostile_words_of_an_ad_stay_words(chief: Client, web: StandIn) -> None:
    web.put("/tide.example/feed", FEED.replace("Tide Clerk", "&lt;script&gt;alert(1)&lt;/script&gt; Clerk"))
    page = chief.post(PAGE, {"address": FROM, "company": "Tidewell"}).content.decode()
    assert "<script>alert(1)" not in page
    assert "Clerk" in page


def test_a_feed_that_names_no_employer_wants_one(chief: Client, web: StandIn) -> None:
    web.put("/tide.example/feed", FEED)
    assert "nothing names the employer" in looked(chief, FROM)


def test_only_who_may_add_sources_may_look(staff: Staff) -> None:
    client = staff("view_source", "change_source")
    assert client.get(PAGE).status_code == 403
    assert client.post(PAGE, {"address": FROM}).status_code == 403
    assert staff("view_source", "add_source").get(PAGE).status_code == 200
