"""Made-up Ashby: an employer's vacancies, unlisted ones too, with pay in tiers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from listings.samples.boards.hiring_systems import HiringEmployer, department, location, system_endpoint
from listings.samples.boards.json_stream import enveloped
from listings.samples.boards.wording import pay_bounds
from listings.samples.rng import mix
from listings.samples.vacancies import Vacancy

# One vacancy in so many is not for the public; the API serves it all the same, marked as unlisted.
UNLISTED_EVERY = 18
EMPLOYMENT_CODES = {"full_time": "FullTime", "part_time": "PartTime", "internship": "Intern"}
ATTENDANCE_CODES = {"": "Remote", "hybrid": "Hybrid", "on site": "OnSite"}


def _body(hiring: HiringEmployer, vacancies: Iterable[Vacancy]) -> Iterator[bytes]:
    return enveloped("jobs", (_record(hiring, vacancy) for vacancy in vacancies), apiVersion="1")


def _record(hiring: HiringEmployer, vacancy: Vacancy) -> dict[str, Any]:
    low, high = pay_bounds(vacancy)
    page = f"https://jobs.{hiring.employer.host}/{hiring.token}/{vacancy.uuid}"
    component = {
        "compensationType": "Salary",
        "interval": f"1 {vacancy.pay.period.upper()}" if vacancy.pay else "",
        "currencyCode": vacancy.area.currency,
        "minValue": low,
        "maxValue": high,
    }
    return {
        "id": vacancy.uuid,
        # Some of the real titles begin with a space.
        "title": " " * (vacancy.id % 2) + vacancy.title,
        "department": department(vacancy),
        "team": vacancy.trade.remoteco,
        "employmentType": EMPLOYMENT_CODES.get(vacancy.employment, "Contract"),
        "location": location(vacancy),
        "secondaryLocations": [],
        "publishedAt": vacancy.first.isoformat(timespec="milliseconds"),
        "isListed": mix(vacancy.id, 31) % UNLISTED_EVERY != 0,
        # The real API sets it for hybrid vacancies as well.
        "isRemote": vacancy.attendance != "on site",
        "workplaceType": ATTENDANCE_CODES[vacancy.attendance],
        "shouldDisplayCompensationOnJobPostings": bool(low),
        "compensation": {"compensationTiers": [{"components": [component]}] if low else [], "summaryComponents": []},
        "jobUrl": page,
        "applyUrl": f"{page}/application",
        "descriptionHtml": vacancy.html,
    }


endpoint = system_endpoint("ashby", _body, prefix="/posting-api/job-board/", suffix="")
