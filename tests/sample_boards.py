"""Made-up ads without HTTP, for benchmarks: written in a board's format and read by the real board's own parser."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice

from listings.boards import BOARDS
from listings.boards.base import Ad, Request, Response
from listings.samples.formats import feed_body, remotive_body
from listings.samples.jobpages import HOMEPORT, is_paywalled, job_page, job_slug
from listings.samples.vacancies import Vacancy, vacancy

AT_A_TIME = 500


def sample_ads(board_name: str, number: int, *, seed: int = 1, moment: datetime | None = None) -> Iterator[Ad]:
    """`number` ads of a board, read some hundreds at a time. Raises ValueError for a board that has no samples."""
    if board_name not in READERS:
        raise ValueError(f"{board_name!r} has no sample ads; these do: {', '.join(READERS)}")
    at = moment or datetime.now(UTC)
    for start in range(0, number, AT_A_TIME):
        made = [vacancy(seed, start + place, at) for place in range(min(AT_A_TIME, number - start))]
        yield from READERS[board_name](made)


def _from_api(made: list[Vacancy]) -> Iterator[Ad]:
    body = b"".join(remotive_body(made, len(made), len(made)))
    yield from BOARDS["remotive"].parse(Response(Request("-"), body)).ads


def _from_feed(made: list[Vacancy]) -> Iterator[Ad]:
    body = b"".join(feed_body("samples", made))
    yield from BOARDS["weworkremotely"].parse(Response(Request("-"), body)).ads


def _from_pages(made: list[Vacancy]) -> Iterator[Ad]:
    for one in made:
        # The employer of a paid job is not shown: readable by other pages of this vacancy only.
        if not is_paywalled(one):
            asked = Request(f"{HOMEPORT}/job-details/{job_slug(one)}", one.uuid)
            yield from islice(BOARDS["remoteco"].parse(Response(asked, job_page(one), asked.url)).ads, 1)


READERS = {"remotive": _from_api, "weworkremotely": _from_feed, "remoteco": _from_pages}
