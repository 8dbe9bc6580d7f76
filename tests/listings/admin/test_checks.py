from __future__ import annotations

import pytest
from django.core.checks import run_checks
from django.test import Client

from listings.models import Source

pytestmark = pytest.mark.django_db


def found() -> list[tuple[str, str]]:
    messages = run_checks(databases=["default"])
    return [(message.id or "", message.msg) for message in messages if (message.id or "").startswith("listings.")]


def test_sources_that_suit_their_boards_pass() -> None:
    Source.objects.create(name="sound", board="remotive")
    assert found() == []


def test_a_source_of_no_board_or_with_strange_options_is_named(chief: Client) -> None:
    Source.objects.create(name="orphan", board="closed-down")
    Source.objects.create(name="strange", board="remotive", options={"colour": "red"})
    assert sorted(found()) == [
        ("listings.E003", "Source 'orphan' belongs to the board 'closed-down', which does not exist."),
        ("listings.W004", "Source 'strange' has invalid options: Remotive has no option 'colour'; its options: none."),
    ]
    # The admin is where it is put right, so it must open all the same.
    assert ">unknown board</span>" in chief.get("/admin/listings/source/").content.decode()
    orphan = Source.objects.get(name="orphan")
    assert chief.get(f"/admin/listings/source/{orphan.pk}/change/").status_code == 200
    assert chief.get("/admin/").status_code == 200
