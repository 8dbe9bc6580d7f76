"""Which slots each of the younger boards has, and which of their vacancies are published elsewhere as well."""

from __future__ import annotations

from typing import Literal

from listings.samples.dice import mixed
from listings.samples.employers import EMPLOYERS, employer
from listings.samples.timing import rooted

Attendance = Literal["", "hybrid", "on site"]
AT_EMPLOYERS: tuple[Attendance, ...] = ("", "", "", "hybrid", "on site")
AT_LARGE: tuple[Attendance, ...] = ("", "", "", "", "", "hybrid", "on site")
MILLIONS = 10_000_000
BOARDS = (
    "remoteok", "himalayas", "jobicy", "arbeitnow", "workingnomads", "hackernews", "jobposting", "feed", "jobspresso",
)  # fmt: skip
"""Each has a block of ten million slots of its own; the boards of the first slots are in state.py."""
SHARES = {
    "remoteok": (10, 97),
    "himalayas": (5, MILLIONS),
    "jobicy": (10, 100),
    "arbeitnow": (10, MILLIONS),
    "workingnomads": (10, 100),
    "hackernews": (10, 900),
    "jobposting": (20, 60),
    "feed": (10, MILLIONS),
    "jobspresso": (10, 200),
}
"""One slot for so many of the first boards' ads, and at most so many: some boards show their newest only."""
EMPLOYED, EACH_EMPLOYER = 1_000_000_000, 100_000
SYSTEMS = ("greenhouse", "lever", "ashby", "workable", "recruitee", "teamtailor", "personio")
ALSO_ELSEWHERE = 16
KNOWN_TOKENS = 21
"""The vacancies of so many first employers are on other boards too, three employers for each system."""


def slots(board: str, ads: int) -> range:
    start = (BOARDS.index(board) + 1) * MILLIONS
    each, most = SHARES[board]
    return range(start, start + min(most, ads // each + 2))


def employed(number: int, ads: int, seed: int) -> range:
    """The slots of an employer's own system: a few for most, hundreds on a large set of boards."""
    start = EMPLOYED + number * EACH_EMPLOYER
    return range(start, start + 3 + mixed(seed, number, 11) % max(12, ads // 50))


def hired_by(root: int) -> int | None:
    """The number of the employer whose own slot this is."""
    return (root - EMPLOYED) // EACH_EMPLOYER if root >= EMPLOYED else None


def token(number: int) -> str:
    """An employer's name in addresses."""
    return employer(1, number).host.removesuffix(".example")


NUMBERS = {token(number): number for number in range(EMPLOYERS)}


def system_of(number: int) -> str:
    return SYSTEMS[number % len(SYSTEMS)]


def tokens(system: str, count: int) -> list[str]:
    """The first employers of a system."""
    first = SYSTEMS.index(system)
    return [token(first + place * len(SYSTEMS)) for place in range(count)]


def attendance(root: int) -> Attendance:
    """Boards of remote jobs have no other; on employers' own, and on general boards, some are on site."""
    if root < MILLIONS:
        return ""
    place = root % MILLIONS % EACH_EMPLOYER
    if root >= EMPLOYED:
        return AT_EMPLOYERS[place % len(AT_EMPLOYERS)]
    board = BOARDS[root // MILLIONS - 1]
    if board == "arbeitnow":
        return "on site" if place % 3 else ""
    if board in ("hackernews", "jobposting", "feed"):
        return AT_LARGE[place % len(AT_LARGE)]
    return ""


def also_elsewhere(slot: int, in_api: range, ads: int, seed: int) -> int:
    """The root of a younger board's slot: its own, one of the first API's, or one of an employer's own system."""
    block, place = slot // MILLIONS, slot % MILLIONS
    if slot >= EMPLOYED:
        return rooted(slot)
    if place % ALSO_ELSEWHERE == ALSO_ELSEWHERE // 2 and place + block % 3 < len(in_api):
        # Every third board shows what the feeds show too: one vacancy on several boards.
        return rooted(in_api.start + place + block % 3)
    if place % ALSO_ELSEWHERE == ALSO_ELSEWHERE - 4:
        turn, number = divmod(place // ALSO_ELSEWHERE, KNOWN_TOKENS)
        theirs = employed(number, ads, seed)
        wanted = rooted(theirs.start + turn * 5)
        return wanted if wanted in theirs else rooted(slot)
    return rooted(slot)
