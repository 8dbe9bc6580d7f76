"""Groups of people of whom a clause is said: "some colleagues write …", "the data team works in …", "users run …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from listings.facts.multi_search import build_finder
from listings.facts.subjects.group_words import (
    ALONE,
    CUSTOMERS,
    FUNCTION_WORDS,
    GROUP_PIECES,
    LOCAL,
    NO_PEOPLE,
    OPEN_SITES,
    PART,
    SERVED,
    TEAMS,
    TRADES,
    VERBS,
    WHOLE,
)
from listings.facts.subjects.kinds import SentenceSubject

# What a clause begins after.
CLAUSE = re.compile(
    # First a set of letters, as the engine tries the words at every character. Not within "you and your colleagues".
    r"[,;:(–—….!?]|(?=[abdemptuwy])\b(?<!\byou )(?<!\bdu )(?<!\bsie )(?<!\bvous )(?<!\btú )(?<!\bje )"
    r"(?:while|whereas|and|but|though|although|where|because|während|und|aber|tandis que|et"
    r"|mientras(?: que)?|y|enquanto|mentre|ed?|terwijl|en|podczas gdy|a) "
)
# Up to the characters that are said of the group.
GROUP = re.compile(
    rf"[\W_]*(?:(?P<local>{LOCAL})|(?P<site>{OPEN_SITES})|(?:(?P<part>{PART})|{WHOLE}) "
    r"(?:of (?:our|the|your) )?(?P<name>(?:[\w&/-]+ ){0,3}?)"
    rf"(?!{CUSTOMERS}|{NO_PEOPLE})"
    rf"(?:(?:{TEAMS})|(?P<trade>{TRADES}))"
    rf"|(?P<alone>{ALONE})"
    r"|(?:(?:our|their|your|the|many|most|some|unsere|nos|nuestros|nossos|i nostri|onze|nasi) )?"
    rf"(?:[\w-]+ )?(?P<customers>{CUSTOMERS}))\b{SERVED}(?= [^\W\d])",
)
# Without any of these pieces, the pattern cannot match.
PIECES = build_finder(GROUP_PIECES)
# The person who is sought takes part: "you", but not "the developers around you".
PERSON = re.compile(
    r"(?<!around )(?<!beside )(?<!with )(?<!near )\b(?:you(?:r|rs|['’]ll)?|du|dein\w*|sie|vous|votre|vos|tú|tus?|usted"
    r"|te|você|tuo|je|jij|jouw|twój|this role|(?<!other )(?:candidates?|applicants?)|we (?:hire|seek|want|need))\b"
)
NEXT_CLAUSE = re.compile(
    r"(?:[,;:] (?:and |but |while |so |yet |still |however,? )?|\b(?:and|but|while|whereas|so|yet|und|et|y|e|en|i) )"
    r"(?:you(?:['’]ll)?|we|this|the (?:role|position|job|pay|salary|work)|pay|salary|du|vous|tú|usted|você|tu|je"
    r"|jij|ty)\b"
)
JOINED_BY_PERSON = re.compile(
    r"\b(?:too|also|as well|likewise|the same|join\w*|auch|aussi|también|também|anche|ook|też)\b"
)
# "Some colleagues in Peru": what is said of them begins with the verb.
NO_VERB = re.compile(rf" (?:{FUNCTION_WORDS})\b")
VERB = re.compile(rf" (?=(?:{VERBS})\b)")

# Characters. A text without full stops is no single sentence.
MAX_REACH = 150
# From the beginning of a clause to the noun of its group.
MAX_NAME = 60


@dataclass(frozen=True, slots=True)
class PeopleGroup:
    """A group of people, and the characters of the sentence that are said of it alone.

    `is_part`: others than the team of the job ("some colleagues", "another team"). `trade`: what they are called by
    ("data" of a data team, "developers"), or "". `is_team`: a team or department, which the job may belong to.
    """

    subject: SentenceSubject
    start: int
    end: int
    trade: str = ""
    is_part: bool = False
    is_team: bool = False


def groups_in(sentence: str) -> Iterator[PeopleGroup]:
    """The groups that clauses of a sentence in lower case begin with, without those that the person is one of."""
    for match in _matches(sentence):
        start = _verb_after(sentence, match.end())
        following = NEXT_CLAUSE.search(sentence, start)
        end = min(following.start() if following else len(sentence), start + MAX_REACH)
        if start < 0 or PERSON.search(sentence, start, end) or JOINED_BY_PERSON.search(sentence, end):
            continue
        if match["customers"]:
            yield PeopleGroup(SentenceSubject.CUSTOMERS, start, end)
        elif match["site"]:
            yield PeopleGroup(SentenceSubject.COMPANY, start, end, is_part=True)
        elif match["alone"] or match["local"]:
            yield PeopleGroup(SentenceSubject.TEAM, start, end, match["alone"] or "", is_part=True)
        else:
            trade = f"{match['name']}{match['trade'] or ''}".strip()
            is_part = match["part"] is not None
            yield PeopleGroup(SentenceSubject.TEAM, start, end, trade, is_part, is_team=not match["trade"])


def _verb_after(sentence: str, start: int) -> int:
    """Where the verb after a group begins, -1 if there is none: groups without one are only named."""
    if not NO_VERB.match(sentence, start):
        return start
    verb = VERB.search(sentence, start, start + MAX_REACH)
    return verb.start() if verb else -1


def _matches(sentence: str) -> Iterator[re.Match[str]]:
    begin = 0
    for _, start, _ in PIECES.find_matches_as_indexes(sentence):
        if start < begin:
            continue
        left = max(begin, start - MAX_NAME)
        clauses = [match.end() for match in CLAUSE.finditer(sentence, left, start)]
        for clause in clauses if left else [0, *clauses]:
            if match := GROUP.match(sentence, clause):
                begin = match.end()
                yield match
                break
