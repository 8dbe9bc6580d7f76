"""What a listing's page tells of its past."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from listings.models import Fetch, LedgerRow, Listing
from listings.web.history import MAX_CHARACTERS, MAX_SHOWN, MAX_STEPS, diff_parts, history, ledger_rows
from listings.web.word_matcher import Budget
from tests.cpu_time import assert_growth
from tests.listings.making import listing_with, source_with

WHEN = datetime(2026, 11, 12, 9, tzinfo=UTC)


def row(listing: Listing, field: str, old: str, new: str, at: datetime = WHEN) -> LedgerRow:
    return LedgerRow.objects.create(listing=listing, field=field, old=old, new=new, at=at)


def entries(soup: BeautifulSoup) -> list[str]:
    return [" ".join(item.get_text(" ").split()) for item in soup.select(".entries > li")]


@pytest.mark.django_db
def test_tells_each_change_with_its_words(client: Client) -> None:
    listing = listing_with()
    row(listing, "salary", "€60k", "")
    row(listing, "location", "Europe only", "Germany only", WHEN + timedelta(days=1))
    row(listing, "state", "open", Listing.Closed.GONE, WHEN + timedelta(days=2))
    row(listing, "state", Listing.Closed.GONE, "open", WHEN + timedelta(days=3))
    row(listing, "expires_at", "2026-12-01T00:00:00+00:00", "2026-12-24T00:00:00+00:00", WHEN + timedelta(days=4))
    soup = BeautifulSoup(client.get(listing.get_absolute_url()).content, "lxml")
    assert entries(soup)[:5] == [
        "16 November 2026 Closing date changed 1 24 December 2026",
        "15 November 2026 Open again",
        "14 November 2026 Closed: its board no longer lists it",
        "13 November 2026 Place changed Europe Germany only",
        "12 November 2026 Pay removed €60k",
    ]
    assert [one.text for one in soup.select(".difference del")] == ["1", "Europe", "€60k"]
    assert [one.text for one in soup.select(".difference ins")] == ["24", "Germany"]


@pytest.mark.django_db
def test_a_long_text_shows_what_changed_alone() -> None:
    listing = listing_with()
    same = " ".join(f"word{number}" for number in range(100))
    row(listing, "html", f"<p>{same} old {same}</p>", f"<p>{same} new {same}</p>")
    (entry,) = history(listing, ledger_rows(listing), full_text=True)
    assert entry.text == "text changed"
    text = " ".join(part.text for part in entry.parts)
    assert "word94 word95 word96 word97 word98 word99 old new word0 word1" in text
    assert len(text) < 200
    (hidden,) = history(listing, ledger_rows(listing), full_text=False)
    assert (hidden.text, hidden.parts) == ("text changed", ())


@pytest.mark.django_db
def test_what_readers_never_saw_is_not_told() -> None:
    listing = listing_with()
    row(listing, "state", "shown", "hidden")
    row(listing, "unknown_field", "a", "b")
    row(listing, "html", "<p>same</p>", "<div>same</div>")
    assert history(listing, ledger_rows(listing), full_text=True) == []


@pytest.mark.django_db
def test_a_repost_is_part_of_it() -> None:
    listing = listing_with(reposted_at=WHEN)
    assert [entry.text for entry in history(listing, ledger_rows(listing), full_text=True)] == [
        "published again with a new id on its board"
    ]


@given(st.text(), st.text())
def test_nothing_of_either_text_is_lost(old: str, new: str) -> None:
    found = diff_parts(old, new, Budget(MAX_STEPS, MAX_SHOWN))
    gone = [word for part in found if part.kind == "gone" for word in part.text.split()]
    added = [word for part in found if part.kind == "new" for word in part.text.split()]
    assert set(old.split()) - set(new.split()) <= set(gone)
    assert set(new.split()) - set(old.split()) <= set(added)


def alternating(change: str) -> str:
    """Every second word is new with each change, and those between recur too seldom to be skipped."""
    return " ".join(f"word{number // 2 % 49}" if number % 2 else f"{change}{number}" for number in range(3000))


TURNS = {
    "html": (alternating("old"), alternating("new")),
    "location": ("a x " * 100, "a y " * 1500),
    "tags": (" ".join(f"{word} u{word}" for word in range(1500)), " ".join(f"{word} v{word}" for word in range(1500))),
}


@pytest.mark.parametrize("field", TURNS)
def test_changes_without_end_cost_no_more_than_a_few(field: str) -> None:
    old, new = TURNS[field]

    def tell(count: int) -> None:
        rows = [LedgerRow(field=field, old=old, new=new, at=WHEN) for _ in range(count)]
        assert [entry.at for entry in history(Listing(), rows, full_text=True)] == [WHEN] * count

    assert_growth(tell, 5, factor=8, below=4)


def test_the_newest_changes_keep_their_wording() -> None:
    old, new = TURNS["location"]
    rows = [LedgerRow(field="location", old=old, new=new, at=WHEN - timedelta(days=days)) for days in range(1, 30)]
    told = history(Listing(), [LedgerRow(field="salary", old="€60k", new="€70k", at=WHEN), *rows], full_text=True)
    assert [part.text for part in told[0].parts] == ["€60k", "€70k"]
    assert {entry.text for entry in told[1:]} == {"place changed"}
    assert told[-1].parts == ()


def test_a_page_shows_a_bounded_length_of_wording() -> None:
    rows = [LedgerRow(field="title", old=f"{number}" * 20_000, new="short", at=WHEN) for number in range(50)]
    told = history(Listing(), rows, full_text=True)
    assert len(told) == 50
    assert sum(len(part.text) for entry in told for part in entry.parts) <= MAX_SHOWN


def test_a_change_behind_what_is_read_is_told_without_wording() -> None:
    same = "<p>word</p>" * MAX_CHARACTERS
    (entry,) = history(
        Listing(), [LedgerRow(field="html", old=f"{same} old", new=f"{same} new", at=WHEN)], full_text=True
    )
    assert (entry.text, entry.parts) == ("text changed", ())


@pytest.mark.django_db
def test_hostile_words_stay_words(client: Client) -> None:
    listing = listing_with()
    row(listing, "title", "<script>alert(1)</script>", "<b>Baker</b>")
    page = client.get(listing.get_absolute_url()).content.decode()
    assert "<script>alert(1)" not in page
    assert "&lt;b&gt;Baker" in page


@pytest.mark.django_db
def test_says_how_often_it_was_checked(client: Client) -> None:
    listing = listing_with(posted=timezone.now() - timedelta(days=3))
    own: dict[str, Any] = {"source": source_with(), "finished_at": timezone.now()}
    for days, outcome in ((1, "ok"), (2, "unchanged"), (2, "failed"), (9, "ok")):
        Fetch.objects.create(**own, started_at=timezone.now() - timedelta(days=days), outcome=outcome)
    page = client.get(listing.get_absolute_url()).content.decode()
    assert "2 times since it was first seen" in page
    Listing.objects.filter(pk=listing.pk).update(first_seen_at=timezone.now() - timedelta(days=91))
    page = client.get(listing.get_absolute_url()).content.decode()
    assert "3 times in the last 90 days" in page


@pytest.mark.django_db
def test_one_check_is_no_count(client: Client) -> None:
    listing = listing_with(posted=timezone.now() - timedelta(days=3))
    now = timezone.now()
    Fetch.objects.create(source=source_with(), started_at=now, finished_at=now, outcome="ok")
    assert "Checked" not in client.get(listing.get_absolute_url()).content.decode()


@pytest.mark.django_db
def test_an_open_job_leads_to_others(client: Client) -> None:
    listing = listing_with("Python developer", facts={"skills": ["python", "django"]})
    listing_with("Gardener", "Fernhill Labs", facts={"category": "other"})
    for number in range(5):
        listing_with(f"Rust developer {number}", f"Oak {number}", facts={"skills": ["rust"]})
    listing_with("Django developer", "Elm", facts={"skills": ["django"]}, posted=timezone.now() - timedelta(days=9))
    soup = BeautifulSoup(client.get(listing.get_absolute_url()).content, "lxml")
    own, alike = (
        [card.h3.text.strip() for card in section.select(".card") if card.h3] for section in soup.select(".similar")
    )
    assert own == ["Gardener"]
    # A Rust developer is no substitute, however new.
    assert alike == ["Django developer"]
