"""Made-up We Work Remotely: RSS feeds by category, and two of the newest ads over several."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from email.utils import format_datetime
from xml.sax.saxutils import escape

from listings.samples.boards.wording import WARNING, company_name
from listings.samples.responses import SampleRequest, SampleResponse, text_response
from listings.samples.state import CATEGORY_FEEDS, NEWEST_FEEDS
from listings.samples.vacancies import Vacancy

HOME = "https://openroad.example"
EMPLOYMENT_NAMES = {"full_time": "Full-Time"}


def endpoint(request: SampleRequest) -> SampleResponse | None:
    slug = request.path.removesuffix(".rss").rpartition("/")[2]
    if request.path.endswith(".rss") and slug in (*CATEGORY_FEEDS, *NEWEST_FEEDS):
        slots = request.visible(request.boards.feed(slug, request.moment))
        title = f"Openroad, the sample board of feeds: {CATEGORY_FEEDS.get(slug, slug)}"
        body = feed_body(title, request.boards.vacancies(slots, request.moment))
        return request.list_response("application/rss+xml; charset=utf-8", slots, body)
    if request.path.startswith(("/remote-jobs/", "/listings/")):
        # As on the real board, the address of an ad that is gone redirects to the home page.
        return text_response(301, "", location=f"https://{request.host}/")
    return None


def feed_body(title: str, vacancies: Iterable[Vacancy]) -> Iterator[bytes]:
    """One piece an item."""
    yield (
        '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        f'xmlns:media="http://search.yahoo.com/mrss">\n<channel>\n<title>{escape(title)}</title>\n'
        f"<link>{HOME}</link>\n<description>{escape(WARNING)}</description>\n<language>en-US</language>\n"
        "<ttl>60</ttl>\n"
    ).encode()
    for vacancy in vacancies:
        yield _item(vacancy).encode()
    yield b"</channel>\n</rss>\n"


def _item(vacancy: Vacancy) -> str:
    site = f"https://{vacancy.employer.host}"
    link = f"{HOME}/remote-jobs/{vacancy.slug}"
    # The feed gives the seat of the employer as `state`: not a place where applicants may live.
    town = vacancy.employer.town
    head = (
        f'<img src="{HOME}/logos/{vacancy.id}.gif" />\n\n<p>\n  <strong>Headquarters:</strong> {town}\n'
        f'    <br /><strong>URL:</strong> <a href="{site}">{site}</a>\n</p>\n'
    )
    tail = f'\n<p><strong>To apply:</strong> <a href="{link}">{link}</a></p>\n'
    # Titles may contain further colons, and end in a space.
    suffix = ": Long-term job - 100% remote" if vacancy.id % 11 == 0 else " " * (vacancy.id % 13 == 0)
    logo = f'<media:content url="{HOME}/logos/{vacancy.id}.gif" type="image/png"/>\n' if vacancy.id % 10 > 2 else ""
    return f"""<item>
{logo}<title>{escape(f"{company_name(vacancy)}: {vacancy.title}")}{suffix}</title>
<region>{vacancy.area.region}</region>
<country>{vacancy.area.country}</country>
<state>{town if vacancy.id % 3 == 0 else ""}</state>
<skills>{escape(", ".join(vacancy.tools)) if vacancy.id % 3 else ""}</skills>
<category>{escape(vacancy.trade.feed)}</category>
<type>{EMPLOYMENT_NAMES.get(vacancy.employment, "Contract")}</type>
<description>{escape(head + vacancy.html + tail)}</description>
<pubDate>{format_datetime(vacancy.first)}</pubDate>
<expires_at>{format_datetime(vacancy.expires)}</expires_at>
<guid>{link}</guid>
<link>{link}</link>
</item>
"""
