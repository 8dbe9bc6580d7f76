"""Each made-up board's own answers, by the host that it is best known by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from listings.samples import apis, comments, formats, jobpages, sites
from listings.samples.answers import WEB_PAGE, Answers, Asked, SampleResponse, not_found, plain
from listings.samples.employers import employer, slugged
from listings.samples.hosts import host_of
from listings.samples.slots import NUMBERS, system_of
from listings.samples.state import FEEDS, NEWEST, Boards
from listings.samples.systems import BODIES, Hiring
from listings.samples.timing import moment_of
from listings.samples.vacancies import Vacancy

JSON = "application/json"


def remotive(asked: Asked) -> SampleResponse | None:
    if asked.path != "/api/remote-jobs":
        return None
    boards = asked.boards
    numbers = asked.kept(_asked_for(asked))
    total = len(numbers)
    first = asked.whole("offset", 0)
    numbers = numbers[first : first + asked.whole("limit", total)]
    body = formats.remotive_body(boards.shown(numbers, asked.moment), len(numbers), total)
    return asked.listed(JSON, numbers, body, f"-{total}")


def _asked_for(asked: Asked) -> Sequence[int]:
    boards, query = asked.boards, asked.query
    category, company = slugged(query.get("category", "")), query.get("company_name", "").lower()
    words = query.get("search", "").lower()
    if not (category or company or words):
        return boards.in_api

    def suits(one: Vacancy) -> bool:
        text = f"{one.title} {one.company} {one.html}".lower()
        return category in ("", slugged(formats.category_of(one))) and company in one.company.lower() and words in text

    kept = zip(boards.in_api, boards.shown(boards.in_api, asked.moment), strict=True)
    return [number for number, one in kept if suits(one)]


def weworkremotely(asked: Asked) -> SampleResponse | None:
    boards, slug = asked.boards, asked.path.removesuffix(".rss").rpartition("/")[2]
    if asked.path.endswith(".rss") and slug in (*FEEDS, *NEWEST):
        numbers = asked.kept(boards.feed(slug, asked.moment))
        title = f"Openroad, the sample board of feeds: {FEEDS.get(slug, slug)}"
        body = formats.feed_body(title, boards.shown(numbers, asked.moment))
        return asked.listed("application/rss+xml; charset=utf-8", numbers, body)
    if asked.path.startswith(("/remote-jobs/", "/listings/")):
        # As on the board itself, an ad that is no more is no error: its address leads home.
        return plain(301, "", location=f"https://{asked.host}/")
    return None


def remoteco(asked: Asked) -> SampleResponse | None:
    boards, moment = asked.boards, asked.moment
    if asked.path == "/latest-jobs-sitemap.xml":
        numbers = asked.kept(boards.pages)
        times = [moment_of(shown.since) for shown in boards.showings(numbers, moment)]
        return asked.listed("application/xml", numbers, jobpages.sitemap_body(boards.shown(numbers, moment), times))
    if not asked.path.startswith("/job-details/"):
        return None
    uuid = asked.path[-36:]
    one = boards.page(uuid, moment)
    if one is not None:
        return asked.page(jobpages.job_page(one))
    ended = boards.ended(uuid, moment)
    if ended is None:
        return not_found()
    # One in four says so in words alone.
    if uuid[-1] in "048c":
        return SampleResponse(200, WEB_PAGE, iter([jobpages.expired_page(ended)]))
    return plain(410, "<!DOCTYPE html><html><body>This job is gone.</body></html>", WEB_PAGE)


def remoteok(asked: Asked) -> SampleResponse | None:
    if asked.path != "/api":
        return None
    numbers = asked.kept(asked.boards.newest_first(asked.boards.of_board("remoteok"), asked.moment))
    _, changed = asked.boards.fingerprint(numbers, asked.moment)
    body = apis.remoteok_body(asked.boards.shown(numbers, asked.moment), int(changed.timestamp()))
    return asked.listed(JSON, numbers, body)


def himalayas(asked: Asked) -> SampleResponse | None:
    if asked.path != "/jobs/api":
        return None
    everything = asked.kept(asked.boards.newest_first(asked.boards.of_board("himalayas"), asked.moment))
    first, each = asked.whole("offset", 0), min(20, asked.whole("limit", 20))
    numbers = everything[first : first + each]
    records = map(apis.himalayas_record, asked.boards.shown(numbers, asked.moment))
    body = apis.enveloped(
        "jobs", records,
        comments=formats.WARNING, updatedAt=int(asked.moment.timestamp()) // 3600 * 3600, offset=first, limit=each,
        totalCount=len(everything),
    )  # fmt: skip
    return asked.listed(JSON, numbers, body, f"-{first}-{len(everything)}")


def jobicy(asked: Asked) -> SampleResponse | None:
    if asked.path != "/api/v2/remote-jobs":
        return None
    numbers = asked.kept(asked.boards.newest_first(asked.boards.of_board("jobicy"), asked.moment))
    numbers = numbers[: min(100, asked.whole("count", 50))]
    records = map(apis.jobicy_record, asked.boards.shown(numbers, asked.moment))
    body = apis.enveloped("jobs", records, apiVersion="2", friendlyNotice=formats.LEGAL, jobCount=len(numbers))
    return asked.listed(JSON, numbers, body)


def arbeitnow(asked: Asked) -> SampleResponse | None:
    if asked.path != "/api/job-board-api":
        return None
    everything = asked.kept(asked.boards.newest_first(asked.boards.of_board("arbeitnow"), asked.moment))
    page, pages = max(1, asked.whole("page", 1)), -(-len(everything) // 100)
    numbers = everything[page * 100 - 100 : page * 100]
    body = apis.arbeitnow_body(asked.boards.shown(numbers, asked.moment), page, pages)
    return asked.listed(JSON, numbers, body, f"-{page}-{pages}")


def workingnomads(asked: Asked) -> SampleResponse | None:
    if asked.path != "/api/exposed_jobs/":
        return None
    numbers = asked.kept(asked.boards.newest_first(asked.boards.of_board("workingnomads"), asked.moment))
    records = map(apis.workingnomads_record, asked.boards.shown(numbers, asked.moment))
    return asked.listed(JSON, numbers, apis.pieces(b"[", records, b"]"))


def hackernews(asked: Asked) -> SampleResponse | None:
    tags = asked.query.get("tags", "").split(",")
    if asked.path not in ("/api/v1/search", "/api/v1/search_by_date"):
        return None
    story = comments.story_of(asked.moment)
    if "author_whoishiring" in tags:
        return asked.listed(JSON, [], comments.stories_body(asked.moment), f"-{story['objectID']}")
    boards = asked.boards
    if f"story_{story['objectID']}" not in tags:
        return asked.listed(JSON, [], comments.comments_body([], story, 0, 1000))
    known = [one for one in boards.of_board("hackernews") if boards.trade(one).feed in comments.PROGRAMMING]
    numbers = asked.kept(known)
    page, each = asked.whole("page", 0), max(1, min(1000, asked.whole("hitsPerPage", 20)))
    body = comments.comments_body(list(boards.shown(numbers, asked.moment)), story, page, each)
    return asked.listed(JSON, numbers, body, f"-{page}-{each}")


TOKEN_AFTER = {
    "greenhouse": ("/v1/boards/", "/jobs"),
    "lever": ("/v0/postings/", ""),
    "ashby": ("/posting-api/job-board/", ""),
    "workable": ("/api/v1/widget/accounts/", ""),
}
AT_OWN_HOST = {"recruitee": "/api/offers/", "teamtailor": "/jobs.json", "personio": "/xml"}


def system(name: str) -> Answers:
    """The answers of an employers' system: one token, one employer; other systems do not know it."""

    def answers(asked: Asked) -> SampleResponse | None:
        token = _token(name, asked)
        number = NUMBERS.get(token)
        if number is None or system_of(number) != name:
            return None
        boards = asked.boards
        numbers = asked.kept(boards.of_employer(number))
        kind, body = BODIES[name]
        hiring = Hiring(employer(boards.seed, number), token, len(numbers))
        return asked.listed(kind, numbers, body(hiring, boards.shown(numbers, asked.moment)))

    return answers


