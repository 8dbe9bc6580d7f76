"""/metrics: who may read it, and what it says."""

from __future__ import annotations

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from prometheus_client.parser import text_string_to_metric_families
from pytest_django.fixtures import Settings

from listings.monitoring import figures
from tests.listings.making import listing_with

pytestmark = pytest.mark.django_db
TOKEN = "a-token-of-this-test"


def values(client: Client) -> dict[tuple[str, ...], float]:
    response = client.get("/metrics")
    assert response.status_code == 200
    assert response["Content-Type"].startswith("text/plain; version=")
    samples = [
        sample for family in text_string_to_metric_families(response.content.decode()) for sample in family.samples
    ]
    return {(sample.name, *sample.labels.values()): sample.value for sample in samples}


def test_figures_of_the_site(client: Client) -> None:
    cache.delete(figures.KEY)
    listing_with("Tide Engineer", facts={"workplace": "remote"})
    read = values(client)
    assert read["elsewhere_listings_open",] == 1
    assert read["elsewhere_facts_stated_ratio", "workplace"] == 1
    assert read["elsewhere_facts_stated_ratio", "salary"] == 0
    assert read["elsewhere_up", "database"] == read["elsewhere_up", "broker"] == 1
    assert read["elsewhere_queue_messages", "celery"] >= 0
    assert 0 < read["elsewhere_disk_free_bytes",] < read["elsewhere_disk_size_bytes",]
    assert read["elsewhere_newest_listing_age_seconds",] >= 0


@pytest.mark.parametrize(
    ("address", "headers", "status"),
    [
        ("127.0.0.1", {}, 200),
        ("::1", {}, 200),
        ("10.1.2.3", {}, 403),
        ("127.0.0.1", {"X-Forwarded-For": "203.0.113.9"}, 403),
        ("127.0.0.1", {"Forwarded": "for=203.0.113.9"}, 403),
        ("", {}, 403),
    ],
)
def test_without_a_token_only_this_machine_reads(
    client: Client, address: str, headers: dict[str, str], status: int
) -> None:
    assert client.get("/metrics", REMOTE_ADDR=address, headers=headers).status_code == status


@pytest.mark.parametrize(
    ("given", "status"),
    [(f"Bearer {TOKEN}", 200), ("Bearer another", 403), (TOKEN, 403), ("Bearer tökén", 403), ("", 403)],
)
def test_with_a_token_whoever_has_it_reads(client: Client, settings: Settings, given: str, status: int) -> None:
    settings.METRICS_TOKEN = TOKEN
    response = client.get("/metrics", REMOTE_ADDR="203.0.113.9", headers={"Authorization": given})
    assert response.status_code == status
    assert client.get("/metrics").status_code == 403


def test_any_host_name_will_do(client: Client) -> None:
    assert client.get("/metrics", headers={"Host": "10.0.0.5:8000"}).status_code == 200


@pytest.mark.django_db(transaction=True)
def test_a_database_that_is_down_is_said(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    connection.close()
    monkeypatch.setitem(connection.settings_dict, "HOST", "/nowhere")
    read = values(client)
    monkeypatch.undo()
    connection.close()
    assert read["elsewhere_up", "database"] == 0
    assert read["elsewhere_up", "broker"] == 1
    assert ("elsewhere_listings_open",) not in read
