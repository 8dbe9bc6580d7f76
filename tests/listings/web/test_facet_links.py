"""What a page of results leaves out, and what it promises while it has nothing."""

from __future__ import annotations

import pytest
from django.test import Client

from listings.web import context_processors
from tests.listings.indexing import Reindex
from tests.listings.making import listing_with, source_with
from tests.listings.web.test_search_page import read, words

pytestmark = pytest.mark.django_db


def test_sample_jobs_that_are_still_to_come_are_promised(client: Client, reindex: Reindex) -> None:
    reindex()
    assert "The boards are checked in turn" in words(read(client, "/jobs/"))
    source_with("remotive", sample=True)
    context_processors.forget()
    assert "The made-up sample jobs are being read." in words(read(client, "/jobs/"))


def test_a_list_of_filters_that_tells_no_jobs_apart_is_left_out(client: Client, reindex: Reindex) -> None:
    listing_with("Rust developer", facts={"seniority": []})
    reindex()
    assert not read(client, "/jobs/").select("#f-seniority")
    # What is in use can be removed.
    assert read(client, "/jobs/?seniority=none").select("#f-seniority")
    listing_with("Python developer", facts={"seniority": ["senior"]})
    reindex()
    assert len(read(client, "/jobs/").select("#f-seniority .choices a")) == 2


def test_a_chosen_company_without_such_jobs_keeps_its_name(client: Client, reindex: Reindex) -> None:
    listing_with("Rust developer", "Oak & Otter", facts={"category": "engineering"})
    listing_with("Illustrator", "Quill", facts={"category": "design"})
    reindex()
    [company] = read(client, "/jobs/?company=oak-otter&category=design").select("#f-company a[aria-current]")
    assert words(company).startswith("Oak & Otter 0")
