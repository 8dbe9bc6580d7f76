"""Hacker News' monthly "Who is hiring?": the newest story's own comments; an ad where the header follows the custom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from html import unescape
from typing import Any

from listings.boards.base import Ad, Board, BrokenShape, Cursor, Options, Page, Request, Response, Terms
from listings.boards.formats import hiring_systems
from listings.boards.formats.fields import iso_moment, optional_address, read_each, words
from listings.boards.formats.header_line import LINK, read_header
from listings.boards.formats.html import page_of
from listings.boards.formats.shapes import json_object, shape_of

HOME = "https://news.ycombinator.com/"
API = "https://hn.algolia.com/api/v1/search_by_date"
STORIES = f"{API}?tags=story,author_whoishiring&hitsPerPage=20"
COMMENTS = f"{API}?tags=comment,story_{{story}}&hitsPerPage=1000&page={{page}}"
HIRING = re.compile(r"\bwho is hiring\b", re.IGNORECASE)
END_OF_LINE = re.compile(r"<p\b|</p>|<br\b|<pre\b|\n", re.IGNORECASE)
MARKUP = re.compile(r"<[^<>]{0,2000}>")
HREF = re.compile(r"""<a\s[^>]{0,200}?href="([^"]{1,2000})""", re.IGNORECASE)
APPLYING = re.compile(r"job|career|apply|hiring|position|opening|recruit|join|ashbyhq|greenhouse|lever\.co|workable")


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    return [Request(STORIES)]


def parse(response: Response) -> Page:
    if shape_of(response.body) == "an HTML page":
        return page(list(thread(response.body)))
    envelope = json_object(response.body, "the search API's JSON object")
    hits = [envelope] if "comment_text" in envelope else envelope.get("hits")
    if not isinstance(hits, list):
        raise BrokenShape("a JSON object without a list of hits, not the search API's")
    hits = [hit if isinstance(hit, dict) else {} for hit in hits]
    comments = [hit for hit in hits if hit.get("comment_text") is not None]
    if not comments:
        return Page(follow=newest_story(hits), complete=False)
    own = [hit for hit in comments if hit.get("parent_id") == hit.get("story_id")]
    return page(own, follow=following(envelope, comments[0].get("story_id")))


def page(records: list[Mapping[str, Any]], follow: Sequence[Request] = ()) -> Page:
    ads, rejected = read_each(records, read, lambda record: record.get("objectID"))
    return Page(ads=ads, rejected=rejected, follow=follow, complete=False)


def newest_story(hits: Sequence[Mapping[str, Any]]) -> list[Request]:
    """That account also asks who wants to be hired, and who seeks freelancers."""
    numbers = [number(hit) for hit in hits if HIRING.search(words(str(hit.get("title")), "title"))]
    newest = max(filter(None, numbers), default=0)
    return [Request(COMMENTS.format(story=newest, page=0))] if newest else []


def number(hit: Mapping[str, Any]) -> int:
    text = str(hit.get("objectID"))
    return int(text) if re.fullmatch(r"[1-9][0-9]{0,17}", text) else 0


def following(envelope: Mapping[str, Any], story: Any) -> list[Request]:
    at, pages = envelope.get("page"), envelope.get("nbPages")
    if type(at) is not int or type(pages) is not int or type(story) is not int or not 0 <= at < min(pages, 20) - 1:
        return []
    return [Request(COMMENTS.format(story=story, page=at + 1))]


def thread(body: bytes) -> Iterator[Mapping[str, Any]]:
    """The same comments as the story's own page shows them. Raises BrokenShape."""
    found = page_of(body)
    rows = found.select("tr.athing.comtr")
    if not rows:
        raise BrokenShape("an HTML page without comments, neither the search API's JSON object nor a story's page")
    for row in rows:
        indent, text, age = row.select_one("td.ind"), row.select_one(".commtext"), row.select_one(".age")
        # Replies are set in; a comment that was flagged or deleted has no text.
        if indent is not None and indent.get("indent") == "0" and text is not None:
            stamp = str(age.get("title", "")).split(" ")[0] if age else ""
            yield {"objectID": str(row.get("id")), "comment_text": text.decode_contents(), "created_at": stamp}


def read(record: Mapping[str, Any]) -> Ad:
    external_id = hiring_systems.identity(record.get("objectID"), "objectID")
    text = words(record.get("comment_text"), "comment_text", required=True)
    first = END_OF_LINE.split(text[:4000], maxsplit=1)[0]
    header = read_header(unescape(MARKUP.sub("", first))[:1000])
    link = next(links(first), "")
    applying = bool(APPLYING.search(link.lower()))
    published, zoned = iso_moment(record.get("created_at"), "created_at")
    return Ad(
        external_id=external_id,
        url=f"{HOME}item?id={external_id}",
        title=header.title,
        company=header.company,
        html=text,
        published_at=published,
        published_zoned=zoned,
        location=header.location,
        workplace=header.workplace,
        employment=header.employment,
        salary=header.salary,
        apply_url=link if link and applying else None,
        company_url=link if link and not applying else None,
    )


def links(header: str) -> Iterator[str]:
    """Whole addresses: what is shown of a long one is cut. A bare "Node.js" is a link only where it stands alone."""
    parts = unescape(MARKUP.sub("", header)).split("|")
    alone = [*LINK.findall(parts[0]), *(part.strip() for part in parts[1:] if LINK.fullmatch(part.strip()))]
    for address in [unescape(href) for href in HREF.findall(header)] or alone:
        whole = (address if "://" in address else f"https://{address}").rstrip(").,;|")
        if checked := optional_address(whole):
            yield checked


BOARD = Board(
    name="hackernews",
    title="Hacker News",
    home=HOME,
    expects="json",
    terms=Terms(
        link_text="Hacker News",
        min_interval=timedelta(hours=1),
        followed_link=True,
        job_posting_markup=False,
        full_text=True,
        logo=False,
        ask_page=False,
        stated_at="https://hn.algolia.com/api",
        read_on=date(2026, 11, 23),
        note="The search API is public, needs no key and limits requests by the hour. Terms for showing comments "
        "elsewhere are stated nowhere (not verified): link to the comment, name the site, no markup.",
    ),
    absence="nothing",
    interval=timedelta(hours=1),
    remote_only=False,
    start=start,
    parse=parse,
)
