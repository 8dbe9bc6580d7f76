"""Made-up ads without HTTP, for benchmarks: read by the real boards' own parsers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from listings.boards import BOARDS
from listings.boards.base import Ad, Request, Response
from listings.samples.formats import remotive_body
from listings.samples.vacancies import vacancy

AT_A_TIME = 500


def sample_ads(number: int, *, seed: int = 1, moment: datetime | None = None) -> Iterator[Ad]:
    """`number` ads in the API's format, read some hundreds at a time."""
    board, at = BOARDS["remotive"], moment or datetime.now(UTC)
    for start in range(0, number, AT_A_TIME):
        count = min(AT_A_TIME, number - start)
        body = b"".join(remotive_body((vacancy(seed, start + n, at) for n in range(count)), count, count))
        yield from board.parse(Response(Request(board.home), body)).ads
