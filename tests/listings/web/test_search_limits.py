"""How much one search may ask for, and how large its page may become."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from listings.search.query.parameters import FILTERS
from listings.search.query.value_readers import MAX_QUERY_LENGTH, MAX_SLUG_LENGTH, MAX_VALUES
from listings.vocabulary.skills import SKILL_NAMES
from tests.listings.making import listing_with

pytestmark = pytest.mark.django_db

MAX_PAGE_BYTES = 400_000
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


def worst_query(count: int) -> list[tuple[str, str]]:
    """As many values of each filter as there are, at most `count`, the longest first, with the longest words."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    slugs = [letter * MAX_SLUG_LENGTH for letter in letters]
    pairs = [("q", "\N{SNOWMAN}" * MAX_QUERY_LENGTH), ("per_page", "100"), ("tz", "America/Argentina/Buenos_Aires")]
    for name, row in FILTERS.items():
        values = sorted(row.values or slugs, key=len, reverse=True)[:count]
        # An exclusion is a character longer, but of all values it would leave nothing.
        pairs += [(name, value) for value in values]
    return [*pairs, ("salary_min", "1"), ("currency", "EUR"), ("salary", "none"), ("hours", "none")]


def make_jobs() -> None:
    """More than a page of jobs that the widest search finds, each with long names."""
    skills = [skill for skill in SKILL_NAMES if len(SKILL_NAMES[skill]) > 12][:30]
    facts = {"skills": skills}
    for number in range(110):
        listing_with(
            f"{'Engineer of machines ' * 9}{number}", f"{'Employer ' * 7}{number}", slug="engineer", facts=facts
        )


def size(client: Client, query: list[tuple[str, str]]) -> int:
    response = client.get(f"/jobs/?{urlencode(query)}", follow=True)
    assert response.status_code == 200
    return len(response.content)


def test_no_page_is_large(client: Client, jobs: None) -> None:
    full = [pair for pair in worst_query(MAX_VALUES) if pair[0] == "per_page"]
    assert b'rel="next"' in client.get(f"/jobs/?{urlencode(full)}").content
    assert size(client, full) < MAX_PAGE_BYTES
    assert size(client, worst_query(MAX_VALUES)) < MAX_PAGE_BYTES
    # All jobs are found, and the address is as long as one may be.
    without_words = [pair for pair in worst_query(MAX_VALUES) if pair[0] not in ("q", "company", "skill", "source")]
    assert size(client, without_words) < MAX_PAGE_BYTES
    shortest_boxes = [*full, *(("company", letter * 20) for letter in "abcdefg")]
    assert size(client, shortest_boxes) < MAX_PAGE_BYTES


def test_sizes_grow_no_faster_than_the_search(client: Client, jobs: None) -> None:
    few, many = worst_query(5), worst_query(20)
    growth = len(urlencode(many)) - len(urlencode(few))
    # Links to other pages and orders, feeds, and what the browser keeps repeat the address.
    assert size(client, many) - size(client, few) < 60 * growth


def test_in_a_long_search_filters_are_boxes(client: Client, jobs: None) -> None:
    companies = [("company", f"-{letter * 90}") for letter in "abc"]
    soup = BeautifulSoup(client.get(f"/jobs/?{urlencode([('category', 'engineering'), *companies])}").content, "lxml")
    checked = {(box["name"], box["value"]) for box in soup.select(".filters .group input[checked]")}
    assert checked == {("category", "engineering"), *companies}
    assert soup.select(".filters .choices a") == []
    assert "Not " + "a" * 90 in soup.select(".chips")[0].text
    form = soup.select(".filters form")[1]
    assert [field["name"] for field in form.select("input[type=hidden]")] == []
    assert client.get(f"/jobs/?{urlencode([('category', 'engineering'), *companies[:2]])}").status_code == 200
