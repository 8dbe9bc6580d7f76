"""Made-up vacancies on a site with JobPosting markup in its pages, and in a job feed as WP Job Manager writes it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from email.utils import format_datetime
from html import escape as html_escape
from typing import Any
from xml.sax.saxutils import escape

from listings.samples.apis import KINDS, bounds
from listings.samples.employers import slugged
from listings.samples.formats import spelt
from listings.samples.jobpages import stamp
from listings.samples.vacancies import Vacancy

SALTMARSH = "https://saltmarsh.example"
UNITS = {"year": "YEAR", "month": "MONTH", "hour": "HOUR"}


def address(one: Vacancy) -> str:
    """It ends in the number that names the page."""
    return f"{SALTMARSH}/jobs/{one.slug[:90]}-{one.id}"


def sitemap_body(ads: Iterable[Vacancy], changed: Iterable[datetime]) -> Iterator[bytes]:
    """`changed` goes with `ads`: when each page last changed. Other pages of the site are in it too."""
    yield b'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    for place, (one, moment) in enumerate(zip(ads, changed, strict=True)):
        if place == 0:
            yield f"<url><loc>{SALTMARSH}/about</loc></url>\n".encode()
        yield f"<url><loc>{address(one)}</loc><lastmod>{stamp(moment)}</lastmod></url>\n".encode()
    yield b"</urlset>\n"


def job_page(one: Vacancy) -> bytes:
    """The markup alone, in a list or within a graph; descriptions escaped once more on some; raw line breaks."""
    posting = _posting(one)
    stated: Any = {"@context": "https://schema.org", **posting}
    if one.id % 3 == 0:
        stated = {"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "Saltmarsh"}, posting]}
    elif one.id % 3 == 1:
        stated = [{"@type": "BreadcrumbList", "itemListElement": []}, {"@context": "https://schema.org", **posting}]
    script = json.dumps(stated, ensure_ascii=False).replace("</", "<\\/")
    # Not strictly JSON, as many sites are not.
    script = script.replace("\\n", "\n")
    head = f'<meta charset="utf-8"><link rel="canonical" href="{address(one)}"><title>{escape(one.title)}</title>'
    markup = f'<script type="application/ld+json">{script}</script>'
    body = f"<h1>{escape(one.title)}</h1><p>At {escape(one.company)}, found on the sample site.</p>"
    return f'<!DOCTYPE html><html lang="en"><head>{head}{markup}</head><body>{body}</body></html>'.encode()


def removed_page(one: Vacancy) -> bytes:
    """Its markup is there still."""
    return job_page(one).replace(b"<h1>", b"<p>Sorry, this job was removed.</p><h1>")


def _posting(one: Vacancy) -> dict[str, Any]:
    low, high = bounds(one)
    posting: dict[str, Any] = {
        "@type": "JobPosting",
        "title": html_escape(one.title, quote=False),
        "description": html_escape(one.html) if one.id % 4 == 0 else one.html,
        "datePosted": stamp(one.published)[: 10 if one.id % 5 == 0 else 20],
        "validThrough": stamp(one.expires),
        "employmentType": ["FULL_TIME"] if one.employment == "full_time" else "CONTRACTOR" if one.id % 2 else "",
        "identifier": {"@type": "PropertyValue", "name": "saltmarsh", "value": one.id},
        "hiringOrganization": {"@type": "Organization", "name": spelt(one), "sameAs": f"https://{one.employer.host}/"},
        "baseSalary": {
            "@type": "MonetaryAmount", "currency": one.place.money,
            "value": {"@type": "QuantitativeValue", "minValue": low, "maxValue": high, "unitText": _unit(one)},
        },
        "directApply": "False",
    }  # fmt: skip
    if one.attendance != "on site":
        posting["jobLocationType"] = "TELECOMMUTE"
    if one.attendance:
        town = {"@type": "PostalAddress", "addressLocality": one.employer.town}
        posting["jobLocation"] = {"@type": "Place", "address": town}
    else:
        names = one.place.allowed.split("; ")
        posting["applicantLocationRequirements"] = [{"@type": "Country", "name": name} for name in names]
    return posting


def _unit(one: Vacancy) -> str:
    return UNITS[one.pay.period] if one.pay else "YEAR"


def feed_body(home: str, ads: Iterable[Vacancy]) -> Iterator[bytes]:
    """`home`: the site's own address, which is its namespace as well."""
    yield (
        '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        f'xmlns:job_listing="{home}">\n<channel>\n<title>A sample board</title>\n'
        f"<link>{home}</link>\n<description>Its jobs are made up.</description>\n"
    ).encode()
    for one in ads:
        yield _item(home, one).encode()
    yield b"</channel>\n</rss>\n"


def _item(home: str, one: Vacancy) -> str:
    link = f"{home}/job/{slugged(one.title)}-{one.id}/"
    # On a feed that names no workplace, remote work is said where the place is.
    named = one.place.field if one.place.field not in ("", "Remote") else ""
    place = one.employer.town if one.attendance else f"{named} (Remote)" if named else "Remote"
    place = f"{place} (Hybrid)" if one.attendance == "hybrid" else place
    return f"""<item>
<title>{escape(one.title)}</title>
<link>{link}</link>
<dc:creator><![CDATA[editors]]></dc:creator>
<pubDate>{format_datetime(one.published)}</pubDate>
<guid isPermaLink="false">{home}/?post_type=job_listing&amp;p={one.id}</guid>
<description><![CDATA[{one.company} {one.employer.does}.]]></description>
<content:encoded><![CDATA[{one.html}]]></content:encoded>
<job_listing:location><![CDATA[{place}]]></job_listing:location>
<job_listing:job_type><![CDATA[{KINDS[one.employment]}]]></job_listing:job_type>
<job_listing:company><![CDATA[{spelt(one)}]]></job_listing:company>
</item>
"""
