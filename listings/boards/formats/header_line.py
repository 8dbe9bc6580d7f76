"""Header lines of hiring threads: "Company | Role | Place | REMOTE (US) | Full-time | $90k", in any order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from listings.boards.formats.fields import BadRecord
from listings.vocabulary.places import cities, folded, names

MAX_PART, MAX_PLACES, MAX_NAME = 120, 200, 80
# Not the domain of an e-mail address, and not a part of a longer word.
LINK = re.compile(r"https?://\S+|(?<![@\w.])(?:[a-z0-9-]{1,63}\.){1,3}[a-z]{2,14}(?:/\S*)?(?![\w@])", re.IGNORECASE)
BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
SCHEME = re.compile(r"https?://(?:www\.)?", re.IGNORECASE)
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
# Money that the employer has raised or earns.
NOT_PAY = re.compile(
    r"\b(?:fund(?:ed|ing)|raised|series|arr|revenue|valuation|backed|downloads|users|stars|customers)\b", re.IGNORECASE
)
ROLE = re.compile(
    r"\b(?:engineers?|developers?|designers?|managers?|scientists?|analysts?|architects?|leads?|heads?|directors?"
    r"|researchers?|specialists?|consultants?|programmers?|administrators?|technicians?|writers?|recruiters?"
    r"|marketers?|sres?|devops|cto|vp|fde|pms?|member of technical staff|founding|evangelists?|advocates?"
    r"|testers?|hackers?(?! news)|swes?|sdes?|sdets?|devs?|strategists?|physicists?|mathematicians?|statisticians?"
    r"|associates?|representatives?|executives?|coordinators?|editors?|accountants?|controllers?"
    r"|(?:repair|support|service|field|lab|vet|pharmacy|desk|it) techs?"
    r"|(?:engineering|software|research|design|marketing|data) interns?)\b",
    re.IGNORECASE,
)
WHOLE_ROLE = re.compile(rf"(?:[\w/&+.-]+ ){{0,5}}{ROLE.pattern}", re.IGNORECASE)
# "Engineer (full-time | contract)"
BAR_IN_BRACKETS = re.compile(r"(\([^()|]{0,60})\|([^()|]{0,60}\))")
# Fields of work, for headers that name no role.
LOOSE_ROLE = re.compile(
    r"\b(?:roles?|positions?|openings?|jobs?|engineering|development|design|product|sales|marketing|security|data"
    r"|machine learning|support|full[- ]?stack|back[- ]?end|front[- ]?end|mobile|operations|qa|ux|ui|ml|staff"
    r"|senior)\b",
    re.IGNORECASE,
)
SEVERAL_ROLES = (
    r"(?:(?:multiple|various|several|many|all|open|two|three|four|five|\d{1,2}\+?) )?(?:open )?"
    r"(?:roles|positions|openings|jobs)"
)
SEVERAL = re.compile(SEVERAL_ROLES, re.IGNORECASE)
# "Hiring for multiple roles in design and engineering (https://…)"
HIRES_SEVERAL = re.compile(rf"(?:we(?:['’]re| are) )?hiring (?:for |across )?{SEVERAL_ROLES}\b", re.IGNORECASE)
NOT_ROLE = re.compile(
    r"\b(?:visa|relocation|citizen(?:ship|s)?|equity|benefits?|timezones?|required|yc [a-z]\d\d)\b", re.IGNORECASE
)
# The seat of the employer does not say where people may work.
NOT_PLACE = re.compile(
    r"\b(?:hq|headquarter\w*|teams?|software|industry|python|java|typescript|javascript|react|rust|golang|node|aws|kubernetes)\b",
    re.IGNORECASE,
)
SMALL_WORDS = {"and", "or", "of", "de", "the", "in", "-", "–"}
NOT_PLACE_NAME = re.compile(
    r"\b(?:fully|first|only|friendly|ok|or|and|possible|preferred|flexible|days?|a|per|week)\b", re.IGNORECASE
)
# What some comments put before the company.
PREAMBLE = re.compile(r"seeking freelancers?|hiring|now hiring", re.IGNORECASE)
# "Acme, Inc" is not a town and its country.
LEGAL_FORM = re.compile(r",\s*(?:inc|llc|ltd|gmbh|corp|co|pbc|s\.?a)\b", re.IGNORECASE)
TOWN_AND_COUNTRY = re.compile(r"[A-Z][\w.'’ -]{1,40}, [A-Z][\w.'’ -]{1,40}")
# For lines without bars: " // ", " / ", "; ", " - "
SEPARATORS = [re.compile(rf"\s?{mark}\s") for mark in ("//", "(?<= )/", "[•·]", ";", "(?<= )[-–—]")]
MAX_HEADER_WITHOUT_BARS = 300
SENTENCE_WORD = re.compile(r"(?i)\b(?:we|we're|i|i'm|you|is|are|hi|hello|our|my|the|looking|location|remote)\b")
# "INTERNATIONAL OK" is no place in Oklahoma.
FINE = re.compile(
    r"(?i)\b(international|remote|hybrid|visas?|relocation|worldwide|anywhere|abroad|overseas|contract(?:ors?)?|global"
    r"|(?:part|full)[- ]time|time ?zones?|sponsorship|applicants|candidates|students|days?|also|is|are|elsewhere)"
    r"(?: (?:is|are|also))? OK\b"
)
# In these headers never Namibia.
NORTH_AMERICA = re.compile(r"\bNA\b")
TWO_LETTERS = re.compile(r"[^\W\d_]{2}")


@dataclass(frozen=True, slots=True)
class Header:
    company: str
    title: str
    location: str
    workplace: tuple[str, ...]
    employment: tuple[str, ...]
    salary: str
    # Whether the title is a role: else it is all that there is to call the ad by.
    names_role: bool = field(default=True, compare=False)


def read_header(line: str) -> Header:
    """`line` is plain text. Raises BadRecord where it does not follow the convention."""
    parts = [" ".join(part.strip(" *_").split()) for part in _parts(line)]
    if parts and PREAMBLE.fullmatch(parts[0]):
        parts = parts[1:]
    if len(parts) < 2:
        raise BadRecord("its first line is not a header with parts between bars: Company | Role | Place | REMOTE")
    if _is_place_first(parts) or _is_role_first(parts):
        parts = [parts[1], parts[0], *parts[2:]]
    # Longer parts are sentences, but for lists of places behind "REMOTE".
    details = [
        part for part in parts[1:] if 0 < len(part) <= (MAX_PLACES if _starts_with_workplace(part) else MAX_PART)
    ]
    role = _role(details)
    company = _company(parts[0], role)
    workplace = [part for part in details if part != role and WORKPLACE.search(part)]
    places = [NORTH_AMERICA.sub("North America", FINE.sub(r"\1", place)) for place in _places(details, role)]
    employment = tuple(dict.fromkeys(term for part in details for term in EMPLOYMENT.findall(part)))
    # "Company | Place | Full-time": the text names the roles.
    if not (role or workplace or (employment and places)):
        raise BadRecord("its header names neither a role nor where the work is done")
    return Header(
        company=company,
        title=role or " | ".join(_title_without_role(details)),
        names_role=bool(role) and not SEVERAL.fullmatch(role) and not HIRES_SEVERAL.match(role),
        location="; ".join(places),
        workplace=tuple(workplace),
        employment=employment,
        salary="; ".join(part for part in details if _is_pay(part)),
    )


def _parts(line: str) -> list[str]:
    """Between bars; without bars, between another separator that makes a header of the line."""
    line = BAR_IN_BRACKETS.sub(r"\1/\2", line)
    if "|" in line or len(line) > MAX_HEADER_WITHOUT_BARS:
        return line.split("|")
    for separator in SEPARATORS:
        parts = separator.split(line.strip())
        if len(parts) > 2 and _is_header(parts):
            return parts
    return [line]


def _is_header(parts: Sequence[str]) -> bool:
    """Stricter than with bars: a name, and two of role, workplace and employment, all in short parts."""
    name, *details = parts
    is_name = 0 < len(name.split()) <= 6 and not _is_known(name) and name[0] == name[0].upper()
    if not is_name or SENTENCE_WORD.search(name) or any(len(part) > MAX_PART for part in details):
        return False
    return sum(any(pattern.search(part) for part in details) for pattern in (ROLE, WORKPLACE, EMPLOYMENT)) > 1


def _title_without_role(details: Sequence[str]) -> list[str]:
    """The header's other parts: all that there is to call the ad by."""
    texts = [part for part in details if not LINK.fullmatch(part)]
    return [part for part in texts if not _is_pay(part) and not NOT_ROLE.search(part)] or texts


