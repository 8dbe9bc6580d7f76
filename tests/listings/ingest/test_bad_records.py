"""A record that cannot be written is rejected alone, whatever is wrong with it."""

from __future__ import annotations

import hashlib
import random
import string
from collections import Counter
from datetime import timedelta
from typing import Any

import pytest
from billiard.exceptions import SoftTimeLimitExceeded
from django.db import DataError, InterfaceError, OperationalError, connection
from django.utils import timezone
from django.utils.text import slugify
from redis.exceptions import ConnectionError as ValkeyUnreachable

from listings import facts
from listings.boards.base import Ad
from listings.dedup.normalise import company_key
from listings.facts.base import Reading
from listings.fetching.leases import LeaseLost
from listings.ingest import failures, writer
from listings.ingest.writer import Ingest
from listings.lifecycle import closing
from listings.models import Fetch, Listing, Posting, Source
from tests.examples import few
from tests.listings.ingest.test_ingest import an_ad

pytestmark = pytest.mark.django_db


def letters(count: int) -> str:
    """Random, because PostgreSQL compresses a repeated one until it fits."""
    return "".join(random.Random(1).choices(string.ascii_letters, k=count))


def without_bounds(ad: Ad, **stated: Any) -> Ad:
    """An ad that no bound has made harmless: the next one that is missing must not cost a fetch either."""
    for name, value in stated.items():
        object.__setattr__(ad, name, value)
    return ad


BAD: dict[str, dict[str, Any]] = {
    "half a surrogate pair": {"title": "Analyst \ud83d"},
    "NUL in the id": {"external_id": "bad\0"},
    "an id that no index takes": {"external_id": letters(9000)},
}


def ingested(source: Source, *ads: Ad) -> Fetch:
    fetch = Fetch.objects.create(source=source, started_at=timezone.now())
    Ingest(source, fetch, fetch.started_at).page(ads)
    fetch.refresh_from_db()
    return fetch


@pytest.mark.parametrize("name", BAD)
def test_the_others_are_written(source: Source, name: str) -> None:
    ads = [an_ad(str(number), title=f"Analyst {number}") for number in range(9)]
    without_bounds(ads[4], **BAD[name])
    fetch = ingested(source, *ads)
    assert (fetch.new, fetch.rejected, fetch.seen) == (8, 1, 9)
    assert "it cannot be written: " in fetch.rejections[0]["reason"]
    assert Listing.objects.open().count() == 8


