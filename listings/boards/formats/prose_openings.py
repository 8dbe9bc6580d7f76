"""Hiring comments without a header line whose sentences, lists and addresses name an employer and its openings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from listings.boards.formats.employer_addresses import EmployerAddress, employer_addresses
from listings.boards.formats.fields import BadRecord
from listings.boards.formats.header_line import EMPLOYMENT, MAX_NAME, ROLE, WORKPLACE, Header, read_header
from listings.boards.formats.named_roles import SENTENCE, first_role, named_roles, plain_lines

# Where an employer presents itself, and how much of a comment says that it hires.
OPENING_LINES, MAX_LINES = 3, 60
MIN_SPELT = 3
NOW = r"(?:(?:now|currently|actively|still|also|always|rapidly) )?"
HIRES = re.compile(
    rf"(?i)\b(?:we(?:['’]re| are)?|(?:my|our|the) (?:[\w-]+ )?(?:team|company|startup|group) (?:is|are)"
    rf"(?: [\w ]{{1,24}} and)?|i['’]m|i am) {NOW}(?:hiring|recruiting)\b"
    rf"|\bwe(?:['’]re| are)? {NOW}(?:looking (?:for|to (?:hire|add))|seek(?:ing)?|searching for)\b"
    rf"|^[\w.&'’-]{{2,30}}(?: [\w.&'’-]{{2,30}}){{0,3}}(?: \([^()]{{1,40}}\))? (?:is|are) {NOW}"
    r"(?:hiring|recruiting|looking for)\b"
    r"|\b(?:we have|there are) (?:[\w-]+ ){0,3}(?:roles|positions|openings|vacancies)\b"
    r"|\b(?:all|these) (?:the )?(?:open )?(?:roles|positions) are\b|\b(?:roles|positions) we have open\b"
    r"|\bi have an? (?:[\w-]+ )?(?:role|position|opening)\b[^.]{0,30}\bteam\b"
)
WORKPLACE_OF_ROLES = re.compile(
    r"(?:(?<=roles are )|(?<=positions are )|(?<=roles are all )|(?<=roles are in ))"
    rf"(?:{WORKPLACE.pattern})[^.,;:!?()]{{0,60}}",
    re.IGNORECASE,
)
ROLES = re.compile(rf"(?i)\b(?:roles|positions|openings|vacancies|professionals|folks)\b|{ROLE.pattern}")
# Whoever looks for these hires nobody.
OTHER_SEARCH = re.compile(
    r"(?i)\b(?:looking for|seeking|searching for|need)(?: an?| new| more| some| our| the| first| early| beta| alpha"
    r"| next| pilot| freelance| contract| remote| full-time| part-time)* "
    r"(?:work|projects?|jobs?|clients?|customers?|users?|testers?|feedback|investors?|partners?|gigs?|contracts?"
    r"|(?:job |work |employment )?opportunit\w+|roles?(?! models)|positions?|co-?founders?|employment|funding)\b"
)
# People who want to be hired, private persons, complaints, questions, and pages about the thread.
NO_EMPLOYER = re.compile(
    r"(?im)^\W*(?:resume|résumé|cv|willing to relocate|technologies i)\s?:"
    r"|(?<!your )(?<!send )(?<! a )(?<!with )\b(?:cv|resume|résumé)\s?:\s"
    r"|\b(?:my (?:profile|portfolio|resume|résumé|cv|linkedin)|consider my|hire me"
    r"|available for (?:hire|work|freelance)|open to work"
    r"|i(?:['’]m| am) an? individual|not a (?:company|startup)|company/startup"
    r"|i(?:['’]m| am) (?:an? )?(?:[\w-]+ ){0,4}(?:developer|engineer|designer|freelancer|student|graduate)\b"
    r"(?! (?:at|on the|here|for)\b)"
    r"|whoishiring|in this thread|listings (?:in |of |from )?this"
    r"|i (?:applied|interviewed)|i(?:['’]ve| have) (?:applied|interviewed)|ghosted (?:me|us)"
    r"|never (?:heard back|replied)|(?:do not|don['’]t|never) apply|(?:is|was|be|looks like) a scam"
    r"|ghost (?:jobs?|postings)|fake (?:jobs?|postings)|stop posting|used to hire|stay away from|beware of)\b"
)
QUESTION = re.compile(
    r"(?i)^\W*(?:any(?:one|body)|(?:does|has|is|do|did|can|could) any(?:one|body)|is (?:there|this|it)"
    r"|are (?:there|the)|why (?:is|are|do|does)|i don['’]t know)\b"
)
CLOSED = re.compile(
    r"(?i)\b(?:no longer|not|isn['’]t|aren['’]t|stopped) (?:currently |actively )?(?:hiring|recruiting|looking)"
    r"|\b(?:roles?|positions?|openings?) (?:is|are|was|were|has been|have been) (?:all |now |already )?"
    r"(?:filled|closed)"
)
NAME = r"[A-Z][\w&'’-]{1,30}(?: [A-Z][\w&'’-]{1,30}){0,2}"
# "Backed by Tern Capital, Quay is the …", "Blue Quay (YC W23)"
INTRODUCED = (
    re.compile(rf"^(?:Back(?:ed)?|Founded|Funded|Based) [^.|,]{{3,60}}, (?P<name>{NAME}) is (?:an?|the) "),
    re.compile(rf"^(?P<name>{NAME}) \((?:YC|Y Combinator) [^()]{{1,12}}\)"),
)


def read_prose(line: str, text: str, introduced: str) -> Header | None:
    """None unless the comment names an employer and says, in a sentence or a list, that it hires.

    `line`: the first line as plain text. `text`: the comment's HTML. `introduced`: a name that its first sentences
    give the employer, or "".
    """
    lines = plain_lines(text)[:MAX_LINES]
    if not lines or QUESTION.match(lines[0]) or any(NO_EMPLOYER.search(each) or CLOSED.search(each) for each in lines):
        return None
    addresses = employer_addresses(text)
    company = introduced or _introduced(lines[0]) or _spelt_name(addresses, lines)
    if not company or len(company) > MAX_NAME or not _hires(lines, text, addresses):
        return None
    return _header(company, line, lines)


def _introduced(line: str) -> str:
    return next((match["name"] for pattern in INTRODUCED if (match := pattern.match(line))), "")


def _spelt_name(addresses: Sequence[EmployerAddress], lines: Sequence[str]) -> str:
    """The label of an address as the opening lines spell it; of a careers page, as any line does, or by itself."""
    opening = "\n".join(lines[:OPENING_LINES])
    for address in addresses:
        if address.label and (name := _spelling(address.label, opening)):
            return name
    for address in addresses:
        if address.label and address.is_job:
            return _spelling(address.label, "\n".join(lines)) or address.fallback
    return ""


def _spelling(label: str, text: str) -> str:
    """ "Blue Quay" for "blue-quay"; "" where neither a capital nor the first place shows that a name is meant."""
    letters = re.sub(r"[^a-z0-9]", "", label.partition(".")[0])
    if len(letters) < MIN_SPELT:
        return ""
    pattern = re.compile(rf"(?i)(?<![\w@/-]){'[ .&-]{0,3}'.join(letters)}(?![\w@])")
    spellings = (match for match in pattern.finditer(text) if not match.start() or match[0] != match[0].lower())
    return next((match[0] for match in spellings), "")


def _hires(lines: Sequence[str], text: str, addresses: Sequence[EmployerAddress]) -> bool:
    has_roles = bool(named_roles(text) or first_role(lines[0]))
    leads_to_job = any(address.is_job for address in addresses)
    sentences = [sentence for line in lines for sentence in SENTENCE.split(line)]
    hiring = [sentence for sentence in sentences if HIRES.search(sentence) and not OTHER_SEARCH.search(sentence)]
    if hiring:
        return has_roles or leads_to_job or any(map(ROLES.search, hiring))
    return has_roles and leads_to_job


def _header(company: str, line: str, lines: Sequence[str]) -> Header:
    """With what a first line with bars says, behind a role or in the company's place."""
    first = lines[0]
    if "|" in line:
        parts = [part.strip() for part in line.split("|")]
        rest = parts if ROLE.search(parts[0]) and len(parts[0]) <= MAX_NAME else parts[1:]
        try:
            return read_header(" | ".join([company, *rest]))
        except BadRecord:
            pass
    role = first_role(first)
    workplace = WORKPLACE.search(first) if role or HIRES.search(first) else _workplace_of_roles(lines)
    return Header(
        company=company,
        title=role,
        names_role=bool(role),
        location="",
        workplace=(workplace[0],) if workplace else (),
        employment=tuple(EMPLOYMENT.findall(first)) if role else (),
        salary="",
    )


def _workplace_of_roles(lines: Sequence[str]) -> re.Match[str] | None:
    """ "These positions are REMOTE", with what follows in the clause: it may offer a choice."""
    return next((match for line in lines if (match := WORKPLACE_OF_ROLES.search(line))), None)
