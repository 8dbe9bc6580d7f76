"""Items of any RSS 2.0, RSS 1.0 or Atom feed as ads; WP Job Manager's namespace tells place, kind and employer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Literal

from lxml import etree

from listings.boards.base import Ad, BrokenShape, Page, Response
from listings.boards.formats.fields import (
    BadRecord,
    iso_moment,
    line,
    mail_moment,
    optional_address,
    read_each,
    web_address,
    words,
)
from listings.boards.formats.shapes import shape_of, xml_root

Convention = Literal["", "Company: Role", "Role at Company"]
ITEMS = ("item", "entry")
AT = re.compile(r"\s+(?:at|bei|chez|@)\s+")


def feed_page(response: Response) -> Page:
    """An item without an employer is rejected, unless the source names one. Raises BrokenShape."""
    root = xml_root(response.body, "a feed")
    items = [one for one in root.iter() if isinstance(one.tag, str) and local(one) in ITEMS]
    if local(root) not in ("rss", "RDF", "feed"):
        raise BrokenShape(f"{shape_of(response.body)}, not a feed")
    convention = convention_of([line(text(one, "title"), "title") for one in items])
    channel = employer_of(root)
    ads, rejected = read_each(
        items,
        lambda item: read(item, response, convention, channel),
        lambda item: text(item, "guid", "id", "link", "title"),
    )
    return Page(ads=ads, rejected=rejected, complete=False)


def name_of(item: etree._Element) -> str:
    return text(item, "guid", "id", "link", "title")


def local(element: etree._Element) -> str:
    return etree.QName(element).localname


def text(item: etree._Element, *names: str) -> str:
    """Of the first of these elements that says something; of Atom's links, the address of the page."""
    for name in names:
        for child in item:
            if isinstance(child.tag, str) and local(child) == name:
                said = "".join(map(str, child.itertext())) or child.get("href", "")
                if said.strip() and child.get("rel", "alternate") == "alternate":
                    return said
    return ""


def convention_of(titles: Sequence[str]) -> Convention:
    """Only one that every title of the feed follows."""
    if len(titles) > 1 and all(": " in title for title in titles):
        return "Company: Role"
    if len(titles) > 1 and all(AT.search(title) for title in titles):
        return "Role at Company"
    return ""


def employer_of(root: etree._Element) -> str:
    """A feed "Jobs at Acme" names its employer."""
    channel = next((one for one in root.iter() if isinstance(one.tag, str) and local(one) in ("channel", "feed")), root)
    title = line(text(channel, "title"), "title")
    found = re.search(r"(?i)^(?:open )?(?:jobs|careers|vacancies|openings|positions) (?:at|with) (.+)$", title)
    return found[1].strip() if found else ""


def read(item: etree._Element, response: Response, convention: Convention, channel: str) -> Ad:
    url = web_address(text(item, "link"), "link") or web_address(text(item, "guid", "id"), "guid", required=True)
    title = line(text(item, "title"), "title", required=True)
    company = line(text(item, "company"), "company") or response.request.company or channel
    if convention and not company:
        title, company = parted(title, convention)
    company = company or line(text(item, "creator"), "creator")
    if not company:
        raise BadRecord("nothing names the employer")
    published, zoned = moment(text(item, "pubDate", "published", "date", "updated"))
    kinds = [line(text(item, "job_type", "employment_type", "type"), "job_type")]
    return Ad(
        external_id=line(text(item, "guid", "id"), "guid") or url,
        url=url,
        title=title,
        company=company,
        html=words(text(item, "encoded", "content", "description", "summary"), "description"),
        published_at=published,
        published_zoned=zoned,
        expires_at=moment(text(item, "expires_at", "expires", "job_expires"))[0],
        location=line(text(item, "location", "region"), "location") or None,
        category=line(text(item, "category"), "category") or None,
        employment=tuple(filter(None, kinds)) or None,
        salary=line(text(item, "salary", "job_salary"), "salary") or None,
        logo_url=optional_address(text(item, "company_logo") or None),
    )


def parted(title: str, convention: Convention) -> tuple[str, str]:
    """(role, company)"""
    if convention == "Company: Role":
        company, _, role = title.partition(": ")
        return role.strip(), company.strip()
    *role_parts, company = AT.split(title)
    return (AT.search(title) and " at ".join(role_parts)) or title, company


def moment(stated: str) -> tuple[datetime | None, bool]:
    """Dates of both kinds, whichever the feed writes."""
    said = line(stated, "date")
    if re.match(r"\d{4}-\d{2}-\d{2}", said):
        return iso_moment(said, "date")
    return mail_moment(said, "date")
