"""The boards that we can read: one line each."""

from importlib import import_module

from listings.boards.base import Board

# Each is the name of a board and of the module beside this one that reads it.
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
    "pinpoint",
    "bamboohr",
    "breezy",
    "rippling",
    "workday",
    "oracle",
    "comeet",
    "paylocity",
    "manatal",
    "jazzhr",
    "gusto",
    "icims",
    "jobvite",
    "eightfold",
    "phenom",
    "avature",
    "adp",
    "workatastartup",
    "jobposting",
    "feed",
    "jobspresso",
    "themuse",
    "nodesk",
    "landingjobs",
    "torre",
    "keyvalues",
    "moonlight",
)
BOARDS: dict[str, Board] = {name: import_module(f"listings.boards.{name}").BOARD for name in NAMES}
