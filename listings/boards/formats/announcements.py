"""Hiring comments without a header line: "Acme is hiring a Rust developer, remote", or lines such as "ROLE: Editor"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from listings.boards.formats.fields import BadRecord
from listings.boards.formats.header_line import EMPLOYMENT, MAX_NAME, ROLE, WORKPLACE, Header, read_header
from listings.boards.formats.named_roles import SENTENCE, plain_lines, sought_role
from listings.boards.formats.prose_openings import read_prose

MAX_SENTENCES, MAX_SECOND = 4, 120
NAME = r"(?P<name>[A-Z][\w.&'’-]{0,30}(?: [A-Z][\w.&'’-]{0,30}){0,3})"
SEEKS = r"(?:(?:now|currently|actively|still) )?(?:hiring|looking|seeking|recruiting)\b"
# Each names the company, in the sentence that names the role or in the first one.
ANNOUNCEMENTS = [
    re.compile(rf"^{NAME}(?: \([^()]{{1,40}}\))?,? (?:is|are) {SEEKS}"),
    re.compile(rf"^(?i:we) at {NAME},? (?:is|are) {SEEKS}"),
    re.compile(rf"\b(?i:I['’]m|I am|we['’]re|we are) {SEEKS}.{{3,120}}? at {NAME}"),
    re.compile(rf"^{NAME}(?: \([^()]{{1,40}}\))? is (?:an?|the) "),
]
# Pronouns and the like, which begin a sentence with a capital.
NO_COMPANY = re.compile(r"(?i)(?:we|i|my|our|they|he|she|it|this|that|there|here|who|what|the|an?|hi|hello|anyone)\b")
LABEL = re.compile(r"([A-Za-z]{3,12})\s?:\s*(\S.*)")
LABELS = {
    **dict.fromkeys(("company", "employer"), "company"),
    **dict.fromkeys(("role", "position", "title", "job"), "role"),
    **dict.fromkeys(("location", "place", "where"), "location"),
    **dict.fromkeys(("remote", "onsite", "workplace", "hybrid"), "workplace"),
    **dict.fromkeys(("salary", "pay", "compensation"), "salary"),
    **dict.fromkeys(("type", "employment", "contract"), "employment"),
}
# The last words of some, once enough people have applied.
APPLICATIONS_CLOSED = re.compile(
    r"\bapplications (?:(?:are|have)(?: now| been)* )?closed\b(?! (?:on|by|at|every|in)\b)"
    r"|\bclosed (?:out )?applications\b|\bno longer (?:accepting|taking) applications\b",
    re.IGNORECASE,
)
# "India - Remote", "REMOTE (US)"
PLACE_BEFORE = r"(?P<before>[A-Z][\w.]{1,30}(?: [A-Z][\w.]{1,30})? [-–] )"
WORKPLACE_AND_PLACE = re.compile(rf"{PLACE_BEFORE}?(?i:{WORKPLACE.pattern})(?P<behind>\s?\([^()]{{2,60}}\))?")


def read_opening(line: str, text: str) -> Header:
    """The header line of a comment, else what it announces. Raises BadRecord of the line if it announces nothing."""
    try:
        return read_header(line)
    except BadRecord:
        if opening := read_announcement(text) or _second_line(line, plain_lines(text)[:2]):
            return opening
        if opening := read_prose(line, text, _introduced_company(text)):
            return opening
        raise


def is_closed(text: str) -> bool:
    """Whether a comment says that its opening takes no more applications."""
    return APPLICATIONS_CLOSED.search(text) is not None


def _introduced_company(text: str) -> str:
    lines = plain_lines(text)[:1]
    return next(filter(None, map(_company, SENTENCE.split(lines[0])[:MAX_SENTENCES])), "") if lines else ""


def _second_line(first: str, lines: Sequence[str]) -> Header | None:
    """The header that goes on in the second line, or stands there alone below a greeting."""
    if len(lines) < 2 or len(lines[1]) > MAX_SECOND:
        return None
    second = lines[1]
    is_whole = second.count("|") > 1 and "|" not in first and ROLE.search(second) and EMPLOYMENT.search(second)
    goes_on = "|" in first and "|" not in second and WORKPLACE.search(second)
    if not (is_whole or goes_on):
        return None
    try:
        return read_header(second if is_whole else f"{first.strip()} | {second.rstrip(' .')}")
    except BadRecord:
        return None


def read_announcement(text: str) -> Header | None:
    """None unless both a company and a role are named. `text`: a comment's HTML."""
    lines = plain_lines(text)
    labelled = dict(_labelled(lines))
    return _from_labels(labelled) or _from_sentences(lines[0] if lines else "", labelled)


def _labelled(lines: list[str]) -> Iterator[tuple[str, str]]:
    for line in reversed(lines):
        if (match := LABEL.fullmatch(line)) and (name := LABELS.get(match[1].lower())):
            # "ONSITE: hybrid" and "REMOTE: yes" need their label.
            yield name, line if name == "workplace" else match[2].rstrip(".")


def _from_labels(values: Mapping[str, str]) -> Header | None:
    company, role = values.get("company", ""), values.get("role", "")
    if not company or not role or max(len(company), len(role)) > MAX_NAME:
        return None
    workplace, employment = values.get("workplace"), values.get("employment", "")
    return Header(
        company=company,
        title=role,
        location=values.get("location", ""),
        workplace=(workplace,) if workplace else (),
        employment=tuple(EMPLOYMENT.findall(employment)),
        salary=values.get("salary", ""),
    )


def _from_sentences(line: str, labelled: Mapping[str, str]) -> Header | None:
    sentences = SENTENCE.split(line)[:MAX_SENTENCES]
    role = next(filter(None, map(sought_role, sentences)), "")
    company = next(filter(None, map(_company, sentences)), "")
    if not role or not company:
        return None
    location = labelled.get("location", "")
    # Where the first line does not say where the work is done, a label may: "Location: remote".
    workplace = WORKPLACE_AND_PLACE.search(line) or WORKPLACE_AND_PLACE.search(location)
    has_place = workplace and (workplace["before"] or workplace["behind"])
    return Header(
        company=company,
        title=role,
        location=location or (workplace[0] if workplace and has_place else ""),
        workplace=(workplace[0],) if workplace else (),
        employment=tuple(EMPLOYMENT.findall(line)),
        salary=labelled.get("salary", ""),
    )


def _company(sentence: str) -> str:
    # What stands before the name is where the work is done: "REMOTE (US) I'm hiring …".
    matches = (pattern.search(sentence) for pattern in ANNOUNCEMENTS)
    return next((match["name"].rstrip(".") for match in matches if match and not NO_COMPANY.match(match["name"])), "")
