"""Words for employment types in other languages than English.

They are rarely anything else than a statement of this job, so that they count unless the words around them object.
"""

from __future__ import annotations

import re

from listings.facts.subjects import describes_others
from listings.vocabulary.employment_spellings import FOREIGN_SPELLINGS

FOREIGN = frozenset(FOREIGN_SPELLINGS)
# A figure's basis, a denial, the past, a condition.
BEFORE_OTHERS = re.compile(
    r"\b(?:bei|basis|bezogen auf|gerechnet auf|entspricht|auf|nach|unser(?:e[nrm]?)?|alle[nr]?|unabhängig von|weder"
    r"|mehr als|statt)"
    r" (?:eine[rm]? |einer )?$"
    r"|\b(?:kein\w*|nicht|ohne|niet|geen|pas|ni|sans|sin|no|não|nem|sem|non|nie|bez|wenn|falls|si|se|als je"
    r"|jeśli)\b[^.;:]{0,25}$"
    r"|\b(?:gehalt|vergütung|salaire|salario|salário|stipendio|salaris|wynagrodzenie|équivalent"
    r"|equivalente)\b[^.;\n]{0,60}$"
    r"|\b(?:erfahrung|berufserfahrung|expérience|experiencia|experiência|esperienza|doświadczenie|jahre|ans|años"
    r"|anos|anni|lat)"
    r"\b[^.;:]{0,30}$"
    r"|\b(?:gearbeitet|neben|gründer\w*|studium|später|eventuell|perspektivisch|ggf\.?|anschließend\w*)\b[^.;:]{0,30}$"
)
AFTER_OTHERS = re.compile(
    r"[- ]?(?:basis|kraft|kräfte|beschäftigt\w*|äquivalent\w*|modelle?|gehalt|mitarbeit\w+|angestellte\w*|studi\w+"
    r"|jobs\b"
    r"|erfahrung|équivalent|equivalente?|employees?|salariés|clients?|kunden|projekt\w* (?:in|für|bei) kunden)\b"
    r"|[^.;:\n]{0,15}\b(?:n['’]est pas|no es|não é|non è|is niet|nie jest) (?:\w+ )?(?:possible|posible|possível"
    r"|possibile"
    r"|mogelijk|możliw\w+)\b"
    r"|[^.;:\n]{0,5}\b(?:ist|sind) (?:nach|ab|später) [^.;:\n]{0,40}\bmöglich\b"
    r"|s?[- ](?:ist|sind) (?:leider )?(?:nicht|keine)|[^.;:\n]{0,20}\bgearbeitet\b"
)
# Spellings that state a fixed term only beside a word for the job.
FIXED_TERM = frozenset({"befristet", "befristete", "befristeter", "befristeten"})
TERM_AROUND = re.compile(
    r"\b(?:stelle|position|anstellung|vertrag|arbeitsvertrag|arbeitsverhältnis|beschäftigung|job|projekt|monate?n?"
    r"|jahre?n?|bis"
    r" zum|zunächst)\b"
)


# Another value, a number or an end, but neither a sentence nor a label: "Deltid / fuldtid: Fuldtid".
VALUE_END = re.compile(r"(?![^\n]{0,16}:)(?:\s*(?:$|[\n,;.|/()•·–-])| (?=[\dA-ZÀ-Þ]))")


def is_value(text: str, start: int, end: int) -> bool:
    """Whether a spelling stands by itself, with a capital and no sentence behind it: "Fuldtid", "Anställning: Deltid".

    That much is certain in languages whose sentences are not understood.
    """
    return not text[start].islower() and VALUE_END.match(text, end) is not None


def is_of_this_job_abroad(spelling: str, before: str, after: str) -> bool:
    """Whether a spelling of FOREIGN between these words in lower case is about this job."""
    if describes_others(before) or BEFORE_OTHERS.search(before) or AFTER_OTHERS.match(after):
        return False
    if spelling in FIXED_TERM:
        return bool(TERM_AROUND.search(before) or TERM_AROUND.search(after[:40]) or not before.strip(" -"))
    return True
