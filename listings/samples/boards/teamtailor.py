"""Made-up Teamtailor: an employer's JSON Feed at its own host, each item with its JobPosting, and the same as RSS."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from email.utils import format_datetime
from typing import Any
from xml.sax.saxutils import escape

from listings.samples.boards.hiring_systems import HiringEmployer, location, system_endpoint
from listings.samples.boards.json_stream import enveloped
from listings.samples.employers import slugified
from listings.samples.responses import SampleRequest, SampleResponse
from listings.samples.vacancies import Vacancy

REMOTE_STATUS = {"": "fully", "hybrid": "hybrid", "on site": "none"}


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
        "url": _address(hiring, vacancy),
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


def _rss_body(hiring: HiringEmployer, vacancies: Iterable[Vacancy]) -> Iterator[bytes]:
    yield (
        '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:tt="https://teamtailor.com/locations"><channel>'
        f"<title>{escape(hiring.employer.name)}</title><link>https://{hiring.token}.teamtailor.com/jobs</link>\n"
    ).encode()
    for vacancy in vacancies:
        yield _rss_item(hiring, vacancy).encode()
    yield b"</channel></rss>\n"


def _rss_item(hiring: HiringEmployer, vacancy: Vacancy) -> str:
    return f"""<item>
<title>{escape(vacancy.title)}</title>
<description>{escape(vacancy.html)}</description>
<pubDate>{format_datetime(vacancy.first)}</pubDate>
<link>{_address(hiring, vacancy)}</link>
<remoteStatus>{REMOTE_STATUS[vacancy.attendance]}</remoteStatus>
<guid>{vacancy.uuid}</guid>
<tt:locations><tt:location><tt:name>{escape(location(vacancy))}</tt:name></tt:location></tt:locations>
</item>
"""


def _address(hiring: HiringEmployer, vacancy: Vacancy) -> str:
    return f"https://jobs.{hiring.employer.host}/jobs/{vacancy.id}-{slugified(vacancy.title)}"


_json = system_endpoint("teamtailor", _body, suffix="/jobs.json", content_type="application/json; charset=utf-8")
_rss = system_endpoint("teamtailor", _rss_body, suffix="/jobs.rss", content_type="application/rss+xml; charset=utf-8")


def endpoint(request: SampleRequest) -> SampleResponse | None:
    return _json(request) or _rss(request)
