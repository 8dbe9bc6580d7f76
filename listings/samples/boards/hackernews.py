"""Made-up vacancies as comments of a monthly hiring thread, found by the search API that serves it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from html import escape
from typing import Any

from listings.samples.formats import spelt
from listings.samples.vacancies import Vacancy
from listings.samples.words import BACK, FRONT, FULL

PROGRAMMING = (FULL, BACK, FRONT, "DevOps and Sysadmin")
"""Feeds whose trades' titles a reader of the thread knows for roles."""
FIRST_STORY = 40_000_000
REPLIES, PROSE = 3, 12
"""One comment in so many has a reply; one in so many begins with a sentence instead of a header."""
AT = {"": "REMOTE", "hybrid": "HYBRID", "on site": "ONSITE"}
TERMS = {
    "full_time": "Full-time", "part_time": "Part-time", "contract": "Contract", "freelance": "Freelance",
    "internship": "Intern",
}  # fmt: skip
BLOCKS = re.compile(r"</?(?:p|div|h[1-6]|ul|ol|li)\b[^>]*>")
OTHER_TAGS = re.compile(r"</?(?:strong|b|em|br|img)\b[^>]*>")
TAG = re.compile(r"(<[^>]*>)")


def story_of(moment: datetime) -> dict[str, Any]:
    begun = moment.replace(day=1, hour=15, minute=0, second=0)
    if begun > moment:
        begun = (begun - timedelta(days=1)).replace(day=1)
    number = FIRST_STORY + 3 * (begun.year * 12 + begun.month)
    return {
        "objectID": str(number), "story_id": number, "author": "whoishiring", "title": _asks("hiring", begun),
        "created_at": begun.strftime("%Y-%m-%dT%H:%M:%SZ"), "created_at_i": int(begun.timestamp()),
        "_tags": ["story", "author_whoishiring", f"story_{number}"],
    }  # fmt: skip


def stories_body(moment: datetime) -> Iterator[bytes]:
    """The newest thread, what the same account asked besides, and the thread of the month before."""
    newest = story_of(moment)
    before = story_of(moment.replace(day=1, hour=0))
    begun = datetime.fromisoformat(newest["created_at"])
    others = [
        {**newest, "objectID": str(newest["story_id"] + place), "title": _asks(asked, begun)}
        for place, asked in ((1, "wants to be hired"), (2, "looking for freelance work"))
    ]
    yield _envelope([*others, newest, before], 4, 0, 20)


def _asks(what: str, begun: datetime) -> str:
    who = "Who" if what == "wants to be hired" else "Who is"
    return f"Ask HN: {who} {what}? ({begun:%B %Y})"


def comments_body(ads: Sequence[Vacancy], story: dict[str, Any], page: int, each: int) -> Iterator[bytes]:
    """Whoever answers a comment is found as well. `page` counts from 0."""
    hits = [hit for one in ads for hit in _hits(one, story)]
    yield _envelope(hits[page * each : (page + 1) * each], len(hits), page, each)


def _envelope(hits: list[dict[str, Any]], total: int, page: int, each: int) -> bytes:
    paging = {"nbHits": total, "page": page, "nbPages": -(-total // each), "hitsPerPage": each}
    return json.dumps({"hits": hits, **paging, "exhaustive": {"nbHits": True}}, ensure_ascii=False).encode()


def _hits(one: Vacancy, story: dict[str, Any]) -> Iterator[dict[str, Any]]:
    number, first = story["story_id"], datetime.fromisoformat(story["created_at"])
    at = max(one.first, first + timedelta(minutes=one.id // 1000 % 600))
    hit = {
        "objectID": str(one.id), "author": f"reader{one.id // 1000 % 997}", "story_id": number, "parent_id": number,
        "story_title": story["title"], "created_at": at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "created_at_i": int(at.timestamp()), "comment_text": comment(one),
        "_tags": ["comment", f"story_{number}"],
    }  # fmt: skip
    yield hit
    if one.id // 1000 % REPLIES == 0:
        asked = "Is the salary for the whole team or for each? &gt; I could not tell from the ad."
        yield {**hit, "objectID": str(one.id + 500), "parent_id": one.id, "comment_text": asked}


def begins_with_prose(one: Vacancy) -> bool:
    return one.id // 1000 % PROSE == PROSE - 1


def comment(one: Vacancy) -> str:
    if begins_with_prose(one):
        return _escaped("We are a small crew and we may hire somebody soon, so do write.<p>No more is settled yet.")
    title = one.title.replace(" | ", ", ")
    place = one.place.field if one.place.field not in ("", "Remote") else ""
    pay = one.pay.ranged().replace(".00", "") if one.pay and one.pay.said else ""
    site = f'<a href="https://{one.employer.host}/careers/{one.id}" rel="nofollow">https://{one.employer.host}/…</a>'
    said = [spelt(one), title, place, AT[one.attendance], TERMS[one.employment], pay]
    header = " | ".join([*(escape(part, quote=False) for part in said if part), site])
    text = "<p>".join(filter(None, (part.strip() for part in BLOCKS.split(one.html))))
    return _escaped(f"{header}<p>{OTHER_TAGS.sub('', text)}")


def _escaped(html: str) -> str:
    """As that site escapes: slashes too, in texts and in addresses."""
    parts = TAG.split(html)
    return "".join(
        part.replace('://', ':&#x2F;&#x2F;') if part.startswith("<a") else part if part.startswith("<") else
        part.replace("/", "&#x2F;")
        for part in parts
    )  # fmt: skip
