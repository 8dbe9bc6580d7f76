"""What the made-up hiring systems share: one response for each employer, found by its token."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from listings.samples.allocation import EMPLOYER_NUMBERS, system_of
from listings.samples.boards.wording import EMPLOYMENT_NAMES
from listings.samples.employers import SampleEmployer, employer
from listings.samples.responses import JSON, Endpoint, SampleRequest, SampleResponse
from listings.samples.vacancies import Vacancy

ATTENDANCE_CODES = {"": "remote", "hybrid": "hybrid", "on site": "onsite"}
ATTENDANCE_NAMES = {"": "Remote", "hybrid": "Hybrid", "on site": "On-site"}


class HiringEmployer(NamedTuple):
    """Whose response it is, and the number of vacancies in it."""

    employer: SampleEmployer
    token: str
    vacancies: int


Body = Callable[[HiringEmployer, Iterable[Vacancy]], Iterator[bytes]]


def system_endpoint(system: str, body: Body, *, prefix: str = "", suffix: str, content_type: str = JSON) -> Endpoint:
    """The token stands in the path between `prefix` and `suffix`; without a prefix it is the subdomain.

    A system does not know the tokens of others.
    """

    def endpoint(request: SampleRequest) -> SampleResponse | None:
        token = _token(request, prefix, suffix)
        number = EMPLOYER_NUMBERS.get(token)
        if number is None or system_of(number) != system:
            return None
        boards = request.boards
        slots = request.visible(boards.employer_slots(number))
        hiring = HiringEmployer(employer(boards.seed, number), token, len(slots))
        return request.list_response(content_type, slots, body(hiring, boards.vacancies(slots, request.moment)))

    return endpoint


def _token(request: SampleRequest, prefix: str, suffix: str) -> str:
    if not prefix:
        return request.host.partition(".")[0] if request.path == suffix else ""
    if not (request.path.startswith(prefix) and request.path.endswith(suffix)):
        return ""
    return request.path.removeprefix(prefix).removesuffix(suffix)


def location(vacancy: Vacancy) -> str:
    """As employers write it: "Remote - Canada", "Leeds"."""
    if vacancy.attendance:
        return vacancy.employer.town
    area = vacancy.area.field
    return f"Remote - {area}" if area not in ("", "Remote", "Worldwide", "Anywhere") else "Remote"


def department(vacancy: Vacancy) -> str:
    return vacancy.trade.remotive[0].split(" / ")[0]


def employment_name(vacancy: Vacancy) -> str:
    return EMPLOYMENT_NAMES[vacancy.employment].replace(" ", "-")


def new_york_stamp(moment: datetime) -> str:
    return (moment - timedelta(hours=4)).strftime("%Y-%m-%dT%H:%M:%S-04:00")
