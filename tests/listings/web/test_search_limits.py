"""How much one search may ask for, and how large its page may become."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest
from django.test import Client

from listings.search.query.parameters import FILTERS
from listings.search.query.value_readers import MAX_VALUES

pytestmark = pytest.mark.django_db

LISTS = [*FILTERS, "hours", "salary", "experience"]


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("path", ["/jobs/", "/jobs.json", "/jobs.rss"])
def test_a_filter_with_too_many_values_is_a_mistake_that_names_the_limit(client: Client, name: str, path: str) -> None:
    values = [(name, "none")] * (MAX_VALUES + 1)
    response = client.get(f"{path}?{urlencode(values)}")
    assert response.status_code == 400
    assert f"{name} takes at most {MAX_VALUES} values, not {MAX_VALUES + 1}." in response.content.decode()


def test_as_many_values_as_are_allowed_are_read(client: Client) -> None:
    values = [("company", f"employer-{number}") for number in range(MAX_VALUES)]
    assert client.get(f"/jobs/?{urlencode(sorted(values))}").status_code == 200


def test_saved_jobs_keep_their_own_limit(client: Client) -> None:
    assert client.get(f"/jobs/cards/?{urlencode([('id', number) for number in range(1, 101)])}").status_code == 200
