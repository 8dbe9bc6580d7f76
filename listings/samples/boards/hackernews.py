"""Made-up Hacker News: the monthly hiring thread as its search API serves it, with replies and other threads."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from html import escape
from typing import Any

from listings.samples.boards.wording import company_name
from listings.samples.responses import JSON, SampleRequest, SampleResponse
from listings.samples.trades import BACK, FRONT, FULL
from listings.samples.vacancies import Vacancy

# Only trades whose titles the board recognises as roles, by their feed.
FEEDS = (FULL, BACK, FRONT, "DevOps and Sysadmin")
FIRST_STORY = 40_000_000
# One comment in so many has a reply; one in so many begins with a sentence instead of a header line.
REPLY_EVERY, PROSE_EVERY = 3, 12
REPLY = "Is the salary for the whole team or for each? &gt; I could not tell from the ad."
PROSE = "We are a small crew and we may hire somebody soon, so do write.<p>No more is settled yet."
MAX_HITS, DEFAULT_HITS = 1000, 20
ATTENDANCE_NAMES = {"": "REMOTE", "hybrid": "HYBRID", "on site": "ONSITE"}
EMPLOYMENT_NAMES = {
    "full_time": "Full-time", "part_time": "Part-time", "contract": "Contract", "freelance": "Freelance",
    "internship": "Intern",
}  # fmt: skip
BLOCK_TAG = re.compile(r"</?(?:p|div|h[1-6]|ul|ol|li)\b[^>]*>")
DROPPED_TAG = re.compile(r"</?(?:strong|b|em|br|img)\b[^>]*>")
ANY_TAG = re.compile(r"(<[^>]*>)")


def endpoint(request: SampleRequest) -> SampleResponse | None:
    tags = request.query.get("tags", "").split(",")
    if request.path not in ("/api/v1/search", "/api/v1/search_by_date"):
        return None
    story = story_at(request.moment)
    if "author_whoishiring" in tags:
        return request.list_response(JSON, [], iter([_stories(request.moment)]), f"-{story['objectID']}")
    if f"story_{story['objectID']}" not in tags:
        return request.list_response(JSON, [], iter([_envelope([], 0, 0, MAX_HITS)]))
    boards = request.boards
    slots = request.visible([slot for slot in boards.board_slots("hackernews") if boards.trade(slot).feed in FEEDS])
    page, per_page = request.number("page", 0), max(1, min(MAX_HITS, request.number("hitsPerPage", DEFAULT_HITS)))
    body = _comments(list(boards.vacancies(slots, request.moment)), story, page, per_page)
    return request.list_response(JSON, slots, body, f"-{page}-{per_page}")


def story_at(moment: datetime) -> dict[str, Any]:
    """The thread of that month, or of the month before until it is opened on the 1st."""
    opened = moment.replace(day=1, hour=15, minute=0, second=0)
    if opened > moment:
        opened = (opened - timedelta(days=1)).replace(day=1)
    number = FIRST_STORY + 3 * (opened.year * 12 + opened.month)
    return {
        "objectID": str(number), "story_id": number, "author": "whoishiring", "title": _title("Who is hiring", opened),
        "created_at": opened.strftime("%Y-%m-%dT%H:%M:%SZ"), "created_at_i": int(opened.timestamp()),
        "_tags": ["story", "author_whoishiring", f"story_{number}"],
    }  # fmt: skip


def _title(question: str, opened: datetime) -> str:
    return f"Ask HN: {question}? ({opened:%B %Y})"


def _stories(moment: datetime) -> bytes:
    """The newest thread, the other two that the same account opens each month, and the thread of the month before."""
    newest = story_at(moment)
    previous = story_at(moment.replace(day=1, hour=0))
    opened = datetime.fromisoformat(newest["created_at"])
    others = [
        {**newest, "objectID": str(newest["story_id"] + place), "title": _title(question, opened)}
        for place, question in ((1, "Who wants to be hired"), (2, "Who is looking for freelance work"))
    ]
    return _envelope([*others, newest, previous], 4, 0, 20)


def _comments(vacancies: Sequence[Vacancy], story: dict[str, Any], page: int, per_page: int) -> Iterator[bytes]:
    """`page` counts from 0. Replies are hits too, as in the real API."""
    hits = [hit for vacancy in vacancies for hit in _hits(vacancy, story)]
    yield _envelope(hits[page * per_page : (page + 1) * per_page], len(hits), page, per_page)


def _envelope(hits: list[dict[str, Any]], total: int, page: int, per_page: int) -> bytes:
    paging = {"nbHits": total, "page": page, "nbPages": -(-total // per_page), "hitsPerPage": per_page}
    return json.dumps({"hits": hits, **paging, "exhaustive": {"nbHits": True}}, ensure_ascii=False).encode()


def _hits(vacancy: Vacancy, story: dict[str, Any]) -> Iterator[dict[str, Any]]:
    slot, story_id = vacancy.id // 1000, story["story_id"]
    written = max(vacancy.first, datetime.fromisoformat(story["created_at"]) + timedelta(minutes=slot % 600))
    hit = {
        "objectID": str(vacancy.id), "author": f"reader{slot % 997}", "story_id": story_id, "parent_id": story_id,
        "story_title": story["title"], "created_at": written.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "created_at_i": int(written.timestamp()), "comment_text": _comment(vacancy),
        "_tags": ["comment", f"story_{story_id}"],
    }  # fmt: skip
    yield hit
    if slot % REPLY_EVERY == 0:
        yield {**hit, "objectID": str(vacancy.id + 500), "parent_id": vacancy.id, "comment_text": REPLY}


def _comment(vacancy: Vacancy) -> str:
    if vacancy.id // 1000 % PROSE_EVERY == PROSE_EVERY - 1:
        return _escaped(PROSE)
    # A bar separates the parts of the header line.
    title = vacancy.title.replace(" | ", ", ")
    place = vacancy.area.field if vacancy.area.field not in ("", "Remote") else ""
    pay = vacancy.pay.ranged().replace(".00", "") if vacancy.pay and vacancy.pay.sentence else ""
    host = vacancy.employer.host
    # The site shortens the text of a link, never its address.
    link = f'<a href="https://{host}/careers/{vacancy.id}" rel="nofollow">https://{host}/…</a>'
    attendance, employment = ATTENDANCE_NAMES[vacancy.attendance], EMPLOYMENT_NAMES[vacancy.employment]
    parts = [company_name(vacancy), title, place, attendance, employment, pay]
    header = " | ".join([*(escape(part, quote=False) for part in parts if part), link])
    paragraphs = "<p>".join(filter(None, (block.strip() for block in BLOCK_TAG.split(vacancy.html))))
    return _escaped(f"{header}<p>{DROPPED_TAG.sub('', paragraphs)}")


def _escaped(html: str) -> str:
    """As the site escapes: slashes too, in text and in addresses."""
    return "".join(
        part.replace("://", ":&#x2F;&#x2F;") if part.startswith("<a") else
        part if part.startswith("<") else
        part.replace("/", "&#x2F;")
        for part in ANY_TAG.split(html)
    )  # fmt: skip
