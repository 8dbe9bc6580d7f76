"""Hacker News' monthly "Who is hiring?": the comments on the newest thread that offer a job."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from bs4 import BeautifulSoup

from listings.boards.base import Ad, Board, BrokenShape, Cursor, Options, Page, Request, Response, Terms
from listings.boards.formats.announcements import is_closed, read_opening
from listings.boards.formats.dates import moment
from listings.boards.formats.fields import optional_address, read_each, record_id, text_of
from listings.boards.formats.header_line import LINK
from listings.boards.formats.html import parse_html
from listings.boards.formats.named_roles import mended_title, named_roles
from listings.boards.formats.shapes import json_object, shape_of

HOME = "https://news.ycombinator.com/"
API = "https://hn.algolia.com/api/v1/search_by_date"
STORIES = f"{API}?tags=story,author_whoishiring&hitsPerPage=20"
COMMENTS = f"{API}?tags=comment,story_{{story}}&hitsPerPage=1000&page={{page}}"
MAX_PAGES = 20
# Real first lines are much shorter; hostile ones would only cost time.
MAX_HEADER, MAX_HEADER_TEXT = 4000, 1000
HIRING = re.compile(r"\bwho is hiring\b", re.IGNORECASE)
NUMBER = re.compile(r"[1-9][0-9]{0,17}")
# The site puts <p> between paragraphs, so the first line has no tag around it.
END_OF_LINE = re.compile(r"<p\b|</p>|<br\b|<pre\b|\n", re.IGNORECASE)
APPLY_LINK = re.compile(r"job|career|apply|hiring|position|opening|recruit|join|ashbyhq|greenhouse|lever\.co|workable")


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    return [Request(STORIES)]


def parse(response: Response) -> Page:
    if shape_of(response.body) == "an HTML page":
        return comments_page(list(thread_comments(response)))
    envelope = json_object(response.body, "the search API's JSON object")
    hits = [envelope] if "comment_text" in envelope else envelope.get("hits")
    if not isinstance(hits, list):
        raise BrokenShape("a JSON object without a list of hits, not the search API's")
    hits = [hit if isinstance(hit, dict) else {} for hit in hits]
    comments = [hit for hit in hits if hit.get("comment_text") is not None]
    if not comments:
        return Page(follow=newest_thread(hits), complete=False)
    # Replies are hits too: their parent is another comment.
    ads = [hit for hit in comments if hit.get("parent_id") == hit.get("story_id")]
    return comments_page(ads, follow=next_page(envelope, comments[0].get("story_id")))


def comments_page(records: list[Mapping[str, Any]], follow: Sequence[Request] = ()) -> Page:
    records = [record for record in records if not is_closed(str(record.get("comment_text")))]
    return replace(read_each(records, read, lambda record: record.get("objectID")), follow=follow)


def newest_thread(hits: Sequence[Mapping[str, Any]]) -> list[Request]:
    # The same account also asks who wants to be hired, and who is looking for freelancers.
    numbers = [number(hit) for hit in hits if HIRING.search(text_of(str(hit.get("title")), "title"))]
    newest = max(filter(None, numbers), default=0)
    return [Request(COMMENTS.format(story=newest, page=0))] if newest else []


def number(hit: Mapping[str, Any]) -> int:
    text = str(hit.get("objectID"))
    return int(text) if NUMBER.fullmatch(text) else 0


def next_page(envelope: Mapping[str, Any], story: Any) -> list[Request]:
    page, pages = envelope.get("page"), envelope.get("nbPages")
    if type(page) is not int or type(pages) is not int or type(story) is not int:
        return []
    return [Request(COMMENTS.format(story=story, page=page + 1))] if 0 <= page < min(pages, MAX_PAGES) - 1 else []


def thread_comments(response: Response) -> Iterator[Mapping[str, Any]]:
    """The same comments from the thread's own page. Raises BrokenShape."""
    rows = parse_html(response).select("tr.athing.comtr")
    if not rows:
        raise BrokenShape("an HTML page without comments, neither the search API's JSON object nor a thread's page")
    for row in rows:
        indent, text, age = row.select_one("td.ind"), row.select_one(".commtext"), row.select_one(".age")
        # Replies are indented; a flagged or deleted comment has no text.
        if indent is not None and indent.get("indent") == "0" and text is not None:
            created = str(age.get("title", "")).split(" ")[0] if age else ""
            yield {"objectID": str(row.get("id")), "comment_text": text.decode_contents(), "created_at": created}


def read(record: Mapping[str, Any]) -> Ad:
    external_id = record_id(record.get("objectID"), "objectID")
    text = text_of(record.get("comment_text"), "comment_text", required=True)
    first_line = parse_html(END_OF_LINE.split(text[:MAX_HEADER], maxsplit=1)[0])
    header_text = first_line.get_text()
    header = read_opening(header_text[:MAX_HEADER_TEXT], text)
    link = next(header_links(first_line, header_text), "")
    is_apply_link = bool(APPLY_LINK.search(link.lower()))
    published, zoned = moment(record.get("created_at"))
    return Ad(
        external_id=external_id,
        url=f"{HOME}item?id={external_id}",
        title=header.title if header.names_role else mended_title(header.company, named_roles(text)),
        company=header.company,
        html=text,
        published_at=published,
        published_zoned=zoned,
        location=header.location,
        workplace=header.workplace,
        employment=header.employment,
        salary=header.salary,
        apply_url=link if link and is_apply_link else None,
        company_url=link if link and not is_apply_link else None,
    )


def header_links(first_line: BeautifulSoup, header_text: str) -> Iterator[str]:
    """The addresses of its links; where it has none, those in its text."""
    # The text of a link is cut short, so its address counts. A bare "Node.js" counts only as a whole part.
    company, *parts = header_text.split("|")
    bare = [*LINK.findall(company), *(part.strip() for part in parts if LINK.fullmatch(part.strip()))]
    for address in [str(link["href"]) for link in first_line.find_all("a", href=True)] or bare:
        absolute = (address if "://" in address else f"https://{address}").rstrip(").,;|")
        if checked := optional_address(absolute):
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
        note="The search API is public, needs no key and limits requests by the hour. We know of no terms for showing "
        "comments elsewhere (not verified): link to the comment, name the site, no markup.",
    ),
    absence="nothing",
    interval=timedelta(hours=1),
    remote_only=False,
    start=start,
    parse=parse,
)
