"""What a firm did in the past, such as sending all home in a pandemic: it says nothing of the job that is open."""

from __future__ import annotations

import re

PEOPLE = (
    r"(?:(?:(?:all|most|many|some|half)(?: of)? )?(?:our|the|its|their|all|most|many)(?: [\w-]{1,16}){0,2} "
    r"(?:employees|staff|teams?|people|workforce|workers|colleagues|associates|personnel|company|organi[sz]ation|firm"
    r"|business|operations?)|everyone|everybody|employees|we)"
)
ADVERBS = r"(?: (?:all|also|both|quickly|successfully|swiftly|immediately|even|then|already|rapidly|smoothly))*"
# "Our employees were able to work from home", "we moved to fully remote work"
PAST = re.compile(
    rf"\b{PEOPLE}{ADVERBS} (?:(?:was|were|had been){ADVERBS} (?:able|allowed|required|forced|asked|told|sent|working"
    rf"|moved|shifted|switched|transitioned)|(?:had|have had) to|(?:have |has |had ){ADVERBS}?worked|worked)\b"
)
CHANGED = re.compile(
    rf"\b{PEOPLE}{ADVERBS}(?: (?:have|has|had))?{ADVERBS} (?:moved|went|gone|switched|shifted|transitioned|pivoted"
    r"|turned|adapted)\b"
)
LASTED = re.compile(rf"\b{PEOPLE}{ADVERBS}(?:['’]ve| have| has)(?: all)? been\b")
# When offices closed.
CLOSURE = re.compile(
    r"\b(?:since|in|during|from|when|after|before|by|due to|because of|amid|throughout)\b[^.;]{0,24}"
    r"\b(?:202[01]|pandemic|covid\w*|corona\w*|lockdowns?|outbreak)\b"
)
# "Based in Ghent (and since the pandemic began, fully remote)": the firm, without a verb.
SINCE = re.compile(
    r"\bsince (?:the )?(?:start of (?:the )?)?(?:202[01]|march 2020|pandemic|covid\w*|corona\w*|lockdowns?)"
    r"(?: (?:began|started|hit|broke out))?,? (?:and )?(?:(?:fully|all|completely|100 ?%) )?remote"
)
# It goes on.
LASTS = re.compile(
    r"\b(?:permanent\w*|forever|for good|indefinite\w*|never (?:look|go|going|plan)\w*|no (?:plans?|intention)|stay\w*"
    r"|remain\w*|continu\w*|kept it|will (?:be|keep)|now|today|going forward|are (?:now|still|a|all|fully)"
    r"|is (?:now|still|a|fully))\b"
)


def is_news(sentence: str) -> bool:
    """Whether a sentence in lower case tells where people worked in the past, and not that they still do."""
    if SINCE.search(sentence):
        return True
    if LASTS.search(sentence):
        return False
    if PAST.search(sentence):
        return True
    if CHANGED.search(sentence) and not re.search(r"\bwe\b", sentence):
        return True
    return bool(SINCE.search(sentence)) or bool(
        CLOSURE.search(sentence) and (CHANGED.search(sentence) or LASTED.search(sentence))
    )
