"""Made-up job feeds as the WordPress plugin WP Job Manager writes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from email.utils import format_datetime
from xml.sax.saxutils import escape

from listings.samples.boards.wording import EMPLOYMENT_NAMES, company_name
from listings.samples.employers import slugified
from listings.samples.responses import Endpoint, SampleRequest, SampleResponse
from listings.samples.vacancies import Vacancy


def feed_endpoint(board: str, home: str) -> Endpoint:
    """`board` names the slots; `home` is the site's address."""

    def endpoint(request: SampleRequest) -> SampleResponse | None:
        if request.query.get("feed") != "job_feed":
            return None
        boards, moment = request.boards, request.moment
        slots = request.visible(boards.newest_first(boards.board_slots(board), moment))
        body = _feed(home, boards.vacancies(slots, moment))
        return request.list_response("application/rss+xml; charset=utf-8", slots, body)

    return endpoint


def _feed(home: str, vacancies: Iterable[Vacancy]) -> Iterator[bytes]:
    # The plugin uses the site's own address as the namespace: it differs from site to site.
    yield (
        '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        f'xmlns:job_listing="{home}">\n<channel>\n<title>A sample board</title>\n'
        f"<link>{home}</link>\n<description>Its jobs are made up.</description>\n"
    ).encode()
    for vacancy in vacancies:
        yield _item(home, vacancy).encode()
    yield b"</channel>\n</rss>\n"


def _item(home: str, vacancy: Vacancy) -> str:
    return f"""<item>
<title>{escape(vacancy.title)}</title>
<link>{home}/job/{slugified(vacancy.title)}-{vacancy.id}/</link>
<dc:creator><![CDATA[editors]]></dc:creator>
<pubDate>{format_datetime(vacancy.published)}</pubDate>
<guid isPermaLink="false">{home}/?post_type=job_listing&amp;p={vacancy.id}</guid>
<description><![CDATA[{vacancy.company} {vacancy.employer.business}.]]></description>
<content:encoded><![CDATA[{vacancy.html}]]></content:encoded>
<job_listing:location><![CDATA[{_location(vacancy)}]]></job_listing:location>
<job_listing:job_type><![CDATA[{EMPLOYMENT_NAMES[vacancy.employment]}]]></job_listing:job_type>
<job_listing:company><![CDATA[{company_name(vacancy)}]]></job_listing:company>
</item>
"""


def _location(vacancy: Vacancy) -> str:
    """The format has no field for the workplace, so the location says whether the work is remote."""
    if vacancy.attendance:
        return f"{vacancy.employer.town} (Hybrid)" if vacancy.attendance == "hybrid" else vacancy.employer.town
    area = vacancy.area.field
    return f"{area} (Remote)" if area not in ("", "Remote") else "Remote"
