"""What searches leave out because the index holds more than they read at once, for the log and the admin's desk."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from listings.search.counting.entries import VALUE_FIELDS
from listings.search.index.index_versions import write_atomically
from listings.search.index.opening_terms import MAX_TERMS
from listings.search.index.residence_terms import MAX_RESIDENCES
from listings.search.index.searcher import MAX_BUCKETS, IndexSearcher
from listings.search.query.parameters import FILTERS

CUTS = "cuts.json"
# Words of titles and employers' names, from which typing errors are corrected, the most used first: made-up words, each
# in a title of its own, are soon a million.
MAX_SPELLINGS = 50_000
# That are suggested while somebody types.
MAX_TITLES, MAX_EMPLOYERS = 30_000, 20_000
# Terms are counted up to so many times the limit.
COUNTED = 2


@dataclass(frozen=True, slots=True)
class Cut:
    """`count`: how many there are at least, of which `limit` are used."""

    what: str
    limit: int
    count: int

    def __str__(self) -> str:
        return f"{self.what}: {self.limit:,} of at least {self.count:,}"


def find_cuts(searcher: IndexSearcher) -> list[Cut]:
    """Raises IndexUnusable."""
    counted = (
        (what, limit, searcher.count_terms(field, COUNTED * limit))
        for what, field, limit in _limits()
        if searcher.has(field)
    )
    return [Cut(what, limit, count) for what, limit, count in counted if count > limit]


def _limits() -> Iterator[tuple[str, str, int]]:
    """What is limited, its field, and how many terms of it are used."""
    yield "words for corrections", "spelling", MAX_SPELLINGS
    yield "suggested titles", "role", MAX_TITLES
    yield "suggested employers", "employer", MAX_EMPLOYERS
    yield "sets of places", "places", MAX_RESIDENCES
    yield "sets of openings", "openings", MAX_TERMS
    for row in FILTERS.values():
        if row.is_set and row.counted_field in VALUE_FIELDS:
            yield f"sets of values of {row.label}", row.counted_field, MAX_BUCKETS


def write_cuts(folder: Path, cuts: Sequence[Cut]) -> None:
    write_atomically(folder / CUTS, json.dumps([asdict(cut) for cut in cuts]))


def read_cuts(folder: Path) -> list[Cut]:
    """As the indexer found them last; none if it has not looked yet."""
    try:
        return [Cut(**stored) for stored in json.loads((folder / CUTS).read_text())]
    except (OSError, ValueError, TypeError, RecursionError):
        return []