def _company(part: str, role: str) -> str:
    """Without an address, brackets at the end, or an explanation after a dash."""
    without_link = LINK.sub("", part)
    # "acme.com" alone is the name, and so is "https://acme.com (YC S22)".
    name = without_link if BRACKETS.sub("", without_link).strip(" ()[],-–—:") else SCHEME.sub("", part)
    name = re.split(r"\s[-–—]\s", name)[0]
    name = name.partition(" (")[0].strip(" ()[],-–—:/")
    if not re.search(r"\w", name):
        raise BadRecord("its header names no company")
    if len(name) > MAX_NAME:
        raise BadRecord("its header begins with a sentence, not with a company")
    if not role and ROLE.search(name):
        raise BadRecord("its header begins with a role and names no company")
    return name


def _is_place_first(parts: Sequence[str]) -> bool:
    """ "Cologne, Germany | Company | Role": some people swap the first two parts."""
    first, second = parts[0], parts[1]
    looks_like_place = TOWN_AND_COUNTRY.fullmatch(first) and not LEGAL_FORM.search(first)
    looks_like_name = second and len(second.split()) <= 3 and "," not in second and not _is_known(second)
    return bool(looks_like_place and looks_like_name and _role(parts[2:]))


def _is_role_first(parts: Sequence[str]) -> bool:
    """ "Lead Engineer | Company | REMOTE": the other way round, if the second part is no place that we know."""
    if len(parts) < 3 or not ROLE.search(parts[0]) or any(ROLE.search(part) for part in parts[1:]):
        return False
    second = parts[1]
    if WHOLE_ROLE.fullmatch(parts[0]):
        # "Ping Data Intelligence" has a name beside its field.
        second = " ".join(LOOSE_ROLE.sub("", second).split())
    elif _role(parts[1:]):
        return False
    words = second.split()
    is_name = 0 < len(words) <= 3 and second[0].isupper() and "," not in second and not _is_known(second)
    return is_name and not any(folded(name) in names() or folded(name) in cities() for name in (second, *words))


