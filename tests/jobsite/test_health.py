from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client

NOWHERE = "redis://127.0.0.1:1/0"


def test_healthz_asks_nothing(client: Client) -> None:
    """Without the django_db mark, a query would fail this test."""
    response = client.get("/healthz")
    assert (response.status_code, response.json()) == (200, {"status": "ok"})
    assert response["Cache-Control"] == "no-store"


@pytest.mark.django_db
def test_readyz_names_each_part(client: Client) -> None:
    states = client.get("/readyz").json()
    assert set(states) == {"status", "database", "broker", "cache", "index"}
    assert {name: states[name] for name in ("database", "broker", "cache")} == dict.fromkeys(
        ["database", "broker", "cache"], "ok"
    )


@pytest.mark.django_db
def test_readyz_is_503_without_a_broker(client: Client, settings: Any) -> None:
    settings.CELERY_BROKER_URL = settings.CACHE_URL = NOWHERE
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["status"] == "not ready"
    assert response.json()["broker"].startswith("no answer")
    assert response.json()["cache"].startswith("no answer")
    assert "127.0.0.1" not in response.content.decode()


@pytest.mark.django_db(transaction=True)
def test_readyz_is_503_without_a_database(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    connection.close()
    monkeypatch.setitem(connection.settings_dict, "HOST", "/nowhere")
    try:
        response = client.get("/readyz")
        assert response.status_code == 503
        assert response.json()["database"].startswith("no answer")
    finally:
        monkeypatch.undo()
        connection.close()
