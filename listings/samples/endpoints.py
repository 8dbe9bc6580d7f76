"""The endpoint of each made-up board, by its main host."""

from __future__ import annotations

from collections.abc import Mapping

from listings.samples.boards import (
    arbeitnow,
    ashby,
    greenhouse,
    hackernews,
    himalayas,
    jobicy,
    jobposting,
    lever,
    personio,
    recruitee,
    remoteco,
    remoteok,
    remotive,
    teamtailor,
    weworkremotely,
    workable,
    workingnomads,
)
from listings.samples.boards.job_feed import feed_endpoint
from listings.samples.hosts import host_of
from listings.samples.responses import WEB_PAGE, Endpoint, SampleRequest, SampleResponse, text_response
from listings.samples.state import SampleBoards

HOME_PAGE = "<!DOCTYPE html><html><title>A sample board</title></html>"
ENDPOINTS: dict[str, Endpoint] = {
    "remotive.com": remotive.endpoint,
    "weworkremotely.com": weworkremotely.endpoint,
    "remote.co": remoteco.endpoint,
    "remoteok.com": remoteok.endpoint,
    "himalayas.app": himalayas.endpoint,
    "jobicy.com": jobicy.endpoint,
    "www.arbeitnow.com": arbeitnow.endpoint,
    "www.workingnomads.com": workingnomads.endpoint,
    "hn.algolia.com": hackernews.endpoint,
    "boards-api.greenhouse.io": greenhouse.endpoint,
    "api.lever.co": lever.endpoint,
    "api.ashbyhq.com": ashby.endpoint,
    "apply.workable.com": workable.endpoint,
    "recruitee.com": recruitee.endpoint,
    "teamtailor.com": teamtailor.endpoint,
    "jobs.personio.de": personio.endpoint,
    "saltmarsh.example": jobposting.endpoint,
    "lowwater.example": feed_endpoint("feed", "https://lowwater.example"),
    "jobspresso.co": feed_endpoint("jobspresso", "https://coppergate.example"),
}


def respond(boards: SampleBoards, host: str, path: str, query: Mapping[str, str], fault: str) -> SampleResponse:
    """`fault` is "" or one of SPOILING."""
    known_host = host_of(host)
    if known_host is None:
        return text_response(404, "not here")
    response = ENDPOINTS[known_host.board](SampleRequest(boards, host, path, query, fault, boards.now()))
    if response is None and path == "/":
        return text_response(200, HOME_PAGE, content_type=WEB_PAGE)
    return response or text_response(404, "not here")
