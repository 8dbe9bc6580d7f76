"""The items of any RSS 2.0, RSS 1.0 or Atom feed as ads, with the elements of WP Job Manager where a feed has them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Literal

from lxml import etree

from listings.boards.base import Ad, BrokenShape, Page, Response
from listings.boards.bounds import MAX_RECORDS, is_indexable
from listings.boards.formats.dates import moment
from listings.boards.formats.feed_elements import (
    all_texts,
    base_of,
    content_of,
    elements_named,
    first_text,
    local_name,
    plain_text,
)
from listings.boards.formats.fields import BadRecord, line, optional_address, read_each, resolved_address
from listings.boards.formats.shapes import mended_xml_root, shape_of

TitleConvention = Literal["", "Company: Role", "Role at Company"]
ROOTS = ("rss", "RDF", "feed")
ITEMS = ("item", "entry")
CHANNELS = ("channel", "feed")
# One title that breaks the rule must not cost all others their employer.
CONVENTION_SHARE = 0.8
# Not begun anew within white space, of which there may be much.
AT = re.compile(r"(?<!\s)\s++(?:at|bei|chez|@)\s++")
EMPLOYER_IN_TITLE = re.compile(r"(?i)^(?:open )?(?:jobs|careers|vacancies|openings|positions) (?:at|with) (.+)$")


@dataclass(frozen=True, slots=True)
class Feed:
    """What all items have in common, and each one's title. `employer` is "" where each item names its own."""

    employer: str
    convention: TitleConvention
    base: str
    titles: Mapping[etree._Element, str]


def feed_page(response: Response) -> Page:
    """Rejects items that name no employer, unless the feed or the source does. Raises BrokenShape."""
    root, is_mended = mended_xml_root(response, "a feed", recover=True)
    if local_name(root) not in ROOTS:
        raise BrokenShape(f"{shape_of(response.body)}, not a feed")
    waiting = elements_named(root, ITEMS)
    items = list(islice(waiting, MAX_RECORDS))
    # Each once: half of what a feed costs may be its titles.
    titles = {item: plain_text(item, "title") for item in items}
    convention = title_convention(list(titles.values()))
    employer = response.request.company or channel_employer(root)
    feed = Feed(employer, convention, channel_address(root, response), titles)
    cut = items[-1:] if is_mended and ends_within_item(response.body) else []
    return read_each(chain(items, waiting), lambda item: read(item, feed, is_cut=item in cut), item_name)


def item_name(item: etree._Element) -> str:
    return first_text(item, "guid", "id", "link", "title")


def title_convention(titles: Sequence[str]) -> TitleConvention:
    """The convention that nearly all titles of the feed follow. One alone proves none, and breaks none of three."""
    enough = max(2, min(CONVENTION_SHARE * len(titles), max(3, len(titles) - 1)))
    if sum(": " in title for title in titles) >= enough:
        return "Company: Role"
    if sum(AT.search(title) is not None for title in titles) >= enough:
        return "Role at Company"
    return ""


def channel_employer(root: etree._Element) -> str:
    """Acme of a feed titled "Jobs at Acme"; "" for other titles."""
    channel = next(elements_named(root, CHANNELS), root)
    match = EMPLOYER_IN_TITLE.search(plain_text(channel, "title"))
    return match[1].strip() if match else ""


def channel_address(root: etree._Element, response: Response) -> str:
    """What relative links are relative to: the site that the feed names, else the feed's own address."""
    own = response.url or response.request.url
    site = optional_address(first_text(next(elements_named(root, CHANNELS), root), "link"))
    # Each link would be joined to one without end.
    return site if site and is_indexable(site) else optional_address(own) or ""


def ends_within_item(body: bytes) -> bool:
    """Whether a transfer broke off: the last item has no end."""
    return any(body.rfind(f"<{name}".encode()) > body.rfind(f"</{name}".encode()) for name in ITEMS)


def read(item: etree._Element, feed: Feed, *, is_cut: bool = False) -> Ad:
    if is_cut:
        raise BadRecord("the feed ends within it")
    base = base_of(item, feed.base)
    url = resolved_address(first_text(item, "link"), base, "link")
    url = url or resolved_address(first_text(item, "guid", "id"), "", "guid", required=True)
    title = feed.titles[item]
    if not title:
        raise BadRecord("title is missing")
    company = plain_text(item, "company", "company_name", "employer") or feed.employer
    if feed.convention and not company:
        title, company = split_title(title, feed.convention)
    # "Saltmarsh<br>⚲ Bergen", of WP Job Manager
    company = company or plain_text(item, "creator").partition("⚲")[0].strip()
    if not company:
        raise BadRecord("nothing names the employer")
    published, zoned = moment(first_text(item, "pubDate", "published", "date", "updated"))
    employment = plain_text(item, "job_type", "employment_type", "type")
    categories = all_texts(item, "category")
    return Ad(
        external_id=line(first_text(item, "guid", "id"), "guid") or url,
        url=url,
        title=title,
        company=company,
        html=content_of(item, "encoded", "content", "description", "summary"),
        published_at=published,
        published_zoned=zoned,
        expires_at=moment(first_text(item, "expires_at", "expires", "job_expires"))[0],
        location=plain_text(item, "location", "region") or None,
        category=plain_text(item, "job_category") or next(iter(categories), None),
        tags=categories if len(categories) > 1 else None,
        employment=(employment,) if employment else None,
        salary=plain_text(item, "salary", "job_salary") or None,
        logo_url=optional_address(first_text(item, "company_logo") or None),
    )


def split_title(title: str, convention: TitleConvention) -> tuple[str, str]:
    """(role, company), the latter "" for a title that does not follow the convention."""
    if convention == "Company: Role":
        company, colon, role = title.partition(": ")
        return (role.strip(), company.strip()) if colon else (title, "")
    *role_parts, company = AT.split(title)
    return (" at ".join(role_parts), company) if role_parts else (title, "")
