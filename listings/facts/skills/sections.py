"""What a part of a text is about: requirements, the work itself, or the employer and its benefits."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from listings.facts.multi_search import finder

ASKED, WISHED, TOLD, ASIDE = 3, 2, 1, 0

HEADING = re.compile(r"^(?![-•·*])[^\n]{3,80}$", re.MULTILINE)
MOST = 500
APOSTROPHES = str.maketrans("’`´", "'''")
ASIDE_WORDS = re.compile(
    r"about (?!you\b|the (?:role|job|position|team|work)|this (?:role|job|position)|your?\b)|who we are|why (?:join"
    r"|work|us|you)"
    r"|our (?:story|mission|values|company|culture|benefits|offer|product|team\b)|the company|working at|life at"
    r"|join us"
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
    r"|qui[ée]nes somos|quem somos|warum wir|dein(?:e)? vorteile|wij bieden|wat bieden wij|over ons"
)
_ASKED = (
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
# One wish of a list that has no marks: no heading, though it speaks of experience.
ONE_WISH = re.compile(
    r"(?:[\w+-]+ ){0,4}(?:experience|knowledge|familiarity|proficiency|understanding|expertise|background)"
    r" (?:with|in|of|using)\b"
)
WISHED_WORDS = re.compile(
    r"nice[- ]to[- ]have|bonus|prefer|desir|plus\b|ideally|advantage|von vorteil|wünschenswert|stand out|extra"
)
ASKED_FINDER, WORK_FINDER = finder(_ASKED.split("|")), finder(_WORK.split("|"))


class Sections:
    """Where each part of a text begins; what precedes the first heading is told."""

    def __init__(self, text: str) -> None:
        self.starts = [0]
        self.kinds = [TOLD]
        for heading in HEADING.finditer(text):
            kind = _kind(heading[0])
            if kind is None and self.kinds[-1] == ASIDE and _begins(heading, text):
                kind = TOLD
            if kind is not None:
                self.starts.append(heading.start())
                self.kinds.append(kind)

    def has(self, kind: int) -> bool:
        return kind in self.kinds

    def at(self, offset: int) -> int:
        return self.kinds[bisect_right(self.starts, offset) - 1]


def _begins(line: re.Match[str], text: str) -> bool:
    """Whether a heading of unknown words ends what was said of the employer: a list or a colon follows."""
    return line[0].endswith((":", "?")) or text.startswith(("\n- ", "\n1. "), line.end())


@lru_cache(maxsize=4096)
def _kind(line: str) -> int | None:
    """None: no heading, or one that says nothing."""
    if line.endswith((".", ";", ",")):
        return None
    spaces = line.count(" ")
    if spaces > 10:
        return None
    words = line.strip(" *#:•-–—_!?🚀✨").lower().translate(APOSTROPHES)
    if ASIDE_WORDS.match(words):
        return ASIDE
    if spaces > 6 and not line.endswith((":", "?", ": ")):
        return None
    if ONE_WISH.match(words) and not line.endswith((":", "?")):
        return None
    if WISHED_WORDS.search(words):
        return WISHED
    if ASKED_FINDER.find_matches_as_indexes(words):
        return ASKED
    return TOLD if WORK_FINDER.find_matches_as_indexes(words) else None
