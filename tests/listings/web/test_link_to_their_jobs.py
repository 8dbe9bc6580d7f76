"""The link to an employer's jobs says what it leads to: the reader's last choice narrows that list too."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from tests.listings.making import listing_with

CHOICES = [
    ("", "All their open jobs"),
    ("my_country=DE", "All their open jobs"),
    ("my_country=DE&fit=open", "Their jobs open to you"),
    ("my_country=DE&fit=unstated", "All their open jobs"),
    ("fit=open", "All their open jobs"),
]


def link_to_their_jobs(client: Client, query: str = "") -> str:
    job = listing_with("Net Mender")
    listing_with("Rope Maker")
    soup = BeautifulSoup(client.get(f"{job.get_absolute_url()}{query}").content, "lxml")
    [link] = soup.select("#of-company + a")
    return link.text


@pytest.mark.django_db
@pytest.mark.parametrize(("remembered", "name"), CHOICES)
def test_it_is_named_after_the_list(client: Client, remembered: str, name: str) -> None:
    client.cookies["situation"] = remembered
    assert link_to_their_jobs(client) == name


@pytest.mark.django_db
def test_a_situation_in_the_address_brings_no_choice_along(client: Client) -> None:
    client.cookies["situation"] = "my_country=DE&fit=open"
    assert link_to_their_jobs(client, "?my_country=ES") == "All their open jobs"
