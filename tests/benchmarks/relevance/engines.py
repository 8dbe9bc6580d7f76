"""Three ways to rank the same listings: ours, PostgreSQL's full text, and BM25 with nothing around it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.db import connection

from listings.search.index.reader import index_reader
from listings.search.query.nodes import Term, any_of
from listings.search.query.parameters import MAX_PER_PAGE
from listings.search.query.search import Search
from listings.search.results.find import Results, find
from listings.search.text.analysis import terms

TABLE = """
    CREATE TEMPORARY TABLE ranked AS
    SELECT l.id, setweight(to_tsvector('english', l.title), 'A') || setweight(to_tsvector('english', c.name), 'B')
        || to_tsvector('english', p.html) AS words
    FROM listings_listing l
    JOIN listings_company c ON c.id = l.company_id JOIN listings_posting p ON p.id = l.leading_id
"""
ASKED = """
    SELECT id FROM ranked, websearch_to_tsquery('english', %s) AS query
    WHERE words @@ query ORDER BY ts_rank_cd(words, query) DESC, id LIMIT %s
"""


def ours(q: str, most: int) -> list[int]:
    """What is found in names, then what only mentions the words."""
    return list(_find(q, most, scope="text").ids)


def newest(q: str, most: int) -> list[int]:
    """The newest of those found in names; none where only mentions are found."""
    found = _find(q, most, sort="new")
    return list(found.ids) if found.named else []


def every_named(q: str) -> list[int]:
    """All that are found in names and counted, up to where pages end."""
    first = _find(q, MAX_PER_PAGE)
    if not first.named:
        return []
    pages = (_find(q, MAX_PER_PAGE, page=page) for page in range(2, first.pages + 1))
    return [*first.ids, *(listing_id for page in pages for listing_id in page.ids)]


def _find(q: str, most: int, **changes: Any) -> Results:
    return find(replace(Search.parse({"q": [q], "per_page": [str(most)]}), **changes))


def postgres(q: str, most: int) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(ASKED, [q, most])
        return [row[0] for row in cursor.fetchall()]


def prepare_postgres() -> None:
    with connection.cursor() as cursor:
        cursor.execute(TABLE)
        cursor.execute("CREATE INDEX ON ranked USING gin (words)")


def bm25(q: str, most: int) -> list[int]:
    """Any of the words, in title, employer's name and text alike."""
    searcher = index_reader().searcher()
    node = any_of(*(Term(field, term) for term in terms(q) for field in ("title", "company", "text")))
    return searcher.numbers("id", searcher.search(node, limit=most))
