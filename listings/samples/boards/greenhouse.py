"""Made-up Greenhouse: an employer's vacancies with escaped descriptions and pay in cents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import Any

from listings.samples.boards.hiring_systems import (
    ATTENDANCE_NAMES,
    HiringEmployer,
    department,
    location,
    new_york_stamp,
    system_endpoint,
)
from listings.samples.boards.json_stream import enveloped
from listings.samples.boards.wording import pay_bounds
from listings.samples.vacancies import Vacancy


def _body(hiring: HiringEmployer, vacancies: Iterable[Vacancy]) -> Iterator[bytes]:
    return enveloped("jobs", (_record(hiring, vacancy) for vacancy in vacancies), meta={"total": hiring.vacancies})


def _record(hiring: HiringEmployer, vacancy: Vacancy) -> dict[str, Any]:
    low, high = pay_bounds(vacancy)
    pay_range = {
        "min_cents": low * 100,
        "max_cents": high * 100,
        "currency_type": vacancy.area.currency,
        "title": f"Pay ({vacancy.pay.period}ly)" if vacancy.pay else "",
        "blurb": "",
    }
    workplace = ATTENDANCE_NAMES[vacancy.attendance]
    office = "Remote" if not vacancy.attendance else vacancy.employer.town
    return {
        "id": vacancy.id,
        "internal_job_id": vacancy.id // 10 + 1,
        "absolute_url": f"https://{hiring.employer.host}/careers?gh_jid={vacancy.id}",
        "title": vacancy.title,
        "company_name": hiring.employer.name,
        "location": {"name": location(vacancy)},
        "updated_at": new_york_stamp(vacancy.published),
        "first_published": new_york_stamp(vacancy.first),
        "requisition_id": str(vacancy.id % 1000),
        "language": "en",
        "content": escape(vacancy.html),
        "metadata": [{"id": 1, "name": "Workplace Type", "value": workplace, "value_type": "single_select"}],
        # Names come with trailing spaces.
        "departments": [{"id": 7, "name": f"{department(vacancy)} ", "child_ids": [], "parent_id": None}],
        "offices": [{"id": 8, "name": office, "location": None}],
        "pay_input_ranges": [pay_range] if low else [],
    }


endpoint = system_endpoint("greenhouse", _body, prefix="/v1/boards/", suffix="/jobs")
