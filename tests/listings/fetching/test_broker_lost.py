"""The broker is unreachable: what was written stays written, and everything is queued again later."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.utils import timezone

from jobsite.celery import app
from listings import operations
from listings.fetching import leases
from listings.fetching.admin_mail import FAILURES_UNTIL_MAIL
from listings.lifecycle.refused import Refused
from listings.models import Fetch, Listing, Source
from tests.listings.fetching.stub_server import API, StandIn, vacancy
from tests.processes import free_port

# What is queued on commit is queued only by a real commit.
pytestmark = pytest.mark.django_db(transaction=True)
Run = Callable[..., Fetch]


@pytest.fixture
def broker_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    """Celery sends to a port where nothing listens."""
    monkeypatch.setitem(app.conf, "broker_write_url", f"redis://127.0.0.1:{free_port()}/0")
    # Both pools hold connections of the address from which they were made; the next test gets the old ones back.
    monkeypatch.setattr(app, "_pool", None)
    monkeypatch.setattr(app.amqp, "_producer_pool", None)


def test_sources_stay_due_and_no_error_escapes(broker_lost: None) -> None:
    for number in range(3):
        Source.objects.create(name=f"source-{number}", board="remotive")
    assert len(leases.lease_due()) == 3
    assert Source.objects.due(timezone.now()).count() == 3
    assert not Source.objects.exclude(lease_token=None).exists()
    assert len(leases.lease_due()) == 3


def test_fetch_now_is_refused_and_the_source_stays_due(broker_lost: None, source: Source) -> None:
    with pytest.raises(Refused, match="The queue is unreachable"):
        operations.fetch_now(source)
    assert list(Source.objects.due(timezone.now())) == [source]


def test_accepting_is_refused_and_the_fetch_stays_quarantined(
    boards: StandIn, source: Source, fetched: Run, broker_lost: None
) -> None:
    boards.put(API, "<html><body>Welcome</body></html>", Content_Type="text/html")
    odd = fetched(source)
    assert odd.outcome == Fetch.Outcome.QUARANTINED
    with pytest.raises(Refused, match="The queue is unreachable"):
        operations.accept(odd)
    odd.refresh_from_db()
    assert odd.outcome == Fetch.Outcome.QUARANTINED


@pytest.mark.slow
def test_a_mail_that_cannot_be_queued_fails_no_fetch(
    boards: StandIn, source: Source, fetched: Run, broker_lost: None, caplog: pytest.LogCaptureFixture
) -> None:
    boards.put(API, "oops", status=500)
    for _ in range(FAILURES_UNTIL_MAIL):
        fetch = fetched(source)
    assert "returned 500" in fetch.error
    assert source.unhealthy_since is not None
    boards.jobs(vacancy(1))
    fetch = fetched(source)
    assert (fetch.outcome, fetch.error, fetch.new) == (Fetch.Outcome.OK, "", 1)
    recovered = Source.objects.get()
    assert (recovered.failures, recovered.last_error, recovered.unhealthy_since) == (0, "", None)
    assert Listing.objects.open().count() == 1
    # Once as it turned unhealthy, once as it recovered; Django logs what a robust callback raises.
    errors = [record for record in caplog.records if "on_commit" in record.getMessage()]
    assert len(errors) == 2
