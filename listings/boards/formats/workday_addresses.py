"""Addresses of Workday's career sites: of the API, of the pages that people read, and what they say of a vacancy."""

from __future__ import annotations

import re

from listings.boards.base import Request
from listings.boards.formats.fields import BadRecord
from listings.boards.formats.hiring_systems import HOST_LABEL

POD = r"wd\d{1,4}"
TENANT = re.compile(rf"//({HOST_LABEL})\.{POD}\.myworkdayjobs\.com")
# For vacancies read from a file, whose host is unknown.
DEFAULT_SITE = "https://www.myworkdayjobs.com"


def site_address(request: Request) -> str:
    """Of the pages that people read: without what makes the address of a list one of the API."""
    tenant = TENANT.search(request.url)
    return request.url.replace(f"/wday/cxs/{tenant[1]}", "", 1).removesuffix("/jobs") if tenant else DEFAULT_SITE


def detail_address(url: str, request: Request) -> str:
    """Of the API, for the page of a vacancy that a list named."""
    return request.url.removesuffix("/jobs") + url.removeprefix(site_address(request))


def requisition(path: str) -> str:
    """What is behind the title in ".../Tide-Analyst_R-123-1". Copies of a vacancy for other places are numbered."""
    slug = path.partition("?")[0].rstrip("/").rpartition("/")[2]
    number = slug.partition("_")[2] or slug
    if not number:
        raise BadRecord("externalPath names no vacancy")
    return number