def _is_known(part: str) -> bool:
    patterns = (WORKPLACE, EMPLOYMENT, ROLE, LOOSE_ROLE, MONEY, NOT_ROLE)
    return bool(LINK.fullmatch(part)) or any(pattern.search(part) for pattern in patterns)


def _role(details: Sequence[str]) -> str:
    """The first part with the name of a role, else the first that names only a field of work."""
    candidates = [part for part in details if not NOT_ROLE.search(part) and not _is_link(part)]
    role = next((part for part in candidates if ROLE.search(part) and not _starts_with_workplace(part)), "")
    fields = (part for part in candidates if LOOSE_ROLE.search(part) and not WORKPLACE.search(part))
    return role or next((part for part in fields if not EMPLOYMENT.search(part) and not _is_pay(part)), "")


def _starts_with_workplace(part: str) -> bool:
    """ "REMOTE (US), leads only" is about the place, not a role."""
    return bool(WORKPLACE.match(part))


def _is_link(part: str) -> bool:
    return ("://" in part and not HIRES_SEVERAL.match(part)) or bool(LINK.fullmatch(part))


def _is_pay(part: str) -> bool:
    return bool(MONEY.search(part)) and not NOT_PAY.search(part) and not _is_link(part)


def _places(details: Sequence[str], role: str) -> list[str]:
    """Parts with a workplace and more than that, and the first other part that looks like names of places."""
    places: list[str] = []
    for part in details:
        if part == role or _is_pay(part):
            continue
        if WORKPLACE.search(part):
            rest = NOT_PLACE_NAME.sub("", EMPLOYMENT.sub("", WORKPLACE.sub("", part)))
            if TWO_LETTERS.search(rest):
                places.append(part)
        elif not places and not _is_known(part) and not NOT_PLACE.search(part) and _looks_like_places(part):
            places.append(part)
    return places


def _looks_like_places(part: str) -> bool:
    """Only names: "Boulder, CO", "NYC/SF", "Berlin or Paris"."""
    words = [word for word in re.split(r"[\s,/()+&]+", part) if word]
    return 0 < len(words) <= 10 and all(word[0].isupper() or word in SMALL_WORDS for word in words)
