"""Searches say what they leave out because there is too much of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client

from listings.search.index import cuts
from listings.search.index import indexer as indexer_module
from listings.search.index.cuts import Cut, read_cuts
from listings.search.index.indexer import Indexer
from tests.listings.admin.conftest import chief as chief
from tests.listings.making import listing_with

pytestmark = pytest.mark.django_db(transaction=True)


def test_what_is_cut_stands_in_the_log_once_and_on_the_first_page_of_the_admin(
    indexer: Indexer,
    folder: Path,
    chief: Client,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    for number, place in enumerate(("DE", "FR", "US")):
        listing_with(f"Writer {number}", f"Employer {number}", facts={"residence": {"include": [place]}})
    indexer.step()
    assert read_cuts(folder) == []
    assert "Search limits" not in chief.get("/admin/").content.decode()
    monkeypatch.setattr(cuts, "MAX_SPELLINGS", 4)
    monkeypatch.setattr(cuts, "MAX_EMPLOYERS", 2)
    monkeypatch.setattr(cuts, "MAX_RESIDENCES", 3)
    monkeypatch.setattr(indexer_module, "CUTS_INTERVAL", 0.0)
    indexer.rebuild()
    for _ in range(3):
        indexer.step()
    assert read_cuts(folder) == [Cut("words for corrections", 4, 5), Cut("suggested employers", 2, 3)]
    assert caplog.text.count("Searches leave out what is beyond their limits") == 1
    shown = chief.get("/admin/").content.decode()
    assert "words for corrections: 4 of at least 5; suggested employers: 2 of at least 3" in shown
