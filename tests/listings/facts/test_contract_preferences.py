"""Contract work that an ad would rather have: quoted, and no type of employment."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.test import Client

from listings.boards import BOARDS
from listings.boards.base import Ad
from listings.facts import read
from tests.examples import few
from tests.listings.making import listing_with
from tests.tables import table

AD = Ad(external_id="1", url="https://board.example/1", title="Tide Engineer", company="Lantern Quay")


def quoted_preference(sentence: str, employment: tuple[str, ...] = ()) -> str | None:
    facts = read(
        replace(AD, html=f"<p>We measure tides.</p><p>{sentence}</p>", employment=employment), BOARDS["remoteco"]
    )
    quote: str | None = facts["in_words"].get("employment")
    return quote


PREFERENCES = [
    "Contract type: we prefer B2B, but we are flexible",
    "B2B contract preferred",
    "Preferably a B2B contract",
    "Freelancers preferred.",
    "We would rather hire independent contractors for this role",
    "Contractors (preferred) or employees",
]


@table(("sentence",), few([(sentence,) for sentence in PREFERENCES], 2))
def test_a_preference_is_quoted_beside_what_the_board_states(sentence: str) -> None:
    assert quoted_preference(f"✍️ {sentence}", employment=("full_time",)) == sentence


@table(
    ("sentence",),
    few(
        [
            ("We prefer B2B SaaS experience.",),
            ("5 years in sales, preferably B2B.",),
            ("Sales experience (B2B preferred) is a must.",),
            ("Experience working with contractors preferred.",),
            ("Ideally you have sold to contractors of all trades.",),
        ],
        2,
    ),
)
def test_other_wishes_are_none_of_employment(sentence: str) -> None:
    assert quoted_preference(sentence) is None


@pytest.mark.django_db
def test_the_page_quotes_it_beside_the_type(client: Client) -> None:
    facts = {
        "employment": ["FULL_TIME"],
        "evidence": {"employment": "a full-time role"},
        "in_words": {"employment": "We prefer B2B"},
    }
    page = client.get(listing_with(facts=facts).get_absolute_url()).content.decode()
    assert "<q>a full-time role</q>, <q>We prefer B2B</q>" in page
