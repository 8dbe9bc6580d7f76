"""A request that meets a database or a Valkey which is restarting is asked to come again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import close_old_connections, connection
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import path

from jobsite import urls as site_urls


def cut_off(request: HttpRequest) -> HttpResponse:
    """As if PostgreSQL ended in the middle of it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(pg_backend_pid())")
    return HttpResponse("never made")


urlpatterns = [path("cut-off/", cut_off), path("cut-off.json", cut_off), *site_urls.urlpatterns]
handler500 = site_urls.handler500


@pytest.fixture
def visitor() -> Iterator[Client]:
    yield Client(raise_request_exception=False)
    connection.close()


@pytest.mark.django_db(transaction=True)
@override_settings(ROOT_URLCONF=__name__)
def test_a_connection_lost_on_the_way(visitor: Client, caplog: pytest.LogCaptureFixture) -> None:
    response = visitor.get("/cut-off/")
    assert response.status_code == 503
    assert response["Retry-After"] == "30"
    assert response["Cache-Control"] == "no-store"
    assert "Back in a minute." in response.content.decode()
    assert "/cut-off/ is answered by 503. The database cannot be reached" in caplog.text
    # A server does this at the end of each request; the test's client does not.
    close_old_connections()
    assert visitor.get("/about/").status_code == 200
    assert visitor.get("/jobs/").status_code == 200


@pytest.mark.django_db(transaction=True)
@override_settings(ROOT_URLCONF=__name__)
def test_programs_get_it_in_their_own_form(visitor: Client) -> None:
    response = visitor.get("/cut-off.json")
    assert response.status_code == 503
    assert response.json() == {"error": "Not available", "detail": "The site is restarting. Try again in a minute."}


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("address", ["/jobs/", "/jobs/?q=python", "/jobs.atom", "/jobs.json", "/"])
def test_no_connection_at_all(visitor: Client, monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    connection.close()
    monkeypatch.setitem(connection.settings_dict, "HOST", "/nowhere")
    response = visitor.get(address)
    monkeypatch.undo()
    assert response.status_code == 503
    assert "nowhere" not in response.content.decode()
