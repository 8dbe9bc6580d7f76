"""The roles that a comment's text names, for headers that name none: "Full-time | NYC | 3x/week in office"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from listings.boards.formats.header_line import ROLE
from listings.vocabulary.entities import unescaped_entities

# Real comments are shorter; hostile ones would only cost time.
MAX_TEXT, MAX_LINES, MAX_LINE, MAX_NAME, MAX_WORDS, MAX_ROLES = 12_000, 150, 300, 70, 9, 6
BREAK = re.compile(r"(?i)<(?:p|br|li|pre|/p|/li)\b[^<>]{0,100}>|\n")
TAG = re.compile(r"<[^<>]{0,1000}>")
BULLET = re.compile(r"^\s*(?:[-–—*•·‣▪►→>+]+|\(?\d{1,2}[.)])\s*")
# Behind a role stand its place, pay, technologies or address.
ROLE_END = re.compile(
    r"(?i)\s[-–—@→]+\s|[:|→]|\s?\(|https?://|,\s|;\s|\.\s|\.$|\s(?:to|who|with|for|in|at|on|from|based|and you)\s"
)
NO_NAME = re.compile(
    r"(?i)\b(?:we|we're|you|your|our|i|is|are|was|has|have|will|as|team|teams|company|founders?|apply|email|contact|agencies)\b"
    r"|^(?:to|for|no|care|hiring|if|when|like|about|join|love|with|see|from|the|this|other|more|all|by|and|or)\b"
)
# "Engineers" alone names nothing.
TOO_GENERAL = re.compile(
    r"(?i)(?:engineer|developer|designer|manager|lead|head|director|intern|executive|(?:beta |alpha |early )?tester)s?"
)
PRAISE = re.compile(
    r"(?i)^(?:(?:an?|experienced|exceptional|great|talented|excellent|strong|skilled|amazing|\d{1,2}\s?x)\s){1,3}"
)
LISTED = re.compile(
    r"(?i)\b(?:open (?:roles|positions|jobs)|(?:current )?openings|roles|positions|hiring(?: for)?|looking for)\s?:"
    r"\s?(.{3,300})"
)
# "I have a new role open on my team: Rope Engineer"
OPEN_ROLE = re.compile(r"(?i)\b(?:new|open) (?:role|position|opening)\b[\w ]{0,30}:\s?(.{3,120})")
# "[HIRING] Rope Engineer"
ANNOUNCED = re.compile(r"(?i)^\W*(?:now )?hiring\b\s?[\]:!–—-]{1,3}\s*")
SEPARATOR = re.compile(r"\s?(?:[,;/•·|]|\band\b|&)\s?")
SOUGHT = re.compile(
    r"(?i)\b(?:looking (?:for|to (?:hire|add))|hiring(?: for)?|seeking|searching for|we need|recruiting|to hire)\s"
    r"(?:(?:an?|our|the|another|one|two|several|experienced|talented|great)\s){0,3}(?:(?:first|next|new|founding)\s)?(.{3,120})"
)
# "Engineer II", "Manager EMEA", "Head of Marketing"
AFTER_NOUN = re.compile(r"(?:\s[A-Z0-9][\w+#.-]{0,9}){0,2}|\sof(?:\s(?:[A-Z][\w+#-]{1,20}|and|&)){1,4}")
UNFINISHED = re.compile(r"[.!?]\s|[!?]$")
SENTENCE = re.compile(r"(?<=[.!?])\s")


def named_roles(text: str) -> list[str]:
    """Those that the text lists, each once; else the first that a sentence seeks. `text`: a comment's HTML."""
    lines = [line for line in plain_lines(text)[1:] if len(line) <= MAX_LINE * 4]
    listed = list(dict.fromkeys(role for line in lines for role in _listed(line)))
    # A head alone is often one of several whose names are no roles: "Build, UI Lead: …".
    if len(listed) > 1 or (listed and " of " not in listed[0]):
        return listed[:MAX_ROLES]
    sentences = (sentence for line in lines for sentence in SENTENCE.split(line))
    return next(([role] for sentence in sentences if (role := sought_role(sentence))), [])


def plain_lines(text: str) -> list[str]:
    """The lines of a comment's HTML as plain text, but for empty ones."""
    return [line for line in map(_plain, BREAK.split(text[:MAX_TEXT])[: MAX_LINES + 1]) if line]


def _plain(line: str) -> str:
    return " ".join(unescaped_entities(TAG.sub(" ", line)).replace("’", "'").split())


def first_role(line: str) -> str:
    """The role that a comment's first line names or seeks: "[HIRING] Rope Engineer (all genders)"; else ""."""
    if role := next(_listed(ANNOUNCED.sub("", line)), "") or sought_role(line):
        return role
    match = OPEN_ROLE.search(line[:MAX_LINE])
    return _name(match[1], of_list=False) if match else ""


def _listed(line: str) -> Iterator[str]:
    """The role that is the whole line, but for its bullet and what stands behind it; those behind "Roles:"."""
    bare = BULLET.sub("", line)
    if match := LISTED.search(line[:MAX_LINE]):
        for part in SEPARATOR.split(SENTENCE.split(match[1])[0]):
            if role := _name(part):
                yield role
    elif len(line) <= MAX_LINE and (role := _name(bare)):
        # A sentence about a role goes on; only a bullet or a capital makes its beginning a name.
        yield role


def sought_role(sentence: str) -> str:
    """The role that a sentence seeks: "We are hiring an AI support engineer in Oslo"; else ""."""
    match = SOUGHT.search(sentence[:MAX_LINE])
    return _name(match[1], of_list=False) if match else ""


def _name(text: str, *, of_list: bool = True) -> str:
    """The role at the start of the text: few words, of which the last names it."""
    name = PRAISE.sub("", ROLE_END.split(f"{text.strip()} ", maxsplit=1)[0].strip(" .*_→"))
    if not 3 <= len(name) <= MAX_NAME or len(name.split()) > MAX_WORDS or NO_NAME.search(name):
        return ""
    if (of_list and not name[0].isupper()) or TOO_GENERAL.fullmatch(name) or UNFINISHED.search(name):
        return ""
    nouns = list(ROLE.finditer(name))
    # "Engineers love us": the role is not what the text is about.
    is_last = bool(nouns) and bool(AFTER_NOUN.fullmatch(name, nouns[-1].end()))
    return name[0].upper() + name[1:] if is_last else ""


def mended_title(company: str, roles: Sequence[str]) -> str:
    """The one role that the text names; else "Several roles at Acme", with those that it lists."""
    if len(roles) == 1:
        return roles[0]
    several = f"Several roles at {company}"
    return f"{several}: {', '.join(roles)}" if roles else several