def _token(name: str, asked: Asked) -> str:
    if name in AT_OWN_HOST:
        return asked.host.partition(".")[0] if asked.path == AT_OWN_HOST[name] else ""
    before, after = TOKEN_AFTER[name]
    if not (asked.path.startswith(before) and asked.path.endswith(after)):
        return ""
    return asked.path.removeprefix(before).removesuffix(after)


def saltmarsh(asked: Asked) -> SampleResponse | None:
    boards, moment = asked.boards, asked.moment
    mine = boards.of_board("jobposting")
    if asked.path == "/sitemap.xml":
        numbers = asked.kept(mine)
        times = [moment_of(shown.since) for shown in boards.showings(numbers, moment)]
        return asked.listed("application/xml", numbers, sites.sitemap_body(boards.shown(numbers, moment), times))
    ident = asked.path.rpartition("-")[2]
    if not asked.path.startswith("/jobs/") or not ident.isdigit():
        return None
    one = next((one for one in boards.shown(mine, moment) if one.id == int(ident)), None)
    if one is not None:
        return asked.page(sites.job_page(one))
    ended = boards.before(mine, int(ident), moment)
    return asked.page(sites.removed_page(ended)) if ended else not_found()


def job_feed(board: str, home: str) -> Answers:
    def answers(asked: Asked) -> SampleResponse | None:
        if asked.query.get("feed") != "job_feed":
            return None
        numbers = asked.kept(asked.boards.newest_first(asked.boards.of_board(board), asked.moment))
        body = sites.feed_body(home, asked.boards.shown(numbers, asked.moment))
        return asked.listed("application/rss+xml; charset=utf-8", numbers, body)

    return answers


SPEAKING: dict[str, Answers] = {
    "remotive.com": remotive,
    "weworkremotely.com": weworkremotely,
    "remote.co": remoteco,
    "remoteok.com": remoteok,
    "himalayas.app": himalayas,
    "jobicy.com": jobicy,
    "www.arbeitnow.com": arbeitnow,
    "www.workingnomads.com": workingnomads,
    "hn.algolia.com": hackernews,
    "boards-api.greenhouse.io": system("greenhouse"),
    "api.lever.co": system("lever"),
    "api.ashbyhq.com": system("ashby"),
    "apply.workable.com": system("workable"),
    "recruitee.com": system("recruitee"),
    "teamtailor.com": system("teamtailor"),
    "jobs.personio.de": system("personio"),
    "saltmarsh.example": saltmarsh,
    "lowwater.example": job_feed("feed", "https://lowwater.example"),
    "jobspresso.co": job_feed("jobspresso", "https://coppergate.example"),
}


def answer(boards: Boards, name: str, path: str, query: Mapping[str, str], fault: str) -> SampleResponse:
    """`name` is the host that was asked; `fault` is "" or one of SPOILED."""
    host = host_of(name)
    if host is None:
        return plain(404, "not here")
    said = SPEAKING[host.board](Asked(boards, name, host.board, path, query, fault, boards.now()))
    if said is None and path == "/":
        return plain(200, "<!DOCTYPE html><html><title>A sample board</title></html>", WEB_PAGE)
    return said or plain(404, "not here")
