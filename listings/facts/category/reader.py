"""The category of an ad: its title's head noun, then the board's own category, then the text's name for the role."""

from __future__ import annotations

import re
from functools import lru_cache

from listings.facts.base import Fact, Reading
from listings.facts.category.departments import categories_of
from listings.facts.category.part_parser import CategoryMatch
from listings.facts.category.roles_in_text import match_listed_role, match_longer_title, match_role
from listings.facts.category.titles import OF_ENGINEERS, match_roles, match_title
from listings.facts.category.work_in_text import (
    category_without_selling,
    is_about_guarding,
    is_about_machines,
    is_about_markets,
    is_about_software,
)
from listings.facts.several_roles import roles_start

# "Research Analyst" may be one of stocks; "Solutions Consultant", one who sells nothing.
RESEARCHER = re.compile(r"research analysts?", re.IGNORECASE)
SOLUTIONS = re.compile(r"solutions? (?:consultant|engineer)s?", re.IGNORECASE)


# Asked for by the readers of other facts too.
@lru_cache(maxsize=2)
def read(reading: Reading) -> Fact | None:
    """The category by the most specific source that names one; None where the sources that are left disagree."""
    start = roles_start(reading.title)
    title = match_roles(reading.title, start) if start else match_title(reading.title)
    if start and title is None and start < len(reading.title):
        # Several roles of several kinds.
        return None
    if title and (category := _by_text(reading, title)):
        return _quote(reading, "title", title._replace(category=category))
    if title and title.sure:
        longer = None if start else match_longer_title(reading.title, reading.text, reading.lower_text)
        if longer and longer.category != title.category:
            return _quote(reading, "text", longer)
        return _quote(reading, "title", title)
    if reading.ad.category and (of_board := categories_of(reading.ad.category, reading.board.categories)):
        return _with_board(reading, title, of_board)
    if title and (not title.unproven or _is_software(reading)):
        return _quote(reading, "title", title)
    role = match_role(reading.text)
    # "Several roles", or a place where the title was due: the first role that the text lists.
    if role is None and title is None:
        role = match_listed_role(reading.text, reading.ad.company or "")
    return _quote(reading, "text", role) if role else None


def _by_text(reading: Reading, title: CategoryMatch) -> str | None:
    """Another category that the work which the text describes gives a title of several meanings."""
    words, lower = reading.title[title.start : title.end], reading.lower_text
    if title.general and is_about_machines(lower):
        return "other"
    if title.category == "security" and words.lower() == "security" and is_about_guarding(lower):
        return "other"
    if title.category == "data" and RESEARCHER.fullmatch(words) and is_about_markets(lower):
        return "finance"
    if title.category == "sales" and SOLUTIONS.fullmatch(words):
        return category_without_selling(lower)
    return None


def _with_board(reading: Reading, title: CategoryMatch | None, of_board: set[str]) -> Fact | None:
    """What a general word of the title says is kept if the board's names have it too, or say nothing better."""
    agrees = title and (title.category in of_board or of_board == {"other"})
    if title and agrees and (not title.unproven or of_board <= OF_ENGINEERS or _is_software(reading)):
        return _quote(reading, "title", title)
    if len(of_board) == 1:
        # Boards file whatever they cannot place among the developers.
        is_doubtful = of_board == {"engineering"} and not _is_software(reading)
        return None if is_doubtful else Fact(next(iter(of_board)), "field:category")
    # One of several departments: the one that the text's name for the role belongs to.
    role = match_role(reading.text)
    return _quote(reading, "text", role) if role and role.category in of_board else None


def _is_software(reading: Reading) -> bool:
    return is_about_software(f"{reading.lower_title}\n{reading.lower_text}")


def _quote(reading: Reading, field: str, match: CategoryMatch) -> Fact:
    return Fact(match.category, *reading.quote(field, match.start, match.end))
