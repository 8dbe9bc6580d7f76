"""The hosts of the made-up boards: the board that each belongs to, its robots.txt and its content type."""

from __future__ import annotations

from dataclasses import dataclass

ALL_ALLOWED = "User-agent: *\nAllow: /\n"
JSON, XML, HTML = "application/json", "application/xml", "text/html"


@dataclass(frozen=True, slots=True)
class Host:
    """`board` is the board's main host; its other hosts share its faults."""

    board: str
    content_type: str
    robots: str = ALL_ALLOWED


# The rules of the real boards, shortened. All addresses that we fetch are allowed.
_BOARDS = {
    "remotive.com": (JSON, "User-agent: *\nAllow: /\nDisallow: /private/\n"),
    "weworkremotely.com": (XML, "User-agent: *\nAllow: /remote-jobs\nAllow: /categories\nDisallow: /account/\n"),
    "remote.co": (XML, "User-agent: *\nDisallow: /ej/api/*\nDisallow: /eb/api/*\nDisallow: *?categories=*\n"),
    "remoteok.com": (JSON, ALL_ALLOWED),
    "himalayas.app": (JSON, "User-agent: *\nDisallow: /api/auth/\n"),
    "jobicy.com": (JSON, "User-agent: *\nDisallow: /wp-admin/\n"),
    "www.arbeitnow.com": (JSON, "User-agent: *\nDisallow: /login\n"),
    "www.workingnomads.com": (JSON, "User-agent: *\nDisallow: /admin/\n"),
    "hn.algolia.com": (JSON, ALL_ALLOWED),
    "jobspresso.co": (XML, "User-agent: *\nDisallow: /wp-admin/\n"),
    "boards-api.greenhouse.io": (JSON, ALL_ALLOWED),
    "api.lever.co": (JSON, ALL_ALLOWED),
    "api.ashbyhq.com": (JSON, ALL_ALLOWED),
    "apply.workable.com": (JSON, ALL_ALLOWED),
    "recruitee.com": (JSON, ALL_ALLOWED),
    "teamtailor.com": (JSON, ALL_ALLOWED),
    "jobs.personio.de": (XML, ALL_ALLOWED),
    "saltmarsh.example": (XML, "User-agent: *\nDisallow: /search\n"),
    "lowwater.example": (XML, "User-agent: *\nDisallow: /wp-admin/\n"),
}
_ALIASES = {
    "farboard.example": "remotive.com",
    "openroad.example": "weworkremotely.com",
    "homeport.example": "remote.co",
    "nightheron.example": "remoteok.com",
    "highfell.example": "himalayas.app",
    "tidewrack.example": "jobicy.com",
    "werkhof.example": "www.arbeitnow.com",
    "driftwood.example": "www.workingnomads.com",
    "coppergate.example": "jobspresso.co",
    "api.eu.lever.co": "api.lever.co",
    "jobs.personio.com": "jobs.personio.de",
}
# Each employer has a subdomain of these, named by its token.
_PARENTS = ("recruitee.com", "teamtailor.com", "jobs.personio.de", "jobs.personio.com")
HOSTS: dict[str, Host] = {
    name: Host(board, *_BOARDS[board]) for name, board in [*zip(_BOARDS, _BOARDS, strict=True), *_ALIASES.items()]
}


def host_of(name: str) -> Host | None:
    """None for a host that is not served."""
    subdomain, _, parent = name.partition(".")
    return HOSTS.get(parent) if subdomain and parent in _PARENTS else HOSTS.get(name)
