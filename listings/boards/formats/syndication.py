"""The items of any RSS 2.0, RSS 1.0 or Atom feed as ads, with the elements of WP Job Manager where a feed has them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from lxml import etree

from listings.boards.base import Ad, BrokenShape, Page, Response
from listings.boards.formats.dates import moment
from listings.boards.formats.fields import (
    BadRecord,
    line,
    optional_address,
    read_each,
    text_of,
    web_address,
)
from listings.boards.formats.shapes import shape_of, xml_root

TitleConvention = Literal["", "Company: Role", "Role at Company"]
ROOTS = ("rss", "RDF", "feed")
ITEMS = ("item", "entry")
CHANNELS = ("channel", "feed")
AT = re.compile(r"\s+(?:at|bei|chez|@)\s+")
EMPLOYER_IN_TITLE = re.compile(r"(?i)^(?:open )?(?:jobs|careers|vacancies|openings|positions) (?:at|with) (.+)$")


def feed_page(response: Response) -> Page:
    """Rejects items that name no employer, unless the feed or the source does. Raises BrokenShape."""
    root = xml_root(response.body, "a feed")
    items = list(elements_named(root, ITEMS))
    if local_name(root) not in ROOTS:
        raise BrokenShape(f"{shape_of(response.body)}, not a feed")
    convention = title_convention([line(first_text(item, "title"), "title") for item in items])
    employer = response.request.company or channel_employer(root)
    ads, rejected = read_each(items, lambda item: read(item, convention, employer), item_name)
    return Page(ads=ads, rejected=rejected, complete=False)


def elements_named(root: etree._Element, names: Sequence[str]) -> Iterator[etree._Element]:
    # The tag of a comment is a function.
    return (element for element in root.iter() if isinstance(element.tag, str) and local_name(element) in names)


def local_name(element: etree._Element) -> str:
    """Without the namespace: that of WP Job Manager is the address of the site, a different one on each."""
    return etree.QName(element).localname


def item_name(item: etree._Element) -> str:
    return first_text(item, "guid", "id", "link", "title")


def first_text(item: etree._Element, *names: str) -> str:
    """The text of the first of these elements that has any; for Atom's <link>, the address of the page."""
    for name in names:
        for child in item:
            if isinstance(child.tag, str) and local_name(child) == name:
                text = "".join(map(str, child.itertext())) or child.get("href", "")
                # Other relations are an entry's own address, its comments, its images.
                if text.strip() and child.get("rel", "alternate") == "alternate":
                    return text
    return ""


def title_convention(titles: Sequence[str]) -> TitleConvention:
    """The convention that all titles of the feed follow. One title alone proves none."""
    if len(titles) > 1 and all(": " in title for title in titles):
        return "Company: Role"
    if len(titles) > 1 and all(AT.search(title) for title in titles):
        return "Role at Company"
    return ""


def channel_employer(root: etree._Element) -> str:
    """Acme of a feed titled "Jobs at Acme"; "" for other titles."""
    channel = next(elements_named(root, CHANNELS), root)
    match = EMPLOYER_IN_TITLE.search(line(first_text(channel, "title"), "title"))
    return match[1].strip() if match else ""


def read(item: etree._Element, convention: TitleConvention, employer: str) -> Ad:
    """`employer` is that of the whole feed, "" where each item names its own."""
    url = web_address(first_text(item, "link"), "link")
    url = url or web_address(first_text(item, "guid", "id"), "guid", required=True)
    title = line(first_text(item, "title"), "title", required=True)
    company = line(first_text(item, "company"), "company") or employer
    if convention and not company:
        title, company = split_title(title, convention)
    company = company or line(first_text(item, "creator"), "creator")
    if not company:
        raise BadRecord("nothing names the employer")
    published, zoned = moment(first_text(item, "pubDate", "published", "date", "updated"))
    employment = line(first_text(item, "job_type", "employment_type", "type"), "job_type")
    return Ad(
        external_id=line(first_text(item, "guid", "id"), "guid") or url,
        url=url,
        title=title,
        company=company,
        html=text_of(first_text(item, "encoded", "content", "description", "summary"), "description"),
        published_at=published,
        published_zoned=zoned,
        expires_at=moment(first_text(item, "expires_at", "expires", "job_expires"))[0],
        location=line(first_text(item, "location", "region"), "location") or None,
        category=line(first_text(item, "category"), "category") or None,
        employment=(employment,) if employment else None,
        salary=line(first_text(item, "salary", "job_salary"), "salary") or None,
        logo_url=optional_address(first_text(item, "company_logo") or None),
    )


def split_title(title: str, convention: TitleConvention) -> tuple[str, str]:
    """(role, company)"""
    if convention == "Company: Role":
        company, _, role = title.partition(": ")
        return role.strip(), company.strip()
    *role_parts, company = AT.split(title)
    return " at ".join(role_parts) or title, company
