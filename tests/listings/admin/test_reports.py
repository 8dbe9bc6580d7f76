"""A report's page: the listing beside the report's words, decisions with their notes, and each of them undone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup
from django.contrib.admin.models import LogEntry
from django.core.cache import cache
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from listings.admin import report_decisions
from listings.models import KeepSeparate, Listing, Merge, Posting, Report, ReportDecision, Takedown
from tests.listings.admin.conftest import Staff
from tests.listings.fetching.stub_server import StandIn, standing_in
from tests.listings.making import listing_with, posting_with

pytestmark = pytest.mark.django_db
LIST = "/admin/listings/report/"


@pytest.fixture
def web(settings: Settings) -> Iterator[StandIn]:
    cache.clear()
    with standing_in() as stand_in:
        settings.BOARD_MIRROR = stand_in.url
        yield stand_in
    cache.clear()


def reported(listing: Listing, kind: str = "fraud", words: str = "They <b>want</b> money.") -> Report:
    return Report.objects.create(listing=listing, kind=kind, words=words)


def decide(client: Client, report: Report, action: str, **sent: object) -> str:
    answer = client.post(f"{LIST}{report.pk}/decide/{action}/", sent, follow=True)
    report.refresh_from_db()
    return answer.content.decode()


def undo(client: Client, report: Report) -> str:
    decision = report.decisions.filter(undone_at=None)[0]
    answer = client.post(f"{LIST}decision/{decision.pk}/undo/", follow=True)
    report.refresh_from_db()
    return answer.content.decode()


def buttons(client: Client, report: Report) -> list[str]:
    soup = BeautifulSoup(client.get(f"{LIST}{report.pk}/change/").content, "lxml")
    return [button.text for button in soup.select(".report-words form:first-of-type button[formaction]")]


def test_shows_the_listing_beside_the_words(chief: Client) -> None:
    facts = {"residence": {"include": ["PE"], "exclude": []}, "evidence": {"residence": "only in Peru"}}
    listing = listing_with("Lamp keeper", "Fyrholm", html="<p>Keep the <i>lamp</i> lit.</p>", facts=facts)
    report, other = reported(listing), reported(listing, "pay", "Too low")
    page = chief.get(f"{LIST}{report.pk}/change/").content.decode()
    expected = (
        *("It looks like fraud", "They &lt;b&gt;want&lt;/b&gt; money.", "Lamp keeper", "Fyrholm"),
        *("Peru <q>only in Peru</q>", "Keep the lamp lit.", "Open its page", "1 more of this job", "Too low"),
        *(listing.postings.get().url, f"{LIST}{other.pk}/change/"),
    )
    for text in expected:
        assert text in page, text
    assert "{&#x27;include" not in page


def test_hiding_asks_for_the_reason_and_is_undone(chief: Client) -> None:
    listing = listing_with("Lamp keeper")
    report = reported(listing)
    page = decide(chief, report, "hide", note="fake address")
    assert "1 job with 1 ad disappears" in page
    assert "fake address</textarea>" in page
    assert '<option value="scam" selected>' in page
    assert Listing.objects.visible().exists()
    page = decide(chief, report, "hide", note="fake address", reason="scam", confirmed="yes")
    assert "Taken down: a scam." in page
    assert "<q>fake address</q>" in page
    assert not Listing.objects.visible().exists()
    decision = ReportDecision.objects.get()
    assert (report.state, decision.by, decision.takedown) == ("handled", "admin", Takedown.objects.get())
    assert "Hide…" not in buttons(chief, report)
    assert "undone" in undo(chief, report)
    assert (report.state, report.decided_at) == ("new", None)
    assert Listing.objects.visible().exists()
    assert Takedown.objects.get().lifted_by == "admin"
    assert "undone already" in chief.post(f"{LIST}decision/{decision.pk}/undo/", follow=True).content.decode()
    assert LogEntry.objects.filter(content_type__model="report").count() == 2


def test_a_wrong_ad_is_split_off_and_merged_again(chief: Client) -> None:
    listing = listing_with("Lamp keeper")
    report = reported(listing, "place")
    assert "Correct a merge…" not in buttons(chief, report)
    wrong, right = posting_with(listing, "weworkremotely"), posting_with(listing, "weworkremotely")
    now = timezone.now()
    merge, _ = (
        Merge.objects.create(listing=listing, posting=ad, reason="equal texts", merged_at=now) for ad in (wrong, right)
    )
    assert "Correct a merge…" in buttons(chief, report)
    page = decide(chief, report, "split")
    assert wrong.url in page
    assert "equal texts" in page
    assert "This field is required" in decide(chief, report, "split", confirmed="yes")
    page = decide(chief, report, "split", confirmed="yes", merge=merge.pk, note="another city")
    assert "now has its own listing" in page
    wrong.refresh_from_db()
    assert wrong.listing_id != listing.pk
    assert KeepSeparate.objects.count() == 2
    undo(chief, report)
    wrong.refresh_from_db()
    assert wrong.listing_id == listing.pk
    assert not KeepSeparate.objects.exists()
    assert Merge.objects.get(posting=wrong, undone_at=None).reason == "equal texts"
    assert Listing.objects.visible().count() == 1
    assert report.state == "new"


def test_its_page_is_checked_now(chief: Client, web: StandIn) -> None:
    listing = listing_with("Lamp keeper", board="remoteco", ad={"url": "https://remote.co/job/7"})
    report = reported(listing, "closed")
    web.put("/remote.co/job/7", "<html><body><h1>Lamp keeper</h1></body></html>", Content_Type="text/html")
    assert "is there and does not say that the job is closed" in decide(chief, report, "check")
    assert report.state == "new", "a page that is there decides nothing"
    web.put("/remote.co/job/7", "", 410)
    cache.clear()
    assert "is gone or says that the job is closed" in decide(chief, report, "check", note="saw it myself")
    assert report.state == "handled"
    assert Posting.objects.get().closed_reason == "page gone"
    undo(chief, report)
    assert Posting.objects.get().closed_at is None
    assert Listing.objects.open().exists()
    assert report.state == "new"


def test_a_page_is_not_requested_against_the_terms(chief: Client, web: StandIn) -> None:
    report = reported(listing_with("Lamp keeper"))
    assert "No open ad of it is of a publisher whose terms allow" in decide(chief, report, "check")
    assert web.requests == []
    assert not ReportDecision.objects.exists()


def test_dismissed_with_a_note_and_reopened(chief: Client) -> None:
    report = reported(listing_with("Baker"))
    assert b"It looks like fraud: Baker" in chief.get("/admin/").content
    page = decide(chief, report, "dismiss", note="A real company.")
    assert "<q>A real company.</q>" in page
    assert report.state == "dismissed"
    assert b"No new reports." in chief.get("/admin/").content
    undo(chief, report)
    assert report.state == "new"


def test_many_are_dismissed_at_once_after_a_look_and_undone(chief: Client) -> None:
    reports = [reported(listing_with(f"Baker {number}")) for number in range(12)]
    chosen = {"action": "dismiss", "_selected_action": [report.pk for report in reports]}
    page = chief.post(LIST, chosen).content.decode()
    for text in ("Dismiss: 12 reports", "They leave the queue as unfounded", "and 2 more", "undo this for a day"):
        assert text in page, text
    assert Report.objects.filter(state="new").count() == 12
    done = chief.post(LIST, {**chosen, "confirmed": "yes"}, follow=True)
    link = BeautifulSoup(done.content, "lxml").find("a", string="Undo…")
    assert link is not None
    assert Report.objects.filter(state="dismissed").count() == 12
    page = str(link["href"])
    assert "Undo: 12 reports" in chief.get(page).content.decode()
    assert Report.objects.filter(state="dismissed").count() == 12
    chief.post(page)
    assert Report.objects.filter(state="new").count() == 12
    assert chief.get(f"{LIST}undo/?done=forged").status_code == 404
    assert chief.get(page.replace("/report/", "/fetch/")).status_code == 404


def test_an_undo_of_many_leaves_what_was_decided_since(chief: Client) -> None:
    report = reported(listing_with("Baker"))
    chosen = {"action": "dismiss", "_selected_action": [report.pk], "confirmed": "yes"}
    link = BeautifulSoup(chief.post(LIST, chosen, follow=True).content, "lxml").find("a", string="Undo…")
    assert link is not None
    report_decisions.hide(report, "ann", "", Takedown.Ground.SCAM)
    assert "something else has been decided since" in chief.post(str(link["href"]), follow=True).content.decode()
    report.listing.refresh_from_db()
    assert report.listing.hidden_at is not None


def test_a_merged_listing_is_shown_as_what_it_became(chief: Client) -> None:
    survivor = listing_with("Lamp keeper at sea")
    report = reported(listing_with("Lamp keeper", merged_into=survivor))
    page = chief.get(f"{LIST}{report.pk}/change/").content.decode()
    assert "The reported job was merged into this one." in page
    assert "Lamp keeper at sea" in page


def test_rights(staff: Staff) -> None:
    report = reported(listing_with("Baker"))
    viewer = staff("view_report")
    assert buttons(viewer, report) == []
    for action in ("hide", "check", "split", "dismiss"):
        assert viewer.post(f"{LIST}{report.pk}/decide/{action}/").status_code == 403
    reader = staff("view_report", "change_report")
    assert buttons(reader, report) == ["Mark as handled", "Dismiss"]
    assert reader.post(f"{LIST}{report.pk}/decide/hide/").status_code == 403
    assert reader.get(f"{LIST}{report.pk}/decide/dismiss/").status_code == 405
    assert reader.post(f"{LIST}{report.pk}/decide/nonsense/").status_code == 404
    decision = ReportDecision.objects.create(report=report, action="hide")
    assert reader.post(f"{LIST}decision/{decision.pk}/undo/").status_code == 403
    assert reader.get(f"{LIST}decision/{decision.pk}/undo/").status_code == 405