def test_a_mistake_in_a_fact_reader_costs_one_ad(
    source: Source, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    read_all = facts.read_all

    def stumbling(reading: Reading) -> dict[str, Any]:
        if "3" in reading.ad.title:
            raise ZeroDivisionError("a mistake of ours")
        return read_all(reading)

    monkeypatch.setattr(facts, "read_all", stumbling)
    fetch = ingested(source, *(an_ad(str(number), title=f"Analyst {number}") for number in range(5)))
    assert (fetch.new, fetch.rejected) == (4, 1)
    assert fetch.rejections == [{"record": "3", "reason": "it cannot be written: ZeroDivisionError: a mistake of ours"}]
    assert "a mistake of ours" in caplog.text


def test_a_known_ad_that_turns_bad_stays_open(source: Source) -> None:
    ingested(source, an_ad("1"))
    for _ in range(3):
        bad = without_bounds(an_ad("1"), title="Analyst \ud83d")
        fetch = ingested(source, bad)
        assert (fetch.rejected, fetch.seen) == (1, 1)
        closing.count_absences(source, fetch.started_at)
    closing.close_missed(source, timezone.now() + timedelta(days=1))
    kept = Posting.objects.get()
    assert (kept.closed_at, kept.missed) == (None, 0)


def test_only_the_first_rejections_are_kept(source: Source, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "MAX_REJECTIONS_KEPT", 3)
    fetch = ingested(
        source, *(without_bounds(an_ad(), external_id="\0" + "x" * 1000 + str(number)) for number in range(5))
    )
    assert (fetch.rejected, len(fetch.rejections)) == (5, 3)
    assert max(len(rejection["record"]) for rejection in fetch.rejections) <= 500


def test_a_lost_lease_is_nobodys_bad_record(source: Source) -> None:
    def refuse() -> None:
        raise LeaseLost("another fetch has begun")

    fetch = Fetch.objects.create(source=source, started_at=timezone.now())
    with pytest.raises(LeaseLost):
        Ingest(source, fetch, fetch.started_at, refuse).page([an_ad("1")])


def count_reads(monkeypatch: pytest.MonkeyPatch, limit: int = 100_000) -> Counter[str]:
    """How often the facts of each ad are read. After `limit` of them the fetch has taken too long."""
    read_all, reads = facts.read_all, Counter[str]()

    def counting(reading: Reading) -> dict[str, Any]:
        if reads.total() == limit:
            raise SoftTimeLimitExceeded()
        reads[reading.ad.external_id] += 1
        return read_all(reading)

    monkeypatch.setattr(facts, "read_all", counting)
    return reads


def test_a_bad_ad_has_none_read_twice(source: Source, monkeypatch: pytest.MonkeyPatch) -> None:
    reads = count_reads(monkeypatch)
    ads = [an_ad(str(number), title=f"Analyst {number}") for number in range(9)]
    without_bounds(ads[4], title="Analyst \ud83d")
    fetch = ingested(source, *ads)
    assert (fetch.new, fetch.rejected) == (8, 1)
    assert max(reads.values()) == 1


def test_a_fetch_that_takes_too_long_goes_on_where_it_ended(source: Source, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "PREPARING_SECONDS", 0.0)
    ads = [an_ad(str(number), title=f"Analyst {number}") for number in range(5)]
    count_reads(monkeypatch, limit=3)
    with pytest.raises(SoftTimeLimitExceeded):
        ingested(source, *ads)
    assert Listing.objects.open().count() == 3
    monkeypatch.undo()
    reads = count_reads(monkeypatch)
    fetch = ingested(source, *ads)
    assert (fetch.same, fetch.new) == (3, 2)
    assert reads.total() == 2


def test_known_ads_that_change_are_written_as_they_are_ready(source: Source, monkeypatch: pytest.MonkeyPatch) -> None:
    ads = [an_ad(str(number), title=f"Analyst {number}") for number in range(4)]
    ingested(source, *ads)
    monkeypatch.setattr(writer, "PREPARING_SECONDS", 0.0)
    changed = [an_ad(str(number), title=f"Writer {number}") for number in range(4)]
    fetch = ingested(source, *changed)
    assert (fetch.changed, fetch.seen) == (4, 4)
    assert {posting.ad["title"] for posting in Posting.objects.all()} == {f"Writer {number}" for number in range(4)}


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("statement", "ours"),
    [
        ("SELECT pg_terminate_backend(pg_backend_pid())", True),
        ("SET statement_timeout = 1; SELECT pg_sleep(1)", True),
        ("SELECT 1 / 0", False),
        ("SELECT repeat('x', 1000)::inet", False),
        ("SELECT nothing", False),
    ],
)
def test_whose_fault_a_database_error_is(statement: str, ours: bool) -> None:
    with pytest.raises(Exception) as caught, connection.cursor() as cursor:
        cursor.execute(statement)
    connection.close()
    assert failures.is_ours(caught.value) is ours


def test_whose_fault_other_errors_are() -> None:
    assert failures.is_ours(ValkeyUnreachable("gone"))
    assert failures.is_ours(InterfaceError("connection already closed"))
    assert failures.is_ours(OperationalError("server closed the connection"))
    assert not failures.is_ours(DataError("too long"))
    assert not failures.is_ours(UnicodeEncodeError("utf-8", "\ud83d", 0, 1, "surrogates not allowed"))


@pytest.mark.parametrize("victim", few(["Зимородок", "Kingfisher"]))
def test_no_employer_takes_every_address_that_another_may_get(source: Source, victim: str) -> None:
    digest = hashlib.sha256(company_key(victim).encode()).hexdigest()
    short = f"{slugify(victim) or 'Company'} {digest[:8]}"
    # Other employers by their keys, with the same letters in their addresses.
    squatters = [f"{victim}+", short, f"Company {digest}"]
    ingested(source, *(an_ad(name, company=name, title=f"Analyst of {name}") for name in squatters))
    fetch = ingested(source, an_ad("honest", company=victim))
    assert (fetch.new, fetch.rejected) == (1, 0)
    assert Listing.objects.get(postings__external_id="honest").company.name == victim
