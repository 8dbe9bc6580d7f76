"""Made-up Teamtailor: an employer's JSON Feed at its own host, each item with its JobPosting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from listings.samples.boards.hiring_systems import HiringEmployer, system_endpoint
from listings.samples.boards.json_stream import enveloped
from listings.samples.employers import slugified
from listings.samples.vacancies import Vacancy


def _body(hiring: HiringEmployer, vacancies: Iterable[Vacancy]) -> Iterator[bytes]:
    home = f"https://{hiring.token}.teamtailor.com"
    return enveloped(
        "items",
        (_item(hiring, vacancy) for vacancy in vacancies),
        version="https://jsonfeed.org/version/1.1",
        title=hiring.employer.name,
        home_page_url=f"{home}/jobs",
        feed_url=f"{home}/jobs.json",
    )


def _item(hiring: HiringEmployer, vacancy: Vacancy) -> dict[str, Any]:
    return {
        "id": vacancy.uuid,
        "title": vacancy.title,
        "url": f"https://jobs.{hiring.employer.host}/jobs/{vacancy.id}-{slugified(vacancy.title)}",
        "date_published": vacancy.first.isoformat(),
        "content_html": vacancy.html,
        "_jobposting": _posting(hiring, vacancy),
    }


def _posting(hiring: HiringEmployer, vacancy: Vacancy) -> dict[str, Any]:
    # Each item repeats its facts as JobPosting markup, the employer and the places only there.
    posting: dict[str, Any] = {
        "@context": "http://schema.org/",
        "@type": "JobPosting",
        "title": vacancy.title,
        "description": vacancy.html,
        "identifier": {"@type": "PropertyValue", "name": hiring.employer.name, "value": vacancy.id},
        "datePosted": vacancy.first.isoformat(),
        "hiringOrganization": {"@type": "Organization", "name": hiring.employer.name},
        "employmentType": "FULL_TIME" if vacancy.employment == "full_time" else "CONTRACTOR",
    }
    if vacancy.attendance != "on site":
        posting["jobLocationType"] = "TELECOMMUTE"
    if vacancy.attendance:
        address = {"@type": "PostalAddress", "addressLocality": vacancy.employer.town}
        posting["jobLocation"] = [{"@type": "Place", "address": address}]
    else:
        places = vacancy.area.allowed.split("; ")
        posting["applicantLocationRequirements"] = [{"@type": "Country", "name": place} for place in places]
    return posting


endpoint = system_endpoint("teamtailor", _body, suffix="/jobs.json", content_type="application/json; charset=utf-8")
