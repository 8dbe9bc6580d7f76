"""The sections of a description: requirements, nice-to-haves, the work itself, or the employer and its benefits."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from listings.facts.multi_search import build_finder
from listings.vocabulary.bounded_cache import bounded_cache

# Kinds of sections, by how strongly they ask for a skill. EMPLOYER includes benefits and the application process.
REQUIRED, NICE_TO_HAVE, WORK, EMPLOYER = 3, 2, 1, 0

BULLETS = "-•·*"
# What an item of a list begins with.
LABELLED_VALUE = re.compile(r":\s+\S")
MAX_LABEL = 30
# A section of one line.
MAX_STACK = 300
STACK_LABEL = re.compile(
    r"[\W_]{0,4}(?:(?:our|the|my|current|main|core|full|primary) ){0,2}(?:tech(?:nology|nical)?[ -]?)?"
    r"(?:stack|technologies|tools?|toolset|tooling|tech)(?: (?:stack|used|we use|includes?|is))?"
    r"(?: \([^()\n]{1,40}\))?\s?[:–—-]\s"
)
LIST_MARKS = tuple(f"{BULLETS}0123456789")
APOSTROPHES = str.maketrans("’`´", "'''")
EMPLOYER_HEADING = re.compile(
    r"about (?!you\b|the (?:role|job|position|team|work)|this (?:role|job|position)|your?\b)"
    r"|who we are\b(?! (?:looking|searching|seeking|after))"
    r"|why (?:join"
    r"|work|us|you)"
    r"|our (?:story|mission|values|company|culture|benefits|offer|product|team\b)|the company|working at|life at"
    r"|join us(?! if\b)"
    r"|company (?:description|overview|profile)|what(?: do)? we offer|we offer|what's in it|what you(?:'ll)? get"
    r"|in return"
    r"|(?:our |the |company )?(?:benefits|perks)|compensation|pay |salary|total rewards|equal |eeo|diversity"
    r"|accommodation"
    r"|privacy|legal|disclaimer|how to apply|to apply|apply|application (?:process|instructions)"
    r"|additional information"
    r"|(?:our |the )?(?:interview|hiring|recruitment|selection) process|note to|pre-?employment|physical"
    r"|not (?:your|what|for)\b|wh(?:o|at) (?:[^ ]{1,20} ){1,3}not\b"
    r"|wir bieten|das bieten wir|unser angebot|deine benefits|über uns|wer wir sind|was wir (?:dir )?bieten"
    r"|beneficios|benefícios|avantages|qui sommes|ce que nous offrons|nous offrons|à propos de (?:nous|l)"
    r"|(?:qué |o que )?(?:te )?ofrecemos|(?:o que )?oferecemos|sobre (?:nosotros|nós|la empresa|a empresa)"
    r"|(?:selected|recent|notable|representative) (?:transactions|deals|clients|publications)"
    r"|(?:technology (?:&|and) )?equipment requirements"
    r"|qui[ée]nes somos|quem somos|warum wir|dein(?:e)? vorteile|wij bieden|wat bieden wij|over ons"
)
_REQUIRED = (
    "requirement|qualificat|you have|you'll have|you bring|you'll bring|your profile|must have|must-have"
    "|looking for|who you are"
    "|skill|experience|stack|you'll need|you need|nice to have|nice-to-have|bonus|preferred|preferable|about you"
    "|desired"
    "|desirable|expertise|competenc|technolog|knowledge|tools|essential|ideal candidate|great fit|good fit"
    "|right fit|might be"
    "|you are|what it takes|plus|proficien|profil|anforder|mitbring|bringst|kenntnisse|requisitos|what we need"
    "|we expect"
    "|expected|expectations|background|toolbox|we'd love|stand out|we ask|you should|you will have|criteria|kompeten"
    "|conocimientos|we like you to|languages|frameworks|compétenc|exigences|requis|perfil|requerim|experiencia"
    "|experiência|habilidades|qualifica|voraussetzung|erwarten|profiel|functie-eisen|wij vragen|vaardigheden"
)
_WORK = (
    "responsib|what you'll|what you will|what will you|you'll do|you will|you do|duties|day-to-day|day to day"
    "|the role|role"
    "|position|opportunit|tasks|the job|job description|job summary|aufgaben|projects|how you'll|in this|mission"
    "|overview"
    "|scope|accountab|working on|about the|your impact|key |purpose|summary|funções|tareas"
)
# A requirement on a line of its own, from a list without bullets. It contains "experience", but is not a heading.
SINGLE_REQUIREMENT = re.compile(
    r"(?:[\w+-]+ ){0,4}(?:experience|knowledge|familiarity|proficiency|understanding|expertise|background)"
    r" (?:with|in|of|using)\b"
)
# "MBA preferred": an item of such a list as well, and not what follows it.
SINGLE_WISH = re.compile(
    r"(?!.*\b(?:qualifications?|skills?|requirements?|experience|attributes|criteria|competenc\w+|knowledge|abilities)\b)"
    r".+ (?:(?:strongly|highly|is|are|a) )*(?:preferred|desired|desirable|plus)"
)
YEARS = re.compile(
    r"(?:\d\+?\)?|\b(?:one|two|three|four|five|six|seven|eight|nine|ten)(?: or more)?)"
    r" ?(?:years?|yrs|jahre|ans|años|anos|anni|jaar|lat)\b"
)
NICE_TO_HAVE_HEADING = re.compile(
    r"nice[- ]to[- ]have|bonus|pref+er|desir|plus\b|ideally|advantage|von vorteil|wünschenswert|stand out|extra"
    r"|be (?:great|nice) if|^(?:great|nice) if\b|(?:great|good) to have|even better|would be great|you an edge"
)
# "Requirements & Preferred Qualifications": whose items say themselves which are wishes.
_NEEDS = r"(?:requirements?|required|minimum|must[- ]haves?|essential|mandatory|basic)"
_WISHES = r"(?:pref+er+ed|desir(?:ed|able)|nice[- ]to[- ]haves?|bonus)"
_JOINED = r"(?: (?:qualifications?|skills?|experience|requirements?))?(?: ?[&/+] ?| and | or |, )"
MIXED_HEADING = re.compile(rf"\b{_NEEDS}{_JOINED}{_WISHES}\b|\b{_WISHES}{_JOINED}{_NEEDS}\b")
REQUIRED_FINDER, WORK_FINDER = build_finder(_REQUIRED.split("|")), build_finder(_WORK.split("|"))


class Sections:
    """The sections of one text. What precedes the first heading counts as WORK."""

    def __init__(self, text: str) -> None:
        self.starts = [0]
        self.kinds = [WORK]
        start = 0
        for line in text.split("\n"):
            if 3 <= len(line) <= 80 and line[0] not in BULLETS:
                kind = _kind(line)
                # An unknown heading ends the employer's section: "What it takes to sail with us:".
                if kind is None and self.kinds[-1] == EMPLOYER and _looks_like_heading(line, text, start):
                    kind = WORK
                if kind is not None:
                    before = self.kinds[-1]
                    self._begin(start, kind)
                    # "Salary: £30,000" is a section of one line.
                    if kind == EMPLOYER and LABELLED_VALUE.search(line):
                        self._begin(start + len(line), before)
            start += len(line) + 1

    def _begin(self, start: int, kind: int) -> None:
        self.starts.append(start)
        self.kinds.append(kind)

    def kind_at(self, offset: int) -> int:
        return self.kinds[bisect_right(self.starts, offset) - 1]


# Several facts ask for the sections of one text, one after another.
@lru_cache(maxsize=2)
def sections_of(text: str) -> Sections:
    return Sections(text)


def is_list_item(text: str, position: int) -> bool:
    """Whether the line around `position` begins with a bullet, a number or a label ("Tools: …")."""
    begin = text.rfind("\n", 0, position) + 1
    return text[begin : begin + 1] in LIST_MARKS or ":" in text[begin : min(position, begin + MAX_LABEL)]


def is_of_stack(lower: str, position: int) -> bool:
    """Whether the line before `position` begins with a label for tools: "Stack: Go, Postgres", "Technologies: Qt"."""
    begin = lower.rfind("\n", max(0, position - MAX_STACK), position) + 1
    return STACK_LABEL.match(lower, begin, position) is not None


def _looks_like_heading(line: str, text: str, start: int) -> bool:
    return line.endswith((":", "?")) or text.startswith(("\n- ", "\n1. "), start + len(line))


# Headings repeat a lot across ads.
@bounded_cache(4096)
def _kind(line: str) -> int | None:
    """The kind of section that a line begins; None if it is not a heading or an unknown one."""
    if line.endswith((".", ";", ",")):
        return None
    spaces = line.count(" ")
    if spaces > 10:
        return None
    title = line.strip(" *#:•-–—_!?🚀✨").lower().translate(APOSTROPHES)
    if EMPLOYER_HEADING.match(title):
        return EMPLOYER
    if spaces > 6 and not line.endswith((":", "?", ": ")):
        return None
    is_item = SINGLE_REQUIREMENT.match(title) or YEARS.search(title) or SINGLE_WISH.fullmatch(title)
    if is_item and not line.endswith((":", "?")):
        return None
    # Before the requirements: "preferred qualifications" would match both.
    if NICE_TO_HAVE_HEADING.search(title) and not MIXED_HEADING.search(title):
        return NICE_TO_HAVE
    if REQUIRED_FINDER.find_matches_as_indexes(title):
        return REQUIRED
    return WORK if WORK_FINDER.find_matches_as_indexes(title) else None
