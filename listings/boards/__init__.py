"""The boards we can read: one line each."""

from importlib import import_module

from listings.boards.base import Board

NAMES = (
    "remotive",
    "weworkremotely",
    "remoteco",
    "remoteok",
    "himalayas",
    "jobicy",
    "arbeitnow",
    "workingnomads",
    "hackernews",
    "greenhouse",
    "lever",
    "ashby",
    "recruitee",
    "workable",
    "teamtailor",
    "smartrecruiters",
    "personio",
    "jobposting",
    "feed",
    "jobspresso",
    "keyvalues",
    "moonlight",
)
"""Each is the module that reads it, and its BOARD's name."""

BOARDS: dict[str, Board] = {name: import_module(f"listings.boards.{name}").BOARD for name in NAMES}
