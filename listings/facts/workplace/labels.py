"""The workplace named in a short text: a field, a title, or one part of a header line."""

from __future__ import annotations

import re
from functools import lru_cache

NUMBER = r"(?:[1-7]|one|two|three|four|five)"
DAYS = re.compile(
    rf"\b(?:{NUMBER}\s?(?:-|–|to|or|/)\s?)?({NUMBER})\+?[\s-]?(?:full |mandatory |required |fixed )?(?:days?\b|x\b"
    rf"|times\b)"
    r"|\b(once|twice) (?=a |per |every |each |in |weekly|monthly)"
)
OFTEN = re.compile(r"week|month|/\s?w[ek]|\bpro woche\b|\bpar semaine\b|por semana")
BESIDE = re.compile(
    r"days?[,:]? (?:in|at|on|from|of)?[- ]?(?:the |our |an? )?(?:[\w-]+ )?(?:office|site|person)"
    r"|onsite,? \(?(?:for )?\d|\d[- ]days? onsite"
    r"|(?:in[- ]office|on-?site|in[- ]person),? \(?(?:min |minimum )?\d"
)
RARELY = re.compile(r"\byear|quarter|annual|per annum")
AT_A_PLACE = re.compile(
    r"(?<!home )(?<!home-)\boffices?\b(?! hours| equipment| setup| stipend)|\bon-?\s?site\b|\bin[- ]person\b|\bhq\b"
    r"|vor ort"
    r"|présentiel|presencial"
)
AWAY = re.compile(r"remote|from home|\bwfh\b|home ?-?office|télétravail|teletrabajo")
NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "once": 1, "twice": 2}

HYBRID = re.compile(
    r"\bhybride?[ -](?:remote|home ?office)\b|\bremote[ -]hybrid\b|\bremote(?: first)? \(hybrid\)"
    r"|\b(?:part|partly|partially|semi)[ -]?remote\b|\bfield[- ]based\b"
)
CHOICE = re.compile(r"\bhybride?s?\b")
NOT_REMOTE = re.compile(r"\b(?:no|not|non|without|never)[ -](?:an? )?(?:fully )?remote\b|\bremote: ?no\b")
# "Occasionally remote" is neither remote nor hybrid: it does not say how often.
REMOTE = re.compile(
    r"(?<!occasionally )(?<!temporarily )\bremote\b|\btelecommut|\bwork(?:ing)? (?:from )?(?:home|anywhere)\b|\bwfh\b"
    r"|\b100 ?% home ?-?office\b|\bfull[- ]remote\b|^anywhere$|\btélétravail\b|\bteletrabajo\b|\bpraca zdalna\b"
    r"|\bzdalnie\b"
)
ONSITE = re.compile(r"\bon[- ]?site\b|\bin[- ]office\b|\bin[- ]person\b|\boffice[- ]based\b|^office$|^inoffice$")
# Trades and products ("hybrid cloud", "remote sensing"), cut out before anything else is read.
TRADES = re.compile(
    r"\bhybrid[ -](?:cloud|app|apps|mobile|infrastructure|it\b|network|threat|warfare|vehicle|event|search|engineer"
    r"|develop"
    r"|sales|identity|data|work\b|integration|system|bond|it\b|multi|intelligence|closer|electric|power|ai\b)"
    r"|\bremote (?:sensing|support|desktop|access|monitoring|pilot|assist|patient|infrastructure management"
    r"|surveillance"
    r"|control|device|operation|online|diagnos|management|identity|proctor|inspection|deposit|expert|care|health|site)"
    r"|\bon-?site (?:search|optimi|seo|personali|engagement|experience|conversion|content)"
)


@lru_cache(maxsize=4096)
def workplace_of(text: str) -> str | None:
    """ "remote", "hybrid", "onsite" or None. A choice that includes remote is remote, any other is hybrid."""
    text = TRADES.sub(" ", " ".join(text.casefold().replace("_", " ").split()))
    # First, as "remote, 2 days a week in the office" is hybrid.
    required = required_days(text)
    if required:
        return required
    partly = HYBRID.search(text)
    rest = HYBRID.sub(" ", text) if partly else text
    away = REMOTE.search(rest)
    if away and not NOT_REMOTE.search(text):
        return "remote"
    if partly or CHOICE.search(text):
        return "hybrid"
    return "onsite" if NOT_REMOTE.search(text) or ONSITE.search(text) else None


def required_days(text: str) -> str | None:
    """ "hybrid" for "2 days a week in the office", "onsite" for five days, else None.

    `text` is in lower case and short, as its parts are related to each other without regard to sentences.
    """
    days = DAYS.search(text)
    # "2 days a year at our retreat" leaves the job remote.
    if not days or RARELY.search(text) or not (OFTEN.search(text) or BESIDE.search(text)):
        return None
    number = days[1] or days[2]
    count = NUMBERS.get(number) or int(number)
    if AT_A_PLACE.search(text):
        return "onsite" if count >= 5 and "month" not in text else "hybrid"
    return "hybrid" if AWAY.search(text) and count < 5 and OFTEN.search(text) else None
