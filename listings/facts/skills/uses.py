"""Words around a mention that say that the person needs or uses the tool."""

from __future__ import annotations

import re

from listings.facts.multi_search import build_finder

EXPERIENCE_BEFORE = re.compile(
    r"(?:experience[ds]?|kenntnisse|erfahrung|experiencia|experiência|expérience|expertise|proficien\w+|expert"
    r"|knowledge|familiar\w*|skills?|skilled|background"
    r"|understanding|certified|good at"
    r"|umgang|maîtrise|connaissances?|conocimientos?|conhecimentos?|dominio|domínio|manejo)"
    r"(?: (?:in|with|of|on|using|for|the|and|building|developing|designing|strong|solid|both|modern|or|mit|im"
    r"|umgang|von|den|dem|der|gängigen|en|de|del|des|du|em|com|com o|avec))* ?$"
)
EXPERIENCE_CONTEXT = 70
# Pieces of all words of EXPERIENCE_BEFORE: a fast test whether that pattern can match at all.
EXPERIENCE_PIECES = build_finder(
    (
        *(
            "xperi",
            "xpéri",
            "xpert",
            "rofici",
            "nowledg",
            "amili",
            "kill",
            "ackground",
            "nderstand",
            "ertified",
            "good at",
            "years of",
            "trong",
            "olid",
            "luent",
            "dvanced",
            "onfident",
        ),
        *("enntn", "rfahr", "mgang", "trise", "onnaissance", "onocimiento", "onhecimento", "omini", "omíni", "anejo"),
    )
)
# A verb for what somebody does with a tool, or the verb that begins a duty.
USE_BEFORE = re.compile(
    r"(?:\b(?:us(?:e|es|ing)|utili[sz](?:e|es|ing)|via|through|within|know|apply(?:ing)?|hosted on|deploy to|such as"
    r"|like|including|wie|comme|como|e\.g\.,?|(?:configur|integrat|manag|writ|optimi[sz]|operat)(?:e|ing)"
    r"|run(?:ning)?|(?:administer|deploy|debug|program)(?:m?ing)?"
    r"|(?:maintain|implement)(?:ing)?) |^[-•*●·] ?[A-Z]\w+ )(?:\w+ )?$"
    r"|\b(?:(?:[Dd]u|[Ss]ie) arbeite(?:st|n) (?:\w+ )?(?:mit|in)|nutz(?:t|en|st)|beherrsch(?:t|en|st)"
    r"|maîtrisez|utilisez|travaillez (?:sur|avec)|domin(?:as|a|e)|manej(?:as|a|o)|utilizas?|usas|trabajas con"
    r"|usi|utilizzi|lavori con|padroneggi|je werkt (?:\w+ )?met|gebruikt|beheerst"
    r"|znasz|korzystasz z|pracujesz (?:w|z)) $",
    re.MULTILINE,
)
# "- Senior Front End Developer (React)", "mobile development (Flutter)"
TRADE_BEFORE = re.compile(r"\b(?:developers?|development|engineers?|engineering|programm(?:ers?|ing))(?: with|:)? \($")
TRADE_CONTEXT = 24
# "You draw screens in Figma", "You reconcile accounts in Xero and build reports in Excel"
YOU_USE = re.compile(
    r"\b[Yy]ou(?:['’]ll| will)? (?!partner|collaborat|meet|talk|speak|liais|sell|compet|interview|integrat|join|hand)"
    r"[a-z]+ (?:[\w.'’-]+,? ){0,8}(?:in|with|on) (?:our |the )?$"
    # "Je beantwoordt vragen in Zendesk", "Você vai: criar painéis em Power BI"
    r"|\b(?:[Jj]e|[Dd]u|[Ss]ie|[Vv]ous|[Tt]ú|[Uu]sted|[Vv]ocê) [a-zà-ž]+:? (?:[\w.'’-]+,? ){0,8}"
    r"(?:in|mit|met|en|em|com|con|avec|sur|dans) $"
)
# What YOU_USE ends with, perhaps before a line break.
YOU_USE_ENDS = (
    "in ",
    "with ",
    "on ",
    "our ",
    "the ",
    "mit ",
    "met ",
    "en ",
    "em ",
    "com ",
    "con ",
    "avec ",
    "sur ",
    "dans ",
)
USE_CONTEXT, YOU_CONTEXT = 48, 90
USE_AFTER = re.compile(
    r"[ -](?:skills?|experience|knowledge|expertise|proficiency|[Kk]enntnisse|[Ee]rfahrung)\b"
    r"|[ -](?:administration|dags|jobs|workflows?|modules?|pipelines?|queries|scripts?|dashboards?|plug-?ins?|macros)\b"
    r"| (?:is |are )?(?:a must\b|required\b|needed\b|essential\b|mandatory\b)"
)


def follows_experience(text: str, start: int) -> bool:
    """Whether "experience with" or the like stands right before `start`."""
    before = text[max(0, start - EXPERIENCE_CONTEXT) : start].lower()
    return bool(EXPERIENCE_PIECES.find_matches_as_indexes(before)) and EXPERIENCE_BEFORE.search(before) is not None


def is_used(text: str, start: int, end: int) -> bool:
    """Whether the words around a mention from `start` to `end` say that the tool is used."""
    before = text[max(0, start - USE_CONTEXT) : start]
    if USE_BEFORE.search(before) or USE_AFTER.match(text, end):
        return True
    if text[start - 1 : start] == "(" and TRADE_BEFORE.search(text[max(0, start - TRADE_CONTEXT) : start].lower()):
        return True
    before = text[max(0, start - YOU_CONTEXT) : start]
    return before.removesuffix("\n").endswith(YOU_USE_ENDS) and YOU_USE.search(before) is not None
