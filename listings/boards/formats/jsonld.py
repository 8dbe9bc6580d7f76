"""schema.org's JobPosting as pages carry it: found in their JSON-LD, read into an ad."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from bs4 import BeautifulSoup

from listings.boards.base import Ad
from listings.boards.formats.fields import iso_moment, line, optional_address, shown, words

DEEPEST = 6


def job_posting(soup: BeautifulSoup) -> dict[str, Any] | None:
    """The first JobPosting of a page."""
    return next(job_postings(soup), None)


def job_postings(soup: BeautifulSoup) -> Iterator[dict[str, Any]]:
    """Every JobPosting of a page, within a @graph or a list too. Line breaks within strings are let pass."""
    for script in soup.find_all("script", type="application/ld+json"):
        try:
            found = json.loads(script.get_text(), strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(found):
            kind = node.get("@type")
            if kind == "JobPosting" or (isinstance(kind, list) and "JobPosting" in kind):
                yield node


def _nodes(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > DEEPEST:
        return
    if isinstance(value, list):
        for one in value:
            yield from _nodes(one, depth + 1)
    elif isinstance(value, dict):
        yield value
        yield from _nodes(value.get("@graph"), depth + 1)


def read_job_posting(node: dict[str, Any], *, external_id: str, url: str) -> Ad:
    """Raises BadRecord. Pay is stated only where a number other than 0 is."""
    employer = _named(node.get("hiringOrganization"))
    published, zoned = iso_moment(node.get("datePosted"), "datePosted")
    description = words(node.get("description"), "description")
    if "<" not in description and "&lt;" in description:
        description = html.unescape(description)
    if "<" not in description:
        # Plain text: its lines are all the structure it has.
        description = description.replace("\n", "<br>\n")
    return Ad(
        external_id=external_id,
        url=url,
        title=line(html.unescape(words(node.get("title"), "title")), "title", required=True),
        company=line(html.unescape(_name(employer)), "hiringOrganization", required=True),
        html=description,
        published_at=published,
        published_zoned=zoned,
        category=line(node.get("occupationalCategory"), "occupationalCategory")
        if isinstance(node.get("occupationalCategory"), str)
        else None,
        expires_at=iso_moment(node.get("validThrough"), "validThrough")[0],
        location="; ".join(dict.fromkeys(filter(None, _places(node)))),
        workplace=("remote",) if node.get("jobLocationType") == "TELECOMMUTE" else (),
        employment=tuple(filter(None, (line(one, "employmentType") for one in _list(node.get("employmentType"))))),
        salary=_salary(node.get("baseSalary")),
        company_url=optional_address(employer.get("url")),
    )


def _places(node: dict[str, Any]) -> list[str]:
    """Where applicants may live; where none is stated, the addresses of the job."""
    allowed = [_name(place) for place in _list(node.get("applicantLocationRequirements"))]
    if any(allowed):
        return allowed
    return [_address(_named(place).get("address")) for place in _list(node.get("jobLocation"))]


def _address(stated: Any) -> str:
    if not isinstance(stated, dict):
        return line(stated, "address") if isinstance(stated, str) else ""
    parts = (stated.get(name) for name in ("addressLocality", "addressRegion", "addressCountry"))
    return ", ".join(dict.fromkeys(filter(None, (_name(part) for part in parts))))


def _list(value: Any) -> list[Any]:
    return [] if value is None else value if isinstance(value, list) else [value]


def _named(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {"name": value}


def _name(value: Any) -> str:
    return line(_named(value).get("name"), "name")


def _salary(stated: Any) -> str:
    """The pay in the markup's own numbers, as words: "90000 - 120000 USD YEAR"."""
    if not isinstance(stated, dict):
        return ""
    # Some write the bounds beside the currency.
    value = stated["value"] if isinstance(stated.get("value"), dict) else stated
    bounds = [number for name in ("minValue", "maxValue") if (number := _number(value.get(name)))]
    numbers = bounds or [number for number in [_number(value.get("value"))] if number]
    if not numbers:
        return ""
    unit = shown(value.get("unitText")) or shown(stated.get("unitText"))
    return " ".join(filter(None, [" - ".join(dict.fromkeys(numbers)), shown(stated.get("currency")), unit]))


def _number(stated: Any) -> str:
    """As served; "" for none and for zero, however it is written."""
    text = "" if isinstance(stated, bool) else shown(stated)
    return text if re.search("[1-9]", text) else ""
