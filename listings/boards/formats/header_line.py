"""Header lines of hiring threads: "Company | Role | Place | REMOTE (US) | Full-time | $90k", in any order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from listings.boards.formats.fields import BadRecord

LONGEST_PART, LONGEST_PLACES, LONGEST_NAME = 120, 200, 80
LINK = re.compile(r"https?://\S+|(?<![@\w.])(?:[a-z0-9-]{1,63}\.){1,3}[a-z]{2,14}(?:/\S*)?(?![\w@])", re.IGNORECASE)
WORKPLACE = re.compile(
    r"\b(?:remote(?:ly)?|on[- ]?sites?|hybrid|in[- ]person|(?:in|from)[- ](?:the )?office|work from home|wfh)\b",
    re.IGNORECASE,
)
EMPLOYMENT = re.compile(
    r"\b(?:full[- ]?time|part[- ]?time|contract(?:or|ors|s)?(?:[- ]to[- ]hire)?|freelance|permanent"
    r"|intern(?:s|ships?)?)\b",
    re.IGNORECASE,
)
CURRENCY = "(?:USD|EUR|GBP|CAD|AUD|CHF)"
MONEY = re.compile(rf"[$€£¥₹]\s?\d|\d\s?k\b|\d\s?{CURRENCY}\b|\b{CURRENCY}\s?\d", re.IGNORECASE)
NOT_PAY = re.compile(
    r"\b(?:fund(?:ed|ing)|raised|series|arr|revenue|valuation|backed|downloads|users|stars|customers)\b", re.IGNORECASE
)
ROLE = re.compile(
    r"\b(?:engineers?|developers?|designers?|managers?|scientists?|analysts?|architects?|leads?|heads?|directors?"
    r"|researchers?|specialists?|consultants?|programmers?|administrators?|technicians?|writers?|recruiters?"
    r"|marketers?|sres?|devops|cto|vp|fde|pms?|member of technical staff|founding|evangelists?|advocates?"
    r"|associates?|representatives?|executives?|coordinators?|editors?|accountants?|controllers?"
    r"|(?:engineering|software|research|design|marketing|data) interns?)\b",
    re.IGNORECASE,
)
LOOSE_ROLE = re.compile(
    r"\b(?:roles?|positions?|openings?|jobs?|engineering|development|design|product|sales|marketing|security|data"
    r"|machine learning|support|full[- ]?stack|back[- ]?end|front[- ]?end|mobile|operations|qa|ml|staff|senior)\b",
    re.IGNORECASE,
)
NO_ROLE = re.compile(
    r"\b(?:visa|relocation|citizen(?:ship|s)?|equity|benefits?|timezones?|required|yc [a-z]\d\d)\b", re.IGNORECASE
)
# An employer's seat is no place where people may work.
NO_PLACE = re.compile(
    r"\b(?:hq|headquarter\w*|teams?|software|industry|python|java|typescript|javascript|react|rust|golang|node|aws|kubernetes)\b",
    re.IGNORECASE,
)
SMALL_WORDS = {"and", "or", "of", "de", "the", "in", "-", "–"}
NO_NAME = re.compile(
    r"\b(?:fully|first|only|friendly|ok|or|and|possible|preferred|flexible|days?|a|per|week)\b", re.IGNORECASE
)
SEEKING = re.compile(r"seeking freelancers?|hiring|now hiring", re.IGNORECASE)
LEGAL = re.compile(r",\s*(?:inc|llc|ltd|gmbh|corp|co|pbc|s\.?a)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Header:
    company: str
    title: str
    location: str
    workplace: tuple[str, ...]
    employment: tuple[str, ...]
    salary: str


def read_header(line: str) -> Header:
    """`line`: plain text. Raises BadRecord where it does not follow the convention."""
    parts = [" ".join(part.strip(" *_").split()) for part in line.split("|")]
    if parts and SEEKING.fullmatch(parts[0]):
        parts = parts[1:]
    if len(parts) < 2:
        raise BadRecord("its first line is no header of parts between bars: Company | Role | Place | REMOTE")
    if _place_first(parts):
        parts = [parts[1], parts[0], *parts[2:]]
    stated = [part for part in parts[1:] if 0 < len(part) <= (LONGEST_PLACES if _begins_at(part) else LONGEST_PART)]
    role = _role(stated)
    company = _company(parts[0], role)
    at = [part for part in stated if part != role and WORKPLACE.search(part)]
    if not (role or at):
        raise BadRecord("its header names neither a role nor where the work is done")
    return Header(
        company=company,
        title=role or " | ".join(_rest(stated)),
        location="; ".join(_places(stated, role)),
        workplace=tuple(at),
        employment=tuple(dict.fromkeys(word for part in stated for word in EMPLOYMENT.findall(part))),
        salary="; ".join(part for part in stated if _is_pay(part)),
    )


def _rest(stated: Sequence[str]) -> list[str]:
    """Of a header without a role: what else it says, which is all there is to call the ad by."""
    said = [part for part in stated if not LINK.fullmatch(part)]
    return [part for part in said if not _is_pay(part) and not NO_ROLE.search(part)] or said


def _company(part: str, role: str) -> str:
    """Without what explains it: an address, brackets at its end, words after a dash."""
    name = LINK.sub("", part) if LINK.sub("", part).strip(" ()[],-–—:") else part
    name = re.split(r"\s[-–—]\s", name)[0]
    name = name.partition(" (")[0].strip(" ()[],-–—:")
    if not re.search(r"\w", name):
        raise BadRecord("its header names no company")
    if len(name) > LONGEST_NAME:
        raise BadRecord("its header begins with a sentence, not with a company")
    if not role and ROLE.search(name):
        raise BadRecord("its header begins with a role and names no company")
    return name


def _place_first(parts: Sequence[str]) -> bool:
    """ "Cologne, Germany | Company | Role": some turn the order round."""
    first, second = parts[0], parts[1]
    turned = bool(re.fullmatch(r"[A-Z][\w.'’ -]{1,40}, [A-Z][\w.'’ -]{1,40}", first)) and not LEGAL.search(first)
    named = second and len(second.split()) <= 3 and "," not in second and not _is_known(second)
    return bool(turned and named and _role(parts[2:]))


def _is_known(part: str) -> bool:
    known = (WORKPLACE, EMPLOYMENT, ROLE, LOOSE_ROLE, MONEY, NO_ROLE)
    return bool(LINK.fullmatch(part)) or any(pattern.search(part) for pattern in known)


def _role(stated: Sequence[str]) -> str:
    """The first part with a word for a role; else with one for a field of work, if it says nothing else."""
    free = [part for part in stated if not NO_ROLE.search(part) and not _is_link(part)]
    named = next((part for part in free if ROLE.search(part) and not _begins_at(part)), "")
    loose = (part for part in free if LOOSE_ROLE.search(part) and not WORKPLACE.search(part))
    return named or next((part for part in loose if not EMPLOYMENT.search(part) and not _is_pay(part)), "")


def _begins_at(part: str) -> bool:
    """ "REMOTE (US), leads only" is about the place."""
    return bool(WORKPLACE.match(part))


def _is_link(part: str) -> bool:
    return "://" in part or bool(LINK.fullmatch(part))


def _is_pay(part: str) -> bool:
    return bool(MONEY.search(part)) and not NOT_PAY.search(part) and not _is_link(part)


def _places(stated: Sequence[str], role: str) -> list[str]:
    """Parts that say where: with the workplace in them, or the first that looks like names of places."""
    found: list[str] = []
    for part in stated:
        if part == role or _is_pay(part):
            continue
        if WORKPLACE.search(part):
            if re.search(r"[^\W\d_]{2}", NO_NAME.sub("", EMPLOYMENT.sub("", WORKPLACE.sub("", part)))):
                found.append(part)
        elif not found and not _is_known(part) and not NO_PLACE.search(part) and _looks_like_places(part):
            found.append(part)
    return found


def _looks_like_places(part: str) -> bool:
    """Names only: "Boulder, CO", "NYC/SF", "Berlin or Paris"."""
    words = [word for word in re.split(r"[\s,/()+&]+", part) if word]
    return 0 < len(words) <= 10 and all(word[0].isupper() or word in SMALL_WORDS for word in words)
