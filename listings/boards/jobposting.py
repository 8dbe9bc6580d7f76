"""schema.org's JobPosting as pages carry it: found in their JSON-LD, read into an ad."""

from __future__ import annotations

import html
import json
from collections.abc import Iterator
from typing import Any

from bs4 import BeautifulSoup

from listings.boards.base import Ad
from listings.boards.reading import iso_moment, line, optional_address, words

DEEPEST = 6


def job_posting(soup: BeautifulSoup) -> dict[str, Any] | None:
    """The first JobPosting of a page, within a @graph or a list too. Line breaks within strings are let pass."""
    for script in soup.find_all("script", type="application/ld+json"):
        try:
            found = json.loads(script.get_text(), strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(found):
            kind = node.get("@type")
            if kind == "JobPosting" or (isinstance(kind, list) and "JobPosting" in kind):
                return node
    return None


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
    remote = ("remote",) if node.get("jobLocationType") == "TELECOMMUTE" else ()
    return Ad(
        external_id=external_id,
        url=url,
        title=line(html.unescape(words(node.get("title"), "title")), "title", required=True),
        company=line(html.unescape(_name(employer)), "hiringOrganization", required=True),
        html=description,
        published_at=published,
        published_zoned=zoned,
        expires_at=iso_moment(node.get("validThrough"), "validThrough")[0],
        location=", ".join(filter(None, (_name(place) for place in _list(node.get("applicantLocationRequirements"))))),
        employment=tuple(filter(None, (line(one, "employmentType") for one in _list(node.get("employmentType"))))),
        salary=_salary(node.get("baseSalary")),
        company_url=optional_address(employer.get("url")),
        fields={"remote": remote} if remote else {},
    )


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
    value = _named(stated.get("value")) if isinstance(stated.get("value"), dict) else {"value": stated.get("value")}
    numbers = [value.get(name) for name in ("minValue", "maxValue")]
    if not any(numbers):
        numbers = [value.get("value")]
    shown = [
        str(number) for number in numbers if isinstance(number, (int, float, str)) and str(number) not in ("0", "")
    ]
    if not shown:
        return ""
    unit = value.get("unitText") or stated.get("unitText") or ""
    return " ".join(filter(None, [" - ".join(dict.fromkeys(shown)), str(stated.get("currency") or ""), str(unit)]))
