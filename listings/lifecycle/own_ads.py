"""Which ads are an employer's own: those of its account on a hiring system, if the account goes by its name.

Whoever has an account may write any employer's name into its ads.
"""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import unquote

from rapidfuzz import fuzz

from listings.boards.employer_list import directory_of
from listings.dedup.matching import company_similarity
from listings.dedup.normalise import company_key, fold
from listings.models import Posting, Source
from listings.vocabulary.bounded_cache import bounded_cache

MIN_CONTAINED, MIN_INITIALS = 4, 2
MIN_RATIO = 80
SEPARATOR = re.compile(r"[./:?&=]+")


def is_employers_own(posting: Posting) -> bool:
    """Reads its source: load it."""
    return is_account_of(posting.source, posting.ad["company"])


def is_by_account(posting: Posting, account: int | None) -> bool:
    """Whether it is the employer's own, and of the account that speaks for the employer: a source's id.

    None: of any that goes by its name. Reads its source: load it.
    """
    return account in (None, posting.source_id) and is_employers_own(posting)


def is_account_of(source: Source, employer: str) -> bool:
    """Whether ads of the source under this employer's name are the employer's own."""
    board, options = source.board_config, source.options
    if not board.employers_own or not board.is_hiring_system or not options.get("token"):
        return board.employers_own
    return goes_by(employer, board.name, options["token"], options.get("company") or "")


@bounded_cache(5_000, longest=300)
def goes_by(employer: str, board: str, token: str, company: str) -> bool:
    """Whether an account is called like the employer: by its token, by `company`, or in the list that we ship."""
    names = {company, _listed_names(board).get(token, "")} - {""}
    if any(company_similarity(company_key(employer), company_key(name)) for name in names):
        return True
    return any(_is_like(employer, part) for part in (token, *SEPARATOR.split(token)) if part)


def _is_like(employer: str, token: str) -> bool:
    key, account = company_key(employer), company_key(unquote(token))
    shorter, longer = sorted((key, account), key=len)
    if key == account or (len(shorter) >= MIN_CONTAINED and shorter in longer) or fuzz.ratio(key, account) >= MIN_RATIO:
        return True
    initials = "".join(word[0] for word in fold(employer).split())
    return len(initials) >= MIN_INITIALS and account == initials


@cache
def _listed_names(board: str) -> dict[str, str]:
    """Token → name."""
    listed = (employer.options for employer in directory_of(board))
    return {options["token"]: options["company"] for options in listed if options.get("company")}
