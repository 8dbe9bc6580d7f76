"""Made-up Workable: an employer's vacancies under short codes, with dates but no times."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from listings.samples.boards.hiring_systems import (
    ATTENDANCE_CODES,
    HiringEmployer,
    department,
    employment_name,
    system_endpoint,
)
from listings.samples.boards.json_stream import enveloped
from listings.samples.rng import mix
from listings.samples.vacancies import Vacancy

EXPERIENCE_NAMES = {
    "Experienced": "Associate",
    "Senior": "Mid-Senior level",
    "Entry-Level": "Entry level",
    "Manager": "Mid-Senior level",
}


def _body(hiring: HiringEmployer, vacancies: Iterable[Vacancy]) -> Iterator[bytes]:
    records = (_record(hiring, vacancy) for vacancy in vacancies)
    return enveloped("jobs", records, name=hiring.employer.name, description=hiring.employer.business)


def _record(hiring: HiringEmployer, vacancy: Vacancy) -> dict[str, Any]:
    code = shortcode(vacancy.id)
    page = f"https://jobs.{hiring.employer.host}/j/{code}"
    first_day = vacancy.first.strftime("%Y-%m-%d")
    return {
        "title": vacancy.title,
        "shortcode": code,
        "code": str(vacancy.id % 1000),
        "employment_type": employment_name(vacancy),
        "telecommuting": not vacancy.attendance,
        "workplace_type": ATTENDANCE_CODES[vacancy.attendance].replace("onsite", "on_site"),
        "department": department(vacancy),
        "url": page,
        "application_url": f"{page}/apply",
        "published_on": first_day,
        "created_at": first_day,
        "country": vacancy.area.allowed.split("; ")[0] if vacancy.area.country else "",
        "city": vacancy.employer.town if vacancy.attendance else "",
        "state": "",
        "education": "",
        "experience": EXPERIENCE_NAMES[vacancy.level.career],
        "function": vacancy.trade.remoteco,
        "industry": "",
        "locations": [],
        "description": vacancy.html,
    }


def shortcode(ident: int) -> str:
    return f"{mix(ident, 41) % 16**10:010X}"


endpoint = system_endpoint("workable", _body, prefix="/api/v1/widget/accounts/", suffix="")
