"""The addresses in a comment that name an employer: its careers page, its site, its mail."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from listings.boards.formats.header_line import LINK
from listings.vocabulary.entities import unescaped_entities

MAX_TEXT, MAX_ADDRESSES, MIN_LABEL = 12_000, 60, 3
HREF = re.compile(r'href="([^"<>]{4,500})"')
MAIL = re.compile(r"[\w.+-]{1,64}@((?:[a-z0-9-]{1,63}\.){1,3}[a-z]{2,14})\b", re.IGNORECASE)
TAG = re.compile(r"<[^<>]{0,1000}>")
# Hiring systems with the employer in the path ("jobs.ashbyhq.com/quay") or before the host ("quay.breezy.hr").
PATH_SYSTEM = re.compile(
    r"(?:greenhouse\.io|ycombinator\.com|ashbyhq\.com|lever\.co|apply\.workable\.com|jobs\.deel\.com|smartrecruiters\.com"
    r"|ats\.rippling\.com|jobs\.gusto\.com|jobs\.gem\.com|jobs\.polymer\.co)$"
)
HOST_SYSTEM = re.compile(
    r"^([a-z0-9-]+)\.(?:breezy\.hr|bamboohr\.com|recruitee\.com|teamtailor\.com|pinpointhq\.com|jobs\.personio\.\w+"
    r"|applytojob\.com|workable\.com)$"
)
# Of anybody: they name no employer, though they may lead to a vacancy.
SHARED = re.compile(
    r"(?:^|\.)(?:github\.com|gitlab\.com|linkedin\.com|twitter\.com|x\.com|facebook\.com|instagram\.com|youtube\.com"
    r"|youtu\.be|ycombinator\.com|google\.com|goo\.gl|forms\.gle|gmail\.com|outlook\.com|hotmail\.com|yahoo\.com"
    r"|icloud\.com|proton\.me|protonmail\.com|notion\.(?:so|site)|medium\.com|substack\.com|producthunt\.com"
    r"|techcrunch\.com|forbes\.com|bloomberg\.com|wikipedia\.org|typeform\.com|airtable\.com|calendly\.com|bit\.ly"
    r"|grnh\.se|t\.co|lnkd\.in|deel\.com|wellfound\.com|apple\.com|archive\.org|arxiv\.org|imgur\.com|loom\.com"
    r"|greenhouse\.io|ashbyhq\.com|lever\.co|workable\.com|smartrecruiters\.com|rippling\.com|gusto\.com|gem\.com"
    r"|reddit\.com|discord\.gg|discord\.com|t\.me|web\.app|github\.io|vercel\.app|netlify\.app)$"
)
# "https://quay.example/careers/rope-maker", "jobs.quay.example", "linkedin.com/jobs/view/…", "grnh.se/…"
JOB_ADDRESS = re.compile(
    r"//(?:www\.)?(?:jobs|careers?|join|apply|hiring|werkenbij|karriere)\.|//(?:www\.)?grnh\.se/."
    r"|/(?:jobs?|job-boards|careers?|vacanc(?:y|ies)|positions?|openings?|open-roles|join-us)(?:[/?#]|$)"
)
SECOND_LEVEL = frozenset({"co", "com", "org", "net", "ac", "gov"})
NOT_LABELS = frozenset({"jobs", "job", "careers", "career", "www", "embed", "apply", "company", "boards", "companies"})


@dataclass(frozen=True, slots=True)
class EmployerAddress:
    """`label`: what the address calls the employer, in lower case; "" for one of anybody. `fallback`: the name to show
    where nothing spells the label. `is_job`: it leads to a vacancy or to a page of vacancies.
    """

    label: str
    fallback: str
    is_job: bool


def employer_addresses(text: str) -> list[EmployerAddress]:
    """Those in a comment's HTML: links, bare hosts and mail, careers pages first."""
    text = text[:MAX_TEXT]
    addresses = [unescaped_entities(match[1]) for match in HREF.finditer(text)]
    plain = unescaped_entities(TAG.sub(" ", text))
    addresses += [match[0] for match in LINK.finditer(plain) if "…" not in match[0] and "..." not in match[0]]
    every = [*map(_read_address, addresses[:MAX_ADDRESSES]), *_of_mail(plain)]
    return sorted(dict.fromkeys(filter(None, every)), key=lambda address: not (address.is_job and address.label))


def _read_address(address: str) -> EmployerAddress | None:
    absolute = address if "://" in address else f"https://{address}"
    try:
        parts = urlsplit(absolute.rstrip(").,;"))
    except ValueError:
        return None
    host = (parts.hostname or "").removeprefix("www.")
    if "." not in host:
        return None
    if (system := HOST_SYSTEM.match(host)) and system[1] not in NOT_LABELS:
        return EmployerAddress(system[1], system[1], is_job=True)
    segments = [segment.lower() for segment in parts.path.split("/") if segment]
    if PATH_SYSTEM.search(host):
        token = next((segment for segment in segments if segment not in NOT_LABELS), "")
        return EmployerAddress(token, token, is_job=bool(token))
    is_job = JOB_ADDRESS.search(absolute) is not None
    if SHARED.search(host):
        return EmployerAddress("", "", is_job) if is_job else None
    return EmployerAddress(_label(host), ".".join(_registered(host)), is_job)


def _of_mail(plain: str) -> Iterator[EmployerAddress]:
    for match in MAIL.finditer(plain):
        host = match[1].lower()
        if not SHARED.search(host):
            yield EmployerAddress(_label(host), ".".join(_registered(host)), is_job=False)


def _registered(host: str) -> list[str]:
    """ "quay.co.uk" of "jobs.quay.co.uk"."""
    labels = host.split(".")
    count = 3 if len(labels) > 2 and labels[-2] in SECOND_LEVEL else 2
    return labels[-count:]


def _label(host: str) -> str:
    label = _registered(host)[0]
    return label if len(label) >= MIN_LABEL else ""
