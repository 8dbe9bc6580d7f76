"""The database goes away in the middle of a fetch, and comes back: no board is blamed for it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import OperationalError, connection
from django.utils import timezone

from listings.fetching import leases, run
from listings.models import Fetch, Posting, Source
from tests.listings.fetching.stub_server import StandIn, vacancy

pytestmark = pytest.mark.django_db(transaction=True)


def cut(what: str, done: int, waiting: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(pg_backend_pid())")


def test_it_is_asked_again_soon_and_nothing_is_held_against_it(boards: StandIn, source: Source) -> None:
    boards.jobs(*(vacancy(number) for number in range(1, 4)))
    lease = leases.lease_source(source)
    assert lease is not None
    with pytest.raises(OperationalError):
        run.run(lease, progress=cut)
    source.refresh_from_db()
    assert (source.failures, source.last_error, source.lease_token) == (0, "", None)
    assert source.next_fetch_at - timezone.now() <= timedelta(minutes=1)
    lost = Fetch.objects.get()
    assert lost.outcome == Fetch.Outcome.LOST
    assert "The database failed" in lost.error
    again = leases.lease_source(source)
    assert again is not None
    fetch = run.run(again)
    assert fetch is not None
    assert (fetch.outcome, Posting.objects.count()) == (Fetch.Outcome.OK, 3)
