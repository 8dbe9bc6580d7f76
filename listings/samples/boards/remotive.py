"""Made-up vacancies in two boards' exact formats. Addresses are `.example`, publishers' names made up."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from email.utils import format_datetime
from typing import Any
from xml.sax.saxutils import escape

from listings.samples.employers import slugged
from listings.samples.vacancies import Vacancy

FARBOARD, OPENROAD = "https://farboard.example", "https://openroad.example"
WARNING = "The jobs of this sample board are made up: nobody is hiring, and no address in them leads anywhere."
LEGAL = "Whoever shows these jobs links back to the sample board and names it, so that no reader takes them for real."
TYPES = {"full_time": "Full-Time"}
COMPANY_SPELLINGS = {", Inc.": " Inc", " Ltd": " Limited", " GmbH": " gmbh"}


def category_of(one: Vacancy) -> str:
    """The API's names come in two generations; older ads keep the older ones."""
    return one.trade.remotive[one.id // 1000 % len(one.trade.remotive)]


def spelt(one: Vacancy) -> str:
    """One employer's name as one ad or another spells it."""
    if one.id % 17 == 0:
        for usual, other in COMPANY_SPELLINGS.items():
            if one.company.endswith(usual):
                return one.company.removesuffix(usual) + other
    return one.company


def remotive_record(one: Vacancy) -> dict[str, Any]:
    category = category_of(one)
    pixel = f'<img src="{FARBOARD}/job/track/{one.id}/blank.gif?source=public_api" alt=""/>'
    logo = f"{FARBOARD}/job/{one.id}/logo"
    return {
        "id": one.id,
        # As the title changes, so does the address: only its number stays.
        "url": f"{FARBOARD}/remote-jobs/{slugged(category)}/{slugged(one.title)}-{one.id}",
        "title": one.title + (" " if one.id % 9 == 0 else ""),
        "company_name": spelt(one) + (" " if one.id % 7 == 0 else ""),
        "company_logo": logo,
        "category": category,
        "tags": [tool.lower() if one.id % 2 else tool for tool in one.tools] if one.id % 12 else [],
        "job_type": one.employment if one.id % 19 else "",
        "publication_date": one.published.strftime("%Y-%m-%dT%H:%M:%S"),
        "candidate_required_location": one.place.field,
        "salary": one.salary,
        "description": one.html + pixel,
        "company_logo_url": logo,
    }


def remotive_body(ads: Iterable[Vacancy], count: int, total: int) -> Iterator[bytes]:
    """In pieces, so that a million ads never stand in memory. `total` is how many there are beyond these `count`."""
    head = {"00-warning": WARNING, "0-legal-notice": LEGAL, "job-count": count, "total-job-count": total}
    yield json.dumps(head)[:-1].encode() + b', "jobs": ['
    for place, one in enumerate(ads):
        yield (b", " if place else b"") + json.dumps(remotive_record(one), ensure_ascii=False).encode()
    yield b"]}"


def feed_item(one: Vacancy) -> str:
    site = f"https://{one.employer.host}"
    link = f"{OPENROAD}/remote-jobs/{one.slug}"
    head = (
        f'<img src="{OPENROAD}/logos/{one.id}.gif" />\n\n<p>\n  <strong>Headquarters:</strong> {one.employer.town}\n'
        f'    <br /><strong>URL:</strong> <a href="{site}">{site}</a>\n</p>\n'
    )
    tail = f'\n<p><strong>To apply:</strong> <a href="{link}">{link}</a></p>\n'
    long_term = ": Long-term job - 100% remote" if one.id % 11 == 0 else " " * (one.id % 13 == 0)
    logo = f'<media:content url="{OPENROAD}/logos/{one.id}.gif" type="image/png"/>\n' if one.id % 10 > 2 else ""
    return f"""<item>
{logo}<title>{escape(f"{spelt(one)}: {one.title}")}{long_term}</title>
<region>{one.place.region}</region>
<country>{one.place.country}</country>
<state>{one.employer.town if one.id % 3 == 0 else ""}</state>
<skills>{escape(", ".join(one.tools)) if one.id % 3 else ""}</skills>
<category>{escape(one.trade.feed)}</category>
<type>{TYPES.get(one.employment, "Contract")}</type>
<description>{escape(head + one.html + tail)}</description>
<pubDate>{format_datetime(one.first)}</pubDate>
<expires_at>{format_datetime(one.expires)}</expires_at>
<guid>{link}</guid>
<link>{link}</link>
</item>
"""


def feed_body(title: str, ads: Iterable[Vacancy]) -> Iterator[bytes]:
    """RSS in pieces."""
    yield (
        '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        f'xmlns:media="http://search.yahoo.com/mrss">\n<channel>\n<title>{escape(title)}</title>\n'
        f"<link>{OPENROAD}</link>\n<description>{escape(WARNING)}</description>\n<language>en-US</language>\n"
        "<ttl>60</ttl>\n"
    ).encode()
    for one in ads:
        yield feed_item(one).encode()
    yield b"</channel>\n</rss>\n"
