"""Made-up Lever: a bare list of an employer's vacancies, descriptions in pieces, times in milliseconds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from listings.samples.boards.hiring_systems import (
    ATTENDANCE_CODES,
    HiringEmployer,
    department,
    employment_name,
    location,
    system_endpoint,
)
from listings.samples.boards.json_stream import json_pieces
from listings.samples.boards.wording import pay_bounds
from listings.samples.vacancies import Vacancy


def _body(hiring: HiringEmployer, vacancies: Iterable[Vacancy]) -> Iterator[bytes]:
    return json_pieces(b"[", (_record(hiring, vacancy) for vacancy in vacancies), b"]")


def _record(hiring: HiringEmployer, vacancy: Vacancy) -> dict[str, Any]:
    low, high = pay_bounds(vacancy)
    opening, *blocks = vacancy.html.split("\n")
    page = f"https://jobs.{hiring.employer.host}/{hiring.token}/{vacancy.uuid}"
    record = {
        "id": vacancy.uuid,
        "text": vacancy.title,
        "description": f"<div>{opening}</div>",
        "lists": [{"text": "", "content": "\n".join(blocks)}] if blocks else [],
        "additional": "",
        "categories": {
            "commitment": employment_name(vacancy),
            "department": department(vacancy),
            "team": vacancy.trade.remoteco,
            "location": location(vacancy),
            "allLocations": [location(vacancy)],
        },
        "createdAt": int(vacancy.first.timestamp() * 1000) + vacancy.id % 1000,
        "country": None,
        "workplaceType": ATTENDANCE_CODES[vacancy.attendance],
        "hostedUrl": page,
        "applyUrl": f"{page}/apply",
    }
    pay = vacancy.pay
    # The real API leaves the field out of vacancies that state no pay.
    if pay and low:
        interval = f"per-{pay.period}-{'wage' if pay.period == 'hour' else 'salary'}"
        record["salaryRange"] = {"min": low, "max": high, "currency": pay.currency, "interval": interval}
    return record


endpoint = system_endpoint("lever", _body, prefix="/v0/postings/", suffix="")
