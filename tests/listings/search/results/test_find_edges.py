"""What a search finds where dates, pages and samples come to an end."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import tantivy
from django.conf import settings as django_settings
from django.http import QueryDict

from listings.search.counting.entries import NUMBER_FIELDS, VALUE_FIELDS, Entry
from listings.search.index import index_versions
from listings.search.index.count_writer import CountWriter
from listings.search.index.schema import open_index, schema
from listings.search.query.parameters import LABEL_SEPARATOR, MAX_RESULTS, NONE, Invalid
from listings.search.query.search import Search
from listings.search.results.find import Results, find
from tests.listings.indexing import Reindex
from tests.listings.making import listing_with

pytestmark = pytest.mark.django_db


def found(query: str, **options: Any) -> list[str]:
    return [listing.title for listing in results(query, **options).listings]


def results(query: str, **options: Any) -> Results:
    return find(Search.parse(QueryDict(query)), **options)


def test_dates_that_boards_make_up_stop_nothing(reindex: Reindex) -> None:
    for year in (1, 1969, 2020, 2100):
        listing_with(f"Of {year}", posted=datetime(year, 1, 2, tzinfo=UTC))
    bare = listing_with("Without any ad", posted=datetime(2021, 1, 2, tzinfo=UTC))
    bare.leading = None
    bare.save()
    bare.postings.all().delete()
    reindex()
    assert found("")[:3] == ["Of 2100", "Without any ad", "Of 2020"]
    assert results("").total == 5


def test_pages_end_where_paging_is_refused(reindex: Reindex) -> None:
    reindex()
    folder = Path(django_settings.INDEX_DIR)
    version = folder / index_versions.current(folder)
    writer, counts = open_index(version).writer(30_000_000, 1), CountWriter(version)
    values = tuple(LABEL_SEPARATOR if name == "employer" else NONE for name in VALUE_FIELDS)
    for number in range(1, MAX_RESULTS + 100):
        writer.add_document(tantivy.Document.from_dict({"id": number, "newest": number, "is_sample": 0}, schema()))
        counts.add(Entry(number, [("is_sample", "0")], values, (NONE,), (number,) * len(NUMBER_FIELDS)))
    counts.prepare(range(1, MAX_RESULTS + 100))
    writer.commit()
    for query in ("", "per_page=30"):
        pages = results(query).pages
        assert results(f"{query}&page={pages}").total == MAX_RESULTS + 99
        with pytest.raises(Invalid, match="narrow the search"):
            results(f"{query}&page={pages + 1}")


def test_samples_can_be_left_out(reindex: Reindex) -> None:
    listing_with("Real")
    listing_with("Made up", is_sample=True)
    reindex()
    assert sorted(found("")) == ["Made up", "Real"]
    assert found("", samples=False) == ["Real"]
