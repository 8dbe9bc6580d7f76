"""Which slots each made-up board has, who hires in them, and which of their ads other boards show as well.

A slot is a number that stands for one ad at a time. The first boards share the slots from 0 (see state.py); each later
board and each employer with a hiring system has a block of its own, so that adding one changes no other's ads.
"""

from __future__ import annotations

from typing import Literal

from listings.samples.employers import EMPLOYERS, employer
from listings.samples.lifetimes import original_slot
from listings.samples.rng import mix

# "" is remote work.
Attendance = Literal["", "hybrid", "on site"]
EMPLOYER_ATTENDANCE: tuple[Attendance, ...] = ("", "", "", "hybrid", "on site")
GENERAL_ATTENDANCE: tuple[Attendance, ...] = ("", "", "", "", "", "hybrid", "on site")
BOARD_BLOCK = 10_000_000
# In the order of their blocks: a new board goes to the end.
BOARDS = (
    "remoteok", "himalayas", "jobicy", "arbeitnow", "workingnomads", "hackernews", "jobposting", "feed", "jobspresso",
)  # fmt: skip
# One slot for so many ads of the first boards, and a maximum: some boards show only their newest.
SHARES = {
    "remoteok": (10, 97),
    "himalayas": (5, BOARD_BLOCK),
    "jobicy": (10, 100),
    "arbeitnow": (10, BOARD_BLOCK),
    "workingnomads": (10, 100),
    "hackernews": (10, 900),
    "jobposting": (20, 60),
    "feed": (10, BOARD_BLOCK),
    "jobspresso": (10, 200),
}
EMPLOYER_START, EMPLOYER_BLOCK = 1_000_000_000, 100_000
SYSTEMS = ("greenhouse", "lever", "ashby", "workable", "recruitee", "teamtailor", "personio")
# One slot in so many shows an ad of the first API, as many one of an employer's hiring system.
SHARED = 16
# Only the first employers' ads are on other boards too, three employers of each system.
SHARING_EMPLOYERS = 21


def board_slots(board: str, ads: int) -> range:
    """`ads` is the number of ads on the first boards."""
    start = (BOARDS.index(board) + 1) * BOARD_BLOCK
    divisor, maximum = SHARES[board]
    return range(start, start + min(maximum, ads // divisor + 2))


def employer_slots(number: int, ads: int, seed: int) -> range:
    """The slots of an employer's hiring system: a few for most, hundreds where there are many ads."""
    start = EMPLOYER_START + number * EMPLOYER_BLOCK
    return range(start, start + 3 + mix(seed, number, 11) % max(12, ads // 50))


def employer_of(slot: int) -> int | None:
    """The number of the employer in whose block the slot is."""
    return (slot - EMPLOYER_START) // EMPLOYER_BLOCK if slot >= EMPLOYER_START else None


def token(number: int) -> str:
    """The employer's name in the addresses of its hiring system. The same for every seed."""
    return employer(1, number).host.removesuffix(".example")


# A request names the token alone.
EMPLOYER_NUMBERS = {token(number): number for number in range(EMPLOYERS)}


def system_of(number: int) -> str:
    return SYSTEMS[number % len(SYSTEMS)]


def attendance(slot: int) -> Attendance:
    """Boards of remote jobs have remote ads only; employers and general boards have some on site."""
    if slot < BOARD_BLOCK:
        return ""
    place = slot % BOARD_BLOCK % EMPLOYER_BLOCK
    if slot >= EMPLOYER_START:
        return EMPLOYER_ATTENDANCE[place % len(EMPLOYER_ATTENDANCE)]
    board = BOARDS[slot // BOARD_BLOCK - 1]
    if board == "arbeitnow":
        return "on site" if place % 3 else ""
    if board in ("hackernews", "jobposting", "feed"):
        return GENERAL_ATTENDANCE[place % len(GENERAL_ATTENDANCE)]
    return ""


def shown_slot(slot: int, api_slots: range, ads: int, seed: int) -> int:
    """The slot whose ad a later board's slot shows: usually its own, else one of the first API's or an employer's."""
    block, place = slot // BOARD_BLOCK, slot % BOARD_BLOCK
    if slot >= EMPLOYER_START:
        return original_slot(slot)
    # Shifted by up to two places, so that every third board shows what the feeds show too.
    shifted = place + block % 3
    if place % SHARED == SHARED // 2 and shifted < len(api_slots):
        return original_slot(api_slots.start + shifted)
    if place % SHARED == SHARED - 4:
        turn, number = divmod(place // SHARED, SHARING_EMPLOYERS)
        slots = employer_slots(number, ads, seed)
        candidate = original_slot(slots.start + turn * 5)
        return candidate if candidate in slots else original_slot(slot)
    return original_slot(slot)
