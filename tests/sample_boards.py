"""Made-up ads and employers without HTTP, for tests and benchmarks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice

from listings.boards import BOARDS
from listings.boards.base import Ad, Request, Response
from listings.samples.allocation import SYSTEMS, token
from listings.samples.boards import remoteco, remotive, weworkremotely
from listings.samples.lifetimes import lifetime_at, original_slot, to_second
from listings.samples.vacancies import Vacancy, make_vacancy

BATCH = 500


def vacancy_at(seed: int, slot: int, moment: datetime) -> Vacancy:
    """The ad that a slot of the first boards shows at an aware time."""
    original = original_slot(slot)
    return make_vacancy(seed, slot, original, lifetime_at(seed, original, to_second(moment)))


def tokens(system: str, count: int) -> list[str]:
    """Of the first employers of a hiring system."""
    first = SYSTEMS.index(system)
    return [token(first + place * len(SYSTEMS)) for place in range(count)]


def sample_ads(board_name: str, number: int, *, seed: int = 1, moment: datetime | None = None) -> Iterator[Ad]:
    """Ads written in a board's format and read by the real board's parser. Raises ValueError for other boards."""
    if board_name not in READERS:
        raise ValueError(f"{board_name!r} has no sample ads; these do: {', '.join(READERS)}")
    at = moment or datetime.now(UTC)
    for start in range(0, number, BATCH):
        yield from READERS[board_name](
            [vacancy_at(seed, slot, at) for slot in range(start, min(start + BATCH, number))]
        )


def _from_api(vacancies: list[Vacancy]) -> Iterator[Ad]:
    body = b"".join(remotive.response_body(vacancies, len(vacancies), len(vacancies)))
    yield from BOARDS["remotive"].parse(Response(Request("-"), body)).ads


def _from_feed(vacancies: list[Vacancy]) -> Iterator[Ad]:
    body = b"".join(weworkremotely.feed_body("samples", vacancies))
    yield from BOARDS["weworkremotely"].parse(Response(Request("-"), body)).ads


def _from_pages(vacancies: list[Vacancy]) -> Iterator[Ad]:
    for vacancy in vacancies:
        # Such a page does not name the employer: the board rejects it.
        if not remoteco.is_paywalled(vacancy):
            request = Request(f"{remoteco.HOME}/job-details/{remoteco.slug_of(vacancy)}", vacancy.uuid)
            page = BOARDS["remoteco"].parse(Response(request, remoteco.job_page(vacancy), request.url))
            yield from islice(page.ads, 1)


READERS = {"remotive": _from_api, "weworkremotely": _from_feed, "remoteco": _from_pages}
